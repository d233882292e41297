import "server-only";
import { type Day, columnOfDay, dayOf, dayOfColumn } from "@/domain/kernel/calendar";
import { now } from "@/platform/clock";
import { type Prisma, db } from "@/platform/db";
import { monthsUntil } from "./rules";
import type { Dot, Group, Measure, Statistic } from "./schema";

type Row = Prisma.OrderStatisticGetPayload<object>;

const statisticOf = (row: Row): Statistic => ({
  group: { market: row.market, programme: row.programme, occupation: row.occupation, agencyId: row.agencyId },
  measure: row.measure as Measure,
  month: row.month && dayOfColumn(row.month),
  count: row.count,
  least: row.least.toNumber(),
  lowerQuartile: row.lowerQuartile.toNumber(),
  median: row.median.toNumber(),
  upperQuartile: row.upperQuartile.toNumber(),
  most: row.most.toNumber(),
  dots: (row.dots ?? []) as unknown as Dot[],
  ceiling: row.ceilingFrom && row.ceilingTo && { from: row.ceilingFrom.toNumber(), to: row.ceilingTo.toNumber() },
  cheapest: row.cheapest,
  dearest: row.dearest,
});

const exactly = ({ market, programme, occupation, agencyId }: Group) => ({
  market: market ?? null,
  programme: programme ?? null,
  occupation: occupation ?? null,
  agencyId: agencyId ?? null,
});

/** Figures of one group; empty where fewer than five orders are known. */
export async function statisticsOf(
  group: Group,
  { period, measure }: { period: "open" | "months"; measure?: Measure },
): Promise<Statistic[]> {
  const since = monthsUntil(dayOf(now()))[0] as Day;
  const month = period === "open" ? null : { gte: columnOfDay(since) };
  const rows = await db.orderStatistic.findMany({
    where: { ...exactly(group), month, measure },
    orderBy: [{ measure: "asc" }, { month: "asc" }],
  });
  return rows.map(statisticOf);
}

/** When the figures were made, of how many open orders, and how many of those are invented. */
export async function statisticsState(): Promise<{ at: Date; on: Day; orders: number; demo: number } | null> {
  const row = await db.statisticsState.findUnique({ where: { id: 1 } });
  return row?.refreshedAt && row.refreshedOn
    ? { at: row.refreshedAt, on: dayOfColumn(row.refreshedOn), orders: row.orders, demo: row.demo }
    : null;
}

/** What open orders of a market ask, alone and by programme, and how it went over the year. */
export async function marketStatistics(market: string) {
  const since = monthsUntil(dayOf(now()))[0] as Day;
  const rows = await db.orderStatistic.findMany({
    where: {
      market,
      occupation: null,
      agencyId: null,
      OR: [{ month: null }, { programme: null, month: { gte: columnOfDay(since) } }],
    },
    orderBy: [{ count: "desc" }, { month: "asc" }],
  });
  const all = rows.map(statisticOf);
  const open = all.filter((one) => one.month === null);
  return {
    state: await statisticsState(),
    open: (measure: Measure) => open.find((one) => one.measure === measure && one.group.programme === null) ?? null,
    byProgramme: (measure: Measure) => open.filter((one) => one.measure === measure && one.group.programme !== null),
    months: (measure: Measure) =>
      all.filter((one) => one.month !== null && one.measure === measure).sort((a, b) => (a.month! < b.month! ? -1 : 1)),
  };
}
export type MarketStatistics = Awaited<ReturnType<typeof marketStatistics>>;

/** An agency beside its markets: one pair for each market in which five of its orders are open. */
export async function agencyStatistics(agencyId: string, measure: Measure) {
  const own = await db.orderStatistic.findMany({
    where: { agencyId, market: { not: null }, measure, month: null },
    orderBy: { count: "desc" },
  });
  const markets = await db.orderStatistic.findMany({
    where: {
      market: { in: own.flatMap((row) => row.market ?? []) },
      measure,
      ...{ programme: null, occupation: null, agencyId: null, month: null },
    },
  });
  const byMarket = new Map(markets.map((row) => [row.market, statisticOf(row)]));
  return {
    state: await statisticsState(),
    pairs: own.flatMap((row) => {
      const market = byMarket.get(row.market);
      return market ? [{ agency: statisticOf(row), market }] : [];
    }),
  };
}
