// What the lines asked of a worker come to in đồng: what need not be paid, what is capped, what is paid at cost.
import { inDong, type Money } from "@/domain/kernel/money";
import type { Rates } from "../conversion";
import { type AskedVerdict, wholeOf } from "./verdicts";

/** A sum in đồng; not `complete` when a part could not be added. */
export type DongSum = { dong: bigint; complete: boolean };
export type AskedSums = {
  asked: DongSum;
  /** Never allowed, or above a ceiling. */
  notOwed: DongSum;
  /** The most all capped components named here may come to together; null: a ceiling is not known. */
  cappedMost: bigint | null;
  /** Lines without a ceiling, as asked. */
  atCost: DongSum;
  /** cappedMost and what is at cost; null as soon as one line cannot be judged. */
  wholeMost: bigint | null;
};

const dongOf = (money: Money | null, rates: Rates): bigint | null =>
  money && inDong(money, rates.get(money.currency) ?? null);

function add(amounts: readonly (Money | null)[], rates: Rates): DongSum {
  const dong = amounts.map((money) => dongOf(money, rates));
  return {
    dong: dong.reduce((total: bigint, one) => total + (one ?? 0n), 0n),
    complete: dong.every((one) => one !== null),
  };
}

/** Never allowed: all of it; above the ceiling: the excess. */
function notOwed({ verdict, asked, excess, times, limit }: AskedVerdict): Money | null | undefined {
  if (verdict === "never_allowed") return wholeOf(asked, times);
  if (verdict !== "above_ceiling") return undefined;
  return limit?.monthly ? wholeOf(excess, times) : excess;
}

const isCapped = ({ limit, verdict }: AskedVerdict): boolean =>
  limit?.ceiling != null && verdict !== "never_allowed" && limit.ceiling.verdict !== "as_agreed";

export function askedSums(verdicts: readonly AskedVerdict[], rates: Rates): AskedSums {
  const once = new Map(verdicts.filter(isCapped).map((one) => [one.code, one.limit?.most ?? null]));
  const capped = add([...once.values()], rates);
  const atCost = add(
    verdicts.filter(({ verdict }) => verdict === "at_cost").map(({ asked, times }) => wholeOf(asked, times)),
    rates,
  );
  const open = verdicts.some((one) => one.verdict === "not_enough_known" && !isCapped(one));
  const host = verdicts.some((one) => !isCapped(one) && one.limit !== null && one.verdict !== "never_allowed");
  const wrong = verdicts.some(
    (one) => one.limit === null && (one.verdict === "wrong_hands" || one.verdict === "too_early"),
  );
  const cappedMost = once.size > 0 && capped.complete ? capped.dong : null;
  const judgedAll = !open && !host && !wrong && atCost.complete && (once.size === 0 || capped.complete);
  return {
    // A guarantee is a promise: without an amount nothing was asked.
    asked: add(
      verdicts
        .filter(({ code, asked }) => code !== "guarantee" || asked !== null)
        .map(({ asked, times }) => wholeOf(asked, times)),
      rates,
    ),
    notOwed: add(
      verdicts.flatMap((one) => {
        const part = notOwed(one);
        return part === undefined ? [] : [part];
      }),
      rates,
    ),
    cappedMost,
    atCost,
    wholeMost: judgedAll ? (cappedMost ?? 0n) + atCost.dong : null,
  };
}
