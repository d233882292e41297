import fc from "fast-check";
import { expect, test } from "vitest";
import { systemActor } from "@/domain/kernel/actor";
import { day } from "@/domain/kernel/calendar";
import { Refusal } from "@/domain/kernel/refusal";
import { saveRates } from "@/domain/fees/commands";
import { recordAgency, recordDecision } from "@/domain/licences/commands";
import {
  changeContract,
  closeOrder,
  confirmPlaces,
  judgeOrders,
  publishOrder,
  recordContract,
  recordOrders,
} from "@/domain/orders/commands";
import { idsOfOrders, isPublic, listCards, orderPage } from "@/domain/orders/queries";
import type { OrderTerms } from "@/domain/orders/schema";
import { db } from "@/platform/db";
import { line, orderTerms } from "@/tests/builders/order";

const tester = systemActor("test");
let made = 0;

async function anAgency(): Promise<string> {
  made += 1;
  const licence = { number: `${9000 + made}/LĐTBXH-GP`, issuedOn: day("2015-01-05") };
  const { id } = await recordAgency(tester, {
    nameVi: `Công ty Kiểm Thử ${made}`,
    licence,
    source: "kiểm thử",
    verified: true,
    asOf: day("2026-11-01"),
  });
  return id;
}
const aContract = (agencyId: string, quota = 100) =>
  recordContract(tester, {
    agencyId,
    market: "DE",
    partnerName: "Klinik Mẫu",
    partnerCountry: "DE",
    status: "approved",
    approvalNo: `${made}/QLLĐNN`,
    approvedOn: day("2026-01-10"),
    validFrom: day("2026-01-10"),
    quotas: [{ occupation: "nurse-registered", sex: "any", quota }],
  });

await saveRates(tester, [
  { currency: "EUR", on: day("2026-11-01"), vndPerUnit: 28_500, source: "kiểm thử", verified: false },
  { currency: "USD", on: day("2026-11-01"), vndPerUnit: 26_000, source: "kiểm thử", verified: false },
]);

async function published(more: Partial<OrderTerms> = {}, quota = 100) {
  const agencyId = more.agencyId ?? (await anAgency());
  const contract = await aContract(agencyId, quota);
  const [order] = await recordOrders(tester, [{ ...orderTerms(), agencyId, contractId: contract.id, ...more }]);
  return { ...(order as NonNullable<typeof order>), agencyId, contractId: contract.id };
}
const isShown = async (id: string) => (await listCards({ id }, [], 1)).length === 1;

test("a lawful order is shown with its figures, and its places are claimed from the contract", async () => {
  const order = await published();
  expect(order).toMatchObject({ verdict: "added", conditions: [] });
  expect(await isShown(order.id)).toBe(true);
  const page = await orderPage(order.reference);
  expect(page?.notOpen).toBeNull();
  expect(page?.facts).toMatchObject({ netMinor: 149_000n, basicVnd: 79_800_000n, netVnd: 42_465_000n });
  // 3,000 EUR at 28,500 and 26 million of papers and lessons
  expect(page?.facts.costVnd).toBe(85_500_000n + 26_000_000n);
  const quota = await db.contractQuota.findFirst({ where: { contractId: order.contractId } });
  expect(quota?.claimed).toBe(10);
});

test("recording a suspension hides the agency's orders at once; correcting nothing else", async () => {
  const [stopped, other] = [await published(), await published()];
  await recordDecision(tester, {
    kind: "restriction",
    agencyId: stopped.agencyId,
    restriction: "activity_suspended",
    scope: "all",
    from: day("2026-11-20"),
    to: day("2027-05-20"),
    decisionNo: "1/QĐ",
    source: "kiểm thử",
    verified: true,
  });
  expect(await isShown(stopped.id)).toBe(false);
  expect(await isShown(other.id)).toBe(true);
  expect((await orderPage(stopped.reference))?.notOpen).toMatchObject({ reason: "agency" });
});

test("a stop of another market, of the future or of the past hides nothing", async () => {
  const order = await published();
  const stop = {
    kind: "restriction",
    agencyId: order.agencyId,
    restriction: "market_suspended",
    scope: "market",
    decisionNo: "2/QĐ",
    source: "kiểm thử",
    verified: true,
  } as const;
  await recordDecision(tester, { ...stop, market: "JP", from: day("2026-01-01") });
  await recordDecision(tester, { ...stop, market: "DE", from: day("2026-12-01") });
  await recordDecision(tester, { ...stop, market: "DE", from: day("2026-01-01"), to: day("2026-11-20") });
  expect(await isShown(order.id)).toBe(true);
});

test("a revoked licence and a contract that is closed each hide their orders", async () => {
  const [revoked, ended] = [await published(), await published()];
  await recordDecision(tester, {
    kind: "status",
    agencyId: revoked.agencyId,
    status: "revoked",
    from: day("2026-11-19"),
    decisionNo: "3/QĐ",
    source: "kiểm thử",
    verified: true,
  });
  await changeContract(tester, { contractId: ended.contractId, status: "closed" });
  expect(await isShown(revoked.id)).toBe(false);
  expect(await isShown(ended.id)).toBe(false);
  expect((await orderPage(ended.reference))?.notOpen).toMatchObject({ reason: "contract" });
});

test("a quota cut below what was claimed hides the orders of that trade", async () => {
  const order = await published();
  await changeContract(tester, {
    contractId: order.contractId,
    quotas: [{ occupation: "nurse-registered", sex: "any", quota: 9 }],
  });
  expect(await isShown(order.id)).toBe(false);
});

test("200 people confirm at once for 10 places: exactly 10 are confirmed, and the order is then full", async () => {
  const order = await published();
  const outcomes = await Promise.allSettled(
    Array.from({ length: 200 }, () => confirmPlaces(tester, { orderId: order.id, places: 1 })),
  );
  expect(outcomes.filter((o) => o.status === "fulfilled")).toHaveLength(10);
  const refusals = outcomes.flatMap((o) => (o.status === "rejected" ? [o.reason] : []));
  expect(refusals.every((reason) => reason instanceof Refusal && reason.condition === "placesLeft")).toBe(true);
  expect(await db.jobOrder.findUnique({ where: { id: order.id }, select: { placesConfirmed: true } })).toEqual({
    placesConfirmed: 10,
  });
  expect(await isShown(order.id)).toBe(false);
  expect((await orderPage(order.reference))?.notOpen).toMatchObject({ reason: "full" });
});

test("orders race for the last places of a contract: never more than its quota", async () => {
  const agencyId = await anAgency();
  const contract = await aContract(agencyId, 35);
  const drafts = await recordOrders(
    tester,
    Array.from({ length: 12 }, (_, i) => ({
      ...orderTerms({ employerName: `Klinik ${i}` }),
      agencyId,
      contractId: contract.id,
      status: "draft" as const,
    })),
  );
  const outcomes = await Promise.allSettled(drafts.map(({ id }) => publishOrder(tester, { orderId: id })));
  expect(outcomes.filter((o) => o.status === "fulfilled")).toHaveLength(3);
  expect(await db.contractQuota.findFirst({ where: { contractId: contract.id }, select: { claimed: true } })).toEqual({
    claimed: 30,
  });
});

test("a closed order gives back the places nobody took", async () => {
  const order = await published();
  await confirmPlaces(tester, { orderId: order.id, places: 4 });
  await closeOrder(tester, { orderId: order.id, reason: "agency" });
  expect(
    await db.contractQuota.findFirst({ where: { contractId: order.contractId }, select: { claimed: true } }),
  ).toEqual({ claimed: 4 });
  expect((await orderPage(order.reference))?.notOpen).toMatchObject({ reason: "closed" });
});

test("near-copies are listed once, under the newest, and the next one takes over when it closes", async () => {
  const first = await published();
  const again = {
    ...orderTerms({ title: "Tuyển gấp điều dưỡng viên", quantity: 5 }),
    agencyId: first.agencyId,
    contractId: first.contractId,
  };
  const [second] = await recordOrders(tester, [again]);
  const listed = () => listCards({ agencyId: first.agencyId }, [], 10).then((cards) => cards.map((card) => card.id));
  const [head] = await listed();
  expect(await listed()).toHaveLength(1);
  expect([first.id, second?.id]).toContain(head);
  await closeOrder(tester, { orderId: head as string, reason: "agency" });
  expect(await listed()).toEqual([head === first.id ? second?.id : first.id]);
});

test("a thousand broken orders: not one is published", { timeout: 240_000 }, async () => {
  const agencyId = await anAgency();
  const contract = await aContract(agencyId, 100_000);
  const good = { ...orderTerms(), agencyId, contractId: contract.id };
  const faults: fc.Arbitrary<Partial<OrderTerms>>[] = [
    fc.constant({ agencyId: null }),
    fc.constant({ contractId: null }),
    fc.constantFrom("DE_TRIPLE_WIN", "DE_AUSBILDUNG", "JP_TTS").map((programme) => ({ programme })),
    fc.constantFrom("JP", "TW", "IL", "KR").map((market) => ({ market })),
    fc.constantFrom("welder", "mining-worker", "cook").map((occupation) => ({ occupation })),
    fc
      .integer({ min: 100_001, max: 100_000_0 })
      .map(() => ({ quantity: 100_000, quantityMale: 1, sex: "female" as const, occupation: "domestic-helper" })),
    fc.integer({ min: 0, max: 17 }).map((ageMin) => ({ ageMin })),
    fc.bigInt({ min: 1n, max: 50_000n }).map((basicMinor) => ({ basicMinor })),
    fc.integer({ min: 1, max: 5 }).map((contractMonths) => ({ contractMonths })),
    fc
      .bigInt({ min: 560_001n, max: 10n ** 9n })
      .map((amount) => ({ fees: [line(0, "service_fee", amount, { currency: "EUR", due: "after_contract" })] })),
    fc
      .constantFrom("recruiting_fee", "brokerage_from_worker", "security_other")
      .map((code) => ({ fees: [line(0, code, 1n)] })),
    fc.constantFrom("person", "branch", "unknown").map((payee) => ({
      fees: [line(0, "service_fee", 1n, { currency: "EUR", due: "after_contract", payee: payee as "person" })],
    })),
    fc.constant({ fees: [] }),
    fc
      .constantFrom(
        "hoursPerWeek",
        "restNote",
        "insurance",
        "workplace",
        "deductions",
        "basicMinor",
        "deadlineOn",
        "selectionMethod",
      )
      .map((key) => ({ [key]: null })),
    fc.constant({ deadlineOn: day("2026-11-19") }),
  ];
  const broken = fc.sample(
    fc.tuple(fc.oneof(...faults), fc.oneof(...faults)).map(([a, b]) => ({ ...good, ...a, ...b })),
    { numRuns: 1_000, seed: 20261120 },
  );
  const recorded = await recordOrders(tester, broken);
  expect(recorded).toHaveLength(1_000);
  expect(recorded.filter((order) => order.verdict === "added")).toEqual([]);
  expect(await db.jobOrder.count({ where: { agencyId, ...isPublic } })).toBe(0);
  for (const { id } of recorded.slice(0, 50))
    await expect(publishOrder(tester, { orderId: id })).rejects.toBeInstanceOf(Refusal);
});

test("judging a day again changes nothing when nothing has changed", async () => {
  expect(await judgeOrders(tester)).toBe(0);
});

test("every write stands in the journal, and the journal cannot be altered", async () => {
  const ids = await idsOfOrders({ status: "published" });
  const journaled = await db.journalEntry.findMany({
    where: { subjectType: "order", subjectId: { in: ids } },
    select: { subjectId: true },
  });
  expect(new Set(journaled.map((entry) => entry.subjectId)).size).toBe(ids.length);
  const { writableDb } = await import("@/platform/db");
  await expect(writableDb.journalEntry.updateMany({ data: { actorName: "x" } })).rejects.toThrow(/never altered/);
  await expect(writableDb.journalEntry.deleteMany({})).rejects.toThrow(/never altered/);
});
