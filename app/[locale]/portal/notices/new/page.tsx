import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { DeskNav } from "@/components/desk/desk-nav";
import { actorAs } from "@/app/_http/actor";
import { address } from "@/app/_http/addresses";
import { outcomeOf } from "@/app/_http/form";
import { missing } from "@/app/_http/missing";
import { localeOf } from "@/app/_http/shell";
import { oneOf } from "@/app/_http/typed";
import { NoticeForm } from "@/components/notices/notice-form";
import { Empty, Page } from "@/components/ui/page";
import { type NoticePage, noticeOf, ordersToAnnounce } from "@/domain/notices/queries";
import { file } from "../actions";

type Props = PageProps<"/[locale]/portal/notices/new">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: localeOf((await params).locale), namespace: "notices.form" });
  return { title: t("title"), robots: { index: false, follow: false } };
}

/** A notice of before, as the form would have it: only the days are new. */
function likeThat(notice: NoticePage | null): Record<string, string> {
  if (!notice) return {};
  const people = notice.recruiters.flatMap(({ name, phone }, i) => [
    [`recruiters.${i}.name`, name],
    [`recruiters.${i}.phone`, phone],
  ]);
  return {
    ...{ orderReference: notice.order.reference, provinces: notice.province },
    ...{ communes: notice.communeNames.join("\n"), venues: notice.venues.join("\n") },
    ...Object.fromEntries(people),
  };
}

export default async function NewNotice({ params, searchParams }: Props) {
  const locale = localeOf((await params).locale);
  setRequestLocale(locale);
  const known = await actorAs(locale, "agency_staff");
  if (!known) return missing(locale);
  const [t, desk] = await Promise.all([getTranslations("notices.form"), getTranslations("notices.portal")]);
  const query = await searchParams;
  const orders = await ordersToAnnounce(known.actor);
  const outcome = outcomeOf("notice");
  const before = likeThat(outcome ? null : await noticeOf(known.actor, oneOf(query, "like")));
  const order = orders.find(({ reference }) => reference === oneOf(query, "order"))?.reference;
  return (
    <Page
      title={t("title")}
      lead={t("lead")}
      above={<DeskNav actor={known.actor} current="portalNotices" />}
      breadcrumb={[{ href: address(locale, "portalNotices"), label: desk("title") }]}
    >
      {orders.length === 0 ? (
        <Empty title={t("noOrders")} links={[{ href: address(locale, "portal"), label: t("order") }]}>
          <p>{t("noOrdersText")}</p>
        </Empty>
      ) : (
        <NoticeForm
          action={file}
          orders={orders}
          value={(field) => outcome?.typed(field) ?? before[field] ?? (field === "orderReference" ? order : undefined)}
          all={(field) => outcome?.all(field) ?? (before[field] ? [before[field]] : [])}
          faults={outcome?.faults ?? {}}
        />
      )}
    </Page>
  );
}
