// The same search with one thing changed: what chips, links and ways out lead to.
import { type ChoiceKey, type NumberKey, type OrderSearch, choiceKeys, numberKeys } from "@/domain/search/schema";
import type { Understood } from "@/domain/search/results";
import { choiceFilters } from "@/domain/search/schema";
import { isChoice, isNumber } from "./labels";

const withChoices = (search: OrderSearch, key: ChoiceKey, values: readonly string[]): OrderSearch => {
  const { [key]: _own, ...others } = search.choices;
  return { ...search, choices: values.length > 0 ? { ...others, [key]: values } : others, page: 1 };
};

export function withoutValue(search: OrderSearch, key: ChoiceKey, value: string): OrderSearch {
  return withChoices(
    search,
    key,
    (search.choices[key] ?? []).filter((one) => one !== value),
  );
}

export function withoutNumber(search: OrderSearch, key: NumberKey): OrderSearch {
  const { [key]: _own, ...numbers } = search.numbers;
  return { ...search, numbers, page: 1 };
}

/** Without a whole filter, whatever its kind. */
export function withoutFilter(search: OrderSearch, key: string): OrderSearch {
  if (isChoice(key)) return withChoices(search, key, []);
  if (isNumber(key)) return withoutNumber(search, key);
  if (key === "agency") return { ...search, agency: null, page: 1 };
  return key === "q" ? { ...search, text: "", page: 1 } : search;
}

export const withOnly = (search: OrderSearch, key: ChoiceKey, value: string): OrderSearch =>
  withChoices(search, key, [value]);

/** What the words named becomes a filter; the words themselves go where they stand in the text. */
export function withUnderstood(search: OrderSearch, { kind, codes, label }: Understood): OrderSearch | null {
  if (!isChoice(kind)) return null;
  const known = codes.filter((code) => choiceFilters[kind].values.includes(code));
  const chosen = search.choices[kind] ?? [];
  if (known.every((code) => chosen.includes(code))) return null;
  const at = search.text.toLowerCase().indexOf(label.toLowerCase());
  const text = at < 0 ? search.text : `${search.text.slice(0, at)} ${search.text.slice(at + label.length)}`;
  return withChoices({ ...search, text: text.replace(/\s+/g, " ").trim() }, kind, [...new Set([...chosen, ...known])]);
}

/** How many filters are set, the words apart. */
export const filtersSet = (search: OrderSearch): number =>
  choiceKeys.reduce((sum, key) => sum + (search.choices[key]?.length ?? 0), 0) +
  numberKeys.filter((key) => search.numbers[key] !== undefined).length +
  (search.agency ? 1 : 0);
