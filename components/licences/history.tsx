import { useLocale, useTranslations } from "next-intl";
import { formatDay, formatMoney, languageOf } from "@/components/ui/format";
import { Unverified } from "@/components/ui/money";
import { DataTable, type Row } from "@/components/ui/tables";
import { Timeline } from "@/components/ui/timeline";
import type { Day } from "@/domain/kernel/calendar";
import type { History, TimelineBar, TimelinePoint, VerdictCode } from "@/domain/licences/rules";
import { segmentsOf } from "./segments";
import { tones } from "./tones";
import { useRestrictionWords } from "./answer";

/** Number and day of a decision, or that none is in the data. */
export function Decision({ no, on, source }: { no: string | null; on?: Day | null; source: string }) {
  const t = useTranslations("check.history");
  const locale = languageOf(useLocale());
  return (
    <>
      <span className="block">
        {no
          ? t("decision", { number: no, dated: on ? "yes" : "no", day: on ? formatDay(locale, on) : "" })
          : t("noDecision")}
      </span>
      <span className="block text-small break-words text-muted">{t("source", { source })}</span>
    </>
  );
}

/** The drawn line of official statuses; null where no official decision is known. */
export function LicenceTimeline({ name, history, until }: { name: string; history: History; until: Day }) {
  const t = useTranslations("check");
  const status = useTranslations("licences.verdict");
  const locale = languageOf(useLocale());
  const segments = segmentsOf(history, until);
  const [first] = segments;
  const last = segments.at(-1);
  if (!first || !last) return null;
  const restrictions = history.bars.filter((bar) => bar.lane === "restriction" && bar.verified).length;
  return (
    <Timeline
      caption={t("history.caption", { name })}
      sentence={t("history.sentence", {
        from: formatDay(locale, first.from),
        until: formatDay(locale, until),
        status: status(last.to !== null && last.to <= until ? "unknown" : last.code),
        restrictions,
      })}
      until={until}
      spells={segments.map((segment) => ({
        key: segment.key,
        from: segment.from,
        to: segment.to,
        precision: segment.facts[0]?.from === segment.from ? segment.facts[0].precision : undefined,
        label: status(segment.code),
        tone: tones[segment.code],
        evidence:
          segment.facts.length > 0 ? (
            segment.facts.map((fact) => (
              <Decision key={fact.id} no={fact.decisionNo} on={fact.decisionOn} source={fact.source} />
            ))
          ) : (
            <span>{t("history.gap")}</span>
          ),
      }))}
    />
  );
}

type Words = (bar: TimelineBar | TimelinePoint) => string;

function useFactWords(): Words {
  const t = useTranslations("check");
  const locale = useLocale();
  const restriction = useRestrictionWords();
  return (fact) => {
    if ("kind" in fact) {
      if (fact.kind === "report") return t(`seen.${seenKey(fact.code)}`);
      return fact.amountVnd === null
        ? t("history.fine")
        : t("history.fineOf", { amount: formatMoney(languageOf(locale), { minor: fact.amountVnd, currency: "VND" }) });
    }
    if (fact.lane === "status")
      return t(`event.${fact.code as VerdictCode}`, {
        number: fact.licenceNo ?? "none",
        numbered: fact.licenceNo ? "yes" : "no",
      });
    if (fact.lane === "restriction")
      return t("history.restricted", {
        what: restriction({ kind: fact.code, scope: fact.scope, market: fact.market }),
      });
    return fact.code;
  };
}

const seen = new Set([
  "active",
  "revoked",
  "surrendered",
  "fined",
  "active_with_suspension",
  "active_market_suspended",
  "market_delisted",
  "not_licensed",
]);
const seenKey = (code: string): string => (seen.has(code) ? code : "unknown");

/** Decisions that changed something, newest first, each with number, day and source; or only one part of them. */
export function DecisionTable({
  caption,
  history,
  part,
}: {
  caption: string;
  history: History;
  part?: "status" | "penalties";
}) {
  const t = useTranslations("check.history");
  const locale = languageOf(useLocale());
  const words = useFactWords();
  const lanes = part === "status" ? ["status"] : part === "penalties" ? ["restriction"] : ["status", "restriction"];
  const bars = history.bars.filter((bar) => bar.verified && lanes.includes(bar.lane));
  const fines = part === "status" ? [] : history.points.filter((point) => point.verified && point.kind === "fine");
  const rows: (Row & { on: string })[] = [
    ...bars.map((bar) => ({
      key: bar.id,
      on: bar.from,
      cells: {
        what: <Told what={words(bar)} reason={bar.reason} />,
        when:
          bar.lane === "restriction" || bar.to
            ? t(bar.to ? "fromTo" : "from", {
                from: formatDay(locale, bar.from, bar.precision),
                to: bar.to ? formatDay(locale, bar.to) : "",
              })
            : formatDay(locale, bar.from, bar.precision),
        decision: <Decision no={bar.decisionNo} on={bar.decisionOn} source={bar.source} />,
      },
    })),
    ...fines.map((fine) => ({
      key: fine.id,
      on: fine.on ?? "",
      cells: {
        what: <Told what={words(fine)} reason={fine.reason} appeal={fine.appeal} removed={fine.removedOn} />,
        when: fine.on ? formatDay(locale, fine.on, fine.precision) : t("noDay"),
        decision: <Decision no={fine.decisionNo} source={fine.source} />,
      },
    })),
  ].sort((a, b) => (a.on < b.on ? 1 : -1));
  if (rows.length === 0) return <p>{t(part === "penalties" ? "noPenalty" : "none")}</p>;
  return (
    <DataTable
      caption={caption}
      hideCaption
      phone="stack"
      columns={[
        { key: "what", label: t("what") },
        { key: "when", label: t("when") },
        { key: "decision", label: t("evidence") },
      ]}
      rows={rows}
    />
  );
}

function Told({
  what,
  reason,
  appeal,
  removed,
}: {
  what: string;
  reason: string | null;
  appeal?: string | null;
  removed?: Day | null;
}) {
  const t = useTranslations("check.history");
  const locale = languageOf(useLocale());
  return (
    <>
      {what}
      {reason && <span className="block font-normal">{t("reason", { reason })}</span>}
      {appeal && <span className="block font-normal">{t("appeal", { appeal })}</span>}
      {removed && <span className="block font-normal">{t("removed", { day: formatDay(locale, removed) })}</span>}
    </>
  );
}

/** What the press or the firm itself said: apart from the official record, deciding nothing. */
export function UnverifiedList({ history }: { history: History }) {
  const t = useTranslations("check.history");
  const locale = languageOf(useLocale());
  const words = useFactWords();
  const items = [
    ...history.bars.filter((bar) => !bar.verified && (bar.lane === "status" || bar.lane === "restriction")),
    ...history.points.filter((point) => !point.verified),
  ].map((fact) => ({ fact, on: "kind" in fact ? fact.on : fact.from }));
  if (items.length === 0) return null;
  return (
    <ul className="divide-y divide-line border-y border-line">
      {items
        .sort((a, b) => ((a.on ?? "") < (b.on ?? "") ? 1 : -1))
        .map(({ fact, on }) => (
          <li key={fact.id} className="py-3">
            <span className="font-medium">{words(fact)}</span> <Unverified />
            <span className="figures block">
              {on ? t("saidOn", { day: formatDay(locale, on, fact.precision) }) : t("noDay")}
            </span>
            <span className="block text-small break-words text-muted">{t("source", { source: fact.source })}</span>
          </li>
        ))}
    </ul>
  );
}

export const hasUnverified = (history: History): boolean =>
  [...history.bars, ...history.points].some(
    (fact) => !fact.verified && (!("lane" in fact) || fact.lane === "status" || fact.lane === "restriction"),
  );
