import "server-only";
import { insertRows } from "@/domain/audit/bulk";
import { change } from "@/domain/audit/change";
import type { Actor } from "@/domain/kernel/actor";
import { columnOfDay, dayOf, dayOfColumn } from "@/domain/kernel/calendar";
import { now as clock } from "@/platform/clock";
import { db } from "@/platform/db";
import { type Figure, readFigures } from "./figures";
import { restAfter } from "./rules";

const state = { where: { id: 1 } } as const;

/** Something that figures are made of has changed: noted, and nothing more, so that a burst of changes costs one refresh. */
export function noteChange(actor: Actor): Promise<void> {
  return change(actor, async (tx, now) => {
    await tx.statisticsState.upsert({ ...state, create: { id: 1, changedAt: now }, update: { changedAt: now } });
  });
}

const rowOf = ({ ceiling, dots, ...figure }: Figure) => ({
  ...figure,
  dots: figure.month === null ? dots : null,
  ceilingFrom: ceiling?.from ?? null,
  ceilingTo: ceiling?.to ?? null,
});

/** Makes all figures anew from the orders as they are. Two at once do no harm: the second waits for the first and replaces its rows. */
export async function refreshStatistics(actor: Actor): Promise<{ rows: number; orders: number; ms: number }> {
  const started = performance.now();
  const day = dayOf(clock());
  const before = await db.statisticsState.findUnique({ ...state, select: { changedAt: true } });
  const found = await readFigures(day);
  const rows = found.figures.map(rowOf);
  await change(actor, async (tx, now) => {
    const made = { refreshedAt: now, refreshedOn: columnOfDay(day), orders: found.orders, demo: found.demo };
    const taken = { ...made, tookMs: Math.round(performance.now() - started) };
    await tx.statisticsState.upsert({ ...state, create: { id: 1, ...taken }, update: taken });
    // A change noted while the figures were being read is not in them: it stays noted.
    await tx.statisticsState.updateMany({
      where: { id: 1, changedAt: before?.changedAt ?? null },
      data: { changedAt: null },
    });
    await tx.orderStatistic.deleteMany();
    await insertRows(tx, "OrderStatistic", rows);
  });
  return { rows: rows.length, orders: found.orders, ms: Math.round(performance.now() - started) };
}

/** Refreshes when something has changed or a day has begun, but spends no more than a twentieth of the time on it. */
export async function keepStatistics(
  actor: Actor,
): Promise<"fresh" | "resting" | { rows: number; orders: number; ms: number }> {
  const known = await db.statisticsState.findUnique(state);
  const at = clock();
  const sameDay = known?.refreshedOn ? dayOfColumn(known.refreshedOn) === dayOf(at) : false;
  if (known && sameDay && known.changedAt === null) return "fresh";
  if (known?.refreshedAt && sameDay && at.getTime() - known.refreshedAt.getTime() < restAfter(known.tookMs))
    return "resting";
  return refreshStatistics(actor);
}
