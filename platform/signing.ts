// Short codes that only this site can make and anybody can check, also without a connection (Ed25519, RFC 8032). A code says what it is
// for, which one, and a day; capital letters and digits only, so that it makes a small QR and stands in an address as it is:
//   kind (1) · key (2) · days since 2020-01-01 in base 36 (3) · id (1–20) · signature as a number in base 36 (100)
import { type KeyObject, createPrivateKey, createPublicKey, sign, verify } from "node:crypto";
import { type Secret, currentSecret, secretsOf } from "./keys";

/** `kind` is one letter that the owning context chose; `id` what people quote, in capitals; `day` YYYY-MM-DD. */
export type Code = { kind: string; id: string; day: string };
export type CodeVerdict =
  ({ verdict: "genuine" } & Code) | { verdict: "unknownKey"; key: string } | { verdict: "forged" };
/** As published: whoever has this list can check a code. */
export type PublicKey = { id: string; publicKey: string; from: string; to: string | null };

const base = 36;
const signatureLetters = 100;
const dayLetters = 3;
const dayMs = 24 * 3600 * 1000;
const firstDay = Date.parse("2020-01-01T00:00:00Z");
/** A signature for a code is a signature for nothing else. */
export const signedPrefix = "san-viec-lam-ngoai-nuoc code 1\n";
const shape = /^([A-Z])([A-Z0-9]{2})([A-Z0-9]{3})([A-Z0-9-]{1,20})([A-Z0-9]{100})$/;
const seedPrefix = Buffer.from("302e020100300506032b657004220420", "hex");
const rawBytes = 32;

const keysOf = new WeakMap<Secret, { secret: KeyObject; open: KeyObject }>();
function keyPair(secret: Secret): { secret: KeyObject; open: KeyObject } {
  const known = keysOf.get(secret);
  if (known) return known;
  const key = createPrivateKey({ key: Buffer.concat([seedPrefix, secret.secret]), format: "der", type: "pkcs8" });
  const pair = { secret: key, open: createPublicKey(key) };
  keysOf.set(secret, pair);
  return pair;
}

const lettersOf = (bytes: Buffer): string =>
  BigInt(`0x${bytes.toString("hex")}`)
    .toString(base)
    .toUpperCase()
    .padStart(signatureLetters, "0");

/** null: more than 64 bytes can hold, so that each signature is written in one way only. */
function bytesOf(letters: string): Buffer | null {
  let value = 0n;
  for (const letter of letters) value = value * BigInt(base) + BigInt(Number.parseInt(letter, base));
  const hex = value.toString(16);
  return hex.length > 128 ? null : Buffer.from(hex.padStart(128, "0"), "hex");
}

function dayCode(day: string): string {
  const days = (Date.parse(`${day}T00:00:00Z`) - firstDay) / dayMs;
  if (!Number.isInteger(days) || days < 0 || days >= base ** dayLetters)
    throw new RangeError(`not a day for a code: ${day}`);
  return days.toString(base).toUpperCase().padStart(dayLetters, "0");
}
const dayOfCode = (letters: string): string =>
  new Date(firstDay + Number.parseInt(letters, base) * dayMs).toISOString().slice(0, 10);

/** Signs with the key in use today. */
export function signCode({ kind, id, day }: Code): string {
  if (!/^[A-Z]$/.test(kind) || !/^[A-Z0-9-]{1,20}$/.test(id))
    throw new RangeError("a code takes one capital letter and up to 20 capitals, digits and hyphens");
  const secret = currentSecret("signing");
  const said = `${kind}${secret.id}${dayCode(day)}${id}`;
  return said + lettersOf(sign(null, Buffer.from(signedPrefix + said), keyPair(secret).secret));
}

/** Genuine says only that this site wrote these words; whether the receipt or the order still stands is its owner's answer. */
export function verifyCode(code: string): CodeVerdict {
  const [, kind = "", key = "", day = "", id = "", letters = ""] = shape.exec(code) ?? [];
  if (!kind) return { verdict: "forged" };
  const secret = secretsOf("signing").find((known) => known.id === key);
  if (!secret) return { verdict: "unknownKey", key };
  const signature = bytesOf(letters);
  const said = Buffer.from(signedPrefix + code.slice(0, -signatureLetters));
  const told = { kind, id, day: dayOfCode(day) };
  // A day after the key's last cannot be ours: whoever found an old key cannot write new codes with it.
  const inTime = secret.to === null || told.day <= secret.to;
  const holds = signature !== null && inTime && verify(null, said, keyPair(secret).open, signature);
  return holds ? { verdict: "genuine", ...told } : { verdict: "forged" };
}

/** Every key that a code in somebody's hand may carry, oldest first. */
export const publicKeys = (): PublicKey[] =>
  secretsOf("signing").map((secret) => ({
    id: secret.id,
    publicKey: keyPair(secret).open.export({ format: "der", type: "spki" }).subarray(-rawBytes).toString("base64url"),
    from: secret.from,
    to: secret.to,
  }));
