import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { address, alternates, type Locale } from "@/app/_http/addresses";
import { kept } from "@/app/_http/kept-page";
import { localeOf } from "@/app/_http/shell";
import { AgencyFilters, type AgencyAsked } from "@/components/licences/agency-filters";
import { AgencyRows } from "@/components/licences/agency-list";
import { marketName } from "@/components/markets/names";
import { Chip, Chips } from "@/components/ui/disclosure";
import { formatDay } from "@/components/ui/format";
import { Empty, Page, WithAside } from "@/components/ui/page";
import { Pagination } from "@/components/ui/pagination";
import { Notice } from "@/components/ui/status";
import { markets } from "@/domain/kernel/catalogue";
import { listAgencies, type AgencyList } from "@/domain/licences/queries";
import { verdictCodes, type VerdictCode } from "@/domain/licences/rules";
import { provinceOf, provinces, shortName } from "@/domain/localities/rules";
import { agenciesAsked } from "./asked";

export async function generateMetadata({ params }: PageProps<"/[locale]/agencies">): Promise<Metadata> {
  const locale = localeOf((await params).locale);
  const t = await getTranslations({ locale, namespace: "agencies" });
  return { title: t("title"), description: t("lead"), alternates: alternates(locale, "agencies") };
}

export default async function Agencies({ params, searchParams }: PageProps<"/[locale]/agencies">) {
  const locale = localeOf((await params).locale);
  setRequestLocale(locale);
  const parameters = await searchParams;
  return kept("agencies", [locale, parameters], () => list(locale, parameters));
}

async function list(locale: Locale, parameters: Parameters<typeof agenciesAsked>[0]) {
  const { asked, page, dropped } = agenciesAsked(parameters);
  const t = await getTranslations("agencies");
  const shell = await getTranslations("shell");
  const list = await listAgencies({
    q: asked.q || undefined,
    status: (asked.status || null) as VerdictCode | null,
    market: asked.market || null,
    province: asked.province || null,
    page,
  });
  const hrefWith = (change: Partial<AgencyAsked> & { page?: number }) =>
    address(locale, "agencies", null, { ...asked, ...change });
  return (
    <Page title={t("title")} lead={t("lead")} breadcrumb={[{ href: address(locale, "home"), label: shell("home") }]}>
      {dropped.length > 0 && <Notice>{t("dropped", { names: dropped.join(", ") })}</Notice>}
      <WithAside aside={await filtersOf(locale, asked, list)}>
        <div className="space-y-4">
          <p role="status">
            <strong className="figures">{t("total", { count: list.total })}</strong>{" "}
            <span className="text-muted">
              {list.register ? t("asOf", { day: formatDay(locale, list.register.asOf) }) : t("asOfUnknown")}
            </span>
          </p>
          {await chipsOf(locale, asked, hrefWith)}
          {list.agencies.length > 0 ? (
            <AgencyRows agencies={list.agencies} hrefOf={(slug) => address(locale, "agency", { slug })} />
          ) : (
            <Empty
              title={t("emptyTitle")}
              links={[
                { href: address(locale, "agencies"), label: t("emptyAll") },
                ...(asked.q
                  ? [{ href: address(locale, "check", null, { q: asked.q }), label: t("emptyCheck", { q: asked.q }) }]
                  : []),
              ]}
            >
              <p>{t("emptyText")}</p>
            </Empty>
          )}
          <Pagination page={list.page} pages={list.pages} hrefOf={(n) => hrefWith({ page: n })} />
        </div>
      </WithAside>
    </Page>
  );
}

async function filtersOf(locale: Locale, asked: AgencyAsked, list: AgencyList) {
  const words = await getTranslations("licences.verdict");
  const { status, province } = list.counts;
  const shown = verdictCodes.filter((code) => code !== "warned" && (status[code] || code === asked.status));
  return (
    <AgencyFilters
      action={address(locale, "agencies")}
      asked={asked}
      statuses={shown.map((code) => ({ value: code, label: `${words(code)} (${status[code] ?? 0})` }))}
      markets={markets
        .filter((one) => !one.foreignNoticesOnly)
        .map((one) => ({ value: one.code, label: marketName(locale, one.code) }))}
      provinces={provinces
        .filter((one) => province[one.id] || one.id === asked.province)
        .map((one) => ({ value: one.id, label: `${shortName(one)} (${province[one.id] ?? 0})` }))}
    />
  );
}

async function chipsOf(locale: Locale, asked: AgencyAsked, hrefWith: (change: Partial<AgencyAsked>) => string) {
  const t = await getTranslations("agencies");
  const words = await getTranslations("licences.verdict");
  const place = asked.province ? provinceOf(asked.province) : undefined;
  const chips = [
    asked.q && { key: "q", label: `“${asked.q}”`, href: hrefWith({ q: "" }) },
    asked.status && { key: "status", label: words(asked.status as VerdictCode), href: hrefWith({ status: "" }) },
    asked.market && { key: "market", label: marketName(locale, asked.market), href: hrefWith({ market: "" }) },
    place && { key: "province", label: shortName(place), href: hrefWith({ province: "" }) },
  ].filter((chip) => chip !== "" && chip !== undefined);
  if (chips.length === 0) return null;
  return (
    <Chips label={t("filtering")}>
      {chips.map((chip) => (
        <Chip key={chip.key} href={chip.href} label={chip.label} />
      ))}
    </Chips>
  );
}
