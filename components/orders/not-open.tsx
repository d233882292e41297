import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { formatDay, languageOf } from "@/components/ui/format";
import { Section } from "@/components/ui/page";
import { Notice, Verdict } from "@/components/ui/status";
import type { Day } from "@/domain/kernel/calendar";
import type { NotOpen as Reason, OrderPage } from "@/domain/orders/queries";
import { Proof } from "./proof";

/** Reasons whose address stays: the order may come back, or was never one to apply for. */
const staying = new Set<Reason["reason"]>(["paused", "recorded"]);
export const isGone = (notOpen: Reason): boolean => !staying.has(notOpen.reason);

type NotOpenProps = {
  notOpen: Reason;
  facts: OrderPage["facts"];
  day: Day;
  next: readonly { href: string; label: string }[];
};

/** Why this order cannot be applied for, and where to go instead. Its offer is not repeated. */
export function NotOpen({ notOpen, facts, day, next }: NotOpenProps) {
  const t = useTranslations("orders.notOpen");
  const locale = languageOf(useLocale());
  const { reason, conditions } = notOpen;
  const deadline =
    reason === "deadline" && facts.deadlineOn
      ? ` ${t("deadlineWas", { day: formatDay(locale, facts.deadlineOn) })}`
      : "";
  return (
    <>
      <Verdict tone={isGone(notOpen) ? "danger" : "caution"} title={t(`${reason}.title`)}>
        <p>
          {t(`${reason}.text`)}
          {deadline}
        </p>
        <p>{t("asOf", { day: formatDay(locale, day) })}</p>
      </Verdict>
      {conditions.length > 0 && (
        <Section title={t("conditions")} lead={t("conditionsLead")}>
          <Proof conditions={conditions} facts={facts} day={day} />
        </Section>
      )}
      <Section title={t("instead")}>
        <Links links={next} />
        <p className="mt-3 max-w-measure">{t("paid")}</p>
      </Section>
    </>
  );
}

/** A notice kept as it was announced on its day: a record, never an offer. */
export function RecordNotice({ facts }: { facts: OrderPage["facts"] }) {
  const t = useTranslations("orders.notOpen");
  const locale = languageOf(useLocale());
  return (
    <Notice title={t("recorded.title")}>
      <p>
        {t("recorded.text")}{" "}
        {facts.announcedOn ? t("announcedOn", { day: formatDay(locale, facts.announcedOn) }) : t("announcedUnknown")}
      </p>
      {facts.externalSource && (
        <p className="break-words">
          {t("source", { source: facts.externalSource })}
          {facts.externalRef && ` (${facts.externalRef})`}
        </p>
      )}
    </Notice>
  );
}

export function Links({
  links,
  children,
}: {
  links: readonly { href: string; label: ReactNode }[];
  children?: ReactNode;
}) {
  return (
    <ul>
      {links.map(({ href, label }) => (
        <li key={href}>
          <a href={href} className="inline-flex min-h-11 items-center">
            {label}
          </a>
        </li>
      ))}
      {children}
    </ul>
  );
}
