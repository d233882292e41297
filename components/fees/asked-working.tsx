import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { formatDay, formatMoney, formatNumber, languageOf } from "@/components/ui/format";
import { type AskedLimit, type AskedTerms, type AskedVerdict, type Ceiling, feeRuleOf } from "@/domain/fees/rules";
import type { Money } from "@/domain/kernel/money";

/** How the most was computed: rate × months × wage, less what the foreign side pays, at which day's rate. */
export function AskedWorking({ one, limit, terms }: { one: AskedVerdict; limit: AskedLimit; terms: AskedTerms }) {
  const t = useTranslations("asked.answer");
  const fees = useTranslations("fees");
  const { ceiling } = limit;
  const steps = useSteps(limit, terms);
  const notStated = one.code === "service_fee" && ceiling?.verdict === "capped" && !terms.foreignPaid;
  return (
    <div className="max-w-measure space-y-1">
      {steps.map((step, i) => (
        <p key={i}>{step}</p>
      ))}
      {ceiling?.assumptions.map((assumption) => (
        <p key={assumption} className="text-muted">
          {fees(`assumption.${assumption}`)}
        </p>
      ))}
      {notStated && <p className="text-muted">{t("foreignNotStated")}</p>}
      {ceiling?.also.map(({ rule }) => (
        <p key={rule}>
          {t("also")}: {fees.has(`rule.${rule}`) ? fees(`rule.${rule}`) : rule}
        </p>
      ))}
    </div>
  );
}

function useSteps(limit: AskedLimit, terms: AskedTerms): ReactNode[] {
  const t = useTranslations("asked.answer");
  const locale = languageOf(useLocale());
  const money = (value: Money) => formatMoney(locale, value);
  const { ceiling, most } = limit;
  if (!ceiling) return [most ? t("fixed", { amount: money(most) }) : t("needWage", { months: "" })];
  if (ceiling.verdict === "zero" || ceiling.verdict === "prohibited") return [t("zero")];
  if (ceiling.verdict === "ticket_price") return [t("ticket")];
  const rule = feeRuleOf(limit.rule);
  const steps: ReactNode[] = [];
  const months = terms.contractMonths;
  if (rule?.ratePer12Months) {
    if (ceiling.ceilingMonths === null) return [t("needMonths")];
    if (months !== null && ceiling.component === "service_fee")
      steps.push(
        t("rate", {
          rate: formatNumber(locale, rule.ratePer12Months),
          months,
          ceiling: formatNumber(locale, ceiling.ceilingMonths),
          cap: rule.capMonths === null ? "none" : formatNumber(locale, rule.capMonths),
        }),
      );
    if (!terms.wage || ceiling.ceiling === null || !ceiling.currency)
      return [...steps, t("needWage", { months: formatNumber(locale, ceiling.ceilingMonths) })];
    steps.push(...wageSteps(ceiling, ceiling.ceiling, terms.wage));
  } else if (ceiling.ceiling !== null && ceiling.currency)
    steps.push(t("fixed", { amount: money({ minor: ceiling.ceiling, currency: ceiling.currency }) }));
  return [...steps, ...conversion()];

  function wageSteps(of: Ceiling, minor: bigint, wage: Money): ReactNode[] {
    const currency = of.currency ?? wage.currency;
    const whole = money({ minor, currency });
    const first = t("times", {
      months: formatNumber(locale, of.ceilingMonths ?? 0),
      wage: money(wage),
      ceiling: whole,
    });
    if (of.workerMax === null || of.workerMax === minor) return [first];
    const paid = money({ minor: minor - of.workerMax, currency });
    return [first, t("minus", { ceiling: whole, paid, left: money({ minor: of.workerMax, currency }) })];
  }

  /** From the currency of the ceiling to the one that was asked in, with the day of the rate. */
  function conversion(): ReactNode[] {
    if (!ceiling || ceiling.workerMax === null || !ceiling.currency || !most) return most ? [] : [t("needRate")];
    if (most.currency === ceiling.currency) return [];
    const from = money({ minor: ceiling.workerMax, currency: ceiling.currency });
    return [ceiling.currency, most.currency].flatMap((currency) => {
      const rate = terms.rates.get(currency);
      if (!rate || currency === "VND") return [];
      return t("converted", {
        from,
        to: money(most),
        currency,
        dong: formatNumber(locale, rate.vndPerUnit),
        day: formatDay(locale, rate.on),
        source: rate.source,
      });
    });
  }
}
