import "server-only";
import { change } from "@/domain/audit/change";
import { type Actor, systemActor } from "@/domain/kernel/actor";
import { requireAll } from "@/domain/kernel/refusal";
import { isSelf, runsTheSite } from "./access";
import { seenMinutes } from "./schema";

/** Told by the site for whoever asks with this sign-in, at most every ten minutes. */
export async function noteSeen(signInId: string): Promise<void> {
  await change(systemActor("noteSeen"), async (tx, now) => {
    const before = new Date(now.getTime() - seenMinutes * 60_000);
    await tx.signIn.updateMany({ where: { id: signInId, lastSeenAt: { lt: before } }, data: { lastSeenAt: now } });
  });
}

/** From the cookie that is being given up. */
export async function signOut(signInId: string): Promise<void> {
  await change(systemActor("signOut"), async (tx, now) => {
    await tx.signIn.updateMany({ where: { id: signInId, endedAt: null }, data: { endedAt: now } });
  });
}

/** One of her own; another's is as unknown as one that never was. */
export async function endSignIn(actor: Actor, { signInId }: { signInId: string }): Promise<void> {
  await change(actor, async (tx, now) => {
    const { count } = await tx.signIn.updateMany({
      where: { id: signInId, userId: isSelf(actor) ? actor.id : nobody, endedAt: null },
      data: { endedAt: now },
    });
    requireAll("accounts", { signInKnown: count === 1 });
  });
}
const nobody = "00000000-0000-0000-0000-000000000000";

/** All of hers, or all but the one she is using. */
export async function endOtherSignIns(actor: Actor, { keep }: { keep: string | null }): Promise<number> {
  requireAll("accounts", { isSelf: isSelf(actor) });
  return change(actor, async (tx, now) => {
    const { count } = await tx.signIn.updateMany({
      where: { userId: actor.id, endedAt: null, ...(keep && { id: { not: keep } }) },
      data: { endedAt: now },
    });
    return count;
  });
}

/** Which of her memberships she acts under in this sign-in. */
export async function chooseMembership(
  actor: Actor,
  { signInId, membershipId }: { signInId: string; membershipId: string },
): Promise<void> {
  requireAll("accounts", { isSelf: isSelf(actor) });
  await change(actor, async (tx) => {
    const membership = await tx.membership.findFirst({
      where: { id: membershipId, userId: actor.id, endedAt: null },
      select: { id: true },
    });
    requireAll("accounts", { membershipKnown: membership !== null });
    const { count } = await tx.signIn.updateMany({
      where: { id: signInId, userId: actor.id, endedAt: null },
      data: { membershipId },
    });
    requireAll("accounts", { signInKnown: count === 1 });
  });
}

const days = 24 * 3600 * 1000;
/** Letters, counts and sign-ins that are over are of no more use; nobody's addresses stay here because somebody once typed them. */
export async function forgetOld(actor: Actor): Promise<number> {
  requireAll("accounts", { runsTheSite: runsTheSite(actor) });
  return change(actor, async (tx, now) => {
    const before = (count: number) => new Date(now.getTime() - count * days);
    const { count: letters } = await tx.oneTimeSecret.deleteMany({
      where: { createdAt: { lt: before(2) }, expiresAt: { lt: before(1) } },
    });
    const { count: counts } = await tx.failedSignIn.deleteMany({ where: { lastAt: { lt: before(1) } } });
    const { count: signIns } = await tx.signIn.deleteMany({
      where: { OR: [{ endedAt: { lt: before(90) } }, { expiresAt: { lt: before(90) } }] },
    });
    return letters + counts + signIns;
  });
}
