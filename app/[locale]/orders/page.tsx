import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { type Locale, address, alternates } from "@/app/_http/addresses";
import { kept, passing } from "@/app/_http/kept-page";
import { localeOf } from "@/app/_http/shell";
import { Results } from "@/components/search/results";
import { Filters, filterForm } from "@/components/search/filters";
import { SearchBox } from "@/components/search/search-box";
import { filtersSet } from "@/components/search/set-filters";
import { PlaceView } from "@/components/search/place-view";
import { Page, WithAside } from "@/components/ui/page";
import { agencyProfile } from "@/domain/licences/queries";
import { orderPage } from "@/domain/orders/queries";
import { type OrderSearch, parseOrderSearch, searchParameters } from "@/domain/search/schema";
import { searchOrders, waysOut } from "@/domain/search/queries";

type Props = PageProps<"/[locale]/orders">;
const pageSize = 20;

const parametersOf = async (asked: Props["searchParams"]): Promise<Record<string, string | string[] | undefined>> =>
  (await asked) ?? {};
const viewOf = (parameters: Record<string, unknown>) => (parameters.view === "places" ? "places" : null);

/** Only the list itself is one for other search engines: one page of it for each question would be endless. */
export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const locale = localeOf((await params).locale);
  const parameters = await parametersOf(searchParams);
  const { search } = parseOrderSearch(parameters);
  const t = await getTranslations({ locale, namespace: "orders.list" });
  const plain = filtersSet(search) === 0 && search.text === "" && search.sort === "relevance";
  const title = search.text ? t("titleFor", { text: search.text }) : t("title");
  return {
    title: search.page > 1 ? t("pageTitle", { title, page: search.page }) : title,
    description: t("lead"),
    alternates:
      plain && search.page > 1
        ? { canonical: address(locale, "orders", null, { page: search.page }) }
        : alternates(locale, "orders"),
    robots: plain ? undefined : { index: false, follow: true },
  };
}

function hrefs(locale: Locale, view: string | null) {
  return (search: OrderSearch) => {
    const parameters = searchParameters(search);
    if (view) parameters.set("view", view);
    return address(locale, "orders", null, parameters);
  };
}

/** Who types a reference wants that order, also when it is closed: its own page says why. */
async function openReference(locale: Locale, text: string): Promise<void> {
  const [, market, digits] = /^([a-z]{2})[ -]?(\d{1,12})$/i.exec(text) ?? [];
  const reference = market && digits && `${market.toUpperCase()}-${digits}`;
  if (reference && (await orderPage(reference))) redirect(address(locale, "order", { reference }));
}

export default async function Orders({ params, searchParams }: Props) {
  const locale = localeOf((await params).locale);
  setRequestLocale(locale);
  const parameters = await parametersOf(searchParams);
  await openReference(locale, parseOrderSearch(parameters).search.text);
  return kept("orders", [locale, parameters], () => list(locale, parameters));
}

async function list(locale: Locale, parameters: Record<string, string | string[] | undefined>) {
  const { search, dropped } = parseOrderSearch(parameters);
  const view = viewOf(parameters);
  const [t, shell, result, agency] = await Promise.all([
    getTranslations("orders.list"),
    getTranslations("shell"),
    searchOrders(search, { pageSize, facets: true }),
    search.agency ? agencyProfile(search.agency) : null,
  ]);
  const ways = result.total === 0 ? await waysOut(search) : [];
  const page = (
    <Page
      title={t("title")}
      breadcrumb={[{ href: address(locale, "home"), label: shell("home") }]}
      live={
        <SearchBox
          action={address(locale, "orders")}
          form={filterForm}
          value={search.text}
          label={t("boxLabel")}
          hint={t("boxHint")}
        />
      }
    >
      <WithAside
        aside={
          <Filters
            action={address(locale, "orders")}
            search={search}
            facets={result.facets}
            view={view}
            all={String(parameters.all ?? "")}
          />
        }
      >
        <Results
          search={search}
          result={result}
          dropped={dropped}
          ways={ways}
          pageSize={pageSize}
          agencyName={agency?.name ?? null}
          hrefOf={hrefs(locale, view)}
          orderHref={(reference) => address(locale, "order", { reference })}
          compareHref={address(locale, "compare")}
          all={address(locale, "orders")}
          views={{
            current: view,
            list: hrefs(locale, null)({ ...search, page: 1 }),
            places: hrefs(locale, "places")({ ...search, page: 1 }),
          }}
          places={
            <PlaceView search={search} facets={result.facets} total={result.total} hrefOf={hrefs(locale, null)} />
          }
        />
      </WithAside>
    </Page>
  );
  return result.engine === "postgres" ? passing(page) : page;
}
