import "server-only";
import { randomInt } from "node:crypto";
import { newRowId } from "@/domain/audit/bulk";
import type { Note, Tx } from "@/domain/audit/change";
import { ticketFor } from "@/domain/files/access";
import type { Actor } from "@/domain/kernel/actor";
import { requireAll } from "@/domain/kernel/refusal";
import { db, type Prisma } from "@/platform/db";
import { scopeOfReports } from "./access";
import { isCodeOf, readCaseCode, readCaseNumber } from "./case-key";
import type { CaseKey } from "./schema";

export type ReportRow = Prisma.FraudReportGetPayload<Record<never, never>>;
/** Worded by messages complaints.steps. */
export type StepKind =
  | "handed_in"
  | "taken_up"
  | "added"
  | "said"
  | "linked"
  | "merged"
  | "took_over"
  | "warned"
  | "escalated"
  | "decided"
  | "withdrawn";
type Step = { kind: StepKind; by: "reporter" | "officer" | "system"; text?: string | null; internal?: boolean };
export type Noting = (entry: Note) => void;

export const draw = (below: number): number => randomInt(below);
export const reportTicket = (id: string) => ticketFor("report", id);

/** One line of a report's story, and the same in the journal without anybody's words. */
export async function tell(
  tx: Tx,
  note: Noting,
  at: Date,
  report: { id: string; number: string },
  { kind, by, text = null, internal = false }: Step,
  after: Prisma.InputJsonObject = {},
): Promise<void> {
  await tx.reportStep.create({ data: { id: newRowId(), reportId: report.id, at, kind, by, text, internal } });
  note({
    ...{ event: "report.changed", subjectType: "report", subjectId: report.id },
    after: { number: report.number, step: kind, ...after },
    personal: text ? ["text"] : [],
  });
}

/** The report that number and code open; null for a wrong code as for a number that does not exist. */
export async function openedBy(
  { number, code }: CaseKey,
  from: Pick<Tx, "fraudReport"> | typeof db = db,
): Promise<ReportRow | null> {
  const [known, secret] = [readCaseNumber(number), readCaseCode(code)];
  if (!known || !secret) return null;
  const row = await (from as typeof db).fraudReport.findUnique({ where: { number: known } });
  return row && isCodeOf(secret, row.codeHash) ? row : null;
}

/** Locked, and within the officer's own scope: what lies elsewhere is unknown to her. */
export async function lockForOfficer(tx: Tx, actor: Actor, number: string): Promise<ReportRow> {
  const scope = scopeOfReports(actor);
  requireAll("complaints", { mayTriage: scope !== null });
  const known = readCaseNumber(number) ?? "";
  await tx.$executeRaw`SELECT 1 FROM "FraudReport" WHERE "number" = ${known} FOR UPDATE`;
  const row = await tx.fraudReport.findFirst({ where: { number: known, ...scope } });
  requireAll("complaints", { reportKnown: row !== null });
  return row as ReportRow;
}
