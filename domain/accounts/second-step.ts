import "server-only";
import { randomInt } from "node:crypto";
import { Secret, TOTP } from "otpauth";
import { type Tx, change } from "@/domain/audit/change";
import { type Actor, systemActor } from "@/domain/kernel/actor";
import { Refusal, requireAll } from "@/domain/kernel/refusal";
import { now as clock } from "@/platform/clock";
import { db } from "@/platform/db";
import { isMarkOf, markOf, openText, sealText } from "@/platform/sealing";
import { isSelf } from "./access";
import { beginSecondStepAttempt, forgiveAttempt } from "./attempts";
import type { Approach } from "./schema";

const period = 30;
const issuer = "Sàn việc làm ngoài nước";
export const sealUse = (userId: string): string => `second-step:${userId}`;
const codeUse = "recovery-code";

const totpOf = (base32: string, label: string): TOTP =>
  new TOTP({ issuer, label, algorithm: "SHA1", digits: 6, period, secret: Secret.fromBase32(base32) });
const open = (userId: string, sealed: Uint8Array | null): string | null =>
  sealed ? openText(sealed, sealUse(userId)) : null;

/** The time step of a code, of now and its neighbours: clocks of telephones are not all right. Null: none of them. */
function stepOf(secret: string, code: string, at: Date): number | null {
  const typed = code.replace(/\s/g, "");
  if (!/^\d{6}$/.test(typed)) return null;
  const delta = totpOf(secret, "x").validate({ token: typed, window: 1, timestamp: at.getTime() });
  return delta === null ? null : Math.floor(at.getTime() / 1000 / period) + delta;
}

/** A code is good once: of two who hand in the same at one moment, the WHERE lets one through. */
async function claimStep(tx: Tx, userId: string, secret: string | null, code: string, at: Date): Promise<boolean> {
  const step = secret === null ? null : stepOf(secret, code, at);
  if (step === null) return false;
  const { count } = await tx.user.updateMany({
    where: { id: userId, OR: [{ totpLastStep: null }, { totpLastStep: { lt: step } }] },
    data: { totpLastStep: step },
  });
  return count === 1;
}

const letters = "23456789ABCDEFGHJKMNPQRSTVWXYZ";
const newRecoveryCode = (): string =>
  Array.from({ length: 10 }, (_, i) => (i === 5 ? "-" : "") + letters[randomInt(letters.length)]).join("");
const plain = (code: string): string => code.toUpperCase().replace(/[^0-9A-Z]/g, "");

async function claimRecoveryCode(tx: Tx, userId: string, code: string, at: Date): Promise<boolean> {
  const typed = plain(code);
  if (typed.length !== 10) return false;
  const rows = await tx.recoveryCode.findMany({ where: { userId, usedAt: null }, select: { id: true, hash: true } });
  const row = rows.find(({ hash }) => isMarkOf(`${userId}:${typed}`, codeUse, hash));
  if (!row) return false;
  return (await tx.recoveryCode.updateMany({ where: { id: row.id, usedAt: null }, data: { usedAt: at } })).count === 1;
}

async function freshRecoveryCodes(tx: Tx, userId: string): Promise<string[]> {
  const codes = Array.from({ length: 10 }, newRecoveryCode);
  await tx.recoveryCode.deleteMany({ where: { userId } });
  await tx.recoveryCode.createMany({
    data: codes.map((code) => ({ userId, hash: markOf(`${userId}:${plain(code)}`, codeUse) })),
  });
  return codes;
}

/** Begins to set it up; nothing is asked for until a code has shown that the telephone has it. */
export async function beginSecondStep(actor: Actor): Promise<void> {
  requireAll("accounts", { isSelf: isSelf(actor) });
  const secret = new Secret({ size: 20 }).base32;
  await change(actor, async (tx) => {
    const { count } = await tx.user.updateMany({
      where: { id: actor.id, totpConfirmedAt: null },
      data: { totpSealed: sealText(secret, sealUse(actor.id)) as Uint8Array<ArrayBuffer>, totpLastStep: null },
    });
    requireAll("accounts", { secondStepFree: count === 1 });
  });
}

/** What the telephone is to be told: null when nothing is being set up. */
export async function secondStepSetUp(actor: Actor): Promise<{ secret: string; uri: string } | null> {
  if (!isSelf(actor)) return null;
  const user = await db.user.findUnique({
    where: { id: actor.id },
    select: { totpSealed: true, totpConfirmedAt: true, email: true, phone: true, name: true },
  });
  const secret = user && !user.totpConfirmedAt ? open(actor.id, user.totpSealed) : null;
  return secret && user ? { secret, uri: totpOf(secret, user.email ?? user.phone ?? user.name).toString() } : null;
}

/** From here on it is asked for. This sign-in has passed it; the others must. Answers the recovery codes, which are shown this once. */
export async function confirmSecondStep(
  actor: Actor,
  { signInId, code }: { signInId: string; code: string },
): Promise<string[]> {
  requireAll("accounts", { isSelf: isSelf(actor) });
  return change(actor, async (tx, now, note) => {
    const user = await tx.user.findUnique({
      where: { id: actor.id },
      select: { totpSealed: true, totpConfirmedAt: true },
    });
    requireAll("accounts", { secondStepFree: user?.totpConfirmedAt === null });
    const right = await claimStep(tx, actor.id, open(actor.id, user?.totpSealed ?? null), code, now);
    requireAll("accounts", { secondStepCodeHolds: right });
    await tx.user.update({ where: { id: actor.id }, data: { totpConfirmedAt: now } });
    await tx.signIn.updateMany({ where: { id: signInId, userId: actor.id }, data: { secondStepAt: now } });
    note({ event: "user.changed", subjectType: "user", subjectId: actor.id, personal: ["secondStep"] });
    return freshRecoveryCodes(tx, actor.id);
  });
}

/** A code of the telephone, or one of the recovery codes. */
export async function passSecondStep(
  approach: Approach,
  { signInId, code }: { signInId: string; code: string },
): Promise<void> {
  const at = clock();
  const row = await db.signIn.findFirst({
    where: { id: signInId, endedAt: null, expiresAt: { gt: at } },
    select: { userId: true, user: { select: { totpSealed: true, totpConfirmedAt: true } } },
  });
  if (!row?.user.totpConfirmedAt) throw new Refusal("accounts", "secondStepCodeHolds");
  const { userId, user } = row;
  // Recovery codes are too long to be guessed; they stay a way in whatever others try.
  const long = plain(code).length === 10;
  const attempt = long ? { keys: [], besieged: false } : await beginSecondStepAttempt(approach, userId);
  const passed = await change(systemActor("secondStep"), async (tx, now, note) => {
    const right = long
      ? await claimRecoveryCode(tx, userId, code, now)
      : await claimStep(tx, userId, open(userId, user.totpSealed), code, now);
    if (!right) return false;
    await forgiveAttempt(tx, attempt);
    await tx.signIn.updateMany({ where: { id: signInId }, data: { secondStepAt: now } });
    if (long) note({ event: "user.changed", subjectType: "user", subjectId: userId, personal: ["recoveryCode"] });
    return true;
  });
  if (!passed) throw new Refusal("accounts", "secondStepCodeHolds");
}

/** For another telephone: with a code of the old one, or a recovery code. All her other sign-ins end. */
export async function removeSecondStep(
  approach: Approach,
  actor: Actor,
  { signInId, code }: { signInId: string; code: string },
): Promise<void> {
  requireAll("accounts", { isSelf: isSelf(actor) });
  const user = await db.user.findUnique({ where: { id: actor.id }, select: { totpSealed: true, demo: true } });
  requireAll("accounts", { isSelf: user !== null, notDemo: !user?.demo });
  const attempt = await beginSecondStepAttempt(approach, actor.id);
  await change(actor, async (tx, now, note) => {
    const right =
      (await claimStep(tx, actor.id, open(actor.id, user?.totpSealed ?? null), code, now)) ||
      (await claimRecoveryCode(tx, actor.id, code, now));
    requireAll("accounts", { secondStepCodeHolds: right });
    await forgiveAttempt(tx, attempt);
    await tx.user.update({
      where: { id: actor.id },
      data: { totpSealed: null, totpConfirmedAt: null, totpLastStep: null },
    });
    await tx.recoveryCode.deleteMany({ where: { userId: actor.id } });
    await tx.signIn.updateMany({ where: { id: signInId }, data: { secondStepAt: null } });
    await tx.signIn.updateMany({
      where: { userId: actor.id, endedAt: null, id: { not: signInId } },
      data: { endedAt: now },
    });
    note({ event: "user.changed", subjectType: "user", subjectId: actor.id, personal: ["secondStep"] });
  });
}

/** Of an invented person, on a demo: the next code that will be taken. Nobody else's code is ever told. */
export async function demoCode(signInId: string): Promise<string | null> {
  const row = await db.signIn.findFirst({
    where: { id: signInId, endedAt: null, user: { demo: true } },
    select: { user: { select: { id: true, totpSealed: true, totpLastStep: true } } },
  });
  const secret = row && open(row.user.id, row.user.totpSealed);
  if (!secret) return null;
  const step = Math.floor(clock().getTime() / 1000 / period);
  const next = Math.max(step, Number(row.user.totpLastStep ?? 0) + 1);
  return next > step + 1 ? null : totpOf(secret, "x").generate({ timestamp: next * period * 1000 });
}
