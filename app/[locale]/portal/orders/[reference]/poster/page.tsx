import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { DeskNav } from "@/components/desk/desk-nav";
import { actorAs } from "@/app/_http/actor";
import { address } from "@/app/_http/addresses";
import { missing } from "@/app/_http/missing";
import { localeOf } from "@/app/_http/shell";
import { Empty, Page } from "@/components/ui/page";
import { isOfAgency } from "@/domain/accounts/access";
import { orderPage } from "@/domain/orders/queries";
import { posterOf } from "../../../../orders/[reference]/poster/sheet";

type Props = PageProps<"/[locale]/portal/orders/[reference]/poster">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, reference } = await params;
  const t = await getTranslations({ locale: localeOf(locale), namespace: "codes.poster" });
  return { title: t("title", { reference: reference.slice(0, 20) }), robots: { index: false, follow: false } };
}

/** For the agency's own people: the sheet of their order, in Vietnamese as it will hang on the wall. */
export default async function PortalPoster({ params }: Props) {
  const { locale: segment, reference } = await params;
  const locale = localeOf(segment);
  setRequestLocale(locale);
  const known = await actorAs(locale, "agency_staff");
  const page = known && /^[A-Z]{2}-\d{1,12}$/.test(reference) ? await orderPage(reference) : null;
  if (!known || !page?.facts.agencyId || !isOfAgency(known.actor, page.facts.agencyId)) return missing(locale);
  const t = await getTranslations("codes.poster");
  const back = { href: address(locale, "order", { reference }), label: reference };
  return (
    <Page
      title={<span className="print:hidden">{t("title", { reference })}</span>}
      lead={<span className="no-print">{t("lead")}</span>}
      above={<DeskNav actor={known.actor} current="portal" />}
      breadcrumb={[back]}
    >
      {page.notOpen ? <Empty title={t("notOpen")} links={[back]} /> : await posterOf(locale, page)}
    </Page>
  );
}
