import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { type Locale, address, alternates } from "@/app/_http/addresses";
import { kept, passing } from "@/app/_http/kept-page";
import { localeOf } from "@/app/_http/shell";
import { today } from "@/app/_http/today";
import { OrderCard } from "@/components/orders/order-card";
import { About, CheckBox } from "@/components/search/home-sections";
import { MarketList } from "@/components/search/market-list";
import { SearchBox } from "@/components/search/search-box";
import { formatDay, formatNumber } from "@/components/ui/format";
import { KeyFigures, Page, Section } from "@/components/ui/page";
import { listAgencies } from "@/domain/licences/queries";
import { countsByMarket } from "@/domain/orders/queries";
import { parseOrderSearch } from "@/domain/search/schema";
import { searchOrders } from "@/domain/search/queries";

const latest = 6;

export async function generateMetadata({ params }: PageProps<"/[locale]">): Promise<Metadata> {
  const locale = localeOf((await params).locale);
  const t = await getTranslations({ locale, namespace: "home" });
  const shell = await getTranslations({ locale, namespace: "shell" });
  return {
    title: { absolute: `${shell("service")} – ${t("title")}` },
    description: shell("purpose"),
    alternates: alternates(locale, "home"),
  };
}

export default async function Home({ params }: PageProps<"/[locale]">) {
  const locale = localeOf((await params).locale);
  setRequestLocale(locale);
  return kept("home", locale, () => home(locale));
}

async function home(locale: Locale) {
  const t = await getTranslations("home");
  const [markets, newest, agencies] = await Promise.all([
    countsByMarket(),
    searchOrders(parseOrderSearch({ sort: "newest" }).search, { pageSize: latest, facets: false }),
    listAgencies({ pageSize: 1 }),
  ]);
  const n = (value: number) => formatNumber(locale, value);
  const sum = (part: "orders" | "places") => [...markets.values()].reduce((all, market) => all + market[part], 0);
  const { licensed = 0, restricted = 0 } = agencies.counts.status;
  const asOf = agencies.register
    ? t("registerAsOf", { day: formatDay(locale, agencies.register.asOf) })
    : t("registerNone");
  const page = (
    <Page
      title={t("title")}
      lead={t("lead")}
      live={<SearchBox action={address(locale, "orders")} label={t("boxLabel")} hint={t("boxHint")} />}
    >
      <KeyFigures
        figures={[
          {
            key: "orders",
            label: t("orders"),
            value: n(sum("orders")),
            note: t("ordersAsOf", { day: formatDay(locale, today()) }),
          },
          { key: "places", label: t("places"), value: n(sum("places")), note: t("placesNote") },
          { key: "markets", label: t("markets"), value: n(markets.size), note: t("marketsNote") },
          {
            key: "agencies",
            label: t("agencies"),
            value: n(licensed + restricted),
            note: `${restricted > 0 ? `${t("restricted", { count: restricted })} ` : ""}${asOf}`,
          },
        ]}
      />
      <CheckBox action={address(locale, "check")} />
      <Section title={t("byMarket")}>
        <MarketList counts={markets} hrefOf={(market) => address(locale, "orders", null, { market })} />
        <p className="mt-3">
          <a href={address(locale, "orders", null, { view: "places" })} className="inline-flex min-h-11 items-center">
            {t("byPlace")}
          </a>
        </p>
      </Section>
      <Section title={t("latest")}>
        <ol className="grid gap-4 lg:grid-cols-2">
          {newest.cards.map((card) => (
            <li key={card.reference}>
              <OrderCard card={card} href={address(locale, "order", { reference: card.reference })} />
            </li>
          ))}
        </ol>
        <p className="mt-3">
          <a href={address(locale, "orders")} className="inline-flex min-h-11 items-center">
            {t("allOrders", { count: sum("orders"), shown: n(sum("orders")) })}
          </a>
        </p>
      </Section>
      <About dataHref={address(locale, "data")} />
    </Page>
  );
  return newest.engine === "postgres" ? passing(page) : page;
}
