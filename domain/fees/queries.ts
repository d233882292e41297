import "server-only";
import { columnOfDay, dayOfColumn, type Day } from "@/domain/kernel/calendar";
import type { Rate } from "@/domain/kernel/money";
import { db, type Prisma } from "@/platform/db";
import type { Due, FeeLine, Payee } from "./schema";

type Reader = Pick<Prisma.TransactionClient, "feeComponent">;
type RateReader = Pick<Prisma.TransactionClient, "exchangeRate">;
/** A rate with what we know of it. */
export type KnownRate = Rate & { on: Day; verified: boolean };

const columns = {
  orderId: true,
  position: true,
  code: true,
  payer: true,
  payee: true,
  amountMinor: true,
  amountVnd: true,
  currency: true,
  rateVndPerUnit: true,
  rateOn: true,
  due: true,
  months: true,
  refundable: true,
  note: true,
} as const;

/** The sheets of many orders in one query, each in its order; an order without lines is absent. */
export async function feeLinesOf(
  orderIds: readonly string[],
  tx: Reader = db as unknown as Reader,
): Promise<Map<string, FeeLine[]>> {
  const sheets = new Map<string, FeeLine[]>();
  if (orderIds.length === 0) return sheets;
  const rows = await tx.feeComponent.findMany({
    where: { orderId: { in: [...orderIds] } },
    select: columns,
    orderBy: [{ orderId: "asc" }, { position: "asc" }],
  });
  for (const { orderId, payee, due, rateVndPerUnit, rateOn, ...line } of rows) {
    const sheet = sheets.get(orderId) ?? [];
    const rate = { rateVndPerUnit: rateVndPerUnit && rateVndPerUnit.toNumber(), rateOn: rateOn && dayOfColumn(rateOn) };
    sheet.push({ ...line, ...rate, payee: payee as Payee, due: due as Due });
    sheets.set(orderId, sheet);
  }
  return sheets;
}

type RateRow = { currency: string; on: Date; vndPerUnit: { toNumber(): number }; source: string; verified: boolean };
const rateOfRow = (row: RateRow): KnownRate => ({
  currency: row.currency,
  on: dayOfColumn(row.on),
  vndPerUnit: row.vndPerUnit.toNumber(),
  source: row.source,
  verified: row.verified,
});

/** The newest rate of each currency. */
export async function latestRates(tx: RateReader = db as unknown as RateReader): Promise<Map<string, KnownRate>> {
  const rows = await tx.exchangeRate.findMany({
    distinct: ["currency"],
    orderBy: [{ currency: "asc" }, { on: "desc" }],
  });
  return new Map(rows.map((row) => [row.currency, rateOfRow(row)]));
}

/** The rate of a currency on a day: the last one given on or before it. */
export async function rateOf(
  currency: string,
  on: Day,
  tx: RateReader = db as unknown as RateReader,
): Promise<KnownRate | null> {
  const row = await tx.exchangeRate.findFirst({
    where: { currency, on: { lte: columnOfDay(on) } },
    orderBy: { on: "desc" },
  });
  return row && rateOfRow(row);
}

/** The last time rates were handed in or fetched; null when they never were. */
export const lastRateImport = (kind?: "file" | "feed") =>
  db.rateImport.findFirst({
    where: kind ? { kind } : { finishedAt: { not: null }, failure: null },
    orderBy: { startedAt: "desc" },
    select: { kind: true, source: true, startedAt: true, finishedAt: true, failure: true },
  });
