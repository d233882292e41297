import "server-only";
import { now } from "@/platform/clock";
import { db } from "@/platform/db";
import { actorOf } from "./rules";
import { type MembershipView, type SignedIn, needsSecondStep } from "./schema";

/**
 * Who a sign-in stands for at this moment, read anew at each request: an ended membership, a disabled person or an ended sign-in holds from
 * the next request on. Null: nobody.
 */
export async function signedInAs(signInId: string): Promise<SignedIn | null> {
  const at = now();
  const row = await db.signIn.findFirst({
    where: { id: signInId, endedAt: null, expiresAt: { gt: at }, user: { disabledAt: null } },
    select: {
      id: true,
      membershipId: true,
      secondStepAt: true,
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
  const membership = memberships.find(({ id }) => id === row.membershipId) ?? memberships[0] ?? null;
  const waitsFor =
    !membership || !needsSecondStep(membership.role) || row.secondStepAt
      ? null
      : user.totpConfirmedAt
        ? ("second_step" as const)
        : ("second_step_set_up" as const);
  return {
    signInId: row.id,
    userId: user.id,
    name: user.name,
    locale: user.locale,
    memberships,
    membership,
    waitsFor,
    actor: actorOf(user, waitsFor ? null : membership),
  };
}
