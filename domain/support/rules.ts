// What the state adds and lends: which grant, how much, by which article, and why or why not. No database, no clock.
export { loanCeiling, loanSchedule, overdueRate, principalOf } from "./loan";
export { fundBenefits, supportFor } from "./eligibility";
export { allowanceRange } from "./allowances";
export * from "./situation";
