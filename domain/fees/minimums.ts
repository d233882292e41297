// P8: whether a contract gives at least what Circular 02/2024 (Appendices II-IX) asks of each market's contracts.
import type { Day } from "@/domain/kernel/calendar";
import { occupationOf } from "@/domain/kernel/catalogue";
import { moneyOf, type Money } from "@/domain/kernel/money";
import { convert } from "./conversion";
import { lengthApplies } from "./host-limits";
import { deduction } from "./minimum-deductions";
import {
  atLeast,
  fact,
  isFree,
  lacking,
  saidWage,
  type Check,
  type Checked,
  type Facts,
  type Met,
  type MinimumCondition,
} from "./minimum-figures";
import type { FeeRule } from "./reference";
import type { FeeLine, FeeTerms } from "./schema";
import { minimumRulesFor, subjectOf } from "./selection";
import { foreignPaid, monthlyBasic, ratesOf } from "./terms";

export { minimumConditions, type Met, type MinimumCondition } from "./minimum-figures";
export type MinimumFinding = {
  rule: string;
  condition: MinimumCondition;
  met: Met;
  legalSource: string;
  verified: boolean;
  /**
   * Figures for the sentence, amounts in units. What is asked: months, amount, currency, percent, legs, limit. What the order says:
   * said, saidMonths, saidLegs, saidWord. By how much it fails: gap, gapMonths.
   */
  params: Facts;
};

/** The month's basic wage in the rule's currency. */
function wageIn(currency: string, terms: FeeTerms): bigint | null {
  const wage = monthlyBasic(terms);
  return wage === null
    ? null
    : (convert({ minor: wage, currency: terms.currency }, currency, ratesOf(terms))?.minor ?? null);
}

function length(rule: FeeRule, terms: FeeTerms): Checked[] {
  const { contract_months: whole, contract_months_min: least } = rule.facts;
  const months = whole ?? least;
  return months === undefined
    ? []
    : [
        {
          condition: "contractLength",
          met: atLeast(terms.contractMonths, months),
          params: { months, ...saidLength(terms, months) },
        },
      ];
}
const saidLength = ({ contractMonths }: FeeTerms, asked: number): Facts =>
  contractMonths === null
    ? {}
    : { saidMonths: contractMonths, ...(contractMonths < asked ? { gapMonths: asked - contractMonths } : {}) };

/** Wages asked of contracts below and from a year may differ: an unknown length is only decided when both agree. */
function between(wage: bigint | null, lower: bigint, higher: bigint): Met {
  if (atLeast(wage, higher) === "met") return "met";
  return atLeast(wage, lower) === "unmet" ? "unmet" : "unknown";
}

/** The two bars of a rule, and which of them holds: true the higher, false the lower, null unknown. */
function wageBars(rule: FeeRule, terms: FeeTerms): { low: number; high: number; higher: boolean | null } {
  const low = rule.amount ?? 0;
  const {
    amount_6_to_11_months: short,
    amount_if_worker_pays_board_or_lodging: paying,
    amount_social_services: care,
  } = rule.facts;
  if (short !== undefined)
    return { low, high: short, higher: terms.contractMonths === null ? null : terms.contractMonths < 12 };
  if (paying !== undefined) {
    const free = [isFree(terms.board), isFree(terms.lodging)];
    return { low, high: paying, higher: free.includes("unmet") ? true : free.includes("unknown") ? null : false };
  }
  const industry = terms.occupation ? occupationOf(terms.occupation)?.industry : undefined;
  if (care !== undefined)
    return {
      low: care,
      high: low,
      higher: industry === undefined ? null : industry !== "care" && industry !== "health",
    };
  return { low, high: low, higher: false };
}

function wage(rule: FeeRule, terms: FeeTerms): Checked[] {
  if (rule.ruleType === "min_local_minimum")
    return [{ condition: "localMinimumWage", met: "unknown", params: saidWage(terms) }];
  if (rule.ruleType !== "min" || rule.amount === null || !rule.currency) return [];
  const { currency } = rule;
  const { low, high, higher } = wageBars(rule, terms);
  const minor = (units: number) => moneyOf(units, currency).minor;
  const paid = wageIn(currency, terms);
  const met = higher === null ? between(paid, minor(low), minor(high)) : atLeast(paid, minor(higher ? high : low));
  // Where nobody can say which bar holds, failing means failing the lower one.
  const bar = higher === false || (higher === null && met === "unmet") ? low : high;
  const params = { amount: bar, currency, ...saidWage(terms), ...lacking(paid, minor(bar), currency) };
  return [{ condition: "wage", met, params }];
}

/** App. VI, VII: lodging is free unless the wage is high enough to pay for it. */
function lodgingUnlessWage(rule: FeeRule, terms: FeeTerms): Checked[] {
  const { free_lodging_unless_wage_at_least: year, free_lodging_unless_wage_at_least_6_to_11_months: short } =
    rule.facts;
  if (year === undefined || short === undefined || !rule.currency) return [];
  const amount = terms.contractMonths !== null && terms.contractMonths >= 12 ? year : short;
  const free = isFree(terms.lodging);
  const rich = atLeast(wageIn(rule.currency, terms), moneyOf(amount, rule.currency).minor);
  const met = free === "met" || rich === "met" ? "met" : free === "unmet" && rich === "unmet" ? "unmet" : "unknown";
  const params = { amount, currency: rule.currency, saidWord: terms.lodging, ...saidWage(terms) };
  return [{ condition: "lodging", met, params }];
}

const legCount: Record<string, number> = { none: 0, one_way: 1, round_trip: 2 };
function airfare(needed: number, terms: FeeTerms): Checked {
  const legs = legCount[terms.airfareLegs];
  const params = { legs: needed, ...(legs === undefined ? { saidWord: terms.airfare } : { saidLegs: legs }) };
  if (legs !== undefined) return { condition: "airfare", met: atLeast(legs, needed), params };
  if (terms.airfare === "worker") return { condition: "airfare", met: "unmet", params };
  return { condition: "airfare", met: terms.airfare === "foreign_side" && needed === 1 ? "met" : "unknown", params };
}
function airfareOf(rule: FeeRule, terms: FeeTerms): Checked[] {
  if (rule.ruleType !== "paid_in_full" && rule.ruleType !== "min_legs") return [];
  if (lengthApplies(rule, terms.contractMonths) === false) return [];
  const checked = airfare(rule.legs === "round_trip" ? 2 : 1, terms);
  return [
    lengthApplies(rule, terms.contractMonths) === null && checked.met === "unmet"
      ? { ...checked, met: "unknown" }
      : checked,
  ];
}

/** C02 App. II calls the management and dispatch fees the service fee paid by the foreign side. */
function foreignSideFee(rule: FeeRule, terms: FeeTerms): Checked[] {
  const condition = "foreignSideFee";
  const paid = terms.foreignPaidMinor ?? null;
  if (rule.ruleType === "min" && rule.amount !== null && rule.currency) {
    const month = moneyOf(rule.amount, rule.currency);
    const whole: Money | null =
      terms.contractMonths === null ? null : { ...month, minor: month.minor * BigInt(terms.contractMonths) };
    const here = whole && convert(whole, terms.currency, ratesOf(terms));
    return [
      {
        condition,
        met: here ? atLeast(paid, here.minor) : "unknown",
        params: { amount: rule.amount, currency: rule.currency, ...paidFacts(terms, paid, here?.minor ?? null) },
      },
    ];
  }
  const basic = monthlyBasic(terms);
  const months = rule.facts.months;
  if (months === undefined) return [{ condition, met: "unknown", params: { percent: rule.percent ?? 0 } }];
  const least = basic === null ? null : basic * BigInt(months);
  const met = least === null ? "unknown" : atLeast(paid, least);
  return [{ condition, met, params: { months, ...paidFacts(terms, paid, least) } }];
}
const paidFacts = ({ currency }: FeeTerms, paid: bigint | null, least: bigint | null): Facts => ({
  ...fact("said", paid, currency),
  ...fact("limit", least, currency),
  ...(least === null ? {} : lacking(paid, least, currency)),
});

const checks: Readonly<Record<string, Check>> = {
  wage: (rule, terms) => [...wage(rule, terms), ...lodgingUnlessWage(rule, terms)],
  contract_months: (rule, terms) => {
    const { months, extension_months: more } = rule.facts;
    if (months === undefined) return [];
    const given = terms.contractMonths;
    const met = given === null ? "unknown" : given === months || given === months + (more ?? 0) ? "met" : "unmet";
    return [{ condition: "contractLength", met, params: { months, ...saidLength(terms, months) } }];
  },
  airfare: airfareOf,
  rent_host: deduction,
  board_lodging_deduction: deduction,
  service_fee_paid_by_foreign_side: foreignSideFee,
};

/** What a rule says in its note, or the appendix beside it (law.md §8), rather than in a figure. */
type Beside = { legs?: 1 | 2; board?: true; lodging?: true; commuting?: true; markets?: readonly string[] };
const beside: Readonly<Record<string, readonly Beside[]>> = {
  "CM-JP-TTS-RENT": [{ commuting: true }],
  "CM-KR-E7-BOARD": [{ commuting: true }],
  "CM-KR-E10-BOARD": [{ commuting: true }],
  "CM-WCA-DOM": [{ legs: 2, board: true, lodging: true }],
  "CM-WCA-OTHER": [{ legs: 1 }],
  "CM-EU": [{ legs: 1 }],
  "CM-AM": [{ legs: 1 }],
  "CM-CNSEA": [
    { legs: 1, commuting: true },
    { lodging: true, markets: ["CN", "MO"] },
  ],
  "CM-MO-DOM": [{ board: true, lodging: true }],
};
function besideChecks(rule: FeeRule, terms: FeeTerms): Checked[] {
  return (beside[rule.id] ?? [])
    .filter(({ markets }) => !markets || markets.includes(terms.market))
    .flatMap(({ legs, ...free }) => [
      ...(legs ? [airfare(legs, terms)] : []),
      ...(["board", "lodging", "commuting"] as const).flatMap((condition) =>
        free[condition] ? [{ condition, met: isFree(terms[condition]), params: { saidWord: terms[condition] } }] : [],
      ),
    ]);
}

const described = (rule: FeeRule, { condition, met, params }: Checked): MinimumFinding => ({
  rule: rule.id,
  condition,
  met,
  legalSource: rule.legalSource,
  verified: rule.verified,
  params: params ?? {},
});

/** What this site does not record of an order (rest days, first allowances, training paid for): said to be unknown. */
const unrecorded: Check = (rule) => [{ condition: "other", met: "unknown", params: { component: rule.component } }];

/** What the foreign side pays may stand in the sheet rather than in the terms; a sheet that is silent leaves it unknown. */
function withForeignPart(terms: FeeTerms, sheet: readonly FeeLine[]): FeeTerms {
  if (terms.foreignPaidMinor != null || !sheet.some(({ code }) => code === "service_fee_paid_by_foreign_side"))
    return terms;
  // A view upon the order, which has a hundred fields: copying it would cost more than all the checks.
  const view: FeeTerms = Object.create(terms);
  view.foreignPaidMinor = foreignPaid(terms, sheet);
  return view;
}

/**
 * P8. The circular binds supply contracts of service enterprises; public units follow their agreement, and source preparation
 * promises no wage. Of several rules on one point the most specific speaks.
 */
export function contractMinimumFindings(order: FeeTerms, day: Day, sheet: readonly FeeLine[] = []): MinimumFinding[] {
  const terms = withForeignPart(order, sheet);
  const subject = subjectOf(terms);
  if (!subject?.names.has("LICENSED") || terms.kind !== "agency_order") return [];
  const said = new Set<string>();
  const rules = minimumRulesFor(subject, day);
  const passes: Check[] = [
    (rule) => [...length(rule, terms), ...(checks[rule.component] ?? unrecorded)(rule, terms)],
    besideChecks,
  ];
  return passes.flatMap((pass) =>
    rules.flatMap((rule) => {
      const point = (one: Checked) => (one.condition === "other" ? rule.component : one.condition);
      const fresh = pass(rule, terms).filter((one) => !said.has(point(one)));
      for (const one of fresh) said.add(point(one));
      return fresh.map((one) => described(rule, one));
    }),
  );
}
