// A search as it stands in the address: what is understood, and what had to be dropped.
import { cleanText } from "@/domain/kernel/text";
import {
  type ChoiceKey,
  type NumberKey,
  choiceFilters,
  choiceKeys,
  numberFilters,
  numberKeys,
} from "./filters/filters";

export const sorts = ["relevance", "newest", "pay", "cost", "breakEven", "deadline"] as const;
export type Sort = (typeof sorts)[number];

export type OrderSearch = {
  text: string;
  choices: Partial<Record<ChoiceKey, readonly string[]>>;
  numbers: Partial<Record<NumberKey, number>>;
  /** Agency slug, for an agency's own orders */
  agency: string | null;
  sort: Sort;
  page: number;
};

/** A parameter the search did not understand: shown as a note, never an error. */
export type Dropped = { key: string; value: string };
type Parameters = Readonly<Record<string, string | readonly string[] | undefined>> | URLSearchParams;

const maxText = 200;
const maxPage = 100_000;
function valuesOf(parameters: Parameters, key: string): string[] {
  if (parameters instanceof URLSearchParams) return parameters.getAll(key);
  const value = parameters[key];
  return value === undefined ? [] : typeof value === "string" ? [value] : [...value];
}

/** "25.000.000" and "25 triệu" are what people type; 25 in a field that counts millions is sent by the form as such. */
function numberOf(text: string): number | null {
  const digits = text.replace(/[\s._,]/g, "");
  return /^\d{1,13}$/.test(digits) ? Number(digits) : null;
}

/** Bad values fall back to nothing, each with a note. */
export function parseOrderSearch(parameters: Parameters): { search: OrderSearch; dropped: Dropped[] } {
  const dropped: Dropped[] = [];
  const drop = (key: string, value: string) =>
    void (dropped.length < 20 && dropped.push({ key, value: cleanText(value, 60) }));
  const search: OrderSearch = {
    text: cleanText(valuesOf(parameters, "q")[0] ?? "", maxText),
    choices: {},
    numbers: {},
    agency: null,
    sort: "relevance",
    page: 1,
  };
  for (const key of choiceKeys) {
    const filter = choiceFilters[key];
    const given = valuesOf(parameters, key)
      .slice(0, 60)
      .flatMap((value) => value.split(","))
      .filter((value) => value !== "");
    const known = [...new Set(given.filter((value) => filter.values.includes(value)))];
    for (const value of given) if (!filter.values.includes(value)) drop(key, value);
    if (known.length > 0) search.choices[key] = filter.many ? known : known.slice(0, 1);
  }
  for (const key of numberKeys) {
    const [given = ""] = valuesOf(parameters, key);
    if (given.trim() === "") continue;
    const value = numberOf(given);
    const { min, max } = numberFilters[key];
    if (value === null || value < min || value > max) drop(key, given);
    else search.numbers[key] = value;
  }
  const [agency = ""] = valuesOf(parameters, "agency");
  if (/^[a-z0-9-]{1,120}$/.test(agency)) search.agency = agency;
  else if (agency) drop("agency", agency);
  const [sort = ""] = valuesOf(parameters, "sort");
  if ((sorts as readonly string[]).includes(sort)) search.sort = sort as Sort;
  else if (sort) drop("sort", sort);
  const [page = ""] = valuesOf(parameters, "page");
  if (/^[1-9]\d{0,5}$/.test(page) && Number(page) <= maxPage) search.page = Number(page);
  else if (page) drop("page", page);
  return { search, dropped };
}

/** The address parameters of a search: what reload, sharing and the back button keep. */
export function searchParameters(search: OrderSearch): URLSearchParams {
  const parameters = new URLSearchParams();
  if (search.text) parameters.set("q", search.text);
  for (const key of choiceKeys) for (const value of search.choices[key] ?? []) parameters.append(key, value);
  for (const key of numberKeys) if (search.numbers[key] !== undefined) parameters.set(key, String(search.numbers[key]));
  if (search.agency) parameters.set("agency", search.agency);
  if (search.sort !== "relevance") parameters.set("sort", search.sort);
  if (search.page > 1) parameters.set("page", String(search.page));
  return parameters;
}

export type { ChoiceKey, NumberKey } from "./filters/filters";
export { catalogueName, choiceFilters, choiceKeys, numberFilters, numberKeys } from "./filters/filters";
