// The dated cash-flow of one order for one person: what moves, between whom, when, and what that leaves month by month.
import type { Day } from "@/domain/kernel/calendar";
import type { Money, Rate } from "@/domain/kernel/money";
import type { BankDeposit, Grant, LoanSchedule, LoanTerms, Situation } from "@/domain/support/schema";
import type { Ceiling } from "../ceiling";
import type { Due, FeeLine, FeeTerms, Payee, Payer, Refundable } from "../schema";
import type { FeeFinding } from "../sheet";
import type { CashFormula, CashPart, CashUnknown } from "./names";

/** Beside the fee terms, what an order says of pay and of days. Null: the order does not say. */
export type CashFlowTerms = FeeTerms & {
  netMinor: bigint | null;
  grossMinor: bigint | null;
  hoursPerDay: number | null;
  region: string | null;
  trainingMonths: number | null;
  selectionOn: Day | null;
  departureFrom: Day | null;
  departureTo: Day | null;
  allowances: readonly { code: string; minor?: bigint | null; percent?: number | null; note?: string | null }[] | null;
  /** Overtime as stated in words: never turned into money. */
  overtimeNote: string | null;
};

/** How a number came about: shown when it is opened. Named, worded in messages/fees. */
export type Basis = {
  /** order: stated by the order. rule: an article. reference: a figure of ours with a source. person: she said so. derived: from others. */
  kind: "order" | "rule" | "reference" | "person" | "derived";
  /** Name of the formula, worded in messages. */
  formula: CashFormula;
  /** What went in, by name, printed as given. */
  inputs: Readonly<Record<string, string | number | bigint | Money | null>>;
  rule: string | null;
  legalSource: string | null;
  /** Day the figure is of. */
  on: Day | null;
  verified: boolean;
};

/** From at least to at most; equal ends are one number. Null end: unknown. In đồng. */
export type DongRange = { low: bigint | null; high: bigint | null };

/** Days between which something falls; null: nobody said. */
export type When = {
  due: Due;
  from: Day | null;
  to: Day | null;
  /** 0 is the month of departure. */ month: number | null;
};

export type CashLine = {
  position: number;
  code: string;
  payer: Payer;
  payee: Payee;
  /** The whole line: months already multiplied. */
  amount: Money | null;
  dong: bigint | null;
  when: When;
  refundable: Refundable;
  /** When a deposit comes back; null for everything else. */
  comesBack: When | null;
  /** she has it already: nothing is due. */
  heldAlready: boolean;
  /** Paid by a grant, in đồng, and by which; never more than the line. */
  granted: { rule: string; dong: bigint }[];
  /** What is left for her; zero when somebody else pays; null when unknown. */
  workerDong: bigint | null;
  basis: Basis;
};

/** A part of a month abroad: basic pay, a deduction, food. Plus is income, minus is cost. */
export type MonthlyPart = {
  /** A part of ours, or the code of a fee component or deduction of the order. */
  code: CashPart | (string & {});
  sign: 1 | -1;
  amount: { low: Money | null; high: Money | null };
  dong: DongRange;
  basis: Basis;
};

export type MonthPosition = {
  /** Months from departure; negative before it. */
  month: number;
  /** Paid out by her this month, loans and deposits included. */
  outDong: DongRange;
  inDong: DongRange;
  /** What she is up or down since the beginning; a deposit that comes back counts when it comes back. */
  cumulativeDong: DongRange;
  /** The same with what is hers in the bank added and what she owes the bank taken off: break-even is read from this. */
  netDong: DongRange;
};

export type CashFlow = {
  on: Day;
  situation: Situation;
  /** Every rate used, with its day. */
  rates: readonly (Rate & { verified?: boolean })[];
  lines: readonly CashLine[];
  grants: readonly Grant[];
  /** Allowances paid to her beside the lines. */
  allowancesDong: DongRange;
  /** For what she pays before leaving. */
  loan: LoanSchedule | null;
  /** For the deposit of the Korean state programme. */
  depositLoan: LoanSchedule | null;
  /** What may be asked of this person as service fee, and what the sheet asks against the rules for her. */
  serviceFeeCeiling: Ceiling;
  findings: readonly FeeFinding[];
  totals: {
    /** What she pays before leaving after grants, deposit apart. Null if a line is unknown; then `atLeast`. */
    beforeLeavingDong: bigint | null;
    beforeLeavingAtLeastDong: bigint;
    depositDong: bigint | null;
    grantedDong: bigint;
    foreignSideDong: bigint | null;
    abroadDong: bigint | null;
  };
  monthly: readonly MonthlyPart[];
  /** In a month in which every monthly line runs, before loan instalments. */
  keptPerMonthDong: DongRange;
  months: readonly MonthPosition[];
  /**
   * First month with nothing owed: earliest by the best reading, latest by the most cautious. An earliest month may be known ("not
   * before") where the latest is not. Null: not within the contract, or unknown.
   */
  breakEven: { earliest: number | null; latest: number | null; reason: "known" | "unknown" | "never_within_contract" };
  /** Names of what is not known, worded in messages/fees. */
  unknown: readonly { name: CashUnknown; position: number | null }[];
};

export type CashFlowQuestion = {
  terms: CashFlowTerms;
  lines: readonly FeeLine[];
  situation: Situation;
  on: Day;
};

/** What the state adds and lends her, as domain/support answers. */
export type CashFlowSupport = {
  grants: readonly Grant[];
  loans: readonly LoanTerms[];
  /** The deposit a state programme asks for, whether or not a sheet lists it. */
  deposit?: BankDeposit | null;
};

/** A month of food, lodging or commuting paid privately at a place, from a source that can be named. Minor units. */
export type LivingCost = {
  id: string;
  market: string;
  /** Names of the region as orders write it; null: the whole market. */
  regions: readonly string[] | null;
  covers: readonly ("board" | "lodging" | "commuting")[];
  low: Money;
  high: Money;
  /** Day the figure is of; null: undated. */
  on: Day | null;
  source: string;
  url: string | null;
  verified: boolean;
};
/** What is usually taken from a wage in a market, in per cent of it, where an order does not say. */
export type UsualDeduction = {
  id: string;
  market: string;
  code: string;
  /** Null: taken, but how much nobody can say in general. */
  lowPercent: number | null;
  highPercent: number | null;
  on: Day | null;
  source: string;
  url: string | null;
  verified: boolean;
};
export type CashFlowReference = {
  livingCosts: readonly LivingCost[];
  usualDeductions: readonly UsualDeduction[];
};
