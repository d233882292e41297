import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { CostBar } from "@/components/fees/cost-bar";
import { CostSheet } from "@/components/fees/cost-sheet";
import type { SheetView } from "@/components/fees/sheet-view";
import { LinkButton } from "@/components/ui/button";
import { Disclosure } from "@/components/ui/disclosure";
import { formatDay, languageOf } from "@/components/ui/format";
import { Icon } from "@/components/ui/icon";
import { Unverified } from "@/components/ui/money";
import { Section } from "@/components/ui/page";
import { Notice } from "@/components/ui/status";
import { type MinimumFinding, citationIn } from "@/domain/fees/rules";
import type { Rates } from "@/domain/fees/schema";
import type { Day } from "@/domain/kernel/calendar";
import type { Rate } from "@/domain/kernel/money";
import type { OrderPage } from "@/domain/orders/queries";
import { Links } from "./not-open";
import { OrderFigures } from "./order-figures";
import { PayTable } from "./pay";
import { PaymentPlan } from "./payment-plan";
import { Proof } from "./proof";
import { Requirements } from "./requirements";
import { Steps } from "./steps";
import { Timetable, Work } from "./work";

type Props = {
  page: OrderPage;
  day: Day;
  sheet: SheetView;
  rates: Rates;
  minimums: readonly MinimumFinding[];
  sender: ReactNode;
  copies: readonly { href: string; label: string }[];
  compareHref: string;
  askedHref: string;
  costHref: string;
  feesHref: string;
  posterHref: string;
};

/** An order from what it is worth to the airport; a record of an old notice is drawn the same way, without proof. */
export function OpenOrder({
  page,
  day,
  sheet,
  rates,
  minimums,
  sender,
  copies,
  compareHref,
  askedHref,
  costHref,
  feesHref,
  posterHref,
}: Props) {
  const t = useTranslations("orders.page");
  const { facts, conditions } = page;
  /** Of an old notice only the lines it names are known, never what they come to. */
  const record = page.notOpen !== null;
  return (
    <>
      <div className="space-y-4">
        <OrderFigures page={page} />
        {page.notOpen === null && <CostLink href={costHref} />}
      </div>
      {conditions.length > 0 && (
        <Section title={t("trust")} lead={t("trustLead")}>
          <Proof conditions={conditions} facts={facts} day={day} minimums={minimums} />
        </Section>
      )}
      <Section title={t("costs")} lead={sheet.lines.length > 0 ? t("costsLead") : undefined}>
        <Costs sheet={sheet} rates={rates} feesHref={feesHref} page={page} />
      </Section>
      {sheet.lines.length > 0 && !record && (
        <Section title={t("plan")} lead={t("planLead")}>
          <div className="max-w-measure">
            <PaymentPlan lines={sheet.lines} />
          </div>
        </Section>
      )}
      <Section title={t("work")}>
        <h3 className="mb-2">{t("pay")}</h3>
        <PayTable facts={facts} rate={page.rate} />
        <h3 className="mt-8 mb-2">{t("conditions")}</h3>
        <div>
          <Work facts={facts} />
        </div>
      </Section>
      <Section title={t("who")} lead={t("whoLead")}>
        <Requirements facts={facts} />
      </Section>
      <Section title={t("sender")}>{sender}</Section>
      <Section title={t("steps")} lead={t("stepsLead")}>
        <Timetable facts={facts} />
        <div className="mt-6 max-w-measure">
          <Steps programme={facts.programme} />
        </div>
      </Section>
      {copies.length > 0 && (
        <Section title={t("copies")} lead={t("copiesLead")}>
          <Links links={copies} />
        </Section>
      )}
      <Actions
        compareHref={compareHref}
        askedHref={askedHref}
        posterHref={posterHref}
        reference={facts.reference}
        record={record}
      />
    </>
  );
}

/** The main action of the page: the same figures for her own situation. */
function CostLink({ href }: { href: string }) {
  const t = useTranslations("cashflow");
  return (
    <div className="no-print flex flex-wrap items-center gap-x-4 gap-y-1">
      <LinkButton href={href}>{t("orderLink")}</LinkButton>
      <span className="text-small text-muted">{t("orderLinkNote")}</span>
    </div>
  );
}

function Costs({ sheet, rates, feesHref, page }: Pick<Props, "sheet" | "rates" | "feesHref" | "page">) {
  const t = useTranslations("orders.page");
  const locale = useLocale();
  const fees = useTranslations("fees");
  if (sheet.lines.length === 0) return <p>{t("noSheet")}</p>;
  const { serviceFee } = sheet;
  return (
    <div className="space-y-8">
      {page.notOpen === null ? <CostBar view={sheet} /> : <p>{t("recordSheet")}</p>}
      <CostSheet view={sheet} rates={rates} sums={page.notOpen === null} />
      <div className="space-y-2">
        <Disclosure summary={t("law")}>
          <p>
            {fees.has(`rule.${serviceFee.rule}`)
              ? fees(`rule.${serviceFee.rule}`)
              : fees(`verdict.${serviceFee.verdict}`)}
            . {serviceFee.legalSource && citationIn(serviceFee.legalSource, locale)}{" "}
            {!serviceFee.verified && <Unverified />}
          </p>
          <ul className="mt-2 list-disc pl-6">
            {serviceFee.assumptions.map((assumption) => (
              <li key={assumption}>{fees(`assumption.${assumption}`)}</li>
            ))}
          </ul>
          <p className="mt-2">
            <a href={feesHref}>{t("allRules")}</a>
          </p>
        </Disclosure>
        {ratesUsed(page, sheet).map((rate) => (
          <p key={rate.currency} className="text-small text-muted">
            {t(rate.source ? "rate" : "rateWithoutSource", {
              currency: rate.currency,
              dong: Math.round(rate.vndPerUnit * 100) / 100,
              day: formatDay(languageOf(locale), rate.on as Day),
              source: rate.source,
            })}
          </p>
        ))}
        <Notice>{fees("ceiling.advice")}</Notice>
      </div>
    </div>
  );
}

/** Every rate behind a đồng on this page: that of the wage, and those of lines in other currencies. */
function ratesUsed(page: OrderPage, sheet: SheetView): Rate[] {
  const used = new Set([page.facts.currency, ...sheet.lines.map(({ currency }) => currency)]);
  return [...used].flatMap((currency) => (currency === "VND" ? [] : (page.rates.get(currency) ?? [])));
}

type ActionsProps = Pick<Props, "compareHref" | "askedHref" | "posterHref"> & { reference: string; record: boolean };

function Actions({ compareHref, askedHref, posterHref, reference, record }: ActionsProps) {
  const poster = useTranslations("codes.poster");
  const t = useTranslations("orders.page");
  return (
    <Section title={t("next")}>
      <ul className="max-w-measure space-y-2">
        {!record && (
          <li className="no-print">
            <a href={compareHref} className="inline-flex min-h-11 items-center">
              {t("compare")}
            </a>
          </li>
        )}
        {!record && (
          <li className="no-print">
            <a href={posterHref} className="inline-flex min-h-11 items-center">
              {poster("link")}
            </a>
          </li>
        )}
        <li className="no-print">
          <a href={askedHref} className="inline-flex min-h-11 items-center">
            {t("asked")}
          </a>
        </li>
        <li className="no-print">
          <Icon name="print" className="mr-2" />
          {t("print")}
        </li>
        <li>
          <Icon name="phone" className="mr-2" />
          {t("report", { reference })}
        </li>
      </ul>
    </Section>
  );
}
