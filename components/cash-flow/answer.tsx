import { useLocale, useTranslations } from "next-intl";
import { ShortAmount } from "@/components/orders/pay-text";
import { formatDay, formatMoney, formatNumber, languageOf } from "@/components/ui/format";
import { Amount } from "@/components/ui/money";
import { KeyFigures } from "@/components/ui/page";
import { Verdict } from "@/components/ui/status";
import type { CashFlow } from "@/domain/fees/cash-flow/shape";
import { mostLaidOut } from "./view";
import { DongOrAtLeast, DongRangeText, dongRangeText, evenCaveat, evenPhrase, evenText } from "./words";

/** The whole answer in one sentence: paid before leaving, what comes back, kept a month, even in which month. */
export function useAnswer(): (flow: CashFlow) => string {
  const t = useTranslations("cashflow");
  const locale = languageOf(useLocale());
  const dong = (minor: bigint) => formatMoney(locale, { minor, currency: "VND" }, { short: true });
  return (flow) => {
    const { beforeLeavingDong: paid, beforeLeavingAtLeastDong: atLeast, depositDong: deposit } = flow.totals;
    const kept = dongRangeText(t, locale, flow.keptPerMonthDong, { short: true });
    const parts = [
      paid === 0n
        ? t("answer.payNothing")
        : paid === null
          ? t(atLeast > 0n ? "answer.payAtLeast" : "answer.payUnknown", { amount: dong(atLeast) })
          : t("answer.pay", { amount: dong(paid) }),
      deposit !== null && deposit > 0n && t("answer.deposit", { amount: dong(deposit) }),
      kept === null ? t("answer.keptUnknown") : t("answer.kept", { amount: kept }),
      evenPhrase(t, flow.breakEven),
    ];
    return `${parts.filter((part) => typeof part === "string").join("; ")}.`;
  };
}

export function Answer({ flow }: { flow: CashFlow }) {
  const t = useTranslations("cashflow");
  const locale = languageOf(useLocale());
  const answer = useAnswer();
  const { grantedDong, depositDong } = flow.totals;
  const caveat = evenCaveat(t, flow.breakEven);
  return (
    <>
      <Verdict tone="neutral" icon="info" title={answer(flow)}>
        {grantedDong > 0n && (
          <p>{t("answer.granted", { amount: formatMoney(locale, { minor: grantedDong, currency: "VND" }) })}</p>
        )}
        {depositDong === null && flow.lines.length > 0 && <p>{t("answer.depositUnknown")}</p>}
        {caveat && <p>{caveat}</p>}
        {flow.unknown.length > 0 && (
          <p>
            <a href="#unknown" className="no-print inline-flex min-h-11 items-center">
              {t("answer.unknown", { count: new Set(flow.unknown.map(({ name }) => name)).size })}
            </a>
          </p>
        )}
      </Verdict>
      <div className="mt-6">
        <Figures flow={flow} />
        <RatesUsed flow={flow} />
      </div>
    </>
  );
}

/** Sums in đồng stand on these days' rates. */
export function RatesUsed({ flow }: { flow: Pick<CashFlow, "rates"> }) {
  const t = useTranslations("cashflow");
  const locale = languageOf(useLocale());
  const days = [...new Set(flow.rates.map(({ on }) => on))];
  if (days.length === 0) return null;
  const ratesOf = (day: string) =>
    flow.rates
      .filter(({ on }) => on === day)
      .map(({ currency, vndPerUnit }) => t("rate", { currency, dong: formatNumber(locale, vndPerUnit) }))
      .join(", ");
  return (
    <p className="mt-2 text-small text-muted">
      {days.map((day) => t("rateUsed", { day: formatDay(locale, day), rates: ratesOf(day) })).join(" ")}
    </p>
  );
}

function Figures({ flow }: { flow: CashFlow }) {
  const t = useTranslations("cashflow.figures");
  const all = useTranslations("cashflow");
  const { totals, keptPerMonthDong, breakEven } = flow;
  const laidOut = mostLaidOut(flow);
  const exact = (dong: bigint | null) =>
    dong !== null && dong > 999_999n ? <Amount value={{ minor: dong, currency: "VND" }} /> : undefined;
  return (
    <KeyFigures
      figures={[
        {
          key: "pay",
          label: t("pay"),
          value:
            totals.beforeLeavingDong === 0n ? (
              t("nothing")
            ) : (
              <DongOrAtLeast dong={totals.beforeLeavingDong} atLeast={totals.beforeLeavingAtLeastDong} short />
            ),
          note: exact(totals.beforeLeavingDong),
        },
        {
          key: "back",
          label: t("back"),
          value:
            totals.depositDong === 0n ? (
              t("noDeposit")
            ) : (
              <ShortAmount
                value={totals.depositDong === null ? null : { minor: totals.depositDong, currency: "VND" }}
                short
              />
            ),
          note: totals.depositDong === 0n ? undefined : t("backNote"),
        },
        {
          key: "kept",
          label: t("kept"),
          value: <DongRangeText range={keptPerMonthDong} short loose />,
          note: t("keptNote"),
        },
        {
          key: "even",
          label: t("even"),
          value: evenText(all, breakEven),
          note: laidOut !== null && (
            <>
              {t("laidOut")} <Amount value={{ minor: laidOut, currency: "VND" }} short />
            </>
          ),
        },
      ]}
    />
  );
}
