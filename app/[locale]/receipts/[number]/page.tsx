import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { localeOf } from "@/app/_http/shell";
import { oneOf } from "@/app/_http/typed";
import { cleanText } from "@/domain/kernel/text";
import { receiptPage } from "../verify";

type Props = PageProps<"/[locale]/receipts/[number]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: localeOf((await params).locale), namespace: "payments.check" });
  return { title: t("title"), robots: { index: false, follow: false } };
}

/** The address printed on a receipt: with its code the answer, without it the form. */
export default async function Receipt({ params, searchParams }: Props) {
  const { locale: segment, number } = await params;
  const locale = localeOf(segment);
  setRequestLocale(locale);
  const code = cleanText(oneOf(await searchParams, "code"), 40);
  return receiptPage(locale, { number: cleanText(decodeURIComponent(number), 40), code });
}
