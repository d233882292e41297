// Columns of a file of rates: what a person may call them, and how a cell is read. Nothing is guessed that could be read in two ways.
import { type Day, parseDatedText } from "@/domain/kernel/calendar";
import { foldName } from "@/domain/kernel/text";

const aliases: Readonly<Record<string, readonly string[]>> = {
  currency: ["loại tiền", "tiền tệ", "ngoại tệ", "mã tiền", "mã tiền tệ", "mã ngoại tệ", "mã nt", "currency code"],
  on: ["ngày", "ngày áp dụng", "ngày hiệu lực", "date", "day", "as of"],
  rate: [
    "tỷ giá",
    "tỉ giá",
    "đồng",
    "đồng một đơn vị",
    "đồng mỗi đơn vị",
    "quy ra đồng",
    "vnd",
    "vnd per unit",
    "vndPerUnit",
  ],
  per: ["cho", "số đơn vị", "cho bao nhiêu đơn vị", "units", "unit"],
  source: ["nguồn", "đơn vị công bố"],
  confirmed: ["xác nhận", "đã xác nhận", "confirm"],
};
const columnByName = new Map(
  Object.entries(aliases).flatMap(([key, names]) => [key, ...names].map((name) => [foldName(name), key] as const)),
);
export const columnOf = (header: string): string | null => columnByName.get(foldName(header)) ?? null;
export const isRatesHeader = (cells: readonly string[]): boolean => {
  const known = new Set(cells.map(columnOf));
  return known.has("currency") && known.has("rate");
};

export type RateMessage = {
  code: string;
  column?: string;
  value?: string;
  details?: Readonly<Record<string, string | number>>;
};
/** One row as it was said; `readings` has two values where a lone mark may group thousands or begin decimals. */
export type SaidRate = {
  currency: string;
  on: Day;
  readings: readonly number[];
  source: string;
  confirmed: boolean;
};

/** ISO 4217, as the platform's own list has it. */
const currencies = new Set(Intl.supportedValuesOf("currency"));
const yes = new Set(["co", "x", "yes", "y", "1", "true", "dung", "da xac nhan"]);
/** Banks quote some currencies by the hundred; a column must say so. */
const quotedBy = new Set([1, 10, 100, 1000]);

/** "26.300", "165,43", "26,300.50": every value the text can mean; none when it is no number. */
export function readingsOf(said: unknown): number[] {
  if (typeof said === "number") return Number.isFinite(said) ? [said] : [];
  const text = String(said ?? "").replace(/[\s\u00a0₫]|vnđ|vnd|đ$/gi, "");
  if (!/^\d[\d.,]*$/.test(text)) return [];
  const marks = [...text.matchAll(/[.,]/g)].map((found) => found[0]);
  const last = Math.max(text.lastIndexOf("."), text.lastIndexOf(","));
  const joined = Number(text.replace(/[.,]/g, ""));
  const decimal = Number(`${text.slice(0, last).replace(/[.,]/g, "")}.${text.slice(last + 1) || "0"}`);
  const grouped = /^[1-9]\d{0,2}([.,]\d{3})+$/.test(text);
  if (marks.length === 0) return [joined];
  if (new Set(marks).size === 2) return [decimal];
  if (marks.length > 1) return grouped ? [joined] : [];
  return grouped ? [joined, decimal] : [decimal];
}

type Defaults = { source: string; asOf?: Day | null };
/** Every cell that cannot be read is reported, not only the first. */
export function readRate(record: Readonly<Record<string, unknown>>, defaults: Defaults): SaidRate | RateMessage[] {
  const cells = new Map<string, unknown>();
  for (const [name, value] of Object.entries(record)) {
    const key = columnOf(name);
    if (key && !cells.has(key)) cells.set(key, value);
  }
  const text = (key: string): string => String(cells.get(key) ?? "").trim();
  const messages: RateMessage[] = [];
  const problem = (column: string, code: string): null => (
    messages.push({ code, column, value: text(column).slice(0, 80) }),
    null
  );
  const currency = text("currency").toUpperCase();
  if (!currency) problem("currency", "required");
  else if (currency === "VND" || !currencies.has(currency)) problem("currency", "unknownCurrency");
  const dated = text("on") ? parseDatedText(text("on")) : null;
  const on = text("on")
    ? dated?.precision === "day"
      ? dated.on
      : problem("on", "day")
    : (defaults.asOf ?? problem("on", "required"));
  const per = text("per") === "" ? 1 : Number(text("per"));
  if (!quotedBy.has(per)) problem("per", "per");
  const said = cells.get("rate");
  const readings = readingsOf(typeof said === "number" ? said : text("rate"))
    .map((value) => Math.round((value / per) * 1e6) / 1e6)
    .filter((value) => value > 0 && value <= 1e9);
  if (text("rate") === "") problem("rate", "required");
  else if (readings.length === 0) problem("rate", "number");
  if (messages.length > 0 || !on) return messages;
  const confirmed = cells.get("confirmed") === true || yes.has(foldName(text("confirmed")));
  return { currency, on, readings, source: text("source").slice(0, 300) || defaults.source, confirmed };
}
