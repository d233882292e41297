// What filters and their values are called, for groups, chips and notes.
import { marketName, occupationName, programmeName, provinceName } from "@/components/orders/names";
import { formatMoney, languageOf } from "@/components/ui/format";
import { languageLevels } from "@/domain/kernel/catalogue";
import { type ChoiceKey, type NumberKey, type OrderSearch, choiceKeys, numberKeys } from "@/domain/search/schema";

/** The translator of the namespace "search". */
export type Words = { (key: string, values?: Record<string, string | number>): string; has: (key: string) => boolean };

export const isChoice = (key: string): key is ChoiceKey => (choiceKeys as readonly string[]).includes(key);
export const isNumber = (key: string): key is NumberKey => (numberKeys as readonly string[]).includes(key);

export function valueName(t: Words, locale: string, key: ChoiceKey, value: string): string {
  if (key === "market") return marketName(locale, value);
  if (key === "programme") return programmeName(locale, value);
  if (key === "occupation") return occupationName(locale, value);
  if (key === "province") return provinceName(value);
  return t.has(`value.${key}.${value}`) ? t(`value.${key}.${value}`) : value;
}

const cefr = ["", "A1", "A2", "B1", "B2", "C1", "C2"];
const shown = ["ja", "ko", "de"];

/** A step of the common scale in the words of its own scales: "JLPT N4, JFT-Basic A2" for Japanese, else one of each. */
export function levelName(languages: readonly string[], ordinal: number): string {
  const known = languages.filter((code) => languageLevels[code]);
  const names = (known.length > 0 ? known : shown).flatMap((code) => {
    const levels = (languageLevels[code] ?? []).filter((level) => level.ordinal === ordinal);
    return (known.length === 1 ? levels : levels.slice(0, 1)).map(({ test, level }) =>
      test === "CEFR" ? level : `${test} ${level}`,
    );
  });
  return [...new Set(names)].join(", ") || (cefr[ordinal] ?? "");
}

const money = new Set<NumberKey>(["pay", "payMax", "cost", "costMin"]);
const levels = new Set<NumberKey>(["level", "levelMin"]);

/** A number filter as a sentence for its chip: "Trả trước không quá 50 triệu ₫". */
export function numberName(t: Words, locale: string, key: NumberKey, value: number, search: OrderSearch): string {
  if (money.has(key)) {
    const amount = formatMoney(languageOf(locale), { minor: BigInt(value), currency: "VND" }, { short: true });
    return t(`chip.${key}`, { value: amount });
  }
  if (levels.has(key))
    return t(`chip.${key}`, { value: value === 0 ? t("level.none") : levelName(search.choices.language ?? [], value) });
  if (key === "education") return t(`chip.${key}`, { value: t(`educationLevel.${value}`) });
  return t(`chip.${key}`, { value });
}

/** The name of any filter, for notes and ways out of an empty result. */
export function filterName(t: Words, locale: string, key: string, search: OrderSearch): string {
  if (isNumber(key) && search.numbers[key] !== undefined)
    return numberName(t, locale, key, search.numbers[key], search);
  if (isChoice(key)) {
    const names = (search.choices[key] ?? []).map((value) => valueName(t, locale, key, value));
    return names.length > 0 ? `${t(`group.${key}`)}: ${names.join(", ")}` : t(`group.${key}`);
  }
  if (key === "q") return t("chip.q", { value: search.text });
  return t.has(`parameter.${key}`) ? t(`parameter.${key}`) : key;
}
