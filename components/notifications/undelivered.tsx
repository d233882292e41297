import { useTranslations } from "next-intl";
import { formatInstant } from "@/components/ui/format";
import { Section } from "@/components/ui/page";
import type { Undelivered } from "@/domain/notifications/queries";

/** For the office that answers for it: what did not arrive and what the other side said. */
export function UndeliveredList({
  found: { over, noWay },
  queue: { waiting, oldestMinutes },
}: {
  found: Undelivered;
  queue: { waiting: number; oldestMinutes: number | null };
}) {
  const t = useTranslations("messages.page");
  return (
    <Section title={t("undeliveredTitle")} lead={t("undeliveredLead", { waiting, minutes: oldestMinutes ?? 0 })}>
      {noWay.map(({ channel, waiting: held }) => (
        <p key={channel} className="font-medium text-caution">
          {t("noWay", { waiting: held, channel: channel ? t(`channels.${channel}`) : "" })}
        </p>
      ))}
      {over.length === 0 ? (
        <p>{t("undeliveredNone")}</p>
      ) : (
        <ul className="divide-y divide-line border-y border-line">
          {over.map(({ id, overAt, kind, address, channel, attempts, answer }) => (
            <li key={id} className="py-3">
              <p className="flex flex-wrap gap-x-3">
                <span>{overAt && formatInstant(overAt)}</span>
                <span>{t(`kinds.${kind as "access"}`)}</span>
                <span>{channel && t(`channels.${channel}`)}</span>
                <span className="break-all">{address}</span>
              </p>
              <p className="text-small break-words text-muted">
                {`${t("attempts", { attempts })}. ${t("answer", { answer: answer ?? "" })}`}
              </p>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
