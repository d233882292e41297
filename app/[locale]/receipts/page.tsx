import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { alternates } from "@/app/_http/addresses";
import { localeOf } from "@/app/_http/shell";
import { oneOf } from "@/app/_http/typed";
import { cleanText } from "@/domain/kernel/text";
import { receiptPage } from "./verify";

type Props = PageProps<"/[locale]/receipts">;

/** The empty form may be found; an answer never. */
export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const locale = localeOf((await params).locale);
  const t = await getTranslations({ locale, namespace: "payments.check" });
  const answers = oneOf(await searchParams, "number") !== "";
  return {
    title: t("title"),
    description: t("lead"),
    ...(answers ? { robots: { index: false } } : { alternates: alternates(locale, "receipts") }),
  };
}

export default async function ReceiptCheck({ params, searchParams }: Props) {
  const locale = localeOf((await params).locale);
  setRequestLocale(locale);
  const search = await searchParams;
  const typed = (name: string) => cleanText(oneOf(search, name), 40);
  return receiptPage(locale, { number: typed("number"), code: typed("code") });
}
