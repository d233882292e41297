// What the reference file says of grants, policy loans and the deposit with the policy bank; nothing here is a figure of ours.
import file from "@/prisma/reference/fee-rules.json";
import { day, type Day } from "@/domain/kernel/calendar";

export type SupportRule = {
  id: string;
  market: string;
  programme: string;
  component: string;
  ruleType: string;
  amountDong: bigint | null;
  fromDong: bigint | null;
  toDong: bigint | null;
  per: string | null;
  percent: number | null;
  collateralAboveDong: bigint | null;
  unsecured: boolean;
  interestPercent: number | null;
  interestPriorityPercent: number | null;
  overduePercent: number | null;
  decisionDays: number | null;
  percentPerYear: number | null;
  legalSource: string;
  effectiveFrom: Day;
  effectiveTo: Day | null;
  verified: boolean;
};

type Raw = {
  id: string;
  market: string;
  programme: string;
  component: string;
  rule_type: string;
  legal_source: string;
  effective_from: string;
  effective_to: string | null;
  confidence: string;
  amount?: number;
  min?: number;
  max?: number;
  per?: string;
  percent?: number;
  collateral?: string;
  collateral_above?: number;
  interest_percent_of_poor_household_rate?: number;
  interest_priority_percent?: number;
  overdue_percent?: number;
  decision_days?: number;
  percent_per_year?: number;
};

const dong = (amount: number | undefined): bigint | null => (amount === undefined ? null : BigInt(amount));

const ruleOf = (raw: Raw): SupportRule => ({
  id: raw.id,
  market: raw.market,
  programme: raw.programme,
  component: raw.component,
  ruleType: raw.rule_type,
  amountDong: dong(raw.amount),
  fromDong: dong(raw.min),
  toDong: dong(raw.max),
  per: raw.per ?? null,
  percent: raw.percent ?? null,
  collateralAboveDong: dong(raw.collateral_above),
  unsecured: raw.collateral === "none",
  interestPercent: raw.interest_percent_of_poor_household_rate ?? null,
  interestPriorityPercent: raw.interest_priority_percent ?? null,
  overduePercent: raw.overdue_percent ?? null,
  decisionDays: raw.decision_days ?? null,
  percentPerYear: raw.percent_per_year ?? null,
  legalSource: raw.legal_source,
  effectiveFrom: day(raw.effective_from),
  effectiveTo: raw.effective_to === null ? null : day(raw.effective_to),
  verified: raw.confidence === "sourced",
});

const rules = (file.rules as Raw[]).filter((raw) => /^(SUP-|LOAN-|POOR-RATE$|DEP-EPS|FUND-)/.test(raw.id)).map(ruleOf);

const inForce = (rule: SupportRule, on: Day): boolean =>
  rule.effectiveFrom <= on && (rule.effectiveTo === null || on <= rule.effectiveTo);

/** Rules whose id begins so, in force on a day, in the order of the file. */
export const supportRules = (prefix: string, on: Day): readonly SupportRule[] =>
  rules.filter((rule) => rule.id.startsWith(prefix) && inForce(rule, on));
