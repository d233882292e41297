// With nothing said of the person and nothing paid privately, the cash-flow says what the order's own page shows.
import fc from "fast-check";
import { expect, test } from "vitest";
import { rates } from "@/domain/fees/builders";
import { cashFlow, sheetTotals } from "@/domain/fees/rules";
import type { CashFlowTerms, FeeLine } from "@/domain/fees/schema";
import { day } from "@/domain/kernel/calendar";
import { noSituation } from "@/domain/support/rules";
import { figuresOf } from "./figures";

const nothingPrivate = { livingCosts: [], usualDeductions: [] };
const noSupport = { grants: [], loans: [] };

const lineArb = (currency: string): fc.Arbitrary<FeeLine> =>
  fc.record({
    position: fc.constant(0),
    code: fc.constantFrom("service_fee", "language_training", "health_check", "visa", "worker_deposit"),
    payer: fc.constantFrom("worker", "worker", "employer"),
    payee: fc.constant("agency"),
    amountMinor: fc.bigInt({ min: 0n, max: 200_000n }),
    currency: fc.constant(currency),
    due: fc.constantFrom("after_contract", "before_departure"),
    months: fc.constant(null),
    refundable: fc.constant("no"),
  });
const item = fc.record({
  code: fc.constantFrom("tax_host", "social_insurance_host"),
  minor: fc.option(fc.bigInt({ min: 0n, max: 9_000n }), { freq: 6 }),
});
/** Rates of 165 and 28,000 đồng: whole amounts, so that rounding each part and rounding the whole are the same. */
const payArb = fc
  .record({
    currency: fc.constantFrom("JPY", "EUR"),
    payPeriod: fc.constantFrom("month", "hour", "year"),
    hoursPerWeek: fc.constantFrom(40, 44.5),
    basicMinor: fc.option(fc.bigInt({ min: 400n, max: 400_000n }), { freq: 9 }),
    grossMinor: fc.option(fc.bigInt({ min: 400n, max: 400_000n })),
    netMinor: fc.option(fc.bigInt({ min: 1n, max: 300_000n }), { freq: 2 }),
    deductions: fc.option(fc.array(item, { maxLength: 2 }), { freq: 9 }),
    lodging: fc.constantFrom("free", "deducted"),
    lodgingMinor: fc.option(fc.bigInt({ min: 0n, max: 20_000n }), { freq: 9 }),
    contractMonths: fc.integer({ min: 6, max: 60 }),
  })
  .map((pay): CashFlowTerms => {
    // Euro amounts in whole euros, for the same reason.
    const whole = (minor: bigint | null) => (minor === null || pay.currency === "JPY" ? minor : minor * 100n);
    return {
      ...pay,
      basicMinor: whole(pay.basicMinor),
      netMinor: whole(pay.netMinor),
      lodgingMinor: whole(pay.lodgingMinor),
      payPeriod: pay.currency === "JPY" ? pay.payPeriod : "month",
      market: "JP",
      programme: "JP_TTS",
      occupation: null,
      senderType: "service_enterprise",
      kind: "agency_order",
      airfare: "foreign_side",
      airfareLegs: "round_trip",
      board: "free",
      boardMinor: null,
      commuting: "free",
      hoursPerDay: null,
      region: null,
      trainingMonths: null,
      selectionOn: null,
      departureFrom: null,
      departureTo: null,
      allowances: null,
      overtimeNote: null,
      rates,
    };
  });

test("cost, deposit, what is kept and the month of break-even are those of the order's page", () => {
  const asked = payArb.chain((terms) =>
    fc.record({ terms: fc.constant(terms), lines: fc.array(lineArb(terms.currency), { minLength: 1, maxLength: 6 }) }),
  );
  let known = 0;
  fc.assert(
    fc.property(asked, ({ terms, lines }) => {
      const sheet = lines.map((line, position) => ({ ...line, position }));
      const totals = sheetTotals(sheet, rates);
      const cost = totals.workerBeforeLeavingVnd;
      const pay = { ...terms, hoursPerWeek: terms.hoursPerWeek ?? null };
      const page = figuresOf(pay, cost, terms.contractMonths, rates.get(terms.currency) ?? null);
      const flow = cashFlow(
        { terms, lines: sheet, situation: noSituation, on: day("2026-11-23") },
        noSupport,
        nothingPrivate,
      );
      expect(flow.totals.beforeLeavingDong).toBe(cost);
      expect(flow.totals.depositDong).toBe(totals.depositVnd);
      // The page never shows less than nothing kept, and looks beyond the end of the contract.
      const kept = flow.keptPerMonthDong;
      expect(kept.low === null ? null : kept.low < 0n ? 0n : kept.low).toBe(page.netVnd);
      if (page.netVnd === null || page.breakEvenMonths === null) return;
      known += 1;
      const within = page.breakEvenMonths <= (terms.contractMonths ?? 0) ? page.breakEvenMonths : null;
      expect([flow.breakEven.earliest, flow.breakEven.latest]).toEqual([within, within]);
    }),
    { numRuns: 300 },
  );
  expect(known).toBeGreaterThan(100);
});
