import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { missing } from "@/app/_http/missing";
import { localeOf } from "@/app/_http/shell";

export async function generateMetadata({ params }: PageProps<"/[locale]/[...rest]">): Promise<Metadata> {
  const t = await getTranslations({ locale: localeOf((await params).locale), namespace: "shell.notFound" });
  return { title: t("title"), robots: { index: false } };
}

/** Every address nobody answers for, so that its 404 has our frame and language. */
export default async function Rest({ params }: PageProps<"/[locale]/[...rest]">) {
  const locale = localeOf((await params).locale);
  setRequestLocale(locale);
  return missing(locale);
}
