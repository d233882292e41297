import { useTranslations } from "next-intl";
import { formatInstant } from "@/components/ui/format";
import { Checklist, type Tone } from "@/components/ui/status";
import type { RunningClock } from "@/domain/complaints/queries";

const toneOf = ({ missed, doneAt }: RunningClock): Tone =>
  missed ? (doneAt ? "caution" : "danger") : doneAt ? "good" : "neutral";

/** By when, what is left, and on what it rests. */
export function Clocks({ clocks, over }: { clocks: readonly RunningClock[]; over: boolean }) {
  const t = useTranslations("complaints.case");
  const left = (clock: RunningClock): string => {
    if (clock.doneAt) return t(clock.missed ? "doneLate" : "done", { at: formatInstant(clock.doneAt) });
    if (over) return "";
    if (clock.missed) return t("late");
    return clock.hours !== null ? t("hoursLeft", { hours: clock.hoursLeft }) : t("daysLeft", { days: clock.daysLeft });
  };
  return (
    <Checklist
      lines={clocks.map((clock) => ({
        key: clock.clock,
        tone: over && !clock.doneAt ? "neutral" : toneOf(clock),
        label: t(`clock.${clock.clock}`),
        result: left(clock),
        note: (
          <>
            {t("due", { at: formatInstant(clock.due) })}
            <br />
            {clock.basis === "target"
              ? t("target")
              : t(clock.verified ? "law" : "lawUnread", { source: clock.source ?? "" })}
          </>
        ),
      }))}
    />
  );
}

/** On a list: the clock that runs now. */
export function clockNow(clocks: readonly RunningClock[]): RunningClock | undefined {
  return clocks.find(({ doneAt }) => doneAt === null);
}
