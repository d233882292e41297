// Who gets what. Each grant and loan lists its conditions by name; the answer is theirs, and "did not say" never counts as a no.
import type { Day } from "@/domain/kernel/calendar";
import { programmeOf } from "@/domain/kernel/catalogue";
import { supportRules, type SupportRule } from "./reference";
import type {
  AlreadyHeld,
  BankDeposit,
  Condition,
  Grant,
  LoanTerms,
  PolicyGroup,
  Situation,
  Support,
  SupportContext,
} from "./schema";
import { policyGroups } from "./schema";

type Answer = Condition["met"];
const not = (answer: Answer): Answer => (answer === "yes" ? "no" : answer === "no" ? "yes" : "unknown");
const fromBoolean = (said: boolean | null): Answer => (said === null ? "unknown" : said ? "yes" : "no");
const has = (situation: Situation, ...groups: PolicyGroup[]): boolean =>
  groups.some((group) => situation.groups?.includes(group));

/** One unmet condition is a no; else one unanswered is unknown. `because` names those that decided. */
function judged(conditions: readonly Condition[]): Pick<Grant, "applies" | "because" | "conditions"> {
  const deciding = (["no", "unknown"] as const).find((met) => conditions.some((c) => c.met === met)) ?? "yes";
  return {
    applies: deciding,
    because: conditions.filter((c) => c.met === deciding).map((c) => c.name),
    conditions,
  };
}

const inPolicyGroup = ({ groups }: Situation): Condition => ({
  name: "inPolicyGroup",
  met: groups === null ? "unknown" : groups.length > 0 ? "yes" : "no",
});
const notHelpedBefore = ({ helpedBefore }: Situation): Condition => ({
  name: "notHelpedBefore",
  met: not(fromBoolean(helpedBefore)),
});

const courses: readonly AlreadyHeld[] = ["orientation_course", "language_training", "skill_training"];
/** Whether what she paid for before asking is given back is in no text we have read. */
const stillToPay = (component: string, { has: held }: Situation): Condition => ({
  name: "stillToPay",
  met: (held as readonly string[]).includes(component) ? "unknown" : "yes",
});
const stillToStudy = ({ has: held }: Situation): Condition => ({
  name: "stillToStudy",
  met: courses.every((course) => held.includes(course)) ? "unknown" : "yes",
});

/** Study routes have no sender: whether the decree means those who take them is in no text we have read. Asked only where it matters. */
const sentUnderContract = ({ programme }: SupportContext): readonly Condition[] =>
  programme !== null && programmeOf(programme)?.senders.length === 0
    ? [{ name: "sentUnderContract", met: "unknown" }]
    : [];

const pers: Readonly<Record<string, Grant["per"]>> = { "day of study": "day", month: "month", course: "course" };
const allowances = new Set(["meals_training", "accommodation_training", "travel_training"]);

function grantOf(rule: SupportRule, situation: Situation, context: SupportContext): Grant {
  const allowance = allowances.has(rule.component);
  const conditions = [
    inPolicyGroup(situation),
    notHelpedBefore(situation),
    allowance ? stillToStudy(situation) : stillToPay(rule.component, situation),
    ...sentUnderContract(context),
  ];
  return {
    rule: rule.id,
    covers: allowance ? [] : [rule.component],
    kind: allowance ? "allowance" : rule.ruleType === "actual_official_fee" ? "official_fee" : "up_to",
    capDong: rule.amountDong ?? rule.toDong,
    fromDong: rule.fromDong,
    per: pers[rule.per ?? ""] ?? "person",
    ...judged(conditions),
    groups: policyGroups,
    legalSource: rule.legalSource,
    verified: rule.verified,
    effectiveFrom: rule.effectiveFrom,
  };
}

/**
 * Who pays the lower rate. The decree's list was seen only in summary, in two forms: the wide one names whole groups, the narrow one poor
 * households of an ethnic minority, and of the Kinh majority in difficult communes. "unknown" where the two differ.
 */
function priority(situation: Situation): { wide: Answer; narrow: Answer } {
  if (situation.groups === null) return { wide: "unknown", narrow: "unknown" };
  const wide = has(situation, "merit", "poor", "near_poor", "ethnic_minority");
  const poor = has(situation, "poor");
  const narrow: Answer = !poor ? "no" : has(situation, "ethnic_minority") ? "yes" : fromBoolean(situation.hardCommune);
  return { wide: wide ? "yes" : "no", narrow };
}

const ofPoorRate = (poorRate: number | null, percent: number | null): number | null =>
  poorRate === null || percent === null ? null : Math.round(poorRate * percent * 10);

function ratesOf(rule: SupportRule, situation: Situation, on: Day) {
  const poor = supportRules("POOR-RATE", on)[0];
  const high = ofPoorRate(poor?.percentPerYear ?? null, rule.interestPercent);
  const low = ofPoorRate(poor?.percentPerYear ?? null, rule.interestPriorityPercent);
  const { wide, narrow } = priority(situation);
  const rate = wide === "yes" ? low : high;
  return {
    ratePerYearMilliPercent: rate,
    otherRateMilliPercent: wide === narrow && wide !== "unknown" ? null : rate === low ? high : low,
    rateVerified: rate !== null && (poor?.verified ?? false),
  };
}

/** Decree 338/2025, Arts. 12–17. That somebody in none of the groups may borrow too is neither said nor denied in what we have read. */
function costLoan(rule: SupportRule, situation: Situation, context: SupportContext): LoanTerms {
  const group = inPolicyGroup(situation);
  const conditions = rule.verified
    ? [
        group.met === "no" ? { name: "loanBeyondGroups", met: "unknown" as const } : group,
        notHelpedBefore(situation),
        ...sentUnderContract(context),
      ]
    : [{ name: "earlierLoanRules", met: "unknown" as const }];
  return {
    rule: rule.id,
    purpose: "cost",
    ...judged(conditions),
    shareOfCost: rule.percent,
    capDong: null,
    collateralAboveDong: rule.collateralAboveDong,
    ...ratesOf(rule, situation, context.day),
    overdueShare: rule.overduePercent,
    answerWithinWorkingDays: rule.decisionDays,
    legalSource: rule.legalSource,
    verified: rule.verified,
    effectiveFrom: rule.effectiveFrom,
  };
}

/** Whether she goes with the state programme: not known until market and programme are chosen. */
function goesWith(rule: SupportRule, { market, programme }: SupportContext): Answer {
  if (programme !== null) return programme === rule.programme ? "yes" : "no";
  return market === null || market === rule.market ? "unknown" : "no";
}

function depositLoan(rule: SupportRule, context: SupportContext): LoanTerms {
  return {
    rule: rule.id,
    purpose: "eps_deposit",
    ...judged([{ name: "goesWithEps", met: goesWith(rule, context) }]),
    shareOfCost: null,
    capDong: rule.amountDong,
    collateralAboveDong: rule.unsecured ? rule.amountDong : null,
    // What this loan costs is in no source of ours.
    ratePerYearMilliPercent: null,
    otherRateMilliPercent: null,
    overdueShare: null,
    rateVerified: false,
    answerWithinWorkingDays: null,
    legalSource: rule.legalSource,
    verified: rule.verified,
    effectiveFrom: rule.effectiveFrom,
  };
}

/** Days after signing within which the deposit must stand in the account (Decision 12/2020/QĐ-TTg). */
const depositDays = 35;

function bankDeposit(context: SupportContext): BankDeposit | null {
  const rule = supportRules("DEP-EPS", context.day).find((one) => one.component === "worker_deposit");
  if (!rule || rule.amountDong === null) return null;
  return {
    rule: rule.id,
    dong: rule.amountDong,
    withinDaysOfSigning: depositDays,
    applies: goesWith(rule, context),
    legalSource: rule.legalSource,
    verified: rule.verified,
  };
}

/** Every grant and loan of a day, each with its answer for her. What nobody has told us of is named in `unknown`. */
export function supportFor(situation: Situation, context: SupportContext): Support {
  const grants = supportRules("SUP-", context.day).map((rule) => grantOf(rule, situation, context));
  const deposit = bankDeposit(context);
  return {
    on: context.day,
    grants,
    loans: [
      ...supportRules("LOAN-", context.day).map((rule) => costLoan(rule, situation, context)),
      ...supportRules("DEP-EPS-LOAN", context.day).map((rule) => depositLoan(rule, context)),
    ],
    deposit,
    unknown: [
      "local_top_ups",
      ...(grants.length === 0 ? (["grants_before_2026"] as const) : []),
      ...(deposit && deposit.applies !== "no" ? (["eps_localities"] as const) : []),
    ],
  };
}

/** What the support fund pays if things go wrong abroad, on a day. */
export const fundBenefits = (on: Day) => supportRules("FUND-BEN", on);
