// What the open data say of what orders ask, many at once.
import { z } from "zod";
import { fewest } from "@/domain/statistics/rules";
import { measures } from "@/domain/statistics/schema";
import { answer, calendarDay, instant, name, orNull } from "../fields";

const text = z.string();
const figure = (description: string) => z.number().describe(description);

/** What each measure counts, in the words of the description. */
export const definitions: Readonly<Record<(typeof measures)[number], string>> = {
  cost: "What the worker pays before leaving, deposit apart, in đồng at the order's own dated rate; orders with an unknown line are left out",
  service_fee:
    "What is asked of the worker as service fee, in đồng; 0 where the cost sheet has none, left out where there is no sheet",
  service_fee_months: "The service fee in months of basic wage",
  deposit: "What the worker deposits and gets back, in đồng; 0 where none is asked",
  kept: "What is left of a month's wage after the stated deductions and after board and lodging taken from it, in đồng",
};

const shape = {
  measure: z.enum(measures).describe("What is counted; see definitions"),
  unit: z.enum(["VND", "months"]).describe("VND, or months of basic wage"),
  count: z.int().min(fewest).describe("Orders the figures are made of; near-copies count once"),
  least: figure("The least that is asked"),
  lowerQuartile: figure("A quarter of the orders are below"),
  median: figure("Half of the orders are below"),
  upperQuartile: figure("A quarter of the orders are above"),
  most: figure("The most that is asked"),
};
const openFigures = name(
  "OpenOrderFigures",
  z
    .object({
      ...shape,
      rounded: z
        .array(z.object({ value: figure("Rounded value"), orders: z.int().describe("Orders that round to it") }))
        .describe("Where the orders lie, rounded, without names"),
      ceilingMonths: orNull(
        z.object({ from: figure("Lowest ceiling"), to: figure("Highest ceiling") }),
        "Months of wage that may be asked at most, lowest and highest in the group; the same where one ceiling holds for all; null where not known, or for other measures",
      ),
    })
    .describe("What open orders ask; quartiles lie between two neighbours in proportion"),
);
const monthFigures = name(
  "MonthFigures",
  z
    .object({ month: calendarDay.describe("First day of the month"), ...shape })
    .describe("What orders published in a month ask, open or not; withdrawn ones are left out"),
);

export const feeStatisticsAnswer = answer(
  "FeeStatistics",
  `What orders ask, by market, programme, occupation or agency. Fewer than ${fewest} orders give no figures at all`,
  {
    on: orNull(calendarDay, "The day whose open orders the figures describe; null while none are made"),
    madeAt: orNull(instant, "When the figures were made"),
    group: z
      .object({
        market: orNull(text, "Market asked about"),
        programme: orNull(text, "Programme asked about"),
        occupation: orNull(text, "Occupation asked about"),
        agency: orNull(text, "Agency asked about"),
      })
      .describe("The group of orders; null: all"),
    fewest: z.int().describe("Fewer orders give no figures"),
    sample: z.boolean().describe("Invented orders are among them: a site for trial"),
    definitions: z.record(text, text).describe("What each measure counts"),
    open: z.array(openFigures).describe("Of orders open now; empty below the fewest"),
    months: z
      .array(monthFigures)
      .describe("By month of publication, the last twelve, the last one still running; not for agencies and pairs"),
  },
);
