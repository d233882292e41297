// A search as conditions: for the index, and the same for the database.
import type { Day } from "@/domain/kernel/calendar";
import type { Prisma } from "@/platform/db";
import type { OrderSearch, Sort } from "../schema";
import { type ChoiceKey, choiceFilters, choiceIndex, choiceKeys, numberFilters, numberKeys } from "./filters";

type Without = { without?: ChoiceKey | "level" };

/** Conditions for the index; `without` leaves one group out, to count its other values. The deadline is asked for, since documents age. */
export function indexFilter(search: OrderSearch, day: Day, { without }: Without = {}): string[] {
  const conditions = [`deadline >= ${day.replaceAll("-", "")}`, "groupHead = true"];
  for (const key of choiceKeys) {
    const chosen = search.choices[key];
    if (chosen?.length && key !== without) conditions.push(choiceIndex(choiceFilters[key], chosen));
  }
  for (const key of numberKeys) {
    const value = search.numbers[key];
    if (value !== undefined && key !== without) conditions.push(numberFilters[key].index(value));
  }
  if (search.agency) conditions.push(`agencySlug = ${JSON.stringify(search.agency)}`);
  return conditions;
}

/** The same for the database; the public condition is added by whoever reads orders. */
export function databaseWhere(search: OrderSearch): Prisma.JobOrderWhereInput {
  const conditions: Prisma.JobOrderWhereInput[] = [];
  for (const key of choiceKeys) {
    const chosen = search.choices[key];
    if (chosen?.length) conditions.push(choiceFilters[key].where(chosen));
  }
  for (const key of numberKeys) {
    const value = search.numbers[key];
    if (value !== undefined) conditions.push(numberFilters[key].where(value));
  }
  if (search.agency) conditions.push({ agency: { slug: search.agency } });
  return { AND: conditions };
}

/** Sorting in the index; relevance without words means newest first. */
export const indexSort: Readonly<Record<Sort, readonly string[]>> = {
  relevance: [],
  newest: ["publishedAt:desc"],
  pay: ["payAfterCostVnd:desc"],
  cost: ["costVnd:asc"],
  breakEven: ["breakEvenMonths:asc"],
  deadline: ["deadline:asc"],
};

const last = (sort: "asc" | "desc") => ({ sort, nulls: "last" as const });
const tie = [{ publishedAt: "desc" as const }, { id: "asc" as const }];
export const databaseSort: Readonly<Record<Sort, Prisma.JobOrderOrderByWithRelationInput[]>> = {
  relevance: tie,
  newest: tie,
  pay: [{ payAfterCostVnd: last("desc") }, ...tie],
  cost: [{ costVnd: last("asc") }, ...tie],
  breakEven: [{ breakEvenMonths: last("asc") }, ...tie],
  deadline: [{ deadlineOn: last("asc") }, ...tie],
};
