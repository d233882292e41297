// Money as whole minor units of one currency; nothing here converts without a dated rate.

/** Decimal places of the minor unit (ISO 4217); currencies not listed have two. */
const places: Record<string, number> = { VND: 0, JPY: 0, KRW: 0, KWD: 3 };

export type Money = { minor: bigint; currency: string };
/** A dated rate: how many đồng one unit (not one minor unit) of `currency` was worth on a day, and who said so. */
export type Rate = { currency: string; on: string; vndPerUnit: number; source: string };

export const minorPlaces = (currency: string): number => places[currency] ?? 2;
/** From units as printed (2500.50 EUR) to minor units, rounded half up. */
export const moneyOf = (units: number, currency: string): Money => ({
  minor: BigInt(Math.round(units * 10 ** minorPlaces(currency))),
  currency,
});
export const unitsOf = (money: Money): number => Number(money.minor) / 10 ** minorPlaces(money.currency);

/** Adds amounts of one currency; mixing currencies is an error of the caller, never silently converted. */
export function sum(amounts: readonly Money[], currency: string): Money {
  return {
    currency,
    minor: amounts.reduce((total, amount) => {
      if (amount.currency !== currency) throw new TypeError(`cannot add ${amount.currency} to ${currency}`);
      return total + amount.minor;
    }, 0n),
  };
}

/** In whole đồng at a dated rate, rounded to the nearest đồng; a rate of another currency is refused. */
export function inDong(money: Money, rate: Rate | null): bigint | null {
  if (money.currency === "VND") return money.minor;
  if (!rate) return null;
  if (rate.currency !== money.currency) throw new TypeError(`rate of ${rate.currency} for ${money.currency}`);
  return BigInt(Math.round(unitsOf(money) * rate.vndPerUnit));
}
