// What may be said of many orders at once: how quartiles are taken, from how many orders on, what one dot stands for. No database.
import { type Day, addMonths } from "@/domain/kernel/calendar";
import type { Dot, Group, GroupKey, Measure, Summary } from "./schema";
import { keptGroups } from "./schema";

/** Fewer orders give no statistic: a median of three is the middle one's price, not a market's. */
export const fewest = 5;

/** The value below which a share of the sorted values lies, between two neighbours in proportion (as PostgreSQL's percentile_cont). */
export function quantile(sorted: ArrayLike<number>, share: number): number {
  if (sorted.length === 0) throw new RangeError("no values");
  const at = (sorted.length - 1) * share;
  const [below, above] = [sorted[Math.floor(at)] as number, sorted[Math.ceil(at)] as number];
  return below + (above - below) * (at - Math.floor(at));
}

/** Null below five values. */
export function summaryOf(values: readonly number[]): Summary | null {
  if (values.length < fewest) return null;
  const sorted = Float64Array.from(values).sort();
  return {
    count: sorted.length,
    least: sorted[0] as number,
    lowerQuartile: quantile(sorted, 0.25),
    median: quantile(sorted, 0.5),
    upperQuartile: quantile(sorted, 0.75),
    most: sorted[sorted.length - 1] as number,
  };
}

/** A dot is rounded to this: exact enough to draw, too rough to point at one order. */
export const dotStep: Readonly<Record<Measure, number>> = {
  cost: 1_000_000,
  service_fee: 1_000_000,
  service_fee_months: 0.1,
  deposit: 1_000_000,
  kept: 1_000_000,
};

/** Dots put together until at most so many places are left, each place a whole number of steps. */
export function coarser(dots: readonly Dot[], measure: Measure, places: number): { dots: Dot[]; step: number } {
  const fine = dotStep[measure];
  const most = Math.max(0, ...dots.map(([value]) => value));
  const factor = [1, 2, 5, 10, 20, 50, 100, 200, 500].find((one) => most / (fine * one) <= places) ?? 1_000;
  const merged = new Map<number, number>();
  for (const [value, orders] of dots) {
    const place = Math.round(value / fine / factor);
    merged.set(place, (merged.get(place) ?? 0) + orders);
  }
  const exact = (place: number) => Math.round(place * factor * fine * 1_000) / 1_000;
  return { dots: [...merged].sort(([a], [b]) => a - b).map(([place, n]) => [exact(place), n]), step: exact(1) };
}

/** Months of publication that are shown, oldest first; the last is still running. */
export function monthsUntil(today: Day, count = 12): Day[] {
  const first = `${today.slice(0, 7)}-01` as Day;
  return Array.from({ length: count }, (_, i) => addMonths(first, i - count + 1));
}

const keysOf = (group: Group): GroupKey[] =>
  (["market", "programme", "occupation", "agencyId"] as const).filter((key) => group[key] !== undefined);

/** Whether figures of such a group are kept at all. */
export const isKept = (group: Group): boolean =>
  keptGroups.some((keys) => keys.toSorted().join() === keysOf(group).toSorted().join());

/** At most a twentieth of the time is spent on figures: a refresh that took three seconds is not repeated within a minute. */
export const restAfter = (tookMs: number): number => tookMs * 20;

export { measures } from "./schema";
