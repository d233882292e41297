import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { actorAs } from "@/app/_http/actor";
import { address } from "@/app/_http/addresses";
import { missing } from "@/app/_http/missing";
import { localeOf } from "@/app/_http/shell";
import { oneOf } from "@/app/_http/typed";
import { QueueFilters, ReportQueue } from "@/components/complaints/queue";
import { DeskNav } from "@/components/desk/desk-nav";
import { Page } from "@/components/ui/page";
import { Pagination } from "@/components/ui/pagination";
import { type QueueFilter, reportQueue } from "@/domain/complaints/queries";

type Props = PageProps<"/[locale]/office/reports">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: localeOf((await params).locale), namespace: "complaints.desk" });
  return { title: t("title"), robots: { index: false, follow: false } };
}

export default async function OfficeReports({ params, searchParams }: Props) {
  const locale = localeOf((await params).locale);
  setRequestLocale(locale);
  const known = await actorAs(locale, "officer");
  if (!known) return missing(locale);
  const search = await searchParams;
  const asked = oneOf(search, "show");
  const shown: QueueFilter = asked === "late" || asked === "closed" ? asked : "open";
  const queue = await reportQueue(known.actor, shown, Number(oneOf(search, "page")));
  if (!queue) return missing(locale);
  const t = await getTranslations("complaints.desk");
  const hrefOf = (show: QueueFilter, page?: number) => address(locale, "officeReports", null, { show, page });
  return (
    <Page title={t("title")} lead={t("lead")} above={<DeskNav actor={known.actor} current="officeReports" />}>
      <div className="space-y-4">
        <QueueFilters queue={queue} shown={shown} hrefOf={hrefOf} />
        <ReportQueue queue={queue} />
        <Pagination page={queue.page} pages={queue.pages} hrefOf={(page) => hrefOf(shown, page)} />
      </div>
      <p>
        <a href={address(locale, "officeReportTotals")} className="inline-flex min-h-11 items-center">
          {t("totals")}
        </a>
      </p>
    </Page>
  );
}
