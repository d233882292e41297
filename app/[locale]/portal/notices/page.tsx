import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { DeskNav } from "@/components/desk/desk-nav";
import { actorAs } from "@/app/_http/actor";
import { address } from "@/app/_http/addresses";
import { missing } from "@/app/_http/missing";
import { localeOf } from "@/app/_http/shell";
import { oneOf } from "@/app/_http/typed";
import { NoticeFilters, NoticeList } from "@/components/notices/notice-list";
import { LinkButton } from "@/components/ui/button";
import { Page } from "@/components/ui/page";
import { Notice } from "@/components/ui/status";
import { cleanText } from "@/domain/kernel/text";
import { noticeCounts, noticeFilters, noticesFor } from "@/domain/notices/queries";

type Props = PageProps<"/[locale]/portal/notices">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: localeOf((await params).locale), namespace: "notices.portal" });
  return { title: t("title"), robots: { index: false, follow: false } };
}

export default async function PortalNotices({ params, searchParams }: Props) {
  const locale = localeOf((await params).locale);
  setRequestLocale(locale);
  const known = await actorAs(locale, "agency_staff");
  if (!known) return missing(locale);
  const t = await getTranslations("notices.portal");
  const query = await searchParams;
  const state = noticeFilters.find((one) => one === oneOf(query, "state")) ?? "waiting";
  const [notices, counts] = await Promise.all([noticesFor(known.actor, state), noticeCounts(known.actor)]);
  const filed = cleanText(oneOf(query, "filed"), 400).match(/TB-\d{6,12}/g) ?? [];
  return (
    <Page title={t("title")} lead={t("lead")} above={<DeskNav actor={known.actor} current="portalNotices" />}>
      {filed.length > 0 && <Notice>{<p role="status">{t("filed", { references: filed.join(", ") })}</p>}</Notice>}
      <LinkButton href={address(locale, "portalNoticeNew")}>{t("file")}</LinkButton>
      <div>
        <NoticeFilters
          filters={noticeFilters.map((key) => ({
            ...{ key, count: counts[key], current: key === state },
            href: address(locale, "portalNotices", null, { state: key }),
          }))}
        />
        <NoticeList notices={notices} route="portalNotice" empty={t("empty")} />
      </div>
    </Page>
  );
}
