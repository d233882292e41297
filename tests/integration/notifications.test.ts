// Messages on real Postgres, through a real mail server: told once, tried again, given up with the reason, and nothing secret left.
import { spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { afterEach, describe, expect, test, vi } from "vitest";
import { systemActor } from "@/domain/kernel/actor";
import { queueMessages, queueSecret, sendWaiting, senderKind } from "@/domain/notifications/commands";
import { messagesOf, messagesWaiting, undelivered } from "@/domain/notifications/queries";
import { backOffMinutes, mostAttempts } from "@/domain/notifications/rules";
import type { Told } from "@/domain/notifications/schema";
import { emailChannel } from "@/platform/channels/email";
import { asIfAt, now } from "@/platform/clock";
import { db } from "@/platform/db";
import { messageIdOf } from "@/platform/mail";
import { type Presence, enter } from "@/platform/presence";
import { aPerson, anOfficer } from "@/tests/builders/account";
import { aMailServer, readHead, readLetter } from "@/tests/builders/mail-server";

// A site that is no demo and has a mail server; which one, each test says.
vi.hoisted(() => Object.assign(process.env, { DEMO: "0", SMTP_URL: "smtp://127.0.0.1:1" }));

const site = systemActor("test");
const stopAt = (locale: string, code: string): string => `http://localhost/${locale}/stop?ma=${code}`;
const hour = 3600 * 1000;
const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

async function aServer(behaviour: Parameters<typeof aMailServer>[0] = {}) {
  const server = await aMailServer(behaviour);
  closing.push(server.close);
  return server;
}
async function aSender(): Promise<Presence> {
  const presence = await enter(senderKind);
  closing.push(() => presence.leave().catch(() => {}));
  return presence;
}
const empty = async (presence: Presence, url: string): Promise<number> => {
  let sent = 0;
  for (;;) {
    const tried = await sendWaiting(presence, { email: emailChannel(url) }, stopAt);
    if (tried === 0) return sent;
    sent += tried;
  }
};
const told = (to: readonly string[], more: Partial<Told> = {}): Told => ({
  ...{ key: `test:${randomUUID()}`, to, template: "membershipEnded", params: { body: "Công ty Kiểm Thử" } },
  ...more,
});
const rowOf = async (key: string) => db.message.findFirstOrThrow({ where: { key: { startsWith: key } } });
const refused = (condition: string) => expect.objectContaining({ condition }) as unknown;

describe("telling", () => {
  test("the same thing is told to the same person once, whoever asks and however often", async () => {
    const { userId } = await aPerson();
    const message = told([userId, userId]);
    const answers = await Promise.all(Array.from({ length: 8 }, () => queueMessages(site, [message])));
    expect(answers.reduce((sum, { queued }) => sum + queued, 0)).toBe(1);
    const server = await aServer();
    await empty(await aSender(), server.url);
    await queueMessages(site, [message]);
    await empty(await aSender(), server.url);
    expect(server.received).toHaveLength(1);
  });

  test("only the site tells", async () => {
    const person = await aPerson();
    await expect(queueMessages(person.actor, [told([person.userId])])).rejects.toEqual(refused("mayTell"));
    await expect(
      queueSecret(person.actor, {
        ...{ key: "x", address: "a@vi-du.example", purpose: "sign_in", locale: "vi" },
        ...{ subject: "x", text: "x", brief: "x", link: null },
      }),
    ).rejects.toEqual(refused("mayTell"));
  });

  test("several people get a letter each, and nobody sees another's address", async () => {
    const people = await Promise.all([aPerson(), aPerson(), aPerson()]);
    await queueMessages(site, [told(people.map(({ userId }) => userId))]);
    const server = await aServer();
    await empty(await aSender(), server.url);
    expect(server.received.map(({ to }) => to).sort()).toEqual(people.map(({ email }) => [email]).sort());
    for (const { to, raw } of server.received)
      for (const { email } of people) expect(raw.includes(email)).toBe(to.includes(email));
  });

  test("in her language, as text and as plain HTML, with a link and without anything that is fetched", async () => {
    const { userId } = await aPerson({ name: "Nguyễn <b>Thị</b> & Ánh" });
    const message = told([userId], { link: (locale) => (locale === "en" ? "/en/orders" : "/don-hang") });
    await queueMessages(site, [message]);
    const server = await aServer();
    await empty(await aSender(), server.url);
    const { heads, text, html } = readLetter(server.received[0]?.raw ?? "");
    expect(readHead(heads.get("subject") ?? "")).toBe("Quyền của bạn tại Công ty Kiểm Thử đã kết thúc");
    expect(heads.get("message-id")).toBe(messageIdOf(`${message.key}:${userId}`));
    expect(heads.get("auto-submitted")).toBe("auto-generated");
    expect(text).toContain("Chào Nguyễn <b>Thị</b> & Ánh,");
    expect(text).toContain("/don-hang");
    expect(html).toContain("Nguyễn &#60;b&#62;Thị&#60;/b&#62; &#38; Ánh");
    expect(html).toMatch(/<a href="[^"]+\/don-hang">/);
    expect(html).not.toMatch(/<img|<link|<style|src=|<script/);
  });

  test("what somebody typed can neither add to a letter's head nor become a link in it", async () => {
    const { userId } = await aPerson();
    const body = "Công ty\r\nBcc: ai-do@vi-du.example\r\n\r\nhttps://lua-dao.example/nop-tien";
    await queueMessages(site, [told([userId], { params: { body } })]);
    const server = await aServer();
    await empty(await aSender(), server.url);
    const [{ raw = "", to = [] } = {}] = server.received;
    const { heads, text } = readLetter(raw);
    expect(to).toHaveLength(1);
    expect([...heads.keys()]).not.toContain("bcc");
    expect(text).not.toContain("lua-dao.example");
    expect(text).not.toContain("https://lua");
    expect(readHead(heads.get("subject") ?? "").split("\n")).toHaveLength(1);
  });
});

describe("trying again", () => {
  test("a server that says not now is asked again after a while, not before, and the letter is the same one", async () => {
    const { userId } = await aPerson();
    const message = told([userId]);
    await queueMessages(site, [message]);
    const server = await aServer({ recipient: (_, n) => (n === 1 ? { code: 451, text: "try later" } : null) });
    const sender = await aSender();
    await empty(sender, server.url);
    expect(await rowOf(message.key)).toMatchObject({ state: "waiting", attempts: 1, claimedBy: null });
    expect((await rowOf(message.key)).answer).toMatch(/^451/);
    await empty(sender, server.url);
    expect((await rowOf(message.key)).attempts).toBe(1);
    await asIfAt(new Date(now().getTime() + 2 * 60_000), () => empty(sender, server.url));
    expect(await rowOf(message.key)).toMatchObject({ state: "sent", attempts: 2 });
    expect(server.received).toHaveLength(1);
  });

  test("an addressee who does not exist is not asked again, and the office sees why without the address", async () => {
    const { userId, email, actor } = await aPerson();
    const message = told([userId]);
    await queueMessages(site, [message]);
    const server = await aServer({ recipient: (address) => ({ code: 550, text: `<${address}> no such person` }) });
    await empty(await aSender(), server.url);
    const row = await rowOf(message.key);
    expect(row).toMatchObject({ state: "refused", attempts: 1, address: `${email[0]}…@vi-du.example` });
    expect(row.answer).toContain("no such person");
    expect(JSON.stringify(row)).not.toContain(email);
    expect(await undelivered(actor)).toBeNull();
    const ministry = await anOfficer();
    expect((await undelivered(ministry.actor))?.over.map(({ id }) => id)).toContain(row.id);
    const province = await anOfficer({ level: "province", province: "01" });
    expect(await undelivered(province.actor)).toBeNull();
  });

  test("a server that refuses us, not her, is a reason to try again", async () => {
    const { userId } = await aPerson();
    const message = told([userId]);
    await queueMessages(site, [message]);
    await empty(await aSender(), "smtp://127.0.0.1:9");
    expect(await rowOf(message.key)).toMatchObject({ state: "waiting", attempts: 1 });
  });

  test("after the last attempt of the schedule it is given up, with the reason, and stands on her page", async () => {
    const { userId, actor } = await aPerson();
    const message = told([userId]);
    await queueMessages(site, [message]);
    const server = await aServer({ letter: () => ({ code: 452, text: "no room" }) });
    const sender = await aSender();
    let at = now().getTime();
    for (const minutes of [0, ...backOffMinutes]) {
      at += minutes * 60_000 * 1.11;
      await asIfAt(new Date(at), () => empty(sender, server.url));
    }
    const row = await rowOf(message.key);
    expect(row).toMatchObject({ state: "given_up", attempts: mostAttempts });
    expect(row.answer).toContain("no room");
    await asIfAt(new Date(at + 1_000 * hour), () => empty(sender, server.url));
    expect((await rowOf(message.key)).attempts).toBe(mostAttempts);
    expect((await messagesOf(actor)).messages.map(({ state }) => state)).toContain("given_up");
  });

  test("a line that breaks in the middle of a letter: tried again under the same Message-ID", async () => {
    const { userId } = await aPerson();
    const message = told([userId]);
    await queueMessages(site, [message]);
    const server = await aServer({ hangUps: 1 });
    const sender = await aSender();
    await empty(sender, server.url);
    expect(await rowOf(message.key)).toMatchObject({ state: "waiting", attempts: 1 });
    await asIfAt(new Date(now().getTime() + hour), () => empty(sender, server.url));
    expect(await rowOf(message.key)).toMatchObject({ state: "sent", attempts: 2 });
    expect(readLetter(server.received[0]?.raw ?? "").heads.get("message-id")).toBe(
      messageIdOf(`${message.key}:${userId}`),
    );
  });

  test("while a slow server thinks, no other sender takes the letter, though an hour passes on every clock", async () => {
    const { userId } = await aPerson();
    const message = told([userId]);
    await queueMessages(site, [message]);
    const server = await aServer({ slowMs: 1_500 });
    const [slow, other] = [await aSender(), await aSender()];
    const running = empty(slow, server.url);
    await vi.waitFor(async () => expect((await rowOf(message.key)).claimedBy).toBe(slow.number));
    for (const shift of [-hour, 0, hour, 48 * hour])
      expect(await asIfAt(new Date(now().getTime() + shift), () => empty(other, server.url))).toBe(0);
    await running;
    expect(server.received).toHaveLength(1);
    expect(await rowOf(message.key)).toMatchObject({ state: "sent", attempts: 1 });
  });
});

describe("several senders", () => {
  test("two of them empty two hundred messages, each sent exactly once", async () => {
    const people: string[] = [];
    for (let n = 0; n < 4; n += 1) people.push((await aPerson()).userId);
    const messages = Array.from({ length: 50 }, () => told(people));
    expect(await queueMessages(site, messages)).toEqual({ queued: 200 });
    expect((await messagesWaiting()).waiting).toBe(200);
    const server = await aServer();
    const sent = await Promise.all([empty(await aSender(), server.url), empty(await aSender(), server.url)]);
    expect(sent.reduce((a, b) => a + b, 0)).toBe(200);
    expect(Math.min(...sent)).toBeGreaterThan(0);
    const ids = server.received.map(({ raw }) => readLetter(raw).heads.get("message-id"));
    expect(ids).toHaveLength(200);
    expect(new Set(ids).size).toBe(200);
    expect(await messagesWaiting()).toEqual({ waiting: 0, oldestMinutes: null });
  });

  test("one that is killed in the middle of a letter is followed at once by the next", async () => {
    const { userId } = await aPerson();
    const message = told([userId]);
    await queueMessages(site, [message]);
    const stuck = await aServer({ slowMs: 60_000 });
    const child = spawn(
      process.execPath,
      ["--conditions=react-server", "--import", "tsx", "tests/builders/one-sender.ts", stuck.url],
      { env: process.env, stdio: "inherit" },
    );
    await vi.waitFor(async () => expect((await rowOf(message.key)).claimedBy).not.toBeNull(), { timeout: 60_000 });
    await vi.waitFor(() => expect(stuck.received).toHaveLength(1), { timeout: 60_000 });
    const server = await aServer();
    const sender = await aSender();
    expect(await empty(sender, server.url)).toBe(0);
    child.kill("SIGKILL");
    await vi.waitFor(async () => expect(await empty(sender, server.url)).toBe(1), { timeout: 20_000, interval: 200 });
    expect(await rowOf(message.key)).toMatchObject({ state: "sent", attempts: 2 });
    // The first server had taken it and could not say so: the second letter carries the same Message-ID.
    const ids = [...stuck.received, ...server.received].map(({ raw }) => readLetter(raw).heads.get("message-id"));
    expect(ids[1]).toBe(ids[0]);
  });
});

describe("letters with a link or a code", () => {
  const secret = (more = {}) => ({
    ...{ key: `letter:${randomUUID()}`, address: "ai.do@vi-du.example", purpose: "sign_in" },
    ...{
      locale: "vi" as const,
      subject: "Đăng nhập",
      text: "Mã: 123456\n\nhttp://localhost/x?ma=bi-mat",
      brief: "123456",
    },
    ...{ link: "http://localhost/x?ma=bi-mat", expiresAt: new Date(now().getTime() + hour) },
    ...more,
  });

  test("are sealed while they wait and gone once they are sent", async () => {
    const letter = secret();
    await queueSecret(site, letter);
    const waiting = await rowOf(letter.key);
    const copy = JSON.stringify({ ...waiting, sealed: Buffer.from(waiting.sealed ?? []).toString("latin1") });
    expect(copy).not.toMatch(/123456|bi-mat/);
    const server = await aServer();
    await empty(await aSender(), server.url);
    expect(readLetter(server.received[0]?.raw ?? "").text).toContain("Mã: 123456");
    expect(await rowOf(letter.key)).toMatchObject({ state: "sent", sealed: null, body: null, link: null });
    expect((await rowOf(letter.key)).address).toBe("a…@vi-du.example");
  });

  test("go before everything else", async () => {
    const { userId } = await aPerson();
    await queueMessages(
      site,
      Array.from({ length: 12 }, () => told([userId])),
    );
    const letter = secret();
    await queueSecret(site, letter);
    const server = await aServer();
    await sendWaiting(await aSender(), { email: emailChannel(server.url) }, stopAt);
    expect(await rowOf(letter.key)).toMatchObject({ state: "sent" });
    await empty(await aSender(), server.url);
  });

  test("are not sent once their link opens nothing any more", async () => {
    const letter = secret();
    await queueSecret(site, letter);
    const server = await aServer();
    await asIfAt(new Date(now().getTime() + 2 * hour), async () => empty(await aSender(), server.url));
    expect(server.received).toHaveLength(0);
    expect(await rowOf(letter.key)).toMatchObject({ state: "expired", sealed: null, address: "a…" });
  });
});
