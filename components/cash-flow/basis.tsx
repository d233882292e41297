import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Disclosure } from "@/components/ui/disclosure";
import { formatDay, formatMoney, formatNumber, languageOf } from "@/components/ui/format";
import { DateText, Unverified } from "@/components/ui/money";
import type { Basis } from "@/domain/fees/cash-flow/shape";
import { citationIn } from "@/domain/fees/rules";
import { parseDay } from "@/domain/kernel/calendar";

type Input = Basis["inputs"][string];

/** A number opened: the formula in words, what went in, the article, its day, whether anybody checked it. */
export function HowMade({ basis, summary, children }: { basis: Basis; summary?: ReactNode; children?: ReactNode }) {
  const t = useTranslations("cashflow.basis");
  const fees = useTranslations("fees");
  const locale = languageOf(useLocale());
  const inputs = Object.entries(basis.inputs).filter(([name]) => t.has(`input.${name}`));
  const rule = basis.rule && fees.has(`rule.${basis.rule}`) ? fees(`rule.${basis.rule}`) : null;
  return (
    <Disclosure summary={summary ?? t("open")}>
      <div className="max-w-measure space-y-1 text-small">
        <p>
          {t(`kind.${basis.kind}`)} {t(`formula.${basis.formula}`)}
        </p>
        {inputs.length > 0 && (
          <dl>
            {inputs.map(([name, value]) => (
              <div key={name} className="flex flex-wrap justify-between gap-x-4 border-t border-line py-1">
                <dt className="text-muted">{t(`input.${name}`)}</dt>
                <dd className="figures text-right">
                  <InputText value={value} />
                </dd>
              </div>
            ))}
          </dl>
        )}
        {(rule || basis.legalSource || basis.on) && (
          <p className="text-muted">
            {rule && `${rule}. `}
            {basis.legalSource && `${citationIn(basis.legalSource, locale)}. `}
            {basis.on && t(basis.rule ? "since" : "on", { day: formatDay(locale, basis.on) })}{" "}
            {!basis.verified && <Unverified />}
          </p>
        )}
        {children}
      </div>
    </Disclosure>
  );
}

function InputText({ value }: { value: Input }) {
  const ui = useTranslations("ui");
  const locale = languageOf(useLocale());
  if (value === null) return ui("unknown");
  if (typeof value === "bigint") return formatMoney(locale, { minor: value, currency: "VND" });
  if (typeof value === "number") return formatNumber(locale, value);
  if (typeof value === "object") return formatMoney(locale, value);
  const day = parseDay(value);
  return day ? <DateText day={day} /> : value;
}
