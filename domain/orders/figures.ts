// What follows from an order's own lines: kept per month, paid before leaving, months to break even. Null where a line is unknown.
import { type Rate, inDong } from "@/domain/kernel/money";
import type { PayItem } from "./schema";

type Paid = {
  currency: string;
  payPeriod: string;
  hoursPerWeek: number | null;
  basicMinor: bigint | null;
  grossMinor: bigint | null;
  netMinor: bigint | null;
  deductions: readonly PayItem[] | null;
  board: string;
  boardMinor: bigint | null;
  lodging: string;
  lodgingMinor: bigint | null;
};

const weeksPerMonth = 52 / 12;

/** An amount per month: a year's is divided by 12, an hour's needs the hours of a week; null where they are unknown. */
export function perMonth(minor: bigint | null, period: string, hoursPerWeek: number | null): bigint | null {
  if (minor === null) return null;
  if (period === "month") return minor;
  if (period === "year") return BigInt(Math.round(Number(minor) / 12));
  return hoursPerWeek === null ? null : BigInt(Math.round(Number(minor) * hoursPerWeek * weeksPerMonth));
}

/** One deduction per month; a share is of the basic wage. Null when the source names it without an amount. */
export function deductionMinor(item: PayItem, basic: bigint | null): bigint | null {
  if (item.minor !== undefined) return item.minor;
  if (item.percent !== undefined && basic !== null) return BigInt(Math.round((Number(basic) * item.percent) / 100));
  return null;
}

/**
 * Expected per month after the usual deductions and after board and lodging where they are taken from the wage: as stated, else from the
 * basic wage. Overtime is never assumed. Null as soon as one deduction has no amount.
 */
export function netPerMonth(pay: Paid): bigint | null {
  if (pay.netMinor !== null) return pay.netMinor; // always stated per month
  const basic = perMonth(pay.basicMinor ?? pay.grossMinor, pay.payPeriod, pay.hoursPerWeek);
  if (basic === null || pay.deductions === null) return null;
  const taken = [
    ...pay.deductions.map((item) => deductionMinor(item, basic)),
    pay.board === "deducted" ? pay.boardMinor : 0n,
    pay.lodging === "deducted" ? pay.lodgingMinor : 0n,
  ];
  let net = basic;
  for (const amount of taken) {
    if (amount === null) return null;
    net -= amount;
  }
  return net > 0n ? net : 0n;
}

export type Figures = {
  basicVnd: bigint | null;
  netVnd: bigint | null;
  payAfterCostVnd: bigint | null;
  breakEvenMonths: number | null;
};

/**
 * In đồng at one dated rate. `costVnd` is what the worker pays before leaving, deposit apart (it comes back). Break-even is the first month
 * in which what was kept reaches what was paid: a lower bound, since food and rent paid privately are not known here.
 */
export function figuresOf(
  pay: Paid,
  costVnd: bigint | null,
  contractMonths: number | null,
  rate: Rate | null,
): Figures {
  const dong = (minor: bigint | null) => (minor === null ? null : inDong({ minor, currency: pay.currency }, rate));
  const basicVnd = dong(perMonth(pay.basicMinor, pay.payPeriod, pay.hoursPerWeek));
  const netVnd = dong(netPerMonth(pay));
  const known = netVnd !== null && costVnd !== null;
  return {
    basicVnd,
    netVnd,
    payAfterCostVnd: known && contractMonths ? netVnd - costVnd / BigInt(contractMonths) : null,
    breakEvenMonths: !known || netVnd === 0n ? null : Math.min(999, Number((costVnd + netVnd - 1n) / netVnd)),
  };
}
