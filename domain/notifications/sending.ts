import "server-only";
import { change } from "@/domain/audit/change";
import { systemActor } from "@/domain/kernel/actor";
import type { Channel, Delivery, Outgoing } from "@/platform/channels/channel";
import type { ChannelName, Channels } from "@/platform/channels/open";
import { log } from "@/platform/log";
import type { Presence } from "@/platform/presence";
import { openText } from "@/platform/sealing";
import { sql } from "@/platform/sql";
import { isOptional, languageFor, masked, nextAttempt } from "./rules";
import type { Kind } from "./schema";
import { stopCode } from "./stopping";
import { type Secret, sealedFor } from "./telling";
import { briefText, wholeText } from "./wording";

const site = systemActor("sendMessages");
/** First half of the number by which senders are known to be alive. */
export const senderKind = 4_025;

type Claimed = {
  id: string;
  key: string;
  kind: Kind;
  userId: string | null;
  channel: ChannelName;
  address: string;
  locale: string;
  subject: string;
  body: string | null;
  link: string | null;
  sealed: Uint8Array | null;
  attempts: number;
};

/** The numbers of senders whose connection stands. */
const alive = sql`
  SELECT objid::bigint FROM pg_locks WHERE locktype = 'advisory' AND classid::bigint = ${senderKind} AND objsubid = 2
    AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`;

/**
 * Takes messages that nobody else works on. A claim holds as long as its sender's connection: a sender that dies is followed at once, one
 * that is only slow is never doubled, and no clock has a say in it. The attempt is counted before it is made, so that a message on which
 * senders die is given up as well.
 */
export function claimMessages(sender: number, take: number, channels: readonly ChannelName[]): Promise<Claimed[]> {
  return change(site, async (tx, now) => {
    await tx.$executeRaw`
      UPDATE "Message" SET "state" = 'expired', "overAt" = ${now}, "sealed" = NULL, "claimedBy" = NULL, "address" = left("address", 1) || '…'
      WHERE "state" = 'waiting' AND "expiresAt" <= ${now} AND ("claimedBy" IS NULL OR "claimedBy" NOT IN (${alive}))`;
    return tx.$queryRaw<Claimed[]>`
      WITH next AS (
        SELECT "id" FROM "Message"
        WHERE "state" = 'waiting' AND ("nextAt" IS NULL OR "nextAt" <= ${now}) AND ("expiresAt" IS NULL OR "expiresAt" > ${now})
          AND "channel"::text = ANY(${[...channels]}) AND ("claimedBy" IS NULL OR "claimedBy" NOT IN (${alive}))
        ORDER BY "urgent" DESC, "id" LIMIT ${take} FOR UPDATE SKIP LOCKED
      )
      UPDATE "Message" m SET "claimedBy" = ${sender}, "attempts" = m."attempts" + 1 FROM next WHERE m."id" = next."id"
      RETURNING m."id", m."key", m."kind", m."userId", m."channel"::text AS "channel", m."address", m."locale", m."subject", m."body",
        m."link", m."sealed", m."attempts"`;
  });
}

type StopAt = (locale: "vi" | "en", code: string) => string;

/** Null: sealed with a key that is gone. */
function outgoing(row: Claimed, stopAt: StopAt): Outgoing | null {
  const { key, address: to, subject, userId, kind } = row;
  const locale = languageFor(row.locale);
  const stop = userId && isOptional(kind) ? stopAt(locale, stopCode(userId, kind)) : null;
  if (!row.sealed) {
    const { link, body } = row;
    const text = wholeText(locale, { body: body ?? "", link, stop });
    return { key, to, locale, subject, text, brief: briefText(subject, link), link, stop };
  }
  const opened = openText(row.sealed, sealedFor);
  if (opened === null) return null;
  return { key, to, locale, subject, stop, ...(JSON.parse(opened) as Secret) };
}

/** Written only by the sender that holds the claim. What is over keeps nothing secret, and of the address only what she knows it by. */
async function settle(sender: number, row: Claimed, { outcome, answer }: Delivery): Promise<void> {
  await change(site, async (tx, now) => {
    const again = outcome === "failed" ? nextAttempt(row.attempts, now, Math.random()) : null;
    const over = { overAt: now, sealed: null, address: masked(row.address) };
    await tx.message.updateMany({
      where: { id: row.id, claimedBy: sender, state: "waiting" },
      data: {
        ...{ claimedBy: null, answer, nextAt: again },
        ...(again
          ? {}
          : { ...over, state: outcome === "accepted" ? "sent" : outcome === "refused" ? "refused" : "given_up" }),
      },
    });
  });
}

async function attempt(sender: number, row: Claimed, channel: Channel, stopAt: StopAt): Promise<void> {
  const message = outgoing(row, stopAt);
  const delivery: Delivery = message
    ? await channel.send(message)
    : { outcome: "refused", answer: "sealed with a key that is gone" };
  // Servers like to repeat the address in what they answer.
  const answer = delivery.answer.replaceAll(row.address, masked(row.address));
  if (delivery.outcome !== "accepted")
    log.info(`message.${delivery.outcome}`, { id: row.id, channel: row.channel, attempts: row.attempts });
  await settle(sender, row, { ...delivery, answer });
}

/** How many conversations one sender holds at a time. */
const together = 8;

/** One round; answers how many were tried. */
export async function sendWaiting(presence: Presence, channels: Channels, stopAt: StopAt): Promise<number> {
  const names = Object.keys(channels) as ChannelName[];
  if (names.length === 0 || !presence.holds()) return 0;
  const rows = await claimMessages(presence.number, together, names);
  await Promise.all(
    rows.map(async (row) => {
      const channel = channels[row.channel];
      // Without the connection the claim is open to others: what was not begun is theirs.
      if (channel && presence.holds()) await attempt(presence.number, row, channel, stopAt);
    }),
  );
  return rows.length;
}
