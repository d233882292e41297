import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Empty } from "@/components/ui/page";
import { Notice } from "@/components/ui/status";
import { formatNumber, languageOf } from "@/components/ui/format";
import type { SearchResult, WayOut } from "@/domain/search/results";
import type { Dropped, OrderSearch } from "@/domain/search/schema";
import { type Words, filterName, isChoice, isNumber } from "./labels";
import { withoutFilter } from "./set-filters";

const strong = (words: ReactNode) => <strong>{words}</strong>;

/** What the reader must know of this result: words read otherwise, values left out, the engine away. */
export function SearchNotes({
  search,
  result,
  dropped,
}: {
  search: OrderSearch;
  result: SearchResult;
  dropped: readonly Dropped[];
}) {
  const t = useTranslations("search");
  return (
    <>
      {result.searchedFor && result.searchedFor !== search.text && (
        <p>
          {t.rich("searchedFor", {
            text: result.searchedFor,
            typed: search.text,
            b: strong,
          })}
        </p>
      )}
      {result.engine === "postgres" && <Notice>{t("engineAway")}</Notice>}
      {dropped.length > 0 && (
        <Notice title={t("droppedTitle")}>
          <ul>
            {dropped.map(({ key, value }, i) => (
              <li key={i} className="break-words">
                {t("dropped", { name: parameterName(t as unknown as Words, key), value })}
              </li>
            ))}
          </ul>
        </Notice>
      )}
    </>
  );
}

const parameterName = (t: Words, key: string): string =>
  isChoice(key)
    ? t(`group.${key}`)
    : isNumber(key)
      ? t(`number.${key}`)
      : t.has(`parameter.${key}`)
        ? t(`parameter.${key}`)
        : key;

/** Nothing found: which one filter to drop, and how many orders that gives. */
export function NothingFound({
  search,
  ways,
  hrefOf,
  all,
}: {
  search: OrderSearch;
  ways: readonly WayOut[];
  hrefOf: (search: OrderSearch) => string;
  all: string;
}) {
  const t = useTranslations("search");
  const locale = useLocale();
  const links = ways.map(({ key, total }) => ({
    href: hrefOf(withoutFilter(search, key)),
    label: t("wayOut", {
      name: filterName(t as unknown as Words, locale, key, search),
      count: total,
      shown: formatNumber(languageOf(locale), total),
    }),
  }));
  return (
    <Empty title={t("nothing")} links={[...links, { href: all, label: t("seeAll") }]}>
      <p>{links.length > 0 ? t("nothingHint") : t("nothingAtAll")}</p>
    </Empty>
  );
}
