// What the pages of a cash-flow say, taken out of it: groups with their sums, what comes back, who pays what. Nothing is computed anew.
import type { CashFlow, CashLine, DongRange } from "@/domain/fees/cash-flow/shape";
import { placeOf } from "@/domain/fees/rules";
import type { Payer } from "@/domain/fees/schema";
import type { Day } from "@/domain/kernel/calendar";

export type LineGroup = {
  key: "beforeLeaving" | "deposit" | "abroad" | "guarantee" | Exclude<Payer, "worker">;
  lines: readonly CashLine[];
  /** Null: a line is unknown; then `atLeast` adds what is known. */
  dong: bigint | null;
  atLeast: bigint;
};

const places = { before: "beforeLeaving", abroad: "abroad", deposit: "deposit", promise: "guarantee" } as const;
export function groupOf(line: CashLine): LineGroup["key"] {
  const place = placeOf({ code: line.code, due: line.when.due });
  return line.payer === "worker" || place === "promise" ? places[place] : line.payer;
}

/** The payment of a line by whoever pays it; a worker's line less what the state adds. */
export const paidDong = (line: CashLine): bigint | null => (line.payer === "worker" ? line.workerDong : line.dong);
export const grantedDong = (line: CashLine): bigint => line.granted.reduce((sum, { dong }) => sum + dong, 0n);

const keys = [
  "beforeLeaving",
  "deposit",
  "abroad",
  "agency",
  "employer",
  "foreign_side",
  "state",
  "guarantee",
] as const satisfies readonly LineGroup["key"][];

/** Lines under the heading their sum stands under, in the order a person asks. */
export function lineGroups({ lines }: Pick<CashFlow, "lines">): LineGroup[] {
  return keys.flatMap((key) => {
    const own = lines.filter((line) => groupOf(line) === key);
    if (own.length === 0) return [];
    const amounts = own.map(paidDong);
    const atLeast = amounts.reduce((sum: bigint, dong) => sum + (dong ?? 0n), 0n);
    return [{ key, lines: own, dong: amounts.includes(null) ? null : atLeast, atLeast }];
  });
}

/** The day of the rate a currency was turned into đồng by; đồng needs none. */
export const rateDay = (flow: Pick<CashFlow, "rates">, currency: string): Day | null =>
  (flow.rates.find((rate) => rate.currency === currency)?.on ?? null) as Day | null;

/** What she paid and may see again. */
export const comingBack = (flow: CashFlow): CashLine[] =>
  flow.lines.filter(
    (line) =>
      line.payer === "worker" &&
      line.workerDong !== 0n &&
      (line.comesBack !== null || line.refundable === "yes" || line.refundable === "conditional"),
  );

export const isKnown = ({ low, high }: DongRange): boolean => low !== null || high !== null;

/** The most she has to lay out of her own pocket at any moment, deposit and loan included, by the cautious reading. */
export function mostLaidOut(flow: Pick<CashFlow, "months">): bigint | null {
  const lows = flow.months.flatMap(({ cumulativeDong: { low, high } }) => low ?? high ?? []);
  const least = lows.reduce((a, b) => (b < a ? b : a), 0n);
  return least < 0n ? -least : null;
}
