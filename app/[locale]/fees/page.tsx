import type { ReactNode } from "react";
import { useTranslations } from "next-intl";
import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { type Locale, address, alternates } from "@/app/_http/addresses";
import { kept } from "@/app/_http/kept-page";
import { localeOf } from "@/app/_http/shell";
import { today as todayOf } from "@/app/_http/today";
import { oneOf } from "@/app/_http/typed";
import { ruleRows } from "@/components/fees/rule-rows";
import { Article, RuleTable } from "@/components/fees/rule-table";
import { LinkButton } from "@/components/ui/button";
import { formatDay } from "@/components/ui/format";
import { Disclosure } from "@/components/ui/disclosure";
import { Page, Section } from "@/components/ui/page";
import { Notice } from "@/components/ui/status";
import { feeRuleOf } from "@/domain/fees/rules";
import { marketOf } from "@/domain/kernel/catalogue";
import { lawOfMarket } from "./market";
import { mayBeAsked } from "./may-be-asked";

/** What nobody may ask of a worker, and before which day nothing may be asked at all. */
const forbidden = ["BR-WORKER", "RC-FEE", "SEC-OTHER", "SF-PUBLIC-UNIT", "SF-LOCAL-AUTHORITY", "SRC-PREP"] as const;
const timing = ["SF-WHEN", "DEP-WHEN", "SF-SHORTFALL", "SF-EXT", "SF-REFUND", "DEP-REFUND"] as const;

export async function generateMetadata({ params }: PageProps<"/[locale]/fees">): Promise<Metadata> {
  const locale = localeOf((await params).locale);
  const t = await getTranslations({ locale, namespace: "fees-page" });
  return { title: t("title"), description: t("lead"), alternates: alternates(locale, "fees") };
}

export default async function Fees({ params, searchParams }: PageProps<"/[locale]/fees">) {
  const locale = localeOf((await params).locale);
  setRequestLocale(locale);
  const parameters = await searchParams;
  return kept("fees", [locale, parameters], () => fees(locale, parameters));
}

async function fees(locale: Locale, parameters: Awaited<PageProps<"/[locale]/fees">["searchParams"]>) {
  const today = todayOf();
  const t = await getTranslations("fees-page");
  const shell = await getTranslations("shell");
  const hrefOf = (code: string) => address(locale, "market", { slug: marketOf(code)?.slug ?? "" });
  const market = oneOf(parameters, "market");
  /** Whoever chose a country has its rules above; those of all others then wait behind a click. */
  const everywhere = (table: ReactNode) =>
    market === "" ? table : <Disclosure summary={t("everywhere")}>{table}</Disclosure>;
  const fee = ruleRows("serviceFee", "SF-GEN", today);
  const deposit = ruleRows("deposit", "DEP-OTHER", today);
  return (
    <Page title={t("title")} lead={t("lead")} breadcrumb={[{ href: address(locale, "home"), label: shell("home") }]}>
      <Ways asked={address(locale, "asked")} orders={address(locale, "orders")} />
      <Section id="hoi" title={t("form.title")} lead={t("form.lead")}>
        {await mayBeAsked({ locale, params: parameters, today })}
      </Section>
      {await lawOfMarket({ locale, asked: market, today })}
      <Section title={t("forbiddenTitle")} lead={t("forbiddenLead")}>
        <RuleList rules={forbidden} />
        <p className="mt-4 max-w-measure">{t("names")}</p>
      </Section>
      <Section title={t("feeTitle")} lead={t("feeLead", { day: formatDay(locale, today) })}>
        {everywhere(<RuleTable caption={t("feeTitle")} rows={fee} hrefOf={hrefOf} />)}
      </Section>
      <Section title={t("whenTitle")}>
        <RuleList rules={timing} />
      </Section>
      <Section title={t("depositTitle")} lead={t("depositLead")}>
        {everywhere(<RuleTable caption={t("depositTitle")} rows={deposit} hrefOf={hrefOf} />)}
        <div className="mt-4">
          <Notice title={t("bankTitle")}>{t("bank")}</Notice>
        </div>
      </Section>
      <Section title={t("readingTitle")}>
        <ul className="max-w-measure list-disc space-y-2 pl-6">
          {(["partYear", "clamped", "basic", "foreign", "groups", "transition"] as const).map((key) => (
            <li key={key}>{t(`reading.${key}`)}</li>
          ))}
        </ul>
      </Section>
    </Page>
  );
}

/** The two questions most people come with. */
function Ways({ asked, orders }: { asked: string; orders: string }) {
  const t = useTranslations("fees-page.ways");
  return (
    <div className="no-print flex flex-wrap items-start gap-4">
      <LinkButton href={asked}>{t("asked")}</LinkButton>
      <div>
        <LinkButton href={orders} look="secondary">
          {t("calculator")}
        </LinkButton>
        <p className="mt-1 text-small text-muted">{t("calculatorHint")}</p>
      </div>
    </div>
  );
}

function RuleList({ rules }: { rules: readonly string[] }) {
  const t = useTranslations("fees");
  return (
    <ul className="divide-y divide-line border-y border-line">
      {rules.map((id) => {
        const rule = feeRuleOf(id);
        return (
          rule && (
            <li key={id} className="max-w-measure py-3">
              {t(`rule.${id}`)}
              <Article line={rule} />
            </li>
          )
        );
      })}
    </ul>
  );
}
