// What was asked, as people and programs put it, in whole units, and the verdicts in the same units.
import { parseDay, type Day } from "@/domain/kernel/calendar";
import { marketOf } from "@/domain/kernel/catalogue";
import { moneyOf, unitsOf, type Money } from "@/domain/kernel/money";
import { askedMinor } from "../answer";
import type { Rates } from "../conversion";
import type { AskedBody } from "../schema";
import type { FeeFinding } from "../sheet";
import { askedSums, type DongSum } from "./sums";
import { askedVerdicts, decidingRule, type AskedLine, type AskedTerms, type AskedVerdict } from "./verdicts";

export function askedQuestionOf(body: AskedBody, rates: Rates): { terms: AskedTerms; lines: AskedLine[] } {
  const currency = body.currency ?? marketOf(body.market)?.currency ?? "VND";
  const money = (units: number | undefined): Money | null => (units === undefined ? null : moneyOf(units, currency));
  const { completed_tts: tts } = body;
  const terms: AskedTerms = {
    market: body.market,
    programme: body.programme ?? null,
    occupation: body.occupation ?? null,
    contractMonths: body.contract_months ?? null,
    wage: money(body.wage),
    foreignPaid: money(body.foreign_paid),
    ...(tts === undefined ? {} : { completedTts: tts === "none" ? null : tts }),
    ticket: money(body.ticket_price),
    rates,
  };
  const lines = body.lines.map((line): AskedLine => {
    const own = line.currency ?? "VND";
    return {
      called: line.called,
      amountMinor: line.amount === undefined ? null : askedMinor(line.amount, own),
      currency: own,
      when: line.when ?? "unknown",
      to: line.to ?? "unknown",
    };
  });
  return { terms, lines };
}

const amount = (money: Money | null) => money && { amount: unitsOf(money), currency: money.currency };
const minorIn = (minor: bigint | null | undefined, currency: string | null | undefined) =>
  minor === null || minor === undefined || !currency ? null : unitsOf({ minor, currency });

const findingAnswer = (finding: FeeFinding) => ({
  condition: finding.condition,
  severity: finding.severity,
  rule: finding.rule,
  legalSource: finding.legalSource,
  limit: minorIn(finding.limitMinor, finding.currency),
  excess: minorIn(finding.excessMinor, finding.currency),
  currency: finding.currency ?? null,
});

function lineAnswer(one: AskedVerdict) {
  const { rule, legalSource, verified } = decidingRule(one);
  const { limit } = one;
  return {
    line: one.position,
    called: one.called,
    component: one.code,
    asked: amount(one.asked),
    times: one.times,
    verdict: one.verdict,
    excess: amount(one.excess),
    most: amount(limit?.most ?? null),
    mostPerMonth: limit?.monthly ?? false,
    ceilingMonths: limit?.ceiling?.ceilingMonths ?? null,
    rule,
    legalSource,
    verified,
    findings: one.findings.map(findingAnswer),
    assumptions: [...(limit?.ceiling?.assumptions ?? [])],
    also: [...(limit?.ceiling?.also ?? [])],
    depends: [...one.depends],
  };
}

const sumAnswer = ({ dong, complete }: DongSum) => ({ dong: Number(dong), complete });

/** Verdicts for `today` unless the question names a day; the rates that were used go with them. */
export function askedAnswerOf(body: AskedBody, today: Day, rates: Rates) {
  const on = (body.on && parseDay(body.on)) || today;
  const { terms, lines } = askedQuestionOf(body, rates);
  const verdicts = askedVerdicts(terms, lines, on);
  const sums = askedSums(verdicts, rates);
  const used = new Set([
    terms.wage?.currency ?? marketOf(terms.market)?.currency ?? "VND",
    ...lines.map(({ currency }) => currency),
    ...verdicts.flatMap(({ limit }) => limit?.ceiling?.currency ?? []),
  ]);
  return {
    on,
    market: terms.market,
    programme: terms.programme,
    lines: verdicts.map(lineAnswer),
    sums: {
      asked: sumAnswer(sums.asked),
      notOwed: sumAnswer(sums.notOwed),
      atCost: sumAnswer(sums.atCost),
      cappedMost: sums.cappedMost === null ? null : Number(sums.cappedMost),
      wholeMost: sums.wholeMost === null ? null : Number(sums.wholeMost),
    },
    rates: [...used].flatMap((currency) => {
      const rate = rates.get(currency);
      return rate ? [{ currency, on: rate.on, vndPerUnit: rate.vndPerUnit, source: rate.source }] : [];
    }),
  };
}
