import { type Day, dayOfColumn } from "@/domain/kernel/calendar";
import { minorPlaces } from "@/domain/kernel/money";
import type { Prisma } from "@/platform/db";
import type { ContractPay, ContractRow, ContractTerms, ReadContract, Remarks, TypedContract } from "./schema";

export const withQuotas = {
  quotas: { orderBy: [{ occupation: "asc" }, { sex: "asc" }] },
} satisfies Prisma.SupplyContractInclude;
export type ContractDbRow = Prisma.SupplyContractGetPayload<{ include: typeof withQuotas }>;

export const dayOrNull = (column: Date | null): Day | null => column && dayOfColumn(column);
const slashed = (day: Day | null): string => (day ? day.split("-").reverse().join("/") : "");

/** Json knows no whole numbers of any size: amounts are kept in it as text. */
export const payColumn = ({ basicMinor, ...pay }: ContractPay): Prisma.InputJsonObject => ({
  ...pay,
  basicMinor: basicMinor === null ? null : String(basicMinor),
});
export function payOf(json: Prisma.JsonValue): ContractPay | null {
  const kept = json as (Omit<ContractPay, "basicMinor"> & { basicMinor: string | null }) | null;
  return kept && { ...kept, basicMinor: kept.basicMinor === null ? null : BigInt(kept.basicMinor) };
}
const noTerms: ContractTerms = { workplace: null, months: null, airfare: null, foreignPays: null, other: null };
export const termsOf = (json: Prisma.JsonValue): ContractTerms => ({ ...noTerms, ...(json as ContractTerms | null) });
export const remarksOf = (json: Prisma.JsonValue): Remarks => (json as Remarks | null) ?? {};

const unitsText = (minor: bigint | null, currency: string): string => {
  if (minor === null) return "";
  const places = minorPlaces(currency);
  const text = String(minor).padStart(places + 1, "0");
  const parts = places > 0 ? text.slice(-places) : "";
  return (places > 0 ? text.slice(0, -places) : text) + (Number(parts) > 0 ? `,${parts}` : "");
};

function rowText(row: ContractRow, at: number): [string, string][] {
  const { occupation, sex, quota, pay } = row;
  const values = {
    ...{ occupation: occupation ?? "", sex, quota: String(quota ?? "") },
    ...{ basic: unitsText(pay.basicMinor, pay.currency), currency: pay.currency, period: pay.period },
    ...{ hours: String(pay.hoursPerWeek ?? ""), board: pay.board ?? "", lodging: pay.lodging ?? "" },
  };
  return Object.entries(values).map(([field, value]) => [`row.${at}.${field}`, value]);
}

/** The form of a contract that was never typed here: recorded by an operator. */
export function typedOf(row: ContractDbRow, read: ReadContract): TypedContract {
  if (row.typed) return row.typed as TypedContract;
  const { terms, rows } = read;
  const values: [string, string][] = [
    ["kind", read.kind ?? ""],
    ["market", read.market ?? ""],
    ["partnerName", read.partnerName ?? ""],
    ["partnerCountry", read.partnerCountry ?? ""],
    ["validFrom", slashed(read.validFrom)],
    ["validTo", slashed(read.validTo)],
    ["workplace", terms.workplace ?? ""],
    ["months", String(terms.months ?? "")],
    ["airfare", terms.airfare ?? ""],
    ["foreignPays", terms.foreignPays ?? ""],
    ["other", terms.other ?? ""],
    ...rows.flatMap((one, at) => rowText(one, at)),
    ["rows", String(Math.max(1, rows.length))],
  ];
  return Object.fromEntries(values.filter(([, value]) => value !== ""));
}

const noPay = (currency: string): ContractPay => ({
  ...{ basicMinor: null, currency, period: "month", hoursPerWeek: null, board: null, lodging: null },
});
/** As it was handed in last. */
export const handedIn = (row: ContractDbRow): ReadContract => ({
  kind: row.kind === "state_programme" ? null : row.kind,
  market: row.market || null,
  partnerName: row.partnerName || null,
  partnerCountry: row.partnerCountry || null,
  validFrom: dayOrNull(row.validFrom),
  validTo: dayOrNull(row.validTo),
  terms: termsOf(row.terms),
  rows: row.quotas.map(({ occupation, sex, quota, pay }, at) => ({
    ...{ at, occupation, sex, quota },
    pay: payOf(pay) ?? noPay("USD"),
  })),
});
