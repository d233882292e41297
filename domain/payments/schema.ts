// The shapes of a book of payments: what may be handed in, and what is read out.
import { z } from "zod";
import { feeComponents } from "@/domain/fees/rules";
import { type FeeLine, type FeeTerms, feeLineInput, payees } from "@/domain/fees/schema";
import { type Day, parseDay } from "@/domain/kernel/calendar";
import { type Money, type Rate, minorPlaces } from "@/domain/kernel/money";

export const partySides = ["worker", "agency"] as const;
export const paymentKinds = ["asked", "paid", "returned"] as const;
export const contractEndings = [
  "completed",
  "early_no_fault",
  "abuse",
  "early_at_fault",
  "not_sent",
  "withdrawn",
] as const;
export type PartySide = (typeof partySides)[number];
export type PaymentKind = (typeof paymentKinds)[number];
export type ContractEnding = (typeof contractEndings)[number];

/** Components somebody can be asked to pay: what the foreign side pays is none of them. */
export const payableComponents: readonly string[] = feeComponents
  .map(({ code }) => code)
  .filter(
    (code) => !["service_fee_paid_by_foreign_side", "guarantee", "total_fee", "total_before_departure"].includes(code),
  );
export const paymentPayees = payees.filter((payee) => payee !== "unknown");

const day = z.string().transform((value, context): Day => {
  const parsed = parseDay(value);
  if (!parsed) context.addIssue({ code: "custom", message: "day" });
  return (parsed ?? "1900-01-01") as Day;
});
const currency = z.string().regex(/^[A-Z]{3}$/, "currency");
const most = 10n ** 13n;
const text = (max: number) => z.string().trim().max(max, "tooLong");

export const entryInput = z.object({
  kind: z.enum(paymentKinds, "required"),
  component: z.string().refine((code) => payableComponents.includes(code), "required"),
  amountMinor: z.bigint("amount").min(1n, "amount").max(most, "amount"),
  currency,
  paidOn: day,
  payee: z.enum(paymentPayees as [string, ...string[]], "required"),
  note: text(500).nullable().default(null),
  submission: z.uuid(),
  /** "This is another payment", when the same one stands there already. */
  again: z.boolean().default(false),
});
export type EntryInput = z.output<typeof entryInput>;

/** The other side's word on a receipt: the same amount confirms, another one contradicts. */
export const answerInput = z.object({
  number: z.string().max(40),
  amountMinor: z.bigint("amount").min(1n, "amount").max(most, "amount"),
  submission: z.uuid(),
});
export type AnswerInput = z.output<typeof answerInput>;

export const bookInput = z.object({
  orderReference: text(40).min(1),
  signedOn: day,
  contractNo: text(80).nullable().default(null),
  contractMonths: z.number().int().min(1).max(120).nullable().default(null),
  /** In place of published lines of the same component; what is not named stands as published. */
  contracted: z
    .array(feeLineInput.pick({ code: true, amountMinor: true, currency: true }))
    .max(60)
    .default([]),
  departedOn: day.nullable().default(null),
  demo: z.boolean().default(false),
});
export type BookInput = z.input<typeof bookInput>;

export const endingInput = z.object({
  reference: text(40),
  endedOn: day,
  ending: z.enum(contractEndings),
  departedOn: day.nullable().default(null),
  refundBy: day.nullable().default(null),
  demandRate: z.number().min(0).max(20).nullable().default(null),
  note: text(500).nullable().default(null),
});
export type EndingInput = z.input<typeof endingInput>;

/**
 * An amount as people type it: 25.000.000, 25,000,000, 25 triệu, 2,5tr, 500 nghìn, 500k. Null: not to be understood.
 * A fraction below the currency's smallest unit is not an amount.
 */
export function readAmount(said: string, code: string): bigint | null {
  const match = /^([\d.,]+)(triệu|trieu|tr|nghìn|nghin|ngàn|ngan|k)?$/u.exec(
    said
      .normalize("NFC")
      .toLowerCase()
      .replace(/[\s₫¥€$]|đồng|đ$|vnd|vnđ/gu, ""),
  );
  if (!match) return null;
  const [, figures = "", scale] = match;
  const grouped = /^\d{1,3}([.,]\d{3})+$/.test(figures);
  // "1,250 triệu" may be one and a quarter or twelve hundred and fifty: nobody guesses.
  if (grouped && scale) return null;
  const plain = grouped ? figures.replace(/[.,]/g, "") : figures.replace(",", ".");
  if (!/^\d{1,13}(\.\d{1,6})?$/.test(plain)) return null;
  const power = (scale === undefined ? 0 : scale.startsWith("t") ? 6 : 3) + minorPlaces(code);
  const [whole = "0", part = ""] = plain.split(".");
  if (part.replace(/0+$/, "").length > power) return null;
  return BigInt(whole) * 10n ** BigInt(power) + BigInt(part.slice(0, power).padEnd(power, "0") || "0");
}

/** What one side says of a payment. */
export type EntryFacts = {
  id: string;
  side: PartySide;
  amountMinor: bigint;
  paidOn: Day;
  payee: string;
  note: string | null;
  fileId: string | null;
  enteredAt: Date;
};
/** Only entries that stand; none: both were taken back. */
export type ReceiptFacts = {
  id: string;
  number: string;
  code: string;
  kind: PaymentKind;
  component: string;
  currency: string;
  issuedAt: Date;
  entries: readonly EntryFacts[];
};
export type BookTerms = FeeTerms & { rates: ReadonlyMap<string, Rate> };
export type BookFacts = {
  signedOn: Day;
  departedOn: Day | null;
  endedOn: Day | null;
  ending: ContractEnding | null;
  refundBy: Day | null;
  demandRate: number | null;
  terms: BookTerms;
  published: readonly FeeLine[];
  contracted: readonly FeeLine[];
  receipts: readonly ReceiptFacts[];
};

export type FlagFacts = {
  /** Condition and what it is about: once per book. */
  key: string;
  condition: string;
  component: string | null;
  details: Readonly<Record<string, string | Money | null>>;
};
export type RefundFacts = {
  component: string;
  currency: string;
  amountMinor: bigint | null;
  confirmedMinor: bigint;
  interestMinor: bigint | null;
  returnedMinor: bigint;
  dueOn: Day | null;
  dueBasis: "law" | "contract" | "assumption" | "unknown";
  rule: string | null;
  legalSource: string | null;
};
