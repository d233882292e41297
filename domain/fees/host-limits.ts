// The most that may be taken from a worker in the host country, line by line (C02 App. II-IV; Taiwan's agent fees).
import type { Day } from "@/domain/kernel/calendar";
import { moneyOf } from "@/domain/kernel/money";
import { convert } from "./conversion";
import type { FeeRule } from "./reference";
import type { FeeLine, FeeTerms } from "./schema";
import { rulesFor, subjectOf } from "./selection";
import { monthlyBasic, ratesOf } from "./terms";

/** In the line's currency and for the line's own unit (a month for monthly lines). */
export type HostLimit = {
  rule: FeeRule;
  /** Null when it cannot be computed: no wage, no rate. */
  limitMinor: bigint | null;
  /** Up to here it depends on something the sheet does not say. */
  softMinor?: bigint | null;
};

const hostComponents = new Set([
  "host_agent_fee",
  "host_training_fee",
  "host_management_fee",
  "rent_host",
  "board_lodging_deduction",
]);
const limitTypes = new Set(["max", "zero", "tiered_max", "max_percent_of_wage"]);

/** Contract lengths some rules are for. */
export function lengthApplies(rule: FeeRule, months: number | null): boolean | null {
  const short = rule.id === "CM-TW-SHORT-AGENT" || rule.id === "CM-TW-SHORT-AIR";
  if (!short && rule.id !== "CM-TW-AIR") return true;
  if (months === null) return null;
  return short ? months >= 12 && months < 18 : months >= 18;
}

export function hostLimit(line: FeeLine, terms: FeeTerms, day: Day): HostLimit | null {
  if (!hostComponents.has(line.code)) return null;
  const subject = subjectOf(terms);
  const rules = subject ? rulesFor(line.code, subject, day, limitTypes) : [];
  const rule = strictest(rules.filter((one) => lengthApplies(one, terms.contractMonths) === true));
  if (!rule) return null;
  const here = (units: number) =>
    convert(moneyOf(units, rule.currency ?? terms.currency), line.currency, ratesOf(terms))?.minor ?? null;
  if (rule.ruleType === "zero") return { rule, limitMinor: 0n };
  if (rule.ruleType === "tiered_max") return { rule, limitMinor: here(tier(rule, line.months)) };
  if (rule.ruleType === "max") {
    const { amount_if_offset: offset } = rule.facts;
    return { rule, limitMinor: here(rule.amount ?? 0), ...(offset === undefined ? {} : { softMinor: here(offset) }) };
  }
  const wage = monthlyBasic(terms);
  if (wage === null) return { rule, limitMinor: null };
  const limit = (wage * BigInt(percentOf(rule, terms.board))) / 100n;
  return {
    rule,
    limitMinor: convert({ minor: limit, currency: terms.currency }, line.currency, ratesOf(terms))?.minor ?? null,
  };
}

/** Free meals leave less to deduct (Korea E-7: 15 % instead of 20 %). */
export const percentOf = (rule: FeeRule, board: string): number =>
  (board === "free" ? rule.facts.percent_if_meals_free : undefined) ?? rule.percent ?? 0;

/** One amount for all months of a contract may be at most the average of its years; a single month, the first year's. */
function tier(rule: FeeRule, months: number | null): number {
  const tiers = rule.facts.amounts ?? [];
  const perMonth = (month: number) => tiers[Math.min(Math.floor(month / 12), tiers.length - 1)]?.amount ?? 0;
  if (!months) return perMonth(0);
  let total = 0;
  for (let month = 0; month < months; month++) total += perMonth(month);
  return total / months;
}

/** A rule for a length of contract narrows the general one of the same market. */
const strictest = (rules: readonly FeeRule[]): FeeRule | null =>
  rules.find((rule) => rule.condition !== null) ?? rules[0] ?? null;
