import "server-only";
import { LRUCache } from "lru-cache";
import { type Day, columnOfDay, dayOf, dayOfColumn } from "@/domain/kernel/calendar";
import { now } from "@/platform/clock";
import { type Prisma, db } from "@/platform/db";
import { loadPublishable, rateOfRow } from "./publishable";
import { type Condition, publicationConditions } from "./rules";

/** The condition that every public read carries: the view decides, at this moment, inside the same statement. */
export const isPublic = { public: { isNot: null } } satisfies Prisma.JobOrderWhereInput;
/** Listed publicly: near-copies stand behind the head of their group. */
export const isListed = { ...isPublic, groupHead: true } satisfies Prisma.JobOrderWhereInput;

const cardFields = {
  id: true,
  reference: true,
  kind: true,
  senderType: true,
  senderName: true,
  market: true,
  programme: true,
  occupation: true,
  region: true,
  title: true,
  workplace: true,
  quantity: true,
  placesConfirmed: true,
  sex: true,
  ageMin: true,
  ageMax: true,
  language: true,
  languageTest: true,
  languageLevel: true,
  languageOrdinal: true,
  currency: true,
  payPeriod: true,
  basicMinor: true,
  netMinor: true,
  basicVnd: true,
  netVnd: true,
  rateOn: true,
  costVnd: true,
  costRateOn: true,
  depositVnd: true,
  payAfterCostVnd: true,
  breakEvenMonths: true,
  contractMonths: true,
  deadlineOn: true,
  publishedAt: true,
  demo: true,
  groupKey: true,
  version: true,
  agency: { select: { slug: true, nameVi: true, nameEn: true, abbreviation: true } },
} satisfies Prisma.JobOrderSelect;

type CardRow = Prisma.JobOrderGetPayload<{ select: typeof cardFields }>;
const cardOf = (row: CardRow) => ({
  ...row,
  placesLeft: row.quantity === null ? null : row.quantity - row.placesConfirmed,
  deadlineOn: row.deadlineOn && dayOfColumn(row.deadlineOn),
  rateOn: row.rateOn && dayOfColumn(row.rateOn),
  costRateOn: row.costRateOn && dayOfColumn(row.costRateOn),
});
/** What a list shows of an order. */
export type OrderCard = ReturnType<typeof cardOf>;

/** A card is what its rows say: kept under their versions, it needs no second reading until one of them is written anew. */
const cards = new LRUCache<string, OrderCard>({ max: 10_000 });
type Version = { id: string; version: string };

/** Cards in the order of `ids`; orders the public may not see are simply not among them. Asked of the database each time: who may be seen. */
export async function orderCards(ids: readonly string[]): Promise<OrderCard[]> {
  if (ids.length === 0) return [];
  const open = await db.$queryRaw<Version[]>`
    SELECT o."id"::text, o.xmin::text || ' ' || coalesce(a.xmin::text, '') AS version
    FROM "JobOrder" o JOIN "PublicOrder" p ON p."id" = o."id" LEFT JOIN "Agency" a ON a."id" = o."agencyId"
    WHERE o."id" = ANY(${ids}::uuid[])`;
  const keys = new Map(open.map(({ id, version }) => [id, `${id} ${version}`]));
  const missing = open.flatMap(({ id }) => (cards.has(keys.get(id) ?? "") ? [] : id));
  if (missing.length > 0) {
    const rows = await db.jobOrder.findMany({ where: { id: { in: missing }, ...isPublic }, select: cardFields });
    // Written anew between the two readings: the old version's place gets the new card, and nobody asks for the old version again.
    for (const row of rows) cards.set(keys.get(row.id) ?? row.id, cardOf(row));
  }
  return ids.flatMap((id) => cards.get(keys.get(id) ?? "") ?? []);
}

export async function listCards(
  where: Prisma.JobOrderWhereInput,
  orderBy: Prisma.JobOrderOrderByWithRelationInput[],
  take: number,
  skip = 0,
): Promise<OrderCard[]> {
  const rows = await db.jobOrder.findMany({
    where: { AND: [where, isListed] },
    select: cardFields,
    orderBy,
    take,
    skip,
  });
  return rows.map(cardOf);
}

/** Why an order cannot be applied for, worst first; null while the public may see it. */
export type NotOpen = {
  reason: "agency" | "contract" | "rules" | "full" | "deadline" | "withdrawn" | "closed" | "paused" | "recorded";
  conditions: Condition[];
};

/** A notice of the past states what it states; whether that is all of it nobody knows, so nothing of it is a sum. */
const nothingAddedUp = { costVnd: null, depositVnd: null, payAfterCostVnd: null, breakEvenMonths: null } as const;

export type OrderPage = NonNullable<Awaited<ReturnType<typeof orderPage>>>;

/**
 * One order as its page shows it, with the proof. Drafts do not exist for the public. An order that is not public is answered with the
 * reason and without its offer: whoever followed an old link learns why, and nothing more.
 */
export async function orderPage(reference: string, day: Day = dayOf(now())) {
  const [found] = await loadPublishable({ reference, status: { not: "draft" } });
  if (!found) return null;
  const { row, order, facts } = found;
  const [open, agency, copies] = await Promise.all([
    db.jobOrder.count({ where: { id: row.id, ...isPublic } }),
    row.agencyId ? db.agency.findUnique({ where: { id: row.agencyId } }) : null,
    db.jobOrder.findMany({
      where: { groupKey: row.groupKey, id: { not: row.id }, ...isPublic },
      select: { reference: true, title: true, quantity: true, deadlineOn: true },
      take: 10,
    }),
  ]);
  const conditions = row.status === "recorded" ? [] : publicationConditions(order, day);
  return {
    facts: row.status === "recorded" ? { ...facts, ...nothingAddedUp } : facts,
    fees: order.fees,
    rate: rateOfRow(row),
    /** Those its figures were made with, before the newest. */
    rates: order.rates,
    placesLeft: row.quantity === null ? null : row.quantity - row.placesConfirmed,
    agency: agency && {
      slug: agency.slug,
      nameVi: agency.nameVi,
      nameEn: agency.nameEn,
      abbreviation: agency.abbreviation,
      phone: agency.phone,
      website: agency.website,
      headOffice: agency.headOffice,
    },
    copies,
    conditions,
    notOpen: open > 0 ? null : notOpenBecause(row.status, row.closedReason, conditions),
  };
}

function notOpenBecause(status: string, closedReason: string | null, conditions: Condition[]): NotOpen {
  const failed = (code: string) => conditions.some((c) => c.code === code && c.met === false);
  const reason: NotOpen["reason"] =
    status === "recorded"
      ? "recorded"
      : failed("P1") || failed("P3")
        ? "agency"
        : status === "filled" || closedReason === "full"
          ? "full"
          : status === "withdrawn"
            ? "withdrawn"
            : status === "paused"
              ? "paused"
              : status === "closed"
                ? closedReason === "deadline"
                  ? "deadline"
                  : "closed"
                : failed("P4") || failed("P5")
                  ? "contract"
                  : failed("P2") || failed("P6") || failed("P9") || failed("P10")
                    ? "rules"
                    : conditions.some((c) => c.findings.some((f) => f.name === "full"))
                      ? "full"
                      : "deadline";
  return { reason, conditions: conditions.filter((c) => c.met === false) };
}

/** Up to four orders side by side, in the order asked; those not public come back as their reference only. */
export async function ordersToCompare(references: readonly string[]) {
  const wanted = [...new Set(references)].slice(0, 4);
  return Promise.all(wanted.map(async (reference) => ({ reference, page: await orderPage(reference) })));
}

/** Orders of an agency for its page: open ones as cards, past ones as a list. */
export async function ordersOfAgency(agencyId: string, take = 50) {
  const [open, past] = await Promise.all([
    listCards({ agencyId }, [{ publishedAt: "desc" }], take),
    db.jobOrder.findMany({
      where: {
        agencyId,
        status: { in: ["published", "paused", "filled", "closed", "withdrawn", "recorded"] },
        public: { is: null },
      },
      select: {
        reference: true,
        title: true,
        market: true,
        status: true,
        closedReason: true,
        quantity: true,
        announcedOn: true,
        publishedAt: true,
        deadlineOn: true,
      },
      orderBy: { publishedAt: { sort: "desc", nulls: "last" } },
      take,
    }),
  ]);
  return { open, past };
}

/** Open listed orders per market: number of orders and of places left. */
export async function countsByMarket(): Promise<Map<string, { orders: number; places: number }>> {
  const rows = await db.jobOrder.groupBy({
    by: ["market"],
    where: isListed,
    _count: { _all: true },
    _sum: { quantity: true, placesConfirmed: true },
  });
  return new Map(
    rows.map((row) => [
      row.market,
      { orders: row._count._all, places: (row._sum.quantity ?? 0) - (row._sum.placesConfirmed ?? 0) },
    ]),
  );
}

/** References and days of change of all open listed orders, for the sitemap, in pages of 10,000. */
export const listedReferences = (page: number) =>
  db.jobOrder.findMany({
    where: isListed,
    select: { reference: true, updatedAt: true },
    orderBy: { id: "asc" },
    take: 10_000,
    skip: page * 10_000,
  });

export const countListed = (where: Prisma.JobOrderWhereInput): Promise<number> =>
  db.jobOrder.count({ where: { AND: [where, isListed] } });

/** Number of listed orders for each value of a column. */
export async function countListedBy(
  column: "market" | "programme" | "occupation" | "kind" | "sex" | "interviewForm",
  where: Prisma.JobOrderWhereInput,
): Promise<Record<string, number>> {
  const rows = await db.jobOrder.groupBy({ by: [column], where: { AND: [where, isListed] }, _count: { _all: true } });
  return Object.fromEntries(rows.map((row) => [String(row[column]), row._count._all]));
}

export const listedCount = (): Promise<number> => countListed({});

/** The orders themselves and their near-copies. */
export async function idsInGroupsOf(ids: readonly string[]): Promise<string[]> {
  const groups = await db.jobOrder.findMany({
    where: { id: { in: [...ids] } },
    select: { groupKey: true },
    distinct: ["groupKey"],
  });
  const rows = await db.jobOrder.findMany({
    where: { groupKey: { in: groups.map((g) => g.groupKey) } },
    select: { id: true },
  });
  return rows.map((row) => row.id);
}

/** For reactions: which orders a change of an agency, a contract or an import touches. */
export async function idsOfOrders(where: Prisma.JobOrderWhereInput): Promise<string[]> {
  return (await db.jobOrder.findMany({ where, select: { id: true } })).map((row) => row.id);
}

/** An agency's published orders, whether or not the public may see them today. */
export const publishedOf = (agencyId: string) =>
  db.jobOrder.findMany({
    where: { agencyId, status: "published" },
    select: { reference: true, title: true, market: true, kind: true, public: { select: { id: true } } },
    orderBy: { reference: "asc" },
  });

/** For reactions: what the authority answered to contracts. */
export const decidedContracts = (ids: readonly string[]) =>
  db.supplyContract.findMany({
    where: { id: { in: [...ids] }, status: { in: ["approved", "returned"] }, decidedAt: { not: null } },
    select: { id: true, reference: true, agencyId: true, status: true, decidedAt: true, approvalNo: true },
  });

/** Published orders not yet judged on this day. */
export const unjudgedCount = (day: Day): Promise<number> =>
  db.jobOrder.count({
    where: { status: "published", OR: [{ evaluatedOn: null }, { evaluatedOn: { lt: columnOfDay(day) } }] },
  });

/** All listed orders that fit, with the columns asked for, in the order of their ids. */
export const listedOrders = <S extends Prisma.JobOrderSelect>(
  where: Prisma.JobOrderWhereInput,
  select: S,
  take?: number,
) => db.jobOrder.findMany({ where: { AND: [where, isListed] }, select, orderBy: { id: "asc" }, take });

export {
  type ContractCard,
  type ContractPage,
  contractCounts,
  contractFile,
  contractFor,
  contractSavedMeanwhile,
  contractsFor,
  contractsWaitingFor,
  ordersOfStaff,
} from "./contracts/queries";

export { notOpenSince } from "./ended";
