import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { DeskNav } from "@/components/desk/desk-nav";
import { actorAs } from "@/app/_http/actor";
import { address } from "@/app/_http/addresses";
import { missing } from "@/app/_http/missing";
import { localeOf } from "@/app/_http/shell";
import { oneOf } from "@/app/_http/typed";
import { NoticeFilters, NoticeList } from "@/components/notices/notice-list";
import { Page } from "@/components/ui/page";
import { noticeCounts, noticeFilters, noticesFor } from "@/domain/notices/queries";

type Props = PageProps<"/[locale]/office/notices">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: localeOf((await params).locale), namespace: "notices.office" });
  return { title: t("title"), robots: { index: false, follow: false } };
}

export default async function OfficeNotices({ params, searchParams }: Props) {
  const locale = localeOf((await params).locale);
  setRequestLocale(locale);
  const known = await actorAs(locale, "officer");
  if (!known) return missing(locale);
  const t = await getTranslations("notices.office");
  const query = await searchParams;
  const state = noticeFilters.find((one) => one === oneOf(query, "state")) ?? "waiting";
  const [notices, counts] = await Promise.all([noticesFor(known.actor, state), noticeCounts(known.actor)]);
  return (
    <Page title={t("title")} lead={t("lead")} above={<DeskNav actor={known.actor} current="officeNotices" />}>
      <div>
        <NoticeFilters
          filters={noticeFilters.map((key) => ({
            ...{ key, count: counts[key], current: key === state },
            href: address(locale, "officeNotices", null, { state: key }),
          }))}
        />
        <NoticeList notices={notices} route="officeNotice" empty={t("empty")} />
      </div>
    </Page>
  );
}
