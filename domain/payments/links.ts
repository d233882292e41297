import "server-only";
import { randomBytes } from "node:crypto";
import { type Note, type Tx, change } from "@/domain/audit/change";
import { type Actor, type Party, systemActor } from "@/domain/kernel/actor";
import { claimed, requireAll } from "@/domain/kernel/refusal";
import { mayManageBooks, mayOpenStill } from "./access";
import { hashOf } from "./rows";
import { isLinkToken } from "./rules";
import type { PartySide } from "./schema";

/** 256 bits; known to whoever was handed it, kept here only as its hash. */
export const newSecret = (): string => randomBytes(32).toString("base64url");
const day = 24 * 3600 * 1000;
const linkDays = 30;
const sessionDays = 365;

type Issued = { side: PartySide; token: string; expiresAt: Date };

export async function makeLink(
  tx: Tx,
  now: Date,
  note: (entry: Note) => void,
  bookId: string,
  side: PartySide,
): Promise<Issued> {
  const token = newSecret();
  const expiresAt = new Date(now.getTime() + linkDays * day);
  await tx.paymentLink.create({ data: { bookId, side, tokenHash: hashOf(token), issuedAt: now, expiresAt } });
  note({
    event: "payments.judged",
    subjectType: "paymentBook",
    subjectId: bookId,
    after: { link: "issued", side },
    quiet: true,
  });
  return { side, token, expiresAt };
}

async function endLinks(tx: Tx, now: Date, bookId: string, side?: PartySide): Promise<number> {
  const { count } = await tx.paymentLink.updateMany({
    where: { bookId, side, revokedAt: null },
    data: { revokedAt: now },
  });
  await tx.paymentSession.updateMany({ where: { bookId, side, endedAt: null }, data: { endedAt: now } });
  return count;
}

/** A new link for one side; every earlier one of that side, and every browser it let in, ends with it. */
export function issueLink(actor: Actor, { reference, side }: { reference: string; side: PartySide }): Promise<Issued> {
  return change(actor, async (tx, now, note) => {
    requireAll("payments", { mayManageBooks: mayManageBooks(actor) });
    const book = await tx.paymentBook.findUnique({ where: { reference }, select: { id: true } });
    requireAll("payments", { bookExists: book !== null });
    const bookId = book?.id ?? "";
    await endLinks(tx, now, bookId, side);
    return makeLink(tx, now, note, bookId, side);
  });
}

export function revokeLinks(
  actor: Actor,
  { reference, side }: { reference: string; side?: PartySide },
): Promise<number> {
  return change(actor, async (tx, now, note) => {
    requireAll("payments", { mayManageBooks: mayManageBooks(actor) });
    const book = await tx.paymentBook.findUnique({ where: { reference }, select: { id: true } });
    requireAll("payments", { bookExists: book !== null });
    const bookId = book?.id ?? "";
    const count = await endLinks(tx, now, bookId, side);
    note({
      event: "payments.judged",
      subjectType: "paymentBook",
      subjectId: bookId,
      after: { link: "revoked", side: side ?? "both" },
      quiet: true,
    });
    return count;
  });
}

/** `seconds`: how long the browser may keep it. */
export type Opened = { reference: string; secret: string; seconds: number };

/**
 * Exchanges a link for a browser's secret. The answer may be lost on the way, so for half an hour the link opens again; each opening ends
 * the one before, so a link never lets two browsers in, and whoever was there first notices.
 */
export async function openLink(token: string): Promise<Opened | null> {
  if (!isLinkToken(token)) return null;
  return change(systemActor("openLink"), async (tx, now, note) => {
    const [link] = await tx.$queryRaw<{ id: string; bookId: string; side: PartySide; openedAt: Date | null }[]>`
      SELECT "id", "bookId", "side", "openedAt" FROM "PaymentLink"
      WHERE "tokenHash" = ${hashOf(token)} AND "revokedAt" IS NULL AND "expiresAt" > ${now} FOR UPDATE`;
    if (!link || !mayOpenStill(link.openedAt, now)) return null;
    const { bookId, side } = link;
    const secret = newSecret();
    const expiresAt = new Date(now.getTime() + sessionDays * day);
    await tx.paymentLink.update({ where: { id: link.id }, data: { openedAt: link.openedAt ?? now } });
    await tx.paymentSession.updateMany({ where: { linkId: link.id, endedAt: null }, data: { endedAt: now } });
    await tx.paymentSession.create({
      data: { linkId: link.id, bookId, side, secretHash: hashOf(secret), openedAt: now, expiresAt },
    });
    const { reference } = await tx.paymentBook.findUniqueOrThrow({
      where: { id: bookId },
      select: { reference: true },
    });
    note({
      event: "payments.judged",
      subjectType: "paymentBook",
      subjectId: bookId,
      after: { link: "opened", side },
      quiet: true,
    });
    return { reference, secret, seconds: (sessionDays * day) / 1000 };
  });
}

/** On a borrowed computer: this browser forgets the book. */
export function closeSession(party: Party, secret: string): Promise<void> {
  return change(party, async (tx, now, note) => {
    claimed(
      "payments.sessionOpen",
      await tx.paymentSession.updateMany({
        where: { secretHash: hashOf(secret), bookId: party.bookId, endedAt: null },
        data: { endedAt: now },
      }),
    );
    note({
      event: "payments.judged",
      subjectType: "paymentBook",
      subjectId: party.bookId,
      after: { session: "closed", side: party.side },
      quiet: true,
    });
  });
}
