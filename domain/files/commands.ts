import "server-only";
import { newRowId } from "@/domain/audit/bulk";
import { type Note, type Tx, change } from "@/domain/audit/change";
import type { Actor } from "@/domain/kernel/actor";
import { storage } from "@/platform/storage";
import type { FileTicket } from "./access";
import { type Prepared, prepareFile } from "./prepare";
import type { HandedIn, StoredFile } from "./schema";

export { type Prepared, prepareFile } from "./prepare";
export { rewrapFiles, sweepFiles } from "./care";

/** Gives a prepared file to its owner, inside the owner's own change. */
export async function enterFile(
  tx: Tx,
  now: Date,
  note: (entry: Note) => void,
  prepared: Prepared,
  { ownerType, ownerId }: FileTicket,
): Promise<StoredFile> {
  const row = { ...prepared, id: newRowId(), ownerType, ownerId, keptAt: now };
  await tx.storedFile.create({ data: row });
  const { id, purpose, saidName, type, bytes, width, height } = row;
  note({
    ...{ event: "file.kept", subjectType: "file", subjectId: id, quiet: true, personal: ["saidName"] },
    after: { purpose, ownerType, ownerId, type, bytes },
  });
  return { id, purpose, saidName, type, bytes, width, height, keptAt: now };
}

/** Keeps one file for its owner, where nothing else changes with it. */
export async function keepFile(actor: Actor, owner: FileTicket, handedIn: HandedIn): Promise<StoredFile> {
  const prepared = await prepareFile(handedIn);
  return change(actor, (tx, now, note) => enterFile(tx, now, note, prepared, owner));
}

/** Inside the owner's own change: from the commit on the bytes cannot be read any more; the daily look takes them out of the storage. */
export async function dropFiles(
  tx: Tx,
  note: (entry: Note) => void,
  { ownerType, ownerId }: FileTicket,
  ids?: readonly string[],
): Promise<string[]> {
  const where = { ownerType, ownerId, ...(ids && { id: { in: [...ids] } }) };
  const rows = await tx.storedFile.findMany({ where, select: { id: true, purpose: true, storageName: true } });
  await tx.storedFile.deleteMany({ where });
  for (const { id, purpose } of rows)
    note({
      ...{ event: "file.forgotten", subjectType: "file", subjectId: id, quiet: true },
      before: { purpose, ownerType, ownerId },
    });
  return rows.map(({ storageName }) => storageName);
}

/** Forgets one file of an owner, bytes included; false: there was none. */
export async function forgetFile(actor: Actor, owner: FileTicket, id: string): Promise<boolean> {
  const names = await change(actor, (tx, _now, note) => dropFiles(tx, note, owner, [id]));
  for (const name of names) await storage().remove(name);
  return names.length > 0;
}
