// The cash-flow of an order for one person, with what the state adds and lends her: one door for the pages and the open data.
import type { Rate } from "@/domain/kernel/money";
import { supportFor } from "@/domain/support/rules";
import type { Rates } from "../conversion";
import type { FeeLine } from "../schema";
import { cashFlow } from "./flow";
import { ratesOfOrder } from "./order-rates";
import type { CashFlow, CashFlowQuestion, CashFlowTerms } from "./shape";

export const cashFlowFor = (question: CashFlowQuestion): CashFlow =>
  cashFlow(
    question,
    supportFor(question.situation, {
      day: question.on,
      market: question.terms.market,
      programme: question.terms.programme,
    }),
  );

type Order = { facts: CashFlowTerms; fees: readonly FeeLine[]; rate: Rate | null };

/** The order's own rate first: what it asks must not come and go with the market. */
export const cashFlowOfOrder = (
  { facts, fees, rate }: Order,
  latest: Rates,
  person: Pick<CashFlowQuestion, "situation" | "on">,
): CashFlow =>
  cashFlowFor({
    terms: { ...facts, rates: ratesOfOrder(fees, rate, latest) },
    lines: fees,
    ...person,
  });
