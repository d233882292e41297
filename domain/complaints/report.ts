import "server-only";
import { newRowId } from "@/domain/audit/bulk";
import { type Tx, change } from "@/domain/audit/change";
import { type Prepared, enterFile, prepareFile } from "@/domain/files/commands";
import { filesOf } from "@/domain/files/queries";
import type { HandedIn } from "@/domain/files/schema";
import type { Actor } from "@/domain/kernel/actor";
import { dayOf } from "@/domain/kernel/calendar";
import { requireAll } from "@/domain/kernel/refusal";
import { numberOf } from "@/domain/payments/rules";
import { db } from "@/platform/db";
import { sealText } from "@/platform/sealing";
import { codeFor, codeHashOf, isCodeOf } from "./case-key";
import { dueAt } from "./clocks";
import { contactsIn, nameContact } from "./contact";
import { type Noting, draw, openedBy, reportTicket, tell } from "./rows";
import { type CaseKey, type ReportInput, addition, longestText, mostPhotos, reportInput } from "./schema";
import { mayMove } from "./stages";

export const reachUse = "report-reach";
const mostAdditions = 50;
const mostFiles = 12;

async function prepareAll(handedIn: readonly HandedIn[]): Promise<Prepared[]> {
  requireAll("files", { tooMany: handedIn.length <= mostPhotos });
  const prepared: Prepared[] = [];
  // One after another: four photographs of ten megabytes are opened one at a time.
  for (const file of handedIn) prepared.push(await prepareFile(file));
  return prepared;
}

async function freeNumber(tx: Tx, year: string): Promise<string> {
  for (;;) {
    const number = numberOf("PA", year, draw);
    if ((await tx.fraudReport.count({ where: { number } })) === 0) return number;
  }
}

/** The contacts a report names; of a person's name only what is needed to compare. */
function contactsOf(contacts: string, person: string | null) {
  const named = person ? nameContact(person) : null;
  const found = contactsIn(contacts).contacts.filter(({ kind }) => kind !== "name");
  return [...found, ...(named ? [named] : [])].map(({ kind, value, key }) => ({ id: newRowId(), kind, value, key }));
}

/** D1: takes a report from anybody; the answer is the case number, and the code that is kept nowhere but with the reporter. */
export async function handInReport(
  actor: Actor,
  input: ReportInput,
  handedIn: readonly HandedIn[] = [],
): Promise<CaseKey> {
  const said = reportInput.parse(input);
  const code = codeFor(said.submission);
  const sent = async (): Promise<CaseKey | null> => {
    const before = await db.fraudReport.findUnique({ where: { submission: said.submission } });
    requireAll("complaints", { notSentByAnother: !before || isCodeOf(code, before.codeHash) });
    return before && { number: before.number, code };
  };
  const before = await sent();
  if (before) return before;
  const prepared = await prepareAll(handedIn);
  try {
    return await enter(actor, said, code, prepared);
  } catch (error) {
    // The same form, sent twice at once.
    const first = (error as { code?: string }).code === "P2002" ? await sent() : null;
    if (first) return first;
    throw error;
  }
}

function enter(actor: Actor, said: ReturnType<typeof reportInput.parse>, code: string, prepared: readonly Prepared[]) {
  return change(actor, async (tx, now, note) => {
    const number = await freeNumber(tx, dayOf(now).slice(0, 4));
    const report = { id: newRowId(), number };
    const owner = said.province ? ("province" as const) : ("ministry" as const);
    await tx.fraudReport.create({
      data: {
        ...{ ...report, owner, codeHash: codeHashOf(code), receivedAt: now, demo: said.demo },
        ...{ submission: said.submission, about: said.about, happened: said.happened, province: said.province },
        ...{
          aboutText: said.contacts || null,
          agencySaid: said.agency,
          orderReference: said.order,
          amountVnd: said.amount,
        },
        reachSealed: said.reach ? new Uint8Array(sealText(said.reach, reachUse)) : null,
        ...{ firstLookDue: dueAt("first_look", now), decisionDue: dueAt("decision", now) },
        contacts: { create: contactsOf(said.contacts, said.person) },
      },
    });
    for (const file of prepared) await enterFile(tx, now, note, file, reportTicket(report.id));
    await tell(
      tx,
      note,
      now,
      report,
      { kind: "handed_in", by: "reporter" },
      { about: said.about, province: said.province, owner },
    );
    return { number, code };
  });
}

/** More from the reporter: words, photographs, or both. */
export async function addInformation(
  actor: Actor,
  key: CaseKey,
  input: { text: string },
  handedIn: readonly HandedIn[] = [],
): Promise<void> {
  const text = input.text.trim() || handedIn.length === 0 ? addition.parse(input).text : "";
  requireAll("complaints", { caseOpens: (await openedBy(key)) !== null });
  const prepared = await prepareAll(handedIn);
  await change(actor, async (tx, now, note) => {
    const report = await openedBy(key, tx);
    requireAll("complaints", { caseOpens: report !== null });
    const { id, stage } = report!;
    await tx.$executeRaw`SELECT 1 FROM "FraudReport" WHERE "id" = ${id}::uuid FOR UPDATE`;
    const [said, kept] = [
      await tx.reportStep.count({ where: { reportId: id, kind: "added" } }),
      (await filesOf(reportTicket(id))).length,
    ];
    requireAll("complaints", {
      stillOpen: stage === "received" || stage === "looking" || stage === "merged",
      notTooMuch: said < mostAdditions && kept + prepared.length <= mostFiles && text.length <= longestText * 2,
    });
    await tx.fraudReport.update({ where: { id }, data: { version: { increment: 1 } } });
    for (const file of prepared) await enterFile(tx, now, note, file, reportTicket(id));
    await tell(
      tx,
      note,
      now,
      report!,
      { kind: "added", by: "reporter", text: text || null },
      { files: prepared.length },
    );
  });
}

/** The reporter takes it back: it counts no more, and how to reach her is forgotten. Duplicates of it go on under the oldest of them. */
export function withdrawReport(actor: Actor, key: CaseKey): Promise<void> {
  return change(actor, async (tx, now, note) => {
    const found = await openedBy(key, tx);
    requireAll("complaints", { caseOpens: found !== null });
    await tx.$executeRaw`SELECT 1 FROM "FraudReport" WHERE "id" = ${found!.id}::uuid FOR UPDATE`;
    const report = await tx.fraudReport.findUniqueOrThrow({ where: { id: found!.id } });
    requireAll("complaints", { stillOpen: mayMove(report.stage, "withdrawn") });
    await tx.fraudReport.update({
      where: { id: report.id },
      data: { stage: "withdrawn", withdrawnAt: now, reachSealed: null, mergedIntoId: null, version: { increment: 1 } },
    });
    await tell(tx, note, now, report, { kind: "withdrawn", by: "reporter" }, { stage: "withdrawn" });
    await promoteDuplicate(tx, note, now, report.id);
  });
}

async function promoteDuplicate(tx: Tx, note: Noting, now: Date, headId: string): Promise<void> {
  const [next, ...others] = await tx.fraudReport.findMany({
    where: { mergedIntoId: headId },
    orderBy: { receivedAt: "asc" },
  });
  if (!next) return;
  const stage = next.firstLookAt ? ("looking" as const) : ("received" as const);
  await tx.fraudReport.update({
    where: { id: next.id },
    data: { stage, mergedIntoId: null, version: { increment: 1 } },
  });
  await tx.fraudReport.updateMany({
    where: { id: { in: others.map(({ id }) => id) } },
    data: { mergedIntoId: next.id },
  });
  await tell(tx, note, now, next, { kind: "took_over", by: "system" }, { stage });
}
