// The fee rules of one market on a day, as its page lists them: per programme, with article, dates and conditions.
import type { Day } from "@/domain/kernel/calendar";
import { programmes, type SenderType } from "@/domain/kernel/catalogue";
import { componentCeiling, type CeilingVerdict } from "./ceiling";
import { feeRuleOf, type FeeRule } from "./reference";
import { minimumRulesFor, ruleIsForWork, subjectOf } from "./selection";

export type RuleLine = {
  rule: string;
  component: string;
  verdict: CeilingVerdict;
  ratePer12Months: number | null;
  capMonths: number | null;
  /** In units of `currency`. */
  amount: number | null;
  currency: string | null;
  legalSource: string;
  verified: boolean;
  effectiveFrom: Day;
  effectiveTo: Day | null;
  /** The worker must satisfy it for this line to hold; null: holds for all. */
  condition: string | null;
  /** The work it is limited to; null: all. */
  occupation: string | null;
  note: string | null;
};
export type ProgrammeCeilings = {
  programme: string;
  senders: readonly SenderType[];
  /** The line that holds for everybody first, then what holds on a condition. */
  serviceFee: RuleLine[];
  extension: RuleLine[];
  deposit: RuleLine[];
  brokerage: RuleLine[];
  /** The market's contract minimums, most specific first. */
  minimums: readonly FeeRule[];
};

const lineOf = (rule: FeeRule, verdict: CeilingVerdict, verified: boolean, note: string | null): RuleLine => ({
  rule: rule.id,
  component: rule.component,
  verdict,
  ratePer12Months: rule.ratePer12Months,
  capMonths: rule.capMonths,
  amount: rule.amount,
  currency: rule.currency,
  legalSource: rule.legalSource,
  verified,
  effectiveFrom: rule.effectiveFrom,
  effectiveTo: rule.effectiveTo,
  condition: rule.condition,
  occupation: ruleIsForWork(rule) ? rule.occupation : null,
  note,
});

function linesOf(component: string, market: string, programme: string, on: Day): RuleLine[] {
  const ceiling = componentCeiling(component, { market, programme }, on);
  const rule = ceiling.rule ? feeRuleOf(ceiling.rule) : undefined;
  if (!rule) return [];
  const conditional = ceiling.also.flatMap((one) => feeRuleOf(one.rule) ?? []);
  return [
    lineOf(rule, ceiling.verdict, ceiling.verified, ceiling.note),
    ...conditional.map((one) => lineOf(one, one.ruleType === "zero" ? "zero" : "capped", one.verified, one.note)),
  ];
}

export function ceilingsOverview(market: string, on: Day): ProgrammeCeilings[] {
  return programmes
    .filter((programme) => programme.market === market)
    .map(({ code, senders }) => {
      const subject = subjectOf({ market, programme: code });
      const licensed = subject?.names.has("LICENSED") ?? false;
      return {
        programme: code,
        senders,
        serviceFee: linesOf("service_fee", market, code, on),
        extension: linesOf("service_fee_extension", market, code, on),
        deposit: linesOf("worker_deposit", market, code, on),
        brokerage: linesOf("brokerage_price", market, code, on),
        minimums: subject && licensed ? minimumRulesFor(subject, on) : [],
      };
    });
}
