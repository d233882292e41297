import "server-only";
import { type Tx, change, outboxChannel } from "@/domain/audit/change";
import type { Actor } from "@/domain/kernel/actor";
import { requireAll } from "@/domain/kernel/refusal";
import { type ChannelName, type Channels, demoMail, openChannels } from "@/platform/channels/open";
import { type Prisma, db } from "@/platform/db";
import { sealText } from "@/platform/sealing";
import { mayTell } from "./access";
import { isOptional, kindOf, languageFor, subjectLine } from "./rules";
import type { SecretLetter, Told, ToldThere } from "./schema";
import { worded } from "./wording";

type Row = Prisma.MessageCreateManyInput;
export const sealedFor = "message";

/** Who hears it: whoever can sign in. The order of the list does not matter. */
const peopleOf = (ids: readonly string[]) =>
  db.user.findMany({
    where: { id: { in: [...new Set(ids)] }, disabledAt: null },
    select: { id: true, name: true, email: true, phone: true, locale: true, demo: true },
  });
type PersonRow = Awaited<ReturnType<typeof peopleOf>>[number];

/** Her e-mail, else her telephone by the ways there are. Invented people's addresses lead nowhere: only a demo's own page shows theirs. */
function wayTo(person: PersonRow, open: Channels): { channel: ChannelName; address: string } | null {
  if (person.demo && !demoMail()) return null;
  if (person.email) return { channel: "email", address: person.email };
  const channel = open.zalo ? ("zalo" as const) : open.sms ? ("sms" as const) : null;
  return person.phone && channel ? { channel, address: person.phone } : null;
}

const channelFor = (address: string, open: Channels): ChannelName =>
  address.includes("@") ? "email" : open.zalo ? "zalo" : "sms";

async function spared(list: readonly Told[]): Promise<ReadonlySet<string>> {
  const wanted = list.filter(({ template }) => isOptional(kindOf[template])).flatMap(({ to }) => to);
  if (wanted.length === 0) return new Set();
  const rows = await db.messagePreference.findMany({ where: { userId: { in: [...new Set(wanted)] } } });
  return new Set(rows.map(({ userId, kind }) => `${userId} ${kind}`));
}

function rowFor(person: PersonRow, told: Told, way: ReturnType<typeof wayTo>, now: Date): Row {
  const locale = languageFor(person.locale);
  const { template, params, key, link, expiresAt } = told;
  const text = worded(locale, template, { name: person.name, params, link: link?.(locale) ?? null });
  return {
    ...{ key: `${key}:${person.id}`, template, kind: kindOf[template], userId: person.id, locale, ...text },
    ...{ queuedAt: now, expiresAt: expiresAt ?? null },
    ...(way
      ? { state: "waiting", channel: way.channel, address: way.address, demo: demoMail() && way.channel === "email" }
      : { state: "site", overAt: now }),
  };
}

/** The unique key decides: what was told already is told no second time, whoever asks and however often. */
async function enter(tx: Tx, rows: Row[]): Promise<number> {
  if (rows.length === 0) return 0;
  const { count } = await tx.message.createMany({ data: rows, skipDuplicates: true });
  if (count > 0) await tx.$executeRaw`SELECT pg_notify(${outboxChannel}, '')`;
  return count;
}

/** Queues what is to be told; a kind that somebody has ended stays on her page and goes no further. */
export async function queueMessages(actor: Actor, list: readonly Told[]): Promise<{ queued: number }> {
  requireAll("notifications", { mayTell: mayTell(actor) });
  if (list.length === 0) return { queued: 0 };
  const open = openChannels();
  const [people, off] = await Promise.all([peopleOf(list.flatMap(({ to }) => to)), spared(list)]);
  const byId = new Map(people.map((person) => [person.id, person]));
  const keys = list.flatMap(({ key, to }) => to.map((id) => `${key}:${id}`));
  const old = new Set(
    (await db.message.findMany({ where: { key: { in: keys } }, select: { key: true } })).map(({ key }) => key),
  );
  if (keys.every((key) => old.has(key))) return { queued: 0 };
  return change(actor, async (tx, now) => {
    const rows = list.flatMap((told) =>
      [...new Set(told.to)].flatMap((id) => {
        const person = byId.get(id);
        if (!person || old.has(`${told.key}:${id}`)) return [];
        const wanted = !off.has(`${id} ${kindOf[told.template]}`);
        return rowFor(person, told, wanted ? wayTo(person, open) : null, now);
      }),
    );
    return { queued: await enter(tx, rows) };
  });
}

/** To addresses left without an account; where nothing goes that way nothing is queued, for nobody would ever read it. */
export function queueThere(actor: Actor, list: readonly ToldThere[]): Promise<{ queued: number }> {
  requireAll("notifications", { mayTell: mayTell(actor) });
  const open = openChannels();
  return change(actor, async (tx, now) => {
    const rows = list.flatMap(({ key, address, locale, template, params, link, expiresAt }): Row[] => {
      const channel = channelFor(address, open);
      if (!channel || !open[channel]) return [];
      const text = worded(locale, template, { name: null, params, link: link?.(locale) ?? null });
      return [
        {
          ...{ key, template, kind: kindOf[template], channel, address, locale, ...text },
          ...{ queuedAt: now, expiresAt: expiresAt ?? null, demo: demoMail() && channel === "email" },
        },
      ];
    });
    return { queued: await enter(tx, rows) };
  });
}

/** Before everything else, and only while its link opens. The text is sealed: a copy of the database opens nobody's account. */
export async function queueSecret(actor: Actor, letter: SecretLetter): Promise<{ queued: number }> {
  requireAll("notifications", { mayTell: mayTell(actor) });
  const { key, address, purpose, locale, subject, text, brief, link, expiresAt } = letter;
  const where = address.includes("@") ? { email: address } : { phone: address };
  const userId = (await db.user.findUnique({ where, select: { id: true } }))?.id ?? null;
  const channel = channelFor(address, openChannels());
  const sealed = new Uint8Array(sealText(JSON.stringify({ text, brief, link } satisfies Secret), sealedFor));
  return change(actor, async (tx, now) => ({
    queued: await enter(tx, [
      {
        ...{ key, template: purpose, kind: "access", userId, channel, address, locale, sealed },
        ...{ subject: subjectLine(subject), urgent: true, queuedAt: now, expiresAt: expiresAt ?? null },
      },
    ]),
  }));
}
export type Secret = { text: string; brief: string; link: string | null };
