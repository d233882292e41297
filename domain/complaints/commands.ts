import "server-only";

export { writeCounts } from "./counts";
export { addInformation, handInReport, withdrawReport } from "./report";
export {
  decideReport,
  escalateOverdue,
  linkReport,
  mergeReports,
  noteOnReport,
  takeUpReport,
  warnOfReport,
} from "./triage";
