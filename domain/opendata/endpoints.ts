// Every address of the open data API: what it is asked, what it answers. Routes, the API description and the tests read this one table.
import { z } from "zod";
import { marketOf, occupationOf, programmeOf } from "@/domain/kernel/catalogue";
import { parseDay } from "@/domain/kernel/calendar";
import { askedBody, ceilingBody } from "@/domain/fees/schema";
import { verdictCodes } from "@/domain/licences/rules";
import { measures } from "@/domain/statistics/schema";
import {
  type ChoiceKey,
  type NumberKey,
  choiceFilters,
  choiceKeys,
  numberFilters,
  numberKeys,
  sorts,
} from "@/domain/search/schema";
import { agenciesAnswer, agencyAnswer, checkAnswer } from "./answers/agencies";
import { feesCheckAnswer } from "./answers/asked";
import { contactBody, contactCheckAnswer, contactQuery } from "./answers/contacts";
import { journalHeadAnswer } from "./answers/journal";
import { orderAnswer, ordersAnswer } from "./answers/orders";
import { quoteAnswer, quoteBody } from "./answers/quote";
import { ceilingAnswer, feeRulesAnswer, healthAnswer, marketsAnswer } from "./answers/reference";
import { feeStatisticsAnswer } from "./answers/statistics";

export const maxPageSize = 100;
/** Largest body that is read. */
export const maxBody = 16_384;

export type Endpoint = {
  id: string;
  method: "get" | "post";
  /** As in the API description: /api/v1/orders/{reference} */
  path: string;
  summary: string;
  description?: string;
  /** Parameters by name. Those in `strict` are refused when wrong; all others are dropped with a note. */
  query?: z.ZodObject;
  strict?: readonly string[];
  params?: Readonly<Record<string, string>>;
  body?: z.ZodType;
  answer: z.ZodType;
  /** Problems it may answer beside those of every address. */
  problems: readonly number[];
  limited: boolean;
};

const choiceWords: Record<ChoiceKey, string> = {
  market: "Country or territory, ISO 3166-1 alpha-2",
  programme: "Programme; see /markets",
  industry: "Industry",
  occupation: "Occupation",
  kind: "Kind of order",
  deposit: "Whether a deposit is asked: none, some, unknown",
  language: "Language asked for; none: no language, unknown: not stated",
  sex: "Who is asking: orders for that sex or for anybody",
  interview: "Form of the interview",
  province: "Province recruited in, code since 2025-07-01; orders recruiting everywhere fit each",
};
const numberWords: Record<NumberKey, string> = {
  pay: "Kept per month, at least, in đồng",
  payMax: "Kept per month, at most, in đồng",
  cost: "Paid before leaving, at most, in đồng; orders whose cost is unknown do not fit",
  costMin: "Paid before leaving, at least, in đồng",
  breakEven: "Months until what was paid is earned back, at most",
  age: "Age of the person asking",
  height: "Height of the person asking, in cm",
  level: "Language level the person has, 0 to 6: orders that ask for that or less",
  levelMin: "Orders that ask for that language level or more",
  education: "Education of the person asking, 0 to 6: orders that ask for that or less",
  monthsMin: "Length of contract, at least, in months",
  monthsMax: "Length of contract, at most, in months",
  experience: "Experience of the person asking, in months",
};

const flag = z.enum(["0", "1"]);
const page = z.coerce.number().int().min(1).max(100_000);
const pageSize = z.coerce.number().int().min(1).max(maxPageSize);
const calendarDay = z
  .string()
  .refine((text) => parseDay(text) !== null)
  .meta({ format: "date" });

const filters = Object.fromEntries([
  ...choiceKeys.map((key) => {
    const values = z.enum(choiceFilters[key].values as [string, ...string[]]);
    const many = choiceFilters[key].many;
    return [
      key,
      (many ? z.array(values) : values)
        .describe(`${choiceWords[key]}${many ? ". Repeat it, or separate by commas, for any of several" : ""}`)
        .optional(),
    ];
  }),
  ...numberKeys.map((key) => [
    key,
    z.int().min(numberFilters[key].min).max(numberFilters[key].max).describe(numberWords[key]).optional(),
  ]),
]) as Record<string, z.ZodType>;

const ordersQuery = z.object({
  q: z
    .string()
    .max(200)
    .describe("Words, in Vietnamese with or without marks; longer text is cut to 200 characters")
    .optional(),
  ...filters,
  agency: z.string().describe("Orders of one agency, by its slug").optional(),
  sort: z.enum(sorts).describe("Order of the answer; relevance if absent").optional(),
  facets: flag.describe("1: with counts beside each value of each filter").optional(),
  page: page.describe("Page, from 1").optional(),
  pageSize: pageSize.describe("Orders a page, 20 if absent").optional(),
  cursor: z
    .string()
    .max(200)
    .describe(
      "Empty: begins a walk over every record, newest first, without a limit on depth; then `nextCursor` of the page before",
    )
    .optional(),
});

const agenciesQuery = z.object({
  q: z.string().max(200).describe("Name, abbreviation, licence number, tax code, telephone or website").optional(),
  status: z.enum(verdictCodes).describe("Answer on the day").optional(),
  market: z
    .string()
    .refine((code) => marketOf(code) !== undefined)
    .describe("May serve this market on the day")
    .optional(),
  province: z
    .string()
    .regex(/^[0-9A-Za-z-]{1,20}$/)
    .describe("Province of the head office")
    .optional(),
  on: calendarDay.describe("The day asked about; today if absent").optional(),
  page: page.describe("Page, from 1").optional(),
  pageSize: pageSize.describe("Agencies a page, 20 if absent").optional(),
});

const dayQuery = z.object({ on: calendarDay.describe("The day asked about; today if absent").optional() });
const checkQuery = z.object({
  q: z.string().max(10_000).describe("Name, abbreviation, licence number, tax code, telephone, e-mail or website"),
  on: calendarDay.describe("The day asked about; today if absent").optional(),
});
const rulesQuery = z.object({
  on: calendarDay.describe("Only rules in force on this day").optional(),
  component: z.string().max(60).describe("Only rules on this component").optional(),
  market: z
    .string()
    .refine((code) => marketOf(code) !== undefined)
    .describe("Only rules written for this market")
    .optional(),
});

const statisticsQuery = z.object({
  market: z
    .string()
    .refine((code) => marketOf(code) !== undefined)
    .describe("Market")
    .optional(),
  programme: z
    .string()
    .refine((code) => programmeOf(code) !== undefined)
    .describe("Programme; see /markets")
    .optional(),
  occupation: z
    .string()
    .refine((slug) => occupationOf(slug) !== undefined)
    .describe("Occupation")
    .optional(),
  agency: z.string().max(200).describe("Agency, by its slug").optional(),
  measure: z.enum(measures).describe("Only this measure").optional(),
});

const get = { method: "get", limited: true, problems: [] } as const;

export const endpoints = {
  orders: {
    ...get,
    id: "listOrders",
    path: "/api/v1/orders",
    summary: "Open orders",
    description:
      "The same filters as the page for people. Pages by relevance reach 1,000 orders; a walk (cursor) reaches the last record. Only orders that meet every publication condition at this moment are given.",
    query: ordersQuery,
    strict: ["cursor"],
    answer: ordersAnswer,
    problems: [400],
  },
  order: {
    ...get,
    id: "getOrder",
    path: "/api/v1/orders/{reference}",
    summary: "One open order",
    description: "410 with the reason when it is not open.",
    params: { reference: "Reference of the order" },
    query: z.object({}),
    answer: orderAnswer,
    problems: [404, 410],
  },
  agencies: {
    ...get,
    id: "listAgencies",
    path: "/api/v1/agencies",
    summary: "Agencies with their answer on a day",
    query: agenciesQuery,
    strict: ["on"],
    answer: agenciesAnswer,
    problems: [400],
  },
  agency: {
    ...get,
    id: "getAgency",
    path: "/api/v1/agencies/{slug}",
    summary: "One agency with its history",
    params: { slug: "Key of the agency" },
    query: dayQuery,
    strict: ["on"],
    answer: agencyAnswer,
    problems: [400, 404],
  },
  check: {
    ...get,
    id: "checkLicence",
    path: "/api/v1/licences/check",
    summary: "Is this firm licensed, today or on a past day?",
    query: checkQuery,
    strict: ["q", "on"],
    answer: checkAnswer,
    problems: [400],
  },
  contactCheck: {
    ...get,
    id: "checkContact",
    path: "/api/v1/contacts/check",
    summary: "Whose is this telephone number, page, account or name?",
    description:
      "What was asked is neither stored nor logged here; addresses may be kept on the way: POST keeps it out of them.",
    query: contactQuery,
    strict: ["q"],
    answer: contactCheckAnswer,
    problems: [400],
  },
  contactCheckPosted: {
    id: "checkContactPosted",
    method: "post",
    path: "/api/v1/contacts/check",
    summary: "The same, with the question in the body",
    query: z.object({}),
    body: contactBody,
    answer: contactCheckAnswer,
    problems: [400, 413],
    limited: true,
  },
  markets: {
    ...get,
    id: "listMarkets",
    path: "/api/v1/markets",
    summary: "Markets and programmes",
    query: z.object({}),
    answer: marketsAnswer,
  },
  feeRules: {
    ...get,
    id: "listFeeRules",
    path: "/api/v1/fees/rules",
    summary: "Rules on fees with their articles",
    query: rulesQuery,
    strict: ["on"],
    answer: feeRulesAnswer,
    problems: [400],
  },
  feeStatistics: {
    ...get,
    id: "getFeeStatistics",
    path: "/api/v1/fees/statistics",
    summary: "What orders ask: median, quartiles, count",
    description:
      "Of open orders, and of those published in each of the last twelve months. Made anew after changes, within a minute or two. Groups: all, a market, a programme, an occupation, an agency, or a market with one of the others.",
    query: statisticsQuery,
    strict: ["market", "programme", "occupation", "agency", "measure"],
    answer: feeStatisticsAnswer,
    problems: [400, 404],
  },
  ceiling: {
    id: "askCeiling",
    method: "post",
    path: "/api/v1/fees/ceiling",
    summary: "What may be asked of a worker?",
    description:
      "Amounts in units of the currency (2500.5 EUR). Give `deposit` or `service_fee` to learn whether it is accepted; `paid` and `worked_months` for a refund.",
    query: z.object({}),
    body: ceilingBody,
    answer: ceilingAnswer,
    problems: [400, 413],
    limited: true,
  },
  feesCheck: {
    id: "checkFees",
    method: "post",
    path: "/api/v1/fees/check",
    summary: "Was it lawful to ask a worker for this?",
    description:
      "What was asked, line by line: what it was called, how much, when, into whose hands. Amounts in units of the currency (2500.5 EUR). Without a programme only what holds for every programme of the market is said.",
    query: z.object({}),
    body: askedBody,
    answer: feesCheckAnswer,
    problems: [400, 413],
    limited: true,
  },
  quote: {
    id: "quoteCost",
    method: "post",
    path: "/api/v1/fees/quote",
    summary: "What does an offer cost and bring one person, by date?",
    description:
      "Give an open order's reference, or an offer's terms and cost sheet, and as much of a person's situation as is known. Amounts go in and come out as whole minor units; dates, grants, loan, a month abroad and the break-even month come back with how each number came about. What was sent is neither stored nor logged.",
    query: z.object({}),
    body: quoteBody,
    answer: quoteAnswer,
    problems: [400, 404, 410, 413],
    limited: true,
  },
  journalHead: {
    ...get,
    id: "getJournalHead",
    path: "/api/v1/journal/head",
    summary: "The heads of the journal's chain",
    description:
      "Every change on this site is written in a journal that is sealed in a chain of hashes. Keep a copy of this answer: with it anybody can later show whether entries were altered.",
    query: z.object({}),
    answer: journalHeadAnswer,
    problems: [],
  },
  health: {
    ...get,
    id: "getHealth",
    path: "/api/health",
    summary: "Whether the site works",
    answer: healthAnswer,
    problems: [503],
    limited: false,
  },
} as const satisfies Record<string, Endpoint>;
