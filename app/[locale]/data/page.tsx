import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { address, alternates } from "@/app/_http/addresses";
import { localeOf } from "@/app/_http/shell";
import { RatesTable } from "@/components/fees/rates-table";
import { Disclosure } from "@/components/ui/disclosure";
import { Page, Section } from "@/components/ui/page";
import { FactTable } from "@/components/ui/tables";
import { latestRates } from "@/domain/fees/queries";
import { Api } from "./api";
import { freshness } from "./freshness";

const figures = ["kept", "cost", "deposit", "breakEven", "places", "licensed", "unverified", "unknown"] as const;
export async function generateMetadata({ params }: PageProps<"/[locale]/data">): Promise<Metadata> {
  const locale = localeOf((await params).locale);
  const t = await getTranslations({ locale, namespace: "data" });
  return { title: t("title"), description: t("lead"), alternates: alternates(locale, "data") };
}

export default async function Data({ params }: PageProps<"/[locale]/data">) {
  const locale = localeOf((await params).locale);
  setRequestLocale(locale);
  const t = await getTranslations("data");
  const shell = await getTranslations("shell");
  const rates = [...(await latestRates()).values()];
  return (
    <Page title={t("title")} lead={t("lead")} breadcrumb={[{ href: address(locale, "home"), label: shell("home") }]}>
      <Section title={t("asOfTitle")}>{await freshness({ locale, rates })}</Section>
      <Section title={t("figuresTitle")}>
        <FactTable
          facts={figures.map((key) => ({ key, label: t(`figure.${key}.label`), value: t(`figure.${key}.text`) }))}
        />
      </Section>
      <Section title={t("proofTitle")}>
        <p className="max-w-measure">{t("proof")}</p>
      </Section>
      {rates.length > 0 && (
        <Section title={t("ratesTitle")} lead={t("ratesLead")}>
          <Disclosure summary={t("ratesShow", { count: rates.length })}>
            <RatesTable rates={rates} />
          </Disclosure>
        </Section>
      )}
      <Section title={t("apiTitle")} lead={t("apiLead")}>
        <Api />
      </Section>
      <Section title={t("licenceTitle")}>
        <p className="max-w-measure">{t("licence")}</p>
      </Section>
      <Section title={t("verifyTitle")}>
        <List words={(["number", "article", "day", "api", "journal"] as const).map((key) => t(`verify.${key}`))} />
      </Section>
      <Section title={t("sourcesTitle")}>
        <List words={(["law", "register", "press", "localities"] as const).map((key) => t(`source.${key}`))} />
        <p className="mt-3">
          <a href={address(locale, "localities")} className="inline-flex min-h-11 items-center">
            {t("localitiesLink")}
          </a>
        </p>
      </Section>
    </Page>
  );
}

const List = ({ words }: { words: readonly string[] }) => (
  <ul className="max-w-measure list-disc space-y-2 pl-6">
    {words.map((word) => (
      <li key={word}>{word}</li>
    ))}
  </ul>
);
