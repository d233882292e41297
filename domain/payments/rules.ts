// What was asked and paid against what was published and contracted, what must come back and by when, and the numbers on receipts. No clock, no database.
export { type FlagCondition, confirmWithinDays, flagConditions, flagsOf } from "./flags";
export { type Amounts, type Difference, type LedgerRow, ledgerOf } from "./ledger";
export {
  type Drawn,
  alphabet,
  isBookReference,
  isLinkToken,
  numberOf,
  readCode,
  readNumber,
  readReceiptNumber,
  verificationCode,
} from "./numbers";
export {
  type Standing,
  claimedMinor,
  counterpart,
  entryOf,
  firstDay,
  mayTakeBack,
  returnedMinor,
  sameAgain,
  standingOf,
  undisputedMinor,
} from "./receipts";
export { type RefundState, refundDeadlines, refundState, refundsOf, workedParts } from "./refunds";
