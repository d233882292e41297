import { scaleLinear } from "d3-scale";
import { area, line } from "d3-shape";
import { useId } from "react";

/** A value at a moment, between at least and at most; null: nobody knows. */
export type BandPoint = { x: number; low: number | null; high: number | null };
export type BandTick = { at: number; label: string; /** Left out on a phone. */ minor?: boolean };
export type BandChartProps = {
  /** What it is, and what it says, for who does not see it. */
  title: string;
  description: string;
  points: readonly BandPoint[];
  ticks: readonly BandTick[];
  /** How a value is written beside its line: −50, 200. */
  format: (value: number) => string;
  /** What the values count, once, at the head of the axis: triệu ₫. */
  unit: string;
  height?: number;
  /** The span that answers the question, with its words. */
  mark?: { from: number; to: number; label: string } | null;
  /** Words at the two lines; without them the band speaks for itself. */
  lines?: { low: string; high: string } | null;
  /** Said at the right end. */
  end?: string | null;
  /** Both ends of either axis where several drawings share it. */
  domain?: readonly [number, number];
  span?: readonly [number, number];
};

const foot = 30;
const gutter = 52;
const plane = 1000;

type Scales = { percent: (x: number) => number; y: (value: number) => number; values: number[]; height: number };

function scalesOf({ points, domain, span: shared, height = 280, end, mark }: BandChartProps): Scales {
  const known = points.flatMap(({ low, high }) => [low ?? high, high ?? low]).filter((value) => value !== null);
  const head = Math.max(30, (end ? 26 : 0) + (mark ? 26 : 0) + 12);
  const [from, to] = shared ?? [points[0]?.x ?? 0, points.at(-1)?.x ?? 0];
  const span = to - from || 1;
  const steps = height > 200 ? 5 : 3;
  const y = scaleLinear()
    .domain(domain ? [...domain] : [Math.min(0, ...known), Math.max(0, ...known)])
    .nice(steps * 4)
    .range([height - foot, head]);
  return { percent: (x) => ((x - from) / span) * 100, y, values: y.ticks(steps), height };
}

/**
 * A value over months as a band between two lines, on a zero line that stands out. Places are percentages and letters are not scaled, so
 * that it reads the same at 320 px, on a desk and on paper; the lower line is broken, so that the two stay apart without colour.
 */
export function BandChart(props: BandChartProps) {
  const id = useId();
  const { points, ticks, format, unit, title, description, mark, lines, end } = props;
  const scales = scalesOf(props);
  const { percent, y, values, height } = scales;
  return (
    <div className="drawn flex text-small">
      <svg width={gutter} height={height} aria-hidden="true" className="shrink-0 overflow-visible">
        <text x={0} y={12} className="fill-muted">
          {unit}
        </text>
        {values.map((value) => (
          <text key={value} x={gutter - 8} y={y(value) + 5} textAnchor="end" className="figures fill-muted">
            {format(value)}
          </text>
        ))}
      </svg>
      <svg
        role="img"
        aria-labelledby={`${id}-title ${id}-desc`}
        width="100%"
        height={height}
        className="min-w-0 overflow-visible"
      >
        <title id={`${id}-title`}>{title}</title>
        <desc id={`${id}-desc`}>{description}</desc>
        {values.map((value) => (
          <line key={value} x1="0%" x2="100%" y1={y(value)} y2={y(value)} className="stroke-line" strokeWidth={1} />
        ))}
        {mark && <Mark mark={mark} scales={scales} top={end ? 44 : 18} />}
        <Lines points={points} scales={scales} />
        <line x1="0%" x2="100%" y1={y(0)} y2={y(0)} className="stroke-ink" strokeWidth={1.5} />
        {ticks.map(({ at, label, minor }) => (
          <g key={at} className={minor ? "hidden sm:inline" : undefined}>
            <line
              x1={`${percent(at)}%`}
              x2={`${percent(at)}%`}
              y1={height - foot}
              y2={height - foot + 6}
              className="stroke-edge"
            />
            <text x={`${percent(at)}%`} y={height - 6} textAnchor={anchorAt(percent(at))} className="fill-muted">
              {label}
            </text>
          </g>
        ))}
        {lines && <LineWords lines={lines} points={points} scales={scales} />}
        {end && (
          <text x="100%" y={18} textAnchor="end" className="fill-ink font-medium">
            {end}
          </text>
        )}
      </svg>
    </div>
  );
}

const anchorAt = (percent: number): "start" | "middle" | "end" =>
  percent < 6 ? "start" : percent > 92 ? "end" : "middle";

function Lines({ points, scales }: { points: readonly BandPoint[]; scales: Scales }) {
  const { percent, y, height } = scales;
  const x = (point: BandPoint) => (percent(point.x) / 100) * plane;
  const drawn = (end: "low" | "high") =>
    line<BandPoint>()
      .defined((point) => point[end] !== null)
      .x(x)
      .y((point) => y(point[end] ?? 0))([...points]) ?? "";
  const between =
    area<BandPoint>()
      .defined(({ low, high }) => low !== null && high !== null)
      .x(x)
      .y0((point) => y(point.low ?? 0))
      .y1((point) => y(point.high ?? 0))([...points]) ?? "";
  return (
    <svg width="100%" height={height} viewBox={`0 0 ${plane} ${height}`} preserveAspectRatio="none" aria-hidden="true">
      <path d={between} className="fill-line" fillOpacity={0.6} />
      <path
        d={drawn("low")}
        fill="none"
        className="stroke-action"
        strokeWidth={2}
        strokeDasharray="6 4"
        vectorEffect="non-scaling-stroke"
      />
      <path
        d={drawn("high")}
        fill="none"
        className="stroke-action"
        strokeWidth={2.5}
        vectorEffect="non-scaling-stroke"
      />
    </svg>
  );
}

/** The span between two dashed uprights, its words above it, on the side where there is room. */
function Mark({ mark, scales, top }: { mark: NonNullable<BandChartProps["mark"]>; scales: Scales; top: number }) {
  const { percent, height } = scales;
  const [from, to] = [percent(mark.from), percent(mark.to)];
  const left = from < 50;
  return (
    <g>
      <rect
        x={`${from}%`}
        width={`${Math.max(to - from, 0)}%`}
        y={top + 6}
        height={height - foot - top - 6}
        className="fill-notice"
      />
      {(from === to ? [from] : [from, to]).map((at) => (
        <line
          key={at}
          x1={`${at}%`}
          x2={`${at}%`}
          y1={top + 6}
          y2={height - foot}
          className="stroke-ink"
          strokeDasharray="2 4"
          strokeWidth={1.5}
        />
      ))}
      <text x={`${left ? from : to}%`} y={top} textAnchor={left ? "start" : "end"} className="fill-ink font-bold">
        {mark.label}
      </text>
    </g>
  );
}

/** Above the upper line ending there, under the lower line beginning there: a rising line runs away from both. */
function LineWords({
  lines,
  points,
  scales,
}: {
  lines: NonNullable<BandChartProps["lines"]>;
  points: readonly BandPoint[];
  scales: Scales;
}) {
  const { percent, y } = scales;
  const nearest = (share: number) => points[Math.round((points.length - 1) * share)];
  const [above, below] = [nearest(0.72), nearest(0.58)];
  if (!above || above.high === null || !below || below.low === null) return null;
  return (
    <>
      <text x={`${percent(above.x)}%`} y={y(above.high) - 8} textAnchor="end" className="fill-ink">
        {lines.high}
      </text>
      <text x={`${percent(below.x)}%`} y={y(below.low) + 20} textAnchor="start" className="fill-ink">
        {lines.low}
      </text>
    </>
  );
}
