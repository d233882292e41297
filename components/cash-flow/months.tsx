import { useLocale, useTranslations } from "next-intl";
import { BandChart, type BandTick } from "@/components/ui/chart";
import { Disclosure } from "@/components/ui/disclosure";
import { formatNumber, languageOf } from "@/components/ui/format";
import { DataTable } from "@/components/ui/tables";
import type { CashFlow, DongRange } from "@/domain/fees/cash-flow/shape";
import { isKnown, mostLaidOut } from "./view";
import { DongRangeText, dongRangeText, evenText } from "./words";

const million = 1_000_000;
export const bandOf = ({ months }: Pick<CashFlow, "months">) =>
  months.map(({ month, netDong: { low, high } }) => ({
    x: month,
    low: low === null ? null : Number(low) / million,
    high: high === null ? null : Number(high) / million,
  }));

/** The month of departure, then every year (a short contract: every third month). */
export function monthTicks(
  months: readonly { month: number }[],
  words: { departure: string; month: (n: number) => string },
): BandTick[] {
  const last = months.at(-1)?.month ?? 0;
  const step = last > 60 ? 24 : last > 14 ? 12 : 3;
  const marks = Array.from({ length: Math.floor(last / step) }, (_, i) => (i + 1) * step);
  return [
    { at: 0, label: words.departure },
    ...marks.map((at, i) => ({ at, label: words.month(at), minor: marks.length > 2 && (marks.length - i) % 2 === 0 })),
  ];
}

/** What she is up or down, month by month, with the months in which she is even. */
export function MonthsDrawing({ flow }: { flow: CashFlow }) {
  const t = useTranslations("cashflow");
  const locale = languageOf(useLocale());
  const points = bandOf(flow);
  const { earliest, latest } = flow.breakEven;
  const last = flow.months.at(-1);
  // What is known only until she leaves says nothing of being even.
  if (!last || last.month <= 0 || !isKnown(last.netDong)) return <p>{t("months.cannot")}</p>;
  const dong = (range: DongRange) => dongRangeText(t, locale, range, { short: true });
  const laidOut = mostLaidOut(flow);
  const end = dong(last.netDong);
  const differ = points.some(({ low, high }) => low !== null && high !== null && low !== high);
  const sentence = [
    laidOut === null
      ? ""
      : t("months.laidOut", {
          amount: dong({ low: laidOut, high: laidOut }) ?? "",
          deposit: flow.totals.depositDong === null || flow.totals.depositDong > 0n ? "yes" : "no",
        }),
    t("months.mark", { month: evenText(t, flow.breakEven) }) + ".",
    end === null ? "" : t("months.end", { amount: end }),
    differ ? t("months.band") : "",
  ].filter(Boolean);
  return (
    <figure>
      <figcaption className="max-w-measure">{sentence.join(" ")}</figcaption>
      <div className="mt-4 max-w-[52rem]">
        <BandChart
          title={t("months.caption")}
          description={sentence.join(" ")}
          points={points}
          ticks={monthTicks(flow.months, { departure: t("months.departure"), month: (n) => t("months.tick", { n }) })}
          format={(value) => formatNumber(locale, value).replace("-", "−")}
          unit={t("months.unit")}
          mark={
            earliest === null
              ? null
              : {
                  from: earliest,
                  to: Math.min(latest ?? last.month, last.month),
                  label: t("months.mark", { month: evenText(t, flow.breakEven) }),
                }
          }
          lines={differ ? { low: t("months.low"), high: t("months.high") } : null}
        />
      </div>
      <Disclosure summary={t("months.table")}>
        <MonthsTable flow={flow} />
      </Disclosure>
    </figure>
  );
}

function MonthsTable({ flow }: { flow: CashFlow }) {
  const t = useTranslations("cashflow.months");
  return (
    <DataTable
      caption={t("caption")}
      hideCaption
      columns={[
        { key: "month", label: t("month") },
        { key: "out", label: t("out"), numeric: true },
        { key: "in", label: t("in"), numeric: true },
        { key: "cash", label: t("cash"), numeric: true },
        { key: "net", label: t("net"), numeric: true },
      ]}
      rows={flow.months.map(({ month, outDong, inDong, cumulativeDong, netDong }) => ({
        key: String(month),
        cells: {
          month: t("monthName", { side: month < 0 ? "before" : month === 0 ? "at" : "after", n: Math.abs(month) }),
          out: <DongRangeText range={outDong} short />,
          in: <DongRangeText range={inDong} short />,
          cash: <DongRangeText range={cumulativeDong} short />,
          net: <DongRangeText range={netDong} short />,
        },
      }))}
    />
  );
}
