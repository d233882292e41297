import type { Metadata } from "next";
import { headers } from "next/headers";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { address, alternates } from "@/app/_http/addresses";
import { answerWith } from "@/app/_http/answer";
import { allow } from "@/app/_http/rate-limit";
import { localeOf } from "@/app/_http/shell";
import { oneOf } from "@/app/_http/typed";
import { ContactAnswers } from "@/components/complaints/contact-answer";
import { ContactForm } from "@/components/complaints/contact-form";
import { Page } from "@/components/ui/page";
import { checkContact } from "@/domain/complaints/queries";
import { cleanText } from "@/domain/kernel/text";
import { provinceOf } from "@/domain/localities/rules";

type Props = PageProps<"/[locale]/check/contact">;

/** An answer is for the one who asked: no search engine keeps it, and its address goes to nobody. */
export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const locale = localeOf((await params).locale);
  const t = await getTranslations({ locale, namespace: "complaints.contact" });
  return {
    ...{
      title: t("title"),
      description: t("lead"),
      alternates: alternates(locale, "contact"),
      referrer: "same-origin",
    },
    robots: oneOf(await searchParams, "q") ? { index: false, follow: true } : undefined,
  };
}

export default async function ContactCheck({ params, searchParams }: Props) {
  const locale = localeOf((await params).locale);
  setRequestLocale(locale);
  const search = await searchParams;
  const [t, shell, check] = await Promise.all([
    getTranslations("complaints.contact"),
    getTranslations("shell"),
    getTranslations("check"),
  ]);
  const raw = oneOf(search, "q");
  const province = provinceOf(oneOf(search, "province"))?.id ?? null;
  // Each question asks the register several times over.
  const allowed = raw === "" || (await allow({ headers: await headers() }, 3)).allowed;
  if (!allowed) answerWith(429);
  const answer = raw && allowed ? await checkContact(raw, { province }) : null;
  const error = !allowed ? t("tooOften") : answer?.state === "not_understood" ? t("notUnderstood") : undefined;
  return (
    <Page
      title={t("title")}
      lead={answer?.first ? undefined : t("lead")}
      breadcrumb={[
        { href: address(locale, "home"), label: shell("home") },
        { href: address(locale, "check"), label: check("title") },
      ]}
    >
      <ContactForm action={address(locale, "contact")} q={cleanText(raw, 300)} province={province} error={error} />
      {answer?.first && <ContactAnswers answer={answer} locale={locale} />}
    </Page>
  );
}
