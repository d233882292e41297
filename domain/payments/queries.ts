import "server-only";
import { timingSafeEqual } from "node:crypto";
import { readFile } from "@/domain/files/queries";
import { ticketFor } from "@/domain/files/access";
import type { Party } from "@/domain/kernel/actor";
import { type Day, columnOfDay, dayOf, dayOfColumn } from "@/domain/kernel/calendar";
import { now } from "@/platform/clock";
import { db } from "@/platform/db";
import { mayOpenStill, partyFor } from "./access";
import { type BookRow, dayOrNull, factsOf, hashOf, receiptOf, whole } from "./rows";
import {
  entryOf,
  firstDay,
  flagsOf,
  isBookReference,
  isLinkToken,
  ledgerOf,
  readCode,
  readReceiptNumber,
  refundsOf,
  standingOf,
} from "./rules";
import type { PartySide } from "./schema";

/** The party that a browser's secret proves, for this book alone; null: none, ended, expired, revoked or of another book. */
export async function partyOfSession(reference: string, secret: string): Promise<Party | null> {
  if (!isBookReference(reference) || !isLinkToken(secret)) return null;
  const at = now();
  const session = await db.paymentSession.findFirst({
    where: {
      ...{ secretHash: hashOf(secret), endedAt: null, expiresAt: { gt: at } },
      ...{ book: { reference }, link: { revokedAt: null } },
    },
    select: { bookId: true, side: true },
  });
  return session && partyFor(session.bookId, session.side);
}

export type LinkState = "opens" | "used" | "unknown";
/** What a link can still do; looking does not use it up (messengers look at links by themselves). */
export async function linkState(token: string): Promise<{ state: LinkState; side: PartySide | null }> {
  const link = isLinkToken(token) ? await db.paymentLink.findUnique({ where: { tokenHash: hashOf(token) } }) : null;
  const at = now();
  if (!link || link.revokedAt || link.expiresAt <= at) return { state: "unknown", side: null };
  return { state: mayOpenStill(link.openedAt, at) ? "opens" : "used", side: link.side };
}

const headOf = (row: BookRow) => ({
  reference: row.reference,
  orderReference: row.orderReference,
  orderTitle: row.orderTitle,
  senderName: row.senderName,
  contractNo: row.contractNo,
  openedOn: dayOf(row.openedAt),
  demo: row.demo,
});

/** The book of whoever asks. There is no way to ask for another one. */
export async function bookOf(party: Party, today: Day = dayOf(now())) {
  const row = await db.paymentBook.findUnique({ where: { id: party.bookId }, include: whole });
  if (!row) return null;
  const agency = row.agencyId
    ? await db.agency.findUnique({ where: { id: row.agencyId }, select: { slug: true, nameVi: true } })
    : null;
  const facts = factsOf(row);
  const judged = { ledger: ledgerOf(facts), refunds: refundsOf(facts), flags: flagsOf(facts, today) };
  return { ...headOf(row), agency, side: party.side, today, facts, ...judged };
}
export type BookPage = NonNullable<Awaited<ReturnType<typeof bookOf>>>;

/** The photograph of an entry in the party's own book; the other side's too, for both must be able to look at it. */
export async function photoOf(party: Party, entryId: string) {
  if (!/^[0-9a-f-]{36}$/i.test(entryId)) return null;
  const entry = await db.paymentEntry.findFirst({
    where: { id: entryId, bookId: party.bookId, withdrawnAt: null },
    select: { id: true, fileId: true },
  });
  return entry?.fileId ? readFile(ticketFor("paymentEntry", entry.id), entry.fileId) : null;
}

const same = (a: string, b: string): boolean =>
  timingSafeEqual(Buffer.from(hashOf(a), "hex"), Buffer.from(hashOf(b), "hex"));

/** What a receipt proves to whoever has its number and code; one and the same null for a wrong code and for a number that does not exist. */
export async function verifiedReceipt(numberSaid: string, codeSaid: string) {
  const [number, code] = [readReceiptNumber(numberSaid), readCode(codeSaid)];
  if (!number || !code) return null;
  const row = await db.paymentReceipt.findUnique({
    where: { number },
    include: { book: true, entries: whole.receipts.include.entries },
  });
  if (!same(row?.code ?? "", code) || !row) return null;
  const { book, ...rest } = row;
  const receipt = receiptOf(rest);
  const agency = book.agencyId
    ? await db.agency.findUnique({ where: { id: book.agencyId }, select: { slug: true, nameVi: true } })
    : null;
  const amount = (side: PartySide) => entryOf(receipt, side)?.amountMinor ?? null;
  return {
    ...{ number, code, kind: receipt.kind, component: receipt.component, currency: receipt.currency },
    ...{ issuedAt: receipt.issuedAt, standing: standingOf(receipt), paidOn: firstDay(receipt) },
    amounts: { worker: amount("worker"), agency: amount("agency") },
    ...{ senderName: book.senderName, orderReference: book.orderReference, signedOn: dayOfColumn(book.signedOn) },
    ...{ agency, demo: book.demo },
  };
}
export type VerifiedReceipt = NonNullable<Awaited<ReturnType<typeof verifiedReceipt>>>;

/**
 * Refunds of an agency that are past their day and not paid, counted by contract. Only what the agency itself does not dispute having
 * received counts, and only days that the law or the contract names.
 */
export async function overdueRefundsOf(agencyId: string, today: Day = dayOf(now())) {
  const [books, due] = await Promise.all([
    db.paymentBook.aggregate({ where: { agencyId }, _count: { _all: true }, _min: { openedAt: true } }),
    db.$queryRaw<{ contracts: bigint; since: Date | null; demo: boolean | null }[]>`
      SELECT count(DISTINCT "bookId") AS contracts, min("dueOn") AS since, bool_or("demo") AS demo FROM "RefundDue"
      WHERE "agencyId" = ${agencyId}::uuid AND "dueOn" < ${columnOfDay(today)} AND "dueBasis" IN ('law', 'contract')
        AND "confirmedMinor" > "returnedMinor"`,
  ]);
  const [overdue] = due;
  return {
    books: books._count._all,
    countedFrom: books._min.openedAt && dayOf(books._min.openedAt),
    overdue: Number(overdue?.contracts ?? 0),
    since: dayOrNull(overdue?.since ?? null),
  };
}
export type OverdueRefunds = Awaited<ReturnType<typeof overdueRefundsOf>>;

/** For whoever has just recorded an ending. */
export async function refundsDueOf(reference: string) {
  const rows = await db.refundDue.findMany({ where: { book: { reference } }, orderBy: { component: "asc" } });
  return rows.map(({ component, amountMinor, currency, dueOn }) => ({
    component,
    amountMinor,
    currency,
    dueOn: dayOrNull(dueOn),
  }));
}

/** What waits for an officer, oldest first. */
export async function flagsFor(state: "open" | "settled" = "open", take = 500) {
  const rows = await db.paymentFlag.findMany({
    where: { state },
    orderBy: { openedAt: "asc" },
    take,
    include: { book: { select: { reference: true, orderReference: true, senderName: true, demo: true } } },
  });
  return rows.map(({ book, ...flag }) => ({ ...flag, ...book }));
}

/** Books whose state the calendar alone may have changed since they were last judged. */
export async function booksToJudge(today: Day, take: number): Promise<string[]> {
  const rows = await db.paymentBook.findMany({
    where: { OR: [{ judgedOn: null }, { judgedOn: { lt: columnOfDay(today) } }] },
    select: { id: true },
    orderBy: { id: "asc" },
    take,
  });
  return rows.map(({ id }) => id);
}
