// What a loan comes to, worked out by hand; then what must hold of any loan.
//
// A month's interest on one đồng: 6.6 % / 12 = 0.0055; 8.382 % / 12 = 0.006985.
// With a principal P in n equal parts p, the debt runs p·n, p·(n−1) … p, so interest in all is p · rate · n(n+1)/2.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { day } from "@/domain/kernel/calendar";
import { loanCeiling, loanSchedule, noSituation, overdueRate, principalOf, supportFor } from "./rules";
import type { Situation } from "./schema";

const termsOf = (she: Partial<Situation>) => {
  const [terms] = supportFor(
    { ...noSituation, helpedBefore: false, ...she },
    { day: day("2026-11-23"), market: null, programme: null },
  ).loans;
  if (!terms) throw new Error("no loan in force");
  return terms;
};
const poor = termsOf({ groups: ["poor"] });
const soldier = termsOf({ groups: ["demobilised"] });

describe("what a loan comes to", () => {
  test.each([
    // p = 1,000,000; 0.0055 · 1,000,000 = 5,500; n(n+1)/2 = 666; 5,500 · 666 = 3,663,000. First: 1,000,000 + 36 · 5,500 = 1,198,000.
    ["36 million over 36 months at 6.6 %", poor, 36_000_000n, 36, 1_198_000n, 1_005_500n, 3_663_000n, false],
    // 0.006985 · 1,000,000 = 6,985; · 666 = 4,652,010. First: 1,000,000 + 36 · 6,985 = 1,251,460.
    ["36 million over 36 months at 8.382 %", soldier, 36_000_000n, 36, 1_251_460n, 1_006_985n, 4_652_010n, false],
    // p = 5,000,000; 27,500 · 300 = 8,250,000. First: 5,000,000 + 24 · 27,500 = 5,660,000.
    ["120 million over 24 months at 6.6 %", poor, 120_000_000n, 24, 5_660_000n, 5_027_500n, 8_250_000n, false],
    // p = 5,000,000; 34,925 · 300 = 10,477,500. First: 5,000,000 + 24 · 34,925 = 5,838,200.
    ["120 million over 24 months at 8.382 %", soldier, 120_000_000n, 24, 5_838_200n, 5_034_925n, 10_477_500n, false],
    // p = 3,500,000; 24,447.5 a month and part: whole in the 30 even months, half a đồng up in the 30 odd ones: 24,447.5 · 1,830 + 15.
    ["210 million over 60 months at 8.382 %", soldier, 210_000_000n, 60, 4_966_850n, 3_524_448n, 44_738_940n, true],
    // One month: 10,000,000 · 0.0055 = 55,000.
    ["10 million for one month at 6.6 %", poor, 10_000_000n, 1, 10_055_000n, 10_055_000n, 55_000n, false],
    // Exactly 200 million is not above it. p = 8,000,000; 44,000 · 325 = 14,300,000. First: 8,000,000 + 25 · 44,000.
    ["200 million over 25 months at 6.6 %", poor, 200_000_000n, 25, 9_100_000n, 8_044_000n, 14_300_000n, false],
    // One đồng more needs collateral; 8,000,000 a month and the last takes 8,000,001: interest of that đồng is below half a đồng a month.
    ["200,000,001 đồng over 25 months at 6.6 %", poor, 200_000_001n, 25, 9_100_000n, 8_044_001n, 14_300_000n, true],
  ] as const)("%s", (_, terms, principal, months, first, last, interest, collateral) => {
    const schedule = loanSchedule(terms, principal, months);
    const paid = schedule.instalments?.map((one) => one.principalDong + one.interestDong) ?? [];
    expect([paid[0], paid.at(-1), schedule.totalInterestDong]).toEqual([first, last, interest]);
    expect(schedule.collateralNeeded).toBe(collateral);
  });

  test("what does not divide is paid with the last instalment", () => {
    // 100,000,000 / 36 = 2,777,777.7…: 35 · 2,777,777 = 97,222,195, so the last is 2,777,805.
    const parts = loanSchedule(poor, 100_000_000n, 36).instalments?.map((one) => one.principalDong) ?? [];
    expect(parts.slice(0, -1).every((part) => part === 2_777_777n)).toBe(true);
    expect(parts.at(-1)).toBe(2_777_805n);
  });

  test("late payments cost 130 %: 6.6 → 8.58 %, 8.382 → 10.8966 %, in thousandths 10,897", () => {
    expect([overdueRate(poor), overdueRate(soldier)]).toEqual([8_580, 10_897]);
  });

  test("the most is the lawful cost less what the state pays: 95,000,000 − 9,280,000", () => {
    expect(loanCeiling(poor, { lawfulCostDong: 95_000_000n, grantedDong: 9_280_000n })).toBe(85_720_000n);
    expect(loanCeiling(poor, { lawfulCostDong: 5_000_000n, grantedDong: 9_280_000n })).toBe(0n);
    expect(loanCeiling(poor, { lawfulCostDong: null, grantedDong: 0n })).toBeNull();
  });

  test("she gets what she asks for, up to the most; the most itself only when it is known", () => {
    expect(principalOf(80_000_000n, 85_720_000n)).toBe(80_000_000n);
    expect(principalOf(90_000_000n, 85_720_000n)).toBe(85_720_000n);
    expect(principalOf("most", 85_720_000n)).toBe(85_720_000n);
    expect(principalOf("most", null)).toBeNull();
    expect(principalOf(null, 85_720_000n)).toBeNull();
  });
});

describe("of any loan", () => {
  const rates = fc.integer({ min: 0, max: 30_000 });
  const amounts = fc.bigInt({ min: 0n, max: 2_000_000_000n });
  const lengths = fc.integer({ min: 1, max: 120 });
  const at = (rate: number) => ({ ...poor, ratePerYearMilliPercent: rate });

  test("the instalments pay back the principal exactly, and nothing is owed at the end", () => {
    fc.assert(
      fc.property(rates, amounts, lengths, (rate, principal, months) => {
        const { instalments, totalInterestDong } = loanSchedule(at(rate), principal, months);
        expect(instalments).toHaveLength(months);
        const sum = (part: "principalDong" | "interestDong") => instalments?.reduce((all, one) => all + one[part], 0n);
        expect(sum("principalDong")).toBe(principal);
        expect(sum("interestDong")).toBe(totalInterestDong);
        expect(instalments?.at(-1)?.leftDong).toBe(0n);
        expect(instalments?.every((one) => one.principalDong >= 0n && one.interestDong >= 0n)).toBe(true);
      }),
    );
  });

  test("a higher rate, a larger loan or a longer one never costs less", () => {
    const cost = (rate: number, principal: bigint, months: number) =>
      loanSchedule(at(rate), principal, months).totalInterestDong ?? -1n;
    fc.assert(
      fc.property(rates, rates, amounts, lengths, (a, b, principal, months) => {
        expect(cost(Math.max(a, b), principal, months)).toBeGreaterThanOrEqual(cost(Math.min(a, b), principal, months));
      }),
    );
    // Rounding of each month can move a sum by half a đồng a month, so steps are larger than that.
    fc.assert(
      fc.property(rates, amounts, lengths, (rate, principal, months) => {
        expect(cost(rate, principal + 1_000_000n, months)).toBeGreaterThanOrEqual(cost(rate, principal, months));
        expect(cost(rate, principal, months + 1) + 121n).toBeGreaterThanOrEqual(cost(rate, principal, months));
      }),
    );
  });

  test("more cost never lowers the loan, more support never raises it, and it is never negative", () => {
    fc.assert(
      fc.property(amounts, amounts, amounts, (cost, more, granted) => {
        const most = (lawfulCostDong: bigint, grantedDong: bigint) =>
          loanCeiling(poor, { lawfulCostDong, grantedDong }) ?? -1n;
        expect(most(cost + more, granted)).toBeGreaterThanOrEqual(most(cost, granted));
        expect(most(cost, granted + more)).toBeLessThanOrEqual(most(cost, granted));
        expect(most(cost, granted)).toBeGreaterThanOrEqual(0n);
        expect(most(cost, granted)).toBeLessThanOrEqual(cost);
      }),
    );
  });

  test("without a rate, or without a length, there is no schedule rather than one at zero", () => {
    const unknown = { ...poor, ratePerYearMilliPercent: null };
    expect(loanSchedule(unknown, 10_000_000n, 12)).toMatchObject({ instalments: null, totalInterestDong: null });
    expect(loanSchedule(poor, 10_000_000n, 0).instalments).toBeNull();
    expect(loanSchedule(poor, 10_000_000n, 2.5).instalments).toBeNull();
  });
});
