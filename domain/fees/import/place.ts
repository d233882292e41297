// What becomes of a rate that somebody hands in, beside those already held: added, changed, the same, refused or contradicted. No clock, no database.
import type { Day } from "@/domain/kernel/calendar";
import type { RateInput } from "../schema";
import type { RateMessage, SaidRate } from "./columns";

export type Held = Pick<RateInput, "currency" | "on" | "vndPerUnit" | "source" | "verified">;
export type Placed = {
  verdict: "added" | "changed" | "same" | "refused" | "contradiction";
  messages: RateMessage[];
  rate: RateInput | null;
};

/** Rates by currency and day. */
export class Known {
  readonly #byCurrency = new Map<string, Map<Day, Held>>();
  constructor(held: Iterable<Held> = []) {
    for (const rate of held) this.add(rate);
  }
  add(rate: Held): void {
    const days = this.#byCurrency.get(rate.currency) ?? new Map<Day, Held>();
    this.#byCurrency.set(rate.currency, days.set(rate.on, rate));
  }
  on(currency: string, day: Day): Held | null {
    return this.#byCurrency.get(currency)?.get(day) ?? null;
  }
  days(currency: string): Iterable<Held> {
    return this.#byCurrency.get(currency)?.values() ?? [];
  }
}

/** The last one before the day, else the first after it: what a new one is measured by. */
function nearest(all: readonly Known[], currency: string, day: Day): Held | null {
  let before: Held | null = null;
  let after: Held | null = null;
  for (const known of all)
    for (const rate of known.days(currency)) {
      if (rate.on < day && (!before || rate.on > before.on)) before = rate;
      if (rate.on > day && (!after || rate.on < after.on)) after = rate;
    }
  return before ?? after;
}

/** Ten times as much, or a tenth: a comma in the wrong place or a rate for a hundred units, never a day's market. */
const implausible = (value: number, beside: Held): boolean =>
  value >= beside.vndPerUnit * 10 || value * 10 <= beside.vndPerUnit;

const refused = (message: RateMessage): Placed => ({ verdict: "refused", messages: [message], rate: null });
const contradicted = (code: string, held: Held): Placed => ({
  verdict: "contradiction",
  messages: [{ code, details: { held: held.vndPerUnit, source: held.source } }],
  rate: null,
});

/** The one value a row means, or why it means none. */
function valueOf(said: SaidRate, beside: Held | null): number | RateMessage {
  const [first = 0, second] = said.readings;
  const details = beside && { before: beside.vndPerUnit, on: beside.on };
  if (second === undefined) {
    if (!beside || said.confirmed || !implausible(first, beside)) return first;
    return { code: "implausible", value: String(first), details: details ?? {} };
  }
  const fitting = beside ? said.readings.filter((value) => !implausible(value, beside)) : [];
  return fitting.length === 1 ? (fitting[0] as number) : { code: "twoReadings", value: said.readings.join(" / ") };
}

/** `seen`: what earlier rows of the same file said. */
export function placeRate(said: SaidRate, held: Known, seen: Known, verified: boolean, today: Day): Placed {
  const { currency, on, source } = said;
  if (on > today) return refused({ code: "future", value: on });
  const beside = nearest([held, seen], currency, on);
  const value = valueOf(said, beside);
  if (typeof value !== "number") return refused(value);
  const rate: RateInput = { currency, on, vndPerUnit: value, source, verified };
  const earlier = seen.on(currency, on);
  if (earlier)
    return earlier.vndPerUnit === value
      ? { verdict: "same", messages: [], rate: null }
      : contradicted("otherRowSaysOtherwise", earlier);
  const before = held.on(currency, on);
  if (!before) return { verdict: "added", messages: beside ? [] : [{ code: "firstOfCurrency" }], rate };
  if (before.vndPerUnit === value && (before.verified || !verified))
    return { verdict: "same", messages: [], rate: null };
  if (before.verified && !verified) return contradicted("verifiedSaysOtherwise", before);
  if (before.verified && before.source !== source) return contradicted("otherSourceSaysOtherwise", before);
  const messages = before.vndPerUnit === value ? [] : [{ code: "replaces", details: { held: before.vndPerUnit } }];
  return { verdict: "changed", messages, rate };
}
