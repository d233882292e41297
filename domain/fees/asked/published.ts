// What was asked beside what the order publishes, component by component.
import type { Money } from "@/domain/kernel/money";
import { convert, type Rates } from "../conversion";
import type { FeeLine } from "../schema";
import { lineTotal } from "../totals";
import { type AskedVerdict, wholeOf } from "./verdicts";

/** not_published: the order names no such line for the worker. unknown: no amount, or no rate to compare. */
export type AgainstPublished = {
  state: "same_or_less" | "more" | "not_published" | "unknown";
  published: Money | null;
  /** Above what is published, in the published currency. */
  more: Money | null;
};

const sumIn = (amounts: readonly (Money | null)[], currency: string, rates: Rates): Money | null => {
  let minor = 0n;
  for (const amount of amounts) {
    const here = amount && convert(amount, currency, rates);
    if (!here) return null;
    minor += here.minor;
  }
  return { minor, currency };
};

/** Lines of one component are compared together: asking for a published fee in two parts changes nothing. */
export function againstPublished(
  verdicts: readonly AskedVerdict[],
  sheet: readonly FeeLine[],
  rates: Rates,
  contractMonths: number | null,
): Map<number, AgainstPublished> {
  const answer = new Map<number, AgainstPublished>();
  for (const one of verdicts) {
    const lines = sheet.filter((line) => line.code === one.code && line.payer === "worker");
    const [first] = lines;
    if (!first || one.code === "other") {
      answer.set(one.position, { state: "not_published", published: null, more: null });
      continue;
    }
    const months = (line: FeeLine) => line.months ?? (line.due === "monthly_abroad" ? contractMonths : 1);
    const published = sumIn(
      lines.map((line) => lineTotal({ ...line, months: months(line) })),
      first.currency,
      rates,
    );
    const asked = sumIn(
      verdicts.filter(({ code }) => code === one.code).map((same) => wholeOf(same.asked, same.times)),
      first.currency,
      rates,
    );
    if (!published || !asked) answer.set(one.position, { state: "unknown", published, more: null });
    else {
      const over = asked.minor - published.minor;
      // Below a thousandth it is the rate, not the agency.
      const state = over * 1000n > published.minor ? "more" : "same_or_less";
      answer.set(one.position, {
        state,
        published,
        more: state === "more" ? { minor: over, currency: first.currency } : null,
      });
    }
  }
  return answer;
}
