// What a policy loan comes to: how much at most, what is paid back each month, what it costs in all. Whole đồng throughout.
import type { Instalment, LoanSchedule, LoanTerms, Situation } from "./schema";

/** Lawful cost less what the state pays of it already; of the deposit's loan its cap. Null: the cost is not known. */
export function loanCeiling(
  terms: LoanTerms,
  { lawfulCostDong, grantedDong }: { lawfulCostDong: bigint | null; grantedDong: bigint },
): bigint | null {
  if (terms.shareOfCost === null) return terms.capDong;
  if (lawfulCostDong === null) return null;
  const rest = lawfulCostDong > grantedDong ? lawfulCostDong - grantedDong : 0n;
  const share = (rest * BigInt(terms.shareOfCost)) / 100n;
  return terms.capDong !== null && terms.capDong < share ? terms.capDong : share;
}

/** What she asks for, never more than the ceiling; null: no loan, or "as much as I may" while nobody knows how much that is. */
export function principalOf(borrow: Situation["borrow"], ceiling: bigint | null): bigint | null {
  if (borrow === null) return null;
  if (borrow === "most") return ceiling;
  return ceiling !== null && ceiling < borrow ? ceiling : borrow;
}

/** Half up, for amounts that are never negative. */
const divided = (dividend: bigint, divisor: bigint): bigint => (2n * dividend + divisor) / (2n * divisor);
const wholePercentYear = 100_000n * 12n;

/**
 * Equal parts of the principal each month, rounded down to a đồng, the last one takes the rest; interest of a month is a twelfth of the
 * yearly rate on what was still owed, rounded to the nearest đồng. Our assumption: the bank agrees its own dates with each borrower.
 */
export function loanSchedule(terms: LoanTerms, principalDong: bigint, months: number): LoanSchedule {
  const { ratePerYearMilliPercent: rate, collateralAboveDong } = terms;
  const known = { terms, principalDong, months };
  const collateralNeeded = collateralAboveDong === null ? null : principalDong > collateralAboveDong;
  if (rate === null || !Number.isInteger(months) || months < 1 || principalDong < 0n)
    return { ...known, instalments: null, totalInterestDong: null, collateralNeeded };
  const part = principalDong / BigInt(months);
  const instalments: Instalment[] = [];
  let left = principalDong;
  let totalInterestDong = 0n;
  for (let month = 1; month <= months; month++) {
    const interestDong = divided(left * BigInt(rate), wholePercentYear);
    const paid = month === months ? left : part;
    left -= paid;
    totalInterestDong += interestDong;
    instalments.push({ month, principalDong: paid, interestDong, leftDong: left });
  }
  return { ...known, instalments, totalInterestDong, collateralNeeded };
}

/** Rate on what is paid late, in thousandths of a per cent a year. */
export const overdueRate = (terms: LoanTerms): number | null =>
  terms.ratePerYearMilliPercent === null || terms.overdueShare === null
    ? null
    : Math.round((terms.ratePerYearMilliPercent * terms.overdueShare) / 100);
