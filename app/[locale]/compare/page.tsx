import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { address, alternates } from "@/app/_http/addresses";
import { localeOf } from "@/app/_http/shell";
import { today } from "@/app/_http/today";
import { CompareForm } from "@/components/orders/compare-form";
import { CompareTable } from "@/components/orders/compare-table";
import type { Compared } from "@/components/orders/comparison";
import { Empty, Page } from "@/components/ui/page";
import { Notice } from "@/components/ui/status";
import { agencyDossiers } from "@/domain/licences/queries";
import { verdictOn } from "@/domain/licences/rules";
import { ordersToCompare } from "@/domain/orders/queries";

type Props = PageProps<"/[locale]/compare">;
const most = 4;

/** References asked for, each once, as the site writes them; and what is no reference at all. */
function askedOf(value: string | string[] | undefined): { references: string[]; strange: string[] } {
  const given = [value ?? []]
    .flat()
    .slice(0, 40)
    .flatMap((text) => text.slice(0, 400).split(/[\s,;]+/))
    .filter((text) => text !== "");
  const upper = [...new Set(given.map((text) => text.toUpperCase()))];
  const isReference = (text: string) => /^[A-Z]{2}-\d{1,12}$/.test(text);
  return {
    references: upper.filter(isReference),
    strange: upper.filter((text) => !isReference(text)).map((text) => text.slice(0, 20)),
  };
}

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
  const { references, strange } = askedOf((await searchParams).o);
  const [t, shell, { orders, notOpen, unknown }] = await Promise.all([
    getTranslations("orders.compare"),
    getTranslations("shell"),
    readOrders(references.slice(0, most)),
  ]);
  const shown = orders.map(({ reference }) => reference);
  const left = [...strange, ...unknown];
  const notes = [
    references.length > most && t("tooMany"),
    left.length > 0 && t("unknown", { references: left.join(", ") }),
  ].filter((note) => note !== false);
  return (
    <Page
      title={t("title")}
      lead={t("lead")}
      breadcrumb={[
        { href: address(locale, "home"), label: shell("home") },
        { href: address(locale, "orders"), label: shell("nav.orders") },
      ]}
    >
      {(notes.length > 0 || notOpen.length > 0) && (
        <Notice>
          {notes.map((note) => (
            <p key={note}>{note}</p>
          ))}
          {notOpen.map((reference) => (
            <p key={reference}>
              {t("notOpen", { reference })} <a href={address(locale, "order", { reference })}>{t("why")}</a>
            </p>
          ))}
        </Notice>
      )}
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
      {shown.length < most && <CompareForm action={address(locale, "compare")} references={shown} />}
      {orders.length > 0 && (
        <p>
          <a href={address(locale, "orders")}>{t("more")}</a>
        </p>
      )}
    </Page>
  );
}
