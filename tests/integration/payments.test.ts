// Books of payments on real Postgres: two sides, one receipt; links; what a party may see; flags and refunds that follow.
import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { systemActor } from "@/domain/kernel/actor";
import { addDays, day } from "@/domain/kernel/calendar";
import { Refusal } from "@/domain/kernel/refusal";
import { partyFor } from "@/domain/payments/access";
import {
  answerReceipt,
  enterPayment,
  judgeBooks,
  judgeDay,
  openBook,
  recordEnding,
  settleFlag,
  takeBack,
} from "@/domain/payments/commands";
import { bookOf, flagsFor, overdueRefundsOf, verifiedReceipt } from "@/domain/payments/queries";
import { type EntryInput, entryInput } from "@/domain/payments/schema";
import { db } from "@/platform/db";
import { anOrderToSell } from "@/tests/builders/order-in-database";

const tester = systemActor("test");
const today = day("2026-11-20");

async function aBook(more: Partial<Parameters<typeof openBook>[1]> = {}) {
  const order = await anOrderToSell();
  const book = await openBook(tester, { orderReference: order.reference, signedOn: day("2026-11-02"), ...more });
  return {
    ...book,
    agencyId: order.agencyId,
    worker: partyFor(book.id, "worker"),
    agency: partyFor(book.id, "agency"),
  };
}
const paid = (more: Partial<EntryInput> = {}): EntryInput =>
  entryInput.parse({
    ...{
      kind: "paid",
      component: "language_training",
      amountMinor: 25_000_000n,
      currency: "VND",
      paidOn: "2026-11-10",
    },
    ...{ payee: "school", submission: randomUUID(), ...more },
  });
const flagsOfBook = async (bookId: string) =>
  (await db.paymentFlag.findMany({ where: { bookId }, orderBy: { key: "asc" } })).map(
    ({ key, state }) => `${state} ${key}`,
  );
const refused = (condition: string) => expect.objectContaining({ condition }) as unknown;

describe("one payment, two sides", () => {
  test("the first side gets a number at once, and both can open it", async () => {
    const book = await aBook();
    const { number, code } = await enterPayment(book.worker, paid());
    for (const party of [book.worker, book.agency])
      expect((await bookOf(party))?.facts.receipts.map((receipt) => receipt.number)).toEqual([number]);
    expect(await verifiedReceipt(number, code)).toMatchObject({
      standing: "worker_only",
      component: "language_training",
    });
  });

  test("both entering at the same moment make one receipt, never two numbers", async () => {
    const book = await aBook();
    for (let round = 1; round <= 10; round += 1) {
      const amountMinor = BigInt(1_000_000 + round);
      const entered = await Promise.all([
        enterPayment(book.worker, paid({ amountMinor })),
        enterPayment(book.agency, paid({ amountMinor })),
      ]);
      expect(new Set(entered.map(({ number }) => number)).size).toBe(1);
      expect(entered.filter(({ joined }) => joined)).toHaveLength(1);
    }
    const receipts = (await bookOf(book.worker))?.facts.receipts ?? [];
    expect(receipts).toHaveLength(10);
    expect(receipts.every(({ entries }) => entries.length === 2)).toBe(true);
  });

  test("a form sent again, five times at once, is one entry", async () => {
    const book = await aBook();
    const said = paid();
    const answers = await Promise.all(Array.from({ length: 5 }, () => enterPayment(book.worker, said)));
    expect(new Set(answers.map(({ number }) => number)).size).toBe(1);
    expect(answers.filter(({ repeated }) => repeated)).toHaveLength(4);
    expect(await db.paymentEntry.count({ where: { bookId: book.id } })).toBe(1);
  });

  test("the same form with another amount is not taken for a repetition", async () => {
    const book = await aBook();
    const said = paid();
    await enterPayment(book.worker, said);
    await expect(enterPayment(book.worker, { ...said, amountMinor: 1n })).rejects.toEqual(refused("formAlreadyUsed"));
  });

  test("the same payment entered twice by one side is asked about, and can be meant", async () => {
    const book = await aBook();
    await enterPayment(book.worker, paid());
    await expect(enterPayment(book.worker, paid())).rejects.toEqual(refused("enteredAlready"));
    await enterPayment(book.worker, paid({ again: true }));
    expect((await bookOf(book.agency))?.facts.receipts).toHaveLength(2);
  });

  test("a day apart is the same payment, a week apart is another one", async () => {
    const book = await aBook();
    const first = await enterPayment(book.worker, paid());
    expect(await enterPayment(book.agency, paid({ paidOn: day("2026-11-11") }))).toMatchObject({
      number: first.number,
      joined: true,
    });
    await enterPayment(book.worker, paid({ amountMinor: 7n, paidOn: day("2026-11-03") }));
    expect(await enterPayment(book.agency, paid({ amountMinor: 7n }))).toMatchObject({ joined: false });
  });

  test("however the two sides' entries interleave, every receipt holds at most one of each and nothing is lost", async () => {
    const entry = fc.record({
      side: fc.constantFrom("worker" as const, "agency" as const),
      amount: fc.integer({ min: 1, max: 3 }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(entry, { minLength: 2, maxLength: 12 }), async (entries) => {
        const book = await aBook();
        await Promise.all(
          entries.map(({ side, amount }) =>
            enterPayment(book[side], paid({ amountMinor: BigInt(amount), again: true })),
          ),
        );
        const receipts = (await bookOf(book.worker))?.facts.receipts ?? [];
        expect(receipts.flatMap((receipt) => receipt.entries)).toHaveLength(entries.length);
        for (const receipt of receipts)
          expect(new Set(receipt.entries.map(({ side }) => side)).size).toBe(receipt.entries.length);
        for (const amount of [1, 2, 3]) {
          const of = (side: string) => entries.filter((one) => one.side === side && one.amount === amount).length;
          const joined = receipts.filter(
            ({ entries: [first, second] }) => second && first?.amountMinor === BigInt(amount),
          );
          expect(joined).toHaveLength(Math.min(of("worker"), of("agency")));
        }
      }),
      { numRuns: 8 },
    );
  });

  test("another amount on the other side's receipt is a difference on the same number", async () => {
    const book = await aBook();
    const { number, code } = await enterPayment(book.worker, paid());
    await answerReceipt(book.agency, { number, amountMinor: 20_000_000n, submission: randomUUID() });
    expect(await verifiedReceipt(number, code)).toMatchObject({
      standing: "differs",
      amounts: { worker: 25_000_000n, agency: 20_000_000n },
    });
    await judgeBooks(tester, [book.id]);
    expect(await flagsOfBook(book.id)).toEqual([`open sidesDiffer:${number}`]);
  });

  test("answered by both at once: one word a side", async () => {
    const book = await aBook();
    const { number } = await enterPayment(book.worker, paid());
    const answers = await Promise.allSettled(
      [1, 2, 3].map(() => answerReceipt(book.agency, { number, amountMinor: 25_000_000n, submission: randomUUID() })),
    );
    expect(answers.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  });

  test("taken back while the other side has not agreed, not after; the row stays", async () => {
    const book = await aBook();
    const { number, code } = await enterPayment(book.worker, paid());
    await takeBack(book.worker, { number });
    expect(await verifiedReceipt(number, code)).toMatchObject({ standing: "withdrawn", paidOn: null });
    expect(await db.paymentEntry.count({ where: { bookId: book.id } })).toBe(1);
    const again = await enterPayment(book.worker, paid());
    await enterPayment(book.agency, paid());
    await expect(takeBack(book.worker, { number: again.number })).rejects.toEqual(refused("notAgreed"));
  });

  test("nothing is paid tomorrow", async () => {
    const book = await aBook();
    await expect(enterPayment(book.worker, paid({ paidOn: addDays(today, 1) }))).rejects.toEqual(
      refused("dayNotAhead"),
    );
  });

  test("the database itself refuses to alter an entry", async () => {
    const book = await aBook();
    await enterPayment(book.worker, paid());
    const { writableDb } = await import("@/platform/db");
    await expect(
      writableDb.$executeRaw`UPDATE "PaymentEntry" SET "amountMinor" = 1 WHERE "bookId" = ${book.id}::uuid`,
    ).rejects.toThrow(/never altered/);
    await expect(
      writableDb.$executeRaw`DELETE FROM "PaymentEntry" WHERE "bookId" = ${book.id}::uuid`,
    ).rejects.toThrow();
  });
});

describe("who may see and write", () => {
  test("a party reads its own book, and neither side writes in another one", async () => {
    const [mine, theirs] = [await aBook(), await aBook()];
    const { number } = await enterPayment(theirs.worker, paid());
    expect((await bookOf(mine.worker))?.facts.receipts).toEqual([]);
    const answer = { number, amountMinor: 25_000_000n, submission: randomUUID() };
    await expect(answerReceipt(mine.agency, answer)).rejects.toEqual(refused("receiptExists"));
    await expect(takeBack(mine.worker, { number })).rejects.toEqual(refused("receiptExists"));
    await expect(takeBack(theirs.agency, { number })).rejects.toEqual(refused("receiptExists"));
  });
  test("a hundred forged books open nothing", async () => {
    for (let i = 0; i < 100; i += 1) {
      const forged = partyFor(randomUUID(), i % 2 ? "worker" : "agency");
      expect(await bookOf(forged)).toBeNull();
      await expect(enterPayment(forged, paid())).rejects.toBeInstanceOf(Refusal);
    }
  });
  test("parties open no books, end no contracts and settle no flags; operators enter no payments", async () => {
    const book = await aBook();
    const ending = { reference: book.reference, endedOn: day("2026-11-15"), ending: "completed" } as const;
    await expect(openBook(book.worker, { orderReference: "x", signedOn: day("2026-11-02") })).rejects.toEqual(
      refused("mayManageBooks"),
    );
    await expect(recordEnding(book.agency, ending)).rejects.toEqual(refused("mayManageBooks"));
    await expect(settleFlag(book.agency, { flagId: randomUUID(), reason: "x" })).rejects.toEqual(
      refused("mayManageBooks"),
    );
    await expect(enterPayment(tester, paid())).rejects.toEqual(refused("mayEnter"));
  });
  test("the journal keeps who, what and which receipt, and no amount, note or contract number", async () => {
    const book = await aBook({ contractNo: "HĐ-77/Bí mật" });
    await enterPayment(book.worker, paid({ note: "đưa cho chị Hoa", amountMinor: 12_345_678n }));
    const entries = await db.journalEntry.findMany({ where: { subjectId: book.id } });
    const told = JSON.stringify(entries, (_, value: unknown) => (typeof value === "bigint" ? `${value}` : value));
    expect(told).not.toMatch(/Hoa|12345678|Bí mật/);
    expect(entries.flatMap(({ personalFields }) => personalFields)).toEqual(
      expect.arrayContaining(["note", "amountMinor", "contractNo"]),
    );
  });
});

describe("the public page", () => {
  test("a wrong code and an unknown number get the same answer", async () => {
    const book = await aBook();
    const { number, code } = await enterPayment(book.worker, paid());
    expect(await verifiedReceipt(number.toLowerCase(), ` ${code.replace("-", "").toLowerCase()} `)).not.toBeNull();
    expect(await verifiedReceipt(number, "ZZZZ-ZZZZ")).toBeNull();
    expect(await verifiedReceipt("BN-2026-00000000", code)).toBeNull();
    expect(await verifiedReceipt("rác", "")).toBeNull();
  });
  test("says what is proven, and of the worker nothing", async () => {
    const book = await aBook({ contractNo: "HĐ-1" });
    const { number, code } = await enterPayment(book.worker, paid({ note: "tên tôi là Lan" }));
    const shown = JSON.stringify(await verifiedReceipt(number, code), (_, v: unknown) =>
      typeof v === "bigint" ? `${v}` : v,
    );
    expect(shown).not.toMatch(/Lan|HĐ-1|SO-2026/);
  });
});

describe("flags", () => {
  test("open, settled by an officer, and open again only when the figures change", async () => {
    const book = await aBook();
    await enterPayment(book.worker, paid({ component: "passport", amountMinor: 900_000n }));
    await judgeBooks(tester, [book.id]);
    const [flag] = (await flagsFor()).filter(({ reference }) => reference === book.reference);
    expect(flag).toMatchObject({
      condition: "paidAboveContracted",
      details: { by: { minor: "700000", currency: "VND" } },
    });
    await settleFlag(tester, { flagId: flag?.id ?? "", reason: "Đã trả lại" });
    await judgeBooks(tester, [book.id]);
    expect(await flagsOfBook(book.id)).toEqual(["settled paidAboveContracted:passport"]);
    await enterPayment(book.worker, paid({ component: "passport", amountMinor: 100_000n }));
    await judgeBooks(tester, [book.id]);
    expect(await flagsOfBook(book.id)).toEqual(["open paidAboveContracted:passport"]);
  });
  test("what no longer holds ends by itself", async () => {
    const book = await aBook();
    const { number } = await enterPayment(book.worker, paid({ component: "uniform_kit", amountMinor: 1n }));
    await judgeBooks(tester, [book.id]);
    expect(await flagsOfBook(book.id)).toEqual(["open notInContract:uniform_kit"]);
    await takeBack(book.worker, { number });
    await judgeBooks(tester, [book.id]);
    expect(await flagsOfBook(book.id)).toEqual(["settled notInContract:uniform_kit"]);
  });
  test("a contract above its published sheet is flagged before a đồng is paid", async () => {
    const book = await aBook({ contracted: [{ code: "passport", amountMinor: 2_000_000n, currency: "VND" }] });
    await judgeBooks(tester, [book.id]);
    expect(await flagsOfBook(book.id)).toEqual(["open contractAbovePublished:passport"]);
  });
  test("each day judges every book once", async () => {
    await aBook();
    expect(await judgeDay(tester, today)).toBeGreaterThan(0);
    expect(await judgeDay(tester, today)).toBe(0);
  });
});

describe("refunds", () => {
  test("an overdue one counts on the agency's page until it is paid back", async () => {
    const book = await aBook({ signedOn: day("2025-01-02"), departedOn: day("2025-02-01") });
    for (const party of [book.worker, book.agency])
      await enterPayment(
        party,
        paid({ component: "service_fee", amountMinor: 24_000_000n, paidOn: day("2025-01-10"), payee: "agency" }),
      );
    await recordEnding(tester, { reference: book.reference, endedOn: day("2026-02-01"), ending: "early_no_fault" });
    expect((await bookOf(book.worker))?.refunds).toMatchObject([
      { amountMinor: 12_000_000n, dueOn: "2026-07-31", dueBasis: "law" },
    ]);
    expect(await overdueRefundsOf(book.agencyId, day("2026-07-31"))).toMatchObject({ books: 1, overdue: 0 });
    expect(await overdueRefundsOf(book.agencyId, today)).toMatchObject({ overdue: 1, since: "2026-07-31" });
    const back = paid({ kind: "returned", component: "service_fee", amountMinor: 12_000_000n, payee: "other" });
    await enterPayment(book.worker, back);
    await judgeBooks(tester, [book.id]);
    expect(await overdueRefundsOf(book.agencyId, today)).toMatchObject({ overdue: 0, since: null });
  });
  test("what the agency never confirmed, and a day of our own, count nothing against it in public", async () => {
    const alone = await aBook({ signedOn: day("2025-01-02"), departedOn: day("2025-02-01") });
    const fee = { component: "service_fee", amountMinor: 1_000_000n, paidOn: day("2025-01-10"), payee: "agency" };
    await enterPayment(alone.worker, paid(fee));
    await recordEnding(tester, { reference: alone.reference, endedOn: day("2026-02-01"), ending: "abuse" });
    expect(await overdueRefundsOf(alone.agencyId, today)).toMatchObject({ overdue: 0 });
    const neverSent = await aBook({ signedOn: day("2025-01-02") });
    for (const party of [neverSent.worker, neverSent.agency]) await enterPayment(party, paid(fee));
    await recordEnding(tester, { reference: neverSent.reference, endedOn: day("2026-02-01"), ending: "not_sent" });
    expect(await overdueRefundsOf(neverSent.agencyId, today)).toMatchObject({ overdue: 0 });
    expect(await flagsOfBook(neverSent.id)).toContain("open refundOverdue:service_fee:VND");
  });
  test("an end before the signing, or of a worker never sent who left, is refused", async () => {
    const book = await aBook({ departedOn: day("2026-11-10") });
    const end = (more: object) =>
      recordEnding(tester, { reference: book.reference, endedOn: day("2026-11-15"), ending: "completed", ...more });
    await expect(end({ endedOn: day("2026-10-01") })).rejects.toEqual(refused("endAfterSigning"));
    await expect(end({ ending: "not_sent" })).rejects.toEqual(refused("neverSentHasNoDeparture"));
  });
});
