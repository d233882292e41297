import { useTranslations } from "next-intl";
import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { address, alternates, type Locale } from "@/app/_http/addresses";
import { kept } from "@/app/_http/kept-page";
import { localeOf } from "@/app/_http/shell";
import { add, groupOf, groups, none, shownMarkets, type Counts, type Group } from "@/components/markets/groups";
import { isState } from "@/components/markets/facts";
import { marketName, programmeName } from "@/components/markets/names";
import { Page, Section } from "@/components/ui/page";
import { Status } from "@/components/ui/status";
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
  return kept("markets", locale, () => markets(locale));
}

async function markets(locale: Locale) {
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
        <GroupList
          key={group}
          locale={locale}
          group={group}
          markets={shown.filter((one) => groupOf(one) === group)}
          counts={counts}
        />
      ))}
    </Page>
  );
}

type Props = { locale: Locale; group: Group; markets: readonly Market[]; counts: ReadonlyMap<string, Counts> };

/** The largest first; the group's sum beside its name, so that the parts add up to the whole before one's eyes. */
function GroupList({ locale, group, markets, counts }: Props) {
  const t = useTranslations("markets");
  const of = (market: Market): Counts => counts.get(market.code) ?? none;
  const sum = markets.map(of).reduce(add, none);
  return (
    <Section title={t(`group.${group}`)} lead={<span className="figures">{t("counts", sum)}</span>}>
      <ul className="grid border-t border-line md:grid-cols-2 md:gap-x-10">
        {[...markets]
          .sort((a, b) => of(b).orders - of(a).orders)
          .map((market) => (
            <MarketLine key={market.code} locale={locale} market={market} counts={of(market)} />
          ))}
      </ul>
    </Section>
  );
}

function MarketLine({ locale, market, counts }: { locale: Locale; market: Market; counts: Counts }) {
  const t = useTranslations("markets");
  const state = programmes.filter((one) => one.market === market.code && isState(one.senders));
  return (
    <li className="border-b border-line py-2">
      <a
        href={address(locale, "market", { slug: market.slug })}
        className="inline-flex min-h-11 items-center font-medium"
      >
        {marketName(locale, market.code)}
      </a>
      {market.code === "IL" && (
        <span className="ml-2">
          <Status tone="caution">{t("underReview")}</Status>
        </span>
      )}
      <span className={`figures block ${counts.orders === 0 ? "text-muted" : ""}`}>{t("counts", counts)}</span>
      {state.length > 0 && (
        <span className="block text-small text-good">
          {t("stateProgrammes", { names: state.map((one) => programmeName(locale, one.code)).join("; ") })}
        </span>
      )}
    </li>
  );
}
