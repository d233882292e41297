// What follows from an order's own lines: kept per month, paid before leaving, months to break even. Null where a line is unknown.
import { netPerMonth, perMonth } from "@/domain/fees/rules";
import type { StatedPay } from "@/domain/fees/schema";
import { type Rate, inDong } from "@/domain/kernel/money";

export { deductionMinor, netPerMonth, perMonth } from "@/domain/fees/rules";

type Paid = StatedPay & { currency: string; hoursPerWeek: number | null };

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
