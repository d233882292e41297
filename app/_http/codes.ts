// Codes on paper: what the site signed, and what of it still stands. Signing and keys are platform/signing.ts.
import "server-only";
import { type CodeVerdict, signCode, verifyCode } from "@/platform/signing";
import { today } from "./today";

/** Kinds of codes: a receipt, a poster of an order. */
export type CodeKind = "R" | "P";

/** For a poster printed today; the same all day. */
export const posterCode = (reference: string): string => signCode({ kind: "P", id: reference, day: today() });

export const codeVerdict = (code: string): CodeVerdict => verifyCode(code);
