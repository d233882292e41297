// What the checks of contract minimums share: an answer, and the figures that go with it.
import { unitsOf } from "@/domain/kernel/money";
import type { FeeRule } from "./reference";
import type { FeeTerms } from "./schema";
import { monthlyBasic } from "./terms";

export const minimumConditions = [
  "contractLength",
  "wage",
  "localMinimumWage",
  "board",
  "lodging",
  "commuting",
  "rent",
  "boardAndLodging",
  "airfare",
  "foreignSideFee",
  "other",
] as const;
export type MinimumCondition = (typeof minimumConditions)[number];
/** Unknown is its own answer: nobody said, or there is no rate or local figure to compare with. */
export type Met = "met" | "unmet" | "unknown";
export type Facts = Readonly<Record<string, string | number>>;

export type Checked = { condition: MinimumCondition; met: Met; params?: Facts };
export type Check = (rule: FeeRule, terms: FeeTerms) => Checked[];

/** An amount under a name, nothing when it is not known. */
export const fact = (name: "said" | "limit" | "gap", minor: bigint | null, currency: string): Facts =>
  minor === null ? {} : { [name]: unitsOf({ minor, currency }), [`${name}Currency`]: currency };
/** What a wage lacks, or a deduction takes too much. */
export const lacking = (value: bigint | null, minimum: bigint, currency: string): Facts =>
  fact("gap", value !== null && value < minimum ? minimum - value : null, currency);
export const saidWage = (terms: FeeTerms): Facts => fact("said", monthlyBasic(terms), terms.currency);

export const atLeast = (value: bigint | number | null, minimum: bigint | number): Met =>
  value === null ? "unknown" : value >= minimum ? "met" : "unmet";
const opposite: Record<Met, Met> = { met: "unmet", unmet: "met", unknown: "unknown" };
export const above = (value: bigint | null, maximum: bigint): Met => opposite[atLeast(value, maximum + 1n)];
export const isFree = (state: string): Met => (state === "free" ? "met" : state === "unknown" ? "unknown" : "unmet");
