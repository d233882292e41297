import "server-only";
import type { Actor } from "@/domain/kernel/actor";
import type { EventName } from "@/domain/kernel/events";
import { now as clock } from "@/platform/clock";
import { writableDb } from "@/platform/db";
import type { Prisma } from "@/platform/db";
import { insertRows } from "./bulk";

export type Tx = Prisma.TransactionClient;

/** One thing that happened: becomes a journal row and, in the same transaction, an outbox row. */
export type Note = {
  event: EventName;
  subjectType: string;
  subjectId: string;
  /** Public fields only; name personal ones in `personal`. */
  before?: Prisma.InputJsonValue;
  after?: Prisma.InputJsonValue;
  personal?: string[];
  /** Journal only: something else in the same change tells the followers (bulk imports). */
  quiet?: boolean;
};

/** The channel on which the worker hears that there is something in the outbox. */
export const outboxChannel = "outbox";

/**
 * Every write of the house: one transaction around the work, the journal and the outbox, so that nothing is half-written,
 * nothing goes unrecorded and nothing that must follow is forgotten.
 */
export async function change<T>(
  actor: Actor,
  work: (tx: Tx, now: Date, note: (entry: Note) => void) => Promise<T>,
): Promise<T> {
  const at = clock();
  return writableDb.$transaction(async (tx) => {
    const notes: Note[] = [];
    const result = await work(tx, at, (entry) => notes.push(entry));
    if (notes.length > 0) await write(tx, actor, at, notes);
    if (notes.some((entry) => !entry.quiet)) await tx.$executeRaw`SELECT pg_notify(${outboxChannel}, '')`;
    return result;
  });
}

async function write(tx: Tx, actor: Actor, at: Date, notes: Note[]): Promise<void> {
  const who = { actorKind: actor.kind, actorId: actor.id, actorName: actor.name, at };
  const entries = notes.map(({ event, subjectType, subjectId, before, after, personal }) => ({
    ...{ ...who, event, subjectType, subjectId, before, after },
    personalFields: personal ?? [],
  }));
  await insertRows(tx, "JournalEntry", entries);
  const followed = notes.filter((entry) => !entry.quiet);
  await insertRows(
    tx,
    "OutboxEvent",
    followed.map(({ event, subjectId }) => ({ at, name: event, subjectId })),
  );
}
