// What the open data say of an order.
import { z } from "zod";
import {
  educationLevels,
  healthExclusions,
  interviewForms,
  keepings,
  orderKinds,
  senderTypes,
  sexes,
} from "@/domain/orders/schema";
import { answer, calendarDay, instant, money, name, orNull, pageLink, pages, wholeNumber } from "../fields";

const text = z.string();
const dong = wholeNumber;

const agencyRef = name(
  "AgencyReference",
  z
    .object({
      slug: text.describe("Key of the agency in this API"),
      nameVi: orNull(text, "Name in Vietnamese"),
      nameEn: orNull(text, "Name in English"),
      abbreviation: orNull(text, "Abbreviation it uses"),
      links: pageLink.describe("The agency's page"),
    })
    .describe("The agency that recruits"),
);

const summary = {
  reference: text.describe("What people quote; key of the order in this API"),
  links: pageLink.describe("The order's page"),
  title: text.describe("As published, in Vietnamese"),
  kind: z
    .enum(orderKinds)
    .describe(
      "agency_order: with an approved supply contract; source_preparation: training a pool before a contract, no wage promised; state_programme: sent by a public body",
    ),
  senderType: z.enum(senderTypes).describe("Who sends: a licensed enterprise, a public unit, a ministry or a province"),
  senderName: text.describe("Name of the sender"),
  agency: agencyRef.nullable().describe("The licensed agency; null where a public body sends"),
  market: text.describe("Country or territory, ISO 3166-1 alpha-2"),
  programme: text.describe("Programme code; see /markets"),
  occupation: text.describe("Occupation; a key of our list mapped to ISCO-08"),
  occupationNameVi: orNull(text, "Occupation in Vietnamese"),
  occupationNameEn: orNull(text, "Occupation in English"),
  isco08: orNull(text, "ISCO-08 unit group"),
  region: orNull(text, "Region of the workplace abroad, as stated"),
  workplace: orNull(text, "Workplace as stated"),
  quantity: orNull(z.int(), "Places announced"),
  placesLeft: orNull(z.int(), "Places not yet confirmed"),
  sex: z.enum(sexes).describe("Whom the order is for"),
  ageMin: orNull(z.int(), "Youngest age; null if not stated"),
  ageMax: orNull(z.int(), "Oldest age; null if not stated"),
  language: orNull(text, "Language asked for, ISO 639-1"),
  languageTest: orNull(text, "Scale of the level: JLPT, TOPIK, CEFR …"),
  languageLevel: orNull(text, "Level on that scale"),
  languageOrdinal: orNull(
    z.int(),
    "The level on one common scale for comparing: 0 none, 1 A1 … 6 C2 (our own mapping); null unknown",
  ),
  contractMonths: orNull(z.int(), "Length of the contract in months"),
  currency: text.describe("Currency of the wage, ISO 4217"),
  payPeriod: z.enum(["month", "hour", "year"]).describe("Period of the basic wage"),
  basicPay: money.nullable().describe("Basic wage for one payPeriod, without overtime and allowances"),
  netPay: money.nullable().describe("Expected to be kept per month after the usual deductions, overtime not counted"),
  basicPayVnd: orNull(dong, "Basic wage per month in đồng at rateOn"),
  netPayVnd: orNull(dong, "netPay in đồng at rateOn"),
  rateOn: orNull(calendarDay, "Day of the exchange rate used for đồng figures"),
  costVnd: orNull(dong, "What the worker pays before leaving, in đồng, deposit apart; null when any line is unknown"),
  costRateOn: orNull(
    calendarDay,
    "Oldest day of the rates behind costVnd and depositVnd; null when all their lines are in đồng",
  ),
  depositVnd: orNull(dong, "Deposit, in đồng; 0 means none, null unknown"),
  payAfterCostVnd: orNull(dong, "Per month, after deductions and after spreading costVnd over the contract"),
  breakEvenMonths: orNull(z.int(), "First month in which what was kept reaches what was paid; a lower bound"),
  deadlineOn: orNull(calendarDay, "Last day to apply"),
  publishedAt: orNull(instant, "When it was published here"),
  demo: z.boolean().describe("Invented data, for trying the site out"),
} satisfies z.core.$ZodLooseShape;

export const orderSummary = name("OrderSummary", z.object(summary).describe("An open order as lists show it"));
export type OrderSummaryAnswer = z.infer<typeof orderSummary>;

const payItem = name(
  "PayItem",
  z
    .object({
      code: text.describe("Which allowance or deduction"),
      amount: money.nullable().describe("Per month; null where the source gives a share or nothing"),
      percent: orNull(z.number(), "Share of the basic wage"),
      note: orNull(text, "As the source words it"),
    })
    .describe("One allowance or deduction"),
);

const feeLine = name(
  "FeeLine",
  z
    .object({
      position: z.int().describe("Place on the sheet"),
      code: text.describe("Component; see components of /fees/rules"),
      payer: text.describe("Who pays: worker, agency, employer, foreign_side, state"),
      payee: text.describe("Who receives"),
      amount: money
        .nullable()
        .describe("The amount, for each of `months` where that is given; null is unknown, never zero"),
      due: text.describe(
        "When: on_application, after_selection, after_contract, after_visa, before_departure, monthly_abroad, at_return, unknown",
      ),
      months: orNull(z.int(), "Number of months of a monthly line"),
      amountVnd: orNull(dong, "The whole line (all its months) in đồng; null where nobody could convert it"),
      rateOn: orNull(calendarDay, "Day of the rate behind amountVnd; null for lines in đồng"),
      refundable: z.enum(["yes", "no", "conditional", "unknown"]).describe("Whether it is given back"),
      note: orNull(text, "As the sheet words it"),
    })
    .describe("One line of the cost sheet"),
);

const condition = name(
  "PublicationCondition",
  z
    .object({
      code: text.describe("P1 to P12"),
      met: orNull(z.boolean(), "null: not known on this site"),
      effect: z
        .enum(["hide", "block", "warn"])
        .describe(
          "What happens when it is not met: the order is hidden, cannot be published, or is shown with a warning",
        ),
      law: text.describe("The article it rests on"),
      findings: z
        .array(
          z
            .object({
              name: text.describe("What was found"),
              params: z
                .record(text, z.union([text, z.number()]))
                .optional()
                .describe("Figures of the finding"),
            })
            .describe("One finding"),
        )
        .describe("What decided it"),
    })
    .describe("One of the conditions that every public order meets, with its article"),
);

const keeping = z.enum(keepings);
const small = (description: string) => orNull(z.int(), description);

export const order = name(
  "Order",
  z
    .object({
      ...summary,
      description: orNull(text, "Free text of the announcement"),
      employerName: orNull(text, "Employer abroad"),
      employerKind: orNull(text, "Kind of employer"),
      quantityMale: small("Places for men, where split"),
      quantityFemale: small("Places for women, where split"),
      heightMinCm: small("Least height, only where stated"),
      weightMinKg: small("Least weight, only where stated"),
      healthExclusions: z.array(z.enum(healthExclusions)).describe("Stated exclusions"),
      healthNote: orNull(text, "Health conditions as worded"),
      education: orNull(
        z.literal([...educationLevels]),
        "0 none, 1 primary, 2 lower secondary, 3 upper secondary, 4 vocational, 5 college, 6 university",
      ),
      educationNote: orNull(text, "Education as worded"),
      experienceMonths: small("Experience asked for, in months"),
      experienceNote: orNull(text, "Experience as worded"),
      hoursPerDay: orNull(z.number(), "Working hours a day"),
      hoursPerWeek: orNull(z.number(), "Working hours a week"),
      restNote: orNull(text, "Rest days and breaks"),
      overtimeNote: orNull(text, "Overtime and how it is paid"),
      payBasis: z.enum(["basic", "gross", "net", "typical", "unknown"]).describe("What payMin and payMax are"),
      payMin: money.nullable().describe("Lower end of the stated pay"),
      payMax: money.nullable().describe("Upper end of the stated pay"),
      grossPay: money.nullable().describe("Gross pay for one payPeriod, as stated"),
      rate: z
        .object({
          vndPerUnit: z.number().describe("Đồng for one unit (not one minor unit) of the currency"),
          on: calendarDay.describe("Day of the rate"),
          source: text.describe("Whose rate"),
        })
        .nullable()
        .describe("The exchange rate all đồng figures of this order use"),
      allowances: z
        .array(payItem)
        .nullable()
        .describe("Allowances; null if the source does not say, [] if there are none"),
      deductions: z.array(payItem).nullable().describe("Deductions per month; null if the source does not say"),
      board: keeping.describe("Meals: free, deducted from the wage, at one's own cost, unknown"),
      boardCost: money.nullable().describe("Meals per month"),
      lodging: keeping.describe("Lodging: free, deducted, at one's own cost, unknown"),
      lodgingCost: money.nullable().describe("Lodging per month"),
      commuting: z.enum(["free", "own_cost", "unknown"]).describe("The way to work"),
      insurance: orNull(text, "Insurance as stated"),
      airfare: z.enum(["foreign_side", "agency", "worker", "shared", "unknown"]).describe("Who pays the flight"),
      airfareLegs: z.enum(["none", "one_way", "round_trip", "unknown"]).describe("Legs the foreign side pays"),
      ticketPrice: money
        .nullable()
        .describe(
          "One-way economy ticket home as the sender states it: the deposit ceiling where the decree names no amount",
        ),
      extensionMonths: small("Possible extension in months"),
      probationMonths: small("Probation in months"),
      trainingMonths: small("Training before leaving in months"),
      selectionMethod: orNull(text, "How people are chosen"),
      selectionOn: orNull(calendarDay, "Day of selection"),
      interviewForm: z.enum(interviewForms).describe("Form of the interview"),
      departureFrom: orNull(calendarDay, "Expected departure, first day"),
      departureTo: orNull(calendarDay, "Expected departure, last day"),
      provinces: z.array(text).describe("Provinces recruited in, codes since 2025-07-01"),
      nationwide: z.boolean().describe("Recruits in the whole country"),
      announcedOn: orNull(calendarDay, "Day of the announcement"),
      updatedAt: instant.describe("Last change"),
      fees: z.array(feeLine).describe("The cost sheet, line by line"),
      conditions: z.array(condition).describe("Why this site shows the order: each condition with its article"),
      copies: z
        .array(
          z
            .object({ reference: text.describe("Reference of the copy"), title: text.describe("Its title") })
            .describe("A near-copy"),
        )
        .describe("Near-copies of the same offer, not listed apart"),
    })
    .describe("An open order with everything its page shows"),
);
export type OrderAnswer = z.infer<typeof order>;

export const ordersAnswer = answer("Orders", "A page of open orders", {
  orders: z.array(orderSummary).describe("Orders of this page"),
  total: orNull(z.int(), "Orders that fit; null inside a walk, where it is given on the first page only"),
  page: orNull(z.int(), "Number of this page; null in a walk"),
  pageSize: z.int().describe("Orders a page"),
  order: z.enum(["relevance", "newest", "pay", "cost", "breakEven", "deadline"]).describe("How the orders are sorted"),
  nextCursor: orNull(text, "In a walk: the `cursor` of the next page; null at the last record"),
  engine: z.enum(["meilisearch", "postgres"]).describe("Which engine found them"),
  searchedFor: orNull(text, "The text that was searched where it is not the text that was typed"),
  facets: z
    .record(text, z.record(text, z.int()))
    .optional()
    .describe(
      "With facets=1: for each filter, its values and how many orders each would give, the filter's own choice left out",
    ),
  links: pages.describe("This page and the next"),
});
export const orderAnswer = answer("OrderAnswer", "One open order", { order: order.describe("The order") });
