// How a payment stands between its two sides, and which entry of the other side an entry belongs to.
import { addDays, type Day } from "@/domain/kernel/calendar";
import type { EntryFacts, PartySide, PaymentKind, ReceiptFacts } from "./schema";

export type Standing = "both" | "worker_only" | "agency_only" | "differs" | "withdrawn";

export const entryOf = (receipt: Pick<ReceiptFacts, "entries">, side: PartySide): EntryFacts | null =>
  receipt.entries.find((entry) => entry.side === side) ?? null;

export function standingOf(receipt: Pick<ReceiptFacts, "entries">): Standing {
  const worker = entryOf(receipt, "worker");
  const agency = entryOf(receipt, "agency");
  if (worker && agency) return worker.amountMinor === agency.amountMinor ? "both" : "differs";
  return worker ? "worker_only" : agency ? "agency_only" : "withdrawn";
}

/** The higher of what the two sides say: for whoever must look at it. */
export const claimedMinor = ({ entries }: Pick<ReceiptFacts, "entries">): bigint =>
  entries.reduce((most, { amountMinor }) => (amountMinor > most ? amountMinor : most), 0n);

/** What the agency does not dispute: nothing is held against it publicly beyond this. */
export function undisputedMinor(receipt: Pick<ReceiptFacts, "entries">): bigint {
  const agency = entryOf(receipt, "agency");
  if (!agency) return 0n;
  const worker = entryOf(receipt, "worker");
  return worker && worker.amountMinor < agency.amountMinor ? worker.amountMinor : agency.amountMinor;
}

/** What came back: the worker knows; until she speaks, the agency's word holds. */
export function returnedMinor(receipt: Pick<ReceiptFacts, "entries">): bigint {
  return entryOf(receipt, "worker")?.amountMinor ?? entryOf(receipt, "agency")?.amountMinor ?? 0n;
}

export const firstDay = ({ entries }: Pick<ReceiptFacts, "entries">): Day | null =>
  entries.reduce<Day | null>((least, { paidOn }) => (least === null || paidOn < least ? paidOn : least), null);

type Said = { kind: PaymentKind; component: string; currency: string; amountMinor: bigint; paidOn: Day };
/** Two people date the same payment a little apart: the transfer and its arrival, a weekend between. */
const daysApart = 3;

const sameThing = (receipt: ReceiptFacts, said: Said): boolean =>
  receipt.kind === said.kind && receipt.component === said.component && receipt.currency === said.currency;

/** The other side's open receipt for the same payment: same kind, component and amount, within three days; the nearest day first. */
export function counterpart(receipts: readonly ReceiptFacts[], side: PartySide, said: Said): ReceiptFacts | null {
  const distance = (day: Day) => Math.abs(Date.parse(day) - Date.parse(said.paidOn));
  const open = receipts.flatMap((receipt) => {
    const [only, ...more] = receipt.entries;
    const fits =
      only &&
      more.length === 0 &&
      only.side !== side &&
      only.amountMinor === said.amountMinor &&
      sameThing(receipt, said) &&
      only.paidOn >= addDays(said.paidOn, -daysApart) &&
      only.paidOn <= addDays(said.paidOn, daysApart);
    return fits ? [{ receipt, away: distance(only.paidOn), at: only.enteredAt.getTime() }] : [];
  });
  return open.sort((a, b) => a.away - b.away || a.at - b.at)[0]?.receipt ?? null;
}

/** The same side said exactly this before: perhaps a second payment, more often the same one again. */
export const sameAgain = (receipts: readonly ReceiptFacts[], side: PartySide, said: Said): ReceiptFacts | null =>
  receipts.find((receipt) => {
    const own = entryOf(receipt, side);
    return (
      own !== null && sameThing(receipt, said) && own.amountMinor === said.amountMinor && own.paidOn === said.paidOn
    );
  }) ?? null;

/** Taken back only while the other side has not agreed to it. */
export const mayTakeBack = (receipt: ReceiptFacts, side: PartySide): boolean =>
  entryOf(receipt, side) !== null && standingOf(receipt) !== "both";
