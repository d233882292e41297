// What a supply contract must state before it goes to the authority, where it may go next, and by when it is answered. No clock, no database.
import { marketOf, occupationOf } from "@/domain/kernel/catalogue";
import { type Day, addDays, columnOfDay, parseDay } from "@/domain/kernel/calendar";
import { minorPlaces } from "@/domain/kernel/money";
import { cleanText } from "@/domain/kernel/text";
import {
  type ContractFinding,
  type ContractRow,
  type ContractStatus,
  type ReadContract,
  type TypedContract,
  contractAirfares,
  contractFields,
  contractKeepings,
  contractKinds,
  contractPeriods,
  mostRows,
  rowFields,
} from "./schema";

/** Where a supply contract may go next; a move absent from this table is refused. */
export const contractMoves = {
  draft: ["submitted"],
  submitted: ["returned", "approved"],
  returned: ["submitted"],
  approved: ["closed"],
  closed: [],
} as const satisfies Record<ContractStatus, readonly ContractStatus[]>;

export const mayMoveContract = (from: ContractStatus, to: ContractStatus): boolean =>
  (contractMoves[from] as readonly string[]).includes(to);
/** While it lies with the authority, and once it was decided on, its agency changes nothing in it. */
export const isEditable = (status: ContractStatus): boolean => mayMoveContract(status, "submitted");

/** Answer to the registration of a supply contract: L69 Art. 20, 5 working days. */
export const contractAnswerDays = 5;
/** Days off that stand in the calendar every year (Labour Code 45/2019, Art. 112). Those of the moon's calendar are not counted: no clock here runs longer than the law's. */
const daysOff = new Set(["01-01", "04-30", "05-01", "09-02"]);
const isWorkingDay = (day: Day): boolean => {
  const weekday = columnOfDay(day).getUTCDay();
  return weekday !== 0 && weekday !== 6 && !daysOff.has(day.slice(5));
};
export function addWorkingDays(from: Day, days: number): Day {
  let day = from;
  for (let left = days; left > 0;) {
    day = addDays(day, 1);
    if (isWorkingDay(day)) left -= 1;
  }
  return day;
}

/** Fields of the form only, in one line each, bounded; empty ones left out. */
export function cleanTyped(said: Readonly<Record<string, unknown>>): TypedContract {
  const rows = Math.min(mostRows, Math.max(1, Math.trunc(Number(said.rows)) || 1));
  const names = [
    ...contractFields,
    ...Array.from({ length: rows }, (_, at) => rowFields.map((field) => `row.${at}.${field}`)).flat(),
  ];
  const kept = names.flatMap((name) => {
    const value = said[name];
    const text = typeof value === "string" ? cleanText(value, name === "other" ? 2_000 : 300) : "";
    return text ? [[name, text] as const] : [];
  });
  return Object.fromEntries([...kept, ["rows", String(rows)]]);
}

const oneOf = <T extends string>(list: readonly T[], text: string | undefined): T | null =>
  list.find((value) => value === text) ?? null;
/** 03/02/2026, as the three fields of a day are kept. */
export function readTypedDay(text: string | undefined): Day | null {
  const [, day, month, year] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text ?? "") ?? [];
  return year ? parseDay(`${year}-${month?.padStart(2, "0")}-${day?.padStart(2, "0")}`) : null;
}
const whole = (text: string | undefined, max: number): number | null => {
  const plain = (text ?? "").replace(/[\s.,](?=\d{3}(\D|$))/g, "");
  return /^\d{1,9}$/.test(plain) && Number(plain) <= max ? Number(plain) : null;
};

/** 20.000, 20,000, 1850.50 or 1.850,50: two figures after the last sign are parts of a unit, three are thousands. */
export function readContractAmount(text: string | undefined, currency: string): bigint | null {
  const plain = (text ?? "").replace(/\s/g, "");
  const [, units = "", parts = ""] =
    /^(\d{1,3}(?:\.\d{3})*|\d{1,3}(?:,\d{3})*|\d{1,12})(?:[.,](\d{1,2}))?$/.exec(plain) ?? [];
  const places = minorPlaces(currency);
  if (units === "" || parts.length > places) return null;
  return BigInt(units.replace(/[.,]/g, "")) * 10n ** BigInt(places) + BigInt(parts.padEnd(places, "0") || "0");
}

function readRow(typed: TypedContract, at: number, currency: string): ContractRow | null {
  const of = (field: (typeof rowFields)[number]) => typed[`row.${at}.${field}`];
  if (rowFields.every((field) => field === "sex" || field === "period" || field === "currency" || !of(field)))
    return null;
  const paid = /^[A-Z]{3}$/.test(of("currency") ?? "") ? (of("currency") as string) : currency;
  return {
    at,
    occupation: occupationOf(of("occupation") ?? "")?.slug ?? null,
    sex: oneOf(["any", "male", "female"] as const, of("sex")) ?? "any",
    quota: whole(of("quota"), 100_000),
    pay: {
      basicMinor: readContractAmount(of("basic"), paid),
      currency: paid,
      period: oneOf(contractPeriods, of("period")) ?? "month",
      hoursPerWeek: whole(of("hours"), 120),
      board: oneOf(contractKeepings, of("board")),
      lodging: oneOf(contractKeepings, of("lodging")),
    },
  };
}

/** What can be read out of a form; null where nothing can. A line in which nothing was typed is no line. */
export function readContract(typed: TypedContract): ReadContract {
  const market = marketOf(typed.market ?? "") ?? null;
  const rows = Math.min(mostRows, Number(typed.rows) || 1);
  return {
    kind: oneOf(contractKinds, typed.kind),
    market: market?.code ?? null,
    partnerName: typed.partnerName ?? null,
    partnerCountry: marketOf(typed.partnerCountry ?? "")?.code ?? null,
    validFrom: readTypedDay(typed.validFrom),
    validTo: readTypedDay(typed.validTo),
    terms: {
      workplace: typed.workplace ?? null,
      months: whole(typed.months, 120),
      airfare: oneOf(contractAirfares, typed.airfare),
      foreignPays: typed.foreignPays ?? null,
      other: typed.other ?? null,
    },
    rows: Array.from({ length: rows }, (_, at) => readRow(typed, at, market?.currency ?? "USD")).filter(
      (row) => row !== null,
    ),
  };
}

function rowFindings(row: ContractRow, earlier: readonly ContractRow[], preparation: boolean): ContractFinding[] {
  const { at, occupation, sex, quota, pay } = row;
  const twice = earlier.some((one) => one.occupation === occupation && one.sex === sex);
  const found = (name: string, field: string, missing: boolean) => missing && { name, field: `row.${at}.${field}` };
  const promised = pay.basicMinor !== null;
  return [
    found("occupationKnown", "occupation", occupation === null),
    found("occupationOnce", "occupation", occupation !== null && twice),
    found("quotaStated", "quota", quota === null || quota === 0),
    found("payStated", "basic", !preparation && (pay.basicMinor === null || pay.basicMinor === 0n)),
    found("noPayPromised", "basic", preparation && promised),
    found("hoursStated", "hours", !preparation && pay.hoursPerWeek === null),
    found("boardStated", "board", !preparation && pay.board === null),
    found("lodgingStated", "lodging", !preparation && pay.lodging === null),
  ].filter((finding) => finding !== false);
}

/** Everything that keeps a contract from being handed in, in the order of the form; nothing found: it may go. */
export function contractFindings(typed: TypedContract, files: number): ContractFinding[] {
  const read = readContract(typed);
  const preparation = read.kind === "source_preparation";
  const { validFrom, validTo, terms } = read;
  const found = (name: string, field: string, missing: boolean) => missing && { name, field };
  return [
    found("kindChosen", "kind", read.kind === null),
    found("marketChosen", "market", read.market === null),
    found("partnerNamed", "partnerName", read.partnerName === null),
    found("partnerCountryNamed", "partnerCountry", read.partnerCountry === null),
    found("validFromReadable", "validFrom", validFrom === null),
    found("validToReadable", "validTo", validTo === null),
    found("validityInOrder", "validTo", validFrom !== null && validTo !== null && validTo <= validFrom),
    found("workplaceStated", "workplace", terms.workplace === null),
    found("monthsStated", "months", !preparation && (terms.months === null || terms.months === 0)),
    found("airfareStated", "airfare", !preparation && terms.airfare === null),
    found("occupationsNamed", "row.0.occupation", read.rows.length === 0),
    ...read.rows.flatMap((row, i) => rowFindings(row, read.rows.slice(0, i), preparation)),
    found("fileAttached", "file", files === 0),
  ].filter((finding) => finding !== false);
}

export type Difference = { field: string; mine: string; theirs: string; suggested: "mine" | "theirs" | null };
/**
 * Two people typed into one form. A field that only one of them touched since `base` is suggested as that one left it; where both did,
 * somebody must choose.
 */
export function differencesOf(base: TypedContract | null, mine: TypedContract, theirs: TypedContract): Difference[] {
  const fields = [...new Set([...Object.keys(theirs), ...Object.keys(mine)])].filter((field) => field !== "rows");
  return fields.flatMap((field) => {
    const [was, my, their] = [base?.[field] ?? "", mine[field] ?? "", theirs[field] ?? ""];
    if (my === their) return [];
    const suggested = base === null ? null : my === was ? "theirs" : their === was ? "mine" : null;
    return [{ field, mine: my, theirs: their, suggested }];
  });
}
