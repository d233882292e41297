import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { address, alternates } from "@/app/_http/addresses";
import { localeOf } from "@/app/_http/shell";
import { OpenCase } from "@/components/complaints/case-forms";
import { LinkButton } from "@/components/ui/button";
import { Page, Section } from "@/components/ui/page";
import { Notice } from "@/components/ui/status";
import { open } from "./actions";
import { toldOf } from "./told";

type Props = PageProps<"/[locale]/reports">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = localeOf((await params).locale);
  const t = await getTranslations({ locale, namespace: "complaints.home" });
  return {
    title: t("title"),
    description: t("lead"),
    alternates: alternates(locale, "reports"),
    referrer: "same-origin",
  };
}

export default async function Reports({ params }: Props) {
  const locale = localeOf((await params).locale);
  setRequestLocale(locale);
  const [t, words, shell, told] = await Promise.all([
    getTranslations("complaints.home"),
    getTranslations("complaints"),
    getTranslations("shell"),
    toldOf("report-open"),
  ]);
  return (
    <Page title={t("title")} lead={t("lead")} breadcrumb={[{ href: address(locale, "home"), label: shell("home") }]}>
      <div className="space-y-4">
        <p className="flex flex-wrap gap-3">
          <LinkButton href={address(locale, "reportNew")}>{t("new")}</LinkButton>
          <LinkButton look="secondary" href={address(locale, "contact")}>
            {t("check")}
          </LinkButton>
          <LinkButton look="quiet" href={address(locale, "warnings")}>
            {words("contact.warnings")}
          </LinkButton>
        </p>
        <Notice>
          <p>{t("police")}</p>
        </Notice>
      </div>
      <Section title={words("case.openTitle")} lead={words("case.openLead")}>
        <OpenCase action={open} told={told} />
      </Section>
    </Page>
  );
}
