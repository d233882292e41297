import { useLocale, useTranslations } from "next-intl";
import { Chip, Chips } from "@/components/ui/disclosure";
import { Icon } from "@/components/ui/icon";
import type { Understood } from "@/domain/search/results";
import { type OrderSearch, choiceKeys, numberKeys } from "@/domain/search/schema";
import { type Words, numberName, valueName } from "./labels";
import { filtersSet, withUnderstood, withoutFilter, withoutNumber, withoutValue } from "./set-filters";

type ChipsProps = { search: OrderSearch; hrefOf: (search: OrderSearch) => string };

/** Every filter in force, each a link that takes it off. */
export function SetFilters({ search, hrefOf, agencyName }: ChipsProps & { agencyName: string | null }) {
  const t = useTranslations("search");
  const words = t as unknown as Words;
  const locale = useLocale();
  const set = filtersSet(search);
  if (set === 0) return null;
  return (
    <Chips label={t("inForce")}>
      {search.agency && <Chip href={hrefOf(withoutFilter(search, "agency"))} label={agencyName ?? search.agency} />}
      {choiceKeys.flatMap((key) =>
        (search.choices[key] ?? []).map((value) => (
          <Chip
            key={`${key} ${value}`}
            href={hrefOf(withoutValue(search, key, value))}
            label={valueName(words, locale, key, value)}
          />
        )),
      )}
      {numberKeys.map((key) => {
        const value = search.numbers[key];
        return value === undefined ? null : (
          <Chip
            key={key}
            href={hrefOf(withoutNumber(search, key))}
            label={numberName(words, locale, key, value, search)}
          />
        );
      })}
      {set > 1 && (
        <a
          href={hrefOf({ ...search, choices: {}, numbers: {}, agency: null, page: 1 })}
          className="inline-flex min-h-11 items-center px-2 text-small"
        >
          {t("removeAll")}
        </a>
      )}
    </Chips>
  );
}

/** What the words were taken to mean; a link makes it a filter. */
export function UnderstoodWords({ search, understood, hrefOf }: ChipsProps & { understood: readonly Understood[] }) {
  const t = useTranslations("search");
  const offered = understood.flatMap((one) => {
    const next = withUnderstood(search, one);
    return next ? [{ label: one.label, kind: one.kind, href: hrefOf(next) }] : [];
  });
  if (offered.length === 0) return null;
  return (
    <div className="flex flex-wrap items-center gap-2">
      <span className="text-small text-muted">{t("understood")}</span>
      {offered.map(({ label, kind, href }) => (
        <a
          key={`${kind} ${label}`}
          href={href}
          aria-label={t("onlyThis", { label })}
          className="inline-flex min-h-11 items-center gap-1.5 rounded-box border border-dashed border-edge px-3 text-small text-ink no-underline hover:bg-wash"
        >
          <Icon name="search" className="size-4" />
          {label}
        </a>
      ))}
    </div>
  );
}
