import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { address, alternates, type Locale } from "@/app/_http/addresses";
import { localeOf } from "@/app/_http/shell";
import { add, groupOf, groups, none, shownMarkets, type Counts, type Group } from "@/components/markets/groups";
import { isState } from "@/components/markets/facts";
import { marketName, programmeName } from "@/components/markets/names";
import { formatNumber } from "@/components/ui/format";
import { Page, Section } from "@/components/ui/page";
import { Status } from "@/components/ui/status";
import { DataTable, type Row } from "@/components/ui/tables";
import { programmes, type Market } from "@/domain/kernel/catalogue";
import { countsByMarket } from "@/domain/orders/queries";

export async function generateMetadata({ params }: PageProps<"/[locale]/markets">): Promise<Metadata> {
  const locale = localeOf((await params).locale);
  const t = await getTranslations({ locale, namespace: "markets" });
  return { title: t("title"), description: t("lead"), alternates: alternates(locale, "markets") };
}

export default async function Markets({ params }: PageProps<"/[locale]/markets">) {
  const locale = localeOf((await params).locale);
  setRequestLocale(locale);
  const t = await getTranslations("markets");
  const shell = await getTranslations("shell");
  const counts = await countsByMarket();
  const shown = shownMarkets(counts);
  const total = [...counts.values()].reduce(add, none);
  const filled = groups.filter((group) => shown.some((market) => groupOf(market) === group));
  return (
    <Page title={t("title")} lead={t("lead")} breadcrumb={[{ href: address(locale, "home"), label: shell("home") }]}>
      <p className="figures">
        <strong>{t("openLead", total)}</strong>{" "}
        <a href={address(locale, "orders")} className="inline-flex min-h-11 items-center">
          {t("allOrders")}
        </a>
        <span className="block text-small text-muted">{t("totalNote")}</span>
      </p>
      {filled.map((group) => (
        <GroupTable key={group} locale={locale} group={group} markets={shown.filter((one) => groupOf(one) === group)} counts={counts} />
      ))}
    </Page>
  );
}

type Props = { locale: Locale; group: Group; markets: readonly Market[]; counts: ReadonlyMap<string, Counts> };

async function GroupTable({ locale, group, markets, counts }: Props) {
  const t = await getTranslations("markets");
  const of = (market: Market): Counts => counts.get(market.code) ?? none;
  const sum = markets.map(of).reduce(add, none);
  const rows = [...markets]
    .sort((a, b) => of(b).orders - of(a).orders)
    .map((market): Row => {
      const state = programmes.filter((one) => one.market === market.code && isState(one.senders));
      return {
        key: market.code,
        cells: {
          market: (
            <>
              <a href={address(locale, "market", { slug: market.slug })} className="inline-flex min-h-11 items-center">
                {marketName(locale, market.code)}
              </a>
              {market.code === "IL" && (
                <>
                  {" "}
                  <Status tone="caution">{t("underReview")}</Status>
                </>
              )}
            </>
          ),
          orders: formatNumber(locale, of(market).orders),
          places: formatNumber(locale, of(market).places),
          state: state.length > 0 ? state.map((one) => programmeName(locale, one.code)).join("; ") : t("noState"),
        },
      };
    });
  const totalRow: Row = {
    key: "total",
    total: true,
    cells: { market: t("total"), orders: formatNumber(locale, sum.orders), places: formatNumber(locale, sum.places), state: "" },
  };
  return (
    <Section title={t(`group.${group}`)}>
      <DataTable
        caption={t(`group.${group}`)}
        hideCaption
        phone="stack"
        columns={[
          { key: "market", label: t("column.market") },
          { key: "orders", label: t("column.orders"), numeric: true },
          { key: "places", label: t("column.places"), numeric: true },
          { key: "state", label: t("column.state") },
        ]}
        rows={markets.length > 1 ? [...rows, totalRow] : rows}
      />
    </Section>
  );
}
