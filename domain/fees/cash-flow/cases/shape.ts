// How a case worked out by hand is written down: an order, a person, the working line by line, what must come out.
import { day } from "@/domain/kernel/calendar";
import { moneyOf, type Rate } from "@/domain/kernel/money";
import { noSituation } from "@/domain/support/rules";
import type { Situation } from "@/domain/support/schema";
import type { CashFlow, CashFlowQuestion, CashFlowReference, CashFlowTerms, FeeLine, Payee, Payer } from "../../schema";

/** Đồng for one unit: the constants of all cases, whatever the rates of the day are. */
export const dongPerUnit = {
  JPY: 168,
  KRW: 18.2,
  TWD: 815,
  EUR: 30_300,
  USD: 26_300,
  MYR: 6_250,
  SAR: 7_010,
  AUD: 17_200,
};
const on = day("2026-11-23");

/** Code, units, currency, then what is not the ordinary: paid by the worker before departure to whom it is usually paid. */
export type CaseLine = readonly [
  code: string,
  units: number | null,
  currency: string,
  more?: { by?: Payer; to?: Payee; due?: FeeLine["due"]; months?: number },
];
/** Units from and to, of the order's currency; for a region or for the whole market. */
export type CaseLiving = {
  covers: "board" | "lodging" | "commuting";
  from: number;
  to: number;
  region?: string;
};

export type HandCase = {
  name: string;
  order: {
    market: string;
    programme: string;
    currency: string;
    /** Null: not stated. */
    months: number | null;
    pay: number | null;
    period?: "hour" | "year";
    hours?: number;
    net?: number;
    deductions?: CashFlowTerms["deductions"];
    /** "free", "own_cost", "unknown", or units taken from the wage. */
    board?: string | number;
    lodging?: string | number;
    commuting?: string;
    region?: string;
    training?: number;
    sender?: CashFlowTerms["senderType"];
    occupation?: string;
    withoutRate?: true;
  };
  lines: readonly CaseLine[];
  she?: Partial<Situation>;
  living?: readonly CaseLiving[];
  usual?: readonly (readonly [code: string, from: number, to: number])[];
  /** Arithmetic, each line true by itself; checked without the engine. */
  working: readonly string[];
  gives: {
    before: number | null;
    atLeast?: number;
    deposit?: number;
    granted?: number;
    abroad?: number;
    foreign?: number;
    loan?: number;
    allowances?: readonly [number, number];
    kept: readonly [low: number | null, high: number | null];
    even: readonly [earliest: number | null, latest: number | null];
    reason?: CashFlow["breakEven"]["reason"];
    /** Codes of lines above what may be asked of her. */
    above?: readonly string[];
    unknown?: readonly string[];
  };
};

const rates = new Map<string, Rate>(
  Object.entries(dongPerUnit).map(([currency, vndPerUnit]) => [
    currency,
    { currency, vndPerUnit, on: "2026-11-20", source: "hand cases" },
  ]),
);
const usualPayee: Readonly<Record<string, Payee>> = {
  worker_deposit: "bank",
  passport: "state",
  judicial_record: "state",
  support_fund: "state",
  visa: "embassy",
  health_check: "clinic",
  airfare: "airline",
  language_training: "school",
  skill_training: "school",
  orientation_course: "school",
};

const minor = (units: number, currency: string): bigint => moneyOf(units, currency).minor;

function termsOf({ order }: HandCase): CashFlowTerms {
  const { currency, pay, net, board = "free", lodging = "free" } = order;
  const keeping = (said: string | number) => (typeof said === "number" ? "deducted" : said);
  const taken = (said: string | number) => (typeof said === "number" ? minor(said, currency) : null);
  const known = new Map([...rates].filter(([code]) => !(order.withoutRate && code === currency)));
  return {
    market: order.market,
    programme: order.programme,
    occupation: order.occupation ?? null,
    senderType: order.sender ?? "service_enterprise",
    kind: (order.sender ?? "service_enterprise") === "service_enterprise" ? "agency_order" : "state_programme",
    contractMonths: order.months,
    currency,
    payPeriod: order.period ?? "month",
    basicMinor: pay === null ? null : minor(pay, currency),
    grossMinor: null,
    netMinor: net === undefined ? null : minor(net, currency),
    hoursPerDay: null,
    hoursPerWeek: order.hours ?? null,
    airfare: "foreign_side",
    airfareLegs: "round_trip",
    board: keeping(board),
    boardMinor: taken(board),
    lodging: keeping(lodging),
    lodgingMinor: taken(lodging),
    commuting: order.commuting ?? "free",
    deductions: order.deductions === undefined ? [] : order.deductions,
    allowances: null,
    overtimeNote: null,
    region: order.region ?? null,
    trainingMonths: order.training ?? null,
    selectionOn: day("2026-12-10"),
    departureFrom: day("2027-05-10"),
    departureTo: day("2027-06-10"),
    rates: known,
  };
}

const lineOf = ([code, units, currency, more = {}]: CaseLine, position: number): FeeLine => ({
  position,
  code,
  payer: more.by ?? "worker",
  payee: more.to ?? usualPayee[code] ?? "agency",
  amountMinor: units === null ? null : minor(units, currency),
  currency,
  due:
    more.due ??
    (code === "service_fee" ? "after_contract" : code === "worker_deposit" ? "after_visa" : "before_departure"),
  months: more.months ?? null,
  refundable: code === "worker_deposit" ? "yes" : "no",
});

export const questionOf = (one: HandCase): CashFlowQuestion => ({
  terms: termsOf(one),
  lines: one.lines.map(lineOf),
  situation: { ...noSituation, ...one.she },
  on,
});

/** Only what the case itself gives: no figure of the site's own reference comes in. */
export const referenceOf = ({ order: { market, currency }, living = [], usual = [] }: HandCase): CashFlowReference => ({
  livingCosts: living.map(({ covers, from, to, region }, i) => ({
    id: `CASE-${i}`,
    market,
    regions: region === undefined ? null : [region],
    covers: [covers],
    low: moneyOf(from, currency),
    high: moneyOf(to, currency),
    on,
    source: "hand case",
    url: null,
    verified: true,
  })),
  usualDeductions: usual.map(([code, lowPercent, highPercent], i) => ({
    id: `CASE-D${i}`,
    market,
    code,
    lowPercent,
    highPercent,
    on,
    source: "hand case",
    url: null,
    verified: true,
  })),
});

/** A thing said of the wage: so many per cent, or so many units. */
export const percent = (code: string, share: number) => ({ code, percent: share });
export const units = (code: string, amount: number, currency: string) => ({ code, minor: minor(amount, currency) });
