import "server-only";
import { insertRows } from "@/domain/audit/bulk";
import { change, type Tx } from "@/domain/audit/change";
import type { Actor } from "@/domain/kernel/actor";
import { columnOfDay } from "@/domain/kernel/calendar";
import { takeTurn, writeRates } from "./import/write";
import type { FeeLine, RateInput } from "./schema";

export { type RatesFeed, feedAt, fetchRates } from "./feed/run";
export { type RateImportSummary, importRates } from "./import/run";

const rowOf = (orderId: string, line: FeeLine) => ({
  orderId,
  position: line.position,
  code: line.code,
  payer: line.payer,
  payee: line.payee,
  amountMinor: line.amountMinor,
  amountVnd: line.amountVnd ?? null,
  currency: line.currency,
  rateVndPerUnit: line.rateVndPerUnit ?? null,
  rateOn: line.rateOn ? columnOfDay(line.rateOn) : null,
  due: line.due,
  months: line.months,
  refundable: line.refundable,
  note: line.note ?? null,
});

/** Sheets of orders that have none yet, many at a time. */
export function writeFeeSheets(tx: Tx, sheets: ReadonlyMap<string, readonly FeeLine[]>): Promise<void> {
  const rows = [...sheets].flatMap(([orderId, lines]) => lines.map((line) => rowOf(orderId, line)));
  return insertRows(tx, "FeeComponent", rows);
}

/** The same sheet for each order that repeats another (same place in both lists), in one statement. */
export async function repeatFeeSheets(tx: Tx, from: readonly string[], to: readonly string[]): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO "FeeComponent" ("orderId", "position", "code", "payer", "payee", "amountMinor", "currency", "amountVnd", "rateVndPerUnit", "rateOn",
      "due", "months", "refundable", "note")
    SELECT pair.new, f."position", f."code", f."payer", f."payee", f."amountMinor", f."currency", f."amountVnd", f."rateVndPerUnit", f."rateOn",
      f."due", f."months", f."refundable", f."note"
    FROM unnest(${from}::uuid[], ${to}::uuid[]) AS pair(old, new) JOIN "FeeComponent" f ON f."orderId" = pair.old`;
}

/** Sheets of orders that are written anew. */
export async function removeFeeSheets(tx: Tx, orderIds: readonly string[]): Promise<void> {
  await tx.feeComponent.deleteMany({ where: { orderId: { in: [...orderIds] } } });
}

/** Replaces an order's sheet within the caller's transaction; the caller notes the change of the order. */
export async function writeFeeSheet(tx: Tx, orderId: string, lines: readonly FeeLine[]): Promise<void> {
  await tx.feeComponent.deleteMany({ where: { orderId } });
  if (lines.length > 0) await tx.feeComponent.createMany({ data: lines.map((line) => rowOf(orderId, line)) });
}

/** Keeps dated rates; saying the same again changes nothing and tells nobody. Answers how many were new or different. */
export const saveRates = (actor: Actor, rates: readonly RateInput[]): Promise<number> =>
  change(actor, async (tx, _now, note) => {
    await takeTurn(tx);
    return writeRates(tx, rates, note);
  });
