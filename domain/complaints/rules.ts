// What a text says of whom to reach, how a report moves and by when, and what may be said of a contact in public. No clock, no database.
export {
  type Contact,
  type ContactKind,
  type ContactsFound,
  contactKinds,
  contactsIn,
  isPublicKind,
  nameContact,
} from "./contact";
export { eyeForm, imitates, slipsBetween } from "./likeness";
export { type Clock, type ClockName, clockOn, clocks, daysLeft, dueAt, hoursLeft } from "./clocks";
export {
  type CountedState,
  type Quarter,
  type Standing,
  countedAs,
  countedStates,
  mayMove,
  moves,
  openStages,
  outcomeFits,
  quarterOf,
  quarterOn,
  standingOf,
} from "./stages";
export {
  type ContactAnswer,
  type ContactFacts,
  type ContactVerdict,
  type DeclaredRecruiter,
  contactVerdicts,
  gravest,
  verdictOf,
} from "./verdict";
export { csvOf } from "./table-file";
