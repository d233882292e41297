// A cost sheet with everything the page says of each line, and totals that are the sums of the lines shown.
import {
  type Ceiling,
  type FeeFinding,
  feeComponentOf,
  feeSheetFindings,
  lineInDong,
  lineTotal,
  orderDepositCeiling,
  orderServiceFeeCeiling,
  sheetTotals,
} from "@/domain/fees/rules";
import type { FeeLine, FeeSum, FeeTerms, FeeTotals, Payer, Rates } from "@/domain/fees/schema";
import type { Day } from "@/domain/kernel/calendar";
import { type Money, inDong } from "@/domain/kernel/money";

export type LineView = FeeLine & {
  /** All months of it, in its own currency. */
  total: Money | null;
  dong: bigint | null;
  ceiling: Ceiling | null;
  /** The most the worker may be asked on this line, in đồng. */
  ceilingDong: bigint | null;
  findings: FeeFinding[];
};
export type SheetView = {
  lines: LineView[];
  /** In đồng, from the amounts stored with the order: they add up to what the lists show. */
  totals: FeeTotals;
  serviceFee: Ceiling;
  deposit: Ceiling;
  ceilingDong: bigint | null;
};

/** The line as one amount in đồng, so that adding lines adds exactly what the reader sees. */
const inDongOnly = (line: FeeLine, dong: bigint | null): FeeLine => ({
  ...line,
  amountMinor: dong,
  currency: "VND",
  months: 1,
});

function limitInDong(ceiling: Ceiling, rates: Rates): bigint | null {
  if (ceiling.verdict === "zero" || ceiling.verdict === "prohibited") return 0n;
  if (ceiling.workerMax === null || !ceiling.currency) return null;
  const rate = rates.get(ceiling.currency) ?? null;
  return inDong({ minor: ceiling.workerMax, currency: ceiling.currency }, rate);
}

export function sheetView(fees: readonly FeeLine[], terms: FeeTerms, rates: Rates, day: Day): SheetView {
  const full = { ...terms, rates };
  const serviceFee = orderServiceFeeCeiling(full, fees, day);
  const deposit = orderDepositCeiling(full, fees, day);
  const findings = fees.length === 0 ? [] : feeSheetFindings(fees, full, day);
  const ceilingOf = (line: FeeLine): Ceiling | null =>
    line.payer !== "worker"
      ? null
      : line.code === "service_fee"
        ? serviceFee
        : line.code === "worker_deposit"
          ? deposit
          : null;
  const lines = fees.map((line): LineView => {
    const ceiling = ceilingOf(line);
    return {
      ...line,
      total: lineTotal(line),
      dong: line.amountVnd === undefined ? lineInDong(line, rates) : line.amountVnd,
      ceiling,
      ceilingDong: ceiling && limitInDong(ceiling, rates),
      findings: findings.filter(({ position }) => position === line.position),
    };
  });
  const dongLines = lines.map((line) => inDongOnly(line, line.dong));
  return {
    lines,
    totals: sheetTotals(dongLines, new Map()),
    serviceFee,
    deposit,
    ceilingDong: limitInDong(serviceFee, rates),
  };
}

/** What the worker pays before leaving, the deposit apart: the lines behind the order's own cost. */
export const isBeforeLeaving = (line: FeeLine): boolean =>
  line.payer === "worker" && line.code !== "worker_deposit" && line.code !== "guarantee" && !isAbroad(line);
const isAbroad = (line: FeeLine): boolean =>
  line.due === "monthly_abroad" || line.due === "at_return" || feeComponentOf(line.code)?.legalClass === "deduction";

/** Lines under the heading that their sum stands under; a guarantee is a promise, so it has no sum. */
export type SheetGroup = {
  key: "beforeLeaving" | "deposit" | "abroad" | "guarantee" | Payer;
  lines: LineView[];
  sum: FeeSum | null;
};

export function sheetGroups({ lines, totals }: SheetView): SheetGroup[] {
  const money = lines.filter((line) => line.code !== "guarantee");
  const own = money.filter((line) => line.payer === "worker");
  const others = [...totals.byPayer].filter(([payer]) => payer !== "worker");
  const groups: SheetGroup[] = [
    { key: "beforeLeaving", lines: own.filter(isBeforeLeaving), sum: totals.worker.beforeLeaving },
    { key: "deposit", lines: own.filter((line) => line.code === "worker_deposit"), sum: totals.worker.deposit },
    {
      key: "abroad",
      lines: own.filter((line) => line.code !== "worker_deposit" && isAbroad(line)),
      sum: totals.worker.abroad,
    },
    ...others.map(([payer, sum]) => ({ key: payer, lines: money.filter((line) => line.payer === payer), sum })),
    { key: "guarantee", lines: lines.filter((line) => line.code === "guarantee"), sum: null },
  ];
  return groups.filter((group) => group.lines.length > 0);
}
