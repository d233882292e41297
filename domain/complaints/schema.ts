// What is handed in about a recruiter, an advert or a fee, and what an officer decides.
import { z } from "zod";
import { cleanText } from "@/domain/kernel/text";
import { provinceOf } from "@/domain/localities/rules";

export const abouts = ["recruiter", "advert", "fee"] as const;
export type About = (typeof abouts)[number];
export const stages = ["received", "looking", "decided", "withdrawn", "merged"] as const;
export type Stage = (typeof stages)[number];
export const outcomes = [
  "confirmed_fake",
  "agency_fault",
  "not_confirmed",
  "passed_to_police",
  "other_office",
] as const;
export type Outcome = (typeof outcomes)[number];
export const agencyRoles = ["reported", "imitated"] as const;
export type AgencyRole = (typeof agencyRoles)[number];
export type Owner = "province" | "ministry";
/** Four photographs or papers. */
export const mostPhotos = 4;
export const longestText = 10_000;

/** Several lines stay several lines; everything else as in one line. */
export const cleanLines = (text: string, max: number): string =>
  text
    .slice(0, max * 4)
    .split(/\r\n|\r|\n/)
    .map((line) => cleanText(line, max))
    .join("\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim()
    .slice(0, max);

const line = (max: number) =>
  z
    .string()
    .max(max * 4, "tooLong")
    .transform((text) => cleanText(text, max + 1))
    .refine((text) => [...text].length <= max, "tooLong")
    .transform((text) => text || null)
    .nullish()
    .transform((text) => text ?? null);
const lines = (max: number) =>
  z
    .string()
    .transform((text) => cleanLines(text, max + 1))
    .refine((text) => [...text].length <= max, "tooLong");
const province = z
  .string()
  .nullish()
  .transform((id, context) => {
    if (!id) return null;
    const found = provinceOf(id);
    if (!found) context.addIssue({ code: "custom", message: "notUnderstood" });
    return found?.id ?? null;
  });

/** "5.000.000 đ", "5tr", "5 triệu": đồng; empty: not said. Null as a fault: cannot be read. */
export function readDong(text: string): bigint | null {
  const folded = text.trim().toLowerCase().replace(/\s+/g, "");
  const scaled = /^(\d{1,4})(?:[.,](\d{1,3}))?(tr|triệu|trieu|tỷ|ty)(?:đồng|dong|đ|vnd)?$/.exec(folded);
  if (scaled) {
    const unit = /^t(ỷ|y)$/.test(scaled[3] ?? "") ? 1_000_000_000n : 1_000_000n;
    return BigInt(scaled[1] ?? "0") * unit + (BigInt((scaled[2] ?? "").padEnd(3, "0") || "0") * unit) / 1000n;
  }
  const plain = folded.replace(/(đồng|dong|đ|₫|vnd)$/, "");
  if (!/^\d{1,3}([.,]\d{3})+$|^\d{1,15}$/.test(plain)) return null;
  const amount = BigInt(plain.replace(/[.,]/g, ""));
  return amount > 0n && amount < 10n ** 13n ? amount : null;
}
const dong = z
  .union([z.string(), z.bigint()])
  .nullish()
  .transform((text, context): bigint | null => {
    if (typeof text === "bigint") return text;
    if (!text) return null;
    const amount = readDong(text);
    if (amount === null) context.addIssue({ code: "custom", message: "notUnderstood" });
    return amount;
  });

export const reportInput = z
  .object({
    submission: z.uuid(),
    about: z.enum(abouts),
    /** Numbers, pages and accounts, as copied. */
    contacts: z.string().optional().default("").pipe(lines(2_000)),
    person: line(120),
    agency: line(200),
    order: line(60),
    happened: z.string().pipe(lines(longestText)),
    amount: dong,
    province,
    /** Telephone or e-mail of the reporter; empty: anonymous. */
    reach: line(200),
    demo: z.boolean().optional().default(false),
  })
  .superRefine((said, context) => {
    if ([...said.happened].length < 10) context.addIssue({ code: "custom", path: ["happened"], message: "tooShort" });
    if (!said.contacts && !said.person && !said.agency && !said.order)
      context.addIssue({ code: "custom", path: ["contacts"], message: "whoIsMissing" });
  });
export type ReportInput = z.input<typeof reportInput>;

/** Number and code of a report, as its reporter has them. */
export const caseKey = z.object({ number: z.string().max(60), code: z.string().max(60) });
export type CaseKey = z.infer<typeof caseKey>;
export const addition = z.object({ text: z.string().pipe(lines(longestText)) }).superRefine(({ text }, context) => {
  if (!text) context.addIssue({ code: "custom", path: ["text"], message: "required" });
});

const version = z.coerce.number().int().min(1).max(1_000_000);
const seen = { number: z.string().max(60), version };
export const takeUpInput = z.object(seen);
export const linkInput = z.object({
  ...seen,
  /** Key of the agency's page; absent: no agency. */
  agency: line(200),
  role: z.enum(agencyRoles).optional().default("reported"),
});
export const mergeInput = z.object({ ...seen, into: z.string().max(60) });
export const decideInput = z
  .object({ ...seen, outcome: z.enum(outcomes), reason: z.string().pipe(lines(2_000)) })
  .superRefine(({ reason }, context) => {
    if ([...reason].length < 5) context.addIssue({ code: "custom", path: ["reason"], message: "tooShort" });
  });
export const noteInput = z.object({
  number: z.string().max(60),
  text: z.string().pipe(lines(2_000)),
  internal: z
    .union([z.literal("on"), z.boolean()])
    .optional()
    .transform((value) => value === true || value === "on"),
});
export const warnInput = z.object({
  ...seen,
  name: z.string().pipe(lines(200)),
  reason: z.string().pipe(lines(500)),
  decisionNo: line(60),
});
export type DecideInput = z.input<typeof decideInput>;
export type LinkInput = z.input<typeof linkInput>;
export type MergeInput = z.input<typeof mergeInput>;
export type NoteInput = z.input<typeof noteInput>;
export type WarnInput = z.input<typeof warnInput>;

/** 2026-Q4: a quarter by the day a report came in, in Hà Nội. */
export const quarterText = /^(\d{4})-Q([1-4])$/;
