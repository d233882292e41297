// "They asked me for this money" as it stands in the address: what was typed, what is wrong with it, what was left out, what it asks.
import { oneOf } from "@/app/_http/typed";
import type { AskedJob, AskedRow } from "@/components/fees/asked-form";
import { type AskedBody, askedNames, askedTos, askedWhens, maxAskedLines, parseAskedBody } from "@/domain/fees/schema";
import { marketOf, occupationOf, programmeOf } from "@/domain/kernel/catalogue";
import { cleanText } from "@/domain/kernel/text";
import { plainNumber } from "../amounts";

export type Params = Record<string, string | string[] | undefined>;
const jobFields = [
  "market",
  "programme",
  "occupation",
  "contract_months",
  "wage",
  "currency",
  "foreign_paid",
  "completed_tts",
  "o",
] as const satisfies readonly (keyof AskedJob)[];
const rowFields = ["called", "amount", "money", "when", "to"] as const satisfies readonly (keyof AskedRow)[];

/** `field` is a key of asked.form. */
export type LeftOut = { field: string; row?: number; value: string; used?: string };
export type AskedQuestion = {
  job: AskedJob;
  rows: AskedRow[];
  /** By field; the values are keys of asked.errors. */
  errors: Record<string, { code: string; value?: string }>;
  leftOut: LeftOut[];
  tooManyRows: boolean;
  currencies: string[];
  body: AskedBody | null;
};

const isEmpty = (row: AskedRow): boolean => row.called === "" && row.amount === "";
const typedIn = <K extends string>(params: Params, names: readonly K[], suffix = ""): Record<K, string> =>
  Object.fromEntries(names.map((name) => [name, cleanText(oneOf(params, name + suffix), 60)])) as Record<K, string>;

/** As many rows as were shown, were filled, or one more where another was asked for. */
function rowsOf(params: Params): { rows: AskedRow[]; tooMany: boolean } {
  const all = Array.from({ length: maxAskedLines }, (_, i) => typedIn(params, rowFields, `-${i + 1}`));
  const filled = all.reduce((last, row, i) => (isEmpty(row) ? last : i + 1), 0);
  const shown = Number(oneOf(params, "rows").slice(0, 3)) || 1;
  const more = oneOf(params, "more") === "1" ? 1 : 0;
  const count = Math.min(maxAskedLines, Math.max(1, filled, Math.floor(Math.min(shown, maxAskedLines)) + more));
  return { rows: all.slice(0, count), tooMany: oneOf(params, `called-${maxAskedLines + 1}`) !== "" };
}

/** Choices nobody offered are left out, and the reader is told; what was typed by hand stays and is marked. */
export function askedQuestion(params: Params, prefilled: Partial<AskedJob> = {}): AskedQuestion {
  const job = typedIn(params, jobFields);
  for (const [field, value] of Object.entries(prefilled) as [keyof AskedJob, string][])
    if (params[field] === undefined) job[field] = value;
  const { rows, tooMany } = rowsOf(params);
  const leftOut: LeftOut[] = [];
  const errors: AskedQuestion["errors"] = {};
  const keep = (value: string, known: boolean, field: string, row?: number): string => {
    if (value !== "" && !known) leftOut.push({ field, value, ...(row === undefined ? {} : { row }) });
    return known ? value : "";
  };
  job.market = job.market.toUpperCase();
  const market = marketOf(job.market);
  const question = { job, rows, errors, leftOut, tooManyRows: tooMany, currencies: [] as string[] };
  if (!market || market.foreignNoticesOnly) {
    if (job.market) errors.market = { code: "market" };
    job.market = "";
    return { ...question, body: null };
  }
  job.programme = keep(job.programme, programmeOf(job.programme)?.market === market.code, "programme");
  job.occupation = keep(job.occupation, occupationOf(job.occupation) !== undefined, "occupation");
  job.completed_tts = keep(job.completed_tts, ["none", "1", "2", "3"].includes(job.completed_tts), "completed_tts");
  const currencies = [...new Set([market.currency, "USD", "VND"])];
  question.currencies = currencies;
  const currencyOf = (said: string, otherwise: string, field: string): string => {
    const code = said.toUpperCase();
    if (said !== "" && !currencies.includes(code)) leftOut.push({ field, value: said, used: otherwise });
    return currencies.includes(code) ? code : otherwise;
  };
  job.currency = currencyOf(job.currency, market.currency, "currency");
  rows.forEach((row, i) => {
    row.called = keep(row.called, (askedNames as readonly string[]).includes(row.called), "called", i + 1);
    row.when = keep(row.when, (askedWhens as readonly string[]).includes(row.when), "when", i + 1);
    row.to = keep(row.to, (askedTos as readonly string[]).includes(row.to), "to", i + 1);
    row.money = currencyOf(row.money, "VND", "money");
  });
  if (oneOf(params, "more") === "1") return { ...question, body: null };
  if (params.rows !== undefined && rows.every(isEmpty)) errors["called-1"] = { code: "nothing" };
  return { ...question, body: bodyOf(question) };
}

/** Null as long as nothing is asked, or something is wrong with it. */
function bodyOf({ job, rows, errors }: Pick<AskedQuestion, "job" | "rows" | "errors">): AskedBody | null {
  const asked = rows.map((row, i) => ({ ...row, at: i + 1 })).filter((row) => !isEmpty(row));
  for (const { called, amount, money, at } of asked) {
    if (called === "") errors[`called-${at}`] = { code: "called" };
    const dong = Number(plainNumber(amount));
    if (amount !== "" && money === "VND" && dong > 0 && dong < 1_000)
      errors[`amount-${at}`] = { code: "small", value: amount };
  }
  if (asked.length === 0) return null;
  const { market, programme, occupation, currency, completed_tts } = job;
  const parsed = parseAskedBody({
    ...{ market, programme, occupation, currency, completed_tts },
    ...Object.fromEntries((["contract_months", "wage", "foreign_paid"] as const).map((f) => [f, plainNumber(job[f])])),
    lines: asked.map(({ called, amount, money, when, to }) => ({
      ...{ called: called || "something", amount: plainNumber(amount), currency: money },
      ...{ when: when || "unknown", to: to || "unknown" },
    })),
  });
  for (const { path } of parsed.error?.issues ?? []) {
    const [field, line] = path;
    if (field === "lines" && typeof line === "number") errors[`amount-${asked[line]?.at}`] ??= { code: "number" };
    else if (typeof field === "string") errors[field] ??= { code: field === "contract_months" ? "months" : "number" };
  }
  return parsed.success && Object.keys(errors).length === 0 ? parsed.data : null;
}
