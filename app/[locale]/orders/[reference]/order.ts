// What the page of one order reads, once for its head and its body.
import "server-only";
import { cache } from "react";
import { today } from "@/app/_http/today";
import { type SheetView, sheetView } from "@/components/fees/sheet-view";
import { contractMinimumFindings } from "@/domain/fees/rules";
import type { FeeTerms } from "@/domain/fees/schema";
import { agencyDossiers } from "@/domain/licences/queries";
import { verdictOn } from "@/domain/licences/rules";
import { type OrderPage, orderPage } from "@/domain/orders/queries";

/** References as the site gives them: JP-000123; anything else is nobody's. */
export const readOrder = cache(async (asked: string): Promise<OrderPage | null> => {
  const reference = asked.toUpperCase();
  return /^[A-Z]{2}-\d{1,12}$/.test(reference) ? orderPage(reference) : null;
});

/** The agency as the register knows it today; null for a state programme. */
export async function verdictOf(page: OrderPage) {
  const id = page.facts.agencyId;
  const dossier = id ? (await agencyDossiers([id])).get(id) : undefined;
  return dossier ? verdictOn(dossier, today()) : null;
}

export function moneyOf(page: OrderPage): { sheet: SheetView; minimums: ReturnType<typeof contractMinimumFindings> } {
  const { rates } = page;
  const terms: FeeTerms = { ...page.facts, rates };
  const day = today();
  return { sheet: sheetView(page.fees, terms, rates, day), minimums: contractMinimumFindings(terms, day, page.fees) };
}
