import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { type Locale, address, alternates } from "@/app/_http/addresses";
import { localeOf } from "@/app/_http/shell";
import { situationForm } from "@/app/_http/situation";
import { today } from "@/app/_http/today";
import { CompareCosts, CompareDrawings, type ComparedCost } from "@/components/cash-flow/compare";
import { SituationAsked } from "@/components/cash-flow/situation";
import { CompareForm } from "@/components/orders/compare-form";
import { occupationName, placeName } from "@/components/orders/names";
import { Empty, Page, Section } from "@/components/ui/page";
import { latestRates } from "@/domain/fees/queries";
import { cashFlowOfOrder } from "@/domain/fees/rules";
import { ordersToCompare } from "@/domain/orders/queries";
import type { Situation } from "@/domain/support/schema";
import { askedOf, most } from "../asked";
import { LeftOut } from "../left-out";

type Props = PageProps<"/[locale]/compare/cost">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = localeOf((await params).locale);
  const t = await getTranslations({ locale, namespace: "cashflow.compare" });
  return {
    title: t("title"),
    description: t("lead"),
    alternates: alternates(locale, "compareCost"),
    robots: { index: false, follow: true },
  };
}

async function readCosts(locale: Locale, references: readonly string[], situation: Situation) {
  const [found, rates] = await Promise.all([ordersToCompare(references), latestRates()]);
  const open = found.flatMap(({ reference, page }) => (page && page.notOpen === null ? [{ reference, page }] : []));
  const shown = open.map(({ reference }) => reference);
  const without = (reference: string) => shown.filter((one) => one !== reference);
  return {
    shown,
    orders: open.map(({ reference, page }): ComparedCost => ({
      reference,
      name: `${occupationName(locale, page.facts.occupation)} – ${placeName(locale, page.facts)}`,
      flow: cashFlowOfOrder(page, rates, { situation, on: today() }),
      href: address(locale, "cost", { reference }),
      removeHref: address(locale, "compareCost", null, { o: without(reference) }),
    })),
    notOpen: found.filter(({ page }) => page && page.notOpen !== null).map(({ reference }) => reference),
    unknown: found.filter(({ page }) => !page).map(({ reference }) => reference),
  };
}

export default async function CompareCost({ params, searchParams }: Props) {
  const locale = localeOf((await params).locale);
  setRequestLocale(locale);
  const { references, strange } = askedOf((await searchParams).o);
  const [t, shell, orders, form] = await Promise.all([
    getTranslations("cashflow.compare"),
    getTranslations("shell"),
    getTranslations("orders.compare"),
    situationForm(),
  ]);
  const costs = await readCosts(locale, references.slice(0, most), form.situation);
  const { shown } = costs;
  return (
    <Page
      title={t("title")}
      lead={t("lead")}
      breadcrumb={[
        { href: address(locale, "home"), label: shell("home") },
        { href: address(locale, "orders"), label: shell("nav.orders") },
      ]}
    >
      <LeftOut asked={references.length} unknown={[...strange, ...costs.unknown]} notOpen={costs.notOpen} />
      {costs.orders.length === 0 ? (
        <Empty title={t("none")} links={[{ href: address(locale, "orders"), label: orders("choose") }]}>
          <p>{t("how")}</p>
        </Empty>
      ) : (
        <>
          <SituationAsked {...form} next={address(locale, "compareCost", null, { o: shown })} />
          <section id="answer" aria-label={t("title")}>
            <CompareCosts orders={costs.orders} />
          </section>
          <Section title={t("drawing")}>
            <CompareDrawings orders={costs.orders} />
          </Section>
        </>
      )}
      {shown.length < most && <CompareForm action={address(locale, "compareCost")} references={shown} />}
      {shown.length > 0 && (
        <p>
          <a href={address(locale, "compare", null, { o: shown })}>{t("link")}</a>
        </p>
      )}
    </Page>
  );
}
