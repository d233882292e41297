// What orders ask, in figures, on a real database: equal to counting by hand, of five orders or more, and gone with the order.
import { beforeAll, describe, expect, test } from "vitest";
import { saveRates } from "@/domain/fees/commands";
import { systemActor } from "@/domain/kernel/actor";
import { day } from "@/domain/kernel/calendar";
import { recordDecision } from "@/domain/licences/commands";
import { endpoints } from "@/domain/opendata/schema";
import { closeOrder } from "@/domain/orders/commands";
import { type OrderInput } from "@/domain/orders/schema";
import { keepStatistics, refreshStatistics } from "@/domain/statistics/commands";
import { agencyStatistics, marketStatistics, statisticsOf, statisticsState } from "@/domain/statistics/queries";
import type { Statistic } from "@/domain/statistics/schema";
import { emptyOutbox } from "@/jobs/outbox";
import { keepFigures } from "@/jobs/schedule";
import { db, writableDb } from "@/platform/db";
import { line } from "@/tests/builders/order";
import { aContract, anAgency, operator, orderTerms, record } from "./opendata-orders";

const actor = systemActor("test");
const rate = 30_000;
/** In đồng: training in millions, and the service fee in euro. */
const asked = [
  { training: 12, fee: 300_000n },
  { training: 18, fee: 250_000n },
  { training: 25, fee: 0n },
  { training: 31, fee: 410_000n },
  { training: 8, fee: 100_000n },
  { training: 22, fee: 305_500n },
  { training: 40, fee: 500_000n },
];
const costOf = ({ training, fee }: (typeof asked)[number]) =>
  training * 1_000_000 + (Number(fee) / 100) * rate + 1_000_000;
const sheet = ({ training, fee }: (typeof asked)[number]) => [
  ...(fee > 0n ? [line(0, "service_fee", fee, { currency: "EUR", due: "after_contract" })] : []),
  line(1, "language_training", BigInt(training) * 1_000_000n, { payee: "school", due: "after_contract" }),
  line(2, "passport", 200_000n, { payee: "state" }),
  line(3, "health_check", 800_000n, { payee: "clinic" }),
];
/** Counted by hand: the place of a share among sorted values, between neighbours in proportion. */
function byHand(given: readonly number[]) {
  const sorted = [...given].sort((a, b) => a - b);
  const at = (share: number) => {
    const place = (sorted.length - 1) * share;
    const low = sorted[Math.trunc(place)]!;
    return low + ((sorted[Math.trunc(place) + 1] ?? low) - low) * (place - Math.trunc(place));
  };
  return {
    count: sorted.length,
    least: at(0),
    lowerQuartile: at(0.25),
    median: at(0.5),
    upperQuartile: at(0.75),
    most: at(1),
  };
}
const figuresOf = ({ count, least, lowerQuartile, median, upperQuartile, most }: Statistic) => ({
  ...{ count, least, lowerQuartile, median, upperQuartile, most },
});
const rounded = (given: ReturnType<typeof byHand>) =>
  Object.fromEntries(Object.entries(given).map(([key, value]) => [key, Math.round(value)]));

const afterwards = async () => {
  while ((await emptyOutbox()) === "more");
  for (let i = 0; i < 100 && (await keepStatistics(actor)) === "resting"; i += 1)
    await new Promise((done) => setTimeout(done, 100));
};
const openCost = async (market = "DE") => (await marketStatistics(market)).open("cost");

let agency: { id: string };
let small: { id: string };
let ids: string[] = [];
beforeAll(async () => {
  await saveRates(operator, [
    { currency: "EUR", on: day("2026-11-19"), vndPerUnit: rate, source: "Ngân hàng (mẫu)", verified: true },
  ]);
  agency = await anAgency("Công ty Lớn (dữ liệu mẫu)", "9301/LĐTBXH-GP");
  small = await anAgency("Công ty Nhỏ (dữ liệu mẫu)", "9302/LĐTBXH-GP");
  const [contract, other] = [await aContract(agency.id), await aContract(small.id)];
  const orders: OrderInput[] = asked.map((one, i) => orderTerms(agency.id, contract.id, i, { fees: sheet(one) }));
  const recorded = await record(orders);
  expect(recorded.map(({ verdict, conditions }) => `${verdict} ${conditions.join()}`)).toEqual(
    asked.map(() => "added "),
  );
  ids = recorded.map(({ id }) => id);
  // The same offer under another headline, and four orders of another agency.
  await record([{ ...orders[0]!, title: "Điều dưỡng viên (tuyển bổ sung)" }]);
  await record([50, 51, 52, 53].map((i) => orderTerms(small.id, other.id, i, { fees: sheet(asked[0]!) })));
  await refreshStatistics(actor);
});
const all = () => [...asked, ...Array.from({ length: 4 }, () => asked[0]!)];

describe("what open orders ask", () => {
  test("is what counting by hand gives, near-copies once", async () => {
    const cost = await openCost();
    expect(figuresOf(cost!)).toEqual(rounded(byHand(all().map(costOf))));
  });

  test("the service fee is counted in months of basic wage, an order without one as nothing", async () => {
    const fee = (await marketStatistics("DE")).open("service_fee_months")!;
    const wages = [...asked.map((_, i) => 280_000 + i * 20_000), ...[50, 51, 52, 53].map((i) => 280_000 + i * 20_000)];
    const months = byHand(all().map(({ fee: minor }, i) => Math.round((Number(minor) / wages[i]!) * 1_000) / 1_000));
    for (const key of ["count", "least", "lowerQuartile", "median", "upperQuartile", "most"] as const)
      expect(fee[key], key).toBeCloseTo(months[key], 2);
    expect(fee.ceiling).toEqual({ from: 2, to: 2 });
  });

  test("dots are as many as orders, rounded, and name nobody", async () => {
    const cost = (await openCost())!;
    expect(cost.dots.reduce((sum, [, orders]) => sum + orders, 0)).toBe(cost.count);
    expect(cost.dots.every(([value]) => value % 1_000_000 === 0)).toBe(true);
  });

  test("fewer than five orders give nothing: no figures of the small agency, none of its dots, and the database refuses them too", async () => {
    expect(await statisticsOf({ agencyId: small.id }, { period: "open" })).toEqual([]);
    expect((await agencyStatistics(small.id, "cost")).pairs).toEqual([]);
    expect((await agencyStatistics(agency.id, "cost")).pairs[0]?.agency.count).toBe(7);
    expect(await db.orderStatistic.count({ where: { count: { lt: 5 } } })).toBe(0);
    const four = { measure: "cost", count: 4, least: 1, lowerQuartile: 1, median: 1, upperQuartile: 1, most: 1 };
    await expect(writableDb.orderStatistic.create({ data: four })).rejects.toThrow(/five_orders/);
  });

  test("the month of publication holds them as well", async () => {
    const [month] = (await marketStatistics("DE")).months("cost");
    expect(month?.month).toBe("2026-11-01");
    expect(figuresOf(month!)).toEqual(rounded(byHand(all().map(costOf))));
  });

  test("the least and the most asked are named by their orders", async () => {
    const cost = (await openCost())!;
    const rows = await db.jobOrder.findMany({ where: { id: { in: [cost.cheapest[0]!, cost.dearest[0]!] } } });
    const costs = new Map(rows.map((row) => [row.id, Number(row.costVnd)]));
    expect(costs.get(cost.cheapest[0]!)).toBe(cost.least);
    expect(costs.get(cost.dearest[0]!)).toBe(cost.most);
  });
});

describe("over the API", () => {
  const ask = async (query: string) => {
    const { GET } = await import("@/app/api/v1/fees/statistics/route");
    const response = await GET(new Request(`http://localhost:3000/api/v1/fees/statistics${query}`), {
      params: Promise.resolve({}),
    });
    return { status: response.status, json: (await response.json()) as Record<string, never> };
  };
  test("the same figures, with count, day and definitions", async () => {
    const { status, json } = await ask("?market=DE&measure=cost");
    expect(status).toBe(200);
    const read = endpoints.feeStatistics.answer.parse(json);
    expect(read).toEqual(json);
    expect(read.open).toHaveLength(1);
    expect(read.open[0]).toMatchObject({ ...rounded(byHand(all().map(costOf))), unit: "VND" });
    expect(read).toMatchObject({ on: "2026-11-20", fewest: 5, months: [{ month: "2026-11-01", count: 11 }] });
  });
  test("too narrow a group, an unknown agency and an unknown market are refused", async () => {
    expect((await ask("?market=DE&programme=DE_SKILLED&occupation=nurse-registered")).status).toBe(400);
    expect((await ask("?agency=khong-co")).status).toBe(404);
    expect((await ask("?market=ZZ")).status).toBe(400);
  });
});

describe("after a change", () => {
  test("a burst of changes is noted, and costs one refresh", async () => {
    while ((await emptyOutbox()) === "more");
    const before = await db.statisticsState.findUniqueOrThrow({ where: { id: 1 } });
    expect(before.changedAt).not.toBeNull();
    await afterwards();
    const after = await db.statisticsState.findUniqueOrThrow({ where: { id: 1 } });
    expect(after.changedAt).toBeNull();
    expect(after.refreshedAt!.getTime()).toBeGreaterThan(before.refreshedAt!.getTime());
    expect(await keepStatistics(actor)).toBe("fresh");
  });

  test("a withdrawn order is in no figure once the outbox ran", async () => {
    await closeOrder(operator, { orderId: ids[6]!, reason: "withdrawn" });
    await afterwards();
    const left = all().filter((one) => one !== asked[6]);
    expect(figuresOf((await openCost())!)).toEqual(rounded(byHand(left.map(costOf))));
    expect((await marketStatistics("DE")).months("cost")[0]?.count).toBe(left.length);
  });

  test("a filled order is open no more, but was asked in its month", async () => {
    await closeOrder(operator, { orderId: ids[5]!, reason: "full" });
    await afterwards();
    expect((await openCost())?.count).toBe(9);
    expect((await marketStatistics("DE")).months("cost")[0]?.count).toBe(10);
  });

  test("an agency that is stopped leaves the figures with its orders, and below five there are none", async () => {
    await recordDecision(operator, {
      ...{ agencyId: agency.id, kind: "restriction", restriction: "activity_suspended", scope: "all", market: null },
      ...{ from: "2026-11-19", to: null, issuer: "Bộ", decisionNo: "1/QĐ", decisionOn: "2026-11-18", reason: "Thử" },
      ...{ source: "Danh sách chính thức (dữ liệu mẫu)", verified: true },
    });
    await afterwards();
    expect(await openCost()).toBeNull();
    expect(await statisticsOf({ agencyId: agency.id }, { period: "open" })).toEqual([]);
    expect((await statisticsState())?.orders).toBe(4);
  });

  test("the day's own work keeps the figures without anybody asking", async () => {
    await writableDb.statisticsState.update({ where: { id: 1 }, data: { refreshedOn: new Date("2026-11-19") } });
    await keepFigures();
    expect((await statisticsState())?.on).toBe("2026-11-20");
  });
});
