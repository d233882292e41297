import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { address, alternates, type Locale } from "@/app/_http/addresses";
import { localeOf } from "@/app/_http/shell";
import { today as todayOf } from "@/app/_http/today";
import { RatesTable } from "@/components/fees/rates-table";
import { add, none } from "@/components/markets/groups";
import { Disclosure } from "@/components/ui/disclosure";
import { formatDay, formatInstant, formatNumber } from "@/components/ui/format";
import { Page, Section } from "@/components/ui/page";
import { FactTable } from "@/components/ui/tables";
import { latestRates } from "@/domain/fees/queries";
import { feeRuleNotes, feeRules } from "@/domain/fees/rules";
import { registerAsOf } from "@/domain/licences/queries";
import { countsByMarket } from "@/domain/orders/queries";

const figures = ["kept", "cost", "deposit", "breakEven", "places", "licensed", "unverified", "unknown"] as const;
const examples = [
  ["orders", "/api/v1/orders?market=DE&deposit=none"],
  ["agencies", "/api/v1/agencies"],
  ["check", "/api/v1/licences/check?q=199/LDTBXH-GP"],
  ["markets", "/api/v1/markets"],
  ["rules", "/api/v1/fees/rules"],
] as const;
const ceilingExample = `curl -X POST /api/v1/fees/ceiling \\
  -H "Content-Type: application/json" \\
  -d '{"market":"TW","programme":"TW_HOME_CARE",
       "contract_months":36,"wage":20000,"currency":"TWD"}'`;

export async function generateMetadata({ params }: PageProps<"/[locale]/data">): Promise<Metadata> {
  const locale = localeOf((await params).locale);
  const t = await getTranslations({ locale, namespace: "data" });
  return { title: t("title"), description: t("lead"), alternates: alternates(locale, "data") };
}

export default async function Data({ params }: PageProps<"/[locale]/data">) {
  const locale = localeOf((await params).locale);
  setRequestLocale(locale);
  const t = await getTranslations("data");
  const shell = await getTranslations("shell");
  const rates = [...(await latestRates()).values()];
  return (
    <Page title={t("title")} lead={t("lead")} breadcrumb={[{ href: address(locale, "home"), label: shell("home") }]}>
      <Section title={t("asOfTitle")}>
        <Freshness locale={locale} rates={rates} />
      </Section>
      <Section title={t("figuresTitle")}>
        <FactTable
          facts={figures.map((key) => ({ key, label: t(`figure.${key}.label`), value: t(`figure.${key}.text`) }))}
        />
      </Section>
      <Section title={t("proofTitle")}>
        <p className="max-w-measure">{t("proof")}</p>
      </Section>
      {rates.length > 0 && (
        <Section title={t("ratesTitle")} lead={t("ratesLead")}>
          <Disclosure summary={t("ratesShow", { count: rates.length })}>
            <RatesTable rates={rates} />
          </Disclosure>
        </Section>
      )}
      <Section title={t("apiTitle")} lead={t("apiLead")}>
        <Api />
      </Section>
      <Section title={t("licenceTitle")}>
        <p className="max-w-measure">{t("licence")}</p>
      </Section>
      <Section title={t("verifyTitle")}>
        <List words={(["number", "article", "day", "api"] as const).map((key) => t(`verify.${key}`))} />
      </Section>
      <Section title={t("sourcesTitle")}>
        <List words={(["law", "register", "press", "localities"] as const).map((key) => t(`source.${key}`))} />
        <p className="mt-3">
          <a href={address(locale, "localities")} className="inline-flex min-h-11 items-center">
            {t("localitiesLink")}
          </a>
        </p>
      </Section>
    </Page>
  );
}

const List = ({ words }: { words: readonly string[] }) => (
  <ul className="max-w-measure list-disc space-y-2 pl-6">
    {words.map((word) => (
      <li key={word}>{word}</li>
    ))}
  </ul>
);

async function Freshness({ locale, rates }: { locale: Locale; rates: readonly { on: string }[] }) {
  const t = await getTranslations("data");
  const [register, counts] = await Promise.all([registerAsOf(), countsByMarket()]);
  const open = [...counts.values()].reduce(add, none);
  const newest = rates
    .map((rate) => rate.on)
    .sort()
    .at(-1);
  return (
    <FactTable
      facts={[
        {
          key: "register",
          label: t("register"),
          value: register
            ? `${t("registerValue", { day: formatDay(locale, register.asOf) })}, ${t(register.official ? "official" : "notOfficial")}`
            : t("registerNone"),
          note: register && t("registerLoaded", { at: formatInstant(register.finishedAt), source: register.source }),
        },
        {
          key: "orders",
          label: t("orders"),
          value: t("ordersValue", {
            orders: formatNumber(locale, open.orders),
            places: formatNumber(locale, open.places),
          }),
          note: t("ordersNote", { day: formatDay(locale, todayOf()) }),
        },
        {
          key: "rules",
          label: t("rules"),
          value: t("rulesValue", {
            count: feeRules.length,
            day: formatDay(locale, `${feeRuleNotes.asOf.slice(0, 7)}-01`, "month"),
          }),
        },
        {
          key: "rates",
          label: t("rates"),
          value: newest ? t("ratesValue", { count: rates.length, day: formatDay(locale, newest) }) : t("ratesNone"),
        },
        { key: "localities", label: t("localities"), value: t("localitiesValue") },
      ]}
    />
  );
}

async function Api() {
  const t = await getTranslations("data");
  return (
    <div className="space-y-4">
      <p>
        <a href="/api/v1/openapi.json" className="inline-flex min-h-11 items-center">
          {t("apiSpec")}
        </a>
        <span className="block text-small text-muted">{t("apiLimit")}</span>
      </p>
      <ul className="divide-y divide-line border-y border-line">
        {examples.map(([key, path]) => (
          <li key={key} className="py-3">
            {t(`example.${key}`)}
            <a href={path} className="flex min-h-11 items-center break-all">
              GET {path}
            </a>
          </li>
        ))}
        <li className="py-3">
          {t("example.ceiling")}
          <pre className="overflow-x-auto bg-wash px-3 py-2 text-small" tabIndex={0}>
            {ceilingExample}
          </pre>
        </li>
      </ul>
    </div>
  );
}
