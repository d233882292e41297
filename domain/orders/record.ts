import "server-only";
import { insertRows, newRowId } from "@/domain/audit/bulk";
import { type Note, type Tx } from "@/domain/audit/change";
import { removeFeeSheets, writeFeeSheets } from "@/domain/fees/commands";
import { type KnownRate, latestRates } from "@/domain/fees/queries";
import type { Day } from "@/domain/kernel/calendar";
import type { Standing } from "@/domain/licences/rules";
import { standingsOf } from "@/domain/licences/queries";
import { type Offer, assignGroups } from "./grouping";
import { contractFacts } from "./publishable";
import { linesInDong, rowOf } from "./rows";
import {
  type BlockingFinding,
  type ConditionCode,
  type ContractFacts,
  type Publishable,
  blocking,
  blockingFindings,
  hidingByRules,
  publicationConditions,
  warnedOf,
} from "./rules";
import type { OrderTerms } from "./schema";

/** What became of one order handed in. heldBack: kept as a draft because these conditions do not hold. */
export type Recorded = {
  id: string;
  reference: string;
  verdict: "added" | "heldBack";
  conditions: ConditionCode[];
  /** Which line, which rule, by how much; empty when nothing fails. */
  findings: BlockingFinding[];
};

type Surroundings = {
  standings: ReadonlyMap<string, Standing>;
  contracts: Map<string, ContractFacts & { quotaIds: { id: string; occupation: string; sex: string }[] }>;
  rates: ReadonlyMap<string, KnownRate>;
};

async function surroundingsOf(tx: Tx, orders: readonly OrderTerms[]): Promise<Surroundings> {
  const agencyIds = [...new Set(orders.flatMap((order) => order.agencyId ?? []))];
  const contractIds = [...new Set(orders.flatMap((order) => order.contractId ?? []))];
  const [standings, contracts, rates] = await Promise.all([
    standingsOf(agencyIds, tx),
    tx.supplyContract.findMany({ where: { id: { in: contractIds } }, include: { quotas: true } }),
    latestRates(tx),
  ]);
  const facts = contracts.map(
    (row) =>
      [row.id, { ...contractFacts(row), quotas: row.quotas.map((q) => ({ ...q })), quotaIds: row.quotas }] as const,
  );
  return { standings, contracts: new Map(facts), rates };
}

const publishableOf = (terms: OrderTerms, around: Surroundings): Publishable => ({
  ...terms,
  standing: terms.agencyId ? (around.standings.get(terms.agencyId) ?? null) : null,
  contract: terms.contractId ? (around.contracts.get(terms.contractId) ?? null) : null,
  claimed: false,
  rateOn: around.rates.get(terms.currency)?.on ?? null,
  rates: around.rates,
  // A notice is filed for an order that the public sees: a new one has none.
  announced: [],
});

/** Takes the places from the contract in memory first (so that a batch cannot overdraw it), and remembers the claim to write. */
function claimQuota(terms: OrderTerms, around: Surroundings, claims: Map<string, number>): void {
  const quotas = (terms.contractId && around.contracts.get(terms.contractId)?.quotas) || [];
  const quota = quotas.find(
    (q) =>
      q.occupation === terms.occupation &&
      (q.sex === "any" || q.sex === terms.sex) &&
      q.quota - q.claimed >= (terms.quantity ?? 0),
  );
  if (!quota || terms.quantity === null) return;
  (quota as { claimed: number }).claimed += terms.quantity;
  const { id } = quota as unknown as { id: string };
  claims.set(id, (claims.get(id) ?? 0) + terms.quantity);
}

/** Two writers may race for the last places of a contract: the WHERE decides, and the batch that loses is undone as a whole. */
async function writeClaims(tx: Tx, claims: ReadonlyMap<string, number>): Promise<void> {
  if (claims.size === 0) return;
  const wanted = JSON.stringify([...claims].map(([id, places]) => ({ id, places })));
  const touched = await tx.$executeRaw`
    UPDATE "ContractQuota" q SET "claimed" = q."claimed" + w.places
    FROM jsonb_to_recordset(${wanted}::jsonb) AS w(id uuid, places int)
    WHERE q."id" = w.id AND q."quota" - q."claimed" >= w.places`;
  if (touched < claims.size) throw new Error("a quota was used up meanwhile");
}

/** What grouping looks at, and no more: an order has a hundred fields. */
const offerOf = (order: OrderTerms, id: string): Offer => ({
  id,
  agencyId: order.agencyId,
  senderName: order.senderName,
  market: order.market,
  programme: order.programme,
  occupation: order.occupation,
  sex: order.sex,
  region: order.region,
  contractMonths: order.contractMonths,
  employerName: order.employerName,
  language: order.language,
  languageOrdinal: order.languageOrdinal,
  currency: order.currency,
  basicMinor: order.basicMinor,
  payMinMinor: order.payMinMinor,
});

/** The group of each offer, and the groups that have more than one member: only those need a head. */
async function groupsFor(tx: Tx, offers: readonly Offer[]): Promise<{ groups: Map<string, string>; shared: string[] }> {
  const agencyIds = [...new Set(offers.flatMap((offer) => offer.agencyId ?? []))];
  const occupations = [...new Set(offers.map((offer) => offer.occupation))];
  const known = await tx.jobOrder.findMany({
    where: { agencyId: { in: agencyIds }, occupation: { in: occupations }, status: { in: ["published", "paused"] } },
    select: {
      id: true,
      agencyId: true,
      senderName: true,
      market: true,
      programme: true,
      occupation: true,
      sex: true,
      region: true,
      contractMonths: true,
      employerName: true,
      language: true,
      languageOrdinal: true,
      currency: true,
      basicMinor: true,
      payMinMinor: true,
      groupKey: true,
    },
  });
  const groups = assignGroups(offers, known);
  const members = new Map<string, number>(known.map(({ groupKey }) => [groupKey, 1]));
  const shared = new Set<string>();
  for (const key of groups.values()) {
    if (members.has(key)) shared.add(key);
    members.set(key, 1);
  }
  return { groups, shared: [...shared] };
}

const afterwards = (kept: Kept | null | undefined, status: string) =>
  kept
    ? {
        version: kept.version + 1,
        placesConfirmed: kept.placesConfirmed,
        ...(status === "published" && kept.publishedAt ? { publishedAt: kept.publishedAt.toISOString() } : {}),
      }
    : {};

/** One head for each group: the newest of those the public may see by themselves. */
export async function electHeads(tx: Tx, groupKeys: readonly string[]): Promise<void> {
  if (groupKeys.length === 0) return;
  await tx.$executeRaw`
    UPDATE "JobOrder" o SET "groupHead" = (o."id" = h."id")
    FROM (SELECT DISTINCT ON ("groupKey") "groupKey", "id" FROM "JobOrder"
          WHERE "groupKey" = ANY(${groupKeys}) AND "status" = 'published' AND cardinality("blockedBy") = 0
            AND "placesConfirmed" < "quantity" AND ("deadlineOn" IS NULL OR "deadlineOn" >= site_today())
          ORDER BY "groupKey", "publishedAt" DESC NULLS LAST, "id" DESC) h
    WHERE o."groupKey" = h."groupKey" AND o."groupHead" IS DISTINCT FROM (o."id" = h."id")`;
}

/** What stays of an order that is written anew under its own reference. */
export type Kept = {
  id: string;
  reference: string;
  version: number;
  publishedAt: Date | null;
  placesConfirmed: number;
};

/** Takes orders out to write them anew in the same transaction; their claims on quotas go back first. */
export async function takeOut(tx: Tx, ids: readonly string[]): Promise<void> {
  const claiming = await tx.jobOrder.findMany({
    where: { id: { in: [...ids] }, status: { in: ["published", "paused", "filled"] }, contractId: { not: null } },
    select: { contractId: true, occupation: true, sex: true, quantity: true },
  });
  for (const order of claiming) await giveBack(tx, order, order.quantity ?? 0);
  await removeFeeSheets(tx, ids);
  await tx.jobOrder.deleteMany({ where: { id: { in: [...ids] } } });
}

/** Places go back to the contract they were claimed from. */
export async function giveBack(
  tx: Tx,
  order: { contractId: string | null; occupation: string; sex: string },
  places: number,
): Promise<void> {
  if (!order.contractId || places <= 0) return;
  await tx.$executeRaw`
    UPDATE "ContractQuota" SET "claimed" = greatest(0, "claimed" - ${places}) WHERE "id" = (
      SELECT "id" FROM "ContractQuota" WHERE "contractId" = ${order.contractId}::uuid AND "occupation" = ${order.occupation}
        AND ("sex" = 'any' OR "sex" = ${order.sex}::"Sex") ORDER BY "claimed" DESC LIMIT 1)`;
}

/**
 * Writes new orders in one go: evaluates each on `day`, publishes those that may be published, keeps the others as drafts with the names of
 * the conditions that fail. One journal row for each.
 */
export async function insertOrders(
  tx: Tx,
  now: Date,
  day: Day,
  orders: readonly OrderTerms[],
  note: (entry: Note) => void,
  kept: readonly (Kept | null)[] = [],
): Promise<Recorded[]> {
  const around = await surroundingsOf(tx, orders);
  const claims = new Map<string, number>();
  const ids = orders.map((_, i) => kept[i]?.id ?? newRowId());
  const { groups, shared } = await groupsFor(
    tx,
    orders.map((order, i) => offerOf(order, ids[i] as string)),
  );
  const numbers = await tx.$queryRaw<
    { n: bigint }[]
  >`SELECT nextval('order_reference') AS n FROM generate_series(1, ${orders.length}::int)`;
  const rows: Record<string, unknown>[] = [];
  const sheets = new Map<string, OrderTerms["fees"]>();
  const recorded = orders.map((terms, i): Recorded => {
    const id = ids[i] as string;
    const reference = kept[i]?.reference ?? `${terms.market}-${String(numbers[i]?.n).padStart(6, "0")}`;
    const conditions = publicationConditions(publishableOf(terms, around), day);
    const failing = blocking(conditions);
    const status = terms.status === "published" && failing.length > 0 ? "draft" : terms.status;
    if (status === "published") claimQuota(terms, around, claims);
    const lines = linesInDong(terms.fees, around.rates);
    sheets.set(id, lines as OrderTerms["fees"]);
    const row = rowOf(terms, {
      id,
      reference,
      now,
      day,
      status,
      lines,
      rates: around.rates,
      groupKey: groups.get(id) as string,
      blockedBy: terms.status === "recorded" ? [] : hidingByRules(conditions),
      warnedOf: terms.status === "recorded" ? [] : warnedOf(conditions),
    });
    rows.push(Object.assign(row, afterwards(kept[i], status)));
    return {
      id,
      reference,
      verdict: status === "draft" && terms.status === "published" ? "heldBack" : "added",
      conditions: failing,
      findings: failing.length > 0 ? blockingFindings(conditions) : [],
    };
  });
  await writeClaims(tx, claims);
  await insertRows(tx, "JobOrder", rows);
  await writeFeeSheets(tx, sheets);
  await electHeads(tx, shared);
  for (const [i, { id, reference }] of recorded.entries()) {
    const { quantity, market, occupation } = orders[i] as OrderTerms;
    note({
      event: "order.changed",
      subjectType: "order",
      subjectId: id,
      after: { reference, market, occupation, quantity, status: String(rows[i]?.status) },
    });
  }
  return recorded;
}
