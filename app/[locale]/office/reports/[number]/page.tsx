import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { actorAs } from "@/app/_http/actor";
import { address } from "@/app/_http/addresses";
import { missing } from "@/app/_http/missing";
import { localeOf } from "@/app/_http/shell";
import { oneOf } from "@/app/_http/typed";
import { ReportFacts } from "@/components/complaints/officer-report";
import { Refused, Triage } from "@/components/complaints/triage-forms";
import { DeskNav } from "@/components/desk/desk-nav";
import { Page } from "@/components/ui/page";
import { reportForOfficer } from "@/domain/complaints/queries";
import { toldOf } from "../../../reports/told";
import { decide, link, merge, note, takeUp, warn } from "../actions";

type Props = PageProps<"/[locale]/office/reports/[number]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: localeOf((await params).locale), namespace: "complaints.desk" });
  return { title: t("title"), robots: { index: false, follow: false }, referrer: "same-origin" };
}

export default async function OfficeReport({ params, searchParams }: Props) {
  const { locale: segment, number } = await params;
  const locale = localeOf(segment);
  setRequestLocale(locale);
  const known = await actorAs(locale, "officer");
  const found = known && (await reportForOfficer(known.actor, number));
  if (!found) return missing(locale);
  const t = await getTranslations("complaints.desk");
  const told = {
    takeUp: await toldOf("report-take-up"),
    link: await toldOf("report-link"),
    merge: await toldOf("report-merge"),
    note: await toldOf("report-note"),
    decide: await toldOf("report-decide"),
    warn: await toldOf("report-warn"),
  };
  return (
    <Page
      title={<span className="whitespace-nowrap">{found.report.number}</span>}
      above={<DeskNav actor={known.actor} current="officeReports" />}
      breadcrumb={[{ href: address(locale, "officeReports"), label: t("title") }]}
    >
      {oneOf(await searchParams, "saved") && <p role="status">{t("done")}</p>}
      <Refused told={Object.values(told)} />
      <ReportFacts found={found} />
      <Triage found={found} actions={{ takeUp, link, merge, note, decide, warn }} told={told} />
    </Page>
  );
}
