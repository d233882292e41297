import { useTranslations } from "next-intl";
import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { type Locale, address, alternates } from "@/app/_http/addresses";
import { missing } from "@/app/_http/missing";
import { kept } from "@/app/_http/kept-page";
import { localeOf } from "@/app/_http/shell";
import { today as todayOf } from "@/app/_http/today";
import { FirmAnswer } from "@/components/licences/answer";
import { AgencyFacts, Approvals } from "@/components/licences/facts";
import { Branches } from "@/components/licences/branches";
import { DecisionTable, hasUnverified, LicenceTimeline, UnverifiedList } from "@/components/licences/history";
import { ended } from "@/components/licences/tones";
import { Page, Section } from "@/components/ui/page";
import { Notice } from "@/components/ui/status";
import { agencyProfile } from "@/domain/licences/queries";
import { agencyOffers } from "./offers";
import { agencyOrders } from "./orders";
import { agencyRefunds } from "./refunds";
import { PastDay, Sources } from "./sources";

export async function generateMetadata({ params }: PageProps<"/[locale]/agencies/[slug]">): Promise<Metadata> {
  const { locale: segment, slug } = await params;
  const locale = localeOf(segment);
  const profile = await agencyProfile(slug);
  if (!profile) return {};
  const t = await getTranslations({ locale, namespace: "agencies" });
  const status = await getTranslations({ locale, namespace: "licences.verdict" });
  return {
    title: profile.name,
    description: t("description", { name: profile.name, status: status(profile.verdict.code) }),
    alternates: alternates(locale, "agency", { slug: profile.dossier.slug }),
  };
}

export default async function Agency({ params }: PageProps<"/[locale]/agencies/[slug]">) {
  const { locale: segment, slug } = await params;
  const locale = localeOf(segment);
  setRequestLocale(locale);
  return kept("agency", [locale, slug], () => agency(locale, slug));
}

async function agency(locale: Locale, slug: string) {
  const profile = await agencyProfile(slug);
  if (!profile) return missing(locale);
  const { dossier, name, verdict, history, register } = profile;
  const today = todayOf();
  const until = verdict.asOf && verdict.asOf < today ? verdict.asOf : today;
  const t = await getTranslations("agencies");
  const check = await getTranslations("check");
  const shell = await getTranslations("shell");
  return (
    <Page
      title={name}
      breadcrumb={[
        { href: address(locale, "home"), label: shell("home") },
        { href: address(locale, "agencies"), label: t("title") },
      ]}
    >
      <FirmAnswer name={check("thisFirm")} verdict={verdict} dossier={dossier} today={today} />
      {ended.has(verdict.code) && <Rights />}
      <Section title={t("factsTitle")}>
        <AgencyFacts dossier={dossier} />
      </Section>
      <Section title={t("historyTitle")}>
        <div className="space-y-6">
          <LicenceTimeline name={name} history={history} until={until} />
          <DecisionTable caption={t("historyTitle")} history={history} part="status" />
          <PastDay locale={locale} dossier={dossier} name={name} />
        </div>
      </Section>
      <Section title={t("penaltiesTitle")}>
        <DecisionTable caption={t("penaltiesTitle")} history={history} part="penalties" />
      </Section>
      <Section title={t("approvalsTitle")} lead={t("approvalsLead")}>
        <Approvals approvals={[...verdict.approvals, ...dossier.approvals.filter((approval) => !approval.verified)]} />
      </Section>
      <Section title={t("branch.title")}>
        <Branches branches={dossier.branches} today={today} />
      </Section>
      {hasUnverified(history) && (
        <Section title={check("unverified.title")} lead={check("unverified.lead")}>
          <UnverifiedList history={history} />
        </Section>
      )}
      {await agencyRefunds(locale, dossier.id, today)}
      {await agencyOffers(locale, dossier.id)}
      {await agencyOrders({ locale, agencyId: dossier.id, name })}
      <Sources locale={locale} dossier={dossier} register={register} />
    </Page>
  );
}

/** After a licence ends the firm still owes its duties to those already abroad or in its training. */
function Rights() {
  const t = useTranslations("agencies.rights");
  return (
    <Notice title={t("title")} label={t("title")}>
      <p>{t("duties")}</p>
      <ul className="list-disc pl-6">
        {(["abroad", "training", "money", "who"] as const).map((key) => (
          <li key={key}>{t(key)}</li>
        ))}
      </ul>
      <p className="text-small">{t("article")}</p>
    </Notice>
  );
}
