// What the open data are told of an offer and of a person, and the dated cash-flow they answer with.
import { z } from "zod";
import { cashFormulas, cashUnknowns, feeComponentOf, feeConditions } from "@/domain/fees/rules";
import { dueMoments, payees, payers, refundables } from "@/domain/fees/schema";
import { marketOf, programmeOf } from "@/domain/kernel/catalogue";
import { parseDay } from "@/domain/kernel/calendar";
import { keepings, orderKinds, senderTypes } from "@/domain/orders/schema";
import { alreadyHeld, policyGroups } from "@/domain/support/schema";
import { answer, calendarDay, money, name, orNull, wholeNumber } from "../fields";

const text = z.string();
const word = z.string().trim().min(1).max(60);
const day = z
  .string()
  .refine((given) => parseDay(given) !== null, { message: "not a day: YYYY-MM-DD" })
  .meta({ format: "date" });
const months = z.int().min(0).max(120);
/** 10^13 minor units: a thousand times the dearest lawful line. */
const most = 10_000_000_000_000n;
const amountIn = z
  .union([z.int(), z.string().regex(/^\d{1,14}$/)])
  .refine((given) => BigInt(given) >= 0n && BigInt(given) <= most, { message: "from 0 to 10^13 minor units" });
const moneyIn = z.object({ amount: amountIn, currency: z.string().regex(/^[A-Z]{3}$/) });
const said = <S extends z.ZodType>(schema: S, description: string) => schema.nullish().describe(description);

const termsIn = z.object({
  market: word.refine((code) => marketOf(code) !== undefined, { message: "no such market; see /markets" }),
  programme: word.refine((code) => programmeOf(code) !== undefined, { message: "no such programme; see /markets" }),
  occupation: said(word, "Occupation; a key of our list"),
  senderType: z.enum(senderTypes).default("service_enterprise").describe("Who sends"),
  kind: z.enum(orderKinds).default("agency_order").describe("Kind of order"),
  contractMonths: said(months.min(1), "Length of the contract"),
  currency: said(z.string().regex(/^[A-Z]{3}$/), "Currency of the wage; the market's own if absent"),
  payPeriod: z.enum(["month", "hour", "year"]).default("month").describe("Period of the basic wage"),
  basicPay: said(moneyIn, "Basic wage for one payPeriod, in `currency`"),
  grossPay: said(moneyIn, "Gross pay, in `currency`"),
  netPay: said(moneyIn, "Kept per month as the offer states it, in `currency`"),
  hoursPerDay: said(z.number().min(0).max(24), "Working hours a day"),
  hoursPerWeek: said(z.number().min(0).max(112), "Working hours a week; needed with hourly pay"),
  region: said(z.string().trim().max(120), "Region of the workplace abroad"),
  trainingMonths: said(months.max(36), "Training before leaving"),
  selectionOn: said(day, "Day of selection"),
  departureFrom: said(day, "Expected departure, first day"),
  departureTo: said(day, "Expected departure, last day"),
  board: z.enum(keepings).default("unknown").describe("Meals"),
  boardCost: said(moneyIn, "Meals per month, in `currency`"),
  lodging: z.enum(keepings).default("unknown").describe("Lodging"),
  lodgingCost: said(moneyIn, "Lodging per month, in `currency`"),
  commuting: z.enum(["free", "own_cost", "unknown"]).default("unknown").describe("The way to work"),
  airfare: z.enum(["foreign_side", "agency", "worker", "shared", "unknown"]).default("unknown").describe("The flight"),
  airfareLegs: z
    .enum(["none", "one_way", "round_trip", "unknown"])
    .default("unknown")
    .describe("Legs the foreign side pays"),
  deductions: said(
    z
      .array(z.object({ code: word, amount: said(moneyIn, "Per month"), percent: said(z.number(), "Of the wage") }))
      .max(30),
    "Taken from the wage each month; null: the offer does not say",
  ),
});

const lineIn = z.object({
  code: word.refine((code) => feeComponentOf(code) !== undefined, { message: "no such component; see /fees/rules" }),
  payer: z.enum(payers),
  payee: z.enum(payees).default("unknown"),
  amount: moneyIn.nullable().describe("For each of `months` where that is given; null is unknown, never zero"),
  due: z.enum(dueMoments).default("unknown"),
  months: said(z.int().min(1).max(120), "Number of months of a monthly line"),
  refundable: z.enum(refundables).default("unknown"),
});

const yesNo = (description: string) => said(z.boolean(), `${description}; null: did not say`);
const situationIn = z
  .object({
    groups: said(z.array(z.enum(policyGroups)).max(10), "Groups of Decree 338/2025; []: in none; null: did not say"),
    commune: said(z.string().max(40), "Commune since 2025-07-01"),
    hardCommune: yesNo("Lives in a place of special difficulty"),
    helpedBefore: yesNo("Was helped once already"),
    has: said(z.array(z.enum(alreadyHeld)).max(20), "What she has already, so that its line falls away"),
    completedTts: said(z.enum(["none", "1", "2", "3"]), "Stages of technical internship in Japan finished"),
    sameEnterprise: yesNo("Goes back to the same enterprise and supervising body"),
    borrow: said(
      z.union([z.literal("most"), amountIn]),
      "What she would borrow from the policy bank, in đồng; most: as much as she may",
    ),
    studyMonths: said(z.number().min(0).max(36), "Months of study before leaving"),
  })
  .describe("Used for this answer only: neither stored nor logged");

export const quoteBody = z
  .object({
    order: z.string().max(40).optional().describe("Reference of an open order"),
    terms: termsIn.optional().describe("Instead of `order`: an offer's terms"),
    lines: z.array(lineIn).max(60).optional().describe("With `terms`: the cost sheet"),
    situation: situationIn.optional(),
    on: day.optional().describe("The day the rules are taken from; today if absent"),
  })
  .superRefine(({ order, terms, lines }, check) => {
    const fault = (field: string, message: string) => check.addIssue({ code: "custom", path: [field], message });
    if ((order === undefined) === (terms === undefined)) fault("order", "give either order or terms");
    if (order !== undefined && lines !== undefined) fault("lines", "an order brings its own lines");
    if (!terms) return;
    if (programmeOf(terms.programme)?.market !== terms.market) fault("terms.programme", "of another market");
    const currency = terms.currency ?? marketOf(terms.market)?.currency;
    for (const field of ["basicPay", "grossPay", "netPay", "boardCost", "lodgingCost"] as const)
      if (terms[field] && terms[field].currency !== currency) fault(`terms.${field}`, `must be in ${currency}`);
    for (const [i, item] of (terms.deductions ?? []).entries())
      if (item.amount && item.amount.currency !== currency) fault(`terms.deductions.${i}`, `must be in ${currency}`);
  });
export type QuoteBody = z.output<typeof quoteBody>;

const range = name(
  "DongRange",
  z
    .object({
      low: orNull(wholeNumber, "At least; null: unknown"),
      high: orNull(wholeNumber, "At most; null: unknown"),
    })
    .describe("In đồng; equal ends are one number"),
);
const when = name(
  "When",
  z
    .object({
      due: z.enum(dueMoments).describe("The moment"),
      from: orNull(calendarDay, "Not before"),
      to: orNull(calendarDay, "Not after"),
      month: orNull(z.int(), "Month counted from departure, which is 0; null: not known"),
    })
    .describe("When something falls due or comes back"),
);
const basis = name(
  "Basis",
  z
    .object({
      kind: z
        .enum(["order", "rule", "reference", "person", "derived"])
        .describe("Stated by the offer, by a rule, by a figure of ours with its source, by the person, or worked out"),
      formula: z.enum(cashFormulas).describe("Name of the formula"),
      inputs: z.record(text, z.union([text, z.number(), money, z.null()])).describe("What went in; đồng as numbers"),
      rule: orNull(text, "The rule; see /fees/rules"),
      legalSource: orNull(text, "Article, or source of the figure"),
      on: orNull(calendarDay, "Day of the figure or since when the rule holds"),
      verified: z.boolean().describe("The figure rests on text that was read"),
    })
    .describe("How a number came about"),
);
const dong = (description: string) => orNull(wholeNumber, `${description}, in đồng; null: unknown`);
const line = name(
  "CashLine",
  z
    .object({
      position: z.int().describe("Place on the sheet"),
      code: text.describe("Component; see /fees/rules"),
      payer: z.enum(payers).describe("Who pays"),
      payee: z.enum(payees).describe("Who receives"),
      amount: money.nullable().describe("The whole line, all months"),
      dong: dong("The same"),
      when: when.describe("When it is due"),
      refundable: z.enum(refundables).describe("Whether it is given back"),
      comesBack: when.nullable().describe("When a deposit comes back"),
      heldAlready: z.boolean().describe("She has it already: nothing is due"),
      granted: z
        .array(
          z.object({ rule: text.describe("The grant"), dong: wholeNumber.describe("In đồng") }).describe("A grant"),
        )
        .describe("Taken off by the state"),
      workerDong: dong("What is left for her"),
      basis: basis.describe("How the number came about"),
    })
    .describe("A line of the cost sheet for one person"),
);
const part = name(
  "MonthlyPart",
  z
    .object({
      code: text.describe("Wage, deduction or cost of a month"),
      sign: z.literal([1, -1]).describe("1: income, -1: cost"),
      low: money.nullable().describe("At least"),
      high: money.nullable().describe("At most"),
      dong: range.describe("In đồng"),
      basis: basis.describe("How the number came about"),
    })
    .describe("A part of a month abroad"),
);
const applies = z.enum(["yes", "no", "unknown"]).describe("unknown: hangs on something that was not said");
const grant = name(
  "Grant",
  z
    .object({
      rule: text.describe("The rule; see /fees/rules"),
      covers: z.array(text).describe("Components it may pay for"),
      kind: z.enum(["up_to", "official_fee", "allowance"]).describe("How it is paid"),
      capDong: dong("At most"),
      fromDong: dong("From, where it is a range"),
      per: z.enum(["course", "day", "month", "person"]).describe("For what"),
      applies,
      because: z.array(text).describe("Conditions that decide it"),
      legalSource: text.describe("Article"),
      verified: z.boolean().describe("Rests on text that was read"),
    })
    .describe("Support of the state"),
);
const loan = name(
  "LoanSchedule",
  z
    .object({
      rule: text.describe("The rule; see /fees/rules"),
      applies,
      because: z.array(text).describe("Conditions that decide it"),
      principalDong: wholeNumber.describe("Borrowed, in đồng"),
      months: z.int().describe("Term"),
      ratePerYearPercent: orNull(z.number(), "Interest a year; null: unknown"),
      rateVerified: z.boolean().describe("The rate rests on text that was read"),
      instalments: z
        .array(
          z
            .object({
              month: z.int().describe("Month from departure"),
              principalDong: wholeNumber.describe("Of the principal"),
              interestDong: wholeNumber.describe("Interest"),
              leftDong: wholeNumber.describe("Still owed after it"),
            })
            .describe("An instalment"),
        )
        .nullable()
        .describe("Null where the rate is unknown"),
      totalInterestDong: dong("Interest in all"),
      collateralNeeded: orNull(z.boolean(), "Whether collateral is needed"),
      legalSource: text.describe("Article"),
    })
    .describe("A loan of the policy bank"),
);

export const quoteAnswer = answer("Quote", "What an offer costs and brings one person, by date", {
  on: calendarDay.describe("The day the rules are taken from"),
  rates: z
    .array(
      z
        .object({
          currency: text.describe("Currency"),
          on: calendarDay.describe("Day of the rate"),
          vndPerUnit: z.number().describe("Đồng for one unit"),
          source: text.describe("Who said so"),
          verified: orNull(z.boolean(), "Whether it was checked; null: not recorded"),
        })
        .describe("A dated rate"),
    )
    .describe("Every rate behind the amounts in đồng"),
  lines: z.array(line).describe("The cost sheet for this person"),
  grants: z.array(grant).describe("Support of the state, whether or not it applies"),
  allowancesDong: range.describe("Paid to her beside the lines while she studies"),
  loan: loan.nullable().describe("For what she pays before leaving"),
  depositLoan: loan.nullable().describe("For the deposit of the Korean state programme"),
  findings: z
    .array(
      z
        .object({
          position: orNull(z.int(), "The line; null: the whole sheet"),
          code: orNull(text, "Its component"),
          condition: z.enum(feeConditions).describe("The condition that is not met or cannot be judged"),
          severity: z.enum(["breach", "unknown", "unverified"]).describe("How sure"),
          rule: orNull(text, "The rule"),
          legalSource: orNull(text, "Its article"),
          limit: money.nullable().describe("The limit"),
          excess: money.nullable().describe("By how much it is exceeded"),
        })
        .describe("A finding"),
    )
    .describe("What the rules say against the sheet, for this person"),
  totals: z
    .object({
      beforeLeavingDong: dong("Paid before leaving after grants, deposit apart"),
      beforeLeavingAtLeastDong: wholeNumber.describe("The known lines of it"),
      depositDong: dong("Deposit"),
      grantedDong: wholeNumber.describe("Taken off by grants"),
      foreignSideDong: dong("Paid by the foreign side and the employer"),
      abroadDong: dong("Paid by her while abroad"),
    })
    .describe("Sums"),
  monthly: z.array(part).describe("A month abroad; overtime is in none of it"),
  keptPerMonthDong: range.describe("Kept in a month, before loan instalments"),
  months: z
    .array(
      z
        .object({
          month: z.int().describe("Months from departure; negative before it"),
          outDong: range.describe("Paid out"),
          inDong: range.describe("Received"),
          cumulativeDong: range.describe("Cash since the beginning"),
          netDong: range.describe("The same with deposits counted as hers and debts taken off"),
        })
        .describe("A month"),
    )
    .describe("Month by month"),
  breakEven: z
    .object({
      earliest: orNull(z.int(), "First month with nothing owed, by the best reading"),
      latest: orNull(z.int(), "The same by the most cautious reading"),
      reason: z.enum(["known", "unknown", "never_within_contract"]).describe("Why an end is null"),
    })
    .describe("A range, never one number where the readings differ"),
  unknown: z
    .array(
      z
        .object({ name: z.enum(cashUnknowns).describe("What"), position: orNull(z.int(), "Of which line") })
        .describe("Something unknown"),
    )
    .describe("What is not known"),
});
