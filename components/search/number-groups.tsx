import { useLocale, useTranslations } from "next-intl";
import { SelectField, TextField } from "@/components/ui/field";
import { formatNumber, languageOf } from "@/components/ui/format";
import type { Facets } from "@/domain/search/results";
import type { NumberKey, OrderSearch } from "@/domain/search/schema";
import { FilterGroup } from "./choice-group";
import { levelName } from "./labels";

type Asked = { search: OrderSearch };
const setIn = (search: OrderSearch, keys: readonly NumberKey[]): number =>
  keys.filter((key) => search.numbers[key] !== undefined).length;

/** Number fields that stand together: money from and to, what the person is. */
const groups = [
  { key: "money", fields: ["pay", "payMax", "cost", "costMin", "breakEven"] },
  { key: "person", fields: ["age", "height", "experience"] },
  { key: "contract", fields: ["monthsMin", "monthsMax"] },
] as const satisfies readonly { key: string; fields: readonly NumberKey[] }[];
const longNumbers = new Set<NumberKey>(["pay", "payMax", "cost", "costMin"]);

export function NumberGroup({
  search,
  group,
  open = false,
  children,
}: Asked & { group: (typeof groups)[number]["key"]; open?: boolean; children?: React.ReactNode }) {
  const t = useTranslations("search");
  const locale = languageOf(useLocale());
  const fields: readonly NumberKey[] = groups.find(({ key }) => key === group)?.fields ?? [];
  const set = setIn(search, group === "person" ? [...fields, "education"] : fields);
  return (
    <FilterGroup title={t(`group.${group}`)} set={set} open={open || set > 0}>
      <div className="space-y-4">
        {fields.map((key) => {
          const value = search.numbers[key];
          return (
            <TextField
              key={key}
              name={key}
              label={t(`number.${key}`)}
              unit={t(`unit.${key}`)}
              inputMode="numeric"
              autoComplete="off"
              maxLength={20}
              defaultValue={value === undefined ? "" : longNumbers.has(key) ? formatNumber(locale, value) : value}
              className={longNumbers.has(key) ? "figures" : "figures max-w-28"}
            />
          );
        })}
        {children}
      </div>
    </FilterGroup>
  );
}

/** Orders asking for a level or less: those of each step up to it. */
const upTo = (counts: Readonly<Record<string, number>>, from: number, to: number): number => {
  let sum = 0;
  for (let step = from; step <= to; step++) sum += counts[String(step)] ?? 0;
  return sum;
};

/** What the person can do in the language, on the scales of the languages ticked. */
export function LevelFields({ search, facets }: Asked & { facets: Facets }) {
  const t = useTranslations("search");
  const locale = languageOf(useLocale());
  const languages = search.choices.language ?? [];
  const counts = facets.level;
  const name = (ordinal: number) => (ordinal === 0 ? t("level.none") : levelName(languages, ordinal));
  const counted = (label: string, n: number) => (counts ? `${label} (${formatNumber(locale, n)})` : label);
  const steps = [0, 1, 2, 3, 4, 5, 6].filter((ordinal) => name(ordinal) !== "");
  return (
    <FilterGroup
      title={t("group.level")}
      set={setIn(search, ["level", "levelMin"])}
      open={setIn(search, ["level", "levelMin"]) > 0 || languages.length > 0}
    >
      <div className="space-y-4">
        <SelectField
          name="level"
          label={t("number.level")}
          empty={t("any")}
          defaultValue={search.numbers.level ?? ""}
          options={steps.map((n) => ({ value: String(n), label: counted(name(n), upTo(counts ?? {}, 0, n)) }))}
        />
        <SelectField
          name="levelMin"
          label={t("number.levelMin")}
          empty={t("any")}
          defaultValue={search.numbers.levelMin ?? ""}
          options={steps.slice(1).map((n) => ({ value: String(n), label: counted(name(n), upTo(counts ?? {}, n, 6)) }))}
        />
      </div>
    </FilterGroup>
  );
}

/** The highest schooling the person has; orders asking for that or less, or for none, fit. */
export function EducationField({ search, facets }: Asked & { facets: Facets }) {
  const t = useTranslations("search");
  const locale = languageOf(useLocale());
  const counts = facets.education;
  const most = search.numbers.education ?? 6;
  return (
    <SelectField
      name="education"
      label={t("number.education")}
      empty={t("any")}
      defaultValue={search.numbers.education ?? ""}
      options={[0, 1, 2, 3, 4, 5, 6].map((n) => ({
        value: String(n),
        // Under a chosen level the counts of higher ones are not known.
        label:
          counts && n <= most
            ? `${t(`educationLevel.${n}`)} (${formatNumber(locale, upTo(counts, -1, n))})`
            : t(`educationLevel.${n}`),
      }))}
    />
  );
}
