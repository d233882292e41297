// From orders as the house holds them to the open data: money as {amount, currency}, names looked up, nothing added.
import type { z } from "zod";
import type { FeeLine } from "@/domain/fees/schema";
import { occupationOf } from "@/domain/kernel/catalogue";
import type { OrderCard, OrderPage } from "@/domain/orders/queries";
import type { PayItem } from "@/domain/orders/schema";
import type { OrderAnswer, OrderSummaryAnswer } from "../answers/orders";
import { type Links, moneyOrNull, numberOrText } from "../fields";

const dong = (minor: bigint | null) => (minor === null ? null : numberOrText(minor));

type Shared = Omit<OrderCard, "agency" | "placesLeft" | "groupKey" | "version" | "id">;
type Agency = NonNullable<OrderCard["agency"]>;

function summaryOf(row: Shared, agency: Agency | null, placesLeft: number | null, links: Links): OrderSummaryAnswer {
  const occupation = occupationOf(row.occupation);
  return {
    reference: row.reference,
    links: links.order(row.reference),
    title: row.title,
    kind: row.kind,
    senderType: row.senderType,
    senderName: row.senderName,
    agency: agency && {
      slug: agency.slug,
      nameVi: agency.nameVi,
      nameEn: agency.nameEn,
      abbreviation: agency.abbreviation,
      links: links.agency(agency.slug),
    },
    market: row.market,
    programme: row.programme,
    occupation: row.occupation,
    occupationNameVi: occupation?.nameVi ?? null,
    occupationNameEn: occupation?.nameEn ?? null,
    isco08: occupation?.isco08 ?? null,
    region: row.region,
    workplace: row.workplace,
    quantity: row.quantity,
    placesLeft,
    sex: row.sex,
    ageMin: row.ageMin,
    ageMax: row.ageMax,
    language: row.language,
    languageTest: row.languageTest,
    languageLevel: row.languageLevel,
    languageOrdinal: row.languageOrdinal,
    contractMonths: row.contractMonths,
    currency: row.currency,
    payPeriod: row.payPeriod as OrderSummaryAnswer["payPeriod"],
    basicPay: moneyOrNull(row.basicMinor, row.currency),
    netPay: moneyOrNull(row.netMinor, row.currency),
    basicPayVnd: dong(row.basicVnd),
    netPayVnd: dong(row.netVnd),
    rateOn: row.rateOn,
    costVnd: dong(row.costVnd),
    costRateOn: row.costRateOn,
    depositVnd: dong(row.depositVnd),
    payAfterCostVnd: dong(row.payAfterCostVnd),
    breakEvenMonths: row.breakEvenMonths,
    deadlineOn: row.deadlineOn,
    publishedAt: row.publishedAt?.toISOString() ?? null,
    demo: row.demo,
  };
}

const told = new WeakMap<OrderCard, OrderSummaryAnswer>();
/** The same card says the same: cards are kept while their rows stay as they are. */
export function orderSummaryAnswer(card: OrderCard, links: Links): OrderSummaryAnswer {
  const known = told.get(card) ?? summaryOf(card, card.agency, card.placesLeft, links);
  told.set(card, known);
  return known;
}

// The database hands Json back as it was written; amounts may have become text there.
const payItems = (items: readonly PayItem[] | null, currency: string): OrderAnswer["allowances"] =>
  items &&
  items.map((item) => ({
    code: item.code,
    amount: item.minor === undefined || item.minor === null ? null : moneyOrNull(BigInt(item.minor), currency),
    percent: item.percent ?? null,
    note: item.note ?? null,
  }));

const feeLineAnswer = (line: FeeLine): OrderAnswer["fees"][number] => ({
  position: line.position,
  code: line.code,
  payer: line.payer,
  payee: line.payee,
  amount: moneyOrNull(line.amountMinor, line.currency),
  due: line.due,
  months: line.months,
  amountVnd: dong(line.amountVnd ?? null),
  rateOn: line.rateOn ?? null,
  refundable: line.refundable,
  note: line.note ?? null,
});

type Facts = OrderPage["facts"];

function offerOf(
  facts: Facts,
): z.infer<z.ZodObject> &
  Pick<
    OrderAnswer,
    | "allowances"
    | "deductions"
    | "payBasis"
    | "board"
    | "lodging"
    | "commuting"
    | "airfare"
    | "airfareLegs"
    | "ticketPrice"
    | "interviewForm"
  > {
  const { currency } = facts;
  return {
    payBasis: facts.payBasis as OrderAnswer["payBasis"],
    payMin: moneyOrNull(facts.payMinMinor, currency),
    payMax: moneyOrNull(facts.payMaxMinor, currency),
    grossPay: moneyOrNull(facts.grossMinor, currency),
    allowances: payItems(facts.allowances, currency),
    deductions: payItems(facts.deductions, currency),
    board: facts.board as OrderAnswer["board"],
    boardCost: moneyOrNull(facts.boardMinor, currency),
    lodging: facts.lodging as OrderAnswer["lodging"],
    lodgingCost: moneyOrNull(facts.lodgingMinor, currency),
    commuting: facts.commuting as OrderAnswer["commuting"],
    airfare: facts.airfare as OrderAnswer["airfare"],
    airfareLegs: facts.airfareLegs as OrderAnswer["airfareLegs"],
    ticketPrice: facts.ticket && moneyOrNull(facts.ticket.minor, facts.ticket.currency),
    interviewForm: facts.interviewForm as OrderAnswer["interviewForm"],
  };
}

const stated = [
  "description",
  "employerName",
  "employerKind",
  "quantityMale",
  "quantityFemale",
  "heightMinCm",
  "weightMinKg",
  "healthNote",
  "educationNote",
  "experienceMonths",
  "experienceNote",
  "hoursPerDay",
  "hoursPerWeek",
  "restNote",
  "overtimeNote",
  "insurance",
  "extensionMonths",
  "probationMonths",
  "trainingMonths",
  "selectionMethod",
  "selectionOn",
  "departureFrom",
  "departureTo",
  "provinces",
  "nationwide",
  "announcedOn",
] as const satisfies readonly (keyof Facts & keyof OrderAnswer)[];

/** An open order's page as data. */
export function orderDetailAnswer(page: OrderPage, links: Links): OrderAnswer {
  const { facts, rate } = page;
  const asStated = Object.fromEntries(stated.map((key) => [key, facts[key]])) as Pick<
    OrderAnswer,
    (typeof stated)[number]
  >;
  return {
    ...summaryOf(facts, page.agency, page.placesLeft, links),
    ...asStated,
    ...(offerOf(facts) as Pick<
      OrderAnswer,
      | "payBasis"
      | "payMin"
      | "payMax"
      | "grossPay"
      | "allowances"
      | "deductions"
      | "board"
      | "boardCost"
      | "lodging"
      | "lodgingCost"
      | "commuting"
      | "airfare"
      | "airfareLegs"
      | "ticketPrice"
      | "interviewForm"
    >),
    healthExclusions: facts.health as OrderAnswer["healthExclusions"],
    education: facts.education as OrderAnswer["education"],
    rate: rate && { vndPerUnit: rate.vndPerUnit, on: rate.on, source: rate.source },
    updatedAt: facts.updatedAt.toISOString(),
    fees: page.fees.map(feeLineAnswer),
    conditions: page.conditions.map(({ code, met, effect, law, findings }) => ({
      ...{ code, met, effect, law },
      findings: findings.map(({ name, params }) => ({ name, ...(params && { params: { ...params } }) })),
    })),
    copies: page.copies.map(({ reference, title }) => ({ reference, title })),
  };
}
