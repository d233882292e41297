import "server-only";
import { type Tx, change } from "@/domain/audit/change";
import { type Actor, systemActor } from "@/domain/kernel/actor";
import { Refusal, requireAll } from "@/domain/kernel/refusal";
import { db } from "@/platform/db";
import { isSelf } from "./access";
import { beginConfirmation, beginLetter, forgiveAttempt } from "./attempts";
import {
  type Used,
  claimLink,
  endLetters,
  hashOfToken,
  isToken,
  letterAllowance,
  writeLetter,
  writeNothing,
} from "./letters";
import { hashPassword, passwordMatches } from "./passwords";
import { passwordFault } from "./rules";
import type { Approach, Identifier } from "./schema";
import { type In, type Sent, maySignIn, startSignIn, userOf, userSelect } from "./people";

const site = systemActor("register");
type Terms = { name: string; passwordHash: string | null; locale: string; kind: Identifier["kind"] };

/**
 * Nobody is entered before the address has answered: who registers another's address gets no account in her name. If the address has an
 * account already, its owner gets an ordinary letter to sign in, and the page says the same.
 */
export async function register(
  approach: Approach,
  { identifier, name, password, locale }: { identifier: Identifier; name: string; password: string; locale: string },
): Promise<Sent> {
  const fault = passwordFault(password, { name, [identifier.kind]: identifier.value });
  if (fault) throw new Refusal("accounts", fault);
  await beginLetter(approach);
  const user = await userOf(identifier);
  const passwordHash = await hashPassword(password);
  return change(site, async (tx, now): Promise<Sent> => {
    const to = identifier.value;
    const { send, withCode } = await letterAllowance(tx, now, to);
    if (!send || (user && (!maySignIn(user) || user.demo)))
      return { kind: "sent", secretId: await writeNothing(tx, now, to, "register"), letter: null };
    const terms: Terms = { name, passwordHash, locale, kind: identifier.kind };
    const { id, letter } = await writeLetter(
      ...([tx, now, { userId: user?.id ?? null, to, name: user?.name ?? name, locale }] as const),
      user ? { purpose: "sign_in", withCode } : { purpose: "register", withCode, terms },
    );
    return { kind: "sent", secretId: id, letter };
  });
}

/** Somebody may have registered with the same address in between: then it is her account, and the password of the form is not taken. */
export async function createFromRegistration(tx: Tx, now: Date, used: Used): Promise<string | null> {
  const { name, passwordHash, locale, kind } = used.terms as Terms;
  const where = kind === "email" ? { email: used.sentTo } : { phone: used.sentTo };
  const known = await tx.user.findUnique({ where, select: { id: true } });
  if (known) return known.id;
  const { id } = await tx.user.create({
    data: { ...where, name, passwordHash, passwordSetAt: passwordHash ? now : null, locale, createdAt: now },
    select: { id: true },
  });
  return id;
}

/** What a link is for, and whose; null: unknown, used, or past its time. All three are the same to whoever asks. */
export async function linkOf(token: string, now: Date) {
  if (!isToken(token)) return null;
  const row = await db.oneTimeSecret.findFirst({
    where: { hash: hashOfToken(token), usedAt: null, expiresAt: { gt: now } },
    select: { purpose: true, sentTo: true, expiresAt: true, userId: true, terms: true },
  });
  return row;
}

async function takePassword(
  tx: Tx,
  now: Date,
  userId: string,
  passwordHash: string,
  keep: string | null,
): Promise<void> {
  await tx.user.update({ where: { id: userId }, data: { passwordHash, passwordSetAt: now } });
  await tx.signIn.updateMany({
    where: { userId, endedAt: null, ...(keep && { id: { not: keep } }) },
    data: { endedAt: now },
  });
  await endLetters(tx, now, userId);
}

/** With the link of a letter. Every other sign-in ends; the second step stays. */
export async function setNewPassword(
  approach: Approach,
  { token, password }: { token: string; password: string },
): Promise<In> {
  const passwordHash = await hashPassword(password);
  const made = await change(site, async (tx, now, note) => {
    const used = await claimLink(tx, now, token, ["new_password"]);
    const user = used?.userId ? await tx.user.findUnique({ where: { id: used.userId }, select: userSelect }) : null;
    if (!user || !maySignIn(user) || user.demo) return null;
    const fault = passwordFault(password, user);
    // Refused inside the change: the link stays good for another try.
    if (fault) throw new Refusal("accounts", fault);
    await takePassword(tx, now, user.id, passwordHash, null);
    note({ event: "user.changed", subjectType: "user", subjectId: user.id, personal: ["password"] });
    return startSignIn(tx, now, user.id, "link", approach.words);
  });
  if (!made) throw new Refusal("accounts", "linkHolds");
  return made;
}

/** Her own, with the present one where there is one; all her other sign-ins end. */
export async function changePassword(
  actor: Actor,
  { signInId, current, password }: { signInId: string; current: string; password: string },
): Promise<void> {
  requireAll("accounts", { isSelf: isSelf(actor) });
  const attempt = await beginConfirmation(actor.id);
  const user = await db.user.findUnique({ where: { id: actor.id }, select: userSelect });
  requireAll("accounts", { isSelf: user !== null, notDemo: !user?.demo });
  if (user?.passwordHash && !(await passwordMatches(user.passwordHash, current)))
    throw new Refusal("accounts", "currentPasswordMatches");
  const fault = passwordFault(password, user ?? {});
  if (fault) throw new Refusal("accounts", fault);
  const passwordHash = await hashPassword(password);
  await change(actor, async (tx, now, note) => {
    await forgiveAttempt(tx, attempt);
    await takePassword(tx, now, actor.id, passwordHash, signInId);
    note({ event: "user.changed", subjectType: "user", subjectId: actor.id, personal: ["password"] });
  });
}
