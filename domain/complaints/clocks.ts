// By when a report is looked at and decided: configuration with its article, or marked as our own target.
import { type Day, addDays, dayOf, parseDay } from "@/domain/kernel/calendar";
import file from "@/prisma/reference/complaint-clocks.json";

export const clockNames = ["first_look", "decision"] as const;
export type ClockName = (typeof clockNames)[number];
export type Clock = {
  clock: ClockName;
  hours: number | null;
  days: number | null;
  /** target: our own; law: an article. */
  basis: "target" | "law";
  source: string | null;
  /** The article was read; otherwise the page says it was not. */
  verified: boolean;
  from: Day;
  to: Day | null;
};

export const clocks: readonly Clock[] = file.clocks.map((row) => ({
  clock: row.clock as ClockName,
  hours: "hours" in row ? (row.hours ?? null) : null,
  days: "days" in row ? (row.days ?? null) : null,
  basis: row.basis as Clock["basis"],
  source: row.source,
  verified: row.verified,
  from: row.from as Day,
  to: row.to === null ? null : parseDay(row.to),
}));

/** The clock in force on a day; one for each name always is. */
export function clockOn(name: ClockName, on: Day, among: readonly Clock[] = clocks): Clock {
  const found = among.find((one) => one.clock === name && one.from <= on && (one.to === null || on < one.to));
  if (!found) throw new Error(`no clock ${name} on ${on}`);
  return found;
}

const hour = 3_600_000;
/** Hours run from the minute; days end with the last day, in Hà Nội. */
export function dueAt(name: ClockName, receivedAt: Date, among: readonly Clock[] = clocks): Date {
  const { hours, days } = clockOn(name, dayOf(receivedAt), among);
  if (hours !== null) return new Date(receivedAt.getTime() + hours * hour);
  const last = addDays(dayOf(receivedAt), days ?? 0);
  return new Date(new Date(`${addDays(last, 1)}T00:00:00+07:00`).getTime() - 1);
}

/** Whole days left, the last one included as 0; negative when it is past. */
export const daysLeft = (due: Date, at: Date): number => {
  const between = Date.parse(`${dayOf(due)}T00:00:00Z`) - Date.parse(`${dayOf(at)}T00:00:00Z`);
  return due.getTime() < at.getTime() && between === 0 ? -1 : between / (24 * hour);
};
/** Whole hours left, begun ones counted; negative when it is past. */
export const hoursLeft = (due: Date, at: Date): number => Math.ceil((due.getTime() - at.getTime()) / hour);
