// Decides whether a firm may send workers abroad on a given day, what limits it, and what the text in the check box may mean.
export { appendTo, isSound, mayFollow, statusMoves, statusOn } from "./chain";
export {
  approvalsOn,
  asKnownAt,
  covers,
  dossierAt,
  endOfDay,
  isInForceOn,
  isLicensedOn,
  knownAtInstant,
  restrictionsCovering,
  restrictionsOn,
  unknownReasons,
  verdictCodes,
  verdictOn,
} from "./verdict";
export { historyOf } from "./history";
export { licenceNumber, numberKey, printedLicenceNumber } from "./numbers";
export { identifiersOf, nameCoreKey, nameKey, phoneKey, taxCodeKey, websiteKey } from "./identifiers";
export { isEmptyPlan, lookupPlan } from "./lookup";
export { displayName } from "./dossier";
export type { History, TimelineBar, TimelinePoint } from "./history";
export type { LookupPlan } from "./lookup";
export type { Standing, UnknownReason, Verdict, VerdictCode } from "./verdict";
export type {
  Approval,
  ApprovalCode,
  BranchFact,
  Dossier,
  Fine,
  LicenceFamily,
  LicenceStatus,
  Restriction,
  RestrictionKind,
  RestrictionScope,
  StatusReport,
  StatusSpell,
} from "./dossier";
export { requestMoves } from "./requests/rules";
