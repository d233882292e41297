// Who may be spared which messages, how often a message is tried, and what of it may be shown.
import { type Day, dayOf } from "@/domain/kernel/calendar";
import { formatDay, formatMoney, formatNumber } from "@/domain/kernel/format";
import { cleanText } from "@/domain/kernel/text";
import { type Kind, type Language, type Param, type Template, kinds } from "./schema";

/** What a person may not end: access to her account, and decisions that bind her. */
const optional: ReadonlySet<Kind> = new Set(["flags"]);
export const isOptional = (kind: Kind): boolean => optional.has(kind);
export const optionalKinds = kinds.filter(isOptional);
export const isKind = (text: string): text is Kind => (kinds as readonly string[]).includes(text);

export const kindOf: Readonly<Record<Template, Kind>> = {
  passwordChanged: "security",
  membershipBegun: "membership",
  membershipEnded: "membership",
  ordersStopped: "decisions",
  ordersBack: "decisions",
  flagsFound: "flags",
  noticeDecided: "notices",
  contractDecided: "notices",
  caseChanged: "cases",
};

const minute = 60_000;
/** After the first attempt, the second, and so on: almost two days altogether. Then it is given up, and somebody is told why. */
export const backOffMinutes = [1, 5, 15, 60, 4 * 60, 12 * 60, 24 * 60] as const;
export const mostAttempts = backOffMinutes.length + 1;

/** When a failed message is tried again; null: never. Up to a tenth later, so that what failed together does not come back together. */
export function nextAttempt(attempts: number, failedAt: Date, chance: number): Date | null {
  const wait = backOffMinutes[attempts - 1];
  return wait === undefined ? null : new Date(failedAt.getTime() + wait * minute * (1 + chance / 10));
}

/** Enough to know one's own address by, and no more. */
export function masked(address: string): string {
  const at = address.lastIndexOf("@");
  return at > 0 ? `${address.slice(0, 1)}…${address.slice(at)}` : `…${address.slice(-3)}`;
}

const mostText = 200;
/**
 * What somebody typed, as it may stand in a message to somebody else: one line, and nothing in it that a letter program would turn into a link.
 * Otherwise whoever registers under another's address could write her a letter of his own through us.
 */
export const plainText = (text: string): string =>
  cleanText(text, mostText)
    .replace(/:\/\//g, " ")
    .replace(/[.](?=\p{L})/gu, ". ")
    .replace(/@/g, " ");

export function paramText(locale: Language, param: Param): string {
  if (typeof param === "number") return formatNumber(locale, param);
  if (typeof param === "string") return plainText(param);
  if ("list" in param) return param.list.map((line) => `- ${plainText(line)}`).join("\n");
  return "day" in param ? formatDay(locale, param.day) : formatMoney(locale, param.money);
}

/** One line whatever was put into it: a head of a letter cannot be added to. */
export const subjectLine = (text: string): string => cleanText(text, 150);

export const languageFor = (locale: string): Language => (locale === "en" ? "en" : "vi");

/** Told once a day, whatever happens in it. */
export const dailyKey = (about: string, at: Date): string => `${about}:${dayOf(at) satisfies Day}`;
