import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { address, alternates } from "@/app/_http/addresses";
import { localeOf } from "@/app/_http/shell";
import { situationForm } from "@/app/_http/situation";
import { today as todayOf } from "@/app/_http/today";
import { Answers } from "@/components/support/answers";
import { FundBenefits, GrantOffice, KoreaDeposit } from "@/components/support/elsewhere";
import { Grants } from "@/components/support/grants";
import { LoanFacts } from "@/components/support/loan";
import { LoanEstimate } from "@/components/support/loan-estimate";
import { OfferQuestions } from "@/components/support/offer-questions";
import { ForgetForm, SituationForm } from "@/components/support/situation-form";
import { SupportVerdict } from "@/components/support/verdict";
import { Disclosure } from "@/components/ui/disclosure";
import { formatDay } from "@/components/ui/format";
import { Page, Section } from "@/components/ui/page";
import { Notice } from "@/components/ui/status";
import { fundBenefits, saidNothing, supportFor } from "@/domain/support/rules";
import { estimateOf } from "./estimate";
import { offerOf } from "./offer";

const action = "/api/situation";
/** Former interns' answers decide a fee, not a grant: asked where costs are worked out. */
const blocks = ["groups", "commune", "helped", "has", "study", "loan"] as const;

export async function generateMetadata({ params, searchParams }: PageProps<"/[locale]/support">): Promise<Metadata> {
  const locale = localeOf((await params).locale);
  const t = await getTranslations({ locale, namespace: "support" });
  return {
    title: t("title"),
    description: t("lead"),
    alternates: alternates(locale, "support"),
    robots: Object.keys(await searchParams).length > 0 ? { index: false, follow: true } : undefined,
  };
}

export default async function SupportPage({ params, searchParams }: PageProps<"/[locale]/support">) {
  const locale = localeOf((await params).locale);
  setRequestLocale(locale);
  const t = await getTranslations("support");
  const shell = await getTranslations("shell");
  const offer = offerOf(await searchParams);
  const form = await situationForm();
  const next = address(locale, "support");
  const day = todayOf();
  const { situation } = form;
  const support = supportFor(situation, { day, market: offer.market, programme: offer.programme });
  const answered = !saidNothing(situation) || offer.programme !== null;
  const loans = support.loans.filter((terms) => terms.purpose === "cost" || terms.applies === "yes");
  const estimate = estimateOf(support, situation, offer);
  const moreErrors = Object.entries(offer.errors).map(([field, code]) => ({ field, message: t(`error.${code}`) }));

  const asked = (
    <SituationForm {...form} action={action} hidden={{ next }} blocks={blocks} moreErrors={moreErrors}>
      <OfferQuestions typed={offer.typed} errors={offer.errors} />
    </SituationForm>
  );
  const faulty = moreErrors.length > 0 || Object.keys(form.errors).length > 0;
  return (
    <Page title={t("title")} lead={t("lead")} breadcrumb={[{ href: address(locale, "home"), label: shell("home") }]}>
      {(faulty || !answered) && (
        <Section title={t("formTitle")} lead={t("privacy")}>
          {asked}
        </Section>
      )}
      <Section
        id="answer"
        title={t(answered ? "answerTitle" : "overviewTitle")}
        lead={t("asOf", { day: formatDay(locale, day) })}
      >
        {answered && <SupportVerdict support={support} />}
        <div className="mt-6">
          <Grants grants={support.grants} studyMonths={situation.studyMonths} />
        </div>
      </Section>
      <Section title={t("office.title")}>
        <GrantOffice commune={form.communeName} />
      </Section>
      {loans.map((terms) => (
        <Section key={terms.rule} title={t(`loan.title.${terms.purpose}`)}>
          <LoanFacts terms={terms} />
          {terms.purpose === "cost" && estimate && (
            <div className="mt-8">
              <h3 className="mb-3">{t("estimate.title")}</h3>
              {"missing" in estimate ? (
                <p>{t(`estimate.missing.${estimate.missing}`)}</p>
              ) : (
                <LoanEstimate {...estimate} />
              )}
            </div>
          )}
        </Section>
      ))}
      {support.deposit && support.deposit.applies === "yes" && (
        <Section title={t("korea.title")}>
          <KoreaDeposit deposit={support.deposit} />
        </Section>
      )}
      <Section title={t("topUps.title")}>
        <Notice>{t("topUps.text")}</Notice>
      </Section>
      <Section title={t("fund.heading")}>
        <FundBenefits benefits={fundBenefits(day)} />
      </Section>
      {answered && (
        <Section title={t("answers.title")} lead={t("privacy")}>
          <Answers situation={situation} communeName={form.communeName} programme={offer.programme} />
          {!faulty && (
            <div className="no-print">
              <Disclosure summary={t("answers.change")}>{asked}</Disclosure>
            </div>
          )}
          <div className="mt-4">
            <ForgetForm action={action} next={next} />
          </div>
        </Section>
      )}
    </Page>
  );
}
