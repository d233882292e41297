import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { type Locale, address, alternates } from "@/app/_http/addresses";
import { localeOf } from "@/app/_http/shell";
import { today } from "@/app/_http/today";
import { OrderCard } from "@/components/orders/order-card";
import { MarketList } from "@/components/search/market-list";
import { SearchBox } from "@/components/search/search-box";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/field";
import { formatDay, formatNumber } from "@/components/ui/format";
import { KeyFigures, Page, Section } from "@/components/ui/page";
import { Notice } from "@/components/ui/status";
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
  return (
    <Page title={t("title")} lead={t("lead")}>
      <SearchBox action={address(locale, "orders")} label={t("boxLabel")} hint={t("boxHint")} />
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
      <Check locale={locale} />
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
      <About locale={locale} />
    </Page>
  );
}

async function Check({ locale }: { locale: Locale }) {
  const t = await getTranslations("home");
  return (
    <Section title={t("checkTitle")} lead={t("checkLead")}>
      <form action={address(locale, "check")} className="flex max-w-measure items-end gap-2">
        <div className="min-w-0 grow">
          <TextField name="q" id="check" label={t("checkLabel")} maxLength={200} autoComplete="off" />
        </div>
        <Button look="secondary" className="shrink-0">
          {t("checkButton")}
        </Button>
      </form>
    </Section>
  );
}

async function About({ locale }: { locale: Locale }) {
  const t = await getTranslations("home");
  return (
    <>
      <Section title={t("aboutTitle")}>
        <ul className="max-w-measure list-disc space-y-2 pl-6">
          {(["checked", "costs", "free", "gone"] as const).map((key) => (
            <li key={key}>{t(`about.${key}`)}</li>
          ))}
        </ul>
        <p className="mt-3">
          <a href={address(locale, "data")}>{t("dataLink")}</a>
        </p>
      </Section>
      <Notice title={t("adviceTitle")}>
        <ul className="list-disc space-y-1 pl-5">
          {(["pay", "person", "passport", "ask"] as const).map((key) => (
            <li key={key}>{t(`advice.${key}`)}</li>
          ))}
        </ul>
      </Notice>
    </>
  );
}
