import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Disclosure } from "./disclosure";
import { DrawnLabel } from "./drawn-label";

export type BarPart = {
  key: string;
  label: string;
  value: number;
  /** What the law allows at most for this part, on the same scale; drawn as a bracket under it. */
  ceiling?: { value: number; label: string };
};
export type Bar = {
  key: string;
  /** Who pays. */
  label: string;
  /** The sum in words and figures: 92,5 triệu ₫. */
  total: string;
  parts: readonly BarPart[];
  /** Stronger tone for the reader's own bar. */
  own?: boolean;
};
type StackBarProps = { sentence: ReactNode; caption: string; bars: readonly Bar[]; table: ReactNode };

const height = 36;
const bracketRow = 30;

/**
 * Who pays what: one bar per payer on one zero-based scale, each part labelled where it fits and listed in the table
 * behind. `sentence` says what to see. Widths are percentages, so letters keep their size at 320 px.
 */
export function StackBar({ sentence, caption, bars, table }: StackBarProps) {
  const t = useTranslations("ui");
  const longest = Math.max(
    1,
    ...bars.flatMap((bar) =>
      placed(bar).map(({ part, start }) => start + Math.max(part.value, part.ceiling?.value ?? 0)),
    ),
  );
  return (
    <figure>
      <figcaption className="max-w-measure">{sentence}</figcaption>
      <div className="mt-4 space-y-4" role="img" aria-label={caption}>
        {bars.map((bar) => (
          <div key={bar.key}>
            <div className="flex flex-wrap justify-between gap-x-4">
              <span className="font-medium">{bar.label}</span>
              <span>{bar.total}</span>
            </div>
            <DrawnBar bar={bar} longest={longest} />
          </div>
        ))}
      </div>
      <Disclosure summary={t("asTable")}>{table}</Disclosure>
    </figure>
  );
}

/** Each part with where it begins. */
function placed(bar: Bar): { part: BarPart; start: number }[] {
  let start = 0;
  return bar.parts.map((part) => {
    const here = { part, start };
    start += part.value;
    return here;
  });
}

function DrawnBar({ bar, longest }: { bar: Bar; longest: number }) {
  const percent = (value: number) => (value / longest) * 100;
  const capped = placed(bar).filter(({ part }) => part.ceiling);
  return (
    <svg
      width="100%"
      height={height + capped.length * bracketRow}
      className="drawn block text-small"
      aria-hidden="true"
    >
      {placed(bar).map(({ part, start }, i) => (
        <g key={part.key}>
          <rect
            x={`${percent(start)}%`}
            y={2}
            width={`${percent(part.value)}%`}
            height={height - 4}
            strokeWidth={2}
            className={partLook(bar.own, i)}
          />
          <DrawnLabel
            from={percent(start)}
            width={percent(part.value)}
            y={height / 2 + 5}
            label={part.label}
            className={bar.own && i % 2 === 0 ? "fill-action-ink" : "fill-ink"}
          />
        </g>
      ))}
      {capped.map(({ part, start }, i) => (
        <Bracket
          key={part.key}
          from={percent(start)}
          to={percent(start + (part.ceiling?.value ?? 0))}
          y={height + i * bracketRow}
          label={part.ceiling?.label ?? ""}
        />
      ))}
    </svg>
  );
}

/** From where a part begins to where the law says stop. */
function Bracket({ from, to, y, label }: { from: number; to: number; y: number; label: string }) {
  return (
    <g className="stroke-danger" strokeWidth={2}>
      <line x1={`${from}%`} x2={`${to}%`} y1={y + 4} y2={y + 4} strokeDasharray="3 3" />
      <line x1={`${to}%`} x2={`${to}%`} y1={y} y2={y + 9} strokeWidth={3} />
      <text
        x={`${to}%`}
        y={y + 24}
        textAnchor={to > 50 ? "end" : "start"}
        stroke="none"
        className="fill-danger font-medium"
      >
        {label}
      </text>
    </g>
  );
}

/** Neighbours differ by fill, so that parts stay apart in greyscale. */
function partLook(own: boolean | undefined, i: number): string {
  if (own) return i % 2 === 0 ? "fill-action stroke-surface" : "fill-surface stroke-action";
  return i % 2 === 0 ? "fill-line stroke-edge" : "fill-surface stroke-edge";
}
