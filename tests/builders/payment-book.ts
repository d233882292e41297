// A book of payments as the rules see it: a German nursing contract of 24 months, service fee 3,000 EUR, signed on 2026-03-02.
import type { FeeLine } from "@/domain/fees/schema";
import { day } from "@/domain/kernel/calendar";
import type { BookFacts, BookTerms, EntryFacts, PartySide, ReceiptFacts } from "@/domain/payments/schema";
import { line } from "./order";

let made = 0;
export const anEntry = (side: PartySide, amountMinor: bigint, more: Partial<EntryFacts> = {}): EntryFacts => ({
  ...{
    id: `entry-${(made += 1)}`,
    side,
    amountMinor,
    paidOn: day("2026-03-10"),
    payee: "agency",
    note: null,
    fileId: null,
  },
  enteredAt: new Date("2026-03-10T03:00:00Z"),
  ...more,
});

export const aReceipt = (
  component: string,
  entries: readonly EntryFacts[],
  more: Partial<ReceiptFacts> = {},
): ReceiptFacts => ({
  ...{
    id: `receipt-${(made += 1)}`,
    number: `BN-2026-${made}`,
    code: "AAAA-AAAA",
    kind: "paid",
    component,
    currency: "VND",
  },
  ...{ issuedAt: new Date("2026-03-10T03:00:00Z"), entries },
  ...more,
});

/** Entered by both sides alike. */
export const agreed = (component: string, amountMinor: bigint, more: Partial<ReceiptFacts> = {}): ReceiptFacts =>
  aReceipt(component, [anEntry("worker", amountMinor), anEntry("agency", amountMinor)], more);

export const someTerms = (more: Partial<BookTerms> = {}): BookTerms => ({
  ...{ market: "DE", programme: "DE_SKILLED", occupation: "nurse-registered", senderType: "service_enterprise" },
  ...{ kind: "agency_order", contractMonths: 24, extensionMonths: null, currency: "EUR", payPeriod: "month" },
  ...{ basicMinor: 280_000n, hoursPerWeek: 40, airfare: "foreign_side", airfareLegs: "one_way", board: "own_cost" },
  ...{ boardMinor: null, lodging: "deducted", lodgingMinor: 35_000n, commuting: "own_cost", deductions: null },
  rates: new Map([["EUR", { currency: "EUR", on: "2026-03-01", vndPerUnit: 28_000, source: "kiểm thử" }]]),
  ...more,
});

export const someLines = (): FeeLine[] => [
  line(0, "service_fee", 300_000n, { currency: "EUR", due: "after_contract" }),
  line(1, "language_training", 25_000_000n, { payee: "school", due: "after_contract" }),
  line(2, "passport", 200_000n, { payee: "state" }),
];

export const aBook = (more: Partial<BookFacts> = {}): BookFacts => ({
  ...{ signedOn: day("2026-03-02"), departedOn: null, endedOn: null, ending: null, refundBy: null, demandRate: null },
  ...{ terms: someTerms(), published: someLines(), contracted: someLines(), receipts: [] },
  ...more,
});
