import "server-only";
import { newRowId } from "@/domain/audit/bulk";
import { type Note, type Tx, change } from "@/domain/audit/change";
import { ticketFor } from "@/domain/files/access";
import { type Prepared, enterFile, prepareFile } from "@/domain/files/commands";
import type { HandedIn } from "@/domain/files/schema";
import type { Actor, Party } from "@/domain/kernel/actor";
import { columnOfDay, dayOf } from "@/domain/kernel/calendar";
import { Refusal, claimed, requireAll } from "@/domain/kernel/refusal";
import { mayEnter } from "./access";
import { type BookRow, draw, factsOf, lockBook } from "./rows";
import { counterpart, entryOf, mayTakeBack, numberOf, sameAgain, standingOf, verificationCode } from "./rules";
import type { AnswerInput, EntryInput, ReceiptFacts } from "./schema";

/** `joined`: the other side had entered it; `repeated`: this form had arrived before. */
export type Entered = { number: string; code: string; joined: boolean; repeated: boolean };
type Work = {
  tx: Tx;
  now: Date;
  note: (entry: Note) => void;
  party: Party;
  row: BookRow;
  receipts: readonly ReceiptFacts[];
};

async function freeNumber(tx: Tx, year: string): Promise<string> {
  for (;;) {
    const number = numberOf("BN", year, draw);
    if ((await tx.paymentReceipt.count({ where: { number } })) === 0) return number;
  }
}

async function newReceipt({ tx, now, row }: Work, said: EntryInput): Promise<ReceiptFacts> {
  const { kind, component, currency } = said;
  const facts = { id: newRowId(), number: await freeNumber(tx, dayOf(now).slice(0, 4)), code: verificationCode(draw) };
  const receipt = { ...facts, kind, component, currency, issuedAt: now };
  await tx.paymentReceipt.create({ data: { ...receipt, bookId: row.id } });
  return { ...receipt, entries: [] };
}

async function writeEntry(
  work: Work,
  receipt: ReceiptFacts,
  said: EntryInput,
  photo: Prepared | null,
): Promise<Entered> {
  const { tx, now, note, party, row } = work;
  const id = newRowId();
  const file = photo && (await enterFile(tx, now, note, photo, ticketFor("paymentEntry", id)));
  const { amountMinor, payee, submission } = said;
  await tx.paymentEntry.create({
    data: {
      ...{ id, bookId: row.id, receiptId: receipt.id, side: party.side, amountMinor, payee, submission },
      ...{ paidOn: columnOfDay(said.paidOn), note: said.note || null, fileId: file?.id ?? null, enteredAt: now },
    },
  });
  const joined = receipt.entries.length > 0;
  note({
    ...{ event: "payments.changed", subjectType: "paymentBook", subjectId: row.id },
    after: { receipt: receipt.number, kind: receipt.kind, component: receipt.component, side: party.side, joined },
    personal: ["amountMinor", "paidOn", "payee", ...(said.note ? ["note"] : []), ...(file ? ["photo"] : [])],
  });
  return { number: receipt.number, code: receipt.code, joined, repeated: false };
}

/** The same form once more: its first answer. Another content under the same form is not a repetition, and must not be lost silently. */
async function arrivedBefore(
  { tx, party }: Work,
  said: { submission: string; amountMinor: bigint; number?: string },
  whole?: EntryInput,
): Promise<Entered | null> {
  const before = await tx.paymentEntry.findUnique({
    where: { bookId_side_submission: { bookId: party.bookId, side: party.side, submission: said.submission } },
    include: { receipt: true },
  });
  if (!before) return null;
  const { receipt } = before;
  const equal =
    before.amountMinor === said.amountMinor &&
    (said.number === undefined || said.number === receipt.number) &&
    (!whole ||
      (receipt.kind === whole.kind &&
        receipt.component === whole.component &&
        receipt.currency === whole.currency &&
        before.paidOn.getTime() === columnOfDay(whole.paidOn).getTime()));
  if (!equal) throw new Refusal("payments", "formAlreadyUsed", { number: receipt.number });
  return { number: receipt.number, code: receipt.code, joined: false, repeated: true };
}

async function inBook<T>(actor: Actor, act: (work: Work) => Promise<T>): Promise<T> {
  return change(actor, async (tx, now, note) => {
    requireAll("payments", { mayEnter: mayEnter(actor) });
    const party = actor as Party;
    const row = await lockBook(tx, party.bookId);
    requireAll("payments", { bookExists: row !== null });
    const held = row as BookRow;
    return act({ tx, now, note, party, row: held, receipts: factsOf(held).receipts });
  });
}

/** Enters what was asked, paid or given back. The other side's entry of the same payment and this one become one receipt. */
export async function enterPayment(actor: Actor, said: EntryInput, photo: HandedIn | null = null): Promise<Entered> {
  const prepared = photo && (await prepareFile(photo));
  return inBook(actor, async (work) => {
    const before = await arrivedBefore(work, said, said);
    if (before) return before;
    const { receipts, party, now } = work;
    requireAll("payments", { dayNotAhead: said.paidOn <= dayOf(now) });
    const twin = said.again ? null : sameAgain(receipts, party.side, said);
    if (twin) throw new Refusal("payments", "enteredAlready", { number: twin.number });
    const receipt = counterpart(receipts, party.side, said) ?? (await newReceipt(work, said));
    return writeEntry(work, receipt, said, prepared);
  });
}

/** One's own word on a receipt of the other side: the same amount makes it a receipt of both, another amount a difference. */
export function answerReceipt(actor: Actor, said: AnswerInput): Promise<Entered> {
  return inBook(actor, async (work) => {
    const before = await arrivedBefore(work, said);
    if (before) return before;
    const receipt = work.receipts.find(({ number }) => number === said.number);
    const [theirs] = receipt?.entries ?? [];
    requireAll("payments", { receiptExists: receipt !== undefined && theirs !== undefined });
    const [found, other] = [receipt as ReceiptFacts, theirs as NonNullable<typeof theirs>];
    requireAll("payments", { notAnsweredYet: entryOf(found, work.party.side) === null });
    const { kind, component, currency } = found;
    const { paidOn, payee } = other;
    return writeEntry(
      work,
      found,
      { ...said, kind: kind, component, currency, paidOn, payee, note: null, again: true },
      null,
    );
  });
}

/** Takes one's own entry back, while the other side has not agreed to it. The row stays, marked. */
export function takeBack(actor: Actor, { number }: { number: string }): Promise<void> {
  return inBook(actor, async ({ tx, now, note, party, row, receipts }) => {
    const receipt = receipts.find((one) => one.number === number);
    const own = receipt && entryOf(receipt, party.side);
    requireAll("payments", { receiptExists: own !== null && own !== undefined });
    requireAll("payments", { notAgreed: receipt !== undefined && mayTakeBack(receipt, party.side) });
    claimed(
      "payments.notAgreed",
      await tx.paymentEntry.updateMany({ where: { id: own?.id, withdrawnAt: null }, data: { withdrawnAt: now } }),
    );
    note({
      ...{ event: "payments.changed", subjectType: "paymentBook", subjectId: row.id },
      before: { receipt: number, standing: receipt ? standingOf(receipt) : "withdrawn", side: party.side },
      after: { takenBack: true },
    });
  });
}
