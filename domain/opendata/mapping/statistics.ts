// Figures of orders as the open data give them.
import { fewest } from "@/domain/statistics/rules";
import type { Group, Statistic } from "@/domain/statistics/schema";
import type { Day } from "@/domain/kernel/calendar";
import { definitions } from "../answers/statistics";

const figuresOf = ({ measure, count, least, lowerQuartile, median, upperQuartile, most }: Statistic) => ({
  ...{ measure, unit: measure === "service_fee_months" ? ("months" as const) : ("VND" as const) },
  ...{ count, least, lowerQuartile, median, upperQuartile, most },
});

export const feeStatisticsDetail = (
  asked: Omit<Group, "agencyId"> & { agency?: string },
  state: { at: Date; on: Day; demo: number } | null,
  open: readonly Statistic[],
  months: readonly Statistic[],
) => ({
  on: state?.on ?? null,
  madeAt: state?.at.toISOString() ?? null,
  group: {
    market: asked.market ?? null,
    programme: asked.programme ?? null,
    occupation: asked.occupation ?? null,
    agency: asked.agency ?? null,
  },
  fewest,
  sample: (state?.demo ?? 0) > 0,
  definitions,
  open: open.map((one) => ({
    ...figuresOf(one),
    rounded: one.dots.map(([value, orders]) => ({ value, orders })),
    ceilingMonths: one.ceiling,
  })),
  months: months.flatMap((one) => (one.month ? [{ month: one.month, ...figuresOf(one) }] : [])),
});
