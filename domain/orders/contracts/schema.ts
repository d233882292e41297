// What a supply contract's form holds, and what is read out of it (L69 Art. 19(2)).
import type { Day } from "@/domain/kernel/calendar";

export const contractStatuses = ["draft", "submitted", "returned", "approved", "closed"] as const;
export type ContractStatus = (typeof contractStatuses)[number];
export const contractKinds = ["agency_order", "source_preparation"] as const;
export type ContractKind = (typeof contractKinds)[number];
export const contractPeriods = ["month", "hour"] as const;
export const contractKeepings = ["free", "deducted", "own_cost"] as const;
export const contractAirfares = ["foreign_side", "agency", "worker", "shared"] as const;

/** The form's own fields, and those of each line of occupations: row.0.occupation … */
export const contractFields = [
  ...(["kind", "market", "partnerName", "partnerCountry", "validFrom", "validTo", "workplace", "months"] as const),
  ...(["airfare", "foreignPays", "other"] as const),
] as const;
export type ContractField = (typeof contractFields)[number];
export const rowFields = [
  ...(["occupation", "sex", "quota", "basic", "currency", "period", "hours", "board", "lodging"] as const),
] as const;
export type RowField = (typeof rowFields)[number];
export const mostRows = 30;

/** As somebody typed it, errors included: field → text. */
export type TypedContract = Readonly<Record<string, string>>;

export type ContractPay = {
  basicMinor: bigint | null;
  currency: string;
  period: (typeof contractPeriods)[number];
  hoursPerWeek: number | null;
  board: (typeof contractKeepings)[number] | null;
  lodging: (typeof contractKeepings)[number] | null;
};
export type ContractRow = {
  /** Its place in the form. */
  at: number;
  occupation: string | null;
  sex: "any" | "male" | "female";
  quota: number | null;
  pay: ContractPay;
};
export type ContractTerms = {
  workplace: string | null;
  months: number | null;
  airfare: (typeof contractAirfares)[number] | null;
  foreignPays: string | null;
  other: string | null;
};
export type ReadContract = {
  kind: ContractKind | null;
  market: string | null;
  partnerName: string | null;
  partnerCountry: string | null;
  validFrom: Day | null;
  validTo: Day | null;
  terms: ContractTerms;
  rows: readonly ContractRow[];
};

/** What an officer may point at when sending a contract back; a line of occupations is "row.<n>". */
export const remarkFields = [...contractFields, "rows", "file", "whole"] as const;
export type Remarks = Readonly<Record<string, string>>;
/** Named as in messages/<language>/portal.json. */
export type ContractFinding = { name: string; field: string };
