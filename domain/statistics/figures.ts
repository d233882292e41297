import "server-only";
// Reads what orders ask, grouped, in a few statements whatever their number: the one place outside orders and fees that selects from their
// tables (docs/decisions/0014), because carrying a hundred thousand rows here to sort them would take longer than sorting them there.
import { ceiling } from "@/domain/fees/rules";
import type { Day } from "@/domain/kernel/calendar";
import type { SenderType } from "@/domain/kernel/catalogue";
import { type Prisma, db } from "@/platform/db";
import { dotStep, fewest, monthsUntil } from "./rules";
import { type Dot, type GroupKey, type Measure, keptGroups, monthlyGroups } from "./schema";

type Reader = Pick<Prisma.TransactionClient, "$queryRawUnsafe">;
type Keys = { [K in GroupKey]: string | null };
export type Figure = Keys & {
  measure: Measure;
  month: Day | null;
  count: number;
  quartiles: [least: number, lower: number, median: number, upper: number, most: number];
};
/** Lowest and highest, in months of wage. */
type Ceilings = readonly [from: number, to: number];
export type Figures = {
  figures: Figure[];
  dots: Map<string, Dot[]>;
  ceilings: Map<string, Ceilings | null>;
  extremes: Map<string, { cheapest: string[]; dearest: string[] }>;
  orders: number;
  demo: number;
};

const columns = `o."id", o."market", o."programme", o."occupation", o."agencyId", o."demo", o."senderType", o."contractMonths"`;
/** Training before an order exists has no wage to compare with (L69 Art. 18). */
const isOffer = `o."kind" <> 'source_preparation'`;
/** Orders the public may see now, each group of near-copies once. */
const open = `SELECT ${columns}, NULL::date AS month, o."costVnd", o."depositVnd", o."netVnd", o."basicVnd"
  FROM "JobOrder" o JOIN "PublicOrder" p ON p."id" = o."id" WHERE o."groupHead" AND ${isOffer}`;
/** Orders by the month they were published in, open or not; withdrawn ones and those against a rule of fees are no offers. */
const published = `SELECT DISTINCT ON (m.month, o."groupKey") ${columns}, m.month, o."costVnd", o."depositVnd", o."netVnd", o."basicVnd"
  FROM "JobOrder" o CROSS JOIN LATERAL (SELECT date_trunc('month', o."publishedAt" AT TIME ZONE 'Asia/Ho_Chi_Minh')::date AS month) m
  WHERE o."status" IN ('published', 'paused', 'filled', 'closed') AND cardinality(o."blockedBy") = 0 AND ${isOffer}
    AND o."publishedAt" >= ($1::date::timestamp AT TIME ZONE 'Asia/Ho_Chi_Minh')
  ORDER BY m.month, o."groupKey", o."publishedAt" DESC, o."id" DESC`;

/** A sheet without a service fee asks for none; without any sheet nobody knows. */
const valued = (orders: string) => `WITH offer AS MATERIALIZED (${orders}), fee AS (
    SELECT f."orderId", sum(f."amountVnd") AS vnd, bool_or(f."amountVnd" IS NULL) AS unknown
    FROM "FeeComponent" f WHERE f."code" = 'service_fee' AND f."payer" = 'worker' GROUP BY f."orderId"),
  value AS MATERIALIZED (
    SELECT o.*, v.measure, v.amount FROM (
      SELECT offer.*, CASE WHEN fee.unknown OR (offer."costVnd" IS NULL AND offer."depositVnd" IS NULL) THEN NULL ELSE coalesce(fee.vnd, 0) END AS asked
      FROM offer LEFT JOIN fee ON fee."orderId" = offer."id") o
    CROSS JOIN LATERAL (VALUES
      ('cost', o."costVnd"::float8), ('deposit', o."depositVnd"::float8), ('kept', o."netVnd"::float8), ('service_fee', o.asked::float8),
      ('service_fee_months', round((o.asked / nullif(o."basicVnd", 0))::numeric, 3)::float8)) AS v(measure, amount)
    WHERE v.amount IS NOT NULL)`;

const quoted = (keys: readonly string[]): string => keys.map((key) => `"${key}"`).join();
const sets = (groups: readonly (readonly GroupKey[])[], more = ""): string =>
  groups.map((keys) => `(${[more, quoted(keys)].filter(Boolean).join()})`).join();
const inGroup = `"market", "programme", "occupation"`;
/** Orders of the state have no agency: they are in every group but that of an agency. */
const ofSomebody = `NOT (GROUPING("agencyId") = 0 AND "agencyId" IS NULL)`;

const summed = (orders: string, groups: readonly (readonly GroupKey[])[]) => {
  const byAgency = groups.some((keys) => keys.includes("agencyId"));
  return `${valued(orders)}
  SELECT ${inGroup}, ${byAgency ? "" : "NULL::uuid AS "}"agencyId", measure, month::text AS month, count(*)::int AS count,
    percentile_cont(ARRAY[0, 0.25, 0.5, 0.75, 1]) WITHIN GROUP (ORDER BY amount) AS quartiles
  FROM value GROUP BY GROUPING SETS (${sets(groups, "measure, month")})
  HAVING count(*) >= ${fewest}${byAgency ? ` AND ${ofSomebody}` : ""}`;
};

const stepOf = Object.entries(dotStep)
  .map(([measure, step]) => `('${measure}', ${step}::float8)`)
  .join();
const dotted = `${valued(open)}, placed AS (
    SELECT "market", "programme", "occupation", "agencyId", measure, round(amount / s.step) AS place, s.step
    FROM value JOIN (VALUES ${stepOf}) AS s(name, step) ON s.name = measure)
  SELECT ${inGroup}, "agencyId", measure, round((place * step)::numeric, 3)::float8 AS value, count(*)::int AS orders
  FROM placed GROUP BY GROUPING SETS (${sets(keptGroups, "measure, place, step")}) HAVING ${ofSomebody}
  ORDER BY measure, value`;

const kinds = `${valued(open)} SELECT DISTINCT "market", "programme", "occupation", "agencyId", "senderType"::text AS "senderType", "contractMonths"
  FROM value WHERE measure = 'service_fee_months'`;
const ends = `SELECT "market", "id", least, dearest FROM (
    SELECT "market", "id", row_number() OVER (PARTITION BY "market" ORDER BY "costVnd", "id" DESC) AS least,
      row_number() OVER (PARTITION BY "market" ORDER BY "costVnd" DESC, "id" DESC) AS dearest
    FROM (${open}) o WHERE "costVnd" IS NOT NULL) ranked
  WHERE least <= ${fewest} OR dearest <= ${fewest} ORDER BY "market", least`;

export const nameOf = (measure: string, keys: Partial<Keys>): string =>
  [measure, keys.market, keys.programme, keys.occupation, keys.agencyId].map((part) => part ?? "").join("|");

/** The months of wage that may be asked of the orders of each group, lowest and highest; null where one of them is not known. */
function ceilingsOf(
  rows: readonly (Keys & { senderType: SenderType; contractMonths: number | null })[],
  day: Day,
): Figures["ceilings"] {
  const found: Figures["ceilings"] = new Map();
  for (const { senderType, contractMonths, ...keys } of rows) {
    const { market, programme, occupation } = keys as { market: string; programme: string; occupation: string };
    const most = ceiling({ market, programme, occupation, senderType, contractMonths }, day).ceilingMonths;
    for (const group of keptGroups) {
      const name = nameOf("service_fee_months", Object.fromEntries(group.map((key) => [key, keys[key]])));
      const [from, to] = found.get(name) ?? (most === null ? [] : [most, most]);
      const unknown = most === null || from === undefined || to === undefined || found.get(name) === null;
      found.set(name, unknown ? null : [Math.min(from, most), Math.max(to, most)]);
    }
  }
  return found;
}

/** All figures of a day: open orders now, and those published in each of the last twelve months. */
export async function readFigures(day: Day, reader: Reader = db as unknown as Reader): Promise<Figures> {
  const since = monthsUntil(day)[0];
  const current = await reader.$queryRawUnsafe<Figure[]>(summed(open, keptGroups));
  const monthly = await reader.$queryRawUnsafe<Figure[]>(summed(published, monthlyGroups), since);
  const dots = new Map<string, Dot[]>();
  for (const row of await reader.$queryRawUnsafe<(Keys & { measure: Measure; value: number; orders: number })[]>(
    dotted,
  )) {
    const name = nameOf(row.measure, row);
    const known = dots.get(name);
    if (known) known.push([row.value, row.orders]);
    else dots.set(name, [[row.value, row.orders]]);
  }
  const extremes: Figures["extremes"] = new Map();
  for (const { market, id, least, dearest } of await reader.$queryRawUnsafe<
    { market: string; id: string; least: bigint; dearest: bigint }[]
  >(ends)) {
    const known = extremes.get(market) ?? { cheapest: [], dearest: [] };
    if (least <= fewest) known.cheapest[Number(least) - 1] = id;
    if (dearest <= fewest) known.dearest[Number(dearest) - 1] = id;
    extremes.set(market, known);
  }
  const ceilings = ceilingsOf(await reader.$queryRawUnsafe(kinds), day);
  const [counted] = await reader.$queryRawUnsafe<{ orders: number; demo: number }[]>(
    `SELECT count(*)::int AS orders, (count(*) FILTER (WHERE "demo"))::int AS demo FROM (${open}) o`,
  );
  return {
    figures: [...current, ...monthly],
    dots,
    ceilings,
    extremes,
    orders: counted?.orders ?? 0,
    demo: counted?.demo ?? 0,
  };
}
