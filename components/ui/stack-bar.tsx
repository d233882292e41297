import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Disclosure } from "./disclosure";

export type BarPart = { key: string; label: string; value: number };
export type Bar = {
  key: string;
  /** Who pays. */
  label: string;
  /** The sum in words and figures: 92,5 triệu ₫. */
  total: string;
  parts: readonly BarPart[];
  /** Stronger tone for the reader's own bar. */
  own?: boolean;
  /** Where a legal ceiling lies on this bar's scale. */
  ceiling?: { value: number; label: string };
};

const height = 36;

/**
 * Who pays what: one bar per payer on one zero-based scale, each part labelled where it fits and listed in the table
 * behind. `sentence` says what to see. Widths are percentages, so letters keep their size at 320 px.
 */
export function StackBar({
  sentence,
  caption,
  bars,
  table,
}: {
  sentence: ReactNode;
  caption: string;
  bars: readonly Bar[];
  table: ReactNode;
}) {
  const t = useTranslations("ui");
  const sumOf = (bar: Bar) => bar.parts.reduce((total, part) => total + part.value, 0);
  const longest = Math.max(1, ...bars.map((bar) => Math.max(sumOf(bar), bar.ceiling?.value ?? 0)));
  return (
    <figure>
      <figcaption className="max-w-measure">{sentence}</figcaption>
      <div className="mt-4 space-y-4" role="img" aria-label={caption}>
        {bars.map((bar) => (
          <div key={bar.key}>
            <div className="flex flex-wrap justify-between gap-x-4">
              <span className="font-medium">{bar.label}</span>
              <span className="figures">{bar.total}</span>
            </div>
            <DrawnBar bar={bar} longest={longest} />
          </div>
        ))}
      </div>
      <Disclosure summary={t("asTable")}>{table}</Disclosure>
    </figure>
  );
}

function DrawnBar({ bar, longest }: { bar: Bar; longest: number }) {
  let start = 0;
  const placed = bar.parts.map((part) => {
    const from = start;
    start += (part.value / longest) * 100;
    return { part, from, width: start - from };
  });
  const ceiling = bar.ceiling && (bar.ceiling.value / longest) * 100;
  const drop = ceiling === undefined ? 0 : 24;
  return (
    <svg width="100%" height={height + drop} className="drawn block text-small" aria-hidden="true">
      <line x1="0" x2="0" y1="0" y2={height} className="stroke-ink" strokeWidth={2} />
      {placed.map(({ part, from, width }, i) => (
        <g key={part.key}>
          <rect
            x={`${from}%`}
            y={2}
            width={`${width}%`}
            height={height - 4}
            strokeWidth={2}
            className={partLook(bar.own, i)}
          />
          {part.label.length * 8 + 12 <= width * 3.2 && (
            <text
              x={`${from + width / 2}%`}
              y={height / 2 + 5}
              textAnchor="middle"
              className={bar.own && i % 2 === 0 ? "fill-action-ink" : "fill-ink"}
            >
              {part.label}
            </text>
          )}
        </g>
      ))}
      {bar.ceiling && ceiling !== undefined && (
        <g>
          <line
            x1={`${ceiling}%`}
            x2={`${ceiling}%`}
            y1={0}
            y2={height + 6}
            className="stroke-danger"
            strokeWidth={3}
          />
          <text
            x={`${ceiling}%`}
            y={height + 20}
            textAnchor={ceiling > 60 ? "end" : ceiling < 15 ? "start" : "middle"}
            className="fill-danger font-medium"
          >
            {bar.ceiling.label}
          </text>
        </g>
      )}
    </svg>
  );
}

/** Neighbours differ by fill, so that parts stay apart in greyscale. */
const partLook = (own: boolean | undefined, i: number): string =>
  own
    ? i % 2 === 0
      ? "fill-action stroke-surface"
      : "fill-surface stroke-action"
    : i % 2 === 0
      ? "fill-line stroke-surface"
      : "fill-wash stroke-edge";
