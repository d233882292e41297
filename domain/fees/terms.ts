// An order's terms in the measures the law uses: a month of basic wage, what the foreign side pays in all.
import { convert, type Rates } from "./conversion";
import type { FeeLine, FeeTerms } from "./schema";
import { lineTotal, withMonths } from "./totals";

/** The rates a caller gave; none at all is an empty list. */
export const ratesOf = (terms: Pick<FeeTerms, "rates">): Rates => terms.rates ?? none;
const none: Rates = new Map();

/** One month of basic wage; hourly pay needs weekly hours (52 weeks over 12 months). Rounded down: a ceiling never gains. */
export function monthlyBasic(terms: Pick<FeeTerms, "basicMinor" | "payPeriod" | "hoursPerWeek">): bigint | null {
  const { basicMinor, payPeriod, hoursPerWeek } = terms;
  if (basicMinor === null) return null;
  if (payPeriod === "month") return basicMinor;
  if (payPeriod === "year") return basicMinor / 12n;
  if (payPeriod !== "hour" || hoursPerWeek == null || hoursPerWeek <= 0) return null;
  return (basicMinor * BigInt(Math.round(hoursPerWeek * 10)) * 52n) / 120n;
}

/** Towards the service fee, in the contract's currency: as stated, else from the sheet's own lines. */
export function foreignPaid(terms: FeeTerms, lines: readonly FeeLine[]): bigint {
  if (terms.foreignPaidMinor != null) return terms.foreignPaidMinor;
  let paid = 0n;
  for (const line of lines) {
    const counts =
      line.code === "service_fee_paid_by_foreign_side" ||
      (line.code === "service_fee" && (line.payer === "employer" || line.payer === "foreign_side"));
    const total = counts ? lineTotal(withMonths(line, terms.contractMonths)) : null;
    const here = total && convert(total, terms.currency, ratesOf(terms));
    if (here) paid += here.minor;
  }
  return paid;
}
