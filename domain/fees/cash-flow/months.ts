// Month by month from before leaving to the end of the contract: what goes out, what comes in, and when she is even.
import type { LoanSchedule } from "@/domain/support/schema";
import type { FeeLine } from "../schema";
import { placeOf } from "../totals";
import { exactly, lessCost, plus, zero, type Exchange } from "./exchange";
import { costsOf, incomeOf } from "./monthly";
import type { CashFlow, CashLine, DongRange, MonthlyPart, MonthPosition } from "./shape";

export type Streams = {
  contractMonths: number | null;
  lines: readonly CashLine[];
  /** Parts of every month of the contract. */
  parts: readonly MonthlyPart[];
  /** Lines of the sheet due each month, for their own number of months. */
  monthly: readonly FeeLine[];
  allowances: DongRange;
  loans: readonly LoanSchedule[];
};

/** Hers: earned or spent. Bank: put into the bank or owed to it, which makes her neither richer nor poorer. */
type Moves = { in: DongRange; out: DongRange };
type Ledger = { hers: Moves; bank: Moves };
const nothing: Moves = { in: zero, out: zero };
/** A cost nobody knows is at least nothing. */
const costs = (a: DongRange, b: DongRange): DongRange => ({
  low: (a.low ?? 0n) + (b.low ?? 0n),
  high: plus(a, b).high,
});

/** If no contract length is known, break-even is looked for this far and the positions end with departure. */
const farthest = 60;

class Ledgers {
  private readonly months = new Map<number, Ledger>();
  at = (month: number): Ledger => this.months.get(month) ?? { hers: nothing, bank: nothing };
  first = (): number => Math.min(0, ...this.months.keys());
  private put(month: number, whose: keyof Ledger, way: keyof Moves, dong: DongRange): void {
    const ledger = this.at(month);
    const moves = ledger[whose];
    const sum = way === "in" ? plus(moves.in, dong) : costs(moves.out, dong);
    this.months.set(month, { ...ledger, [whose]: { ...moves, [way]: sum } });
  }
  spend = (month: number, dong: DongRange): void => this.put(month, "hers", "out", dong);
  earn = (month: number, dong: DongRange): void => this.put(month, "hers", "in", dong);
  toBank = (month: number, dong: DongRange): void => this.put(month, "bank", "out", dong);
  fromBank = (month: number, dong: DongRange): void => this.put(month, "bank", "in", dong);
}

function enterLines(ledgers: Ledgers, { lines, contractMonths }: Streams): void {
  for (const line of lines) {
    const place = placeOf({ code: line.code, due: line.when.due });
    const dong = exactly(line.workerDong);
    // What falls due somewhere before leaving is counted in the month of departure, the last in which it can.
    if (place === "before") ledgers.spend(line.when.month ?? 0, dong);
    if (place === "deposit") {
      ledgers.toBank(Math.min(0, line.when.month ?? 0), dong);
      if (line.comesBack?.month != null) ledgers.fromBank(line.comesBack.month, dong);
    }
    if (place !== "abroad" || line.when.due === "monthly_abroad") continue;
    // Without a stated end, at some time: by the best reading after all that is looked at.
    const openEnd = line.when.due === "at_return" && contractMonths === null;
    const month = line.when.due === "at_return" ? (contractMonths ?? 1) : 1;
    ledgers.spend(month, openEnd ? { low: 0n, high: dong.high } : dong);
  }
}

function enterLoan(ledgers: Ledgers, { principalDong, instalments }: LoanSchedule): void {
  ledgers.fromBank(0, exactly(principalDong));
  if (!instalments) {
    // Without a rate neither the interest nor the instalments are known.
    ledgers.toBank(1, { low: 0n, high: null });
    ledgers.spend(1, { low: 0n, high: null });
    return;
  }
  for (const { month, principalDong: part, interestDong } of instalments) {
    ledgers.toBank(month, exactly(part));
    ledgers.spend(month, exactly(interestDong));
  }
}

function enterMonths(ledgers: Ledgers, { parts, monthly }: Streams, last: number, exchange: Exchange): void {
  const [income, cost] = [incomeOf(parts), costsOf(parts)];
  for (let month = 1; month <= last; month++) {
    ledgers.earn(month, income);
    ledgers.spend(month, cost);
    for (const { amountMinor, currency, months } of monthly)
      if (month <= (months ?? last))
        ledgers.spend(month, exactly(amountMinor === null ? null : exchange.dong({ minor: amountMinor, currency })));
  }
}

export function positionsOf(streams: Streams, exchange: Exchange): MonthPosition[] {
  const ledgers = new Ledgers();
  const last = streams.contractMonths ?? farthest;
  enterLines(ledgers, streams);
  ledgers.earn(0, { low: streams.allowances.low ?? 0n, high: streams.allowances.high });
  for (const loan of streams.loans) enterLoan(ledgers, loan);
  enterMonths(ledgers, streams, last, exchange);

  const positions: MonthPosition[] = [];
  let [cumulative, net] = [zero, zero];
  for (let month = ledgers.first(); month <= last + 1; month++) {
    const { hers, bank } = ledgers.at(month);
    net = lessCost(plus(net, hers.in), hers.out);
    const inDong = plus(hers.in, bank.in);
    const outDong = costs(hers.out, bank.out);
    cumulative = lessCost(plus(cumulative, inDong), outDong);
    positions.push({ month, outDong, inDong, cumulativeDong: cumulative, netDong: net });
  }
  return positions;
}

/** The first month with nothing owed, by the best and by the most cautious reading. */
export function breakEvenOf(positions: readonly MonthPosition[], contractMonths: number | null): CashFlow["breakEven"] {
  const within = positions.filter(({ month }) => month >= 0 && month <= (contractMonths ?? farthest));
  const firstAt = (end: keyof DongRange) => within.find(({ netDong }) => (netDong[end] ?? -1n) >= 0n)?.month ?? null;
  const opens = (end: keyof DongRange) => within.findIndex(({ netDong }) => netDong[end] === null);
  // "Not before" can only be said while every month until then has a best reading.
  const found = firstAt("high");
  const open = opens("high");
  const earliest = found !== null && open !== -1 && (within[open]?.month ?? 0) <= found ? null : found;
  const latest = firstAt("low");
  if (earliest !== null && latest !== null) return { earliest, latest, reason: "known" };
  const unknown = opens(earliest === null ? "high" : "low") !== -1 || contractMonths === null;
  return { earliest, latest, reason: unknown ? "unknown" : "never_within_contract" };
}
