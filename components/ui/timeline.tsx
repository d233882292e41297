import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { columnOfDay, type Day, type Precision } from "@/domain/kernel/calendar";
import { Disclosure } from "./disclosure";
import { DrawnLabel } from "./drawn-label";
import { formatDay, languageOf } from "./format";
import { Status, type Tone } from "./status";
import { DataTable } from "./tables";

export type TimelineSpell = {
  key: string;
  from: Day;
  /** First day it no longer held; null: still holds. */
  to: Day | null;
  precision?: Precision;
  /** One or two words, drawn in the bar where there is room. */
  label: string;
  tone: Tone;
  /** Decision and source, shown in the table. */
  evidence?: ReactNode;
};

const fills: Record<Tone, string> = {
  good: "fill-good",
  caution: "fill-caution",
  danger: "fill-danger",
  neutral: "fill-edge",
};
const barTop = 28;
const barHeight = 32;

const years = (first: Day, last: Day): number[] => {
  const [from, to] = [Number(first.slice(0, 4)), Number(last.slice(0, 4))];
  const step = Math.max(1, Math.ceil((to - from) / 5));
  return Array.from({ length: Math.floor((to - from) / step) + 1 }, (_, i) => from + i * step);
};

/**
 * What held when, drawn on one line from the first spell to `until`. `sentence` says what to see.
 * A spell too short for its word carries its number in the table instead. Widths are percentages: no scaling of letters.
 */
export function Timeline({
  caption,
  sentence,
  spells,
  until,
}: {
  caption: string;
  sentence: ReactNode;
  spells: readonly TimelineSpell[];
  until: Day;
}) {
  const t = useTranslations("ui");
  const first = spells.reduce<Day | null>(
    (least, spell) => (least === null || spell.from < least ? spell.from : least),
    null,
  );
  if (!first) return null;
  const start = columnOfDay(first).getTime();
  const span = Math.max(columnOfDay(until).getTime() - start, 86_400_000);
  const at = (day: Day) => Math.min(Math.max((columnOfDay(day).getTime() - start) / span, 0), 1) * 100;
  return (
    <figure>
      <figcaption className="max-w-measure">{sentence}</figcaption>
      <svg
        role="img"
        aria-label={caption}
        width="100%"
        height={barTop + barHeight + 28}
        className="drawn mt-3 text-small"
      >
        <Axis first={first} until={until} at={at} today={t("untilDay")} />
        {spells.map((spell, i) => (
          <Segment
            key={spell.key}
            spell={spell}
            number={i + 1}
            from={at(spell.from)}
            to={spell.to ? at(spell.to) : 100}
          />
        ))}
      </svg>
      <Disclosure summary={t("asTable")}>
        <SpellTable caption={caption} spells={spells} />
      </Disclosure>
    </figure>
  );
}

function Axis({ first, until, at, today }: { first: Day; until: Day; at: (day: Day) => number; today: string }) {
  const marks = years(first, until).map((year) => ({ year, x: at(`${year}-01-01` as Day) }));
  return (
    <g>
      {marks
        .filter(({ x }, i) => (i > 0 || x > 0) && x < 80)
        .map(({ year, x }) => (
          // The closing date takes the right third of a phone's drawing.
          <g key={year} className={x < 58 ? undefined : "hidden sm:inline"}>
            <line
              x1={`${x}%`}
              x2={`${x}%`}
              y1={barTop + barHeight}
              y2={barTop + barHeight + 6}
              className="stroke-edge"
            />
            <text
              x={`${x}%`}
              y={barTop + barHeight + 22}
              textAnchor={x < 6 ? "start" : "middle"}
              className="fill-muted"
            >
              {year}
            </text>
          </g>
        ))}
      <text x="100%" y={barTop + barHeight + 22} textAnchor="end" className="fill-muted">
        {today} {until.slice(8)}/{until.slice(5, 7)}/{until.slice(0, 4)}
      </text>
    </g>
  );
}

function Segment({ spell, number, from, to }: { spell: TimelineSpell; number: number; from: number; to: number }) {
  const width = Math.max(to - from, 0.6);
  const hollow = spell.tone === "neutral" || spell.tone === "caution";
  return (
    <g>
      <rect
        x={`${from}%`}
        y={barTop}
        width={`${width}%`}
        height={barHeight}
        className={hollow ? "fill-surface stroke-ink" : `${fills[spell.tone]} stroke-surface`}
        strokeWidth={2}
        strokeDasharray={spell.tone === "neutral" ? "4 4" : undefined}
      />
      {spell.tone === "caution" && (
        <rect x={`${from}%`} y={barTop + barHeight - 8} width={`${width}%`} height={7} className={fills.caution} />
      )}
      <DrawnLabel
        from={from}
        width={width}
        y={barTop + (spell.tone === "caution" ? 17 : 21)}
        label={spell.label}
        className={`font-medium ${hollow ? "fill-ink" : "fill-surface"}`}
        otherwise={{ text: String(number), y: barTop - 8, className: "font-medium fill-ink" }}
      />
    </g>
  );
}

function SpellTable({ caption, spells }: { caption: string; spells: readonly TimelineSpell[] }) {
  const t = useTranslations("ui");
  const locale = languageOf(useLocale());
  return (
    <DataTable
      caption={caption}
      hideCaption
      phone="stack"
      columns={[
        { key: "what", label: t("status") },
        { key: "from", label: t("from") },
        { key: "to", label: t("through") },
        { key: "evidence", label: t("evidence") },
      ]}
      rows={spells.map((spell, i) => ({
        key: spell.key,
        cells: {
          what: (
            <span className="inline-flex gap-2">
              <span>{i + 1}.</span>
              <Status tone={spell.tone}>{spell.label}</Status>
            </span>
          ),
          from: <span>{formatDay(locale, spell.from, spell.precision)}</span>,
          to: <span>{spell.to ? t("before", { day: formatDay(locale, spell.to) }) : t("stillHolds")}</span>,
          evidence: spell.evidence ?? t("unknown"),
        },
      }))}
    />
  );
}
