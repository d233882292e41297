// What a cost sheet comes to: per payer, per currency and in đồng; a total with an unknown line is not a total but "at least".
import { inDong, type Money } from "@/domain/kernel/money";
import type { Rates } from "./conversion";
import { feeComponentOf } from "./reference";
import type { FeeLine, FeeSum, FeeTotals } from "./schema";

/** The whole of a line: each month's amount times its months; null when either is unknown. */
export function lineTotal(line: FeeLine): Money | null {
  const times = line.months ?? (line.due === "monthly_abroad" ? null : 1);
  return line.amountMinor === null || times === null
    ? null
    : { minor: line.amountMinor * BigInt(times), currency: line.currency };
}

export function lineInDong(line: FeeLine, rates: Rates): bigint | null {
  const total = lineTotal(line);
  return total && inDong(total, rates.get(total.currency) ?? null);
}

/** A line due each month abroad without a number of months is due for the whole contract. */
export const withMonths = (line: FeeLine, contractMonths: number | null): FeeLine =>
  line.months === null && line.due === "monthly_abroad" ? { ...line, months: contractMonths } : line;

/** Where a line belongs: paid before leaving, abroad, held as a deposit; a guarantee is a promise, not a payment. */
export function placeOf({ code, due }: Pick<FeeLine, "code" | "due">): "before" | "abroad" | "deposit" | "promise" {
  if (code === "guarantee") return "promise";
  if (code === "worker_deposit") return "deposit";
  const abroad = due === "monthly_abroad" || due === "at_return" || feeComponentOf(code)?.legalClass === "deduction";
  return abroad ? "abroad" : "before";
}

/** Adds rounded lines, so that the total is the sum of what the reader sees. */
function sumOf(lines: readonly FeeLine[], rates: Rates): FeeSum {
  const byCurrency = new Map<string, bigint>();
  const unknown: number[] = [];
  let atLeastDong = 0n;
  for (const line of lines) {
    const total = lineTotal(line);
    const dong = lineInDong(line, rates);
    if (total) byCurrency.set(total.currency, (byCurrency.get(total.currency) ?? 0n) + total.minor);
    if (dong === null) unknown.push(line.position);
    else atLeastDong += dong;
  }
  const amounts = [...byCurrency].map(([currency, minor]) => ({ minor, currency }));
  return { dong: unknown.length > 0 ? null : atLeastDong, atLeastDong, amounts, unknown };
}

export function sheetTotals(lines: readonly FeeLine[], rates: Rates): FeeTotals {
  const money = lines.filter((line) => placeOf(line) !== "promise");
  const worker = money.filter((line) => line.payer === "worker");
  const payers = [...new Set(money.map((line) => line.payer))];
  const at = (place: ReturnType<typeof placeOf>) =>
    sumOf(
      worker.filter((line) => placeOf(line) === place),
      rates,
    );
  const [beforeLeaving, deposit] = [at("before"), at("deposit")];
  return {
    byPayer: new Map(
      payers.map((payer) => [
        payer,
        sumOf(
          money.filter((line) => line.payer === payer),
          rates,
        ),
      ]),
    ),
    worker: { beforeLeaving, deposit, abroad: at("abroad") },
    workerBeforeLeavingVnd: beforeLeaving.dong,
    depositVnd: deposit.dong,
  };
}
