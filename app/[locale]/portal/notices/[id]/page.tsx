import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { DeskNav } from "@/components/desk/desk-nav";
import { actorAs } from "@/app/_http/actor";
import { address } from "@/app/_http/addresses";
import { outcomeOf } from "@/app/_http/form";
import { missing } from "@/app/_http/missing";
import { localeOf } from "@/app/_http/shell";
import { NoticeChecks, NoticeFacts } from "@/components/notices/notice-facts";
import { StateMark } from "@/components/notices/notice-list";
import { faultText } from "@/components/notices/words";
import { Button } from "@/components/ui/button";
import { ErrorList } from "@/components/ui/field";
import { Page, Section } from "@/components/ui/page";
import { noticeOf } from "@/domain/notices/queries";
import { mayMove } from "@/domain/notices/rules";
import { withdraw } from "../actions";

type Props = PageProps<"/[locale]/portal/notices/[id]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: localeOf((await params).locale), namespace: "notices.portal" });
  return { title: t("title"), robots: { index: false, follow: false } };
}

export default async function PortalNotice({ params }: Props) {
  const { locale: segment, id } = await params;
  const locale = localeOf(segment);
  setRequestLocale(locale);
  const known = await actorAs(locale, "agency_staff");
  const notice = known && (await noticeOf(known.actor, id));
  if (!notice) return missing(locale);
  const [t, words] = await Promise.all([getTranslations("notices.page"), getTranslations("notices")]);
  const fault = outcomeOf("notice-withdraw")?.faults[""];
  return (
    <Page
      title={t("title", { reference: notice.reference })}
      lead={<StateMark state={notice.state} />}
      above={<DeskNav actor={known.actor} current="portalNotices" />}
      breadcrumb={[{ href: address(locale, "portalNotices"), label: words("portal.title") }]}
    >
      {fault && <ErrorList errors={[{ field: "withdraw", message: faultText(words, fault) }]} />}
      <NoticeFacts notice={notice} />
      {notice.state === "waiting" && (
        <Section title={t("checks")} lead={t("checksLead")}>
          <NoticeChecks checklist={notice.checklist} />
        </Section>
      )}
      <Section title={t("actions")}>
        <ul className="space-y-4">
          {notice.status === "accepted" && (
            <li>
              <a
                href={address(locale, "locality", { id: notice.province })}
                className="inline-flex min-h-11 items-center"
              >
                {t("public")}
              </a>
            </li>
          )}
          <li>
            <a
              href={address(locale, "portalNoticeNew", null, { like: notice.reference })}
              className="inline-flex min-h-11 items-center"
            >
              {t("again")}
            </a>
          </li>
          {notice.mayWithdraw && mayMove(notice.status, "withdrawn") && (
            <li>
              <form action={withdraw} id="withdraw" className="space-y-2">
                <input type="hidden" name="reference" value={notice.reference} />
                <p className="text-muted">{t("withdrawNote")}</p>
                <Button look="danger">{t("withdraw")}</Button>
              </form>
            </li>
          )}
        </ul>
      </Section>
    </Page>
  );
}
