// The check of a code without the site: the published list of keys and the browser's own cryptography. The same verdicts as
// platform/signing.ts, which a test compares letter by letter.

export type KeyList = {
  prefix: string;
  keys: readonly { id: string; publicKey: string; from: string; to: string | null }[];
};
export type OfflineVerdict =
  | { verdict: "genuine"; kind: string; id: string; day: string }
  | { verdict: "forged" }
  | { verdict: "unknownKey" }
  /** The browser has no Ed25519. */
  | { verdict: "unable" };

const shape = /^([A-Z])([A-Z0-9]{2})([A-Z0-9]{3})([A-Z0-9-]{1,20})([A-Z0-9]{100})$/;
const firstDay = Date.parse("2020-01-01T00:00:00Z");
const dayMs = 24 * 3600 * 1000;

/** null: more than 64 bytes can hold. */
function bytesOf(letters: string): Uint8Array<ArrayBuffer> | null {
  let value = BigInt(0);
  for (const letter of letters) value = value * BigInt(36) + BigInt(Number.parseInt(letter, 36));
  const hex = value.toString(16).padStart(128, "0");
  if (hex.length > 128) return null;
  return Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
}

const ofBase64 = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (letter) => letter.charCodeAt(0));

export async function checkOffline(code: string, list: KeyList, subtle: SubtleCrypto): Promise<OfflineVerdict> {
  const [, kind, keyId, dayLetters, id, letters] = shape.exec(code) ?? [];
  if (!kind || !dayLetters || !id || !letters) return { verdict: "forged" };
  const known = list.keys.find((one) => one.id === keyId);
  if (!known) return { verdict: "unknownKey" };
  const day = new Date(firstDay + Number.parseInt(dayLetters, 36) * dayMs).toISOString().slice(0, 10);
  const signature = bytesOf(letters);
  if (!signature || (known.to !== null && day > known.to)) return { verdict: "forged" };
  let key: CryptoKey;
  try {
    key = await subtle.importKey("raw", ofBase64(known.publicKey), "Ed25519", false, ["verify"]);
  } catch {
    return { verdict: "unable" };
  }
  const said = new TextEncoder().encode(list.prefix + code.slice(0, -letters.length));
  return (await subtle.verify("Ed25519", key, signature, said))
    ? { verdict: "genuine", kind, id, day }
    : { verdict: "forged" };
}
