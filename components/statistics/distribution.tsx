import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Disclosure } from "@/components/ui/disclosure";
import { languageOf } from "@/components/ui/format";
import { DataTable } from "@/components/ui/tables";
import type { Measure, Statistic } from "@/domain/statistics/schema";
import { Axis, BoxRow, ordersPerDot } from "./box-row";
import { inMonths, rangeText, scaleOf, valueText } from "./scale";

export type Distributed = { key: string; label: string; statistic: Statistic };
type DistributionProps = {
  /** What to see, in words. */
  sentence: ReactNode;
  measure: Measure;
  /** The first may carry dots. */
  rows: readonly Distributed[];
  withDots?: boolean;
  /** How to read a box: said once on a page. */
  withKey?: boolean;
};

/** What open orders ask, group under group on one scale, and the same as a table. */
export function Distribution({ sentence, measure, rows, withDots = false, withKey = true }: DistributionProps) {
  const locale = languageOf(useLocale());
  const t = useTranslations("statistics");
  const values = rows.flatMap(({ statistic }) => [statistic.most, statistic.ceiling?.to ?? 0]);
  const scale = scaleOf(locale, measure, values);
  const each = withDots && rows[0] ? ordersPerDot(rows[0].statistic) : 1;
  return (
    <figure>
      <figcaption className="max-w-measure">{sentence}</figcaption>
      <div className="mt-4 space-y-3">
        {rows.map(({ key, label, statistic }, i) => (
          <BoxRow key={key} label={label} statistic={statistic} scale={scale} withDots={withDots && i === 0} />
        ))}
        <Axis scale={scale} unit={t(inMonths(measure) ? "unit.months" : "unit.dong")} />
      </div>
      <Key dots={withDots ? each : null} box={withKey} ceiling={rows.some(({ statistic }) => statistic.ceiling)} />
      <Disclosure summary={t("table")}>
        <Figures measure={measure} rows={rows} />
      </Disclosure>
    </figure>
  );
}

function Key({ dots, box, ceiling }: { dots: number | null; box: boolean; ceiling: boolean }) {
  const t = useTranslations("statistics.key");
  const said = [dots !== null && t("dots", { count: dots }), box && t("box"), ceiling && t("ceiling")].filter(Boolean);
  return said.length > 0 && <p className="mt-1 max-w-measure text-small text-muted">{said.join(" ")}</p>;
}

function Figures({ measure, rows }: Pick<DistributionProps, "measure" | "rows">) {
  const locale = languageOf(useLocale());
  const t = useTranslations("statistics");
  const text = (value: number) => valueText(locale, measure, value);
  const capped = rows.some(({ statistic }) => statistic.ceiling);
  return (
    <DataTable
      caption={t(`measure.${measure}`)}
      phone="stack"
      columns={[
        { key: "who", label: t("column.who") },
        ...(["count", "least", "quarter", "median", "threeQuarters", "most"] as const).map((key) => ({
          key,
          label: t(`column.${key}`),
          numeric: true,
        })),
        ...(capped ? [{ key: "ceiling", label: t("column.ceiling"), numeric: true }] : []),
      ]}
      rows={rows.map(({ key, label, statistic }) => ({
        key,
        cells: {
          who: label,
          count: statistic.count,
          least: text(statistic.least),
          quarter: text(statistic.lowerQuartile),
          median: text(statistic.median),
          threeQuarters: text(statistic.upperQuartile),
          most: text(statistic.most),
          ceiling: statistic.ceiling
            ? statistic.ceiling.from === statistic.ceiling.to
              ? text(statistic.ceiling.to)
              : rangeText(locale, measure, statistic.ceiling.from, statistic.ceiling.to)
            : t("unknown"),
        },
      }))}
    />
  );
}
