// A worker's situation as she tells it, and what the state would add or lend. Nothing here is stored or tied to a name.
import type { Day } from "@/domain/kernel/calendar";

/** Who Decree 338/2025/NĐ-CP helps; one person may be in several. */
export const policyGroups = [
  "merit",
  "ethnic_minority",
  "poor",
  "near_poor",
  "land_recovered",
  "demobilised",
  "youth_volunteer",
] as const;
export type PolicyGroup = (typeof policyGroups)[number];

/** What somebody may have already, so that its line falls away. Codes of fee components. */
export const alreadyHeld = [
  "passport",
  "judicial_record",
  "health_check",
  "language_training",
  "skill_training",
  "orientation_course",
  "exam_fee",
  "visa",
] as const;
export type AlreadyHeld = (typeof alreadyHeld)[number];

/** Null is "she did not say": it never counts as a no. */
export type Situation = {
  /** Empty: in none of them. Null: did not say. */
  groups: readonly PolicyGroup[] | null;
  /** Commune since 2025-07-01 (id of domain/localities). */
  commune: string | null;
  /** Commune or village in special difficulty (xã, thôn đặc biệt khó khăn). */
  hardCommune: boolean | null;
  /** Support of Decree 338/2025 is given once. */
  helpedBefore: boolean | null;
  has: readonly AlreadyHeld[];
  /** Stages of technical intern training finished in Japan: decides the service fee of some programmes. */
  completedTts: "none" | "1" | "2" | "3" | null;
  sameEnterprise: boolean | null;
  /** What she would borrow from the policy bank, in đồng; null: no loan. `"most"`: as much as she may. */
  borrow: bigint | "most" | null;
  /** Months of study before leaving, if she knows better than the order. */
  studyMonths: number | null;
};

/** One named condition of a grant or a loan and whether she meets it; worded in messages/support. */
export type Condition = { name: string; met: "yes" | "no" | "unknown" };

/** One thing the state adds to. `rule` is an id of fee-rules.json. */
export type Grant = {
  rule: string;
  /** Fee components it may pay for, up to the cap; never more than the line itself. */
  covers: readonly string[];
  /** up_to: to the cap; official_fee: the official fee whatever it is; allowance: paid beside, per day, month or course. */
  kind: "up_to" | "official_fee" | "allowance";
  capDong: bigint | null;
  /** For a range (travel). */
  fromDong: bigint | null;
  per: "course" | "day" | "month" | "person";
  /** yes: applies to her; no: does not; unknown: hangs on something she did not say. */
  applies: "yes" | "no" | "unknown";
  /** Names of the conditions that decide it, worded in messages/support. */
  because: readonly string[];
  conditions: readonly Condition[];
  groups: readonly PolicyGroup[];
  legalSource: string;
  verified: boolean;
  effectiveFrom: Day;
};

/** On what terms the policy bank would lend. Rates in thousandths of a per cent a year; null when no figure is known. */
export type LoanTerms = {
  rule: string;
  purpose: "cost" | "eps_deposit";
  applies: "yes" | "no" | "unknown";
  because: readonly string[];
  conditions: readonly Condition[];
  /** Percent of lawful cost less what the state already pays. */
  shareOfCost: number | null;
  capDong: bigint | null;
  collateralAboveDong: bigint | null;
  ratePerYearMilliPercent: number | null;
  /** The rate if the bank counts her group otherwise than we read the decree; null: no second reading. */
  otherRateMilliPercent: number | null;
  overdueShare: number | null;
  rateVerified: boolean;
  answerWithinWorkingDays: number | null;
  legalSource: string;
  /** The rule itself; its rate has a mark of its own. */
  verified: boolean;
  effectiveFrom: Day;
};

export type Instalment = { month: number; principalDong: bigint; interestDong: bigint; leftDong: bigint };
export type LoanSchedule = {
  terms: LoanTerms;
  principalDong: bigint;
  months: number;
  /** Null where the rate is unknown: then only the principal is known. */
  instalments: readonly Instalment[] | null;
  totalInterestDong: bigint | null;
  collateralNeeded: boolean | null;
};

/** On which day, and going where; null where she did not choose yet. */
export type SupportContext = { day: Day; market: string | null; programme: string | null };

/** The deposit of the state programme with Korea: into her own account at the policy bank, and back at the end. */
export type BankDeposit = {
  rule: string;
  dong: bigint;
  withinDaysOfSigning: number;
  applies: "yes" | "no" | "unknown";
  legalSource: string;
  verified: boolean;
};

export type Support = {
  on: Day;
  grants: readonly Grant[];
  loans: readonly LoanTerms[];
  deposit: BankDeposit | null;
  /** What no source of ours settles: named, worded in messages/support with who would know. */
  unknown: readonly ("local_top_ups" | "grants_before_2026" | "eps_localities")[];
};
