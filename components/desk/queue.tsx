// What waits, oldest first, each with its clock: the law's, our own, or none.
import { useLocale, useTranslations } from "next-intl";
import { address } from "@/app/_http/addresses";
import { formatDay, formatInstant, languageOf } from "@/components/ui/format";
import { Empty } from "@/components/ui/page";
import { Status } from "@/components/ui/status";
import { type Day, columnOfDay } from "@/domain/kernel/calendar";

export type Waits = {
  kind: "account" | "contract" | "notice" | "report" | "flag";
  key: string;
  href: string | null;
  title: string;
  note?: string;
  since: Date;
  /** null: nothing says by when. */
  due: Day | null;
  basis: "law" | "target" | null;
};

export const oldestFirst = (waiting: readonly Waits[]): Waits[] =>
  [...waiting].sort((a, b) => a.since.getTime() - b.since.getTime() || a.key.localeCompare(b.key));

export const daysBetween = (from: Day, to: Day): number =>
  Math.round((columnOfDay(to).getTime() - columnOfDay(from).getTime()) / 86_400_000);

export function DueClock({ due, basis, today }: { due: Day | null; basis: Waits["basis"]; today: Day }) {
  const t = useTranslations("office.clock");
  const locale = languageOf(useLocale());
  if (due === null) return <Status tone="neutral">{t("none")}</Status>;
  const left = daysBetween(today, due);
  const tone = left < 0 ? "danger" : left <= 1 ? "caution" : "neutral";
  const said = left < 0 ? t("late", { days: -left }) : left === 0 ? t("today") : t("left", { days: left });
  return (
    <>
      <Status tone={tone} icon={left < 0 ? undefined : "info"}>
        {said}
      </Status>{" "}
      <span className="text-small text-muted">{t(basis ?? "target", { day: formatDay(locale, due) })}</span>
    </>
  );
}

export function QueueList({ waiting, today, empty }: { waiting: readonly Waits[]; today: Day; empty: string }) {
  const t = useTranslations("office");
  if (waiting.length === 0) return <Empty title={empty} />;
  return (
    <ol className="divide-y divide-line border-y border-line">
      {waiting.map(({ kind, key, href, title, note, since, due, basis }) => (
        <li key={`${kind} ${key}`} className="py-3">
          <p className="text-small text-muted">{`${t(`kind.${kind}`)} ${key}`}</p>
          {href ? (
            <a href={href} className="inline-flex min-h-11 items-center font-medium">
              {title}
            </a>
          ) : (
            <p className="py-2 font-medium">{title}</p>
          )}
          {note && <p className="text-small">{note}</p>}
          <p>
            <DueClock due={due} basis={basis} today={today} />
          </p>
          <p className="text-small text-muted">{t("since", { time: formatInstant(since) })}</p>
        </li>
      ))}
    </ol>
  );
}

export type WaitsKind = Waits["kind"];
/** What an office of each level answers for. */
export const kindsOf = ({ level }: { level: "ministry" | "province" | "commune" }): readonly WaitsKind[] =>
  level === "ministry"
    ? ["account", "contract", "notice", "report", "flag"]
    : level === "province"
      ? ["account", "notice", "report"]
      : ["notice", "report"];

/** How many of each kind wait, and how many are past their day; each count leads to its part of the list. */
export function QueueCounts({
  waiting,
  kinds,
  current,
  today,
}: {
  waiting: readonly Waits[];
  kinds: readonly WaitsKind[];
  current: WaitsKind | null;
  today: Day;
}) {
  const t = useTranslations("office");
  const locale = languageOf(useLocale());
  const of = (kind: WaitsKind | null) => waiting.filter((one) => kind === null || one.kind === kind);
  return (
    <ul className="flex flex-wrap gap-x-6" aria-label={t("counts")}>
      {[null, ...kinds].map((kind) => {
        const late = of(kind).filter(({ due }) => due !== null && due < today).length;
        const label = `${kind ? t(`kind.${kind}`) : t("all")}: ${of(kind).length}`;
        return (
          <li key={kind ?? "all"}>
            <a
              href={address(locale, "office", null, { kind })}
              aria-current={kind === current ? "true" : undefined}
              className={`inline-flex min-h-11 items-center ${kind === current ? "font-bold text-ink" : ""}`}
            >
              {late > 0 ? `${label} (${t("lateCount", { count: late })})` : label}
            </a>
          </li>
        );
      })}
    </ul>
  );
}
