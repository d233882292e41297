// Names a cash-flow uses for its formulas, its parts and what it does not know; words in messages/<language>/cashflow.json.

export const cashFormulas = [
  /** amount × months, in đồng at the rate */
  "line_as_stated",
  "line_of_other_payer",
  "held_already",
  "promise_only",
  "wage_of_month",
  "wage_of_year",
  "wage_of_hours",
  "net_as_stated",
  "deduction_amount",
  "deduction_share",
  "taken_from_wage",
  "usual_share",
  "living_costs",
  "monthly_line",
  "not_stated",
] as const;
export type CashFormula = (typeof cashFormulas)[number];

/** Parts of a month that are no fee component. */
export const cashParts = [
  "basic_wage",
  "gross_wage",
  "net_wage",
  "deductions",
  "board",
  "lodging",
  "board_and_lodging",
  "commuting",
] as const;
export type CashPart = (typeof cashParts)[number];

export const cashUnknowns = [
  /** No cost sheet at all. */
  "no_sheet",
  /** A line without an amount, or without a number of months. */
  "line_amount",
  /** No dated rate for the line's currency. */
  "line_rate",
  "wage",
  "wage_rate",
  "deductions",
  "deduction_amount",
  "board",
  "lodging",
  "commuting",
  "board_amount",
  "lodging_amount",
  /** At her own cost, and no figure with a source for this place. */
  "living_costs",
  "contract_months",
  /** When she leaves: no day of a line can be given. */
  "departure",
  /** She did not say whether she was a technical intern: the ceiling hangs on it. */
  "past_intern_contract",
  /** A grant hangs on something she did not say; it is not counted. */
  "grant",
  /** The official fee of a line cannot be told from what is asked for it. */
  "official_fee",
  "allowances",
  "study_months",
  "loan_terms",
  "loan_rate",
  "loan_cost",
  /** The order says that she pays her ticket, and no line gives its price. */
  "airfare_without_line",
  /** The state programme with Korea asks for a deposit by law, and the sheet has none. */
  "deposit_without_line",
] as const;
export type CashUnknown = (typeof cashUnknowns)[number];
