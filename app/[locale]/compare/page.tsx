import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { type Locale, address, alternates } from "@/app/_http/addresses";
import { kept } from "@/app/_http/kept-page";
import { localeOf } from "@/app/_http/shell";
import { today } from "@/app/_http/today";
import { CompareForm } from "@/components/orders/compare-form";
import { CompareTable } from "@/components/orders/compare-table";
import type { Compared } from "@/components/orders/comparison";
import { LinkButton } from "@/components/ui/button";
import { Empty, Page } from "@/components/ui/page";
import { agencyDossiers } from "@/domain/licences/queries";
import { verdictOn } from "@/domain/licences/rules";
import { ordersToCompare } from "@/domain/orders/queries";
import { askedOf, most } from "./asked";
import { LeftOut } from "./left-out";

type Props = PageProps<"/[locale]/compare">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = localeOf((await params).locale);
  const t = await getTranslations({ locale, namespace: "orders.compare" });
  return {
    title: t("title"),
    description: t("lead"),
    alternates: alternates(locale, "compare"),
    robots: { index: false, follow: true },
  };
}

async function readOrders(
  references: readonly string[],
): Promise<{ orders: Compared[]; notOpen: string[]; unknown: string[] }> {
  const found = await ordersToCompare(references);
  const open = found.flatMap(({ reference, page }) => (page && page.notOpen === null ? [{ reference, page }] : []));
  const dossiers = await agencyDossiers([...new Set(open.flatMap(({ page }) => page.facts.agencyId ?? []))]);
  return {
    orders: open.map(({ reference, page }) => {
      const dossier = page.facts.agencyId ? dossiers.get(page.facts.agencyId) : undefined;
      return { reference, page, verdict: dossier ? verdictOn(dossier, today()) : null };
    }),
    notOpen: found.filter(({ page }) => page && page.notOpen !== null).map(({ reference }) => reference),
    unknown: found.filter(({ page }) => !page).map(({ reference }) => reference),
  };
}

export default async function Compare({ params, searchParams }: Props) {
  const locale = localeOf((await params).locale);
  setRequestLocale(locale);
  const { o } = await searchParams;
  return kept("compare", [locale, o], () => comparison(locale, o));
}

async function comparison(locale: Locale, asked: Parameters<typeof askedOf>[0]) {
  const { references, strange } = askedOf(asked);
  const [t, costs, shell, { orders, notOpen, unknown }] = await Promise.all([
    getTranslations("orders.compare"),
    getTranslations("cashflow.compare"),
    getTranslations("shell"),
    readOrders(references.slice(0, most)),
  ]);
  const shown = orders.map(({ reference }) => reference);
  return (
    <Page
      title={t("title")}
      lead={t("lead")}
      breadcrumb={[
        { href: address(locale, "home"), label: shell("home") },
        { href: address(locale, "orders"), label: shell("nav.orders") },
      ]}
    >
      <LeftOut asked={references.length} unknown={[...strange, ...unknown]} notOpen={notOpen} />
      {orders.length === 0 ? (
        <Empty title={t("none")} links={[{ href: address(locale, "orders"), label: t("choose") }]}>
          <p>{t("how")}</p>
        </Empty>
      ) : (
        <CompareTable
          orders={orders}
          orderHref={(reference) => address(locale, "order", { reference })}
          removeHref={(reference) => address(locale, "compare", null, { o: shown.filter((one) => one !== reference) })}
          agencyHref={(slug) => address(locale, "agency", { slug })}
        />
      )}
      {shown.length > 0 && (
        <p className="no-print">
          <LinkButton href={address(locale, "compareCost", null, { o: shown })}>{costs("costLink")}</LinkButton>
        </p>
      )}
      {shown.length < most && <CompareForm action={address(locale, "compare")} references={shown} />}
      {orders.length > 0 && (
        <p>
          <a href={address(locale, "orders")}>{t("more")}</a>
        </p>
      )}
    </Page>
  );
}
