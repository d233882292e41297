// Calendar days as the law counts them: in Hà Nội, without a time of day.

declare const dayBrand: unique symbol;
/** A calendar day in Việt Nam, written YYYY-MM-DD; days compare as text. */
export type Day = string & { readonly [dayBrand]: true };
/** How exactly a source stated a day: sources often give only the month or the year. */
export type Precision = "day" | "month" | "year";

const pattern = /^\d{4}-\d{2}-\d{2}$/;
const hanoi = new Intl.DateTimeFormat("en-CA", {
  timeZone: "Asia/Ho_Chi_Minh",
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
});

/** Reads YYYY-MM-DD; null for anything that is not a real day (2026-02-30 is refused). */
export function parseDay(text: string): Day | null {
  if (!pattern.test(text)) return null;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().slice(0, 10) === text ? (text as Day) : null;
}

/** A day known to be right (a constant, a test); throws on anything else. */
export function day(text: string): Day {
  const parsed = parseDay(text);
  if (!parsed) throw new RangeError(`not a day: ${text}`);
  return parsed;
}

/** Reads 2015, 2016-11 or 2016-11-04, and also 04/11/2016 and 11/2016, as the first day it can mean, with how exact it was. */
export function parseDatedText(text: string): { on: Day; precision: Precision } | null {
  const trimmed = text.trim();
  const vietnamese = /^(?:(\d{1,2})[/.-])?(\d{1,2})[/.-](\d{4})$/.exec(trimmed);
  const iso = /^(\d{4})(?:-(\d{1,2}))?(?:-(\d{1,2}))?(?:T.*)?$/.exec(trimmed);
  const [year, month, date] = vietnamese
    ? [vietnamese[3], vietnamese[2], vietnamese[1]]
    : iso
      ? [iso[1], iso[2], iso[3]]
      : [];
  if (!year) return null;
  const on = parseDay(`${year}-${(month ?? "1").padStart(2, "0")}-${(date ?? "1").padStart(2, "0")}`);
  return on && { on, precision: date ? "day" : month ? "month" : "year" };
}

/** The day it is in Việt Nam at an instant, whatever the time zone of the machine. */
export const dayOf = (instant: Date): Day => hanoi.format(instant) as Day;

/** A `date` column as read by the database client (midnight UTC) to a day, and back. */
export const dayOfColumn = (column: Date): Day => column.toISOString().slice(0, 10) as Day;
export const columnOfDay = (value: Day): Date => new Date(`${value}T00:00:00Z`);

export function addDays(value: Day, days: number): Day {
  const date = columnOfDay(value);
  date.setUTCDate(date.getUTCDate() + days);
  return dayOfColumn(date);
}

/** Whole months later; the 31st becomes the last day of a shorter month. */
export function addMonths(value: Day, months: number): Day {
  const date = columnOfDay(value);
  const dayOfMonth = date.getUTCDate();
  date.setUTCDate(1);
  date.setUTCMonth(date.getUTCMonth() + months);
  const last = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
  date.setUTCDate(Math.min(dayOfMonth, last));
  return dayOfColumn(date);
}

/** A dated fact: holds from `from`, through the day before `to`; an open end is null. */
export type Spell = { from: Day; to: Day | null };
export const holdsOn = (spell: Spell, on: Day): boolean => spell.from <= on && (spell.to === null || on < spell.to);
