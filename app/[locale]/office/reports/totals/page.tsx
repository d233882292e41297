import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { actorAs } from "@/app/_http/actor";
import { address } from "@/app/_http/addresses";
import { missing } from "@/app/_http/missing";
import { localeOf } from "@/app/_http/shell";
import { today } from "@/app/_http/today";
import { oneOf } from "@/app/_http/typed";
import { TotalsTable } from "@/components/complaints/totals-table";
import { Button, LinkButton } from "@/components/ui/button";
import { SelectField } from "@/components/ui/field";
import { DeskNav } from "@/components/desk/desk-nav";
import { Page, Section } from "@/components/ui/page";
import { quarterTotals } from "@/domain/complaints/queries";
import { quarterOf, quarterOn } from "@/domain/complaints/rules";
import { addMonths } from "@/domain/kernel/calendar";

type Props = PageProps<"/[locale]/office/reports/totals">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: localeOf((await params).locale), namespace: "complaints.desk" });
  return { title: t("totals"), robots: { index: false, follow: false } };
}

export default async function ReportTotals({ params, searchParams }: Props) {
  const locale = localeOf((await params).locale);
  setRequestLocale(locale);
  const known = await actorAs(locale, "officer");
  const quarters = Array.from({ length: 8 }, (_, i) => quarterOn(addMonths(today(), -3 * i)));
  const quarter = quarterOf(oneOf(await searchParams, "q")) ?? quarterOf(quarters[0] ?? "");
  const totals = known && quarter && (await quarterTotals(known.actor, quarter));
  if (!totals) return missing(locale);
  const [t, desk] = await Promise.all([getTranslations("complaints.totals"), getTranslations("complaints.desk")]);
  const file = `${address(locale, "officeReportTotals")}/file?q=${totals.quarter.text}`;
  return (
    <Page
      title={t("title", { quarter: totals.quarter.text })}
      lead={t("lead")}
      above={<DeskNav actor={known.actor} current="officeReports" />}
      breadcrumb={[{ href: address(locale, "officeReports"), label: desk("title") }]}
    >
      <form action={address(locale, "officeReportTotals")} className="no-print flex flex-wrap items-end gap-3">
        <SelectField
          {...{ name: "q", label: t("quarter"), defaultValue: totals.quarter.text }}
          options={[...new Set([...quarters, totals.quarter.text])].map((text) => ({ value: text, label: text }))}
        />
        <Button look="secondary">{t("show")}</Button>
      </form>
      <TotalsTable totals={totals} />
      <p className="no-print flex flex-wrap gap-3">
        <LinkButton look="secondary" href={file}>
          {t("download")}
        </LinkButton>
        <LinkButton look="quiet" href={`${file}&what=cases`}>
          {t("downloadCases")}
        </LinkButton>
      </p>
      <Section title={t("definitions")}>
        <ul className="max-w-measure list-disc space-y-2 pl-6">
          {(["received", "agency", "merged", "sum"] as const).map((key) => (
            <li key={key}>{t(`definition.${key}`)}</li>
          ))}
        </ul>
      </Section>
    </Page>
  );
}
