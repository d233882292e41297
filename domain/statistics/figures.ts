import "server-only";
// Reads what orders ask, once for open orders and once for the year, and takes the middles here: the one place outside orders and fees that
// selects from their tables (docs/decisions/0014).
import { ceiling } from "@/domain/fees/rules";
import type { Day } from "@/domain/kernel/calendar";
import type { SenderType } from "@/domain/kernel/catalogue";
import { type Prisma, db } from "@/platform/db";
import { dotStep, fewest, monthsUntil, summaryOf } from "./rules";
import { type Dot, type GroupKey, type Measure, type Statistic, keptGroups, measures, monthlyGroups } from "./schema";

type Reader = Pick<Prisma.TransactionClient, "$queryRawUnsafe">;
type Keys = { [K in GroupKey]: string | null };
/** Orders alike in all that groups ask about; one value of each measure for each order, null where it is unknown. */
type Cell = Keys & { [M in Measure]: (number | null)[] } & {
  month: Day | null;
  senderType: SenderType;
  contractMonths: number | null;
  ids: string[];
  demo: number;
};
export type Figure = Omit<Statistic, "group"> & Keys;
export type Figures = { figures: Figure[]; orders: number; demo: number };

const columns = `o."id", o."market", o."programme", o."occupation", o."agencyId", o."senderType", o."contractMonths", o."demo",
  o."costVnd", o."depositVnd", o."netVnd", o."basicVnd"`;
/** Training before an order exists has no wage to compare with (L69 Art. 18). */
const isOffer = `o."kind" <> 'source_preparation'`;
/** Orders the public may see now, each group of near-copies once. */
const open = `SELECT ${columns}, NULL::date AS month FROM "JobOrder" o JOIN "PublicOrder" p ON p."id" = o."id" WHERE o."groupHead" AND ${isOffer}`;
/** Orders by the month they were published in, open or not; withdrawn ones and those against a rule of fees are no offers. */
const published = `SELECT DISTINCT ON (m.month, o."groupKey") ${columns}, m.month
  FROM "JobOrder" o CROSS JOIN LATERAL (SELECT date_trunc('month', o."publishedAt" AT TIME ZONE 'Asia/Ho_Chi_Minh')::date AS month) m
  WHERE o."status" IN ('published', 'paused', 'filled', 'closed') AND cardinality(o."blockedBy") = 0 AND ${isOffer}
    AND o."publishedAt" >= ($1::date::timestamp AT TIME ZONE 'Asia/Ho_Chi_Minh')
  ORDER BY m.month, o."groupKey", o."publishedAt" DESC, o."id" DESC`;

/** A sheet without a service fee asks for none; without any sheet nobody knows. */
const cells = (orders: string) => `WITH offer AS MATERIALIZED (${orders}), fee AS MATERIALIZED (
    SELECT f."orderId", sum(f."amountVnd") AS vnd, bool_or(f."amountVnd" IS NULL) AS unknown
    FROM "FeeComponent" f WHERE f."code" = 'service_fee' AND f."payer" = 'worker' GROUP BY f."orderId"),
  asking AS (
    SELECT offer.*, CASE WHEN fee.unknown OR (offer."costVnd" IS NULL AND offer."depositVnd" IS NULL) THEN NULL ELSE coalesce(fee.vnd, 0) END AS asked
    FROM offer LEFT JOIN fee ON fee."orderId" = offer."id")
  SELECT "market", "programme", "occupation", "agencyId", month::text AS month, "senderType"::text AS "senderType", "contractMonths",
    array_agg("costVnd"::float8) AS cost, array_agg("depositVnd"::float8) AS deposit, array_agg("netVnd"::float8) AS kept,
    array_agg(asked::float8) AS service_fee, array_agg(asked::float8 / nullif("basicVnd", 0)) AS service_fee_months,
    ${orders === open ? `array_agg("id"::text)` : `'{}'::text[]`} AS ids, (count(*) FILTER (WHERE "demo"))::int AS demo
  FROM asking GROUP BY "market", "programme", "occupation", "agencyId", month, "senderType", "contractMonths"`;

type Gathered = { keys: Keys; measure: Measure; month: Day | null; values: number[]; ceiling: Statistic["ceiling"] };

/** The months of wage that may be asked of the orders of a cell; null where nobody knows. */
function ceilingOf(
  { market, programme, occupation, senderType, contractMonths }: Cell,
  day: Day,
): Statistic["ceiling"] {
  const asked = { market: market ?? "", programme: programme ?? "", occupation, senderType, contractMonths };
  const months = ceiling(asked, day).ceilingMonths;
  return months === null ? null : { from: months, to: months };
}
const both = (a: Statistic["ceiling"], b: Statistic["ceiling"]): Statistic["ceiling"] =>
  a && b && { from: Math.min(a.from, b.from), to: Math.max(a.to, b.to) };

/** Puts each cell's values into every group it belongs to. */
function gather(found: readonly Cell[], groups: readonly (readonly GroupKey[])[], day: Day): Gathered[] {
  const gathered = new Map<string, Gathered>();
  for (const cell of found) {
    const most = cell.month === null ? ceilingOf(cell, day) : null;
    for (const group of groups) {
      // Orders of the state have no agency: they are in every group but that of an agency.
      if (group.some((key) => cell[key] === null)) continue;
      const keys: Keys = { market: null, programme: null, occupation: null, agencyId: null };
      for (const key of group) keys[key] = cell[key];
      const place = `${cell.month}|${keys.market}|${keys.programme}|${keys.occupation}|${keys.agencyId}`;
      for (const measure of measures) {
        const name = `${measure}|${place}`;
        const capped = measure === "service_fee_months" ? most : null;
        const known = gathered.get(name);
        const into = known ?? { keys, measure, month: cell.month, values: [], ceiling: capped };
        if (known) into.ceiling = both(into.ceiling, capped);
        else gathered.set(name, into);
        for (const value of cell[measure]) if (value !== null) into.values.push(value);
      }
    }
  }
  return [...gathered.values()];
}

/** Đồng are whole; months of wage have three decimals. */
const rounded = (measure: Measure, value: number): number =>
  measure === "service_fee_months" ? Math.round(value * 1_000) / 1_000 : Math.round(value);

function dotsOf(measure: Measure, values: readonly number[]): Dot[] {
  const step = dotStep[measure];
  const counts = new Map<number, number>();
  for (const value of values) {
    const place = Math.round(value / step);
    counts.set(place, (counts.get(place) ?? 0) + 1);
  }
  return [...counts]
    .sort(([a], [b]) => a - b)
    .map(([place, orders]) => [Math.round(place * step * 1_000) / 1_000, orders]);
}

function figuresOf(gathered: readonly Gathered[]): Figure[] {
  return gathered.flatMap(({ keys, measure, month, values, ceiling: most }): Figure[] => {
    const summary = summaryOf(values);
    if (!summary) return [];
    const { count, ...quartiles } = summary;
    for (const key of ["least", "lowerQuartile", "median", "upperQuartile", "most"] as const)
      quartiles[key] = rounded(measure, quartiles[key]);
    const dots = month === null ? dotsOf(measure, values) : [];
    return [{ ...keys, measure, month, count, ...quartiles, dots, ceiling: most, cheapest: [], dearest: [] }];
  });
}

/** The open orders of each market that ask least and most before leaving; of equal ones the newest. */
function nameEnds(figures: readonly Figure[], found: readonly Cell[]): void {
  const byMarket = new Map<string | null, { id: string; cost: number }[]>();
  for (const { market, ids, cost } of found) {
    const list = byMarket.get(market) ?? [];
    if (list.length === 0) byMarket.set(market, list);
    for (const [i, id] of ids.entries()) {
      const asked = cost[i];
      if (asked !== null && asked !== undefined) list.push({ id, cost: asked });
    }
  }
  for (const figure of figures) {
    if (figure.measure !== "cost" || !figure.market || figure.programme || figure.occupation || figure.agencyId)
      continue;
    const orders = (byMarket.get(figure.market) ?? []).sort((a, b) => a.cost - b.cost || (a.id < b.id ? 1 : -1));
    figure.cheapest = orders.slice(0, fewest).map(({ id }) => id);
    figure.dearest = orders
      .slice(-fewest)
      .reverse()
      .map(({ id }) => id);
  }
}

/** All figures of a day: open orders now, and those published in each of the last twelve months. */
export async function readFigures(day: Day, reader: Reader = db as unknown as Reader): Promise<Figures> {
  const current = await reader.$queryRawUnsafe<Cell[]>(cells(open));
  const past = await reader.$queryRawUnsafe<Cell[]>(cells(published), monthsUntil(day)[0]);
  const figures = figuresOf(gather(current, keptGroups, day));
  nameEnds(figures, current);
  return {
    figures: [...figures, ...figuresOf(gather(past, monthlyGroups, day))],
    orders: current.reduce((sum, { ids }) => sum + ids.length, 0),
    demo: current.reduce((sum, { demo }) => sum + demo, 0),
  };
}
