import { useLocale, useTranslations } from "next-intl";
import { type Locale, address } from "@/app/_http/addresses";
import { formatDay, languageOf } from "@/components/ui/format";
import { Checklist } from "@/components/ui/status";
import { type Fact, FactTable } from "@/components/ui/tables";
import { dayOf } from "@/domain/kernel/calendar";
import type { NoticeView } from "@/domain/notices/queries";
import type { NoticeChecklist, NoticeCondition } from "@/domain/notices/rules";
import { agencyText, placeText } from "./words";

/** Telephone numbers as links: they are read on a telephone. */
export function Recruiters({ recruiters }: { recruiters: NoticeView["recruiters"] }) {
  return (
    <ul>
      {recruiters.map(({ name, phone }) => (
        <li key={`${name} ${phone}`} className="flex flex-wrap items-center gap-x-3">
          {name}
          <a href={`tel:${phone.replace(/[^+\d]/g, "")}`} className="figures inline-flex min-h-11 items-center">
            {phone}
          </a>
        </li>
      ))}
    </ul>
  );
}

/** Everything a notice says, and what the office answered. */
export function NoticeFacts({ notice }: { notice: NoticeView }) {
  const t = useTranslations("notices");
  const locale = languageOf(useLocale()) as Locale;
  const on = (instant: Date) => formatDay(locale, dayOf(instant));
  const { order, agency, decidedAt, decidedOffice, decisionNote, reasons } = notice;
  const lines = (texts: readonly string[]) => (
    <ul>
      {texts.map((text) => (
        <li key={text} className="break-words">
          {text}
        </li>
      ))}
    </ul>
  );
  const facts: (Fact | false)[] = [
    {
      key: "order",
      label: t("page.order"),
      value: (
        <a href={address(locale, "order", { reference: order.reference })}>{`${order.reference} · ${order.title}`}</a>
      ),
    },
    agency !== null && {
      key: "agency",
      label: t("page.agency"),
      value: <a href={address(locale, "agency", { slug: agency.slug })}>{agencyText(agency)}</a>,
      note: notice.branchId && t("page.branch"),
    },
    { key: "place", label: t("page.place"), value: placeText(t, notice) },
    {
      key: "days",
      label: t("page.days"),
      value: t("page.fromTo", { from: formatDay(locale, notice.fromOn), to: formatDay(locale, notice.toOn) }),
    },
    { key: "venues", label: t("page.venues"), value: lines(notice.venues) },
    { key: "recruiters", label: t("page.recruiters"), value: <Recruiters recruiters={notice.recruiters} /> },
    { key: "filedAt", label: t("page.filedAt"), value: on(notice.filedAt) },
    decidedAt !== null && {
      key: "decision",
      label: t("page.decision"),
      value: t("page.decidedBy", { office: decidedOffice ?? "", day: on(decidedAt) }),
    },
    reasons.length > 0 && {
      key: "reasons",
      label: t("page.reasons"),
      value: lines(reasons.map((name) => (t.has(`reason.${name}` as never) ? t(`reason.${name}` as never) : name))),
    },
    decisionNote !== null && { key: "note", label: t("page.note"), value: decisionNote },
  ];
  return <FactTable facts={facts.filter((fact) => fact !== false)} />;
}

/** What must hold today, the same for the agency and the office. */
export function NoticeChecks({ checklist }: { checklist: NoticeChecklist }) {
  const t = useTranslations("notices.check");
  const lines = (Object.entries(checklist) as [NoticeCondition, boolean | null][]).map(([name, met]) => ({
    key: name,
    tone: met === null ? ("neutral" as const) : met ? ("good" as const) : ("danger" as const),
    label: `${t(name)}:`,
    result: t(met === null ? "unknown" : met ? "met" : "unmet"),
  }));
  return <Checklist lines={lines} />;
}
