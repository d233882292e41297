import "server-only";
import { type Tx, change } from "@/domain/audit/change";
import { systemActor } from "@/domain/kernel/actor";
import { Refusal } from "@/domain/kernel/refusal";
import { beginAttempt, beginLetter, forgiveAttempt, isKnownDevice } from "./attempts";
import { type Used, claimCode, claimLink, letterAllowance, writeLetter, writeNothing } from "./letters";
import { passwordMatches } from "./passwords";
import {
  type In,
  type Sent,
  type SignInMeans,
  type UserRow,
  maySignIn,
  startSignIn,
  userOf,
  userSelect,
} from "./people";
import { createFromRegistration } from "./registration";
import type { Approach, Identifier, LetterPurpose } from "./schema";

const site = systemActor("signIn");

/**
 * With e-mail or telephone and password. The answer to a wrong password, to an unknown account, to a disabled one and to one without a
 * password is the same refusal after the same time.
 */
export async function signInWithPassword(
  approach: Approach,
  { identifier, password }: { identifier: Identifier; password: string },
): Promise<In | Sent> {
  const user = await userOf(identifier);
  const attempt = await beginAttempt(approach, identifier.value, user?.id ?? null);
  const right = (await passwordMatches(user?.passwordHash, password)) && user !== null && maySignIn(user);
  // Tried from many places: the password alone is not enough, and whether it was right is told by the letter only.
  if (attempt.besieged)
    return change(site, (tx, now) => sendOrNot(tx, now, right ? user : null, identifier.value, "password_code", true));
  if (!right) throw new Refusal("accounts", "credentialsMatch");
  return change(site, async (tx, now) => {
    await forgiveAttempt(tx, attempt);
    return startSignIn(tx, now, user.id, "password", approach.words);
  });
}

async function sendOrNot(
  tx: Tx,
  now: Date,
  user: UserRow | null,
  typed: string,
  purpose: LetterPurpose,
  withCode: boolean,
): Promise<Sent> {
  const to = user && (user.email === typed || user.phone === typed ? typed : (user.email ?? user.phone));
  if (!user || !to) return { kind: "sent", secretId: await writeNothing(tx, now, typed, purpose), letter: null };
  const { id: userId, name, locale } = user;
  const { id, letter } = await writeLetter(tx, now, { userId, to, name, locale }, { purpose, withCode });
  return { kind: "sent", secretId: id, letter };
}

/** A letter with a link, and a code for whoever reads it on another device. The same answer whether the account exists or not. */
export async function askForLetter(
  approach: Approach,
  { identifier, purpose }: { identifier: Identifier; purpose: "sign_in" | "new_password" },
): Promise<Sent> {
  await beginLetter(approach);
  const user = await userOf(identifier);
  return change(site, async (tx, now) => {
    const known = isKnownDevice(approach, user?.id ?? null);
    const { send, withCode } = known
      ? { send: true, withCode: true }
      : await letterAllowance(tx, now, identifier.value);
    const to = send && user && maySignIn(user) && !user.demo ? user : null;
    return sendOrNot(tx, now, to, identifier.value, purpose, withCode && purpose === "sign_in");
  });
}

/** The account behind a letter that was answered: it exists, or the letter itself makes it. */
async function answer(tx: Tx, now: Date, used: Used, means: SignInMeans, words: string): Promise<In | null> {
  const userId = used.purpose === "register" ? await createFromRegistration(tx, now, used) : used.userId;
  const user = userId && (await tx.user.findUnique({ where: { id: userId }, select: userSelect }));
  if (!user || !maySignIn(user)) return null;
  // A letter that arrived proves its address.
  const verified =
    user.email === used.sentTo ? "emailVerifiedAt" : user.phone === used.sentTo ? "phoneVerifiedAt" : null;
  if (verified) await tx.user.updateMany({ where: { id: user.id, [verified]: null }, data: { [verified]: now } });
  return startSignIn(tx, now, user.id, means, words);
}

/** Six digits, typed in the browser that asked for them. */
export async function signInWithCode(
  approach: Approach,
  { secretId, code }: { secretId: string; code: string },
): Promise<In> {
  // Not thrown inside the change: what was counted must stay counted.
  const found = await change(site, async (tx, now, note) => {
    const used = await claimCode(tx, now, secretId, code.replace(/\D/g, ""));
    const made =
      used && (await answer(tx, now, used, used.purpose === "password_code" ? "password" : "code", approach.words));
    if (used?.purpose === "register" && made)
      note({ event: "user.added", subjectType: "user", subjectId: made.userId, personal: ["name", "email", "phone"] });
    return made;
  });
  if (!found) throw new Refusal("accounts", "codeHolds");
  return found;
}

/** The link of the same letter: pressed on its page, so that programs that look into letters do not use it up. */
export async function signInWithLink(approach: Approach, { token }: { token: string }): Promise<In> {
  const found = await change(site, async (tx, now, note) => {
    const used = await claimLink(tx, now, token, ["sign_in", "register"]);
    const made = used && (await answer(tx, now, used, "link", approach.words));
    if (used?.purpose === "register" && made)
      note({ event: "user.added", subjectType: "user", subjectId: made.userId, personal: ["name", "email", "phone"] });
    return made;
  });
  if (!found) throw new Refusal("accounts", "linkHolds");
  return found;
}
