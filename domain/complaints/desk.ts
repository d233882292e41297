import "server-only";
import { filesOf, readFile } from "@/domain/files/queries";
import type { ReadFile, StoredFile } from "@/domain/files/schema";
import type { Actor } from "@/domain/kernel/actor";
import { agencyDossiers, checkAgency } from "@/domain/licences/queries";
import { displayName } from "@/domain/licences/rules";
import { orderPage } from "@/domain/orders/queries";
import { now } from "@/platform/clock";
import { db } from "@/platform/db";
import { openText } from "@/platform/sealing";
import { mayPublishWarning, scopeOfReports } from "./access";
import { readCaseNumber } from "./case-key";
import { type RunningClock, type StepView, clocksOf, escalationOf } from "./case";
import { answersFor } from "./check";
import { type Contact, type ContactKind, contactsIn } from "./contact";
import { askedToday } from "./counts";
import { reachUse } from "./report";
import { type ReportRow, type StepKind, reportTicket } from "./rows";
import type { ContactAnswer } from "./verdict";
import { openStages } from "./stages";

export type QueueFilter = "open" | "late" | "closed";
export type QueuedReport = Pick<
  ReportRow,
  "number" | "about" | "stage" | "outcome" | "receivedAt" | "province" | "owner" | "demo"
> & {
  contacts: { kind: string; value: string }[];
  duplicates: number;
  clocks: RunningClock[];
  escalated: { at: Date; clock: string } | null;
};
export type Queue = { reports: QueuedReport[]; total: number; page: number; pages: number; late: number; open: number };
const pageSize = 30;
const withContacts = {
  contacts: { select: { kind: true, value: true } },
  _count: { select: { duplicates: true } },
} as const;

/** What waits in the officer's own place, oldest first; what is decided, newest first. */
export async function reportQueue(actor: Actor, filter: QueueFilter, asked: number): Promise<Queue | null> {
  const scope = scopeOfReports(actor);
  if (!scope) return null;
  const at = now();
  const open = { ...scope, stage: { in: [...openStages] } };
  const late = {
    ...open,
    OR: [{ stage: "received" as const, firstLookDue: { lt: at } }, { decisionDue: { lt: at } }],
  };
  const where = { open, late, closed: { ...scope, stage: { notIn: [...openStages] } } }[filter];
  const [total, openCount, lateCount] = await Promise.all(
    [where, open, late].map((one) => db.fraudReport.count({ where: one })),
  );
  const pages = Math.max(1, Math.ceil((total ?? 0) / pageSize));
  const page = Math.min(pages, Math.max(1, Math.trunc(asked) || 1));
  const rows = await db.fraudReport.findMany({
    where,
    orderBy: filter === "closed" ? [{ receivedAt: "desc" }] : [{ receivedAt: "asc" }],
    ...{ skip: (page - 1) * pageSize, take: pageSize, include: withContacts },
  });
  const reports = rows.map(({ contacts, _count, ...row }) => ({
    ...row,
    ...{ contacts, duplicates: _count.duplicates, clocks: clocksOf(row), escalated: escalationOf(row) },
  }));
  return { reports, total: total ?? 0, page, pages, late: lateCount ?? 0, open: openCount ?? 0 };
}

export type AgencySuggestion = {
  slug: string;
  name: string;
  why: "order" | "named" | "near_name" | "contact" | "website";
};
export type SameContact = Pick<ReportRow, "number" | "receivedAt" | "stage" | "outcome" | "province"> & {
  contacts: string[];
};
export type OfficerReport = {
  report: Omit<ReportRow, "codeHash" | "reachSealed" | "submission">;
  reach: string | null;
  contacts: ContactAnswer[];
  names: string[];
  agency: { slug: string; name: string } | null;
  head: { number: string } | null;
  duplicates: { number: string }[];
  clocks: RunningClock[];
  escalated: { at: Date; clock: string } | null;
  steps: StepView[];
  files: StoredFile[];
  /** Other reports in the officer's own place that name the same contact. */
  same: SameContact[];
  /** How many more there are elsewhere: a number, nothing of them. */
  sameElsewhere: number;
  suggestions: AgencySuggestion[];
  askedToday: number;
  mayWarn: boolean;
};

/** A contact as it was when handed in, with what hangs on how it was written. */
const asContact = ({ kind, value, key }: { kind: string; value: string; key: string }): Contact =>
  contactsIn(value.split(" (")[0] ?? value).contacts.find((one) => one.key === key) ?? {
    ...{ kind: kind as ContactKind, value, key, also: [], disguised: false },
  };

/** One report of the officer's own place, with what helps to judge it; null for all others. */
export async function reportForOfficer(actor: Actor, number: string): Promise<OfficerReport | null> {
  const scope = scopeOfReports(actor);
  const known = readCaseNumber(number);
  if (!scope || !known) return null;
  const row = await db.fraudReport.findFirst({
    where: { number: known, ...scope },
    include: {
      contacts: { orderBy: { id: "asc" } },
      steps: { orderBy: [{ at: "asc" }, { id: "asc" }] },
      mergedInto: { select: { number: true } },
      duplicates: { select: { number: true }, orderBy: { receivedAt: "asc" } },
    },
  });
  if (!row) return null;
  const { contacts, steps, mergedInto, duplicates, codeHash: _hash, reachSealed, submission: _form, ...report } = row;
  const keys = contacts.map(({ key }) => key);
  const sharing = {
    id: { not: row.id },
    stage: { not: "withdrawn" as const },
    contacts: { some: { key: { in: keys } } },
  };
  const [answers, same, everywhere, files, dossiers, suggestions, asked] = await Promise.all([
    answersFor(contacts.filter(({ kind }) => kind !== "name").map(asContact), row.province),
    db.fraudReport.findMany({
      where: { ...sharing, ...scope },
      orderBy: { receivedAt: "asc" },
      take: 20,
      include: { contacts: { where: { key: { in: keys } }, select: { value: true } } },
    }),
    db.fraudReport.count({ where: sharing }),
    filesOf(reportTicket(row.id)),
    agencyDossiers(row.agencyId ? [row.agencyId] : []),
    suggestionsFor(row),
    askedToday(keys),
  ]);
  const dossier = row.agencyId ? dossiers.get(row.agencyId) : undefined;
  return {
    ...{ report, files, mayWarn: mayPublishWarning(actor), askedToday: asked, duplicates, head: mergedInto },
    reach: reachSealed && openText(reachSealed, reachUse),
    contacts: answers,
    names: contacts.filter(({ kind }) => kind === "name").map(({ value }) => value),
    agency: dossier ? { slug: dossier.slug, name: displayName(dossier) } : null,
    clocks: clocksOf(row),
    escalated: escalationOf(row),
    steps: steps.map((step) => ({ ...step, kind: step.kind as StepKind })),
    same: same.map((one) => ({ ...one, contacts: one.contacts.map(({ value }) => value) })),
    sameElsewhere: Math.max(0, everywhere - same.length),
    suggestions: unique([...suggestions, ...fromContacts(answers)]),
  };
}

const unique = (all: readonly AgencySuggestion[]): AgencySuggestion[] =>
  [...new Map([...all].reverse().map((one) => [one.slug, one] as const)).values()].reverse().slice(0, 8);
const fromContacts = (answers: readonly ContactAnswer[]): AgencySuggestion[] =>
  answers.flatMap(({ owners, imitated }) => [
    ...owners.map(({ slug, name }) => ({ slug, name, why: "contact" as const })),
    ...imitated.map(({ slug, name }) => ({ slug, name, why: "website" as const })),
  ]);

/** Which genuine agency this may be about, or imitate: by its order, by the name that was said and names near it. */
async function suggestionsFor(row: ReportRow): Promise<AgencySuggestion[]> {
  const [order, named] = await Promise.all([
    row.orderReference ? orderPage(row.orderReference) : null,
    row.agencySaid ? checkAgency(row.agencySaid) : null,
  ]);
  return [
    ...(order?.agency
      ? [{ slug: order.agency.slug, name: order.agency.nameVi ?? order.agency.slug, why: "order" as const }]
      : []),
    ...(named?.matches ?? []).map(({ dossier, name }) => ({ slug: dossier.slug, name, why: "named" as const })),
    ...(named?.near ?? [])
      .slice(0, 4)
      .map(({ dossier, name }) => ({ slug: dossier.slug, name, why: "near_name" as const })),
  ];
}

/** A photograph of a report of the officer's own place. */
export async function reportPhoto(actor: Actor, number: string, fileId: string): Promise<ReadFile | null> {
  const scope = scopeOfReports(actor);
  const known = readCaseNumber(number);
  const row = scope && known ? await db.fraudReport.findFirst({ where: { number: known, ...scope } }) : null;
  return row && readFile(reportTicket(row.id), fileId);
}
