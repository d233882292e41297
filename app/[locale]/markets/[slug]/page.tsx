import { useTranslations } from "next-intl";
import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { type Locale, address, alternates } from "@/app/_http/addresses";
import { missing } from "@/app/_http/missing";
import { kept } from "@/app/_http/kept-page";
import { localeOf } from "@/app/_http/shell";
import { today as todayOf } from "@/app/_http/today";
import { byState } from "@/components/markets/facts";
import { marketName } from "@/components/markets/names";
import { ProgrammeOverview } from "@/components/markets/overview";
import { ProgrammePart } from "@/components/markets/programme";
import { formatDay } from "@/components/ui/format";
import { Page, Section } from "@/components/ui/page";
import { Notice } from "@/components/ui/status";
import { ceilingsOverview } from "@/domain/fees/rules";
import { marketBySlug, programmes, type Market } from "@/domain/kernel/catalogue";
import { countListedBy } from "@/domain/orders/queries";
import { marketOffers } from "./offers";
import { openOrders, OrdersLink } from "./orders";

export async function generateMetadata({ params }: PageProps<"/[locale]/markets/[slug]">): Promise<Metadata> {
  const { locale: segment, slug } = await params;
  const locale = localeOf(segment);
  const market = marketBySlug(slug);
  if (!market) return {};
  const t = await getTranslations({ locale, namespace: "markets" });
  const title = t("titleOf", { market: marketName(locale, market.code) });
  const image = `/api/og/market/${market.slug}${locale === "en" ? "?lang=en" : ""}`;
  return {
    title,
    description: t("leadOf"),
    alternates: alternates(locale, "market", { slug: market.slug }),
    openGraph: { title, description: t("leadOf"), images: [{ url: image, width: 1200, height: 630, alt: title }] },
  };
}

export default async function MarketPage({ params }: PageProps<"/[locale]/markets/[slug]">) {
  const { locale: segment, slug } = await params;
  const locale = localeOf(segment);
  setRequestLocale(locale);
  return kept("market", [locale, slug], () => marketPage(locale, slug));
}

async function marketPage(locale: Locale, slug: string) {
  const market = marketBySlug(slug);
  if (!market) return missing(locale);
  const today = todayOf();
  const t = await getTranslations("markets");
  const shell = await getTranslations("shell");
  const ceilings = ceilingsOverview(market.code, today);
  const own = programmes.filter((programme) => programme.market === market.code).sort(byState);
  const byProgramme = await countListedBy("programme", { market: market.code });
  return (
    <Page
      title={t("titleOf", { market: marketName(locale, market.code) })}
      lead={t("leadOf")}
      breadcrumb={[
        { href: address(locale, "home"), label: shell("home") },
        { href: address(locale, "markets"), label: t("title") },
      ]}
    >
      <Warnings market={market} />
      {own.length > 0 ? (
        <Section title={t("overview")} lead={t("overviewLead")}>
          <ProgrammeOverview programmes={own} ceilings={ceilings} on={today} />
          <p className="mt-3">
            <a
              href={`${address(locale, "fees", null, { market: market.code })}#hoi`}
              className="inline-flex min-h-11 items-center"
            >
              {t("ceiling.ask")}
            </a>
          </p>
        </Section>
      ) : (
        <p className="max-w-measure">{t(market.foreignNoticesOnly ? "foreignOnly" : "noProgramme")}</p>
      )}
      {own.map((programme) => (
        <ProgrammePart
          key={programme.code}
          programme={programme}
          open={own.length <= 2}
          ceilings={ceilings.find((one) => one.programme === programme.code)}
          orders={
            <OrdersLink
              locale={locale}
              programme={programme.code}
              market={market.code}
              count={byProgramme[programme.code] ?? 0}
            />
          }
        />
      ))}
      {await marketOffers(locale, market.code)}
      {await openOrders({ locale, market })}
      <p className="max-w-measure text-small text-muted">
        {t("asOf", { day: formatDay(locale, "2026-10-01", "month") })}
      </p>
    </Page>
  );
}

function Warnings({ market }: { market: Market }) {
  const t = useTranslations("markets");
  const warned = t.has(`warning.${market.code}.title`);
  const noted = t.has(`note.${market.code}`);
  if (!warned && !noted) return null;
  return (
    <div className="space-y-3">
      {warned && <Notice title={t(`warning.${market.code}.title`)}>{t(`warning.${market.code}.text`)}</Notice>}
      {noted && <p className="text-small text-muted">{t(`note.${market.code}`)}</p>}
    </div>
  );
}
