import { useLocale, useTranslations } from "next-intl";
import { Choices, type Choice } from "@/components/ui/field";
import { formatNumber, languageOf } from "@/components/ui/format";
import type { Facets } from "@/domain/search/results";
import { type ChoiceKey, type OrderSearch, choiceFilters } from "@/domain/search/schema";
import { type Words, valueName } from "./labels";

/** Values with their own order; the others stand by how many orders they have. */
const ownOrder = new Set<ChoiceKey>(["kind", "deposit", "sex", "interview"]);
/** Beyond this many, the rest of a group is sent on demand. */
const few = 8;

/** Orders that fit a value: one for anybody fits each sex, one recruiting everywhere fits each province. */
export function countOf(facets: Facets, key: ChoiceKey, value: string): number {
  const counts = facets[key] ?? {};
  const forAll = key === "sex" ? "any" : key === "province" ? "*" : null;
  return (counts[value] ?? 0) + (forAll === null ? 0 : (counts[forAll] ?? 0));
}

function choicesOf(
  search: OrderSearch,
  facets: Facets,
  key: ChoiceKey,
  name: (value: string) => string,
  count: (n: number) => string,
): Choice[] {
  const chosen = new Set(search.choices[key]);
  const values = choiceFilters[key].values
    .map((value) => ({ value, count: countOf(facets, key, value), checked: chosen.has(value) }))
    .filter(({ checked, count: orders }) => checked || orders > 0);
  if (!ownOrder.has(key)) values.sort((a, b) => Number(b.checked) - Number(a.checked) || b.count - a.count);
  return values.map(({ value, count: orders, checked }) => ({
    value,
    label: name(value),
    count: count(orders),
    checked,
  }));
}

/** One filter as tick boxes with counts; long lists begin with what is ticked and what is most frequent. */
export function ChoiceGroup({
  search,
  facets,
  group,
  open,
  whole,
}: {
  search: OrderSearch;
  facets: Facets;
  group: ChoiceKey;
  open: boolean;
  /** All values of this group were asked for. */
  whole: boolean;
}) {
  const t = useTranslations("search");
  const locale = useLocale();
  const words = t as unknown as Words;
  const choices = choicesOf(
    search,
    facets,
    group,
    (value) => valueName(words, locale, group, value),
    (n) => formatNumber(languageOf(locale), n),
  );
  if (choices.length === 0) return null;
  const set = search.choices[group]?.length ?? 0;
  const first = Math.max(few, set);
  const single = !choiceFilters[group].many;
  const legend = t(`group.${group}`);
  const rest = whole ? 0 : Math.max(0, choices.length - first);
  const shown = single
    ? [{ value: "", label: t("any"), checked: set === 0 }, ...choices]
    : choices.slice(0, choices.length - rest);
  return (
    <FilterGroup title={legend} set={set} open={open || set > 0 || whole}>
      <Choices
        name={group}
        legend={legend}
        hideLegend
        hint={t.has(`hint.${group}`) ? t(`hint.${group}`) : undefined}
        kind={single ? "radio" : "checkbox"}
        choices={shown}
      />
      {!single && rest > 0 && (
        // A button of the form, not a link: what is ticked and not yet sent is kept.
        <button type="submit" name="all" value={group} className="min-h-11 cursor-pointer text-action underline">
          {t("more", { count: rest })}
        </button>
      )}
    </FilterGroup>
  );
}

/** A group that opens without script; what is set in it is said while it is closed. */
export function FilterGroup({
  title,
  set,
  open,
  children,
}: {
  title: string;
  set: number;
  open: boolean;
  children: React.ReactNode;
}) {
  const t = useTranslations("search");
  return (
    <details open={open} className="group/filter border-b border-line">
      <summary className="flex min-h-12 list-none items-center justify-between gap-3 font-medium [&::-webkit-details-marker]:hidden">
        <span>
          {title}
          {set > 0 && <span className="font-normal text-muted"> ({t("set", { count: set })})</span>}
        </span>
        <span aria-hidden="true" className="text-action group-open/filter:rotate-90">
          ›
        </span>
      </summary>
      <div className="pb-4">{children}</div>
    </details>
  );
}
