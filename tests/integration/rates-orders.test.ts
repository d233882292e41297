// Decision 18: an order keeps the rate of the day the public first saw it; a new rate changes no figure that was shown.
import { beforeAll, expect, test } from "vitest";
import { saveRates } from "@/domain/fees/commands";
import { systemActor } from "@/domain/kernel/actor";
import { type Day, day } from "@/domain/kernel/calendar";
import { recordAgency } from "@/domain/licences/commands";
import { judgeOrders, publishOrder, recordContract, recordOrders } from "@/domain/orders/commands";
import { isPublic, listCards, orderPage } from "@/domain/orders/queries";
import type { OrderInput } from "@/domain/orders/schema";
import { ensureIndexes } from "@/domain/search/commands";
import { searchOrders } from "@/domain/search/queries";
import { parseOrderSearch } from "@/domain/search/schema";
import { emptyOutbox } from "@/jobs/outbox";
import { db } from "@/platform/db";
import { line, orderTerms } from "../builders/order";

const tester = systemActor("test");
const rate = (currency: string, on: string, vndPerUnit: number) =>
  saveRates(tester, [{ currency, on: day(on) as Day, vndPerUnit, source: "kiểm thử", verified: true }]);
let sender: { agencyId: string; contractId: string };
let serial = 0;
const record = async (more: Partial<OrderInput> = {}) => {
  const order = { ...orderTerms({ employerName: `Klinik Tỷ Giá ${(serial += 1)}`, ...more }), ...sender };
  const [recorded] = await recordOrders(tester, [order]);
  return recorded as NonNullable<typeof recorded>;
};
const figures = (id: string) =>
  db.jobOrder.findUniqueOrThrow({
    where: { id },
    select: {
      ...{ basicVnd: true, netVnd: true, costVnd: true, payAfterCostVnd: true, breakEvenMonths: true },
      ...{ rateOn: true, rateVndPerUnit: true, costRateOn: true, blockedBy: true },
    },
  });
const settle = async () => {
  while ((await emptyOutbox()) === "more");
};

beforeAll(async () => {
  await ensureIndexes();
  await rate("EUR", "2026-11-01", 30_000);
  await rate("USD", "2026-10-28", 26_000);
  const { id: agencyId } = await recordAgency(tester, {
    nameVi: "Công ty Tỷ Giá",
    licence: { number: "9778/LĐTBXH-GP", issuedOn: day("2015-01-05") },
    source: "kiểm thử",
    verified: true,
  });
  const contract = await recordContract(tester, {
    ...{ agencyId, market: "DE", partnerName: "Đối tác", partnerCountry: "Đức", status: "approved" },
    ...{ approvalNo: "12/QLLĐNN", approvedOn: "2026-01-10", validFrom: "2026-01-10" },
    quotas: [{ occupation: "nurse-registered", sex: "any", quota: 100_000 }],
  });
  sender = { agencyId, contractId: contract.id };
});

test("a new rate changes no figure of an order the public has seen, nor hides it", async () => {
  const { id, reference } = await record({
    fees: [...orderTerms().fees, line(4, "visa", 10_000n, { currency: "USD", payee: "embassy" })],
  });
  const before = await figures(id);
  expect(before).toMatchObject({ basicVnd: 84_000_000n, costRateOn: new Date("2026-10-28") });
  await rate("EUR", "2026-11-15", 20_000);
  await rate("USD", "2026-11-15", 25_000);
  await settle();
  await judgeOrders(tester, { id });
  expect(await figures(id)).toEqual(before);
  const page = await orderPage(reference);
  expect(page?.notOpen).toBeNull();
  expect(page?.rates.get("USD")).toMatchObject({ on: "2026-10-28", vndPerUnit: 26_000 });
  expect(page?.fees.map(({ rateOn }) => rateOn)).toEqual(["2026-11-01", null, null, null, "2026-10-28"]);
});

test("the next order takes the newest rates", async () => {
  const { id } = await record();
  expect(await figures(id)).toMatchObject({ basicVnd: 56_000_000n, rateOn: new Date("2026-11-15") });
});

test("a draft takes the rates of the day it is published, and was not lost for want of one", async () => {
  const draft = await record({
    currency: "CHF",
    status: "draft",
    fees: [line(0, "service_fee", 250_000n, { currency: "CHF", due: "after_contract" })],
  });
  await expect(publishOrder(tester, { orderId: draft.id })).rejects.toThrow("P10");
  await rate("CHF", "2026-11-10", 31_000);
  await rate("CHF", "2026-11-18", 32_000);
  await publishOrder(tester, { orderId: draft.id });
  expect(await figures(draft.id)).toMatchObject({
    basicVnd: 89_600_000n,
    costVnd: 80_000_000n,
    rateOn: new Date("2026-11-18"),
    costRateOn: new Date("2026-11-18"),
  });
  expect(
    await db.feeComponent.findFirst({ where: { orderId: draft.id }, select: { amountVnd: true, rateOn: true } }),
  ).toEqual({
    amountVnd: 80_000_000n,
    rateOn: new Date("2026-11-18"),
  });
});

test("sorted by đồng, index and database say the same before and after a new rate", async () => {
  for (const basicMinor of [270_000n, 290_000n, 310_000n, 330_000n])
    await record({ basicMinor, grossMinor: basicMinor });
  await settle();
  const inOrder = async () => {
    const { search } = parseOrderSearch({ sort: "pay", market: "DE" });
    const { cards, engine } = await searchOrders(search, { pageSize: 50, facets: false });
    expect(engine).toBe("meilisearch");
    return cards.map(({ reference }) => reference);
  };
  const stored = async () =>
    (await listCards({ market: "DE" }, [{ payAfterCostVnd: { sort: "desc", nulls: "last" } }, { id: "asc" }], 50)).map(
      ({ reference }) => reference,
    );
  const before = await inOrder();
  expect(before.length).toBe(await db.jobOrder.count({ where: isPublic }));
  expect(before).toEqual(await stored());
  await rate("EUR", "2026-11-19", 40_000);
  await settle();
  expect(await inOrder()).toEqual(before);
  expect(await stored()).toEqual(before);
});
