import { useLocale, useTranslations } from "next-intl";
import { ShortAmount } from "@/components/orders/pay-text";
import { formatMoney, languageOf } from "@/components/ui/format";
import { Amount } from "@/components/ui/money";
import { KeyFigures } from "@/components/ui/page";
import { Verdict } from "@/components/ui/status";
import type { CashFlow } from "@/domain/fees/cash-flow/shape";
import { mostLaidOut } from "./view";
import { DongOrAtLeast, DongRangeText, dongRangeText, evenSentence, evenText } from "./words";

/** The whole answer in words: paid before leaving, what comes back, kept a month, even in which month. */
export function useAnswer(flow: CashFlow): string[] {
  const t = useTranslations("cashflow");
  const locale = languageOf(useLocale());
  const dong = (minor: bigint) => formatMoney(locale, { minor, currency: "VND" }, { short: true });
  const { beforeLeavingDong: paid, beforeLeavingAtLeastDong, depositDong, grantedDong } = flow.totals;
  const kept = dongRangeText(t, locale, flow.keptPerMonthDong, { short: true });
  return [
    paid === 0n
      ? t("answer.payNothing")
      : paid === null
        ? t("answer.payAtLeast", { amount: dong(beforeLeavingAtLeastDong) })
        : t("answer.pay", { amount: dong(paid) }),
    grantedDong > 0n ? t("answer.granted", { amount: dong(grantedDong) }) : "",
    depositDong === null
      ? t("answer.depositUnknown")
      : depositDong > 0n
        ? t("answer.deposit", { amount: dong(depositDong) })
        : "",
    kept === null ? t("answer.keptUnknown") : t("answer.kept", { amount: kept }),
    evenSentence(t, flow.breakEven),
  ].filter((sentence) => sentence !== "");
}

export function Answer({ flow }: { flow: CashFlow }) {
  const t = useTranslations("cashflow");
  const [first = "", ...rest] = useAnswer(flow);
  return (
    <>
      <Verdict tone="neutral" icon="info" title={first}>
        <p>{rest.join(" ")}</p>
        {flow.unknown.length > 0 && (
          <p>
            <a href="#unknown">{t("answer.unknown", { count: flow.unknown.length })}</a>
          </p>
        )}
      </Verdict>
      <div className="mt-6">
        <Figures flow={flow} />
      </div>
    </>
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
