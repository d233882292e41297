// Which rows two to four orders are compared on, and which of the values differ, is highest or lowest.
import type { Verdict } from "@/domain/licences/rules";
import type { OrderPage } from "@/domain/orders/queries";

export type Compared = { reference: string; page: OrderPage; verdict: Verdict | null };

export const rowKeys = [
  "kept",
  "basic",
  "hours",
  "cost",
  "deposit",
  "breakEven",
  "language",
  "place",
  "contract",
  "board",
  "lodging",
  "places",
  "deadline",
  "agency",
  "record",
] as const;
export type RowKey = (typeof rowKeys)[number];

/** Rows of amounts, in which the most and the least are worth a word. */
const ordered = new Set<RowKey>(["kept", "basic", "hours", "cost", "deposit", "breakEven"]);

const number = (value: bigint | number | null): number | null => (value === null ? null : Number(value));

/** A value that can be ordered, for rows of amounts. */
function amountOf(key: RowKey, { page: { facts } }: Compared): number | null {
  if (key === "kept") return number(facts.netVnd);
  if (key === "basic") return number(facts.basicVnd);
  if (key === "hours") return facts.hoursPerWeek;
  if (key === "cost") return number(facts.costVnd);
  if (key === "deposit") return number(facts.depositVnd);
  return key === "breakEven" ? facts.breakEvenMonths : null;
}

/** What two orders must share to be called the same in a row. */
function sameAs(key: RowKey, compared: Compared): string {
  const { facts, placesLeft, agency } = compared.page;
  const values: Record<RowKey, unknown> = {
    kept: facts.netVnd,
    basic: facts.basicVnd,
    hours: `${facts.hoursPerDay} ${facts.hoursPerWeek}`,
    cost: facts.costVnd,
    deposit: facts.depositVnd,
    breakEven: facts.breakEvenMonths,
    language: `${facts.language} ${facts.languageOrdinal}`,
    place: `${facts.market} ${facts.region}`,
    contract: facts.contractMonths,
    board: `${facts.board} ${facts.boardMinor}`,
    lodging: `${facts.lodging} ${facts.lodgingMinor}`,
    places: placesLeft,
    deadline: facts.deadlineOn,
    agency: agency?.slug ?? facts.senderName,
    record: `${compared.verdict?.code} ${compared.verdict?.fines.length} ${compared.verdict?.restrictions.length}`,
  };
  return String(values[key]);
}

export type Mark = "highest" | "lowest" | null;

/** Whether the row's values differ, and a word for the most and the least of them. */
export function marksOf(key: RowKey, orders: readonly Compared[]): { differ: boolean; marks: Mark[] } {
  const differ = new Set(orders.map((order) => sameAs(key, order))).size > 1;
  const amounts = orders.map((order) => amountOf(key, order));
  const known = amounts.filter((amount) => amount !== null);
  if (!ordered.has(key) || !differ || known.length < 2) return { differ, marks: orders.map(() => null) };
  const [most, least] = [Math.max(...known), Math.min(...known)];
  const marks = amounts.map((amount): Mark => {
    if (amount === null || most === least) return null;
    return amount === most ? "highest" : amount === least ? "lowest" : null;
  });
  return { differ, marks };
}
