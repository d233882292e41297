import { useTranslations } from "next-intl";
import type { CashFlow, MonthlyPart } from "@/domain/fees/cash-flow/shape";
import { HowMade } from "./basis";
import { useComponentName } from "./payers";
import { rateDay } from "./view";
import { RangeInBoth } from "./words";

/** From the basic wage of a month to what she keeps: each part, how it is known, and the sum of those above it. */
export function MonthlyTable({ flow }: { flow: CashFlow }) {
  const t = useTranslations("cashflow.monthly");
  const { keptPerMonthDong: kept } = flow;
  if (flow.monthly.length === 0) return <p>{t("none")}</p>;
  const foreign = flow.rates[0];
  return (
    <div className="max-w-[52rem]">
      <table className="w-full border-collapse text-left">
        <caption className="sr-only">{t("caption")}</caption>
        <thead className="border-b-2 border-ink text-small">
          <tr>
            <th scope="col" className="py-2 pr-4 font-medium">
              {t("what")}
            </th>
            <th scope="col" className="py-2 text-right font-medium">
              {t("perMonth")}
            </th>
          </tr>
        </thead>
        <tbody>
          {flow.monthly.map((part, i) => (
            <Part key={`${part.code}-${i}`} part={part} flow={flow} />
          ))}
          <tr className="border-t-2 border-ink font-bold">
            <th scope="row" className="py-2.5 pr-4 align-top">
              {t("kept")}
            </th>
            <td className="figures py-2.5 text-right align-top">
              <RangeInBoth amount={{ low: null, high: null }} dong={kept} rateOn={null} />
              {foreign && (
                <span className="block text-small font-normal text-muted">
                  {t("atRate", { day: foreign.on.split("-").reverse().join("/") })}
                </span>
              )}
            </td>
          </tr>
        </tbody>
      </table>
      <p className="mt-2 text-small text-muted">{t("noOvertime")}</p>
    </div>
  );
}

function Part({ part, flow }: { part: MonthlyPart; flow: CashFlow }) {
  const name = useMonthlyName();
  const { sign, amount, dong } = part;
  const currency = (amount.low ?? amount.high)?.currency;
  return (
    <tr className="border-b border-line">
      <th scope="row" className="pt-2.5 pr-4 align-top font-medium">
        {name(part.code)}
        <div className="font-normal">
          <HowMade basis={part.basis} />
        </div>
      </th>
      <td className="py-2.5 text-right align-top">
        <RangeInBoth
          amount={amount}
          dong={dong}
          rateOn={currency ? rateDay(flow, currency) : null}
          taken={sign === -1}
        />
      </td>
    </tr>
  );
}

function useMonthlyName(): (code: string) => string {
  const own = useTranslations("cashflow.monthly.part");
  const pay = useTranslations("orders.pay.line");
  const component = useComponentName();
  return (code) => (own.has(code) ? own(code) : pay.has(code) ? pay(code) : component(code));
}
