// What statistics speak of: which measures, of which groups of orders, over which period.
import type { Day } from "@/domain/kernel/calendar";

/**
 * cost: what the worker pays before leaving, deposit apart. service_fee: what is asked of the worker under that name, in đồng;
 * service_fee_months: the same in months of basic wage. deposit: lodged and given back. kept: left of a month's wage after the usual
 * deductions and after board and lodging where they are taken from it.
 */
export const measures = ["cost", "service_fee", "service_fee_months", "deposit", "kept"] as const;
export type Measure = (typeof measures)[number];

/** A group of orders: what is absent was not asked about. */
export type Group = { market?: string; programme?: string; occupation?: string; agencyId?: string };
export type GroupKey = keyof Group;

/** Groups of which figures are kept; of open orders all, of past months the first four. */
export const keptGroups: readonly (readonly GroupKey[])[] = [
  [],
  ["market"],
  ["programme"],
  ["occupation"],
  ["agencyId"],
  ["market", "programme"],
  ["market", "occupation"],
  ["market", "agencyId"],
];
export const monthlyGroups = keptGroups.slice(0, 4);

/** Orders rounded to the same value, as many as there are. */
export type Dot = readonly [value: number, orders: number];

/** Values are đồng, or months of wage; never of fewer than five orders. */
export type Statistic = {
  group: Required<{ [K in GroupKey]: string | null }>;
  measure: Measure;
  /** First day of the month of publication; null: open orders. */
  month: Day | null;
  count: number;
  least: number;
  lowerQuartile: number;
  median: number;
  upperQuartile: number;
  most: number;
  dots: readonly Dot[];
  /** Months of wage that may be asked at most: lowest and highest in the group, the same where one ceiling holds for all. */
  ceiling: { from: number; to: number } | null;
  /** Open orders of the market that ask least and most: ids, to be asked for at the orders' door. */
  cheapest: string[];
  dearest: string[];
};
export type Summary = Pick<Statistic, "count" | "least" | "lowerQuartile" | "median" | "upperQuartile" | "most">;
