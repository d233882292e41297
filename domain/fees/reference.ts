// The fee rules and components of the reference file, with names the code can use; every figure keeps its article and its dates.
import file from "@/prisma/reference/fee-rules.json";
import { day, type Day } from "@/domain/kernel/calendar";

/** How the law treats a component; words in messages/<language>/fees.json. */
export type LegalClass =
  | "capped"
  | "informational"
  | "agency_only_capped"
  | "prohibited"
  | "fixed"
  | "actual_cost"
  | "official_fee"
  | "employer_pays_where_ruled"
  | "deduction"
  | "allowed"
  | "needs_explanation";

export type FeeComponentKind = {
  code: string;
  nameVi: string;
  nameEn: string;
  legalClass: LegalClass;
  mayBeRefunded: boolean;
};

/** One rule as the reference file states it; amounts are units of `currency`, not minor units. */
export type FeeRule = {
  id: string;
  /** A market code, GROUP:<name> or *. */
  market: string;
  /** Programme codes or tags, "|" between alternatives; LICENSED, PUBLIC_UNIT or *. */
  programme: string;
  occupation: string;
  component: string;
  payer: string;
  ruleType: string;
  ratePer12Months: number | null;
  capMonths: number | null;
  amount: number | null;
  currency: string | null;
  per: string | null;
  percent: number | null;
  legs: string | null;
  condition: string | null;
  note: string | null;
  legalSource: string;
  effectiveFrom: Day;
  /** The last day that holds, as the file prints it. */
  effectiveTo: Day | null;
  /** Read in a law text or a cited page; false for what is from memory or assumed. */
  verified: boolean;
  facts: RawRule;
};

type Optional = {
  rate_per_12_months?: number;
  cap_months?: number | null;
  amount?: number;
  currency?: string;
  per?: string;
  percent?: number;
  legs?: string;
  condition?: string;
  note?: string;
  occupation_slugs?: string[];
  occupation_tags?: string[];
  allowed?: string[];
  months?: number;
  extension_months?: number;
  contract_months?: number;
  contract_months_min?: number;
  amount_12_months?: number;
  amount_36_months?: number;
  amount_6_to_11_months?: number;
  amount_if_meals_free?: number;
  amount_if_offset?: number;
  amount_if_worker_pays_board_or_lodging?: number;
  amount_social_services?: number;
  free_lodging_unless_wage_at_least?: number;
  free_lodging_unless_wage_at_least_6_to_11_months?: number;
  percent_if_meals_free?: number;
  amounts?: { year: number; amount: number }[];
};
export type RawRule = Optional & {
  id: string;
  market: string;
  programme: string;
  occupation: string;
  component: string;
  payer: string;
  rule_type: string;
  legal_source: string;
  effective_from: string;
  effective_to: string | null;
  confidence: string;
};

function ruleOf(raw: RawRule): FeeRule {
  return {
    id: raw.id,
    market: raw.market,
    programme: raw.programme,
    occupation: raw.occupation,
    component: raw.component,
    payer: raw.payer,
    ruleType: raw.rule_type,
    ratePer12Months: raw.rate_per_12_months ?? null,
    capMonths: raw.cap_months ?? null,
    amount: raw.amount ?? null,
    currency: raw.currency ?? null,
    per: raw.per ?? null,
    percent: raw.percent ?? null,
    legs: raw.legs ?? null,
    condition: raw.condition ?? null,
    note: raw.note ?? null,
    legalSource: raw.legal_source,
    effectiveFrom: day(raw.effective_from),
    effectiveTo: raw.effective_to === null ? null : day(raw.effective_to),
    verified: raw.confidence === "sourced",
    facts: raw,
  };
}

/** The 116 rules of the reference file, in its order. */
export const feeRules: readonly FeeRule[] = (file.rules as RawRule[]).map(ruleOf);

/** Rules the law states that the file has no row for. */
const houseRules: readonly FeeRule[] = [
  ruleOf({
    id: "SF-LOCAL-AUTHORITY",
    market: "*",
    programme: "LOCAL_AUTHORITY",
    occupation: "*",
    component: "service_fee",
    payer: "worker",
    rule_type: "prohibited",
    amount: 0,
    currency: "VND",
    note: "seasonal work by agreement of a province with a foreign municipality: no company and no individual takes part, nothing is paid but one's own documents",
    legal_source: "DOLAB notice of 2024-09-24",
    effective_from: "2024-09-24",
    effective_to: null,
    confidence: "sourced",
  }),
];
export const allRules: readonly FeeRule[] = [...feeRules, ...houseRules];

const byId = new Map(allRules.map((rule) => [rule.id, rule]));
export const feeRuleOf = (id: string): FeeRule | undefined => byId.get(id);
export const ruleInForce = (rule: FeeRule, on: Day): boolean =>
  rule.effectiveFrom <= on && (rule.effectiveTo === null || on <= rule.effectiveTo);

export const feeComponents: readonly FeeComponentKind[] = file.components.map((component) => ({
  code: component.code,
  nameVi: component.vi,
  nameEn: component.en,
  legalClass: component.legal_class as LegalClass,
  mayBeRefunded: component.may_be_refunded,
}));
const componentByCode = new Map(feeComponents.map((component) => [component.code, component]));
export const feeComponentOf = (code: string): FeeComponentKind | undefined => componentByCode.get(code);

/** What the rules assume where the law is silent, and how changes of law are bridged: shown beside the ceilings. */
export const feeRuleNotes = {
  asOf: file.meta.as_of,
  assumptions: file.meta.assumptions,
  transition: file.meta.transition,
} as const;
