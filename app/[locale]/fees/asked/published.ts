// The order somebody was promised, as far as its terms and its cost sheet were published: open or not.
import "server-only";
import type { AskedJob } from "@/components/fees/asked-form";
import { monthlyBasic } from "@/domain/fees/rules";
import type { FeeLine, Rates } from "@/domain/fees/schema";
import { unitsOf } from "@/domain/kernel/money";
import { orderPage } from "@/domain/orders/queries";

export type PublishedOrder = {
  reference: string;
  title: string;
  open: boolean;
  sheet: readonly FeeLine[];
  contractMonths: number | null;
  /** The order's own dated rate. */
  rates: Rates;
  prefilled: Partial<AskedJob>;
};

const isReference = /^[A-Z]{2}-\d{1,12}$/;

/** Null when there is no such order, or nothing of it may be shown. */
export async function publishedOrder(asked: string): Promise<PublishedOrder | null> {
  const reference = asked.toUpperCase();
  const page = isReference.test(reference) ? await orderPage(reference) : null;
  if (!page) return null;
  const { facts } = page;
  const wage = monthlyBasic(facts);
  const foreign = page.fees.find(({ code }) => code === "service_fee_paid_by_foreign_side");
  return {
    reference,
    title: facts.title,
    open: page.notOpen === null,
    sheet: page.fees,
    contractMonths: facts.contractMonths,
    rates: page.rate ? new Map([[page.rate.currency, page.rate]]) : new Map(),
    prefilled: {
      market: facts.market,
      programme: facts.programme,
      occupation: facts.occupation,
      contract_months: facts.contractMonths === null ? "" : String(facts.contractMonths),
      wage: wage === null ? "" : plain(unitsOf({ minor: wage, currency: facts.currency })),
      currency: facts.currency,
      foreign_paid: foreign ? plain(foreignUnits(foreign, facts.currency, facts.contractMonths)) : "",
    },
  };
}

const plain = (units: number | null): string => (units === null ? "" : String(units).replace(".", ","));

/** For the whole contract, where it is stated in the currency of the wage. */
function foreignUnits(line: FeeLine, currency: string, contractMonths: number | null): number | null {
  const months = line.months ?? (line.due === "monthly_abroad" ? contractMonths : 1);
  if (line.amountMinor === null || months === null || line.currency !== currency) return null;
  return unitsOf({ minor: line.amountMinor * BigInt(months), currency });
}
