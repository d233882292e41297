import type { Metadata } from "next";
import type { ReactNode } from "react";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { address } from "@/app/_http/addresses";
import { answerWith } from "@/app/_http/answer";
import { localeOf } from "@/app/_http/shell";
import { oneOf } from "@/app/_http/typed";
import { AddToCase, EndCase, OpenCase } from "@/components/complaints/case-forms";
import { CaseState, Photos } from "@/components/complaints/case-view";
import { Refused } from "@/components/complaints/triage-forms";
import { Page, Section } from "@/components/ui/page";
import { Verdict } from "@/components/ui/status";
import { caseFor } from "@/domain/complaints/queries";
import { cleanText } from "@/domain/kernel/text";
import { add, leave, open, withdraw } from "../../actions";
import { heldCase } from "../../case-cookie";
import { toldOf } from "../../told";

type Props = PageProps<"/[locale]/reports/case/[number]">;

/** Copied by hand: never broken between two lines. */
const whole = (said: ReactNode) => <span className="whitespace-nowrap">{said}</span>;

/** Private: no search engine keeps it, and its address goes to nobody. */
export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: localeOf((await params).locale), namespace: "complaints.home" });
  return { title: t("title"), robots: { index: false, follow: false }, referrer: "same-origin" };
}

export default async function ReportCase({ params, searchParams }: Props) {
  const { locale: segment, number } = await params;
  const locale = localeOf(segment);
  setRequestLocale(locale);
  const [t, home] = await Promise.all([getTranslations("complaints.case"), getTranslations("complaints.home")]);
  const key = await heldCase(number);
  const view = await caseFor(key);
  const breadcrumb = [{ href: address(locale, "reports"), label: home("title") }];
  const asked = cleanText(number, 40);
  if (!view) {
    // The same for a case that does not exist as for one whose code this browser does not hold.
    answerWith(404);
    return (
      <Page title={t("openTitle")} lead={t("closed")} breadcrumb={breadcrumb}>
        <OpenCase action={open} told={await toldOf("report-open")} number={asked} />
      </Page>
    );
  }
  const search = await searchParams;
  const [adding, withdrawing] = await Promise.all([toldOf("report-add"), toldOf("report-withdraw")]);
  return (
    <Page title={t.rich("title", { number: view.number, n: whole })} breadcrumb={breadcrumb}>
      {oneOf(search, "sent") && (
        <Verdict tone="good" title={t.rich("sentTitle", { number: view.number, n: whole })}>
          <p className="figures text-subheading font-bold">{t.rich("sentCode", { code: key.code, n: whole })}</p>
          <p>{t("sentKeep")}</p>
        </Verdict>
      )}
      {oneOf(search, "saved") && <p role="status">{t("saved")}</p>}
      {view.stage === "withdrawn" && <p role="status">{t("withdrawn")}</p>}
      <Refused told={[adding, withdrawing]} />
      <CaseState view={view} />
      <Section title={t("photos")}>
        <Photos files={view.files} base={address(locale, "reportCase", { number: view.number })} />
      </Section>
      {view.mayAdd && (
        <Section title={t("addTitle")}>
          <AddToCase action={add} told={adding} number={view.number} />
        </Section>
      )}
      <EndCase {...{ withdraw, leave, number: view.number, mayWithdraw: view.mayWithdraw }} />
    </Page>
  );
}
