import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { languageOf } from "@/components/ui/format";
import { coarser } from "@/domain/statistics/rules";
import type { Statistic } from "@/domain/statistics/schema";
import { anchorAt, valueText, type Scale } from "./scale";

const boxHeight = 18;
const pile = 8;
const dotSize = 5;
const dotsHeight = pile * dotSize + 4;
const places = 60;

type BoxRowProps = { label: ReactNode; note?: ReactNode; statistic: Statistic; scale: Scale; withDots?: boolean };

/**
 * Half of the orders in a box, the middle one a stroke through it, lines to the least and the most; above it a dot for so many orders, and
 * where the law has a ceiling, an upright at it. Places are percentages and letters keep their size, so that 320 px and paper read alike.
 */
export function BoxRow({ label, note, statistic, scale, withDots = false }: BoxRowProps) {
  const locale = languageOf(useLocale());
  const t = useTranslations("statistics");
  const { percent, measure } = scale;
  const { least, lowerQuartile, median, upperQuartile, most, ceiling, dots } = statistic;
  const top = (ceiling ? 22 : 0) + (withDots ? dotsHeight : 4);
  const middle = top + boxHeight / 2;
  const height = top + boxHeight + 24;
  const at = (value: number) => `${percent(value)}%`;
  return (
    <div>
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <span className="min-w-0 font-medium">{label}</span>
        <span className="figures text-small text-muted">{note ?? t("orders", { count: statistic.count })}</span>
      </div>
      <svg width="100%" height={height} className="drawn block overflow-visible text-small" aria-hidden="true">
        {withDots && <Dots dots={dots} scale={scale} bottom={top - 5} />}
        <line x1={at(least)} x2={at(most)} y1={middle} y2={middle} className="stroke-ink" strokeWidth={1.5} />
        {[least, most].map((end, i) => (
          <line
            key={i}
            x1={at(end)}
            x2={at(end)}
            y1={middle - 5}
            y2={middle + 5}
            className="stroke-ink"
            strokeWidth={1.5}
          />
        ))}
        <rect
          x={at(lowerQuartile)}
          width={`${Math.max(percent(upperQuartile) - percent(lowerQuartile), 0.6)}%`}
          y={top}
          height={boxHeight}
          className="fill-line stroke-ink"
          strokeWidth={1.5}
        />
        <line
          x1={at(median)}
          x2={at(median)}
          y1={top - 3}
          y2={top + boxHeight + 3}
          className="stroke-action"
          strokeWidth={5}
        />
        <text
          x={at(median)}
          y={height - 4}
          textAnchor={anchorAt(percent(median))}
          className="figures fill-ink font-medium"
        >
          {most === 0 ? t("nobody") : t("middle", { value: valueText(locale, measure, median) })}
        </text>
        {ceiling && <Ceiling at={percent(ceiling.to)} label={ceilingText(ceiling)} bottom={top + boxHeight + 3} />}
      </svg>
    </div>
  );

  function ceilingText({ from, to }: { from: number; to: number }): string {
    if (to === 0) return t("ceiling.zero");
    const [low, high] = [valueText(locale, measure, from), valueText(locale, measure, to)];
    return from === to ? t("ceiling.one", { months: high }) : t("ceiling.some", { from: low, to: high });
  }
}

/** How many orders a dot stands for. */
export const ordersPerDot = ({ dots, measure }: Statistic): number =>
  Math.max(1, Math.ceil(Math.max(0, ...coarser(dots, measure, places).dots.map(([, orders]) => orders)) / pile));

/** A pile of dots for each place, as one broken line with round ends: a dot each would weigh more than the rest of the page. */
function Dots({ dots, scale, bottom }: { dots: Statistic["dots"]; scale: Scale; bottom: number }) {
  const piles = coarser(dots, scale.measure, places).dots;
  const each = Math.max(1, Math.ceil(Math.max(0, ...piles.map(([, orders]) => orders)) / pile));
  return (
    <g className="stroke-edge" strokeWidth={4} strokeLinecap="round" strokeDasharray={`0 ${dotSize}`}>
      {piles.map(([value, orders]) => {
        const x = `${scale.percent(value)}%`;
        const up = (Math.ceil(orders / each) - 1) * dotSize;
        return <line key={value} x1={x} x2={x} y1={bottom} y2={bottom - up - 0.1} />;
      })}
    </g>
  );
}

function Ceiling({ at, label, bottom }: { at: number; label: string; bottom: number }) {
  return (
    <g>
      <line
        x1={`${at}%`}
        x2={`${at}%`}
        y1={20}
        y2={bottom}
        className="stroke-danger"
        strokeWidth={3}
        strokeDasharray="7 4"
      />
      <text x={`${at}%`} y={14} textAnchor={anchorAt(at)} className="fill-danger font-medium">
        {label}
      </text>
    </g>
  );
}

/** The axis under the rows that share it. */
export function Axis({ scale, unit }: { scale: Scale; unit: string }) {
  return (
    <svg width="100%" height={48} className="drawn block overflow-visible text-small" aria-hidden="true">
      <line x1="0%" x2="100%" y1={1} y2={1} className="stroke-ink" strokeWidth={1.5} />
      {scale.ticks.map(({ at, label, minor }) => (
        <g key={at} className={minor ? "hidden sm:inline" : undefined}>
          <line x1={`${at}%`} x2={`${at}%`} y1={1} y2={7} className="stroke-ink" />
          <text
            x={`${at}%`}
            y={22}
            textAnchor={at < 3 ? "start" : at > 97 ? "end" : "middle"}
            className="figures fill-muted"
          >
            {label}
          </text>
        </g>
      ))}
      <text x="100%" y={42} textAnchor="end" className="fill-muted">
        {unit}
      </text>
    </svg>
  );
}
