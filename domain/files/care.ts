import "server-only";
import { change } from "@/domain/audit/change";
import type { Actor } from "@/domain/kernel/actor";
import { db } from "@/platform/db";
import { currentSecret } from "@/platform/keys";
import { log } from "@/platform/log";
import { storage } from "@/platform/storage";
import { wrapAgain } from "@/platform/storage-sealing";

const day = 24 * 3600 * 1000;
const batch = 1_000;

/** Rows one batch after the other, oldest first. */
async function* rowsInTurn(where: { keyId?: { not: string } } = {}) {
  const select = { id: true, storageName: true, keyId: true, wrappedKey: true, keptAt: true, missingSince: true };
  for (let after: string | undefined; ;) {
    const rows = await db.storedFile.findMany({
      where: { ...where, ...(after && { id: { gt: after } }) },
      ...{ orderBy: { id: "asc" as const }, take: batch, select },
    });
    yield rows;
    if (rows.length < batch) return;
    after = rows.at(-1)?.id;
  }
}

/**
 * The daily look at the storage: takes out bytes that no row knows (a change that failed, a file forgotten) once they are a day old, and
 * marks rows whose bytes are gone, which no program can mend and somebody must hear of.
 */
export async function sweepFiles(actor: Actor, afterMs = day): Promise<{ removed: number; missing: number }> {
  const names = new Map<string, number>();
  const known = new Set<string>();
  // Listed first: a file kept meanwhile may be missing in the list, never in the rows read after it.
  for await (const { name, ageMs } of storage().list()) names.set(name, ageMs);
  const missing: string[] = [];
  const found: string[] = [];
  for await (const rows of rowsInTurn())
    for (const { id, storageName, missingSince } of rows) {
      known.add(storageName);
      // Asked once more by name: what is young may have come after the list was made.
      const isThere = names.has(storageName) || (await storage().get(storageName)) !== null;
      if (!isThere && missingSince === null) missing.push(id);
      if (isThere && missingSince !== null) found.push(id);
    }
  const orphans = [...names].filter(([name, ageMs]) => !known.has(name) && ageMs >= afterMs).map(([name]) => name);
  for (const name of orphans) await storage().remove(name);
  if (missing.length + found.length > 0)
    await change(actor, async (tx, now, note) => {
      await tx.storedFile.updateMany({ where: { id: { in: missing } }, data: { missingSince: now } });
      await tx.storedFile.updateMany({ where: { id: { in: found } }, data: { missingSince: null } });
      for (const id of missing) note({ event: "file.missing", subjectType: "file", subjectId: id, quiet: true });
    });
  if (missing.length > 0)
    log.error("files.missing", "the storage has lost files", { count: missing.length, first: missing[0] });
  return { removed: orphans.length, missing: missing.length };
}

/** After a new master key began: the keys of all files are wrapped with it, so that the old one can be thrown away. */
export async function rewrapFiles(actor: Actor): Promise<number> {
  const { id: keyId } = currentSecret("files");
  let count = 0;
  for await (const rows of rowsInTurn({ keyId: { not: keyId } }))
    await change(actor, async (tx) => {
      for (const { id, storageName, ...old } of rows) {
        const data = wrapAgain({ keyId: old.keyId, wrappedKey: old.wrappedKey }, storageName);
        count += (await tx.storedFile.updateMany({ where: { id, keyId: old.keyId }, data })).count;
      }
    });
  return count;
}
