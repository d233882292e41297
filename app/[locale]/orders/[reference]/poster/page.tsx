import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { address } from "@/app/_http/addresses";
import { answerWith } from "@/app/_http/answer";
import { missing } from "@/app/_http/missing";
import { localeOf } from "@/app/_http/shell";
import { Empty, Page } from "@/components/ui/page";
import { titleOf } from "../elsewhere";
import { readOrder } from "../order";
import { posterOf } from "./sheet";

type Props = PageProps<"/[locale]/orders/[reference]/poster">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, reference } = await params;
  const t = await getTranslations({ locale: localeOf(locale), namespace: "codes.poster" });
  return { title: t("title", { reference: reference.slice(0, 20) }), robots: { index: false, follow: true } };
}

/** A sheet to hang up: only of an order that is open today, and dated. */
export default async function PosterPage({ params }: Props) {
  const { locale: segment, reference } = await params;
  const locale = localeOf(segment);
  setRequestLocale(locale);
  const page = await readOrder(reference);
  if (!page) return missing(locale);
  const t = await getTranslations("codes.poster");
  const back = { href: address(locale, "order", { reference: page.facts.reference }), label: t("back") };
  if (page.notOpen) {
    answerWith(410);
    return (
      <Page title={t("title", { reference: page.facts.reference })}>
        <Empty title={t("notOpen")} links={[back]} />
      </Page>
    );
  }
  return (
    <Page title={titleOf(locale, page)} lead={<span className="no-print">{t("lead")}</span>} breadcrumb={[back]}>
      {await posterOf(locale, page)}
    </Page>
  );
}
