import "server-only";
import { isSelf } from "@/domain/accounts/access";
import type { Actor } from "@/domain/kernel/actor";
import { now } from "@/platform/clock";
import { demoMail, openChannels } from "@/platform/channels/open";
import { db } from "@/platform/db";
import { mayEnd, maySeeUndelivered } from "./access";
import type { Kind } from "./schema";
import { readStopCode } from "./stopping";

const shown = {
  ...{ id: true, kind: true, template: true, channel: true, address: true, locale: true, subject: true, body: true },
  ...{ link: true, state: true, attempts: true, queuedAt: true, nextAt: true, overAt: true, answer: true, demo: true },
} as const;
const perPage = 20;

/** What was told to whoever asks, newest first: her own and nobody else's, whatever she acts as. */
export async function messagesOf(actor: Actor, page = 1) {
  if (!isSelf(actor)) return { messages: [], total: 0, pages: 1 };
  const where = { userId: actor.id };
  const [messages, total] = await Promise.all([
    db.message.findMany({
      ...{ where, select: shown, orderBy: [{ queuedAt: "desc" }, { id: "desc" }] },
      ...{ skip: (page - 1) * perPage, take: perPage },
    }),
    db.message.count({ where }),
  ]);
  return { messages, total, pages: Math.max(1, Math.ceil(total / perPage)) };
}
export type MessageView = Awaited<ReturnType<typeof messagesOf>>["messages"][number];

/** The kinds she may end, and which she has ended. */
export async function preferencesOf(actor: Actor): Promise<{ kind: Kind; off: boolean }[]> {
  if (!isSelf(actor)) return [];
  const rows = await db.messagePreference.findMany({ where: { userId: actor.id }, select: { kind: true } });
  return mayEnd(actor).map((kind) => ({ kind, off: rows.some((row) => row.kind === kind) }));
}

/** What the link under a message would end; looking ends nothing, for letter programs look at links by themselves. */
export const stopAsked = (code: string): { kind: Kind } | null => {
  const read = readStopCode(code);
  return read && { kind: read.kind };
};

/** How long the queue is and how long the oldest message stands in it: numbers, nobody's name. */
export async function messagesWaiting(): Promise<{ waiting: number; oldestMinutes: number | null }> {
  const { _count, _min } = await db.message.aggregate({
    ...{ where: { state: "waiting" }, _count: { _all: true }, _min: { queuedAt: true } },
  });
  const since = _min.queuedAt;
  const oldestMinutes = since && Math.max(0, Math.floor((now().getTime() - since.getTime()) / 60_000));
  return { waiting: _count._all, oldestMinutes };
}

/** What did not arrive and why; with what waits for a way out that this site does not have. Null: not for whoever asks. */
export async function undelivered(actor: Actor, take = 50) {
  if (!maySeeUndelivered(actor)) return null;
  const channels = Object.keys(openChannels());
  const [over, held] = await Promise.all([
    db.message.findMany({
      where: { state: { in: ["refused", "given_up"] } },
      orderBy: { overAt: "desc" },
      take,
      select: {
        id: true,
        kind: true,
        channel: true,
        address: true,
        state: true,
        attempts: true,
        overAt: true,
        answer: true,
      },
    }),
    db.message.groupBy({ by: ["channel"], where: { state: "waiting" }, _count: { _all: true } }),
  ]);
  const noWay = held.filter(({ channel }) => channel && !channels.includes(channel));
  return { over, noWay: noWay.map(({ channel, _count }) => ({ channel, waiting: _count._all })) };
}
export type Undelivered = NonNullable<Awaited<ReturnType<typeof undelivered>>>;

/** What a demo would have sent, to its invented people only: a visitor who gave her own address is not shown to others. Null: not a demo. */
export async function demoOutbox(page = 1) {
  if (!demoMail()) return null;
  const invented = await db.user.findMany({ where: { demo: true }, select: { id: true, name: true } });
  const where = { demo: true, userId: { in: invented.map(({ id }) => id) } };
  const [messages, total] = await Promise.all([
    db.message.findMany({
      ...{
        where,
        select: { ...shown, userId: true },
        orderBy: [{ queuedAt: "desc" as const }, { id: "desc" as const }],
      },
      ...{ skip: (page - 1) * perPage, take: perPage },
    }),
    db.message.count({ where }),
  ]);
  const names = new Map(invented.map(({ id, name }) => [id, name]));
  return {
    messages: messages.map(({ userId, ...message }) => ({ ...message, name: (userId && names.get(userId)) || "" })),
    pages: Math.max(1, Math.ceil(total / perPage)),
  };
}

/** For reactions: what has been told under keys that begin so. */
export async function toldUnder(beginning: string): Promise<string[]> {
  const rows = await db.message.findMany({ where: { key: { startsWith: beginning } }, select: { key: true } });
  return rows.map(({ key }) => key);
}
