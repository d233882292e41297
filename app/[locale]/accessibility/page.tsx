import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { address, alternates } from "@/app/_http/addresses";
import { localeOf } from "@/app/_http/shell";
import { Page, Section } from "@/components/ui/page";

const parts = ["aim", "checked", "notChecked", "tell"] as const;

export async function generateMetadata({ params }: PageProps<"/[locale]/accessibility">): Promise<Metadata> {
  const locale = localeOf((await params).locale);
  const t = await getTranslations({ locale, namespace: "shell.accessibilityPage" });
  return { title: t("title"), description: t("lead"), alternates: alternates(locale, "accessibility") };
}

export default async function Accessibility({ params }: PageProps<"/[locale]/accessibility">) {
  const locale = localeOf((await params).locale);
  setRequestLocale(locale);
  const t = await getTranslations("shell.accessibilityPage");
  const shell = await getTranslations("shell");
  return (
    <Page title={t("title")} lead={t("lead")} breadcrumb={[{ href: address(locale, "home"), label: shell("home") }]}>
      {parts.map((part) => (
        <Section key={part} title={t(`${part}Title`)}>
          <p className="max-w-measure">{t(part)}</p>
        </Section>
      ))}
    </Page>
  );
}
