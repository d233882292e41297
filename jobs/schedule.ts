// What the house does by itself: when a day begins, and whenever the index is not what it should be.
import { forgetFollowed } from "@/domain/audit/outbox";
import { systemActor } from "@/domain/kernel/actor";
import { dayOf } from "@/domain/kernel/calendar";
import { judgeOrders } from "@/domain/orders/commands";
import { unjudgedCount } from "@/domain/orders/queries";
import { indexIsWhole, rebuildOrders } from "@/domain/search/commands";
import { now } from "@/platform/clock";
import { log } from "@/platform/log";

const week = 7 * 24 * 3600 * 1000;

/** Each published order is judged on each day: limits take effect and decisions run out on days when nobody writes anything. */
export async function beginDay(): Promise<void> {
  if ((await unjudgedCount(dayOf(now()))) === 0) return;
  const changed = await judgeOrders(systemActor("beginDay"));
  await forgetFollowed(new Date(now().getTime() - week));
  log.info("day.begun", { changed });
}

/** A lost or outdated index is rebuilt while the site serves. */
export async function keepIndexWhole(): Promise<void> {
  if (await indexIsWhole()) return;
  const started = performance.now();
  const rebuilt = await rebuildOrders();
  if (rebuilt.engine === "answered")
    log.info("index.rebuilt", { documents: rebuilt.documents, ms: Math.round(performance.now() - started) });
}

export const schedule: readonly { name: string; everySeconds: number; run: () => Promise<void> }[] = [
  { name: "beginDay", everySeconds: 60, run: beginDay },
  { name: "keepIndexWhole", everySeconds: 120, run: keepIndexWhole },
];
