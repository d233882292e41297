// Whether the journal is still what was sealed: recomputed from the entries themselves, trusting nothing the database was taught.
import "server-only";
import { createHash } from "node:crypto";
import type { Day } from "@/domain/kernel/calendar";
import { db } from "@/platform/db";
import { type Sql, sql } from "@/platform/sql";
import { type Head, journalHeads } from "./chain";

/** `headDiffers`: the chain was written anew behind position `after`, or the head itself was altered. `chainCut`: it ends before the head. */
export type ChainFault =
  | { fault: "entryAltered" | "entryRemoved" | "sealAltered"; entryId: bigint; position: bigint }
  | { fault: "sealRemoved"; position: bigint }
  | { fault: "neverSealed" | "vanishedBeforeSeal"; entryId: bigint }
  | { fault: "headDiffers" | "chainCut"; position: bigint; day: Day | null; after: bigint };
export type KeptHead = Head & { day: Day | null };
export type Verified = { entries: number; head: Head | null; heads: number; waiting: number; faults: ChainFault[] };

const beginning: Head = { position: 0n, hash: "0".repeat(64) };
const batch = 10_000;
const mostFaults = 50;

/** As the database's own journal_text, by built-in functions alone: every column, in a form that leaves nothing out. */
const entryText: Sql = sql`jsonb_build_array(e."id", (extract(epoch FROM e."at") * 1000)::bigint, e."actorKind", e."actorId", e."actorName",
  e."event", e."subjectType", e."subjectId", e."before"::text, e."after"::text, to_jsonb(e."personalFields"))::text`;
const hashOf = (before: string, text: string): string =>
  createHash("sha256").update(`${before}\n${text}`).digest("hex");

type Seal = { position: bigint; entryId: bigint; hash: string; text: string | null };

async function* sealsInTurn(): AsyncGenerator<Seal> {
  for (let after = 0n; ;) {
    const rows = await db.$queryRaw<Seal[]>`
      SELECT s."position", s."entryId", s."hash", CASE WHEN e."id" IS NULL THEN NULL ELSE ${entryText} END AS text
      FROM "JournalSeal" s LEFT JOIN "JournalEntry" e ON e."id" = s."entryId"
      WHERE s."position" > ${after} ORDER BY s."position" LIMIT ${batch}`;
    yield* rows;
    if (rows.length < batch) return;
    after = rows.at(-1)?.position ?? after;
  }
}

/** Follows the chain seal by seal and answers what is wrong up to each; an alteration is told apart by the seal that comes after it. */
function follower() {
  let last = beginning;
  let doubt: { entryId: bigint; position: bigint; computed: string } | null = null;
  const settled = (sealIsWrong: boolean): ChainFault[] => {
    if (!doubt) return [];
    const { entryId, position } = doubt;
    doubt = null;
    return [{ fault: sealIsWrong ? "sealAltered" : "entryAltered", entryId, position }];
  };
  const next = ({ position, entryId, hash, text }: Seal): ChainFault[] => {
    const isNext = position === last.position + 1n;
    const fits = text !== null && hash === hashOf(last.hash, text);
    // What the seal before should have been leads on to this one: then that seal was altered, and its entry was not.
    const fitsDoubted = doubt !== null && text !== null && hash === hashOf(doubt.computed, text);
    const faults: ChainFault[] = settled(fitsDoubted);
    if (!isNext) faults.push({ fault: "sealRemoved", position: last.position + 1n });
    else if (text !== null && !fits && !fitsDoubted) doubt = { entryId, position, computed: hashOf(last.hash, text) };
    if (text === null) faults.push({ fault: "entryRemoved", entryId, position });
    last = { position, hash };
    return faults;
  };
  return { next, end: () => ({ last, faults: settled(false) }) };
}

const neverSealed = () => db.$queryRaw<{ entryId: bigint }[]>`
  SELECT e."id" AS "entryId" FROM "JournalEntry" e WHERE NOT EXISTS (SELECT FROM "JournalSeal" s WHERE s."entryId" = e."id")
    AND NOT EXISTS (SELECT FROM "JournalWaiting" w WHERE w."entryId" = e."id") ORDER BY e."id" LIMIT ${mostFaults}`;
const vanished = () => db.$queryRaw<{ entryId: bigint }[]>`
  SELECT w."entryId" FROM "JournalWaiting" w WHERE NOT EXISTS (SELECT FROM "JournalEntry" e WHERE e."id" = w."entryId")
  ORDER BY w."entryId" LIMIT ${mostFaults}`;

/**
 * Recomputes the whole chain and compares it with the seals, the heads published here and those somebody kept elsewhere. Each entry altered
 * is named; a chain written anew from some entry on is named by the heads it no longer meets.
 */
export async function verifyJournal(
  keptElsewhere: readonly KeptHead[] = [],
  onProgress: (entries: number) => void = () => {},
): Promise<Verified> {
  const faults: ChainFault[] = [];
  const { published, waiting } = await journalHeads();
  const heads: KeptHead[] = [...published, ...keptElsewhere].sort((a, b) => Number(a.position - b.position));
  const chain = follower();
  let entries = 0;
  let met = 0;
  let agreed = 0n;
  for await (const seal of sealsInTurn()) {
    faults.push(...chain.next(seal).slice(0, Math.max(0, mostFaults - faults.length)));
    for (; heads[met] && (heads[met] as KeptHead).position <= seal.position; met += 1) {
      const { position, hash, day } = heads[met] as KeptHead;
      if (position === seal.position && hash === seal.hash) agreed = position;
      else faults.push({ fault: "headDiffers", position, day, after: agreed });
    }
    entries += 1;
    if (entries % batch === 0) onProgress(entries);
  }
  const { last, faults: remaining } = chain.end();
  faults.push(...remaining);
  for (const { position, day } of heads.slice(met))
    faults.push({ fault: "chainCut", position, day, after: last.position });
  for (const { entryId } of await neverSealed()) faults.push({ fault: "neverSealed", entryId });
  for (const { entryId } of await vanished()) faults.push({ fault: "vanishedBeforeSeal", entryId });
  return { entries, head: entries > 0 ? last : null, heads: heads.length, waiting, faults };
}
