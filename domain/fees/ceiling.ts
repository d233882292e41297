// What the law lets an enterprise ask of a worker for given terms on the day the worker's contract is signed.
import type { Day } from "@/domain/kernel/calendar";
import type { SenderType } from "@/domain/kernel/catalogue";
import { moneyOf, type Money } from "@/domain/kernel/money";
import { thousandths } from "./conversion";
import { feeRuleOf, ruleInForce, type FeeRule } from "./reference";
import { rulesFor, subjectOf, type RuleSubject } from "./selection";

export type CeilingInput = {
  market: string;
  /** A programme code, or a tag of programmes. */
  programme: string;
  occupation?: string | null;
  occupationTags?: readonly string[];
  senderType?: SenderType;
  contractMonths?: number | null;
  /** Basic wage of one month, in minor units of `currency`. */
  wageMinor?: bigint | null;
  currency?: string | null;
  /** What the foreign side pays towards the service fee for the whole contract. */
  foreignPaidMinor?: bigint | null;
  /** The technical intern training a worker completed: 1, 2 or 3. */
  completedTts?: string | null;
  /** Technical interns no. 3: same enterprise and supervising body as before; presumed unless denied. */
  sameEnterprise?: boolean | null;
  extensionMonths?: number | null;
  /** One-way economy ticket home: the deposit ceiling where the decree names no amount. */
  ticket?: Money | null;
};

/** How to read a ceiling: an amount, none at all, not a charge anybody may make, or no amount known to us. */
export type CeilingVerdict = "capped" | "zero" | "prohibited" | "ticket_price" | "as_agreed" | "not_known" | "no_rule";
/** Readings of the law that the figure rests on (fee-rules.json, meta.assumptions). */
export type CeilingAssumption = "part_year" | "clamped" | "basic_wage" | "foreign_paid" | "same_enterprise";

export type Ceiling = {
  component: string;
  verdict: CeilingVerdict;
  rule: string | null;
  /** Months of the contract wage, to three decimals. */
  ceilingMonths: number | null;
  /** Minor units, rounded down; null when not known. */
  ceiling: bigint | null;
  currency: string | null;
  /** What is left to ask the worker after the foreign side's part. */
  workerMax: bigint | null;
  verified: boolean;
  legalSource: string | null;
  note: string | null;
  condition: string | null;
  assumptions: readonly CeilingAssumption[];
  /** Lower ceilings that would apply on a condition nobody has stated. */
  also: readonly { rule: string; condition: string; legalSource: string }[];
};

const ceilingTypes = new Set([
  "months_of_contract_wage",
  "zero",
  "prohibited",
  "fixed_max",
  "fixed",
  "airfare_equivalent",
  "follow_agreement",
]);
const unknownType = new Set(["unknown"]);
/**
 * Conditions on the worker; null when nobody said. Technical interns no. 3 are meant to stay with their enterprise: the lower
 * ceiling holds until somebody says otherwise.
 */
const conditions: Readonly<Record<string, (input: CeilingInput) => boolean | null>> = {
  "SF-JP-TTS3": (input) => input.sameEnterprise !== false,
  "SF-JP-SSW-EXTTS": ({ completedTts: tts }) => (tts === undefined ? null : tts === "2" || tts === "3"),
};

const nothing = (component: string, verdict: "not_known" | "no_rule"): Ceiling => ({
  component,
  verdict,
  rule: null,
  ceilingMonths: null,
  ceiling: null,
  currency: null,
  workerMax: null,
  verified: false,
  legalSource: null,
  note: null,
  condition: null,
  assumptions: [],
  also: [],
});

const stated = (rule: FeeRule, verdict: CeilingVerdict): Ceiling => ({
  ...nothing(rule.component, "no_rule"),
  verdict,
  rule: rule.id,
  verified: rule.verified,
  legalSource: rule.legalSource,
  note: rule.note,
  condition: rule.condition,
});

const atLeastZero = (minor: bigint): bigint => (minor > 0n ? minor : 0n);
const round3 = (value: number): number => Math.round(value * 1000) / 1000;

/**
 * Months of wage (L69 Art. 23(4)). Parts of a year in proportion. The cap holds for every length: by the letter it starts
 * at 36 months, which would let 35 months cost more than 36.
 */
function wageCeiling(rule: FeeRule, input: CeilingInput, months: number | null): Ceiling {
  const rate = rule.ratePer12Months ?? 0;
  const cap = rule.capMonths;
  const result = stated(rule, "capped");
  if (months === null) return result;
  const linear = (rate * months) / 12;
  const clamped = cap !== null && linear > cap;
  const ceilingMonths = round3(clamped ? cap : linear);
  const assumptions: CeilingAssumption[] = ["basic_wage"];
  if (months % 12 !== 0 && !clamped) assumptions.push("part_year");
  if (clamped && months < 36) assumptions.push("clamped");
  if (input.wageMinor == null || !input.currency) return { ...result, ceilingMonths, assumptions };
  const wage = atLeastZero(input.wageMinor);
  const ceiling = clamped ? (wage * thousandths(cap)) / 1000n : (wage * thousandths(rate) * BigInt(months)) / 12_000n;
  const paid = atLeastZero(input.foreignPaidMinor ?? 0n);
  if (paid > 0n) assumptions.push("foreign_paid");
  return {
    ...result,
    ceilingMonths,
    ceiling,
    currency: input.currency,
    workerMax: atLeastZero(ceiling - paid),
    assumptions,
  };
}

function amountCeiling(rule: FeeRule, input: CeilingInput): Ceiling {
  const none = rule.ruleType === "zero" || rule.ruleType === "prohibited";
  const currency = (none && input.currency) || rule.currency || "VND";
  const ceiling = moneyOf(rule.amount ?? 0, currency).minor;
  const verdict = rule.ruleType === "zero" || rule.ruleType === "prohibited" ? rule.ruleType : "capped";
  return { ...stated(rule, verdict), ceilingMonths: none ? 0 : null, ceiling, currency, workerMax: ceiling };
}

function ceilingOf(rule: FeeRule, input: CeilingInput, months: number | null): Ceiling {
  if (rule.ruleType === "months_of_contract_wage") return wageCeiling(rule, input, months);
  if (rule.ruleType === "follow_agreement") return stated(rule, "as_agreed");
  if (rule.ruleType !== "airfare_equivalent") return amountCeiling(rule, input);
  const ticket = input.ticket ?? null;
  return {
    ...stated(rule, "ticket_price"),
    ceiling: ticket?.minor ?? null,
    currency: ticket?.currency ?? null,
    workerMax: ticket?.minor ?? null,
  };
}

/** The most specific ceiling rule whose condition holds, and the more specific ones whose condition nobody stated. */
function chosen(
  component: string,
  subject: RuleSubject,
  input: CeilingInput,
  on: Day,
): Pick<Ceiling, "also"> & { rule: FeeRule | null } {
  const also: { rule: string; condition: string; legalSource: string }[] = [];
  // The same component may also have a part of the enterprise or of the state (fund, training); those are not ceilings.
  const payer = component === "brokerage_price" ? "agency" : "worker";
  for (const rule of rulesFor(component, subject, on, ceilingTypes)) {
    if (rule.payer !== payer) continue;
    const holds = conditions[rule.id] ? conditions[rule.id]?.(input) : true;
    if (holds) return { rule, also };
    if (holds === null && rule.condition)
      also.push({ rule: rule.id, condition: rule.condition, legalSource: rule.legalSource });
  }
  return { rule: null, also };
}

/** The ceiling of any component the rules cap: service_fee, service_fee_extension, worker_deposit, brokerage_price, support_fund … */
export function componentCeiling(component: string, input: CeilingInput, on: Day): Ceiling {
  const subject = subjectOf(input);
  if (!subject) return nothing(component, "not_known");
  const { rule, also } = chosen(component, subject, input, on);
  if (!rule) {
    if (component === "service_fee_extension") return whenNoFeeIsDue(component, input, on);
    if (component === "service_fee") return historic(subject, input, on);
    return nothing(component, on < "2022-01-01" ? "not_known" : "no_rule");
  }
  const months =
    component === "service_fee_extension" ? (input.extensionMonths ?? null) : (input.contractMonths ?? null);
  const result = { ...ceilingOf(rule, input, months), also };
  if (rule.id === "SF-JP-TTS3" && input.sameEnterprise !== true) result.assumptions = ["same_enterprise"];
  // The market ceilings of 2022-02-01 to 2024-05-14 were not read: the law's own ceiling stands in, and is not called verified.
  const unread = rulesFor(component, subject, on, unknownType)[0];
  return unread ? { ...result, verified: false, note: unread.note } : result;
}

/** Who may take no service fee may take none for an extension either. */
function whenNoFeeIsDue(component: string, input: CeilingInput, on: Day): Ceiling {
  const fee = componentCeiling("service_fee", input, on);
  return fee.verdict === "prohibited"
    ? { ...fee, component }
    : nothing(component, fee.verdict === "not_known" ? "not_known" : "no_rule");
}

/** Before Law 69/2020: a few ministry letters capped a total; the rest is not known to us. */
function historic(subject: RuleSubject, input: CeilingInput, on: Day): Ceiling {
  if (on >= "2022-01-01") return nothing("service_fee", "no_rule");
  const rule = ["total_fee", "total_before_departure"].flatMap((component) =>
    rulesFor(component, subject, on, ceilingTypes),
  )[0];
  if (!rule) return nothing("service_fee", "not_known");
  const { amount_12_months: perYear, amount_36_months: whole } = rule.facts;
  if (perYear === undefined || whole === undefined || !rule.currency) return amountCeiling(rule, input);
  const result = stated(rule, "capped");
  if (input.contractMonths == null) return result;
  const linear = (moneyOf(perYear, rule.currency).minor * BigInt(input.contractMonths)) / 12n;
  const cap = moneyOf(whole, rule.currency).minor;
  const ceiling = linear < cap ? linear : cap;
  const assumptions: CeilingAssumption[] = input.contractMonths % 12 === 0 ? [] : ["part_year"];
  return { ...result, ceiling, currency: rule.currency, workerMax: ceiling, assumptions };
}

/** The ceiling on the service fee; with extension months, on the fee for the extension. */
export function ceiling(input: CeilingInput, on: Day): Ceiling {
  return componentCeiling(input.extensionMonths == null ? "service_fee" : "service_fee_extension", input, on);
}

export const depositCeiling = (input: CeilingInput, on: Day): Ceiling => componentCeiling("worker_deposit", input, on);

export type ServiceFeeRefund = {
  rule: string;
  refundMinor: bigint;
  verified: boolean;
  legalSource: string;
  note: string | null;
};

/** Back to a worker sent home early through no fault of theirs: pro rata, rounded up, before interest (L69 Art. 23(3)). */
export function serviceFeeRefund(
  terms: { paidMinor: bigint; contractMonths: number; workedMonths: number },
  on: Day,
): ServiceFeeRefund | null {
  const rule = feeRuleOf("SF-REFUND");
  if (!rule || !ruleInForce(rule, on) || terms.contractMonths <= 0) return null;
  const left = BigInt(Math.max(0, terms.contractMonths - Math.max(0, terms.workedMonths)));
  const whole = BigInt(terms.contractMonths);
  const refundMinor = (atLeastZero(terms.paidMinor) * left + whole - 1n) / whole;
  return { rule: rule.id, refundMinor, verified: rule.verified, legalSource: rule.legalSource, note: rule.note };
}
