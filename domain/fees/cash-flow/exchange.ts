// Turns amounts into đồng and remembers every rate it used, so that a result can list them with their days.
import { inDong, type Money, type Rate } from "@/domain/kernel/money";
import type { Rates } from "../conversion";
import type { DongRange } from "./shape";

export type Exchange = {
  dong: (money: Money | null) => bigint | null;
  rateOf: (currency: string) => Rate | null;
  used: () => Rate[];
};

export function exchangeOf(rates: Rates): Exchange {
  const used = new Map<string, Rate>();
  const rateOf = (currency: string) => rates.get(currency) ?? null;
  return {
    rateOf,
    used: () => [...used.values()],
    dong(money) {
      if (!money) return null;
      const rate = rateOf(money.currency);
      if (rate && money.currency !== "VND") used.set(rate.currency, rate);
      return inDong(money, rate);
    },
  };
}

export const exactly = (dong: bigint | null): DongRange => ({ low: dong, high: dong });
const both = (a: bigint | null, b: bigint | null, join: (a: bigint, b: bigint) => bigint): bigint | null =>
  a === null || b === null ? null : join(a, b);
export const plus = (a: DongRange, b: DongRange): DongRange => ({
  low: both(a.low, b.low, (x, y) => x + y),
  high: both(a.high, b.high, (x, y) => x + y),
});
/** The best reading takes the least off, the worst the most. A cost nobody knows takes at least nothing off: the high end stays. */
export const lessCost = (a: DongRange, cost: DongRange): DongRange => ({
  low: both(a.low, cost.high, (x, y) => x - y),
  high: both(a.high, cost.low ?? 0n, (x, y) => x - y),
});
export const zero: DongRange = { low: 0n, high: 0n };
