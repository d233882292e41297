// Invented books of payments, one story each: all agreed, a difference, a demand nobody may make, refunds in time and overdue. Written
// through the commands by which the two sides and an officer write real ones; every book is marked demo, for its order is.
import { randomUUID } from "node:crypto";
import { systemActor } from "@/domain/kernel/actor";
import { type Day, addDays, addMonths } from "@/domain/kernel/calendar";
import { orderPage, listCards } from "@/domain/orders/queries";
import { partyFor } from "@/domain/payments/access";
import { answerReceipt, enterPayment, judgeBooks, openBook, recordEnding } from "@/domain/payments/commands";
import { bookOf } from "@/domain/payments/queries";
import type { ContractEnding, PaymentKind } from "@/domain/payments/schema";

const actor = systemActor("demo");

type Line = { code: string; amountMinor: bigint; currency: string; payee: string };
type Said = Line & { kind?: PaymentKind; on: Day };
type Book = Awaited<ReturnType<typeof openBook>>;

const enter = (
  book: Book,
  side: "worker" | "agency",
  { kind = "paid", code, amountMinor, currency, payee, on }: Said,
) =>
  enterPayment(partyFor(book.id, side), {
    ...{
      kind,
      component: code,
      amountMinor,
      currency,
      paidOn: on,
      payee,
      note: null,
      submission: randomUUID(),
      again: true,
    },
  });
async function both(book: Book, said: Said): Promise<void> {
  await enter(book, "worker", said);
  await enter(book, "agency", said);
}

const end = (book: Book, endedOn: Day, ending: ContractEnding, departedOn: Day | null) =>
  recordEnding(actor, { reference: book.reference, endedOn, ending, departedOn });

/** What the worker pays on the sheet, as single payments; a payee nobody stated is the agency. */
async function linesOf(reference: string): Promise<Line[]> {
  const page = await orderPage(reference);
  return (page?.fees ?? []).flatMap(({ code, payer, payee, amountMinor, currency, months }) =>
    payer === "worker" && amountMinor && months === null
      ? [{ code, amountMinor, currency, payee: payee === "unknown" ? "agency" : payee }]
      : [],
  );
}

type Story = (book: Book, lines: readonly Line[], signedOn: Day, today: Day) => Promise<void>;
const fee = (lines: readonly Line[]): Line =>
  lines.find(({ code }) => code === "service_fee") ?? {
    code: "service_fee",
    amountMinor: 20_000_000n,
    currency: "VND",
    payee: "agency",
  };

const stories: readonly { monthsAgo: number; tell: Story }[] = [
  {
    monthsAgo: 2,
    tell: async (book, lines, on) => {
      for (const line of lines) await both(book, { ...line, on: addDays(on, 5) });
    },
  },
  {
    monthsAgo: 2,
    tell: async (book, lines, on) => {
      const [first] = lines;
      if (!first) return;
      const { number } = await enter(book, "worker", {
        ...first,
        on: addDays(on, 3),
        amountMinor: (first.amountMinor * 13n) / 10n,
      });
      await answerReceipt(partyFor(book.id, "agency"), {
        number,
        amountMinor: first.amountMinor,
        submission: randomUUID(),
      });
    },
  },
  {
    monthsAgo: 1,
    tell: async (book, lines, on) => {
      const asked = { kind: "asked" as const, currency: "VND", payee: "person", on: addDays(on, -10) };
      await enter(book, "worker", { ...asked, code: "recruiting_fee", amountMinor: 5_000_000n });
      for (const line of lines.slice(0, 2)) await enter(book, "agency", { ...line, on: addDays(on, 2) });
    },
  },
  {
    monthsAgo: 30,
    tell: async (book, lines, on, today) => {
      await both(book, { ...fee(lines), on: addDays(on, 7) });
      await end(book, addMonths(today, -9), "early_no_fault", addMonths(today, -15));
    },
  },
  {
    monthsAgo: 30,
    tell: async (book, lines, on, today) => {
      const paid = fee(lines);
      await both(book, { ...paid, on: addDays(on, 7) });
      await end(book, addMonths(today, -8), "abuse", addMonths(today, -12));
      const [refund] = (await bookOf(partyFor(book.id, "worker")))?.refunds ?? [];
      if (refund?.amountMinor)
        await both(book, { ...paid, kind: "returned", amountMinor: refund.amountMinor, on: addMonths(today, -5) });
    },
  },
  {
    monthsAgo: 26,
    tell: async (book, lines, on, today) => {
      const deposit = lines.find(({ code }) => code === "worker_deposit") ?? {
        ...fee(lines),
        code: "worker_deposit",
        payee: "bank",
      };
      await both(book, { ...deposit, on: addDays(on, 20) });
      await end(book, addMonths(today, -1), "completed", addMonths(on, 2));
    },
  },
];

/** One book a story, each with another firm's order. */
export async function recordPayments(today: Day): Promise<number> {
  const cards = await listCards(
    { kind: "agency_order", demo: true, agency: { isNot: null } },
    [{ reference: "asc" }],
    200,
  );
  const perFirm = [...new Map(cards.map((card) => [card.agency?.slug, card])).values()];
  const withDeposit = cards.find(({ depositVnd }) => depositVnd !== null && depositVnd > 0n);
  let opened = 0;
  for (const [i, { monthsAgo, tell }] of stories.entries()) {
    const card = i === stories.length - 1 ? (withDeposit ?? perFirm[i]) : perFirm[i];
    if (!card) continue;
    const signedOn = addMonths(today, -monthsAgo);
    const book = await openBook(actor, { orderReference: card.reference, signedOn, contractNo: `MẪU-${i + 1}` });
    await tell(book, await linesOf(card.reference), signedOn, today);
    await judgeBooks(actor, [book.id]);
    opened += 1;
  }
  return opened;
}
