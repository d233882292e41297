// A row being merged: the draft so far, and what there is to tell about it.
import type { Day } from "@/domain/kernel/calendar";
import type { Draft } from "../draft";
import { Contradiction, type Dated, type Message, type RegisterEntry, type RowVerdict } from "./entry";

export type MergeContext = { now: Date; asOf: Day; externalSource: string };
export type Merged = { draft: Draft; diff: RowVerdict["diff"]; messages: Message[] };
export type Work = Merged & { entry: RegisterEntry; context: MergeContext };

/** A date as exact as its source gave it. */
export const written = ({ on, precision }: Dated): string => on.slice(0, { year: 4, month: 7, day: 10 }[precision]);
export const datedOf = (fact: { from: Day; precision: Dated["precision"] }): Dated => ({
  on: fact.from,
  precision: fact.precision,
});
export const told = (work: Work, field: string, before: string | null, after: string | null): void => {
  work.diff.push({ field, before, after });
};
export const contradicts = (code: string, details: Message["details"]): never => {
  throw new Contradiction({ code, details });
};
export const words = (...parts: (string | null | undefined)[]): string => parts.filter(Boolean).join(" ");
