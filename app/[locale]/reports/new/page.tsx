import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { address, alternates } from "@/app/_http/addresses";
import { localeOf } from "@/app/_http/shell";
import { oneOf } from "@/app/_http/typed";
import { ReportForm } from "@/components/complaints/report-form";
import { Page } from "@/components/ui/page";
import { cleanText } from "@/domain/kernel/text";
import { handIn } from "../actions";
import { toldOf } from "../told";

type Props = PageProps<"/[locale]/reports/new">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = localeOf((await params).locale);
  const t = await getTranslations({ locale, namespace: "complaints.new" });
  return {
    title: t("title"),
    description: t("lead"),
    alternates: alternates(locale, "reportNew"),
    referrer: "same-origin",
  };
}

export default async function NewReport({ params, searchParams }: Props) {
  const locale = localeOf((await params).locale);
  setRequestLocale(locale);
  const [t, home] = await Promise.all([getTranslations("complaints.new"), getTranslations("complaints.home")]);
  // ?o= comes from an order's page.
  const order = cleanText(oneOf(await searchParams, "o"), 60);
  const told = await toldOf("report", order ? { order, about: "advert" } : {});
  return (
    <Page title={t("title")} lead={t("lead")} breadcrumb={[{ href: address(locale, "reports"), label: home("title") }]}>
      <ReportForm action={handIn} told={told} submission={submissionOf(told.typed("submission"))} />
    </Page>
  );
}

/** The same form keeps its number, so that sending it again is the same report. */
const submissionOf = (typed: string | undefined): string =>
  typed && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(typed) ? typed : crypto.randomUUID();
