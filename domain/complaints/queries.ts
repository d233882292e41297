import "server-only";

export { type ContactsAnswer, type DeclaredFor, checkContact } from "./check";
export { type CaseView, type RunningClock, type StepView, caseFor, caseOpens, casePhoto } from "./case";
export {
  type AgencySuggestion,
  type OfficerReport,
  type Queue,
  type QueueFilter,
  type QueuedReport,
  type SameContact,
  reportForOfficer,
  reportPhoto,
  reportQueue,
} from "./desk";
export { askedToday } from "./counts";
export { type CountedReport, type Totals, type TotalsLine, quarterTotals } from "./totals";
export { reportersToTell } from "./reach";
