import "server-only";
import { isMarkOf, markOf } from "@/platform/sealing";
import { alphabet, readNumber } from "@/domain/payments/rules";

const codeUse = "report-code";
const hashUse = "report-code-hash";
const signs = 12;

/**
 * 60 bits in three groups, drawn from the form's own number under the site's key: whoever sends the same form again, because the answer was
 * lost on the way, gets the same code, and nobody else can draw it.
 */
export function codeFor(submission: string): string {
  const [, mark = ""] = markOf(submission, codeUse).split(".");
  const drawn = [...Buffer.from(mark, "base64url").subarray(0, signs)].map((byte) => alphabet[byte % 32]).join("");
  return `${drawn.slice(0, 4)}-${drawn.slice(4, 8)}-${drawn.slice(8)}`;
}

/** As typed: no dashes, small letters, O for 0. */
export function readCaseCode(text: string): string | null {
  const plain = text
    .slice(0, 60)
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, "")
    .replace(/O/g, "0")
    .replace(/[IL]/g, "1");
  return new RegExp(`^[${alphabet}]{${signs}}$`).test(plain)
    ? `${plain.slice(0, 4)}-${plain.slice(4, 8)}-${plain.slice(8)}`
    : null;
}
export const readCaseNumber = (text: string): string | null => readNumber("PA", text);
export const codeHashOf = (code: string): string => markOf(code, hashUse);
export const isCodeOf = (code: string, hash: string): boolean => isMarkOf(code, hashUse, hash);
