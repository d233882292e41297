import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { address, alternates } from "@/app/_http/addresses";
import { answerWith } from "@/app/_http/answer";
import { absolute } from "@/app/_http/links";
import { missing } from "@/app/_http/missing";
import { localeOf } from "@/app/_http/shell";
import { situationForm } from "@/app/_http/situation";
import { today } from "@/app/_http/today";
import { CashFlowResult } from "@/components/cash-flow/result";
import { SituationAsked } from "@/components/cash-flow/situation";
import { NotOpen, isGone } from "@/components/orders/not-open";
import { Page } from "@/components/ui/page";
import { latestRates } from "@/domain/fees/queries";
import { cashFlowOfOrder } from "@/domain/fees/rules";
import { elsewhere, titleOf } from "../elsewhere";
import { readOrder } from "../order";

type Props = PageProps<"/[locale]/orders/[reference]/cost">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale: segment, reference } = await params;
  const locale = localeOf(segment);
  const page = await readOrder(reference);
  const t = await getTranslations({ locale, namespace: "cashflow" });
  if (!page || page.notOpen) return { title: t("title"), robots: { index: false } };
  return {
    title: `${t("title")}: ${titleOf(locale, page)} (${page.facts.reference})`,
    description: t("description", { reference: page.facts.reference }),
    alternates: alternates(locale, "cost", { reference: page.facts.reference }),
    robots: { index: false, follow: true },
  };
}

/** Drawn for one person: nothing of it is kept for the next reader. */
export default async function Cost({ params }: Props) {
  const { locale: segment, reference: asked } = await params;
  const locale = localeOf(segment);
  setRequestLocale(locale);
  const page = await readOrder(asked);
  if (!page) return missing(locale);
  const [t, shell, orders] = await Promise.all([
    getTranslations("cashflow"),
    getTranslations("shell"),
    getTranslations("orders.page"),
  ]);
  const { facts, notOpen } = page;
  const { reference } = facts;
  const order = address(locale, "order", { reference });
  const frame = {
    title: t("heading", { order: titleOf(locale, page) }),
    breadcrumb: [
      { href: address(locale, "home"), label: shell("home") },
      { href: address(locale, "orders"), label: shell("nav.orders") },
      { href: order, label: reference },
    ],
  };
  if (notOpen) {
    if (isGone(notOpen)) answerWith(410);
    return (
      <Page {...frame} lead={orders("reference", { reference })}>
        <NotOpen notOpen={notOpen} facts={facts} day={today()} next={await elsewhere(locale, page)} />
      </Page>
    );
  }
  const [form, rates] = await Promise.all([situationForm(), latestRates()]);
  const flow = cashFlowOfOrder(page, rates, { situation: form.situation, on: today() });
  const own = address(locale, "cost", { reference });
  return (
    <Page {...frame} lead={t("lead", { reference })}>
      <SituationAsked {...form} next={own} />
      <CashFlowResult
        flow={flow}
        preparation={facts.kind === "source_preparation"}
        links={{
          order,
          compare: address(locale, "compareCost", null, { o: reference }),
          support: address(locale, "support"),
          share: absolute(own),
        }}
      />
    </Page>
  );
}
