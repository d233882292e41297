import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { DeskNav } from "@/components/desk/desk-nav";
import { actorAs } from "@/app/_http/actor";
import { address } from "@/app/_http/addresses";
import { outcomeOf } from "@/app/_http/form";
import { missing } from "@/app/_http/missing";
import { localeOf } from "@/app/_http/shell";
import { oneOf } from "@/app/_http/typed";
import { NoticeChecks, NoticeFacts } from "@/components/notices/notice-facts";
import { RefusalForm } from "@/components/notices/notice-form";
import { StateMark } from "@/components/notices/notice-list";
import { faultText } from "@/components/notices/words";
import { Button } from "@/components/ui/button";
import { ErrorList } from "@/components/ui/field";
import { Page, Section } from "@/components/ui/page";
import { noticeOf } from "@/domain/notices/queries";
import { failing, mayMove } from "@/domain/notices/rules";
import { refusalReasons } from "@/domain/notices/schema";
import { accept, refuse } from "../actions";

type Props = PageProps<"/[locale]/office/notices/[id]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: localeOf((await params).locale), namespace: "notices.office" });
  return { title: t("title"), robots: { index: false, follow: false } };
}

export default async function OfficeNotice({ params, searchParams }: Props) {
  const { locale: segment, id } = await params;
  const locale = localeOf(segment);
  setRequestLocale(locale);
  const known = await actorAs(locale, "officer");
  const notice = known && (await noticeOf(known.actor, id));
  if (!notice) return missing(locale);
  const [t, words] = await Promise.all([getTranslations("notices.page"), getTranslations("notices")]);
  const [accepting, refusing] = [outcomeOf("notice-accept"), outcomeOf("notice-refuse")];
  const fault = accepting?.faults[""];
  const taken = notice.status === "accepted";
  // What fails today is ticked already; the officer sees and decides.
  const found = failing(notice.checklist).filter((name) => (refusalReasons as readonly string[]).includes(name));
  return (
    <Page
      title={t("title", { reference: notice.reference })}
      lead={<StateMark state={notice.state} />}
      above={<DeskNav actor={known.actor} current="officeNotices" />}
      breadcrumb={[{ href: address(locale, "officeNotices"), label: words("office.title") }]}
    >
      {oneOf(await searchParams, "saved") && <p role="status">{words("office.decided")}</p>}
      {fault && <ErrorList errors={[{ field: "accept", message: faultText(words, fault) }]} />}
      <NoticeFacts notice={notice} />
      <Section title={t("checks")} lead={t("checksLead")}>
        <NoticeChecks checklist={notice.checklist} />
      </Section>
      {notice.mayDecide && (mayMove(notice.status, "accepted") || taken) && (
        <Section title={t("decision")}>
          <div className="space-y-6">
            {!taken && (
              <form action={accept} id="accept" className="space-y-2">
                <input type="hidden" name="reference" value={notice.reference} />
                <p className="text-muted">{t("acceptNote")}</p>
                <Button>{t("accept")}</Button>
              </form>
            )}
            <RefusalForm
              action={refuse}
              reference={notice.reference}
              reasons={refusalReasons}
              taken={taken}
              value={(field) => refusing?.typed(field)}
              all={(field) => refusing?.all(field) ?? (taken ? [] : found)}
              faults={refusing?.faults ?? {}}
            />
          </div>
        </Section>
      )}
    </Page>
  );
}
