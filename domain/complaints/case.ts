import "server-only";
import { filesOf, readFile } from "@/domain/files/queries";
import type { ReadFile, StoredFile } from "@/domain/files/schema";
import { dayOf } from "@/domain/kernel/calendar";
import { now } from "@/platform/clock";
import { db } from "@/platform/db";
import { type Clock, clockOn, daysLeft, hoursLeft } from "./clocks";
import { type ReportRow, type StepKind, openedBy, reportTicket } from "./rows";
import type { About, CaseKey, Outcome, Owner, Stage } from "./schema";
import { mayMove } from "./stages";

export type RunningClock = Clock & {
  due: Date;
  doneAt: Date | null;
  missed: boolean;
  hoursLeft: number;
  daysLeft: number;
};
export type StepView = { id: string; at: Date; kind: StepKind; by: string; text: string | null; internal: boolean };
export type CaseView = {
  number: string;
  about: About;
  receivedAt: Date;
  stage: Stage;
  outcome: Outcome | null;
  outcomeReason: string | null;
  decidedAt: Date | null;
  /** Went on under another report of the same contact; stage and outcome are of that one. */
  merged: boolean;
  owner: Owner;
  province: string | null;
  escalated: { at: Date; clock: string } | null;
  clocks: RunningClock[];
  happened: string;
  amountVnd: bigint | null;
  contacts: { kind: string; value: string }[];
  agencySaid: string | null;
  orderReference: string | null;
  reachable: boolean;
  steps: StepView[];
  files: StoredFile[];
  mayAdd: boolean;
  mayWithdraw: boolean;
  demo: boolean;
};

/** Both clocks of a report with what is left of them now. */
export function clocksOf(
  report: Pick<ReportRow, "receivedAt" | "firstLookDue" | "firstLookAt" | "decisionDue" | "decidedAt">,
): RunningClock[] {
  const at = now();
  const on = dayOf(report.receivedAt);
  const running = (name: "first_look" | "decision", due: Date, doneAt: Date | null): RunningClock => ({
    ...clockOn(name, on),
    ...{ due, doneAt, missed: (doneAt ?? at) > due, hoursLeft: hoursLeft(due, at), daysLeft: daysLeft(due, at) },
  });
  return [
    running("first_look", report.firstLookDue, report.firstLookAt),
    running("decision", report.decisionDue, report.decidedAt),
  ];
}

export const escalationOf = ({ escalatedAt, escalatedFor }: ReportRow) =>
  escalatedAt && escalatedFor ? { at: escalatedAt, clock: escalatedFor } : null;

/** D2: the case as its reporter sees it; null for a wrong code as for a number that does not exist. */
export async function caseFor(key: CaseKey): Promise<CaseView | null> {
  const own = await openedBy(key);
  if (!own) return null;
  const [head, steps, contacts, files] = await Promise.all([
    own.mergedIntoId ? db.fraudReport.findUnique({ where: { id: own.mergedIntoId } }) : null,
    db.reportStep.findMany({ where: { reportId: own.id, internal: false }, orderBy: [{ at: "asc" }, { id: "asc" }] }),
    db.reportContact.findMany({ where: { reportId: own.id }, orderBy: { id: "asc" } }),
    filesOf(reportTicket(own.id)),
  ]);
  const shown = head ?? own;
  return {
    ...{ number: own.number, about: own.about, receivedAt: own.receivedAt, province: own.province, owner: shown.owner },
    ...{ stage: shown.stage, outcome: shown.outcome, outcomeReason: shown.outcomeReason, decidedAt: shown.decidedAt },
    merged: head !== null,
    escalated: escalationOf(shown),
    clocks: clocksOf({ ...own, firstLookAt: own.firstLookAt ?? shown.firstLookAt, decidedAt: shown.decidedAt }),
    ...{
      happened: own.happened,
      amountVnd: own.amountVnd,
      agencySaid: own.agencySaid,
      orderReference: own.orderReference,
    },
    contacts: contacts.map(({ kind, value }) => ({ kind, value })),
    reachable: own.reachSealed !== null,
    steps: steps.map((step) => ({ ...step, kind: step.kind as StepKind })),
    files,
    mayAdd: own.stage === "received" || own.stage === "looking" || own.stage === "merged",
    mayWithdraw: mayMove(own.stage, "withdrawn"),
    demo: own.demo,
  };
}

/** Whether number and code belong together, before a browser is handed the code. */
export const caseOpens = async (key: CaseKey): Promise<{ number: string } | null> => {
  const row = await openedBy(key);
  return row && { number: row.number };
};

/** A photograph the reporter handed in, for herself. */
export async function casePhoto(key: CaseKey, fileId: string): Promise<ReadFile | null> {
  const row = await openedBy(key);
  return row && readFile(reportTicket(row.id), fileId);
}
