import "server-only";
import { ticketFor } from "@/domain/files/access";
import { filesOf, readFile } from "@/domain/files/queries";
import type { Actor } from "@/domain/kernel/actor";
import { type Prisma, db } from "@/platform/db";
import { mayAskForAccount, requestsWithin } from "./access";
import type { RequestStatus } from "./schema";

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const shown = {
  ...{ id: true, reference: true, status: true, version: true, contactName: true, position: true, phone: true },
  ...{ note: true, firstSentAt: true, sentAt: true, decidedAt: true, decidedOffice: true, remarks: true },
  ...{ userId: true, agencyId: true },
  agency: { select: { slug: true, nameVi: true, nameEn: true, abbreviation: true, demo: true } },
} satisfies Prisma.AccountRequestSelect;
type Row = Prisma.AccountRequestGetPayload<{ select: typeof shown }>;

const viewOf = ({ agency, remarks, userId: _userId, agencyId: _agencyId, ...row }: Row) => ({
  ...row,
  status: row.status as RequestStatus,
  remarks: (remarks ?? {}) as Readonly<Record<string, string>>,
  agency: { slug: agency.slug, name: agency.nameVi ?? agency.nameEn ?? agency.abbreviation ?? "" },
});
export type RequestView = ReturnType<typeof viewOf>;

/** Her own, newest first. */
export async function requestsOf(actor: Actor): Promise<RequestView[]> {
  if (!mayAskForAccount(actor)) return [];
  const where = { userId: actor.id };
  const rows = await db.accountRequest.findMany({ where, select: shown, orderBy: { id: "desc" }, take: 20 });
  return rows.map(viewOf);
}

/** What waits for an officer, oldest sending first. */
export async function requestsWaitingFor(actor: Actor, take = 500): Promise<RequestView[]> {
  const scope = requestsWithin(actor);
  if (!scope) return [];
  const rows = await db.accountRequest.findMany({
    where: { AND: [scope, { status: "sent" }] },
    ...{ select: shown, orderBy: [{ sentAt: "asc" }, { id: "asc" }], take },
  });
  return rows.map(viewOf);
}

const visibleTo = (actor: Actor): Prisma.AccountRequestWhereInput | null =>
  mayAskForAccount(actor) ? { userId: actor.id } : requestsWithin(actor);

/** One request with its proof, for the one who asked and the officer who answers; null: none, or not hers. */
export async function requestFor(actor: Actor, id: string) {
  const scope = visibleTo(actor);
  const row =
    scope && uuid.test(id)
      ? await db.accountRequest.findFirst({ where: { AND: [{ id }, scope] }, select: shown })
      : null;
  if (!row) return null;
  const [files, account, owners, earlier] = await Promise.all([
    filesOf(ticketFor("accountRequest", row.id)),
    db.user.findUnique({
      where: { id: row.userId },
      select: { name: true, email: true, emailVerifiedAt: true, phone: true, phoneVerifiedAt: true },
    }),
    db.membership.count({ where: { agencyId: row.agencyId, role: "agency_owner", endedAt: null } }),
    db.accountRequest.count({ where: { agencyId: row.agencyId, id: { not: row.id }, status: { not: "withdrawn" } } }),
  ]);
  const official = actor.kind === "officer";
  return {
    ...viewOf(row),
    files,
    /** For the officer: who holds the account that asks, and what else there is about this agency. */
    beside: official ? { account, owners, earlier, own: row.userId === actor.id } : null,
  };
}
export type RequestPage = NonNullable<Awaited<ReturnType<typeof requestFor>>>;

export async function requestFile(actor: Actor, id: string, fileId: string) {
  const scope = visibleTo(actor);
  const row =
    scope && uuid.test(id)
      ? await db.accountRequest.findFirst({ where: { AND: [{ id }, scope] }, select: { id: true } })
      : null;
  return row ? readFile(ticketFor("accountRequest", row.id), fileId) : null;
}

/** The agency of an address, for whoever asks to act for it. */
export const agencyIdOf = async (slug: string): Promise<string | null> =>
  (await db.agency.findUnique({ where: { slug: slug.replaceAll("\0", "") }, select: { id: true } }))?.id ?? null;
