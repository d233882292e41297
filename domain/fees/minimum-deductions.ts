// What is taken from the wage for food and a bed, beside what the circular lets be taken.
import { moneyOf } from "@/domain/kernel/money";
import { convert } from "./conversion";
import { percentOf } from "./host-limits";
import { above, fact, lacking, type Checked, type Facts, type Met } from "./minimum-figures";
import type { FeeRule } from "./reference";
import type { FeeTerms } from "./schema";
import { monthlyBasic, ratesOf } from "./terms";

/** Taken from the wage each month: the amount given for a free or priced item, else a deduction line of that code. */
function taken(state: string, minor: bigint | null, codes: readonly string[], terms: FeeTerms): bigint | null {
  if (state === "free") return 0n;
  if (minor !== null) return minor;
  const line = terms.deductions?.find((deduction) => codes.includes(deduction.code));
  if (line?.minor != null) return line.minor;
  const base = monthlyBasic(terms);
  return line?.percent != null && base !== null ? (base * BigInt(Math.round(line.percent * 100))) / 10_000n : null;
}
const rentCodes = ["rent_host", "rent", "lodging"];
function boardAndLodging(terms: FeeTerms): bigint | null {
  const together = terms.deductions?.find((line) => line.code === "board_lodging_deduction")?.minor;
  if (together != null) return together;
  const board = taken(terms.board, terms.boardMinor, ["board", "meals"], terms);
  const lodging = taken(terms.lodging, terms.lodgingMinor, rentCodes, terms);
  return board === null || lodging === null ? null : board + lodging;
}

export function deduction(rule: FeeRule, terms: FeeTerms): Checked[] {
  const rent = rule.component === "rent_host";
  const condition = rent ? "rent" : "boardAndLodging";
  const amount = rent ? taken(terms.lodging, terms.lodgingMinor, rentCodes, terms) : boardAndLodging(terms);
  const said = fact("said", amount, terms.currency);
  const limited = (limit: bigint | null): Facts => ({
    ...said,
    ...fact("limit", limit, terms.currency),
    ...(limit === null || amount === null ? {} : lacking(-amount, -limit, terms.currency)),
  });
  if (rule.ruleType === "zero") {
    const met = above(amount, 0n) === "unmet" ? "unmet" : bothFree(terms, amount);
    return [{ condition, met, params: { ...limited(0n), free: "yes" } }];
  }
  if (rule.ruleType === "max_percent_of_wage") {
    const percent = percentOf(rule, terms.board);
    const base = monthlyBasic(terms);
    const most = base === null ? null : (base * BigInt(percent)) / 100n;
    return [{ condition, met: most === null ? "unknown" : above(amount, most), params: { percent, ...limited(most) } }];
  }
  if (rule.ruleType !== "max" || rule.amount === null || !rule.currency) return [];
  const limit = (units: number) =>
    convert(moneyOf(units, rule.currency ?? ""), terms.currency, ratesOf(terms))?.minor ?? null;
  const most = limit(rule.amount);
  const soft = limit(rule.facts.amount_if_offset ?? rule.amount);
  const met = most === null || soft === null ? "unknown" : above(amount, most);
  // Up to the higher figure it depends on support the order does not state.
  const decided = met === "unmet" && soft !== null && above(amount, soft) === "met" ? "unknown" : met;
  const params = { amount: rule.amount, currency: rule.currency, ...limited(most) };
  return [{ condition, met: decided, params }];
}
const bothFree = (terms: FeeTerms, amount: bigint | null): Met =>
  amount === 0n ? "met" : terms.board === "own_cost" || terms.lodging === "own_cost" ? "unmet" : "unknown";
