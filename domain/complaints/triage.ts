import "server-only";
import { type Tx, change } from "@/domain/audit/change";
import type { Actor } from "@/domain/kernel/actor";
import { dayOf } from "@/domain/kernel/calendar";
import { requireAll } from "@/domain/kernel/refusal";
import { recordWarning } from "@/domain/licences/commands";
import { agencyProfile } from "@/domain/licences/queries";
import type { Prisma } from "@/platform/db";
import { mayPublishWarning, mayRunClocks } from "./access";
import { type ReportRow, lockForOfficer, tell } from "./rows";
import {
  type DecideInput,
  type LinkInput,
  type MergeInput,
  type NoteInput,
  type WarnInput,
  decideInput,
  linkInput,
  mergeInput,
  noteInput,
  takeUpInput,
  warnInput,
} from "./schema";
import { mayMove, openStages, outcomeFits } from "./stages";

type Seen = { number: string; version: number | string };

/** The report as the officer saw it: locked, hers, not changed since by somebody else. */
async function asSeen(
  tx: Tx,
  actor: Actor,
  { number, version }: { number: string; version: number },
): Promise<ReportRow> {
  const report = await lockForOfficer(tx, actor, number);
  requireAll("complaints", { notChangedMeanwhile: report.version === version });
  return report;
}
const isOpen = ({ stage }: ReportRow): boolean => (openStages as readonly string[]).includes(stage);

/** Whatever an officer does with a report ends the first clock. */
const touched = (report: ReportRow, now: Date): Prisma.FraudReportUpdateInput => ({
  version: { increment: 1 },
  ...(report.firstLookAt === null && { firstLookAt: now }),
  ...(report.stage === "received" && { stage: "looking" as const }),
});

/** An officer begins with it. */
export function takeUpReport(actor: Actor, input: Seen): Promise<void> {
  const said = takeUpInput.parse(input);
  return change(actor, async (tx, now, note) => {
    const report = await asSeen(tx, actor, said);
    requireAll("complaints", { notTakenUp: report.stage === "received" });
    await tx.fraudReport.update({ where: { id: report.id }, data: touched(report, now) });
    await tell(tx, note, now, report, { kind: "taken_up", by: "officer" }, { stage: "looking" });
  });
}

/** Which agency it is about, or which one somebody poses as; without an agency the link is taken away. */
export async function linkReport(actor: Actor, input: LinkInput): Promise<void> {
  const { agency, role, ...seen } = linkInput.parse(input);
  const profile = agency ? await agencyProfile(agency) : null;
  return change(actor, async (tx, now, note) => {
    const report = await asSeen(tx, actor, seen);
    requireAll("complaints", { stillOpen: isOpen(report), agencyKnown: !agency || profile !== null });
    const linked = { agencyId: profile?.dossier.id ?? null, agencyRole: profile ? role : null };
    await tx.fraudReport.update({ where: { id: report.id }, data: { ...touched(report, now), ...linked } });
    await tell(tx, note, now, report, { kind: "linked", by: "officer", internal: true }, linked);
  });
}

/** One contact, several reports: they go on as one, and each reporter sees what comes of it. */
export function mergeReports(actor: Actor, input: MergeInput): Promise<void> {
  const { into, ...seen } = mergeInput.parse(input);
  return change(actor, async (tx, now, note) => {
    // The same order for everybody, so that two officers merging crosswise do not wait for each other for ever.
    for (const number of [seen.number, into].sort()) await lockForOfficer(tx, actor, number);
    const report = await asSeen(tx, actor, seen);
    const head = await lockForOfficer(tx, actor, into);
    requireAll("complaints", {
      notItself: head.id !== report.id,
      stillOpen: mayMove(report.stage, "merged"),
      headStands: head.stage !== "merged" && head.stage !== "withdrawn",
    });
    await tx.fraudReport.updateMany({ where: { mergedIntoId: report.id }, data: { mergedIntoId: head.id } });
    await tx.fraudReport.update({
      where: { id: report.id },
      data: { ...touched(report, now), stage: "merged", mergedInto: { connect: { id: head.id } } },
    });
    await tx.fraudReport.update({ where: { id: head.id }, data: touched(head, now) });
    await tell(tx, note, now, report, { kind: "merged", by: "officer" }, { stage: "merged", into: head.number });
    await tell(tx, note, now, head, { kind: "took_over", by: "officer", internal: true }, { from: report.number });
  });
}

/** Decides a report once: who comes second, or decides on what has changed meanwhile, is told. */
export function decideReport(actor: Actor, input: DecideInput): Promise<void> {
  const { outcome, reason, ...seen } = decideInput.parse(input);
  return change(actor, async (tx, now, note) => {
    const report = await lockForOfficer(tx, actor, seen.number);
    requireAll("complaints", {
      notDecided: report.stage !== "decided",
      stillOpen: mayMove(report.stage, "decided"),
      notChangedMeanwhile: report.version === seen.version,
      outcomeFits: outcomeFits(outcome, report.agencyRole),
    });
    const decided = {
      stage: "decided" as const,
      outcome,
      outcomeReason: reason,
      decidedAt: now,
      decidedBy: actor.name,
    };
    await tx.fraudReport.update({ where: { id: report.id }, data: { ...touched(report, now), ...decided } });
    const after = { stage: "decided", outcome, agencyId: report.agencyId };
    await tell(tx, note, now, report, { kind: "decided", by: "officer", text: reason }, after);
  });
}

/** A word to the reporter, or a note that stays in the office. */
export function noteOnReport(actor: Actor, input: NoteInput): Promise<void> {
  const { number, text, internal } = noteInput.parse(input);
  return change(actor, async (tx, now, note) => {
    const report = await lockForOfficer(tx, actor, number);
    requireAll("complaints", { somethingSaid: text.length > 0, stillOpen: isOpen(report) });
    await tx.fraudReport.update({ where: { id: report.id }, data: touched(report, now) });
    await tell(tx, note, now, report, { kind: "said", by: "officer", text, internal });
  });
}

/** The ministry puts whom a report names on the list of warnings, with the report's numbers and pages; once. */
export async function warnOfReport(actor: Actor, input: WarnInput): Promise<{ id: string }> {
  const { name, reason, decisionNo, ...seen } = warnInput.parse(input);
  requireAll("complaints", {
    mayPublishWarning: mayPublishWarning(actor),
    nameGiven: name.length > 1,
    reasonGiven: reason.length > 4,
  });
  const [contacts, today, demo] = await change(actor, async (tx, now, note) => {
    const report = await asSeen(tx, actor, seen);
    requireAll("complaints", {
      confirmedFake: report.outcome === "confirmed_fake",
      notYetWarned: report.warningId === null,
    });
    // Claimed before the list is written, so that two officers do not publish twice.
    await tx.fraudReport.update({ where: { id: report.id }, data: { version: { increment: 1 } } });
    await tell(tx, note, now, report, { kind: "warned", by: "officer" });
    const same = { OR: [{ id: report.id }, { mergedIntoId: report.id }] };
    return [await tx.reportContact.findMany({ where: { report: same } }), dayOf(now), report.demo] as const;
  });
  const warning = await recordWarning(actor, {
    ...{ name, reason, decisionNo, demo, from: today, source: `${seen.number}`, verified: true },
    phones: [...new Set(contacts.flatMap(({ key }) => (key.startsWith("tel:") ? [`+${key.slice(4)}`] : [])))],
    websites: [
      ...new Set(
        contacts.flatMap(({ kind, value, key }) =>
          kind === "website" ? [key.slice(4)] : kind === "facebook" && !key.includes("/") ? [value] : [],
        ),
      ),
    ],
  });
  await change(actor, async (tx) => {
    const { id } = await lockForOfficer(tx, actor, seen.number);
    await tx.fraudReport.update({ where: { id }, data: { warningId: warning.id } });
  });
  return warning;
}

/** D2: a clock that ran out hands the report to the higher office by itself. Running it twice does no harm. */
export function escalateOverdue(actor: Actor): Promise<number> {
  requireAll("complaints", { mayRunClocks: mayRunClocks(actor) });
  return change(actor, async (tx, now, note) => {
    const late = await tx.fraudReport.findMany({
      where: {
        OR: [
          { stage: "received", firstLookDue: { lt: now }, escalatedFor: null },
          { stage: { in: [...openStages] }, decisionDue: { lt: now }, NOT: { escalatedFor: "decision" } },
          { stage: { in: [...openStages] }, decisionDue: { lt: now }, escalatedFor: null },
        ],
      },
      orderBy: { receivedAt: "asc" },
      take: 500,
    });
    let escalated = 0;
    for (const report of late) {
      const clock = report.decisionDue < now ? "decision" : "first_look";
      const { count } = await tx.fraudReport.updateMany({
        where: { id: report.id, stage: { in: [...openStages] } },
        data: { owner: "ministry", escalatedAt: now, escalatedFor: clock },
      });
      if (count === 0) continue;
      escalated += 1;
      await tell(
        tx,
        note,
        now,
        report,
        { kind: "escalated", by: "system" },
        { clock, owner: "ministry", from: report.owner },
      );
    }
    return escalated;
  });
}
