import "server-only";
import { type Actor, visitor } from "@/domain/kernel/actor";
import { now } from "@/platform/clock";
import { db } from "@/platform/db";
import { env } from "@/platform/env";
import { actorOf } from "./rules";
import { isSelf } from "./access";
import { demoPeople } from "./demo-people";
import { linkOf } from "./registration";
import { demoCode } from "./second-step";
import { type LetterPurpose, type MembershipView, type Role, type SignedIn, needsSecondStep } from "./schema";

/**
 * Who a sign-in stands for at this moment, read anew at each request: an ended membership, a disabled person or an ended sign-in holds from
 * the next request on. Null: nobody.
 */
export async function signedInAs(signInId: string): Promise<SignedIn | null> {
  const at = now();
  const row = await db.signIn.findFirst({
    where: {
      id: signInId,
      endedAt: null,
      expiresAt: { gt: at },
      user: { disabledAt: null, ...(!env.DEMO && { demo: false }) },
    },
    select: {
      id: true,
      membershipId: true,
      secondStepAt: true,
      lastSeenAt: true,
      user: {
        select: {
          id: true,
          name: true,
          locale: true,
          totpConfirmedAt: true,
          memberships: {
            where: { endedAt: null },
            orderBy: { since: "asc" },
            select: {
              id: true,
              role: true,
              agencyId: true,
              branchId: true,
              office: { select: { id: true, name: true, level: true, province: true, commune: true } },
            },
          },
        },
      },
    },
  });
  if (!row) return null;
  const { user } = row;
  const memberships: readonly MembershipView[] = user.memberships;
  // The membership she chose may have ended since: then she chooses again, if there is anything to choose.
  const chosen = memberships.find(({ id }) => id === row.membershipId);
  const membership =
    chosen ?? (row.membershipId === null || memberships.length < 2 ? memberships[0] : undefined) ?? null;
  // Whoever has a second step passes it, also for herself: until then a password found out opens nothing.
  const waitsFor = row.secondStepAt
    ? null
    : user.totpConfirmedAt
      ? ("second_step" as const)
      : membership && needsSecondStep(membership.role)
        ? ("second_step_set_up" as const)
        : null;
  return {
    signInId: row.id,
    userId: user.id,
    name: user.name,
    locale: user.locale,
    lastSeenAt: row.lastSeenAt,
    memberships,
    membership,
    waitsFor,
    actor: waitsFor === "second_step" ? visitor : actorOf(user, waitsFor ? null : membership),
  };
}

export { membersOf, officesFor } from "./members";
export { secondStepSetUp } from "./second-step";

/** Where somebody is signed in, the newest first; her own only. */
export async function signInsOf(actor: Actor) {
  if (!isSelf(actor)) return [];
  return db.signIn.findMany({
    where: { userId: actor.id, endedAt: null, expiresAt: { gt: now() } },
    orderBy: { lastSeenAt: "desc" },
    take: 50,
    select: { id: true, device: true, means: true, startedAt: true, lastSeenAt: true, secondStepAt: true },
  });
}

/** What she has told the site about herself, for her own page. */
export async function accountOf(actor: Actor) {
  if (!isSelf(actor)) return null;
  return db.user.findUnique({
    where: { id: actor.id },
    select: {
      ...{ id: true, name: true, email: true, emailVerifiedAt: true, phone: true, phoneVerifiedAt: true, demo: true },
      ...{ passwordSetAt: true, totpConfirmedAt: true },
      identities: { select: { provider: true, since: true } },
      recoveryCodes: { where: { usedAt: null }, select: { id: true } },
    },
  });
}

export type LinkState = {
  purpose: LetterPurpose;
  to: string;
  name: string | null;
  hasAccount: boolean;
  role: Role | null;
};

/** What the link of a letter opens, without opening it; null: unknown, used, or past its time. */
export async function linkState(token: string): Promise<LinkState | null> {
  const row = await linkOf(token, now());
  if (!row) return null;
  const { purpose, sentTo: to, terms } = row;
  const said = (terms ?? {}) as { name?: string; role?: Role };
  const user = await db.user.findUnique({
    where: to.includes("@") ? { email: to } : { phone: to },
    select: { id: true },
  });
  return {
    ...{ purpose: purpose as LetterPurpose, to, name: said.name ?? null, role: said.role ?? null },
    hasAccount: user !== null,
  };
}

/** For reactions: what these memberships are now. */
export const membershipsBy = (where: { id: { in: string[] } } | { agencyId: string; endedAt: null }) =>
  db.membership.findMany({
    where,
    select: {
      ...{ id: true, userId: true, role: true, agencyId: true, branchId: true, since: true, endedAt: true },
      office: { select: { name: true } },
    },
  });

/** For reactions: agencies somebody acts for. */
export async function agenciesWithStaff(): Promise<string[]> {
  const rows = await db.membership.findMany({
    where: { agencyId: { not: null }, endedAt: null },
    select: { agencyId: true },
    distinct: ["agencyId"],
  });
  return rows.flatMap(({ agencyId }) => agencyId ?? []);
}

/** For reactions: officers of the ministry. */
export const ministryOfficers = async (): Promise<string[]> =>
  (
    await db.membership.findMany({
      where: { role: "officer", endedAt: null, office: { kind: "authority", level: "ministry" } },
      select: { userId: true },
    })
  ).map(({ userId }) => userId);

/** For reactions: when these people last set a password after their first. */
export async function passwordsChanged(userIds: readonly string[]): Promise<{ id: string; at: Date }[]> {
  const rows = await db.user.findMany({
    where: { id: { in: [...userIds] }, passwordSetAt: { not: null } },
    select: { id: true, createdAt: true, passwordSetAt: true },
  });
  return rows.flatMap(({ id, createdAt, passwordSetAt: at }) => (at && at > createdAt ? { id, at } : []));
}

/** On a demo: invented people whose passwords stand on the sign-in page. Nowhere else. */
export async function demoAccounts() {
  if (!env.DEMO) return [];
  const known = await db.user.findMany({
    where: { demo: true, disabledAt: null, email: { in: demoPeople.map(({ email }) => email) } },
    select: { email: true, memberships: { where: { endedAt: null }, select: { office: { select: { name: true } } } } },
  });
  return demoPeople.flatMap((person) => {
    const row = known.find(({ email }) => email === person.email);
    return row ? [{ ...person, at: row.memberships[0]?.office?.name ?? null }] : [];
  });
}

/** Of an invented person, on a demo: the next code of her telephone, or null while one was just used. Null for everybody else. */
export async function demoSecondStep(signInId: string): Promise<{ code: string | null } | null> {
  if (!env.DEMO) return null;
  const row = await db.signIn.findFirst({ where: { id: signInId, user: { demo: true } }, select: { id: true } });
  return row && { code: await demoCode(row.id) };
}

/** Her memberships, each with the name of its body, to choose among. */
export async function membershipPlaces(memberships: readonly MembershipView[]) {
  const ids = memberships.flatMap(({ agencyId }) => agencyId ?? []);
  const named = ids.length
    ? await db.agency.findMany({ where: { id: { in: ids } }, select: { id: true, nameVi: true, nameEn: true } })
    : [];
  const names = new Map(named.map(({ id, nameVi, nameEn }) => [id, nameVi ?? nameEn]));
  return memberships.map((membership) => ({
    ...membership,
    at: membership.office?.name ?? (membership.agencyId ? (names.get(membership.agencyId) ?? null) : null),
  }));
}
