// What the address of the check page asks, whatever was typed into it.
import { oneOf } from "@/app/_http/typed";
import { cleanText } from "@/domain/kernel/text";
import { parseDay, type Day } from "@/domain/kernel/calendar";

export type Params = Record<string, string | string[] | undefined>;
export type AskedDay = { day: string; month: string; year: string };
export type Question = {
  q: string;
  on: Day | null;
  asked: AskedDay | undefined;
  dayIsWrong: boolean;
  dayIsFuture: boolean;
};

/** Three fields, or on=2022-03-05 in a link. A wrong day loses nothing: what was typed stands there again. */
export function questionOf(params: Params, today: Day): Question {
  const q = cleanText(oneOf(params, "q"), 300);
  const whole = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(oneOf(params, "on").trim());
  const asked = whole
    ? { day: whole[3] ?? "", month: whole[2] ?? "", year: whole[1] ?? "" }
    : {
        day: cleanText(oneOf(params, "on-day"), 4),
        month: cleanText(oneOf(params, "on-month"), 4),
        year: cleanText(oneOf(params, "on-year"), 4),
      };
  if (!asked.day && !asked.month && !asked.year) {
    const strange = oneOf(params, "on").trim() !== "";
    return { q, on: null, asked: strange ? asked : undefined, dayIsWrong: strange, dayIsFuture: false };
  }
  const on = parseDay(`${asked.year.padStart(4, "0")}-${asked.month.padStart(2, "0")}-${asked.day.padStart(2, "0")}`);
  const real = on !== null && on >= "1900-01-01";
  return { q, on: real && on <= today ? on : null, asked, dayIsWrong: !real, dayIsFuture: real && on > today };
}
