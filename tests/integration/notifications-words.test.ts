// Messages in words: every template in both languages; kinds a person ends; short messages through a gateway on this machine.
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { randomUUID } from "node:crypto";
import { afterAll, describe, expect, test, vi } from "vitest";
import { systemActor, visitor } from "@/domain/kernel/actor";
import { day } from "@/domain/kernel/calendar";
import { queueMessages, sendWaiting, senderKind, setPreferences, stopMessages } from "@/domain/notifications/commands";
import { demoOutbox, messagesOf, preferencesOf, stopAsked } from "@/domain/notifications/queries";
import { kindOf } from "@/domain/notifications/rules";
import { type Param, type Template, templates } from "@/domain/notifications/schema";
import { httpChannel } from "@/platform/channels/http";
import { db } from "@/platform/db";
import { enter } from "@/platform/presence";
import { type Account, aPerson, anOfficer } from "@/tests/builders/account";
import { aMailServer, readLetter } from "@/tests/builders/mail-server";
import { emailChannel } from "@/platform/channels/email";
import type { Person } from "@/domain/kernel/actor";

vi.hoisted(() => Object.assign(process.env, { DEMO: "0", SMTP_URL: "smtp://127.0.0.1:1" }));

const site = systemActor("test");
const stopAt = (locale: string, code: string): string => `http://localhost/${locale}/stop?ma=${code}`;

type Params = Readonly<Record<string, Param>>;
const on = { day: day("2026-11-20") };
const stopped = { agency: "Công ty Mẫu", on, orders: { list: ["JP-000001 Hàn", "JP-000002 May"] } };
/** Each template with everything it may be told with, at its edges. */
const said: Readonly<Record<Template, readonly Params[]>> = {
  passwordChanged: [{ on }],
  membershipBegun: ["agency_owner", "branch_recruiter", "officer", "auditor", "unheard_of"].map((role) => ({
    body: "Sở Nội vụ",
    role,
  })),
  membershipEnded: [{ body: "Công ty Mẫu" }],
  ordersStopped: ["restricted", "revoked", "surrendered", "bankruptcy_opened", "dissolving"].flatMap((code) => [
    { ...stopped, code, count: 1, decision: "none" },
    { ...stopped, code, count: 120, decision: "77/QĐ" },
  ]),
  ordersBack: [
    { ...stopped, count: 1 },
    { ...stopped, count: 2 },
  ],
  flagsFound: [
    { count: 1, on },
    { count: 1_200, on },
  ],
  noticeDecided: ["accepted", "refused", "revoked"].flatMap((outcome) => [
    { reference: "TB-1", agency: "Công ty Mẫu", outcome, reason: "none" },
    { reference: "TB-1", agency: "Công ty Mẫu", outcome, reason: "sai địa bàn" },
  ]),
  contractDecided: ["approved", "returned"].flatMap((outcome) => [
    { reference: "HD-1", agency: "Công ty Mẫu", outcome, number: "none" },
    { reference: "HD-1", agency: "Công ty Mẫu", outcome, number: "12/QLLĐNN" },
  ]),
  caseChanged: ["looking", "decided", "merged"].map((stage) => ({ number: "PA-1", stage })),
};

async function inLocale(locale: "vi" | "en"): Promise<Account<Person>> {
  const person = await aPerson();
  if (locale === "en") await inEnglish(person.userId);
  return person;
}
/** As her account's page would; there is no command for it yet. */
async function inEnglish(userId: string): Promise<void> {
  const { writableDb } = await import("@/platform/db");
  await writableDb.user.update({ where: { id: userId }, data: { locale: "en" } });
}

describe("words", () => {
  test.each(["vi", "en"] as const)("every template can be said in %s, whole and in plain words", async (locale) => {
    const { userId, actor } = await inLocale(locale);
    for (const template of templates)
      for (const [n, params] of said[template].entries())
        await queueMessages(site, [{ key: `words:${template}:${n}`, to: [userId], template, params }]);
    const rows = await db.message.findMany({ where: { userId }, orderBy: { key: "asc" } });
    expect(rows).toHaveLength(templates.reduce((sum, template) => sum + said[template].length, 0));
    for (const { subject, body, locale: written } of rows) {
      expect(written).toBe(locale);
      expect(subject.length).toBeLessThanOrEqual(150);
      for (const text of [subject, body ?? ""]) {
        expect(text).not.toMatch(/[{}]|undefined|null|\bnone\b|unheard_of|\s{2,}$| ,| \.|\bobject\b/);
        expect(text).not.toMatch(/!/);
      }
      expect(body).toMatch(locale === "vi" ? /^Chào .+,\n\n/ : /^Hello .+,\n\n/);
    }
    const text = rows.map(({ body }) => body).join("\n");
    expect(text).toContain("20/11/2026");
    expect(text).toContain("- JP-000001 Hàn\n- JP-000002 May");
    expect((await messagesOf(actor)).total).toBe(rows.length);
    await setOver();
  });

  test("what a site without a demo would have sent is on no page", async () => {
    expect(await demoOutbox()).toBeNull();
  });
});

/** Sends whatever waits, so that the next test begins with nothing. */
async function setOver(): Promise<void> {
  const server = await aMailServer();
  const presence = await enter(senderKind);
  while ((await sendWaiting(presence, { email: emailChannel(server.url) }, stopAt)) > 0);
  await presence.leave();
  await server.close();
}

describe("what somebody does not want", () => {
  const flags = (to: string[]) => ({
    ...{ key: `flags:${randomUUID()}`, to, template: "flagsFound" as const, params: { count: 3, on } },
  });

  test("a kind she ended stays on her page and is not sent; what she may not end is", async () => {
    const { actor, userId } = await anOfficer();
    await setPreferences(actor, { off: ["flags"] });
    await queueMessages(site, [
      flags([userId]),
      { key: `p:${randomUUID()}`, to: [userId], template: "passwordChanged", params: { on } },
    ]);
    const { messages } = await messagesOf(actor);
    expect(
      messages
        .filter(({ kind }) => kind !== "membership")
        .map(({ kind, state }) => [kind, state])
        .sort(),
    ).toEqual([
      ["flags", "site"],
      ["security", "waiting"],
    ]);
    await expect(setPreferences(actor, { off: ["security"] })).rejects.toMatchObject({ condition: "mayBeEnded" });
    expect(await preferencesOf((await aPerson()).actor)).toEqual([]);
    await expect(setPreferences(visitor, { off: [] })).rejects.toMatchObject({ condition: "isSelf" });
    await setOver();
  });

  test("the link under a message ends that kind for that person, twice is once, and a made-up one ends nothing", async () => {
    const [one, other] = [await anOfficer(), await anOfficer()];
    await queueMessages(site, [flags([one.userId])]);
    const server = await aMailServer();
    const presence = await enter(senderKind);
    await sendWaiting(presence, { email: emailChannel(server.url) }, stopAt);
    await presence.leave();
    await server.close();
    const { heads, text } = readLetter(server.received[0]?.raw ?? "");
    const link = /http:\/\/localhost\/vi\/stop\?ma=(\S+)/.exec(text);
    const code = decodeURIComponent(link?.[1] ?? "");
    expect(heads.get("list-unsubscribe")?.replace(/\s/g, "")).toBe(`<${link?.[0]}>`);
    expect(stopAsked(code)).toEqual({ kind: "flags" });
    expect(await preferencesOf(one.actor)).toContainEqual({ kind: "flags", off: false });
    for (const made of [
      code.replace(one.userId, other.userId),
      code.replace("flags", "notices"),
      code.replace("flags", "security"),
      `${code}x`,
      code.slice(0, -1),
      "",
      "~~",
    ])
      expect(await stopMessages({ code: made })).toBeNull();
    for (let n = 0; n < 2; n += 1) expect(await stopMessages({ code })).toEqual({ kind: "flags" });
    expect(await preferencesOf(one.actor)).toContainEqual({ kind: "flags", off: true });
    expect(await preferencesOf(other.actor)).not.toContainEqual({ kind: "flags", off: true });
  });

  test("every template has a kind, and needed messages carry no link to end them", () => {
    expect(Object.keys(kindOf).sort()).toEqual([...templates].sort());
  });
});

describe("short messages through a gateway", () => {
  type Asked = { headers: IncomingMessage["headers"]; body: Record<string, string> };
  const asked: Asked[] = [];
  let answer: (n: number) => { status: number; body?: string; slow?: number; hangUp?: boolean } = () => ({
    status: 202,
  });
  const server = createServer((request, response) => {
    let text = "";
    request.on("data", (part: Buffer) => (text += part.toString("utf8")));
    request.on("end", () => {
      asked.push({ headers: request.headers, body: JSON.parse(text) as Record<string, string> });
      const { status, body = "", hangUp } = answer(asked.length);
      if (hangUp) return request.socket.destroy();
      response.writeHead(status, { Location: "http://127.0.0.1:1/" }).end(body);
    });
  });
  afterAll(() => server.close());

  const open = async (whole = false) => {
    if (!server.listening) await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    asked.length = 0;
    const { port } = server.address() as AddressInfo;
    return httpChannel({ url: `http://127.0.0.1:${port}/gui`, token: "bi-mat-cua-cong", whole });
  };
  const message = {
    ...{
      key: "k:1",
      to: "+84912345678",
      locale: "vi",
      subject: "Đơn hàng đã ngừng",
      text: "Toàn văn\n\nhttp://localhost/x",
    },
    ...{ brief: "Đơn hàng đã ngừng\nhttp://localhost/x", link: "http://localhost/x", stop: null },
  };

  test("one POST with the token, the key and few words; a gateway that takes long texts gets them whole", async () => {
    const channel = await open();
    expect(await channel.send(message)).toEqual({ outcome: "accepted", answer: "202" });
    expect(asked[0]?.headers).toMatchObject({
      ...{ authorization: "Bearer bi-mat-cua-cong", "idempotency-key": "k:1", "content-type": "application/json" },
    });
    expect(asked[0]?.body).toEqual({
      key: "k:1",
      to: message.to,
      locale: "vi",
      text: message.brief,
      link: message.link,
    });
    await (await open(true)).send(message);
    expect(asked[0]?.body.text).toBe(message.text);
  });

  test.each([
    [410, "refused"],
    [422, "refused"],
    [429, "failed"],
    [500, "failed"],
    [503, "failed"],
    [401, "failed"],
    [404, "failed"],
    [302, "failed"],
  ] as const)("an answer of %i means %s", async (status, outcome) => {
    const channel = await open();
    answer = () => ({ status, body: "số này không nhận" });
    const delivery = await channel.send(message);
    expect(delivery.outcome).toBe(outcome);
    if (status !== 302) expect(delivery.answer).toBe(`${status} số này không nhận`);
    expect(JSON.stringify(delivery)).not.toContain("bi-mat");
  });

  test("a gateway that hangs up, is not there, or answers without end is a reason to try again", async () => {
    const channel = await open();
    answer = () => ({ status: 200, hangUp: true });
    expect(await channel.send(message)).toMatchObject({ outcome: "failed" });
    const nowhere = httpChannel({ url: "http://127.0.0.1:9/", token: "", whole: false });
    expect(await nowhere.send(message)).toMatchObject({ outcome: "failed" });
    answer = () => ({ status: 500, body: "x".repeat(5_000_000) });
    expect((await channel.send(message)).answer.length).toBeLessThanOrEqual(300);
  });
});
