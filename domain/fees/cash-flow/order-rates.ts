// The rates an order's own amounts were made with stand before the newest ones, so that one order has one price on every page.
import type { Rate } from "@/domain/kernel/money";
import type { Rates } from "../conversion";
import type { FeeLine } from "../schema";

/** A line in another currency keeps the dated rate it was turned into đồng by; who said it is known only while it is the newest. */
function storedRates(lines: readonly FeeLine[], latest: Rates): Rate[] {
  return lines.flatMap(({ currency, rateVndPerUnit, rateOn }) => {
    if (rateVndPerUnit == null || !rateOn) return [];
    const newest = latest.get(currency);
    const same = newest?.on === rateOn && newest.vndPerUnit === rateVndPerUnit;
    return [same ? newest : { currency, vndPerUnit: rateVndPerUnit, on: rateOn, source: "" }];
  });
}

export function ratesOfOrder(lines: readonly FeeLine[], own: Rate | null, latest: Rates): Rates {
  const kept = [...storedRates(lines, latest), ...(own ? [own] : [])];
  return new Map([...latest, ...kept.map((rate) => [rate.currency, rate] as const)]);
}
