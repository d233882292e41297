// From an order as handed in to the row that is stored: money in đồng, figures, search words.
import { lineInDong, sheetTotals } from "@/domain/fees/rules";
import type { FeeLine, Rates } from "@/domain/fees/schema";
import { marketOf, occupationOf, programmeOf } from "@/domain/kernel/catalogue";
import type { Day } from "@/domain/kernel/calendar";
import { foldName } from "@/domain/kernel/text";
import { figuresOf, netPerMonth } from "./figures";
import type { OrderTerms } from "./schema";

/** Names and synonyms are the same for all orders of one kind of work: folded once. */
const folded = new Map<string, string>();
function kindWords({ market, programme, occupation }: Pick<OrderTerms, "market" | "programme" | "occupation">): string {
  const key = `${market} ${programme} ${occupation}`;
  const known = folded.get(key);
  if (known !== undefined) return known;
  const work = occupationOf(occupation);
  const place = marketOf(market);
  const names = [
    work?.nameVi,
    ...(work?.synonyms ?? []),
    place?.shortVi,
    place?.nameEn,
    programmeOf(programme)?.nameVi,
  ];
  const words = foldName(names.join(" "));
  folded.set(key, words);
  return words;
}

/** Places and senders come back in order after order; what was folded once is kept, within bounds. */
const foldedNames = new Map<string, string>();
function foldedName(name: string): string {
  const known = foldedNames.get(name);
  if (known !== undefined) return known;
  if (foldedNames.size >= 5_000) foldedNames.clear();
  const made = foldName(name);
  foldedNames.set(name, made);
  return made;
}

/** Folded words, each between spaces, by which Postgres finds an order when the engine is away. */
export const searchWords = (
  order: Pick<OrderTerms, "title" | "market" | "programme" | "occupation" | "region" | "senderName">,
): string =>
  ` ${foldName(order.title)} ${kindWords(order)} ${foldedName(`${order.region ?? ""} ${order.senderName}`)} `;

/** Lines with what they come to in đồng; null where the amount or the rate is unknown. */
export const linesInDong = (lines: readonly FeeLine[], rates: Rates): FeeLine[] =>
  lines.map((line) => {
    const amountVnd = lineInDong(line, rates);
    const rate = amountVnd === null || line.currency === "VND" ? null : (rates.get(line.currency) ?? null);
    return { ...line, amountVnd, rateVndPerUnit: rate && rate.vndPerUnit, rateOn: rate && (rate.on as Day) };
  });

/** The figures of an order at dated rates, each stored with the day of its rate. `lines` are those of linesInDong. */
export function moneyColumns(
  terms: Parameters<typeof figuresOf>[0] & { contractMonths: number | null },
  lines: readonly FeeLine[],
  rates: Rates,
) {
  // No sheet is no knowledge, not a free order.
  const known = lines.length > 0;
  const totals = sheetTotals(lines, rates);
  const costVnd = known ? totals.workerBeforeLeavingVnd : null;
  const rate = rates.get(terms.currency) ?? null;
  const days = lines.filter(countsBeforeLeaving).flatMap((line) => line.rateOn ?? []);
  return {
    ...figuresOf(terms, costVnd, terms.contractMonths, rate),
    costVnd,
    depositVnd: known ? totals.depositVnd : null,
    costRateOn: days.toSorted()[0] ?? null,
    rateVndPerUnit: rate?.vndPerUnit ?? null,
    rateOn: (rate?.on as Day | undefined) ?? null,
    rateSource: rate?.source ?? null,
  };
}
const countsBeforeLeaving = ({ payer, due }: FeeLine): boolean =>
  payer === "worker" && due !== "monthly_abroad" && due !== "at_return";

export type Derived = {
  id: string;
  reference: string;
  now: Date;
  day: Day;
  rates: Rates;
  lines: readonly FeeLine[];
  groupKey: string;
  status: string;
  blockedBy: readonly string[];
  warnedOf: readonly string[];
};

/**
 * Every column of JobOrder, ready for insertRows; what is no column (the fees) is passed over there. Fields are set one by one on a copy:
 * joining objects of a hundred fields takes ten times as long.
 */
export function rowOf(terms: OrderTerms, derived: Derived): Record<string, unknown> {
  const row: Record<string, unknown> = { ...terms };
  const programme = programmeOf(terms.programme);
  Object.assign(row, moneyColumns(terms, derived.lines, derived.rates));
  row.id = derived.id;
  row.reference = derived.reference;
  row.status = derived.status;
  row.closedReason = null;
  row.isco = occupationOf(terms.occupation)?.isco08 ?? null;
  // What the page shows as kept per month: as stated, or as computed from the stated deductions.
  row.netMinor = netPerMonth(terms);
  row.moreLanguages = null;
  row.publishedAt = derived.status === "published" ? derived.now.toISOString() : null;
  row.updatedAt = derived.now.toISOString();
  row.version = 1;
  row.requiredApprovals = terms.senderType === "service_enterprise" ? (programme?.approvals ?? []) : [];
  row.blockedBy = derived.blockedBy;
  row.warnedOf = derived.warnedOf;
  row.evaluatedOn = derived.day;
  row.groupKey = derived.groupKey;
  row.groupHead = true;
  row.search = searchWords(terms);
  return row;
}
