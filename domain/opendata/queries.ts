import "server-only";
import { journalHeads } from "@/domain/audit/queries";
import { checkContact } from "@/domain/complaints/queries";
import { latestRates } from "@/domain/fees/queries";
import { askedAnswerOf, cashFlowFor, cashFlowOfOrder, ceilingAnswerOf } from "@/domain/fees/rules";
import type { AskedBody, CeilingBody } from "@/domain/fees/schema";
import { type Day, dayOf } from "@/domain/kernel/calendar";
import { agencyProfile, checkAgency, listAgencies } from "@/domain/licences/queries";
import type { VerdictCode } from "@/domain/licences/rules";
import { provinceOf } from "@/domain/localities/rules";
import {
  type NotOpen,
  type OrderCard,
  countListed,
  countsByMarket,
  orderCards,
  orderPage,
} from "@/domain/orders/queries";
import { overdueRefundsOf } from "@/domain/payments/queries";
import { engineAnswers, searchCondition, searchOrders } from "@/domain/search/queries";
import type { OrderSearch } from "@/domain/search/schema";
import { now } from "@/platform/clock";
import { db } from "@/platform/db";
import { env } from "@/platform/env";
import { type Cursor, writeCursor } from "./cursor";
import type { Links } from "./fields";
import {
  agencyDetailAnswer,
  agencySummaryAnswer,
  checkDetailAnswer,
  countsAnswer,
  registerAnswer,
} from "./mapping/agencies";
import { contactCheckAnswerOf } from "./mapping/contacts";
import { journalHeadAnswerOf } from "./mapping/journal";
import { orderDetailAnswer, orderSummaryAnswer } from "./mapping/orders";
import type { QuoteBody } from "./answers/quote";
import { linesOf, quoteDetailAnswer, situationOf, termsOf } from "./mapping/quote";
import { marketsDetailAnswer } from "./mapping/reference";

/** One page of a search; whoever needs more than the engine's reach walks. */
export async function ordersFound(
  search: OrderSearch,
  { pageSize, facets }: { pageSize: number; facets: boolean },
  links: Links,
) {
  const found = await searchOrders(search, { pageSize, facets });
  const order =
    search.sort === "relevance" && (!search.text || found.engine === "postgres") ? ("newest" as const) : search.sort;
  return {
    orders: found.cards.map((card) => orderSummaryAnswer(card, links)),
    total: found.total,
    page: search.page,
    pageSize,
    order,
    nextCursor: null,
    engine: found.engine,
    searchedFor: found.searchedFor,
    ...(facets && { facets: found.facets as Record<string, Record<string, number>> }),
  };
}

/** Positions behind a walk's cursor, newest first, whoever may see them: a plain reading of the index of publication days. */
function positionsAfter(condition: object, cursor: Cursor | "start", take: number) {
  const { publishedAt, id } = cursor === "start" ? { publishedAt: undefined, id: undefined } : cursor;
  const after = publishedAt && {
    publishedAt: { lte: publishedAt },
    OR: [{ publishedAt: { lt: publishedAt } }, { id: { gt: id } }],
  };
  return db.jobOrder.findMany({
    where: { AND: [condition, { status: "published", groupHead: true, publishedAt: { not: null } }, after ?? {}] },
    select: { id: true, publishedAt: true },
    orderBy: [{ publishedAt: "desc" }, { id: "asc" }],
    take,
  });
}

/**
 * A page of a walk over every order that fits, newest first: what is published meanwhile lies before the walk, nothing is served twice.
 * Positions are read first and then put to the public condition: asked in one, the database would judge every order there is for each page.
 */
export async function ordersWalked(
  search: OrderSearch,
  { pageSize, cursor }: { pageSize: number; cursor: Cursor | "start" },
  links: Links,
) {
  const condition = await searchCondition(search);
  const cards: OrderCard[] = [];
  const batch = pageSize + Math.max(20, pageSize >> 2);
  let at: Cursor | "start" | null = cursor;
  while (at && cards.length <= pageSize) {
    const positions: { id: string; publishedAt: Date | null }[] = await positionsAfter(condition, at, batch);
    cards.push(...(await orderCards(positions.map(({ id }) => id))));
    const last = positions.length === batch ? positions.at(-1) : undefined;
    at = last?.publishedAt ? { publishedAt: last.publishedAt, id: last.id } : null;
  }
  const served = cards.slice(0, pageSize);
  const last = cards.length > pageSize ? served.at(-1) : undefined;
  return {
    orders: served.map((card) => orderSummaryAnswer(card, links)),
    total: cursor === "start" ? await countListed(condition) : null,
    page: null,
    pageSize,
    order: "newest" as const,
    nextCursor: last?.publishedAt ? writeCursor({ publishedAt: last.publishedAt, id: last.id }) : null,
    engine: "postgres" as const,
    searchedFor: null,
  };
}

/** An open order; the reason when it is not open; null when there is none. */
export async function orderFound(reference: string, links: Links) {
  const page = await orderPage(reference);
  if (!page) return null;
  const notOpen: NotOpen["reason"] | null = page.notOpen?.reason ?? null;
  return notOpen ? { notOpen } : { notOpen: null, order: orderDetailAnswer(page, links) };
}

export type AgenciesAsked = {
  q?: string;
  status?: VerdictCode;
  market?: string;
  province?: string;
  on?: Day;
  page: number;
  pageSize: number;
};

export async function agenciesFound(asked: AgenciesAsked, links: Links) {
  const list = await listAgencies(asked);
  // Beyond the last page there is nothing; the list itself would show its last page.
  const agencies = list.page === asked.page ? list.agencies : [];
  return {
    agencies: agencies.map((agency) => agencySummaryAnswer(agency, links)),
    total: list.total,
    page: asked.page,
    pageSize: list.pageSize,
    counts: countsAnswer(list.counts),
    register: registerAnswer(list.register),
    pages: list.pages,
  };
}

export async function agencyFound(slug: string, on: Day | undefined, links: Links) {
  const profile = await agencyProfile(slug, on);
  if (!profile) return null;
  const { books, countedFrom, overdue, since } = await overdueRefundsOf(profile.dossier.id);
  return {
    agency: agencyDetailAnswer(profile, links),
    refunds: { contracts: books, countedFrom, overdue, overdueSince: since },
    register: registerAnswer(profile.register),
  };
}

export const licenceChecked = async (text: string, on: Day | undefined, links: Links) =>
  checkDetailAnswer(await checkAgency(text, { on }), links);

export const marketsFound = async (links: Links) => marketsDetailAnswer(await countsByMarket(), links);

export const ceilingAsked = (body: CeilingBody) => ceilingAnswerOf(body, dayOf(now()));
export const feesChecked = async (body: AskedBody) => askedAnswerOf(body, dayOf(now()), await latestRates());

export const journalHeadsFound = async () => journalHeadAnswerOf(await journalHeads());

/** The same engine as the page's; null: no such order. Nothing of the situation is kept. */
export async function quoted({ order, terms, lines, situation, on }: QuoteBody) {
  const person = { situation: situationOf(situation), on: (on as Day | undefined) ?? dayOf(now()) };
  const rates = await latestRates();
  if (terms) {
    const offer = termsOf(terms);
    const flow = cashFlowFor({ terms: { ...offer, rates }, lines: linesOf(lines, offer.currency), ...person });
    return { notOpen: null, answer: quoteDetailAnswer(flow) };
  }
  const reference = (order ?? "").toUpperCase();
  const page = /^[A-Z]{2}-\d{1,12}$/.test(reference) ? await orderPage(reference) : null;
  if (!page) return null;
  if (page.notOpen) return { notOpen: page.notOpen.reason };
  return { notOpen: null, answer: quoteDetailAnswer(cashFlowOfOrder(page, rates, person)) };
}

const patience = 2_000;
const within = <T>(asked: Promise<T>, otherwise: T): Promise<T> =>
  Promise.race([asked.catch(() => otherwise), new Promise<T>((done) => setTimeout(done, patience, otherwise).unref())]);

/** Whether the parts answer, asked now. */
export async function health() {
  const searching = env.MEILI_URL !== undefined;
  const [database, search] = await Promise.all([
    within(
      db.$queryRaw`SELECT 1`.then(
        () => "up" as const,
        () => "down" as const,
      ),
      "down",
    ),
    searching
      ? within(
          engineAnswers().then((up) => (up ? ("up" as const) : ("down" as const))),
          "down",
        )
      : ("off" as const),
  ]);
  const status = database === "down" ? ("down" as const) : search === "up" ? ("ok" as const) : ("degraded" as const);
  return { status, database, search, version: env.VERSION };
}

/** Whose a contact is; a province that does not exist is none. */
export const contactChecked = async ({ q, province }: { q: string; province?: string }) =>
  contactCheckAnswerOf(await checkContact(q, { province: province ? (provinceOf(province)?.id ?? null) : null }));
