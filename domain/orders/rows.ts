// From an order as handed in to the row that is stored: money in đồng, figures, search words.
import { type FeeLine, type FeeTotals } from "@/domain/fees/schema";
import { marketOf, occupationOf, programmeOf } from "@/domain/kernel/catalogue";
import type { Day } from "@/domain/kernel/calendar";
import { type Rate, inDong } from "@/domain/kernel/money";
import { fold } from "@/domain/kernel/text";
import { figuresOf, netPerMonth } from "./figures";
import type { OrderTerms } from "./schema";

/** Folded words by which Postgres finds an order when the engine is away. */
export const searchWords = (order: Pick<OrderTerms, "title" | "market" | "programme" | "occupation" | "region" | "senderName">): string =>
  fold(
    [
      order.title,
      occupationOf(order.occupation)?.nameVi,
      ...(occupationOf(order.occupation)?.synonyms ?? []),
      marketOf(order.market)?.shortVi,
      marketOf(order.market)?.nameEn,
      programmeOf(order.programme)?.nameVi,
      order.region,
      order.senderName,
    ].join(" "),
  );

const depositCode = "worker_deposit";

/** Đồng of each line at the order's rate; a line in another currency keeps null unless its own rate is known. */
export const linesInDong = (lines: readonly FeeLine[], rates: ReadonlyMap<string, Rate>): FeeLine[] =>
  lines.map((line) => ({
    ...line,
    amountVnd: line.amountMinor === null ? null : inDong({ minor: line.amountMinor, currency: line.currency }, rates.get(line.currency) ?? null),
  }));

export type Derived = {
  id: string;
  reference: string;
  now: Date;
  day: Day;
  rate: Rate | null;
  totals: FeeTotals;
  lines: readonly FeeLine[];
  groupKey: string;
  status: string;
  blockedBy: readonly string[];
  warnedOf: readonly string[];
};

/** Every column of JobOrder, ready for insertRows. */
export function rowOf(terms: OrderTerms, derived: Derived): Record<string, unknown> {
  const { fees: _fees, ...columns } = terms;
  const programme = programmeOf(terms.programme);
  const deposits = derived.lines.filter((line) => line.code === depositCode);
  const costVnd = derived.lines.length === 0 ? null : derived.totals.workerBeforeLeavingVnd;
  const depositVnd = derived.lines.length === 0 ? null : deposits.reduce<bigint | null>(addKnown, 0n);
  const figures = figuresOf(terms, costVnd, terms.contractMonths, derived.rate);
  return {
    ...columns,
    ...figures,
    costVnd,
    depositVnd,
    id: derived.id,
    reference: derived.reference,
    status: derived.status,
    closedReason: null,
    isco: occupationOf(terms.occupation)?.isco08 ?? null,
    // What the page shows as kept per month: as stated, or as computed from the stated deductions.
    netMinor: netPerMonth(terms),
    moreLanguages: null,
    rateVndPerUnit: derived.rate?.vndPerUnit ?? null,
    rateOn: derived.rate?.on ?? null,
    rateSource: derived.rate?.source ?? null,
    publishedAt: derived.status === "published" ? derived.now.toISOString() : null,
    updatedAt: derived.now.toISOString(),
    version: 1,
    requiredApprovals: terms.senderType === "service_enterprise" ? (programme?.approvals ?? []) : [],
    blockedBy: derived.blockedBy,
    warnedOf: derived.warnedOf,
    evaluatedOn: derived.day,
    groupKey: derived.groupKey,
    groupHead: true,
    search: searchWords(terms),
  };
}

const addKnown = (total: bigint | null, line: FeeLine): bigint | null =>
  total === null || line.amountVnd === null || line.amountVnd === undefined ? null : total + line.amountVnd;
