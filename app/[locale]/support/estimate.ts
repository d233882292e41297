// The loan she asks about, worked out with what the page knows of her offer.
import type { Estimate } from "@/components/support/loan-estimate";
import { loanCeiling, loanSchedule, principalOf } from "@/domain/support/rules";
import type { Situation, Support } from "@/domain/support/schema";
import type { Offer } from "./offer";

type Missing = { missing: "months" | "cost" | "nothing" };

/** Null: she wants no loan, or may have none. The form asks for the cost that is left after grants, so nothing more is taken off here. */
export function estimateOf(support: Support, { borrow }: Situation, offer: Offer): Estimate | Missing | null {
  const terms = support.loans.find(({ purpose }) => purpose === "cost");
  if (!terms || borrow === null || terms.applies === "no") return null;
  if (offer.months === null) return { missing: "months" };
  const ceilingDong = loanCeiling(terms, { lawfulCostDong: offer.costDong, grantedDong: 0n });
  const principal = principalOf(borrow, ceilingDong);
  if (principal === null) return { missing: "cost" };
  if (principal === 0n) return { missing: "nothing" };
  const { otherRateMilliPercent: otherRate } = terms;
  return {
    schedule: loanSchedule(terms, principal, offer.months),
    other:
      otherRate === null
        ? null
        : loanSchedule({ ...terms, ratePerYearMilliPercent: otherRate }, principal, offer.months),
    ceilingDong,
    askedDong: borrow === "most" ? null : borrow,
  };
}
