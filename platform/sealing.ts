// Short texts kept sealed, and marks that only the site can make: with keys drawn from the one that seals sessions, one for each use.
import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes, timingSafeEqual } from "node:crypto";
import { currentSecret, secretsOf } from "./keys";

const ivBytes = 12;
const tagBytes = 16;
const keyFor = (secret: Buffer, use: string): Buffer =>
  Buffer.from(hkdfSync("sha256", secret, Buffer.alloc(0), `site:${use}`, 32));

/** AES-256-GCM, bound to its use: what was sealed for one thing cannot be opened as another. The name of the key stands in front. */
export function sealText(text: string, use: string): Buffer {
  const { id, secret } = currentSecret("sessions");
  const iv = randomBytes(ivBytes);
  const cipher = createCipheriv("aes-256-gcm", keyFor(secret, use), iv);
  return Buffer.concat([Buffer.from(`${id}.`), iv, cipher.update(text, "utf8"), cipher.final(), cipher.getAuthTag()]);
}

/** Null: not ours, not for this use, or altered. */
export function openText(sealed: Uint8Array, use: string): string | null {
  const bytes = Buffer.from(sealed);
  const cut = bytes.indexOf(".");
  const key = secretsOf("sessions").find(({ id }) => cut > 0 && id === bytes.subarray(0, cut).toString());
  const body = bytes.subarray(cut + 1);
  if (!key || body.length < ivBytes + tagBytes) return null;
  try {
    const decipher = createDecipheriv("aes-256-gcm", keyFor(key.secret, use), body.subarray(0, ivBytes), {
      authTagLength: tagBytes,
    });
    decipher.setAuthTag(body.subarray(-tagBytes));
    return Buffer.concat([decipher.update(body.subarray(ivBytes, -tagBytes)), decipher.final()]).toString("utf8");
  } catch {
    return null;
  }
}

const mark = (secret: Buffer, text: string, use: string): Buffer =>
  createHmac("sha256", keyFor(secret, use)).update(text).digest();

/** A hash that cannot be searched for without the site's key: for codes too short for a plain one. */
export function markOf(text: string, use: string): string {
  const { id, secret } = currentSecret("sessions");
  return `${id}.${mark(secret, text, use).toString("base64url")}`;
}

export function isMarkOf(text: string, use: string, given: string): boolean {
  const [id, said = ""] = given.split(".", 2);
  const key = secretsOf("sessions").find((one) => one.id === id);
  if (!key) return false;
  const right = mark(key.secret, text, use);
  const bytes = Buffer.from(said, "base64url");
  return bytes.length === right.length && timingSafeEqual(bytes, right);
}
