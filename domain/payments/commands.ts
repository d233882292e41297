import "server-only";
import { newRowId } from "@/domain/audit/bulk";
import { type Note, type Tx, change } from "@/domain/audit/change";
import { latestRates } from "@/domain/fees/queries";
import type { FeeLine } from "@/domain/fees/schema";
import type { Actor } from "@/domain/kernel/actor";
import { type Day, columnOfDay, dayOf, dayOfColumn } from "@/domain/kernel/calendar";
import { claimed, requireAll } from "@/domain/kernel/refusal";
import { orderPage } from "@/domain/orders/queries";
import type { Prisma } from "@/platform/db";
import { mayManageBooks } from "./access";
import { makeLink } from "./links";
import { booksToJudge } from "./queries";
import { draw, factsOf, lockBook, termsToJson } from "./rows";
import { flagsOf, numberOf, refundsOf } from "./rules";
import {
  type BookInput,
  type BookTerms,
  type EndingInput,
  type FlagFacts,
  type PartySide,
  bookInput,
  endingInput,
} from "./schema";

export { answerReceipt, enterPayment, type Entered, takeBack } from "./entries";
export { closeSession, issueLink, type Opened, openLink, revokeLinks } from "./links";

type OrderOnDay = NonNullable<Awaited<ReturnType<typeof orderPage>>>;

/** The terms that ceilings hang on, with the rates of the day, so that a book is judged the same ever after. */
async function termsOf({ facts, rate }: OrderOnDay, months: number | null): Promise<BookTerms> {
  const {
    market,
    programme,
    occupation,
    senderType,
    kind,
    extensionMonths,
    currency,
    payPeriod,
    basicMinor,
    hoursPerWeek,
  } = facts;
  const { airfare, airfareLegs, board, boardMinor, lodging, lodgingMinor, commuting, deductions } = facts;
  const rates = await latestRates();
  return {
    ...{
      market,
      programme,
      occupation,
      senderType,
      kind,
      extensionMonths,
      currency,
      payPeriod,
      basicMinor,
      hoursPerWeek,
    },
    ...{ airfare, airfareLegs, board, boardMinor, lodging, lodgingMinor, commuting, deductions },
    contractMonths: months ?? facts.contractMonths,
    rates: rate ? new Map([...rates, [rate.currency, rate]]) : rates,
  };
}

/** The contract's own amounts in place of the published ones; a component the order does not have is added. */
function contractedLines(
  published: readonly FeeLine[],
  given: readonly Pick<FeeLine, "code" | "amountMinor" | "currency">[],
): FeeLine[] {
  const named = new Set(given.map(({ code }) => code));
  const of = (code: string) => published.find((line) => line.code === code && line.payer === "worker");
  const own = given.map(({ code, amountMinor, currency }): FeeLine => {
    const like = of(code);
    return {
      ...{ position: 0, code, amountMinor, currency, payer: "worker", months: null },
      ...{ payee: like?.payee ?? "unknown", due: like?.due ?? "unknown", refundable: like?.refundable ?? "unknown" },
    };
  });
  const kept = published.filter((line) => !(line.payer === "worker" && named.has(line.code)));
  return [...kept, ...own].map((line, position) => ({ ...line, position }));
}

export type OpenedBook = {
  id: string;
  reference: string;
  links: Record<PartySide, { token: string; expiresAt: Date }>;
};

/** Opens the book of one worker's contract for an order: copies the sheet as it is published, and issues a link to each side. */
export async function openBook(actor: Actor, input: BookInput): Promise<OpenedBook> {
  const said = bookInput.parse(input);
  requireAll("payments", { mayManageBooks: mayManageBooks(actor) });
  const order = await orderPage(said.orderReference);
  requireAll("payments", { orderExists: order !== null });
  const { facts, fees } = order as OrderOnDay;
  const terms = await termsOf(order as OrderOnDay, said.contractMonths);
  return change(actor, async (tx, now, note) => {
    requireAll("payments", { dayNotAhead: said.signedOn <= dayOf(now) });
    const id = newRowId();
    const reference = await freeReference(tx, dayOf(now).slice(0, 4));
    const { signedOn, departedOn, contractNo } = said;
    await tx.paymentBook.create({
      data: {
        ...{ id, reference, orderId: facts.id, orderReference: facts.reference, orderTitle: facts.title, contractNo },
        ...{
          agencyId: facts.agencyId,
          senderName: facts.senderName,
          signedOn: columnOfDay(signedOn),
          terms: termsToJson(terms),
        },
        ...{ departedOn: departedOn && columnOfDay(departedOn), openedAt: now, demo: said.demo || facts.demo },
      },
    });
    const lines = { published: fees, contracted: contractedLines(fees, said.contracted) };
    for (const origin of ["published", "contracted"] as const)
      await tx.paymentLine.createMany({
        data: lines[origin].map((line) => ({ ...lineColumns(line), bookId: id, origin })),
      });
    note({
      ...{ event: "payments.changed", subjectType: "paymentBook", subjectId: id },
      after: { reference, order: facts.reference, signedOn },
      personal: contractNo ? ["contractNo"] : [],
    });
    const [worker, agency] = [await makeLink(tx, now, note, id, "worker"), await makeLink(tx, now, note, id, "agency")];
    return { id, reference, links: { worker, agency } };
  });
}

const lineColumns = ({ position, code, payer, payee, amountMinor, currency, due, months, refundable }: FeeLine) => ({
  ...{ position, code, payer, payee, amountMinor, currency, due, months, refundable },
});

async function freeReference(tx: Tx, year: string): Promise<string> {
  for (;;) {
    const reference = numberOf("SO", year, draw);
    if ((await tx.paymentBook.count({ where: { reference } })) === 0) return reference;
  }
}

/** Records that the contract ended or was cancelled; what must come back, and by when, is computed in the same transaction. */
export function recordEnding(actor: Actor, input: EndingInput): Promise<void> {
  const said = endingInput.parse(input);
  return change(actor, async (tx, now, note) => {
    requireAll("payments", { mayManageBooks: mayManageBooks(actor) });
    const before = await tx.paymentBook.findUnique({ where: { reference: said.reference } });
    requireAll("payments", { bookExists: before !== null });
    const book = before as NonNullable<typeof before>;
    const departedOn = said.departedOn ? columnOfDay(said.departedOn) : book.departedOn;
    const endedOn = columnOfDay(said.endedOn);
    requireAll("payments", {
      dayNotAhead: said.endedOn <= dayOf(now),
      endAfterSigning: endedOn >= book.signedOn,
      endAfterDeparture: !departedOn || departedOn <= endedOn,
      neverSentHasNoDeparture: said.ending !== "not_sent" || !departedOn,
    });
    const { ending, demandRate } = said;
    await tx.paymentBook.update({
      where: { id: book.id },
      data: {
        departedOn,
        endedOn,
        ending,
        demandRate,
        endingNote: said.note,
        refundBy: said.refundBy && columnOfDay(said.refundBy),
      },
    });
    note({
      ...{ event: "payments.changed", subjectType: "paymentBook", subjectId: book.id },
      before: { endedOn: book.endedOn && dayOfColumn(book.endedOn), ending: book.ending },
      after: { endedOn: said.endedOn, ending },
      personal: said.note ? ["endingNote"] : [],
    });
    await judge(tx, now, note, book.id);
  });
}

/** Flags and refunds of these books as they stand now. Running it twice, or late, does no harm. */
export async function judgeBooks(actor: Actor, bookIds: readonly string[]): Promise<void> {
  requireAll("payments", { mayManageBooks: mayManageBooks(actor) });
  for (const id of bookIds) await change(actor, (tx, now, note) => judge(tx, now, note, id));
}

/** What the calendar alone changes: payments unconfirmed too long, refunds past their day. Answers how many were looked at. */
export async function judgeDay(actor: Actor, today: Day): Promise<number> {
  requireAll("payments", { mayManageBooks: mayManageBooks(actor) });
  let judged = 0;
  for (;;) {
    const ids = await booksToJudge(today, 500);
    if (ids.length === 0) return judged;
    await judgeBooks(actor, ids);
    judged += ids.length;
  }
}

async function judge(tx: Tx, now: Date, note: (entry: Note) => void, bookId: string): Promise<void> {
  const row = await lockBook(tx, bookId);
  if (!row) return;
  const today = dayOf(now);
  const facts = factsOf(row);
  const about = { bookId, agencyId: row.agencyId };
  await tx.refundDue.deleteMany({ where: { bookId } });
  const refunds = refundsOf(facts);
  await tx.refundDue.createMany({
    data: refunds.map((refund) => ({
      ...refund,
      ...about,
      demo: row.demo,
      dueOn: refund.dueOn && columnOfDay(refund.dueOn),
    })),
  });
  await tx.paymentBook.update({ where: { id: bookId }, data: { judgedOn: columnOfDay(today) } });
  const changed = await saveFlags(tx, now, about, flagsOf(facts, today));
  if (changed.length > 0)
    note({
      event: "payments.judged",
      subjectType: "paymentBook",
      subjectId: bookId,
      after: { flags: changed },
      quiet: true,
    });
}

const toJson = (details: FlagFacts["details"]): Prisma.InputJsonObject =>
  JSON.parse(
    JSON.stringify(details, (_, value: unknown) => (typeof value === "bigint" ? String(value) : value)),
  ) as Prisma.InputJsonObject;
/** jsonb keeps its own order of keys. */
const comparable = (value: unknown): string =>
  JSON.stringify(value, (_, inner: unknown) =>
    inner && typeof inner === "object" && !Array.isArray(inner)
      ? Object.entries(inner).sort(([a], [b]) => a.localeCompare(b))
      : inner,
  );

/** New flags open; those that no longer hold are settled by themselves; one an officer settled opens again only when its figures change. */
async function saveFlags(
  tx: Tx,
  now: Date,
  about: { bookId: string; agencyId: string | null },
  found: readonly FlagFacts[],
): Promise<string[]> {
  const known = new Map(
    (await tx.paymentFlag.findMany({ where: { bookId: about.bookId } })).map((flag) => [flag.key, flag]),
  );
  const changed: string[] = [];
  for (const { key, condition, component, details } of found) {
    const before = known.get(key);
    const said = toJson(details);
    known.delete(key);
    const sameFigures = before && comparable(before.details) === comparable(said);
    if (sameFigures && (before.state === "open" || before.settledBy !== null)) continue;
    const state = { state: "open", settledAt: null, settledBy: null, settlement: null } as const;
    const data = { condition, component, details: said, ...state };
    if (before)
      await tx.paymentFlag.update({
        where: { id: before.id },
        data: { ...data, ...(before.state === "settled" && { openedAt: now }) },
      });
    else await tx.paymentFlag.create({ data: { ...about, key, ...data, openedAt: now } });
    changed.push(`${before ? "changed" : "opened"} ${key}`);
  }
  for (const gone of known.values()) {
    if (gone.state === "settled") continue;
    await tx.paymentFlag.update({
      where: { id: gone.id },
      data: { state: "settled", settledAt: now, settledBy: null, settlement: null },
    });
    changed.push(`ended ${gone.key}`);
  }
  return changed;
}

/** An officer's answer to a flag, with its reason. */
export function settleFlag(actor: Actor, { flagId, reason }: { flagId: string; reason: string }): Promise<void> {
  return change(actor, async (tx, now, note) => {
    requireAll("payments", { mayManageBooks: mayManageBooks(actor), reasonGiven: reason.trim().length > 0 });
    const data = {
      state: "settled",
      settledAt: now,
      settledBy: actor.name,
      settlement: reason.trim().slice(0, 1000),
    } as const;
    claimed("payments.flagOpen", await tx.paymentFlag.updateMany({ where: { id: flagId, state: "open" }, data }));
    note({
      ...{ event: "payments.judged", subjectType: "paymentFlag", subjectId: flagId, quiet: true },
      before: { state: "open" },
      after: { state: "settled" },
      personal: ["settlement"],
    });
  });
}
