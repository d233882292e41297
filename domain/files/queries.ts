import "server-only";
import { db } from "@/platform/db";
import { log } from "@/platform/log";
import { storage } from "@/platform/storage";
import { unseal } from "@/platform/storage-sealing";
import type { FileTicket } from "./access";
import type { ReadFile, StoredFile } from "./schema";

const shown = {
  ...{ id: true, purpose: true, saidName: true, type: true, bytes: true, width: true, height: true, keptAt: true },
} as const;
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** What belongs to one owner, oldest first; without the bytes. */
export async function filesOf({ ownerType, ownerId }: FileTicket): Promise<StoredFile[]> {
  const rows = await db.storedFile.findMany({ where: { ownerType, ownerId }, select: shown, orderBy: { id: "asc" } });
  return rows as StoredFile[];
}

/** The bytes and what they are; null: no such file, or it belongs to somebody else, or it is lost. */
export async function readFile({ ownerType, ownerId }: FileTicket, id: string): Promise<ReadFile | null> {
  if (!uuid.test(id)) return null;
  const row = await db.storedFile.findFirst({
    where: { id, ownerType, ownerId },
    select: { ...shown, storageName: true, keyId: true, wrappedKey: true },
  });
  if (!row) return null;
  const { storageName, keyId, wrappedKey, ...file } = row;
  const sealed = await storage().get(storageName);
  if (!sealed) {
    log.error("files.missing", "the storage has lost a file", { file: id });
    return null;
  }
  return { ...(file as StoredFile), content: unseal(sealed, { keyId, wrappedKey }, storageName) };
}
