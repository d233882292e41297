import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import type { Facets } from "@/domain/search/results";
import { type ChoiceKey, type OrderSearch, choiceKeys } from "@/domain/search/schema";
import { ChoiceGroup } from "./choice-group";
import { EducationField, LevelFields, NumberGroup } from "./number-groups";
import { filtersSet } from "./set-filters";

export const filterForm = "filters";
/** Open from the start on every visit; the others open when something in them is set. */
const openGroups = new Set<ChoiceKey>(["market", "deposit"]);
/** These stand where they are asked for: after the language, after the person. */
const beforeMoney: readonly ChoiceKey[] = ["market", "industry", "deposit", "language"];

/**
 * Every filter as one GET form. On a phone it opens from a summary; beside the results it is always open. What is set comes first.
 * The search box and the sort list stand elsewhere and belong to the same form.
 */
export function Filters({
  action,
  search,
  facets,
  view,
  all,
}: {
  action: string;
  search: OrderSearch;
  facets: Facets;
  view: string | null;
  /** Group shown with all its values. */
  all: string | null;
}) {
  const t = useTranslations("search");
  const isSet = (key: ChoiceKey) => (search.choices[key]?.length ?? 0) > 0;
  const group = (key: ChoiceKey) => (
    <ChoiceGroup key={key} group={key} search={search} facets={facets} open={openGroups.has(key)} whole={all === key} />
  );
  const rest = choiceKeys.filter((key) => !beforeMoney.includes(key));
  const set = filtersSet(search);
  return (
    <details className="no-print group rounded-box border border-edge md:border-0 md:[&::details-content]:[content-visibility:visible]">
      <summary className="flex min-h-12 list-none items-center justify-between gap-3 px-4 font-medium text-action md:supports-[selector(::details-content)]:hidden [&::-webkit-details-marker]:hidden">
        <span>
          {t("filters")}
          {set > 0 && ` (${t("set", { count: set })})`}
        </span>
        <Icon name="next" className="group-open:rotate-90" />
      </summary>
      <form id={filterForm} action={action} className="px-4 pb-4 md:p-0" aria-label={t("filters")}>
        {search.agency && <input type="hidden" name="agency" value={search.agency} />}
        {view && <input type="hidden" name="view" value={view} />}
        <h2 className="sr-only md:not-sr-only">{t("filters")}</h2>
        {[...choiceKeys.filter(isSet), ...beforeMoney.filter((key) => !isSet(key))].map(group)}
        <LevelFields search={search} facets={facets} />
        <NumberGroup search={search} group="money" />
        <NumberGroup search={search} group="person">
          <EducationField search={search} facets={facets} />
        </NumberGroup>
        <NumberGroup search={search} group="contract" />
        {rest.filter((key) => !isSet(key)).map(group)}
        <p className="sticky bottom-0 border-t border-line bg-surface py-3">
          <Button className="w-full">{t("apply")}</Button>
        </p>
      </form>
    </details>
  );
}
