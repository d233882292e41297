import { area, line } from "d3-shape";
import { useLocale, useTranslations } from "next-intl";
import { Disclosure } from "@/components/ui/disclosure";
import { formatDay, languageOf } from "@/components/ui/format";
import { DataTable } from "@/components/ui/tables";
import type { Day } from "@/domain/kernel/calendar";
import type { Statistic } from "@/domain/statistics/schema";
import { scaleOf, valueText } from "./scale";

const top = 14;
const plane = 1_200;
const height = 220;
const bars = 26;

type Known = { x: number; statistic: Statistic | null };
type YearProps = { months: readonly Day[]; statistics: readonly Statistic[] };

/** The middle of what was asked in each month of publication, half of the orders as a band around it, the number of orders as bars below. */
export function Year({ months, statistics }: YearProps) {
  const locale = languageOf(useLocale());
  const t = useTranslations("statistics");
  const known = months.map((month, i): Known => {
    const statistic = statistics.find((one) => one.month === month) ?? null;
    return { x: ((i + 0.5) / months.length) * 100, statistic };
  });
  const told = statistics.filter(({ month }) => month !== null && months.includes(month));
  const [first, last] = [told[0], told.at(-1)];
  if (!first || !last || told.length < 2) return <p className="max-w-measure text-muted">{t("year.few")}</p>;
  const scale = scaleOf(
    locale,
    "cost",
    told.map(({ upperQuartile }) => upperQuartile),
  );
  const text = (value: number) => valueText(locale, "cost", value);
  const name = (month: Day) => formatDay(locale, month, "month");
  return (
    <figure>
      <figcaption className="max-w-measure">
        {t(changeOf(first, last), {
          first: name(first.month as Day),
          last: name(last.month as Day),
          from: text(first.median),
          to: text(last.median),
          fromCount: first.count,
          toCount: last.count,
        })}
      </figcaption>
      <p aria-hidden="true" className="mt-4 text-small text-muted">
        {t("unit.dong")}
      </p>
      <div className="drawn mt-1 flex text-small" aria-hidden="true">
        <svg width={40} height={height + bars + 30} className="shrink-0 overflow-visible">
          {scale.ticks.map(({ at, label }) => (
            <text key={at} x={32} y={yOf(at) + 5} textAnchor="end" className="figures fill-muted">
              {label}
            </text>
          ))}
        </svg>
        <svg width="100%" height={height + bars + 30} className="min-w-0 overflow-visible">
          {scale.ticks.map(({ at }) => (
            <line
              key={at}
              x1="0%"
              x2="100%"
              y1={yOf(at)}
              y2={yOf(at)}
              className={at === 0 ? "stroke-ink" : "stroke-line"}
            />
          ))}
          <Lines known={known} percent={scale.percent} />
          {known.map(
            ({ x, statistic }) =>
              statistic && (
                <circle key={x} cx={`${x}%`} cy={yOf(scale.percent(statistic.median))} r={4} className="fill-action" />
              ),
          )}
          <Ends known={known} percent={scale.percent} text={text} />
          <Counts known={known} months={months} />
        </svg>
      </div>
      <p className="mt-1 max-w-measure text-small text-muted">{t("key.year")}</p>
      <Disclosure summary={t("table")}>
        <DataTable
          caption={t("year.caption")}
          phone="stack"
          columns={[
            { key: "month", label: t("column.month") },
            ...(["count", "quarter", "median", "threeQuarters"] as const).map((key) => ({
              key,
              label: t(`column.${key}`),
              numeric: true,
            })),
          ]}
          rows={months.map((month, i) => {
            const one = known[i]?.statistic;
            return {
              key: month,
              cells: {
                month: name(month),
                count: one?.count ?? t("tooFew"),
                quarter: one ? text(one.lowerQuartile) : "–",
                median: one ? text(one.median) : "–",
                threeQuarters: one ? text(one.upperQuartile) : "–",
              },
            };
          })}
        />
      </Disclosure>
    </figure>
  );
}

const yOf = (percent: number): number => height - (percent / 100) * (height - top);
/** Of so few orders a middle jumps by chance: it is told, and not called a change. */
const enough = 20;
/** Less than one in fifty is no change worth the word. */
function changeOf(first: Statistic, last: Statistic): "year.unsure" | "year.same" | "year.rose" | "year.fell" {
  if (Math.min(first.count, last.count) < enough) return "year.unsure";
  if (Math.abs(first.median - last.median) <= Math.max(first.median, last.median) * 0.02) return "year.same";
  return first.median < last.median ? "year.rose" : "year.fell";
}

function Lines({ known, percent }: { known: readonly Known[]; percent: (value: number) => number }) {
  const x = ({ x: at }: Known) => (at / 100) * plane;
  const y = (pick: (one: Statistic) => number) => (one: Known) =>
    one.statistic ? yOf(percent(pick(one.statistic))) : 0;
  const there = ({ statistic }: Known) => statistic !== null;
  const band = area<Known>()
    .defined(there)
    .x(x)
    .y0(y((one) => one.lowerQuartile))
    .y1(y((one) => one.upperQuartile))([...known]);
  const middle = line<Known>()
    .defined(there)
    .x(x)
    .y(y((one) => one.median))([...known]);
  return (
    <svg width="100%" height={height} viewBox={`0 0 ${plane} ${height}`} preserveAspectRatio="none">
      <path d={band ?? ""} className="fill-line" />
      <path d={middle ?? ""} fill="none" className="stroke-action" strokeWidth={3} vectorEffect="non-scaling-stroke" />
    </svg>
  );
}

/** The first and the last value in words, on the side the line does not take; a rim in the paper's colour keeps them off the line. */
function Ends({
  known,
  percent,
  text,
}: {
  known: readonly Known[];
  percent: (value: number) => number;
  text: (value: number) => string;
}) {
  const told = known.flatMap(({ x, statistic }) => (statistic ? [{ x, median: statistic.median }] : []));
  const ends = [
    { own: told[0], beside: told[1], anchor: "start" as const },
    { own: told.at(-1), beside: told.at(-2), anchor: "end" as const },
  ];
  return ends.map(({ own, beside, anchor }) => {
    if (!own || !beside) return null;
    const below = beside.median > own.median && percent(own.median) > 12;
    return (
      <text
        key={anchor}
        x={`${anchor === "start" ? Math.max(own.x - 3, 0) : Math.min(own.x + 3, 100)}%`}
        y={yOf(percent(own.median)) + (below ? 24 : -12)}
        textAnchor={anchor}
        paintOrder="stroke"
        strokeWidth={4}
        strokeLinejoin="round"
        className="figures fill-ink stroke-surface font-bold"
      >
        {text(own.median)}
      </text>
    );
  });
}

function Counts({ known, months }: { known: readonly Known[]; months: readonly Day[] }) {
  const most = Math.max(1, ...known.map(({ statistic }) => statistic?.count ?? 0));
  const width = 100 / months.length;
  return known.map(({ x, statistic }, i) => {
    const tall = statistic ? Math.max(2, (statistic.count / most) * bars) : 0;
    return (
      <g key={x}>
        <rect
          x={`${x - width * 0.35}%`}
          width={`${width * 0.7}%`}
          y={height + 6 + bars - tall}
          height={tall}
          className="fill-edge"
        />
        <text
          x={i === months.length - 1 ? "100%" : `${x}%`}
          y={height + bars + 24}
          textAnchor={i === months.length - 1 ? "end" : "middle"}
          className={`figures fill-muted ${(months.length - 1 - i) % 4 === 0 ? "" : "hidden sm:inline"}`}
        >
          {`${Number(months[i]?.slice(5, 7))}/${months[i]?.slice(2, 4)}`}
        </text>
      </g>
    );
  });
}
