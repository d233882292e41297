// Codes on receipts and posters: only the site can make them, anybody can check them, and one altered letter is noticed.
import { webcrypto } from "node:crypto";
import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { rotate } from "@/platform/keys";
import { signCode, verifyCode } from "@/platform/signing";

const letters = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ-";
const receipt = { kind: "R", id: "BN-000123", day: "2026-11-20" };
const keysFile = join(process.env.KEYS_FOLDER as string, "signing");

test("a code says what it is for, which one and the day, in letters a QR writes small", () => {
  const code = signCode(receipt);
  expect(verifyCode(code)).toEqual({ verdict: "genuine", ...receipt });
  expect(code).toMatch(/^[0-9A-Z-]+$/);
  expect(code.length).toBe(115);
  expect(encodeURIComponent(code)).toBe(code);
  expect(statSync(keysFile).mode & 0o077).toBe(0);
});

test("one altered character anywhere is refused, whatever it becomes; so is one more or one less", () => {
  const code = signCode(receipt);
  for (let at = 0; at < code.length; at += 1)
    for (const letter of [...letters, "r", " ", "é"]) {
      if (letter === code[at]) continue;
      expect(verifyCode(code.slice(0, at) + letter + code.slice(at + 1)).verdict).not.toBe("genuine");
    }
  for (let at = 0; at <= code.length; at += 1) {
    expect(verifyCode(code.slice(0, at) + code.slice(at + 1)).verdict === "genuine" && at < code.length).toBe(false);
    expect(verifyCode(`${code.slice(0, at)}0${code.slice(at)}`).verdict).not.toBe("genuine");
  }
  for (const nothing of ["", "R", code.toLowerCase(), ` ${code}`, `${code}\n`, "A".repeat(5_000)])
    expect(verifyCode(nothing).verdict).toBe("forged");
});

test("words of one code under the signature of another are refused", () => {
  const [one, other] = [signCode(receipt), signCode({ ...receipt, id: "BN-000124" })];
  expect(verifyCode(one.slice(0, -100) + other.slice(-100)).verdict).toBe("forged");
});

test("a signature is written in one way only: the same number and 2^512 more is not taken", () => {
  const code = signCode(receipt);
  let value = 0n;
  for (const letter of code.slice(-100)) value = value * 36n + BigInt(Number.parseInt(letter, 36));
  const twin = (value + 2n ** 512n).toString(36).toUpperCase();
  expect(twin.length).toBe(100);
  expect(verifyCode(code.slice(0, -100) + twin).verdict).toBe("forged");
});

test("with the published list alone a browser comes to the same verdict", async () => {
  const code = signCode(receipt);
  const { GET } = await import("@/app/.well-known/signing-keys.json/route");
  const answer = GET();
  expect(answer.headers.get("access-control-allow-origin")).toBe("*");
  const text = await answer.text();
  const list = JSON.parse(text) as { prefix: string; keys: { id: string; publicKey: string }[] };
  const published = list.keys.find(({ id }) => id === code.slice(1, 3));
  const key = await webcrypto.subtle.importKey(
    "raw",
    Buffer.from(published!.publicKey, "base64url"),
    "Ed25519",
    false,
    ["verify"],
  );
  let value = 0n;
  for (const letter of code.slice(-100)) value = value * 36n + BigInt(Number.parseInt(letter, 36));
  const signature = Buffer.from(value.toString(16).padStart(128, "0"), "hex");
  const holds = (said: string) => webcrypto.subtle.verify("Ed25519", key, signature, Buffer.from(list.prefix + said));
  expect(await holds(code.slice(0, -100))).toBe(true);
  expect(await holds(`${code.slice(0, -101)}4`)).toBe(false);
  for (const line of readFileSync(keysFile, "utf8").trim().split("\n"))
    expect(text).not.toContain(line.split(":")[1] as string);
});

test("after a rotation old codes stay good, new ones carry the new key, and the old key writes nothing of later days", () => {
  const before = signCode(receipt);
  const later = signCode({ ...receipt, day: "2026-12-01" });
  expect(verifyCode(later).verdict).toBe("genuine");
  const fresh = rotate("signing");
  expect(verifyCode(before)).toEqual({ verdict: "genuine", ...receipt });
  expect(verifyCode(later).verdict).toBe("forged");
  expect(signCode(receipt).slice(1, 3)).toBe(fresh.id);
});

test("a code of a key we do not know is neither genuine nor called forged", () => {
  const code = signCode(receipt);
  expect(verifyCode(`${code[0]}00${code.slice(3)}`)).toEqual({ verdict: "unknownKey", key: "00" });
});

test("what cannot be written as a code is refused when it is made", () => {
  for (const wrong of [
    { kind: "r" },
    { kind: "RR" },
    { id: "" },
    { id: "bn-1" },
    { id: "A".repeat(21) },
    { day: "2019-12-31" },
    { day: "x" },
  ])
    expect(() => signCode({ ...receipt, ...wrong })).toThrow(RangeError);
});
