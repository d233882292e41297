import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { localeOf } from "@/app/_http/shell";
import { codePage } from "../answer";

type Props = PageProps<"/[locale]/codes/[text]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: localeOf((await params).locale), namespace: "codes" });
  return { title: t("title"), robots: { index: false, follow: false } };
}

/** The address in the QR of a poster or a receipt. */
export default async function Code({ params }: Props) {
  const { locale: segment, text } = await params;
  const locale = localeOf(segment);
  setRequestLocale(locale);
  return codePage(locale, text);
}
