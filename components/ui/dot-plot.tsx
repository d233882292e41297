import type { ReactNode } from "react";

export type DotRow = { key: string; label: string; from: number; to: number; text: string };

/** Ranges of several rows on one zero-based scale, values written at each row: what the same thing costs in each place. */
export function DotPlot({
  sentence,
  caption,
  rows,
  unit,
}: {
  sentence: ReactNode;
  caption: string;
  rows: readonly DotRow[];
  unit: string;
}) {
  const longest = Math.max(1, ...rows.map((row) => row.to));
  const at = (value: number) => `${2 + (value / longest) * 96}%`;
  return (
    <figure>
      <figcaption className="max-w-measure">{sentence}</figcaption>
      <ul className="mt-3 space-y-3" aria-label={caption}>
        {rows.map((row) => (
          <li key={row.key}>
            <div className="flex flex-wrap justify-between gap-x-4">
              <span className="font-medium">{row.label}</span>
              <span>{row.text}</span>
            </div>
            <svg width="100%" height="20" aria-hidden="true" className="block">
              <line x1="2%" x2="98%" y1="10" y2="10" className="stroke-line" />
              <line x1={at(row.from)} x2={at(row.to)} y1="10" y2="10" strokeWidth={6} className="stroke-action" />
              <circle cx={at(row.from)} cy="10" r="6" className="fill-action" />
              <circle cx={at(row.to)} cy="10" r="6" className="fill-action" />
            </svg>
          </li>
        ))}
      </ul>
      <div className="mt-1 flex justify-between text-small text-muted" aria-hidden="true">
        <span>0</span>
        <span>{unit}</span>
      </div>
    </figure>
  );
}
