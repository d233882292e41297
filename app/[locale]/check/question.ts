// What the address of the check page asks, whatever was typed into it.
import { parseDay, type Day } from "@/domain/kernel/calendar";

export type Params = Record<string, string | string[] | undefined>;
export type AskedDay = { day: string; month: string; year: string };
export type Question = { q: string; on: Day | null; asked: AskedDay | undefined; dayIsWrong: boolean; dayIsFuture: boolean };

export const one = (value: string | string[] | undefined): string => (Array.isArray(value) ? (value[0] ?? "") : (value ?? ""));
const digits = (text: string): string => text.replace(/[^\d]/g, "").slice(0, 4);
/** Nothing invisible goes back into a field. */
export const plain = (text: string, length = 300): string =>
  Array.from(text.slice(0, length * 4).replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}]+/gu, " ").trim()).slice(0, length).join("");

/** Three fields, or on=2022-03-05 in a link. A wrong day loses nothing: what was typed stands there again. */
export function questionOf(params: Params, today: Day): Question {
  const q = plain(one(params.q));
  const whole = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(one(params.on).trim());
  const asked = whole
    ? { day: whole[3] ?? "", month: whole[2] ?? "", year: whole[1] ?? "" }
    : { day: digits(one(params["on-day"])), month: digits(one(params["on-month"])), year: digits(one(params["on-year"])) };
  if (!asked.day && !asked.month && !asked.year) {
    const strange = one(params.on).trim() !== "";
    return { q, on: null, asked: strange ? asked : undefined, dayIsWrong: strange, dayIsFuture: false };
  }
  const on = parseDay(`${asked.year.padStart(4, "0")}-${asked.month.padStart(2, "0")}-${asked.day.padStart(2, "0")}`);
  const real = on !== null && on >= "1900-01-01";
  return { q, on: real && on <= today ? on : null, asked, dayIsWrong: !real, dayIsFuture: real && on > today };
}
