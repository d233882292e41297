// What may lawfully be asked of a worker, line by line and in all: the door to the rules on fees. No clock, no database.
export {
  type Ceiling,
  type CeilingAssumption,
  type CeilingInput,
  type CeilingVerdict,
  type ServiceFeeRefund,
  ceiling,
  componentCeiling,
  depositCeiling,
  serviceFeeRefund,
} from "./ceiling";
export { ceilingAnswerOf, inputOf } from "./answer";
export { type AskedSums, type DongSum, askedSums } from "./asked/sums";
export { type AgainstPublished, againstPublished } from "./asked/published";
export { askedAnswerOf, askedQuestionOf } from "./asked/question";
export {
  type AskedLimit,
  type AskedLine,
  type AskedTerms,
  type AskedVerdict,
  type AskedVerdictCode,
  askedVerdictCodes,
  askedVerdicts,
  decidingRule,
  possibleProgrammes,
  wholeOf,
} from "./asked/verdicts";
export { cashFlow } from "./cash-flow/flow";
export { cashFlowFor, cashFlowOfOrder } from "./cash-flow/of-order";
export { cashFormulas, cashUnknowns } from "./cash-flow/names";
export { citationIn } from "./citation";
export { type FindingFacts, feeFindingFacts, minimumFacts } from "./findings";
export {
  type Met,
  type MinimumCondition,
  type MinimumFinding,
  contractMinimumFindings,
  minimumConditions,
} from "./minimums";
export { type ProgrammeCeilings, type RuleLine, ceilingsOverview } from "./overview";
export {
  type FeeComponentKind,
  type FeeRule,
  type LegalClass,
  feeComponentOf,
  feeComponents,
  feeRuleNotes,
  feeRuleOf,
  feeRules,
  ruleInForce,
} from "./reference";
export {
  type FeeCondition,
  type FeeFinding,
  type Severity,
  feeConditions,
  feeSheetFindings,
  feeSheetHolds,
  orderDepositCeiling,
  orderServiceFeeCeiling,
} from "./sheet";
export { deductionMinor, netPerMonth, perMonth } from "./pay";
export { lineInDong, lineTotal, placeOf, sheetTotals } from "./totals";
export { monthlyBasic } from "./terms";
