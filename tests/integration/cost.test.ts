// What one person would pay for one order: the API and the pages answer with one engine, and nothing of the person stays.
import { beforeAll, describe, expect, test, vi } from "vitest";
import { latestRates } from "@/domain/fees/queries";
import { cashFlowOfOrder } from "@/domain/fees/rules";
import { day, dayOf } from "@/domain/kernel/calendar";
import { endpoints, problem } from "@/domain/opendata/schema";
import { closeOrder } from "@/domain/orders/commands";
import { orderPage } from "@/domain/orders/queries";
import { noSituation } from "@/domain/support/rules";
import { now } from "@/platform/clock";
import { db } from "@/platform/db";
import { aContract, anAgency, operator, orderTerms, rates, record } from "./opendata-orders";

vi.hoisted(() => void (process.env.RATE_LIMIT_PER_MINUTE = "1000000"));

type Json = ReturnType<typeof JSON.parse>;
type Route = (request: Request, context: { params: Promise<Record<string, string>> }) => Promise<Response>;
async function quote(body: unknown) {
  const { POST } = (await import("@/app/api/v1/fees/quote/route")) as unknown as { POST: Route };
  const response = await POST(
    new Request("http://localhost:3000/api/v1/fees/quote", {
      method: "POST",
      body: typeof body === "string" ? body : JSON.stringify(body),
    }),
    { params: Promise.resolve({}) },
  );
  return { status: response.status, headers: response.headers, json: (await response.json()) as Record<string, Json> };
}
const isProblem = ({ status, headers, json }: Awaited<ReturnType<typeof quote>>, expected: number) => {
  expect(status).toBe(expected);
  expect(headers.get("content-type")).toBe("application/problem+json");
  expect(problem.safeParse(json).success).toBe(true);
};

let reference = "";
let closed = { id: "", reference: "" };
beforeAll(async () => {
  await rates();
  const agency = await anAgency("Công ty Mẫu Chi Phí", "952/LĐTBXH-GP");
  const contract = await aContract(agency.id);
  const recorded = await record([0, 1].map((i) => orderTerms(agency.id, contract.id, i)));
  expect(recorded.map(({ verdict }) => verdict)).toEqual(["added", "added"]);
  reference = recorded[0]?.reference ?? "";
  closed = { id: recorded[1]?.id ?? "", reference: recorded[1]?.reference ?? "" };
});

describe("an open order", () => {
  test("the answer fits its published shape to the last field", async () => {
    const { status, json } = await quote({
      order: reference.toLowerCase(),
      situation: { groups: ["poor"], helpedBefore: false, has: ["passport"], borrow: "most", studyMonths: 6 },
    });
    expect(status).toBe(200);
    const read = endpoints.quote.answer.safeParse(json);
    expect(read.error?.issues ?? []).toEqual([]);
    expect(read.data).toEqual(json);
    expect(json.loan).not.toBeNull();
    expect(json.grants.some((grant: Json) => grant.applies === "yes")).toBe(true);
  });

  test("says what the page says, to the đồng", async () => {
    const { json } = await quote({ order: reference });
    const page = await orderPage(reference);
    if (!page) throw new Error("no order");
    const flow = cashFlowOfOrder(page, await latestRates(), { situation: noSituation, on: dayOf(now()) });
    expect(json.totals.beforeLeavingDong).toBe(Number(flow.totals.beforeLeavingDong));
    expect(json.keptPerMonthDong).toEqual({
      low: flow.keptPerMonthDong.low === null ? null : Number(flow.keptPerMonthDong.low),
      high: flow.keptPerMonthDong.high === null ? null : Number(flow.keptPerMonthDong.high),
    });
    expect(json.breakEven).toEqual(flow.breakEven);
    expect(json.lines).toHaveLength(page.fees.length);
    expect(json.months).toHaveLength(flow.months.length);
  });

  test("her own papers and the state's support take off exactly their lines", async () => {
    const plain = (await quote({ order: reference })).json;
    const hers = (
      await quote({ order: reference, situation: { groups: ["poor"], helpedBefore: false, has: ["passport"] } })
    ).json;
    const of = (json: Json, code: string) => json.lines.find((line: Json) => line.code === code);
    expect(of(plain, "passport").workerDong).toBe(200_000);
    expect(of(hers, "passport")).toMatchObject({ workerDong: 0, heldAlready: true, dong: 200_000 });
    expect(of(hers, "language_training")).toMatchObject({
      workerDong: 21_000_000,
      granted: [{ rule: "SUP-LANG", dong: 4_000_000 }],
    });
    expect(of(hers, "service_fee").workerDong).toBe(of(plain, "service_fee").workerDong);
    expect(plain.totals.beforeLeavingDong - hers.totals.beforeLeavingDong).toBe(
      200_000 + 4_000_000 + of(hers, "health_check").granted[0].dong,
    );
  });

  test("every amount in đồng stands on a dated rate of the answer", async () => {
    const { json } = await quote({ order: reference });
    const currencies = new Set<string>(
      json.lines.flatMap(({ amount }: Json) => (amount && amount.currency !== "VND" ? [amount.currency] : [])),
    );
    expect(currencies.size).toBeGreaterThan(0);
    for (const currency of currencies)
      expect(json.rates.find((rate: Json) => rate.currency === currency)).toMatchObject({ on: "2026-11-19" });
  });

  test("is asked without leaving a trace of the person", async () => {
    const [events, entries] = [await db.outboxEvent.count(), await db.journalEntry.count()];
    const said = vi.spyOn(console, "log");
    const failed = vi.spyOn(console, "error");
    const { json } = await quote({ order: reference, situation: { groups: ["near_poor"], commune: "27007" } });
    expect(JSON.stringify(json)).not.toContain("27007");
    expect([await db.outboxEvent.count(), await db.journalEntry.count()]).toEqual([events, entries]);
    expect([...said.mock.calls, ...failed.mock.calls]).toEqual([]);
    said.mockRestore();
    failed.mockRestore();
  });

  test("one that is not open says why with 410, one that never was is 404", async () => {
    await closeOrder(operator, { orderId: closed.id, reason: "withdrawn" });
    const gone = await quote({ order: closed.reference });
    isProblem(gone, 410);
    expect(gone.json.reason).toBeTruthy();
    isProblem(await quote({ order: "DE-999999" }), 404);
    isProblem(await quote({ order: "../../etc" }), 404);
  });
});

describe("an offer somebody was told of", () => {
  const terms = {
    market: "TW",
    programme: "TW_FACTORY",
    occupation: "factory-worker",
    contractMonths: 36,
    basicPay: { amount: 2_859_000, currency: "TWD" },
    board: "free",
    lodging: "free",
    commuting: "free",
    deductions: [],
  };

  test("is worked out from its own words; without a rate nothing is turned into đồng", async () => {
    const { status, json } = await quote({
      terms,
      lines: [
        { code: "service_fee", payer: "worker", payee: "agency", amount: { amount: 60_000_000, currency: "VND" } },
      ],
    });
    expect(status).toBe(200);
    expect(json.totals.beforeLeavingDong).toBe(60_000_000);
    expect(json.keptPerMonthDong).toEqual({ low: null, high: null });
    expect(json.unknown.map(({ name }: Json) => name)).toContain("wage_rate");
    expect(json.breakEven.reason).toBe("unknown");
  });

  test("no sheet is no knowledge, not a free offer", async () => {
    const { json } = await quote({ terms });
    expect(json.totals.beforeLeavingDong).toBeNull();
    expect(json.unknown.map(({ name }: Json) => name)).toContain("no_sheet");
  });

  test.each<[string, unknown, string]>([
    ["neither order nor terms", {}, "order"],
    ["both", { order: "DE-000001", terms }, "order"],
    ["a market nobody knows", { terms: { ...terms, market: "XX" } }, "terms.market"],
    ["a programme of another market", { terms: { ...terms, programme: "JP_SSW1" } }, "terms.programme"],
    ["pay in another currency", { terms: { ...terms, basicPay: { amount: 1, currency: "EUR" } } }, "terms.basicPay"],
    [
      "an amount below zero",
      { terms, lines: [{ code: "visa", payer: "worker", amount: { amount: -1, currency: "VND" } }] },
      "lines.0.amount.amount",
    ],
    ["a line nobody knows", { terms, lines: [{ code: "gift", payer: "worker", amount: null }] }, "lines.0.code"],
    ["a day that is none", { order: "DE-000001", on: "2026-02-30" }, "on"],
    ["a group nobody knows", { order: "DE-000001", situation: { groups: ["rich"] } }, "situation.groups.0"],
  ])("%s is refused and the field is named", async (_, body, field) => {
    const refused = await quote(body);
    isProblem(refused, 400);
    expect(refused.json.errors.map(({ parameter }: Json) => parameter)).toContain(field);
  });

  test("what is no JSON is a problem too", async () => isProblem(await quote("{"), 400));

  test("the day decides the rules: support of 2026 is not given for 2025", async () => {
    const on = async (when: string) =>
      (await quote({ terms, lines: [], situation: { groups: ["poor"], helpedBefore: false }, on: when })).json.grants;
    expect((await on(day("2026-06-01"))).length).toBeGreaterThan(0);
    expect((await on(day("2025-06-01"))).filter(({ applies }: Json) => applies === "yes")).toEqual([]);
  });
});
