// "They asked me for this money": every line judged by the same rules as a published cost sheet, and what it comes to.
import type { Day } from "@/domain/kernel/calendar";
import { marketOf, programmeOf, programmes } from "@/domain/kernel/catalogue";
import type { Money } from "@/domain/kernel/money";
import type { Ceiling } from "../ceiling";
import { convert } from "../conversion";
import { hostLimit } from "../host-limits";
import { feeComponentOf, feeRuleOf } from "../reference";
import { feeSheetFindings, lineCeiling, type FeeFinding } from "../sheet";
import type { FeeLine, FeeTerms, Rates } from "../schema";
import { ratesOf } from "../terms";
import { askedComponents, askedHands, askedMoments, type AskedName, type AskedTo, type AskedWhen } from "./names";

export type AskedTerms = {
  market: string;
  /** Null: the worker was not told which. */
  programme: string | null;
  occupation?: string | null;
  contractMonths: number | null;
  /** Basic wage of one month. */
  wage: Money | null;
  /** Towards the service fee for the whole contract; null: not stated, and nothing is taken off. */
  foreignPaid?: Money | null;
  completedTts?: string | null;
  sameEnterprise?: boolean | null;
  ticket?: Money | null;
  rates: Rates;
};
export type AskedLine = {
  called: AskedName;
  amountMinor: bigint | null;
  currency: string;
  when: AskedWhen;
  to: AskedTo;
};

/** The worst first. at_cost: lawful in itself, at what it really costs; the law names no amount. */
export const askedVerdictCodes = [
  "never_allowed",
  "above_ceiling",
  "wrong_hands",
  "too_early",
  "not_enough_known",
  "at_cost",
  "lawful",
] as const;
export type AskedVerdictCode = (typeof askedVerdictCodes)[number];

export type AskedLimit = {
  /** How the most was computed; null for limits of the host country, which are amounts. */
  ceiling: Ceiling | null;
  rule: string;
  legalSource: string;
  verified: boolean;
  /** The most the worker may be asked for under this name, in the line's currency; null: cannot be computed. */
  most: Money | null;
  /** A limit for each month rather than for the whole contract. */
  monthly: boolean;
};
export type AskedVerdict = {
  position: number;
  called: AskedName;
  code: string;
  /** As asked, each time; null: the amount was not given. */
  asked: Money | null;
  /** How many times in all: the months of the contract for what is asked monthly; null: not known. */
  times: number | null;
  verdict: AskedVerdictCode;
  /** What speaks against the line or cannot be said, the worst first. */
  findings: readonly FeeFinding[];
  excess: Money | null;
  limit: AskedLimit | null;
  /** The programme this was judged by; null: the general rules for enterprises. */
  programme: string | null;
  /** Where the programme is not known and they differ: what each would mean. */
  depends: readonly { programme: string; verdict: AskedVerdictCode }[];
};

const rank = (code: AskedVerdictCode): number => askedVerdictCodes.indexOf(code);
const breaches = new Set<AskedVerdictCode>(["never_allowed", "above_ceiling", "wrong_hands", "too_early"]);
const neverConditions = new Set(["notProhibited", "foreignSidePays", "guaranteeWithoutMoney", "trainingOnly"]);

/** What one finding makes of a line. A ceiling of nothing is "never", whoever asks; a ceiling used up is "above". */
function verdictOf(finding: FeeFinding, limit: AskedLimit | null): AskedVerdictCode {
  const { condition, severity } = finding;
  if (condition === "withinCeiling" && finding.excessMinor !== undefined && severity !== "unknown")
    return limit?.ceiling?.verdict === "zero" ? "never_allowed" : "above_ceiling";
  if (severity === "unverified") return limit?.most ? "lawful" : "not_enough_known";
  if (severity === "unknown") return "not_enough_known";
  if (neverConditions.has(condition)) return "never_allowed";
  if (condition === "payeeIsEnterprise" || condition === "depositInBank") return "wrong_hands";
  return condition === "afterContract" ? "too_early" : "above_ceiling";
}

/** A programme an enterprise may send on; a state programme follows whoever else sends. */
function termsFor(terms: AskedTerms, programme: string): FeeTerms {
  const senders = programmeOf(programme)?.senders ?? ["service_enterprise"];
  const senderType = senders.includes("service_enterprise") ? "service_enterprise" : (senders[0] ?? "public_unit");
  const currency = terms.wage?.currency ?? marketOf(terms.market)?.currency ?? "VND";
  const foreign = terms.foreignPaid ? convert(terms.foreignPaid, currency, terms.rates) : null;
  return {
    market: terms.market,
    programme,
    occupation: terms.occupation ?? null,
    senderType,
    kind: senderType === "service_enterprise" ? "agency_order" : "state_programme",
    contractMonths: terms.contractMonths,
    currency,
    payPeriod: "month",
    basicMinor: terms.wage?.minor ?? null,
    foreignPaidMinor: foreign?.minor ?? null,
    airfare: "unknown",
    airfareLegs: "unknown",
    board: "unknown",
    boardMinor: null,
    lodging: "unknown",
    lodgingMinor: null,
    commuting: "unknown",
    deductions: null,
    ticket: terms.ticket ?? null,
    ...(terms.completedTts === undefined ? {} : { completedTts: terms.completedTts }),
    sameEnterprise: terms.sameEnterprise ?? null,
    rates: terms.rates,
  };
}

export const askedFeeLine = (line: AskedLine, position: number): FeeLine => ({
  position,
  code: askedComponents[line.called],
  payer: "worker",
  payee: askedHands[line.to],
  amountMinor: line.amountMinor,
  currency: line.currency,
  due: askedMoments[line.when],
  months: null,
  refundable: "unknown",
});

function limitOf(line: FeeLine, terms: FeeTerms, lines: readonly FeeLine[], day: Day): AskedLimit | null {
  const ceiling = lineCeiling(line.code, terms, lines, day);
  if (ceiling) {
    const rule = ceiling.rule;
    if (!rule || !ceiling.legalSource) return null;
    const none = ceiling.verdict === "zero" || ceiling.verdict === "prohibited";
    const most = none
      ? { minor: 0n, currency: line.currency }
      : ceiling.workerMax === null || !ceiling.currency
        ? null
        : convert({ minor: ceiling.workerMax, currency: ceiling.currency }, line.currency, ratesOf(terms));
    return { ceiling, rule, legalSource: ceiling.legalSource, verified: ceiling.verified, most, monthly: false };
  }
  const host = hostLimit(line, terms, day);
  if (!host) return null;
  const { rule, limitMinor } = host;
  const most = limitMinor === null ? null : { minor: limitMinor, currency: line.currency };
  const monthly = rule.per?.startsWith("month") ?? rule.ruleType === "max_percent_of_wage";
  return { ceiling: null, rule: rule.id, legalSource: rule.legalSource, verified: rule.verified, most, monthly };
}

/** Lines nothing speaks against: within a limit, or lawful at cost, or of a kind whose limit nobody knows. */
function unopposed(code: string, limit: AskedLimit | null): AskedVerdictCode {
  const legalClass = feeComponentOf(code)?.legalClass;
  if (limit) return limit.most || limit.ceiling?.verdict === "capped" ? "lawful" : "not_enough_known";
  if (legalClass === "capped" || legalClass === "fixed") return "not_enough_known";
  return legalClass === "allowed" ? "lawful" : "at_cost";
}

function judged(terms: AskedTerms, asked: readonly AskedLine[], programme: string, day: Day): AskedVerdict[] {
  const full = termsFor(terms, programme);
  const lines = asked.map((line, i) => askedFeeLine(line, i + 1));
  const findings = feeSheetFindings(lines, full, day);
  return lines.map((line, i): AskedVerdict => {
    const limit = limitOf(line, full, lines, day);
    const mine = findings
      .filter(({ position }) => position === line.position)
      .map((finding) => ({ finding, code: verdictOf(finding, limit) }))
      .sort((a, b) => rank(a.code) - rank(b.code));
    const worst = mine[0]?.code ?? unopposed(line.code, limit);
    const over = mine.find(({ finding }) => finding.excessMinor !== undefined)?.finding;
    return {
      position: line.position,
      called: (asked[i] as AskedLine).called,
      code: line.code,
      asked: line.amountMinor === null ? null : { minor: line.amountMinor, currency: line.currency },
      times: line.due === "monthly_abroad" ? terms.contractMonths : 1,
      verdict: worst,
      findings: mine.map(({ finding }) => finding),
      excess: over ? { minor: over.excessMinor ?? 0n, currency: line.currency } : null,
      limit,
      programme: programmeOf(programme) ? programme : null,
      depends: [],
    };
  });
}

/**
 * Not told which programme: only what holds for every programme enterprises send on is said. Breaches that differ give the mildest
 * one; anything else that differs depends on the programme, and is not enough known.
 */
function merged(options: readonly AskedVerdict[]): AskedVerdict {
  const [first, ...rest] = options as [AskedVerdict, ...AskedVerdict[]];
  if (rest.every(({ verdict }) => verdict === first.verdict) || options.every(({ verdict }) => breaches.has(verdict))) {
    // The mildest excess, or of lawful ones the lowest ceiling: what is said must hold whatever the programme is.
    const figure = (one: AskedVerdict) => one.excess?.minor ?? one.limit?.most?.minor ?? 0n;
    return options.reduce((best, one) => {
      if (one.verdict !== best.verdict) return rank(one.verdict) > rank(best.verdict) ? one : best;
      return figure(one) < figure(best) ? one : best;
    }, first);
  }
  const depends = options.map(({ programme, verdict }) => ({ programme: programme ?? "LICENSED", verdict }));
  return { ...first, verdict: "not_enough_known", findings: [], excess: null, limit: null, programme: null, depends };
}

/** Programmes of the market that enterprises send on; the rules for enterprises in general where none is known to us. */
export function possibleProgrammes(market: string): string[] {
  const known = programmes.filter((one) => one.market === market && one.senders.includes("service_enterprise"));
  return known.length > 0 ? known.map(({ code }) => code) : ["LICENSED"];
}

/** Each line as lawful, above the ceiling, never allowed, too early, into the wrong hands, or not enough known. */
export function askedVerdicts(terms: AskedTerms, lines: readonly AskedLine[], day: Day): AskedVerdict[] {
  const options = terms.programme === null ? possibleProgrammes(terms.market) : [terms.programme];
  const answers = options.map((programme) => judged(terms, lines, programme, day));
  return lines.map((_, i) => merged(answers.map((answer) => answer[i] as AskedVerdict)));
}

/** What is charged at cost must stand in the worker's contract, item by item. */
const itemised = "Law 69/2020/QH14 Art. 21(2)";

/** All of it, over the whole contract. */
export const wholeOf = (money: Money | null, times: number | null): Money | null =>
  money && times !== null ? { ...money, minor: money.minor * BigInt(times) } : null;

/** The rule that decides a line, with its article: the finding's own, else the limit's. */
export function decidingRule({ findings, limit, verdict }: AskedVerdict) {
  const said = findings.find(({ legalSource }) => legalSource !== null);
  const rule = said?.rule ?? limit?.rule ?? null;
  const known = rule === null ? undefined : feeRuleOf(rule);
  const legalSource = said?.legalSource ?? limit?.legalSource ?? (verdict === "at_cost" ? itemised : null);
  const verified = known ? known.verified && (limit?.verified ?? true) : legalSource !== null;
  return { rule, legalSource, verified, since: known?.effectiveFrom ?? null };
}
