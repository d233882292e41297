import { useLocale, useTranslations } from "next-intl";
import { formatDay, formatNumber, languageOf } from "@/components/ui/format";
import { Icon } from "@/components/ui/icon";
import { DateText, Unverified } from "@/components/ui/money";
import { Section } from "@/components/ui/page";
import { Notice } from "@/components/ui/status";
import type { CashFlow } from "@/domain/fees/cash-flow/shape";
import type { Day } from "@/domain/kernel/calendar";
import { Answer, RatesUsed } from "./answer";
import { LineList } from "./lines";
import { GrantsFor, Loans } from "./loan";
import { MonthlyTable } from "./monthly";
import { MonthsDrawing } from "./months";
import { PayersBar } from "./payers";
import { ComesBack, UnknownList } from "./returns";

type Links = { order: string; compare: string; support: string; share: string };

/** A cash-flow from the answer down to the last instalment. */
export function CashFlowResult({
  flow,
  links,
  preparation,
}: {
  flow: CashFlow;
  links: Links;
  /** Training a pool before there is a contract: no wage stands against the cost. */
  preparation?: boolean;
}) {
  const t = useTranslations("cashflow");
  const pay = useTranslations("orders.pay");
  return (
    <>
      {preparation && <Notice>{pay("preparation")}</Notice>}
      <section id="answer" aria-label={t("answer.title")}>
        <Answer flow={flow} />
      </section>
      <Section title={t("payers.title")}>
        <PayersBar flow={flow} />
        <RatesUsed flow={flow} />
      </Section>
      <Section title={t("months.title")}>
        <MonthsDrawing flow={flow} />
        <RatesUsed flow={flow} />
      </Section>
      <Section title={t("lines.title")} lead={t("lines.lead")}>
        <LineList flow={flow} />
      </Section>
      <Section title={t("monthly.title")} lead={t("monthly.lead")}>
        <MonthlyTable flow={flow} />
      </Section>
      <Section title={t("grants.title")}>
        <GrantsFor flow={flow} supportHref={links.support} />
      </Section>
      <Section title={t("loan.title")} lead={flow.loan || flow.depositLoan ? t("loan.lead") : undefined}>
        <Loans flow={flow} />
      </Section>
      <Section title={t("back.title")}>
        <ComesBack flow={flow} />
        <RatesUsed flow={flow} />
      </Section>
      <Section title={t("unknown.title")} id="unknown">
        <UnknownList flow={flow} />
      </Section>
      <Section title={t("basisOfAll.title")}>
        <Basis flow={flow} />
      </Section>
      <Next links={links} />
    </>
  );
}

/** On what day's rules and rates all of it stands. */
function Basis({ flow }: { flow: CashFlow }) {
  const t = useTranslations("cashflow.basisOfAll");
  const locale = languageOf(useLocale());
  return (
    <ul className="max-w-measure list-disc space-y-1 pl-6 text-small">
      <li>
        {t("day")} <DateText day={flow.on} />
      </li>
      {flow.rates.map((rate) => (
        <li key={rate.currency}>
          {t("rate", {
            currency: rate.currency,
            dong: formatNumber(locale, rate.vndPerUnit),
            day: formatDay(locale, rate.on as Day),
            source: rate.source,
          })}{" "}
          {rate.verified === false && <Unverified />}
        </li>
      ))}
      <li>{t("notPromise")}</li>
    </ul>
  );
}

function Next({ links }: { links: Links }) {
  const t = useTranslations("cashflow.next");
  return (
    <Section title={t("title")}>
      <ul className="max-w-measure space-y-2">
        <li className="no-print">
          <a href={links.compare} className="inline-flex min-h-11 items-center">
            {t("compare")}
          </a>
        </li>
        <li className="no-print">
          <a href={links.order} className="inline-flex min-h-11 items-center">
            {t("order")}
          </a>
        </li>
        <li className="no-print">
          <Icon name="print" className="mr-2" />
          {t("print")}
        </li>
        <li className="no-print">{t("saved")}</li>
        <li>
          {t("share")} <span className="block break-all font-medium">{links.share}</span>
        </li>
      </ul>
    </Section>
  );
}
