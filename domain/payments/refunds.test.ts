import { describe, expect, test } from "vitest";
import fc from "fast-check";
import feeFile from "@/prisma/reference/fee-rules.json";
import { addMonths, day } from "@/domain/kernel/calendar";
import { aBook, aReceipt, agreed, anEntry, someTerms } from "@/tests/builders/payment-book";
import { refundState, refundsOf, workedParts } from "./refunds";

const ended = { endedOn: day("2027-04-01"), departedOn: day("2026-04-01") } as const;

describe("the vectors of the rules", () => {
  type Vector = {
    description: string;
    input: { paid?: number; contract_months?: number; worked_months?: number; currency?: string };
    expected: object;
  };
  const vectors = (feeFile.test_vectors as Vector[]).filter(({ input }) => input.paid !== undefined);

  test.each(vectors)("$description", ({ input, expected }) => {
    const { paid = 0, contract_months: months = 0, worked_months: worked = 0, currency = "TWD" } = input;
    const departedOn = day("2025-01-15");
    const [refund] = refundsOf(
      aBook({
        ...{
          signedOn: day("2025-01-02"),
          departedOn,
          endedOn: addMonths(departedOn, worked),
          ending: "early_no_fault",
        },
        terms: someTerms({ contractMonths: months }),
        receipts: [agreed("service_fee", BigInt(paid) * 100n, { currency })],
      }),
    );
    const { refund_without_interest: units } = expected as { refund_without_interest: number };
    expect(refund?.amountMinor).toBe(BigInt(units) * 100n);
    expect(refund?.rule).toBe("SF-REFUND");
  });
});

describe("the service fee", () => {
  const receipts = [agreed("service_fee", 24_000_000n)];
  test("comes back for the time left when the early end is not her fault", () => {
    const [refund] = refundsOf(aBook({ ...ended, ending: "early_no_fault", receipts }));
    expect(refund).toMatchObject({
      amountMinor: 12_000_000n,
      confirmedMinor: 12_000_000n,
      dueOn: "2027-09-28",
      dueBasis: "law",
    });
  });
  test("comes back whole when she was never sent, by a day that is our assumption", () => {
    const [refund] = refundsOf(aBook({ endedOn: day("2026-10-01"), ending: "not_sent", receipts }));
    expect(refund).toMatchObject({ amountMinor: 24_000_000n, dueOn: "2026-10-31", dueBasis: "assumption" });
  });
  test.each(["completed", "early_at_fault", "withdrawn"] as const)("does not come back after %s", (ending) => {
    expect(refundsOf(aBook({ ...ended, ending, receipts }))).toEqual([]);
  });
  test("has no amount while the day of departure is unknown", () => {
    const [refund] = refundsOf(aBook({ endedOn: day("2027-04-01"), ending: "abuse", receipts }));
    expect(refund?.amountMinor).toBeNull();
    expect(refundState(refund as NonNullable<typeof refund>, day("2030-01-01"))).toBe("unknown");
  });
  test("carries interest only at a known rate", () => {
    const [without] = refundsOf(aBook({ ...ended, ending: "abuse", receipts }));
    const [rated] = refundsOf(aBook({ ...ended, ending: "abuse", receipts, demandRate: 0.2 }));
    expect(without?.interestMinor).toBeNull();
    // 12,000,000 × 0.2 % × 567 days (2026-03-10 to 2027-09-28) / 365
    expect(rated?.interestMinor).toBe(37_282n);
  });
});

describe("the deposit", () => {
  const receipts = [agreed("worker_deposit", 12_000_000n)];
  test.each(["completed", "early_no_fault", "abuse", "not_sent"] as const)("comes back whole after %s", (ending) => {
    const departedOn = ending === "not_sent" ? null : ended.departedOn;
    expect(refundsOf(aBook({ ...ended, departedOn, ending, receipts }))[0]).toMatchObject({
      amountMinor: 12_000_000n,
      rule: "DEP-REFUND",
    });
  });
  test("after damage of her doing the remainder is for the two sides to say", () => {
    expect(refundsOf(aBook({ ...ended, ending: "early_at_fault", receipts }))[0]).toMatchObject({
      amountMinor: null,
      confirmedMinor: 0n,
    });
  });
  test("of a state programme follows its agreement: no day of ours", () => {
    const terms = someTerms({ senderType: "public_unit" });
    expect(refundsOf(aBook({ ...ended, ending: "completed", terms, receipts }))[0]).toMatchObject({
      amountMinor: null,
      dueOn: null,
      dueBasis: "unknown",
    });
  });
});

test("a day the contract names goes before ours", () => {
  const [refund] = refundsOf(
    aBook({ ...ended, ending: "completed", refundBy: day("2027-05-01"), receipts: [agreed("worker_deposit", 1_000n)] }),
  );
  expect(refund).toMatchObject({ dueOn: "2027-05-01", dueBasis: "contract" });
});

test("what the agency never confirmed is claimed, not undisputed", () => {
  const receipts = [aReceipt("service_fee", [anEntry("worker", 24_000_000n)])];
  expect(refundsOf(aBook({ ...ended, ending: "abuse", receipts }))[0]).toMatchObject({
    amountMinor: 12_000_000n,
    confirmedMinor: 0n,
  });
});

test("overdue begins the day after the last day, and ends when all is back", () => {
  const refund = { amountMinor: 100n, returnedMinor: 0n, dueOn: day("2027-09-28") };
  expect(refundState(refund, day("2027-09-28"))).toBe("waiting");
  expect(refundState(refund, day("2027-09-29"))).toBe("overdue");
  expect(refundState({ ...refund, returnedMinor: 99n }, day("2027-09-29"))).toBe("overdue");
  expect(refundState({ ...refund, returnedMinor: 100n }, day("2027-09-29"))).toBe("returned");
});

test("worked longer is never refunded more, and never more than was paid", () => {
  const start = day("2026-01-31");
  const refund = (days: number) => {
    const endedOn = new Date(Date.parse(start) + days * 86_400_000).toISOString().slice(0, 10);
    const book = aBook({
      departedOn: start,
      endedOn: day(endedOn),
      ending: "abuse",
      receipts: [agreed("service_fee", 7_777_777n)],
    });
    return refundsOf(book)[0]?.amountMinor ?? 0n;
  };
  fc.assert(
    fc.property(fc.nat(900), fc.nat(200), (days, more) => {
      expect(refund(days) <= 7_777_777n).toBe(true);
      expect(refund(days + more) <= refund(days)).toBe(true);
    }),
  );
});

test.each([
  [null, "2026-05-01", 0],
  ["2026-04-01", "2026-04-01", 0],
  ["2026-04-01", "2027-04-01", 360],
  ["2026-04-01", "2027-04-16", 375],
  ["2026-01-31", "2026-02-28", 28],
  ["2026-04-20", "2026-06-10", 51],
])("from %s to %s: %d thirtieths of a month", (from, to, parts) => {
  expect(workedParts(from === null ? null : day(from), day(to))).toBe(parts);
});
