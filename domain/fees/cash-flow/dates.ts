// Between which days a line falls due, from the days an order states. What nobody said stays open.
import { addMonths, type Day } from "@/domain/kernel/calendar";
import type { Due } from "../schema";
import type { CashFlowTerms, When } from "./shape";

/** Paid to a school when the course begins, rather than somewhere before leaving. */
const ofTheCourse = new Set([
  "orientation_course",
  "language_training",
  "skill_training",
  "accommodation_training",
  "meals_training",
  "travel_training",
]);

const later = (a: Day | null, b: Day | null): Day | null => (a !== null && b !== null && b > a ? b : a);
const shifted = (value: Day | null, months: number | null): Day | null =>
  value === null || months === null ? null : addMonths(value, months);

/** Calendar months from the month of departure; null where either day is unknown. */
export function monthFromDeparture(on: Day | null, departure: Day | null): number | null {
  if (on === null || departure === null) return null;
  const count = (value: Day) => Number(value.slice(0, 4)) * 12 + Number(value.slice(5, 7));
  return count(on) - count(departure);
}

export function whenOf(due: Due, code: string, terms: CashFlowTerms, on: Day): When {
  const { selectionOn, departureFrom, trainingMonths, contractMonths } = terms;
  const departureTo = terms.departureTo ?? departureFrom;
  const window = (from: Day | null, to: Day | null, month = monthFromDeparture(from, departureFrom)): When => ({
    due,
    from,
    to,
    month: month !== null && due !== "monthly_abroad" && due !== "at_return" ? Math.min(0, month) : month,
  });
  if (due === "unknown") return window(null, null);
  if (due === "on_application") return window(selectionOn !== null && selectionOn < on ? null : on, selectionOn);
  if (due === "monthly_abroad") return window(departureFrom, shifted(departureTo, contractMonths), 1);
  if (due === "at_return")
    return window(shifted(departureFrom, contractMonths), shifted(departureTo, contractMonths), contractMonths);
  const courseBegins = shifted(departureFrom, trainingMonths === null ? null : -trainingMonths);
  if (ofTheCourse.has(code) && due !== "before_departure" && courseBegins !== null) {
    const from = later(courseBegins, selectionOn);
    return window(from, later(shifted(departureTo, -(trainingMonths ?? 0)), from));
  }
  if (due === "after_selection") return window(selectionOn, departureTo);
  // Between selection and leaving; the day of signing or of the visa is not stated, so no month is given.
  return { due, from: selectionOn, to: departureTo, month: null };
}

/** The bank releases a deposit once the contract is liquidated: counted from the month after its end (L69 Art. 25, D112 Art. 32). */
export function depositBack(terms: CashFlowTerms): When {
  const { departureFrom, contractMonths } = terms;
  const departureTo = terms.departureTo ?? departureFrom;
  return {
    due: "at_return",
    from: shifted(departureFrom, contractMonths),
    to: shifted(departureTo, contractMonths === null ? null : contractMonths + 1),
    month: contractMonths === null ? null : contractMonths + 1,
  };
}
