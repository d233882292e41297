// P9: whether every line of a cost sheet is known, lawful, within its ceiling, paid to the right hands and not too early.
import type { Day } from "@/domain/kernel/calendar";
import type { Money } from "@/domain/kernel/money";
import { componentCeiling, type Ceiling, type CeilingInput } from "./ceiling";
import { convert } from "./conversion";
import { hostLimit, lengthApplies } from "./host-limits";
import { feeComponentOf, feeRuleOf, ruleInForce, type FeeRule } from "./reference";
import type { Due, FeeLine, FeeTerms } from "./schema";
import { rulesFor, subjectOf } from "./selection";
import { foreignPaid, monthlyBasic, ratesOf } from "./terms";
import { lineTotal, withMonths } from "./totals";

export const feeConditions = [
  "sheetPresent",
  "componentKnown",
  "componentExplained",
  "amountKnown",
  "notProhibited",
  "withinCeiling",
  "payeeIsEnterprise",
  "depositInBank",
  "afterContract",
  "trainingOnly",
  "foreignSidePays",
  "guaranteeWithoutMoney",
] as const;
export type FeeCondition = (typeof feeConditions)[number];
/** breach: against the law as we read it. unknown: cannot be judged. unverified: judged by a figure nobody has checked. */
export type Severity = "breach" | "unknown" | "unverified";
export type FeeFinding = {
  /** Null for the sheet as a whole. */
  position: number | null;
  code: string | null;
  condition: FeeCondition;
  severity: Severity;
  rule: string | null;
  legalSource: string | null;
  /** In the line's currency. */
  limitMinor?: bigint;
  excessMinor?: bigint;
  currency?: string;
};

type Context = { terms: FeeTerms; day: Day; input: CeilingInput; left: Map<string, Money> };
type Verdict = Omit<FeeFinding, "position" | "code">;

const of = (condition: FeeCondition, severity: Severity, rule?: FeeRule | null, legalSource?: string): Verdict => ({
  condition,
  severity,
  rule: rule?.id ?? null,
  legalSource: rule?.legalSource ?? legalSource ?? null,
});

const tooEarly = new Set<Due>(["on_application", "after_selection"]);
const serviceFees = new Set(["service_fee", "service_fee_extension"]);
/** Components whose ceiling the engine computes; the lines of one component share it. */
const capped = new Set(["service_fee", "service_fee_extension", "worker_deposit", "support_fund"]);
const inForce = (id: string, day: Day): FeeRule | null => {
  const rule = feeRuleOf(id);
  return rule && ruleInForce(rule, day) ? rule : null;
};

const timingType = new Set(["timing"]);
/** L69 Art. 23(2)(c); D112 Arts. 29-32: nothing before the contract is signed. */
function timing(line: FeeLine, { input, day }: Context): Verdict | null {
  const component = serviceFees.has(line.code) ? "service_fee" : line.code;
  const subject = subjectOf(input);
  const rule = subject && rulesFor(component, subject, day, timingType)[0];
  if (!rule) return null;
  if (tooEarly.has(line.due)) return of("afterContract", "breach", rule);
  return line.due === "unknown" ? of("afterContract", "unknown", rule) : null;
}

/** A branch may not take fees (L69 Art. 17), a person never; the service fee goes to the enterprise, a deposit to a bank. */
function payee(line: FeeLine): Verdict | null {
  if (line.payee === "branch" || line.payee === "person")
    return of("payeeIsEnterprise", "breach", null, "Law 69/2020/QH14 Art. 17");
  if (line.code === "worker_deposit") {
    if (line.payee === "bank") return null;
    return of("depositInBank", line.payee === "unknown" ? "unknown" : "breach", null, "Law 69/2020/QH14 Art. 25");
  }
  if (!serviceFees.has(line.code) || line.payee === "agency") return null;
  return of("payeeIsEnterprise", line.payee === "unknown" ? "unknown" : "breach", null, "Law 69/2020/QH14 Art. 23");
}

const prohibitedRules: Readonly<Record<string, string>> = {
  brokerage_from_worker: "BR-WORKER",
  brokerage_price: "BR-WORKER",
  recruiting_fee: "RC-FEE",
  security_other: "SEC-OTHER",
};

function prohibited(line: FeeLine, { day }: Context): Verdict | null {
  const rule = prohibitedRules[line.code];
  if (!rule) return null;
  const found = inForce(rule, day);
  return found ? of("notProhibited", "breach", found) : of("notProhibited", "unknown");
}

/** What the foreign side must pay in full cannot be charged to the worker (C02 App. II, V, VIII, IX). */
const foreignSideLines: Readonly<Record<string, readonly string[]>> = {
  "CM-WCA-DOM": [
    "airfare",
    "visa",
    "language_training",
    "skill_training",
    "orientation_course",
    "insurance_before_departure",
  ],
  "CM-MY-COSTS": ["airfare", "visa", "insurance_before_departure"],
};
function foreignSide(line: FeeLine, { input, day }: Context): Verdict | null {
  const subject = subjectOf(input);
  if (!subject?.names.has("LICENSED")) return null; // public units follow their agreement
  const rules = [...rulesFor("airfare", subject, day), ...rulesFor("wage", subject, day)];
  for (const rule of rules)
    if (foreignSideLines[rule.id]?.includes(line.code)) return of("foreignSidePays", "breach", rule);
  if (line.code !== "airfare") return null;
  const rule = rules.find(
    (one) => one.ruleType === "paid_in_full" && lengthApplies(one, input.contractMonths ?? null) === true,
  );
  if (!rule) return null;
  if (rule.legs === "round_trip") return of("foreignSidePays", "breach", rule);
  if (line.due === "at_return" || line.due === "monthly_abroad") return null; // the way home is the worker's
  return of("foreignSidePays", line.due === "unknown" ? "unknown" : "breach", rule);
}

/** The worker's part must fit in what is left of the component's ceiling: splitting a fee in two lines raises nothing. */
function withinCeiling(line: FeeLine, limit: Ceiling, amount: Money, context: Context): Verdict | null {
  const rule = limit.rule ? (feeRuleOf(limit.rule) ?? null) : null;
  if (limit.verdict === "prohibited") return of("notProhibited", "breach", rule);
  if (limit.verdict === "as_agreed") return of("withinCeiling", "unverified", rule);
  if (limit.workerMax === null || !limit.currency) return of("withinCeiling", "unknown", rule);
  const left = context.left.get(line.code) ?? { minor: limit.workerMax, currency: limit.currency };
  const here =
    limit.verdict === "zero"
      ? { minor: 0n, currency: amount.currency }
      : convert(left, amount.currency, ratesOf(context.terms));
  if (!here) return of("withinCeiling", "unknown", rule);
  if (amount.minor > here.minor) {
    context.left.set(line.code, { ...left, minor: 0n });
    const excessMinor = amount.minor - here.minor;
    // A figure nobody has checked blocks nobody, except where even the law's own ceiling is passed.
    const severity = rule?.verified ? "breach" : "unverified";
    return { ...of("withinCeiling", severity, rule), limitMinor: here.minor, excessMinor, currency: amount.currency };
  }
  const used = convert(amount, left.currency, ratesOf(context.terms)) ?? left;
  context.left.set(line.code, { ...left, minor: left.minor > used.minor ? left.minor - used.minor : 0n });
  return limit.verified ? null : of("withinCeiling", "unverified", rule);
}

/** What the foreign side pays is towards the first contract, not towards extending it. */
const forComponent = (code: string, input: CeilingInput): CeilingInput =>
  code === "service_fee_extension" ? { ...input, foreignPaidMinor: 0n } : input;

function cappedFinding(line: FeeLine, amount: Money, context: Context): Verdict | null {
  const input = forComponent(line.code, context.input);
  const limit = componentCeiling(line.code, input, context.day);
  if (
    limit.verdict !== "capped" ||
    limit.workerMax !== null ||
    line.code !== "service_fee" ||
    input.contractMonths != null
  )
    return withinCeiling(line, limit, amount, context);
  // Unknown length: above the cap is too much for any length; below it nobody can say.
  const most = componentCeiling(line.code, { ...input, contractMonths: 36 }, context.day);
  const verdict = withinCeiling(line, most, amount, context);
  return verdict?.severity === "breach" ? verdict : of("withinCeiling", "unknown", feeRuleOf(limit.rule ?? ""));
}

function amountFindings(line: FeeLine, context: Context): (Verdict | null)[] {
  const { terms, day } = context;
  const total = lineTotal(withMonths(line, terms.contractMonths));
  if (!total) return [of("amountKnown", "unknown")];
  if (capped.has(line.code)) return [cappedFinding(line, total, context)];
  const host = hostLimit(line, terms, day);
  if (!host) return [];
  if (host.limitMinor === null) return [of("withinCeiling", "unknown", host.rule)];
  if (line.amountMinor === null || line.amountMinor <= host.limitMinor) return [];
  const excessMinor = line.amountMinor - host.limitMinor;
  const severity = line.amountMinor <= (host.softMinor ?? host.limitMinor) ? "unknown" : "breach";
  return [
    { ...of("withinCeiling", severity, host.rule), limitMinor: host.limitMinor, excessMinor, currency: line.currency },
  ];
}

function lineVerdicts(line: FeeLine, context: Context): (Verdict | null)[] {
  const component = feeComponentOf(line.code);
  if (!component) return [of("componentKnown", "breach", null, "Law 69/2020/QH14 Art. 21(2)")];
  if (line.payer !== "worker" || line.amountMinor === 0n) return [];
  if (line.code === "guarantee")
    return [
      line.amountMinor === null ? null : of("guaranteeWithoutMoney", "breach", null, "Law 69/2020/QH14 Arts. 55-59"),
    ];
  const forbidden = prohibited(line, context);
  if (forbidden) return [forbidden];
  const training = context.terms.kind === "source_preparation" ? inForce("SRC-PREP", context.day) : null;
  if (training && !training.facts.allowed?.includes(line.code)) return [of("trainingOnly", "breach", training)];
  return [
    line.code === "other" ? of("componentExplained", "unknown", null, "Law 69/2020/QH14 Art. 21(2)") : null,
    ...amountFindings(line, context),
    payee(line),
    serviceFees.has(line.code) || line.code === "worker_deposit" ? timing(line, context) : null,
    foreignSide(line, context),
  ];
}

/** The terms as a question to the ceiling engine. */
export function ceilingInputOf(terms: FeeTerms, lines: readonly FeeLine[]): CeilingInput {
  return {
    market: terms.market,
    programme: terms.programme,
    occupation: terms.occupation,
    senderType: terms.senderType,
    contractMonths: terms.contractMonths,
    wageMinor: monthlyBasic(terms),
    currency: terms.currency,
    foreignPaidMinor: foreignPaid(terms, lines),
    ...(terms.completedTts === undefined ? {} : { completedTts: terms.completedTts }),
    sameEnterprise: terms.sameEnterprise ?? null,
    // Extensions are priced per year: without a length, the fee for one year is what a sheet can state.
    extensionMonths: terms.extensionMonths ?? 12,
    ticket: terms.ticket ?? null,
  };
}

/** The service-fee ceiling an order page prints beside the line. */
export const orderServiceFeeCeiling = (terms: FeeTerms, lines: readonly FeeLine[], day: Day): Ceiling =>
  componentCeiling("service_fee", ceilingInputOf(terms, lines), day);
export const orderDepositCeiling = (terms: FeeTerms, lines: readonly FeeLine[], day: Day): Ceiling =>
  componentCeiling("worker_deposit", ceilingInputOf(terms, lines), day);
/** The ceiling a line is judged by; null for what has none. */
export function lineCeiling(code: string, terms: FeeTerms, lines: readonly FeeLine[], day: Day): Ceiling | null {
  if (!capped.has(code)) return null;
  return componentCeiling(code, forComponent(code, ceilingInputOf(terms, lines)), day);
}

export function feeSheetFindings(lines: readonly FeeLine[], terms: FeeTerms, day: Day): FeeFinding[] {
  if (lines.length === 0)
    return [{ position: null, code: null, ...of("sheetPresent", "unknown", null, "Law 69/2020/QH14 Art. 21(2)") }];
  const context: Context = { terms, day, input: ceilingInputOf(terms, lines), left: new Map() };
  return [...lines]
    .sort((a, b) => a.position - b.position)
    .flatMap((line) =>
      lineVerdicts(line, context).flatMap((verdict) =>
        verdict ? [{ position: line.position, code: line.code, ...verdict }] : [],
      ),
    );
}

/** P9 as one answer: no breach, a sheet at all, and every amount the worker pays known. */
export const feeSheetHolds = (findings: readonly FeeFinding[]): boolean =>
  findings.every(
    ({ severity, condition }) => severity !== "breach" && condition !== "amountKnown" && condition !== "sheetPresent",
  );
