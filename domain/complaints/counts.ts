import "server-only";
import { createHmac, randomBytes } from "node:crypto";
import { change } from "@/domain/audit/change";
import { systemActor } from "@/domain/kernel/actor";
import { columnOfDay, dayOf } from "@/domain/kernel/calendar";
import { now } from "@/platform/clock";
import { db } from "@/platform/db";
import { log } from "@/platform/log";

// Checks come by the thousand and must not wait for a write, nor make every kept page stale: they are added up here and written together.
let waiting = new Map<string, number>();
let timer: NodeJS.Timeout | null = null;
const every = 60_000;
const most = 10_000;

/** One more person asked about this contact today. */
export function noteCheck(key: string): void {
  if (waiting.size >= most && !waiting.has(key)) return;
  waiting.set(key, (waiting.get(key) ?? 0) + 1);
  timer ??= setTimeout(() => {
    void writeCounts().catch((error: unknown) => log.error("complaints.counts", error));
  }, every);
  timer.unref();
}

const hashOf = (key: string, salt: Uint8Array): string =>
  createHmac("sha256", salt).update(key).digest("base64url").slice(0, 22);

/** Writes what has added up, and throws away the salts of days gone by: from then on their rows only count. */
export async function writeCounts(): Promise<number> {
  if (timer) clearTimeout(timer);
  timer = null;
  const counted = waiting;
  waiting = new Map();
  if (counted.size === 0) return 0;
  await change(systemActor("contactChecks"), async (tx, at) => {
    const day = columnOfDay(dayOf(at));
    await tx.contactCheckDay.updateMany({ where: { day: { lt: day }, salt: { not: null } }, data: { salt: null } });
    await tx.$executeRaw`INSERT INTO "ContactCheckDay" ("day", "salt") VALUES (${dayOf(at)}::date, ${randomBytes(32)}) ON CONFLICT DO NOTHING`;
    const held = await tx.contactCheckDay.findUniqueOrThrow({ where: { day } });
    if (!held.salt) return;
    for (const [key, count] of counted)
      await tx.$executeRaw`
        INSERT INTO "ContactCheck" ("day", "hash", "count") VALUES (${dayOf(at)}::date, ${hashOf(key, held.salt)}, ${count})
        ON CONFLICT ("day", "hash") DO UPDATE SET "count" = "ContactCheck"."count" + excluded."count"`;
  });
  return counted.size;
}

/** How often these contacts were asked about today; for the officer who decides what is urgent. */
export async function askedToday(keys: readonly string[]): Promise<number> {
  const day = columnOfDay(dayOf(now()));
  const held = await db.contactCheckDay.findUnique({ where: { day } });
  if (!held?.salt || keys.length === 0) return 0;
  const salt = held.salt;
  const rows = await db.contactCheck.findMany({ where: { day, hash: { in: keys.map((key) => hashOf(key, salt)) } } });
  return rows.reduce((sum, row) => sum + row.count, 0);
}
