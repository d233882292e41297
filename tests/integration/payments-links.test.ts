// Links are the only way to a book until accounts exist: one-time, kept as a hash, surviving a lost answer, revocable.
import { randomBytes } from "node:crypto";
import { expect, test } from "vitest";
import { systemActor } from "@/domain/kernel/actor";
import { day } from "@/domain/kernel/calendar";
import { mayOpenStill } from "@/domain/payments/access";
import { closeSession, issueLink, openBook, openLink, revokeLinks } from "@/domain/payments/commands";
import { linkState, partyOfSession } from "@/domain/payments/queries";
import { db } from "@/platform/db";
import { anOrderToSell } from "@/tests/builders/order-in-database";

const tester = systemActor("test");
const aBook = async () =>
  openBook(tester, { orderReference: (await anOrderToSell()).reference, signedOn: day("2026-11-02") });
const opened = async (token: string) => {
  const answer = await openLink(token);
  if (!answer) throw new Error("the link did not open");
  return answer;
};
const minutesAgo = (minutes: number) => new Date(Date.parse(process.env.CLOCK ?? "") - minutes * 60_000);

test("a link lets one browser in, as the side it was issued to and into that book only", async () => {
  const [book, other] = [await aBook(), await aBook()];
  const { secret, reference } = await opened(book.links.agency.token);
  expect(reference).toBe(book.reference);
  expect(await partyOfSession(reference, secret)).toMatchObject({ side: "agency", bookId: book.id });
  expect(await partyOfSession(other.reference, secret)).toBeNull();
});

test("neither token nor secret can be read from the database", async () => {
  const book = await aBook();
  const { secret } = await opened(book.links.worker.token);
  const rows = JSON.stringify([await db.paymentLink.findMany(), await db.paymentSession.findMany()]);
  expect(rows).not.toContain(secret);
  expect(rows).not.toContain(book.links.worker.token);
  expect(Buffer.from(book.links.worker.token, "base64url")).toHaveLength(32);
});

test("looking at a link, as messengers do, does not use it up", async () => {
  const book = await aBook();
  for (let i = 0; i < 3; i += 1)
    expect(await linkState(book.links.worker.token)).toEqual({ state: "opens", side: "worker" });
  await opened(book.links.worker.token);
});

test("an answer lost on the way can be asked for again; the earlier browser is let out", async () => {
  const book = await aBook();
  const lost = await opened(book.links.worker.token);
  const again = await opened(book.links.worker.token);
  expect(await partyOfSession(again.reference, again.secret)).not.toBeNull();
  expect(await partyOfSession(lost.reference, lost.secret)).toBeNull();
});

test("opened by ten at once, one browser is in", async () => {
  const book = await aBook();
  const answers = await Promise.all(Array.from({ length: 10 }, () => opened(book.links.worker.token)));
  const inside = await Promise.all(answers.map(({ reference, secret }) => partyOfSession(reference, secret)));
  expect(inside.filter(Boolean)).toHaveLength(1);
});

test("half an hour after its first opening a link is used", async () => {
  const at = new Date("2026-11-20T03:00:00Z");
  expect(mayOpenStill(null, at)).toBe(true);
  expect(mayOpenStill(new Date("2026-11-20T02:30:01Z"), at)).toBe(true);
  expect(mayOpenStill(new Date("2026-11-20T02:30:00Z"), at)).toBe(false);
  const book = await aBook();
  const { writableDb } = await import("@/platform/db");
  await writableDb.paymentLink.updateMany({ where: { bookId: book.id }, data: { openedAt: minutesAgo(31) } });
  expect(await openLink(book.links.worker.token)).toBeNull();
  expect(await linkState(book.links.worker.token)).toMatchObject({ state: "used" });
});

test("an expired link, an invented one and a broken one are the same: unknown", async () => {
  const book = await aBook();
  const { writableDb } = await import("@/platform/db");
  await writableDb.paymentLink.updateMany({ where: { bookId: book.id }, data: { expiresAt: minutesAgo(1) } });
  for (const token of [book.links.worker.token, randomBytes(32).toString("base64url"), "x", "../../etc"]) {
    expect(await openLink(token)).toBeNull();
    expect(await linkState(token)).toEqual({ state: "unknown", side: null });
  }
});

test("a new link ends the side's earlier one and whoever it let in, and leaves the other side alone", async () => {
  const book = await aBook();
  const worker = await opened(book.links.worker.token);
  const agency = await opened(book.links.agency.token);
  const { token } = await issueLink(tester, { reference: book.reference, side: "worker" });
  expect(await partyOfSession(worker.reference, worker.secret)).toBeNull();
  expect(await openLink(book.links.worker.token)).toBeNull();
  expect(await partyOfSession(agency.reference, agency.secret)).not.toBeNull();
  expect(await opened(token)).toMatchObject({ reference: book.reference });
});

test("revoking lets everybody out", async () => {
  const book = await aBook();
  const { secret } = await opened(book.links.worker.token);
  expect(await revokeLinks(tester, { reference: book.reference })).toBe(2);
  expect(await partyOfSession(book.reference, secret)).toBeNull();
  expect(await openLink(book.links.agency.token)).toBeNull();
});

test("leaving a borrowed computer ends that browser only", async () => {
  const book = await aBook();
  const [worker, agency] = [await opened(book.links.worker.token), await opened(book.links.agency.token)];
  const party = await partyOfSession(book.reference, worker.secret);
  if (!party) throw new Error("not in");
  await closeSession(party, worker.secret);
  expect(await partyOfSession(book.reference, worker.secret)).toBeNull();
  expect(await partyOfSession(book.reference, agency.secret)).not.toBeNull();
});

test("a party issues no links, and two hundred forged secrets open no book", async () => {
  const book = await aBook();
  const { secret } = await opened(book.links.worker.token);
  const party = await partyOfSession(book.reference, secret);
  if (!party) throw new Error("not in");
  await expect(issueLink(party, { reference: book.reference, side: "agency" })).rejects.toMatchObject({
    condition: "mayManageBooks",
  });
  await expect(revokeLinks(party, { reference: book.reference })).rejects.toMatchObject({
    condition: "mayManageBooks",
  });
  for (let i = 0; i < 200; i += 1)
    expect(await partyOfSession(book.reference, randomBytes(32).toString("base64url"))).toBeNull();
});
