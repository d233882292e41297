import "server-only";
import type { EventName } from "@/domain/kernel/events";
import { now } from "@/platform/clock";
import { writableDb } from "@/platform/db";
import { outboxChannel } from "./change";

export type Waiting = { id: bigint; name: EventName; subjectId: string };

/** What waits to be followed, oldest first. */
export async function waitingEvents(take: number): Promise<Waiting[]> {
  const rows = await writableDb.outboxEvent.findMany({
    where: { doneAt: null },
    orderBy: { id: "asc" },
    take,
    select: { id: true, name: true, subjectId: true },
  });
  return rows as Waiting[];
}

export async function markFollowed(ids: readonly bigint[]): Promise<void> {
  await writableDb.outboxEvent.updateMany({ where: { id: { in: [...ids] } }, data: { doneAt: now() } });
}

export async function markFailed(ids: readonly bigint[], error: string): Promise<void> {
  await writableDb.outboxEvent.updateMany({
    where: { id: { in: [...ids] } },
    data: { attempts: { increment: 1 }, lastError: error.slice(0, 500) },
  });
}

/** What was followed long ago is of no more use; the journal keeps the story. */
export async function forgetFollowed(before: Date): Promise<number> {
  return (await writableDb.outboxEvent.deleteMany({ where: { doneAt: { lt: before } } })).count;
}

/** Lets everything since an instant be followed once more; reactions can run twice safely. */
export async function followAgain(since: Date): Promise<void> {
  const { count } = await writableDb.outboxEvent.updateMany({ where: { at: { gte: since } }, data: { doneAt: null } });
  if (count > 0) await writableDb.$executeRaw`SELECT pg_notify(${outboxChannel}, '')`;
}
