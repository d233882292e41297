import { describe, expect, test } from "vitest";
import { day } from "@/domain/kernel/calendar";
import { aBook, aReceipt, agreed, anEntry, someLines } from "@/tests/builders/payment-book";
import { line } from "@/tests/builders/order";
import { confirmWithinDays, flagsOf } from "./flags";
import { ledgerOf } from "./ledger";
import type { BookFacts } from "./schema";

const today = day("2026-03-12");
const conditions = (more: Partial<BookFacts>, on = today): string[] =>
  flagsOf(aBook(more), on).map(({ condition }) => condition);

test("what was contracted, published and paid alike raises nothing", () => {
  const receipts = [agreed("service_fee", 300_000n, { currency: "EUR" }), agreed("language_training", 25_000_000n)];
  expect(conditions({ receipts })).toEqual([]);
});

describe("between published, contracted and paid", () => {
  test("paid above contracted, and by how much", () => {
    const [flag] = flagsOf(aBook({ receipts: [agreed("passport", 500_000n)] }), today);
    expect(flag).toMatchObject({
      condition: "paidAboveContracted",
      details: { by: { minor: 300_000n, currency: "VND" } },
    });
  });
  test("two payments of one component are added", () => {
    expect(conditions({ receipts: [agreed("passport", 150_000n), agreed("passport", 100_000n)] })).toContain(
      "paidAboveContracted",
    );
  });
  test("asked twice for the same money is not asked double", () => {
    const asked = agreed("passport", 200_000n, { kind: "asked" });
    expect(conditions({ receipts: [asked, { ...asked, id: "b", number: "BN-b" }] })).toEqual([]);
  });
  test("a component the contract does not have", () => {
    expect(conditions({ receipts: [agreed("uniform_kit", 1_000_000n)] })).toEqual(["notInContract"]);
  });
  test("a contract above what was published, before anything is paid", () => {
    const contracted = [...someLines().slice(0, 2), line(2, "passport", 900_000n), line(3, "exam_fee", 1_000_000n)];
    expect(conditions({ contracted })).toEqual(["contractAbovePublished", "notPublished"]);
  });
  test("paid in đồng for a fee in euro: only what is beyond the moves of the rate", () => {
    // 3,000 EUR at 28,000 ₫ = 84,000,000 ₫
    expect(conditions({ receipts: [agreed("service_fee", 85_000_000n)] })).not.toContain("paidAboveContracted");
    expect(conditions({ receipts: [agreed("service_fee", 90_000_000n)] })).toContain("paidAboveContracted");
  });
});

describe("against the law", () => {
  const contracted = [line(0, "service_fee", 700_000n, { currency: "EUR" }), line(1, "recruiting_fee", 5_000_000n)];
  test("a service fee above two months of wage for 24 months, over all its parts", () => {
    const paid = [
      agreed("service_fee", 300_000n, { currency: "EUR" }),
      agreed("service_fee", 300_000n, { currency: "EUR" }),
    ];
    const flags = flagsOf(aBook({ contracted, published: contracted, receipts: paid }), today);
    const above = flags.find(({ condition }) => condition === "aboveCeiling");
    expect(above?.details).toMatchObject({ by: { minor: 40_000n, currency: "EUR" }, rule: "SF-GEN" });
    expect(conditions({ contracted, published: contracted, receipts: paid.slice(1) })).toEqual([]);
  });
  test("what nobody may take", () => {
    expect(conditions({ contracted, published: contracted, receipts: [agreed("recruiting_fee", 5_000_000n)] })).toEqual(
      ["prohibited"],
    );
  });
  test("a service fee asked before the contract was signed", () => {
    const early = [anEntry("worker", 100_000n, { paidOn: day("2026-02-20") })];
    expect(conditions({ receipts: [aReceipt("service_fee", early, { kind: "asked", currency: "EUR" })] })).toEqual([
      "tooEarly",
    ]);
  });
  test("money to a person", () => {
    const toPerson = [anEntry("worker", 100_000n, { payee: "person" })];
    expect(conditions({ receipts: [aReceipt("service_fee", toPerson, { currency: "EUR" })] })).toEqual(["wrongPayee"]);
  });
});

describe("between the two sides", () => {
  test("different amounts on one receipt", () => {
    const receipts = [aReceipt("passport", [anEntry("worker", 200_000n), anEntry("agency", 150_000n)])];
    const [flag] = flagsOf(aBook({ receipts }), today);
    expect(flag?.details).toMatchObject({ worker: { minor: 200_000n }, agency: { minor: 150_000n } });
  });
  test("different amounts on two receipts of the same days are probably one payment", () => {
    const receipts = [
      aReceipt("passport", [anEntry("worker", 200_000n)]),
      aReceipt("passport", [anEntry("agency", 150_000n)]),
    ];
    expect(conditions({ receipts })).toContain("sidesDiffer");
  });
  test(`one side alone is asked about after ${confirmWithinDays} days, not before`, () => {
    const receipts = [aReceipt("passport", [anEntry("worker", 200_000n)])];
    expect(conditions({ receipts }, day("2026-03-16"))).toEqual([]);
    expect(conditions({ receipts }, day("2026-03-17"))).toEqual(["notConfirmed"]);
  });
});

test("a refund past its day, with what is still owed", () => {
  const book = aBook({
    ...{ departedOn: day("2026-04-01"), endedOn: day("2027-04-01"), ending: "completed" },
    contracted: [...someLines(), line(3, "worker_deposit", 10_000_000n)],
    published: [...someLines(), line(3, "worker_deposit", 10_000_000n)],
    receipts: [agreed("worker_deposit", 10_000_000n), agreed("worker_deposit", 4_000_000n, { kind: "returned" })],
  });
  const owed = (on: string) => flagsOf(book, day(on)).find(({ condition }) => condition === "refundOverdue");
  expect(owed("2027-09-28")).toBeUndefined();
  expect(owed("2027-09-29")?.details).toMatchObject({ by: { minor: 6_000_000n, currency: "VND" } });
});

test("the ledger says differences in the order of the contract", () => {
  const rows = ledgerOf(aBook({ receipts: [agreed("uniform_kit", 1n), agreed("passport", 50_000n)] }));
  expect(rows.map(({ component }) => component)).toEqual([
    "service_fee",
    "language_training",
    "passport",
    "uniform_kit",
  ]);
  expect(rows[2]?.differences).toEqual([{ name: "stillToPay", by: { minor: 150_000n, currency: "VND" } }]);
});
