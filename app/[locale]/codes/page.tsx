import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { alternates } from "@/app/_http/addresses";
import { localeOf } from "@/app/_http/shell";
import { oneOf } from "@/app/_http/typed";
import { codePage } from "./answer";

type Props = PageProps<"/[locale]/codes">;

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const locale = localeOf((await params).locale);
  const t = await getTranslations({ locale, namespace: "codes" });
  const robots = oneOf(await searchParams, "code") ? { index: false, follow: false } : undefined;
  return { title: t("title"), description: t("lead"), alternates: alternates(locale, "codes"), robots };
}

export default async function Codes({ params, searchParams }: Props) {
  const locale = localeOf((await params).locale);
  setRequestLocale(locale);
  return codePage(locale, oneOf(await searchParams, "code"));
}
