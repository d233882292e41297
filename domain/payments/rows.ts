import "server-only";
import { createHash, randomInt } from "node:crypto";
import type { Tx } from "@/domain/audit/change";
import type { Due, FeeLine, Payee } from "@/domain/fees/schema";
import { type Day, dayOfColumn } from "@/domain/kernel/calendar";
import type { Rate } from "@/domain/kernel/money";
import type { Prisma } from "@/platform/db";
import type { BookFacts, BookTerms, ReceiptFacts } from "./schema";

export const hashOf = (secret: string): string => createHash("sha256").update(secret).digest("hex");
export const draw = (below: number): number => randomInt(below);
export const dayOrNull = (column: Date | null): Day | null => column && dayOfColumn(column);

const standing = {
  where: { withdrawnAt: null },
  orderBy: { enteredAt: "asc" },
} satisfies Prisma.PaymentEntryFindManyArgs;
export const whole = {
  lines: { orderBy: [{ origin: "asc" }, { position: "asc" }] },
  receipts: { orderBy: { issuedAt: "asc" }, include: { entries: standing } },
} satisfies Prisma.PaymentBookInclude;
export type BookRow = Prisma.PaymentBookGetPayload<{ include: typeof whole }>;
type ReceiptRow = BookRow["receipts"][number];

/** Amounts are written as texts of digits marked by an n, so that they come back as the numbers they were. */
const big = /^-?\d+n$/;
export const termsToJson = ({ rates, ...terms }: BookTerms): Prisma.InputJsonObject =>
  JSON.parse(
    JSON.stringify({ ...terms, rates: [...rates.values()] }, (_, value: unknown) =>
      typeof value === "bigint" ? `${value}n` : value,
    ),
  ) as Prisma.InputJsonObject;
function termsFromJson(json: Prisma.JsonValue): BookTerms {
  const { rates, ...terms } = JSON.parse(JSON.stringify(json), (_, value: unknown) =>
    typeof value === "string" && big.test(value) ? BigInt(value.slice(0, -1)) : value,
  ) as Omit<BookTerms, "rates"> & { rates: Rate[] };
  return { ...terms, rates: new Map(rates.map((rate) => [rate.currency, rate])) };
}

const lineOf = ({ payee, due, ...line }: BookRow["lines"][number]): FeeLine => ({
  ...{ position: line.position, code: line.code, payer: line.payer, payee: payee as Payee, currency: line.currency },
  ...{ amountMinor: line.amountMinor, due: due as Due, months: line.months, refundable: line.refundable },
});

export const receiptOf = ({ entries, ...row }: ReceiptRow): ReceiptFacts => ({
  ...{ id: row.id, number: row.number, code: row.code, kind: row.kind, component: row.component },
  ...{ currency: row.currency, issuedAt: row.issuedAt },
  entries: entries.map(({ id, side, amountMinor, paidOn, payee, note, fileId, enteredAt }) => ({
    ...{ id, side, amountMinor, paidOn: dayOfColumn(paidOn), payee, note, fileId, enteredAt },
  })),
});

export const factsOf = (row: BookRow): BookFacts => ({
  signedOn: dayOfColumn(row.signedOn),
  departedOn: dayOrNull(row.departedOn),
  endedOn: dayOrNull(row.endedOn),
  ending: row.ending,
  refundBy: dayOrNull(row.refundBy),
  demandRate: row.demandRate?.toNumber() ?? null,
  terms: termsFromJson(row.terms),
  published: row.lines.filter(({ origin }) => origin === "published").map(lineOf),
  contracted: row.lines.filter(({ origin }) => origin === "contracted").map(lineOf),
  receipts: row.receipts.map(receiptOf),
});

/** Both sides write one after the other: whoever holds the book's row decides which receipt an entry belongs to. */
export async function lockBook(tx: Tx, bookId: string): Promise<BookRow | null> {
  await tx.$queryRaw`SELECT 1 FROM "PaymentBook" WHERE "id" = ${bookId}::uuid FOR UPDATE`;
  return tx.paymentBook.findUnique({ where: { id: bookId }, include: whole });
}
