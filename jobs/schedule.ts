// What the house does by itself: when a day begins, and whenever the index is not what it should be.
import { forgetOld } from "@/domain/accounts/commands";
import { publishHead, sealJournal } from "@/domain/audit/commands";
import { forgetFollowed } from "@/domain/audit/outbox";
import { escalateOverdue } from "@/domain/complaints/commands";
import { feedAt, fetchRates } from "@/domain/fees/commands";
import { sweepFiles } from "@/domain/files/commands";
import { systemActor } from "@/domain/kernel/actor";
import { dayOf } from "@/domain/kernel/calendar";
import { judgeOrders } from "@/domain/orders/commands";
import { unjudgedCount } from "@/domain/orders/queries";
import { indexIsWhole, rebuildOrders } from "@/domain/search/commands";
import { judgeDay } from "@/domain/payments/commands";
import { forgetMessages } from "@/domain/notifications/commands";
import { keepStatistics } from "@/domain/statistics/commands";
import { now } from "@/platform/clock";
import { env } from "@/platform/env";
import { log } from "@/platform/log";
import { tellDay } from "./messages";

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

/** What orders ask, in figures: made anew after changes, and when a day begins. */
export async function keepFigures(): Promise<void> {
  const made = await keepStatistics(systemActor("keepFigures"));
  if (typeof made === "object") log.info("statistics.made", made);
}

/** Entries are sealed within seconds; how many at once does not matter to the chain. */
export async function keepJournalSealed(): Promise<void> {
  await sealJournal();
}

/** The chain's head is public from the day's first minute. */
export async function publishJournalHead(): Promise<void> {
  const head = await publishHead();
  if (head) log.info("journal.head", { day: head.day, position: String(head.position), hash: head.hash });
}

/** What no row knows leaves the storage; what the storage has lost is said aloud. */
export async function keepFilesWhole(): Promise<void> {
  const { removed, missing } = await sweepFiles(systemActor("keepFilesWhole"));
  if (removed + missing > 0) log.info("files.swept", { removed, missing });
}

/** Exchange rates, once a day and only where an operator named a feed. */
export async function keepRates(): Promise<void> {
  const { RATES_FEED_URL: url, RATES_FEED_SOURCE, RATES_FEED_VERIFIED: verified } = env;
  if (!url) return;
  const source = RATES_FEED_SOURCE ?? new URL(url).hostname;
  const fetched = await fetchRates(systemActor("keepRates"), feedAt(url, { source, verified }));
  if (fetched) log.info("rates.fetched", { ...fetched.counts, failure: fetched.failure?.code ?? null });
}

/** Payments left unconfirmed and refunds past their day: the calendar alone makes them so. */
export async function judgePayments(): Promise<void> {
  const judged = await judgeDay(systemActor("judgePayments"), dayOf(now()));
  if (judged > 0) log.info("payments.judged", { books: judged });
}

const year = 365 * 24 * 3600 * 1000;
/** Messages are kept a year for whoever they were told to. */
export async function forgetOldMessages(): Promise<void> {
  await forgetMessages(systemActor("forgetOldMessages"), new Date(now().getTime() - year));
}

/** Letters, counts of attempts and sign-ins that are long over. */
export async function forgetOldSignIns(): Promise<void> {
  await forgetOld(systemActor("forgetOldSignIns"));
}

/** Reports nobody looked at in time go to the higher office by themselves (features D2). */
export async function escalateReports(): Promise<void> {
  const escalated = await escalateOverdue(systemActor("escalateReports"));
  if (escalated > 0) log.info("reports.escalated", { reports: escalated });
}

export const schedule: readonly { name: string; everySeconds: number; run: () => Promise<void> }[] = [
  { name: "beginDay", everySeconds: 60, run: beginDay },
  { name: "escalateReports", everySeconds: 60, run: escalateReports },
  { name: "judgePayments", everySeconds: 300, run: judgePayments },
  { name: "keepFigures", everySeconds: 5, run: keepFigures },
  { name: "keepIndexWhole", everySeconds: 120, run: keepIndexWhole },
  { name: "keepRates", everySeconds: 1_800, run: keepRates },
  { name: "keepJournalSealed", everySeconds: 1, run: keepJournalSealed },
  { name: "publishJournalHead", everySeconds: 60, run: publishJournalHead },
  { name: "tellDay", everySeconds: 600, run: tellDay },
  { name: "forgetOldMessages", everySeconds: 24 * 3600, run: forgetOldMessages },
  { name: "forgetOldSignIns", everySeconds: 24 * 3600, run: forgetOldSignIns },
  { name: "keepFilesWhole", everySeconds: 24 * 3600, run: keepFilesWhole },
];
