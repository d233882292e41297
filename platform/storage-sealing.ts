// Files at rest: each under a key of its own (AES-256-GCM), and that key wrapped by the master key. Throwing the wrapped key away makes
// every copy of a file unreadable, also those in backups.
import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import { currentSecret, secretsOf } from "./keys";

/** The file's key, wrapped; and which master key unwraps it. */
export type Wrapped = { wrappedKey: string; keyId: string };

const ivBytes = 12;
const tagBytes = 16;

function encipher(key: Buffer, plain: Uint8Array, bound: string): Buffer {
  const iv = randomBytes(ivBytes);
  const cipher = createCipheriv("aes-256-gcm", key, iv).setAAD(Buffer.from(bound));
  return Buffer.concat([iv, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
}

/** Throws on a changed byte, a wrong key or a wrong name. */
function decipher(key: Buffer, sealed: Buffer, bound: string): Buffer {
  const decipher = createDecipheriv("aes-256-gcm", key, sealed.subarray(0, ivBytes), { authTagLength: tagBytes });
  decipher.setAAD(Buffer.from(bound)).setAuthTag(sealed.subarray(-tagBytes));
  return Buffer.concat([decipher.update(sealed.subarray(ivBytes, -tagBytes)), decipher.final()]);
}

function wrap(key: Buffer, name: string): Wrapped {
  const { id, secret } = currentSecret("files");
  return { keyId: id, wrappedKey: encipher(secret, key, name).toString("base64url") };
}

function unwrap({ wrappedKey, keyId }: Wrapped, name: string): Buffer {
  const master = secretsOf("files").find(({ id }) => id === keyId);
  if (!master) throw new Error(`the master key ${keyId} is not among those given`);
  return decipher(master.secret, Buffer.from(wrappedKey, "base64url"), name);
}

/** Bound to the name it is stored under: one file cannot be put in another's place. */
export function seal(bytes: Uint8Array, name: string): { sealed: Buffer } & Wrapped {
  const key = randomBytes(32);
  return { sealed: encipher(key, bytes, name), ...wrap(key, name) };
}

export const unseal = (sealed: Buffer, wrapped: Wrapped, name: string): Buffer =>
  decipher(unwrap(wrapped, name), sealed, name);

/** The same key under the present master key; the file itself stays as it is. */
export const wrapAgain = (wrapped: Wrapped, name: string): Wrapped => wrap(unwrap(wrapped, name), name);
