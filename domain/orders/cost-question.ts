import "server-only";
import { ratesOfOrder } from "@/domain/fees/rules";
import type { CashFlowQuestion, CashFlowTerms, FeeLine } from "@/domain/fees/schema";
import { type Day, dayOf } from "@/domain/kernel/calendar";
import { now } from "@/platform/clock";
import type { Prisma } from "@/platform/db";
import { loadPublishable } from "./publishable";
import { type Publishable, feeTermsOf } from "./rules";

/** What the cash-flow asks of an order; named one by one, because an order has a hundred fields. */
export function cashFlowTermsOf(order: Publishable): CashFlowTerms {
  const { ticket } = feeTermsOf(order);
  return {
    market: order.market,
    programme: order.programme,
    occupation: order.occupation,
    senderType: order.senderType,
    kind: order.kind,
    contractMonths: order.contractMonths,
    extensionMonths: order.extensionMonths,
    currency: order.currency,
    payPeriod: order.payPeriod,
    basicMinor: order.basicMinor,
    grossMinor: order.grossMinor,
    netMinor: order.netMinor,
    hoursPerDay: order.hoursPerDay,
    hoursPerWeek: order.hoursPerWeek,
    airfare: order.airfare,
    airfareLegs: order.airfareLegs,
    board: order.board,
    boardMinor: order.boardMinor,
    lodging: order.lodging,
    lodgingMinor: order.lodgingMinor,
    commuting: order.commuting,
    deductions: order.deductions,
    allowances: order.allowances,
    overtimeNote: order.overtimeNote,
    ticket: ticket ?? null,
    region: order.region,
    trainingMonths: order.trainingMonths,
    selectionOn: order.selectionOn,
    departureFrom: order.departureFrom,
    departureTo: order.departureTo,
    rates: ratesOfOrder(order.fees, order.rates.get(order.currency) ?? null, order.rates),
  };
}

/** An order as a question about money; her situation is added by who asks. */
export type CostQuestion = Pick<CashFlowQuestion, "terms" | "on"> & {
  lines: readonly FeeLine[];
  order: { id: string; reference: string; title: string; agencyId: string | null; demo: boolean };
};

/** Orders the public may see, as questions for a day, in the order asked; the others are not among them. */
export async function costQuestionsOf(references: readonly string[], on: Day = dayOf(now())): Promise<CostQuestion[]> {
  const wanted = [...new Set(references)];
  const where: Prisma.JobOrderWhereInput = { reference: { in: wanted }, public: { isNot: null } };
  const found = new Map(
    (await loadPublishable(where)).map(({ row, order }): [string, CostQuestion] => [
      row.reference,
      {
        terms: cashFlowTermsOf(order),
        lines: order.fees,
        on,
        order: {
          id: row.id,
          reference: row.reference,
          title: row.title,
          agencyId: row.agencyId,
          demo: row.demo,
        },
      },
    ]),
  );
  return wanted.flatMap((reference) => found.get(reference) ?? []);
}

export const costQuestionOf = async (reference: string, on?: Day): Promise<CostQuestion | null> =>
  (await costQuestionsOf([reference], on))[0] ?? null;
