// The ledger: for each component what was published, what the contract says, what each side says was asked, paid and came back.
import type { FeeLine } from "@/domain/fees/schema";
import { lineTotal } from "@/domain/fees/rules";
import type { Money } from "@/domain/kernel/money";
import { claimedMinor, entryOf, standingOf } from "./receipts";
import type { BookFacts, PartySide, PaymentKind, ReceiptFacts } from "./schema";

/** Null: a line without an amount. Empty: no line. */
export type Amounts = readonly Money[] | null;
export type Difference =
  | { name: "notPublished" | "notInContract" | "sidesDiffer" | "notConfirmed" | "unknownContracted" }
  | { name: "contractAbovePublished" | "paidAboveContracted" | "askedAboveContracted" | "stillToPay"; by: Money };
export type LedgerRow = {
  component: string;
  published: Amounts;
  contracted: Amounts;
  asked: readonly Money[];
  paid: Readonly<Record<PartySide, readonly Money[]>>;
  returned: Readonly<Record<PartySide, readonly Money[]>>;
  differences: readonly Difference[];
};

const add = (sums: Map<string, bigint>, { currency, minor }: Money) =>
  sums.set(currency, (sums.get(currency) ?? 0n) + minor);
const listed = (sums: ReadonlyMap<string, bigint>): Money[] =>
  [...sums].map(([currency, minor]) => ({ currency, minor }));
export const amountIn = (amounts: Amounts, currency: string): bigint =>
  amounts?.find((money) => money.currency === currency)?.minor ?? 0n;

/** What the worker pays of a component, months multiplied, one amount a currency. */
export function sheetAmounts(lines: readonly FeeLine[], component: string): Amounts {
  const sums = new Map<string, bigint>();
  for (const line of lines) {
    if (line.code !== component || line.payer !== "worker") continue;
    const total = lineTotal(line);
    if (!total) return null;
    add(sums, total);
  }
  return listed(sums);
}

export function receiptAmounts(
  receipts: readonly ReceiptFacts[],
  kind: PaymentKind,
  component: string,
  side: PartySide | null,
): Money[] {
  const sums = new Map<string, bigint>();
  for (const receipt of receipts) {
    if (receipt.kind !== kind || receipt.component !== component) continue;
    const minor = side ? (entryOf(receipt, side)?.amountMinor ?? 0n) : claimedMinor(receipt);
    if (minor > 0n) add(sums, { currency: receipt.currency, minor });
  }
  return listed(sums);
}

/** How much more the first is than the second, in the currencies both are in. */
function excess(amounts: Amounts, over: Amounts): Money[] {
  if (!amounts || !over) return [];
  return amounts.flatMap(({ currency, minor }) => {
    const limit = over.find((money) => money.currency === currency);
    return limit && minor > limit.minor ? [{ currency, minor: minor - limit.minor }] : [];
  });
}

const by = (name: Extract<Difference, { by: Money }>["name"], amounts: readonly Money[]): Difference[] =>
  amounts.map((money) => ({ name, by: money }));

function differencesOf(
  row: Omit<LedgerRow, "differences">,
  receipts: readonly ReceiptFacts[],
  anyPublished: boolean,
): Difference[] {
  const { published, contracted, asked } = row;
  const own = receipts.filter(({ component, kind }) => component === row.component && kind === "paid");
  const paid = receiptAmounts(receipts, "paid", row.component, null);
  const demanded = asked.length > 0 || paid.length > 0;
  const standings = own.map(standingOf);
  return [
    ...(anyPublished && published?.length === 0 && contracted?.length !== 0 ? [{ name: "notPublished" } as const] : []),
    ...by("contractAbovePublished", excess(contracted, published)),
    ...(contracted?.length === 0 && demanded ? [{ name: "notInContract" } as const] : []),
    ...(contracted === null && demanded ? [{ name: "unknownContracted" } as const] : []),
    ...by("paidAboveContracted", excess(paid, contracted)),
    ...by("askedAboveContracted", excess(largestAsked(receipts, row.component), contracted)),
    ...(standings.includes("differs") ? [{ name: "sidesDiffer" } as const] : []),
    ...(standings.some((standing) => standing === "worker_only" || standing === "agency_only")
      ? [{ name: "notConfirmed" } as const]
      : []),
    // Before the first payment everything is still to pay: that is the contract's column, not a difference.
    ...by("stillToPay", paid.length > 0 ? stillToPay(contracted, paid) : []),
  ];
}

const stillToPay = (contracted: Amounts, paid: Amounts): Money[] =>
  (contracted ?? []).flatMap(({ currency, minor }) => {
    const left = minor - amountIn(paid, currency);
    // Paid in another currency: not to be set against each other without a rate.
    return left > 0n && !(paid ?? []).some((money) => money.currency !== currency) ? [{ currency, minor: left }] : [];
  });

/** Asking twice for the same money is one demand: each is held against the contract alone. */
function largestAsked(receipts: readonly ReceiptFacts[], component: string): Money[] {
  const most = new Map<string, bigint>();
  for (const receipt of receipts) {
    if (receipt.kind !== "asked" || receipt.component !== component) continue;
    const minor = claimedMinor(receipt);
    if (minor > (most.get(receipt.currency) ?? 0n)) most.set(receipt.currency, minor);
  }
  return listed(most);
}

/** Components in the order of the contract, then of the published sheet, then as they were asked. */
export function ledgerOf(book: Pick<BookFacts, "published" | "contracted" | "receipts">): LedgerRow[] {
  const payable = (lines: readonly FeeLine[]) =>
    lines.filter((line) => line.payer === "worker").map((line) => line.code);
  const live = book.receipts.filter(({ entries }) => entries.length > 0);
  const components = new Set([
    ...payable(book.contracted),
    ...payable(book.published),
    ...live.map(({ component }) => component),
  ]);
  return [...components].map((component) => {
    const of = (kind: PaymentKind, side: PartySide | null) => receiptAmounts(live, kind, component, side);
    const row = {
      component,
      published: sheetAmounts(book.published, component),
      contracted: sheetAmounts(book.contracted, component),
      asked: of("asked", null),
      paid: { worker: of("paid", "worker"), agency: of("paid", "agency") },
      returned: { worker: of("returned", "worker"), agency: of("returned", "agency") },
    };
    return { ...row, differences: differencesOf(row, live, book.published.length > 0) };
  });
}
