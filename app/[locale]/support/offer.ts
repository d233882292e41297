// What is asked of the offer, not of the person: where to, for how long, at what cost. This much may stand in the address.
import { oneOf } from "@/app/_http/typed";
import { programmeOf } from "@/domain/kernel/catalogue";
import { cleanText } from "@/domain/kernel/text";
import { dongTyped } from "@/domain/support/rules";
import type { OfferErrors, OfferTyped } from "@/components/support/offer-questions";

const mostMonths = 120;
const mostCost = 2_000_000_000n;

export function offerOf(params: Record<string, string | string[] | undefined>) {
  const one = (name: string) => cleanText(oneOf(params, name), 40);
  const typed: OfferTyped = { programme: one("programme"), months: one("months"), cost: one("cost") };
  const programme = programmeOf(typed.programme) ?? null;
  if (!programme) typed.programme = "";
  const errors: OfferErrors = {};
  const months = /^\d{1,3}$/.test(typed.months) ? Number(typed.months) : null;
  const rightMonths = months !== null && months >= 1 && months <= mostMonths;
  if (typed.months !== "" && !rightMonths) errors.months = "contractMonths";
  const cost = typed.cost === "" ? null : dongTyped(typed.cost);
  const rightCost = cost !== null && cost <= mostCost;
  if (typed.cost !== "" && !rightCost) errors.cost = "cost";
  return {
    typed,
    errors,
    programme: programme?.code ?? null,
    market: programme?.market ?? null,
    months: rightMonths ? months : null,
    costDong: rightCost ? cost : null,
  };
}
export type Offer = ReturnType<typeof offerOf>;
