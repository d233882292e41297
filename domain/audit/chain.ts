// The journal's chain. A seal is the SHA-256 of the hash before it, a line feed and the text of its entry; the first follows sixty-four
// zeros. So nobody alters, removes or inserts an entry without every later hash changing, and the published heads are in others' hands.
import "server-only";
import { type Day, columnOfDay, dayOf, dayOfColumn } from "@/domain/kernel/calendar";
import { now } from "@/platform/clock";
import { db, writableDb } from "@/platform/db";

export type Head = { position: bigint; hash: string };
export type PublishedHead = Head & { day: Day; at: Date };
export type JournalHeads = { head: Head | null; waiting: number; published: PublishedHead[] };

const sealBatch = 5_000;

/** Seals all that was committed until now; what commits meanwhile waits for the next call. Two callers do not disturb each other. */
export async function sealJournal(): Promise<number> {
  for (let sealed = 0; ;) {
    const [row] = await writableDb.$queryRaw<{ n: number }[]>`SELECT seal_journal(${sealBatch}::int) AS n`;
    const n = row?.n ?? 0;
    if (n > 0) sealed += n;
    if (n < sealBatch) return sealed;
  }
}

const headNow = (): Promise<Head | null> =>
  db.journalSeal.findFirst({ orderBy: { position: "desc" }, select: { position: true, hash: true } });

/** Once a day, the head as it is when the day begins; what is published stays. null: nothing to publish. */
export async function publishHead(): Promise<PublishedHead | null> {
  const at = now();
  const day = columnOfDay(dayOf(at));
  if (await db.journalHead.findUnique({ where: { day }, select: { day: true } })) return null;
  await sealJournal();
  const head = await headNow();
  if (!head) return null;
  const { count } = await writableDb.journalHead.createMany({ data: [{ ...head, day, at }], skipDuplicates: true });
  return count > 0 ? { ...head, day: dayOf(at), at } : null;
}

/** The head of this moment, how many entries wait for their seal, and every head ever published, newest first. */
export async function journalHeads(): Promise<JournalHeads> {
  const [head, waiting, published] = await Promise.all([
    headNow(),
    db.journalWaiting.count(),
    db.journalHead.findMany({ orderBy: { day: "desc" } }),
  ]);
  return { head, waiting, published: published.map((row) => ({ ...row, day: dayOfColumn(row.day) })) };
}
