import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { type Locale, address, alternates } from "@/app/_http/addresses";
import { answerWith } from "@/app/_http/answer";
import { kept, keptHead, passing } from "@/app/_http/kept-page";
import { missing } from "@/app/_http/missing";
import { localeOf } from "@/app/_http/shell";
import { today } from "@/app/_http/today";
import { marketName } from "@/components/orders/names";
import { NotOpen, RecordNotice, isGone } from "@/components/orders/not-open";
import { OpenOrder } from "@/components/orders/open-order";
import { Sender } from "@/components/orders/sender";
import { formatDay, formatMoney } from "@/components/ui/format";
import { Page } from "@/components/ui/page";
import type { Day } from "@/domain/kernel/calendar";
import type { OrderPage } from "@/domain/orders/queries";
import { elsewhere, titleOf } from "./elsewhere";
import { Posting } from "./posting";
import { moneyOf, readOrder, verdictOf } from "./order";

type Props = PageProps<"/[locale]/orders/[reference]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale: segment, reference } = await params;
  const locale = localeOf(segment);
  return keptHead("order", [locale, reference], () => headOf(locale, reference));
}

async function headOf(locale: Locale, reference: string): Promise<Metadata> {
  const page = await readOrder(reference);
  const t = await getTranslations({ locale, namespace: "orders.page" });
  if (!page) return { title: t("missing"), robots: { index: false } };
  const title = `${titleOf(locale, page)} (${page.facts.reference})`;
  if (page.notOpen) return { title, robots: { index: false, follow: true } };
  const ui = await getTranslations({ locale, namespace: "ui" });
  const { netVnd, rateOn, costVnd, costRateOn, currency } = page.facts;
  // A converted amount never goes without the day of its rate, in a preview least of all.
  const said = (minor: bigint | null, on: Day | null) =>
    minor === null
      ? t("unknown")
      : formatMoney(locale, { minor, currency: "VND" }, { short: true }) +
        (on ? ` (${ui("rateOn", { day: formatDay(locale, on) })})` : "");
  const kept = said(netVnd, currency === "VND" ? null : rateOn);
  const cost = said(costVnd, costRateOn);
  const description = t("description", { kept, cost });
  const image = `/api/og/order/${page.facts.reference}?lang=${locale}`;
  return {
    title,
    description,
    alternates: alternates(locale, "order", { reference: page.facts.reference }),
    openGraph: {
      title,
      description,
      type: "website",
      locale,
      images: [{ url: image, width: 1200, height: 630, alt: title }],
    },
  };
}

export default async function Order({ params }: Props) {
  const { locale: segment, reference } = await params;
  const locale = localeOf(segment);
  setRequestLocale(locale);
  return kept("order", [locale, reference], () => orderPage(locale, reference));
}

async function orderPage(locale: Locale, reference: string) {
  const page = await readOrder(reference);
  if (!page) return missing(locale);
  const [t, shell] = await Promise.all([getTranslations("orders.page"), getTranslations("shell")]);
  const { facts, notOpen } = page;
  const frame = {
    title: titleOf(locale, page),
    breadcrumb: [
      { href: address(locale, "home"), label: shell("home") },
      { href: address(locale, "orders"), label: shell("nav.orders") },
      { href: address(locale, "orders", null, { market: facts.market }), label: marketName(locale, facts.market) },
    ],
    lead: t("lead", { reference: facts.reference, title: facts.title }),
  };
  if (notOpen && notOpen.reason !== "recorded") {
    if (isGone(notOpen)) answerWith(410);
    return passing(
      <Page {...frame} lead={t("reference", { reference: facts.reference })}>
        <NotOpen notOpen={notOpen} facts={facts} day={today()} next={await elsewhere(locale, page)} />
      </Page>,
    );
  }
  return (
    <Page {...frame} above={notOpen && <RecordNotice facts={facts} />} after={<Posting locale={locale} page={page} />}>
      {await body(locale, page)}
    </Page>
  );
}

async function body(locale: Locale, page: OrderPage) {
  const verdict = await verdictOf(page);
  const { facts, agency } = page;
  return (
    <OpenOrder
      page={page}
      day={today()}
      rates={page.rates}
      {...moneyOf(page)}
      sender={
        <Sender
          page={page}
          verdict={verdict}
          href={agency && address(locale, "agency", { slug: agency.slug })}
          checkHref={address(locale, "check", null, { q: agency?.nameVi ?? facts.senderName })}
        />
      }
      copies={page.copies.map((copy) => ({
        href: address(locale, "order", { reference: copy.reference }),
        label: `${copy.reference} · ${copy.title}`,
      }))}
      compareHref={address(locale, "compare", null, { o: facts.reference })}
      askedHref={address(locale, "asked", null, { o: facts.reference })}
      costHref={address(locale, "cost", { reference: facts.reference })}
      feesHref={address(locale, "fees", null, { market: facts.market })}
      posterHref={address(locale, "poster", { reference: facts.reference })}
    />
  );
}
