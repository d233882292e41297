import "server-only";
import { insertRows } from "@/domain/audit/bulk";
import type { Note, Tx } from "@/domain/audit/change";
import { columnOfDay, dayOfColumn } from "@/domain/kernel/calendar";
import type { RateInput } from "../schema";

/** Two who write rates at once take turns: each judges by what the other has left. */
export const takeTurn = (tx: Tx): Promise<unknown> => tx.$queryRaw`SELECT pg_advisory_xact_lock(7201146)::text`;

/** Writes what is new or different. One of a batch tells the followers; the journal names each. Answers how many. */
export async function writeRates(tx: Tx, rates: readonly RateInput[], note: (entry: Note) => void): Promise<number> {
  const held = await tx.exchangeRate.findMany({
    where: {
      currency: { in: [...new Set(rates.map(({ currency }) => currency))] },
      on: { in: rates.map(({ on }) => columnOfDay(on)) },
    },
  });
  const keyOf = (currency: string, on: string): string => `${currency} ${on}`;
  const before = new Map(held.map((row) => [keyOf(row.currency, dayOfColumn(row.on)), row]));
  const fresh = new Map<string, object>();
  let changed = 0;
  for (const { currency, on, vndPerUnit, source, verified } of rates) {
    const key = keyOf(currency, on);
    const old = before.get(key);
    const data = { vndPerUnit, source, verified };
    const same = old && old.vndPerUnit.toNumber() === vndPerUnit && old.source === source && old.verified === verified;
    if (same) continue;
    if (old) await tx.exchangeRate.update({ where: { currency_on: { currency, on: columnOfDay(on) } }, data });
    else fresh.set(key, { currency, on, ...data });
    note({
      event: "rates.changed",
      subjectType: "rate",
      subjectId: key,
      quiet: changed > 0,
      ...(old && { before: { vndPerUnit: old.vndPerUnit.toNumber(), source: old.source, verified: old.verified } }),
      after: data,
    });
    changed += 1;
  }
  await insertRows(tx, "ExchangeRate", [...fresh.values()]);
  return changed;
}
