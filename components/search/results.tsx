import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { OrderCard } from "@/components/orders/order-card";
import { Button } from "@/components/ui/button";
import { SelectField } from "@/components/ui/field";
import { formatNumber, languageOf } from "@/components/ui/format";
import { Pagination } from "@/components/ui/pagination";
import type { SearchResult, WayOut } from "@/domain/search/results";
import { type Dropped, type OrderSearch, sorts } from "@/domain/search/schema";
import { SetFilters, UnderstoodWords } from "./chips";
import { filterForm } from "./filters";
import { NothingFound, SearchNotes } from "./notes";

const compareForm = "compare";
type ResultsProps = {
  search: OrderSearch;
  result: SearchResult;
  dropped: readonly Dropped[];
  ways: readonly WayOut[];
  pageSize: number;
  agencyName: string | null;
  hrefOf: (search: OrderSearch) => string;
  orderHref: (reference: string) => string;
  compareHref: string;
  all: string;
  views: { current: string | null; list: string; places: string };
  places: ReactNode;
};

/** What was found: notes and chips first, then how many, then the cards or the places. */
export function Results(props: ResultsProps) {
  const { search, result, dropped, hrefOf, views } = props;
  const t = useTranslations("search");
  const locale = languageOf(useLocale());
  return (
    <div className="space-y-5">
      <SearchNotes search={search} result={result} dropped={dropped} />
      <SetFilters search={search} hrefOf={hrefOf} agencyName={props.agencyName} />
      <UnderstoodWords search={search} understood={result.understood} hrefOf={hrefOf} />
      <div className="flex flex-wrap items-end justify-between gap-x-6 gap-y-3">
        <div>
          <h2 className="figures">{t("found", { count: result.total, shown: formatNumber(locale, result.total) })}</h2>
          <Views views={views} />
        </div>
        {views.current === null && <SortField search={search} />}
      </div>
      {result.total === 0 ? (
        <NothingFound search={search} ways={props.ways} hrefOf={hrefOf} all={props.all} />
      ) : views.current === "places" ? (
        props.places
      ) : (
        <Cards {...props} />
      )}
    </div>
  );
}

function Views({ views }: Pick<ResultsProps, "views">) {
  const t = useTranslations("search");
  const shown = (["list", "places"] as const).map((view) => ({
    view,
    current: (views.current ?? "list") === view,
    href: views[view],
  }));
  return (
    <nav aria-label={t("views")} className="no-print -ml-2 flex gap-1">
      {shown.map(({ view, current, href }) => (
        <a
          key={view}
          href={href}
          aria-current={current ? "page" : undefined}
          className="inline-flex min-h-11 items-center px-2 aria-[current]:font-bold aria-[current]:text-ink aria-[current]:no-underline"
        >
          {t(`view.${view}`)}
        </a>
      ))}
    </nav>
  );
}

function SortField({ search }: { search: OrderSearch }) {
  const t = useTranslations("search");
  const shown = sorts.filter((sort) => sort !== "relevance" || search.text !== "");
  return (
    <div className="no-print flex items-end gap-2">
      <SelectField
        name="sort"
        form={filterForm}
        label={t("sortBy")}
        defaultValue={search.sort === "relevance" && !search.text ? "newest" : search.sort}
        options={shown.map((sort) => ({ value: sort, label: t(`sort.${sort}`) }))}
      />
      <Button form={filterForm} look="secondary" className="shrink-0">
        {t("sortApply")}
      </Button>
    </div>
  );
}

function Cards({ search, result, pageSize, hrefOf, orderHref, compareHref }: ResultsProps) {
  const t = useTranslations("search");
  const pages = Math.ceil(result.total / pageSize);
  return (
    <div className="group/list space-y-5">
      {result.cards.length === 0 && (
        <p>
          {t("pageBeyond", { pages })} <a href={hrefOf({ ...search, page: pages })}>{t("lastPage")}</a>
        </p>
      )}
      <ol className="space-y-4">
        {result.cards.map((card) => (
          <li key={card.reference}>
            <OrderCard card={card} href={orderHref(card.reference)} compareForm={compareForm} />
          </li>
        ))}
      </ol>
      <form
        id={compareForm}
        action={compareHref}
        className="no-print flex flex-wrap items-center gap-x-4 gap-y-1 border-line bg-surface py-2 group-has-[input[name=o]:checked]/list:sticky group-has-[input[name=o]:checked]/list:bottom-0 group-has-[input[name=o]:checked]/list:border-t"
      >
        <Button look="secondary">{t("compare")}</Button>
        <span className="text-small text-muted">{t("compareHint")}</span>
      </form>
      <Pagination page={search.page} pages={pages} hrefOf={(page) => hrefOf({ ...search, page })} />
    </div>
  );
}
