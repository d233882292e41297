// What was typed into a form that could not be saved: kept ten minutes in the browser that typed it, so that nothing is lost.
import "server-only";
import { cookies } from "next/headers";
import { typedCookie } from "./session";

export const entryFields = [
  "kind",
  "component",
  "amount",
  "currency",
  "paidOn-day",
  "paidOn-month",
  "paidOn-year",
  "payee",
  "note",
  "submission",
] as const;
export type EntryField = (typeof entryFields)[number];
/** Codes are keys of payments.fault, or of files.refusals where they begin with "files.". */
export type Fault = { field: string; code: string; number?: string; limit?: number };
export type Typed = {
  /** entry, or the number of the receipt that was answered. */
  form: string;
  values: Partial<Record<string, string>>;
  faults: readonly Fault[];
};

export const typedText = (typed: Typed): string => Buffer.from(JSON.stringify(typed)).toString("base64url");

/** Nothing in a cookie is believed: what does not look like ours is nothing. */
export async function typedBefore(): Promise<Typed | null> {
  const text = (await cookies()).get(typedCookie)?.value ?? "";
  if (!text) return null;
  try {
    const { form, values, faults } = JSON.parse(Buffer.from(text, "base64url").toString("utf8")) as Typed;
    if (typeof form !== "string" || typeof values !== "object" || !Array.isArray(faults)) return null;
    const texts = Object.entries(values).filter(([, value]) => typeof value === "string");
    return { form, values: Object.fromEntries(texts), faults: faults.filter(({ field, code }) => field && code) };
  } catch {
    return null;
  }
}
