import "server-only";
import { fileTypeFromBuffer } from "file-type";
import { Refusal } from "@/domain/kernel/refusal";
import { redraw } from "@/platform/image";
import { newStorageName, storage } from "@/platform/storage";
import { seal } from "@/platform/storage-sealing";
import { type FileRefusal, cleanName, refusalOf } from "./rules";
import { type HandedIn, type KeptType, type Purpose, purposes } from "./schema";

/** Looked at, drawn anew, enciphered and stored; nobody's yet. What is never entered is swept away after a day. */
export type Prepared = {
  purpose: Purpose;
  saidName: string;
  type: KeptType;
  bytes: number;
  width: number | null;
  height: number | null;
  storageName: string;
  keyId: string;
  wrappedKey: string;
};

const refuse = (condition: FileRefusal, details: Record<string, string | number> = {}): never => {
  throw new Refusal("files", condition, details);
};

async function readAtMost(content: HandedIn["content"], most: number): Promise<Uint8Array> {
  const limit = { limit: Math.floor(most / 1_048_576) };
  if (content instanceof Uint8Array) return content.byteLength > most ? refuse("tooLarge", limit) : content;
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of content) {
    size += chunk.byteLength;
    if (size > most) refuse("tooLarge", limit);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** Everything that takes long, before any transaction begins. Refuses with a name of `fileRefusals`. */
export async function prepareFile({ content, saidName, purpose }: HandedIn): Promise<Prepared> {
  const raw = await readAtMost(content, purposes[purpose].mostBytes);
  if (raw.byteLength === 0) refuse("empty");
  const found = (await fileTypeFromBuffer(raw))?.mime ?? null;
  const refusal = refusalOf(found, saidName, purpose);
  if (refusal) refuse(refusal, { type: found ?? "" });
  const picture = found === "application/pdf" ? null : await redraw(raw);
  if (typeof picture === "string") return refuse(picture);
  const bytes = picture?.bytes ?? raw;
  const storageName = newStorageName();
  const { sealed, ...wrapped } = seal(bytes, storageName);
  await storage().put(storageName, sealed);
  return {
    ...{ purpose, storageName, ...wrapped },
    saidName: cleanName(saidName),
    type: picture ? "image/jpeg" : "application/pdf",
    bytes: bytes.byteLength,
    width: picture?.width ?? null,
    height: picture?.height ?? null,
  };
}
