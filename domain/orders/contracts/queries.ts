import "server-only";
import { ticketFor } from "@/domain/files/access";
import { filesOf, readFile } from "@/domain/files/queries";
import type { Actor } from "@/domain/kernel/actor";
import { type Day, dayOf } from "@/domain/kernel/calendar";
import { now } from "@/platform/clock";
import { type Prisma, db } from "@/platform/db";
import { contractsWithin, mayDecideContracts, mayMakeContracts } from "./access";
import { dayOrNull, handedIn, remarksOf, typedOf, withQuotas } from "./rows";
import { contractFindings, isEditable } from "./rules";
import type { ContractStatus, TypedContract } from "./schema";

const listed = {
  ...{ reference: true, status: true, market: true, kind: true, partnerName: true, version: true, demo: true },
  ...{ submittedAt: true, answerDueOn: true, validTo: true, approvalNo: true, decidedAt: true },
  agency: { select: { slug: true, nameVi: true, nameEn: true, abbreviation: true } },
  quotas: { select: { quota: true, claimed: true } },
} satisfies Prisma.SupplyContractSelect;
type ListedRow = Prisma.SupplyContractGetPayload<{ select: typeof listed }>;

const nameOf = ({ nameVi, nameEn, abbreviation }: ListedRow["agency"]): string =>
  nameVi ?? nameEn ?? abbreviation ?? "";
const cardOf = ({ quotas, agency, ...row }: ListedRow) => ({
  ...row,
  agency: { slug: agency.slug, name: nameOf(agency) },
  answerDueOn: dayOrNull(row.answerDueOn),
  validTo: dayOrNull(row.validTo),
  places: quotas.reduce((sum, { quota }) => sum + quota, 0),
  taken: quotas.reduce((sum, { claimed }) => sum + claimed, 0),
});
export type ContractCard = ReturnType<typeof cardOf>;

/** What the actor may see, newest first; an agency's branches see its contracts too, for they recruit from them. */
export async function contractsFor(
  actor: Actor,
  { status, take = 200 }: { status?: ContractStatus; take?: number } = {},
): Promise<ContractCard[]> {
  const scope = contractsWithin(actor);
  if (!scope) return [];
  const rows = await db.supplyContract.findMany({
    where: { AND: [scope, status ? { status } : {}] },
    select: listed,
    orderBy: { id: "desc" },
    take,
  });
  return rows.map(cardOf);
}

/** For the officer who decides: oldest first, with the day by which the law wants an answer. */
export async function contractsWaitingFor(actor: Actor, take = 500): Promise<ContractCard[]> {
  const scope = contractsWithin(actor);
  if (!scope || !mayDecideContracts(actor)) return [];
  const rows = await db.supplyContract.findMany({
    where: { AND: [scope, { status: "submitted" }] },
    select: listed,
    orderBy: [{ submittedAt: "asc" }, { id: "asc" }],
    take,
  });
  return rows.map(cardOf);
}

/** One contract as it was handed in; for its own head office also as it is being typed. Null: none, or not hers. */
export async function contractFor(actor: Actor, reference: string) {
  const scope = contractsWithin(actor);
  const row =
    scope &&
    (await db.supplyContract.findFirst({
      where: { AND: [{ reference }, scope] },
      include: {
        ...withQuotas,
        agency: { select: listed.agency.select },
        orders: {
          where: { status: { not: "recorded" } },
          select: { reference: true, title: true, status: true, quantity: true, blockedBy: true },
          orderBy: { id: "desc" },
          take: 100,
        },
        edits: { orderBy: { version: "desc" }, take: 1, select: { editorName: true, at: true } },
      },
    }));
  if (!row) return null;
  const read = handedIn(row);
  const files = await filesOf(ticketFor("supplyContract", row.id));
  const own = mayMakeContracts(actor);
  const typed = typedOf(row, read);
  return {
    ...{
      id: row.id,
      reference: row.reference,
      status: row.status as ContractStatus,
      version: row.version,
      read,
      files,
    },
    ...{ agency: { slug: row.agency.slug, name: nameOf(row.agency) }, orders: row.orders, demo: row.demo },
    quotas: row.quotas.map(({ occupation, sex, quota, claimed }) => ({ occupation, sex, quota, claimed })),
    ...{ approvalNo: row.approvalNo, approvedOn: dayOrNull(row.approvedOn), remarks: remarksOf(row.remarks) },
    ...{ submittedAt: row.submittedAt, answerDueOn: dayOrNull(row.answerDueOn), decidedAt: row.decidedAt },
    decidedOffice: row.decidedOffice,
    typed: own ? typed : null,
    findings: own ? contractFindings(typed, files.length) : [],
    lastEdit: own ? (row.edits[0] ?? null) : null,
    mayEdit: own && isEditable(row.status),
    mayDecide: mayDecideContracts(actor),
    mayClose: row.status === "approved" && (own || mayDecideContracts(actor)),
  };
}
export type ContractPage = NonNullable<Awaited<ReturnType<typeof contractFor>>>;

/** What somebody began with and what stands now, when another saved in between. */
export async function contractSavedMeanwhile(actor: Actor, reference: string, seen: number) {
  const scope = contractsWithin(actor);
  if (!scope || !mayMakeContracts(actor)) return null;
  const row = await db.supplyContract.findFirst({
    where: { AND: [{ reference }, scope] },
    include: { ...withQuotas, edits: { where: { version: { gte: seen } }, orderBy: { version: "desc" } } },
  });
  if (!row) return null;
  const base = row.edits.find(({ version }) => version === seen);
  const [newest] = row.edits;
  return {
    base: (base?.typed ?? null) as TypedContract | null,
    theirs: typedOf(row, handedIn(row)),
    version: row.version,
    editor: newest && newest.version !== seen ? { name: newest.editorName, at: newest.at } : null,
  };
}

/** The bytes of a contract's own file; null: none, or not hers. */
export async function contractFile(actor: Actor, reference: string, fileId: string) {
  const scope = contractsWithin(actor);
  const row =
    scope && (await db.supplyContract.findFirst({ where: { AND: [{ reference }, scope] }, select: { id: true } }));
  return row ? readFile(ticketFor("supplyContract", row.id), fileId) : null;
}

/** How many of the agency's contracts stand where, and how much is left in those in force. */
export async function contractCounts(actor: Actor, today: Day = dayOf(now())) {
  const all = await contractsFor(actor, { take: 1_000 });
  const inForce = all.filter(({ status, validTo }) => status === "approved" && (validTo === null || validTo > today));
  // Object.groupBy is younger than the oldest Node that is served.
  const byStatus: Partial<Record<ContractStatus, ContractCard[]>> = {};
  for (const card of all) (byStatus[card.status] ??= []).push(card);
  return {
    byStatus,
    inForce: inForce.length,
    placesLeft: inForce.reduce((sum, { places, taken }) => sum + Math.max(0, places - taken), 0),
  };
}

/** Orders of the actor's own agency by state, the newest first, with what hides them; recorded notices of old are no orders. */
export async function ordersOfStaff(actor: Actor, take = 30) {
  if (actor.kind !== "agency_staff") return { counts: {} as Partial<Record<string, number>>, hidden: 0, orders: [] };
  const own = { agencyId: actor.agencyId, status: { not: "recorded" as const } };
  const [counted, hidden, orders] = await Promise.all([
    db.jobOrder.groupBy({ by: ["status"], where: own, _count: { _all: true } }),
    db.jobOrder.count({ where: { agencyId: actor.agencyId, status: "published", public: { is: null } } }),
    db.jobOrder.findMany({
      where: own,
      select: { reference: true, title: true, status: true, quantity: true, blockedBy: true },
      orderBy: { id: "desc" },
      take,
    }),
  ]);
  const counts: Partial<Record<string, number>> = Object.fromEntries(
    counted.map((row) => [row.status, row._count._all]),
  );
  return { counts, hidden, orders };
}
