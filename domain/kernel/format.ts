// How amounts, days and numbers are written, on pages and in messages: Vietnamese as 25.000.000 ₫ and 20/11/2026, English as VND 25,000,000 and 20/11/2026.
import { minorPlaces, type Money } from "./money";
import type { Day, Precision } from "./calendar";

export type Language = "vi" | "en";
export const languageOf = (locale: string): Language => (locale === "en" ? "en" : "vi");

const nbsp = "\u00a0";
/** Signs a Vietnamese reader knows; other currencies keep their three letters. */
const signs: Record<string, string> = { VND: "₫", JPY: "¥", EUR: "€", USD: "$", GBP: "£", KRW: "₩" };
const bcp47 = { vi: "vi-VN", en: "en-GB" } as const;
const numbers = {
  vi: new Intl.NumberFormat(bcp47.vi, { maximumFractionDigits: 2 }),
  en: new Intl.NumberFormat(bcp47.en, { maximumFractionDigits: 2 }),
};
const tenths = {
  vi: new Intl.NumberFormat(bcp47.vi, { maximumFractionDigits: 1 }),
  en: new Intl.NumberFormat(bcp47.en, { maximumFractionDigits: 1 }),
};
const scales = {
  vi: [
    [1e9, "tỷ"],
    [1e6, "triệu"],
  ],
  en: [
    [1e9, "billion"],
    [1e6, "million"],
  ],
} as const;
const months = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];
const clock = new Intl.DateTimeFormat("en-GB", {
  timeZone: "Asia/Ho_Chi_Minh",
  day: "2-digit",
  month: "2-digit",
  year: "numeric",
  hour: "2-digit",
  minute: "2-digit",
});

export const formatNumber = (locale: Language, value: number | bigint): string => numbers[locale].format(value);
const grouped = (digits: string, mark: string): string => digits.replace(/\B(?=(\d{3})+$)/g, mark);

/** The amount alone; cents only where there are any. */
function amountText(locale: Language, { minor, currency }: Money): string {
  const places = minorPlaces(currency);
  const negative = minor < 0n;
  const digits = (negative ? -minor : minor).toString().padStart(places + 1, "0");
  const whole = grouped(digits.slice(0, digits.length - places), locale === "vi" ? "." : ",");
  const rest = digits.slice(digits.length - places);
  const cents = /[1-9]/.test(rest) ? (locale === "vi" ? "," : ".") + rest : "";
  return `${negative ? "−" : ""}${whole}${cents}`;
}

/** 30.600.000 → 30,6 triệu; null below a million. */
function shortText(locale: Language, { minor, currency }: Money): string | null {
  const units = Number(minor) / 10 ** minorPlaces(currency);
  const scale = scales[locale].find(([size]) => Math.abs(units) >= size);
  return scale ? `${tenths[locale].format(units / scale[0]).replace("-", "−")}${nbsp}${scale[1]}` : null;
}

const withCurrency = (locale: Language, text: string, currency: string): string =>
  locale === "vi" ? `${text}${nbsp}${signs[currency] ?? currency}` : `${currency}${nbsp}${text}`;

/** 25.000.000 ₫ · 180.000 ¥ · 2.500,50 €; short: 30,6 triệu ₫. English: VND 25,000,000 · VND 30.6 million. */
export function formatMoney(locale: Language, money: Money, { short = false }: { short?: boolean } = {}): string {
  return withCurrency(locale, (short && shortText(locale, money)) || amountText(locale, money), money.currency);
}

/** 18–25 triệu ₫ · 150.000–180.000 ¥: the unit once where both ends share it. */
export function formatMoneyRange(
  locale: Language,
  from: Money,
  to: Money,
  { short = false }: { short?: boolean } = {},
): string {
  if (from.minor === to.minor) return formatMoney(locale, from, { short });
  const [low, high] = [
    (short && shortText(locale, from)) || amountText(locale, from),
    (short && shortText(locale, to)) || amountText(locale, to),
  ];
  const [lowUnit, highUnit] = [low.split(nbsp)[1], high.split(nbsp)[1]];
  const start = lowUnit !== undefined && lowUnit === highUnit ? low.split(nbsp)[0] : low;
  return withCurrency(locale, `${start}–${high}`, to.currency);
}

/** 20/11/2026; a month as tháng 11/2016 (November 2016), a year as năm 2016 (2016). */
export function formatDay(locale: Language, day: Day | string, precision: Precision = "day"): string {
  const [year = "", month = "", date = ""] = day.split("-");
  if (precision === "year") return locale === "vi" ? `năm ${year}` : year;
  if (precision === "month")
    return locale === "vi" ? `tháng ${Number(month)}/${year}` : `${months[Number(month) - 1]} ${year}`;
  return `${date}/${month}/${year}`;
}

/** 20/11/2026 14:05, Hà Nội time. */
export const formatInstant = (instant: Date): string => clock.format(instant).replace(",", "");
