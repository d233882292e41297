// Amounts in another currency, exactly and downwards, so that a converted limit never exceeds the limit itself.
import { minorPlaces, type Money, type Rate } from "@/domain/kernel/money";

/** Dated rates by currency; đồng needs none. */
export type Rates = ReadonlyMap<string, Rate>;

/** Millionths of a đồng for one unit; null when nobody gave a rate. */
function micros(currency: string, rates: Rates): bigint | null {
  if (currency === "VND") return 1_000_000n;
  const rate = rates.get(currency);
  return rate && rate.vndPerUnit > 0 ? BigInt(Math.round(rate.vndPerUnit * 1e6)) || null : null;
}

export function convert(money: Money, to: string, rates: Rates): Money | null {
  if (money.currency === to) return money;
  const from = micros(money.currency, rates);
  const into = micros(to, rates);
  if (!from || !into) return null;
  const scale = (currency: string) => 10n ** BigInt(minorPlaces(currency));
  return { currency: to, minor: (money.minor * from * scale(to)) / (scale(money.currency) * into) };
}

/** Thousandths of a number the law prints with few decimals (0.7 → 700), so that products stay whole. */
export const thousandths = (value: number): bigint => BigInt(Math.round(value * 1000));
