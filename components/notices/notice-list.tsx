import { useLocale, useTranslations } from "next-intl";
import { type Locale, address } from "@/app/_http/addresses";
import { formatDay, languageOf } from "@/components/ui/format";
import { Empty } from "@/components/ui/page";
import { Status, type Tone } from "@/components/ui/status";
import type { NoticeView } from "@/domain/notices/queries";
import type { NoticeState } from "@/domain/notices/rules";
import { agencyText, placeText } from "./words";

const tones: Record<NoticeState, Tone> = {
  ...{ waiting: "caution", refused: "danger", withdrawn: "neutral", revoked: "danger" },
  ...{ notYet: "neutral", valid: "good", over: "neutral", suspended: "danger" },
};

export function StateMark({ state }: { state: NoticeState }) {
  const t = useTranslations("notices.state");
  return <Status tone={tones[state]}>{t(state)}</Status>;
}

type Filter = { key: "waiting" | "accepted" | "closed"; count: number; href: string; current: boolean };

/** Where the notices stand: what waits, what was accepted, what is no longer. */
export function NoticeFilters({ filters }: { filters: readonly Filter[] }) {
  const t = useTranslations("notices.filter");
  return (
    <nav aria-label={t("label")} className="no-print">
      <ul className="flex flex-wrap gap-x-6">
        {filters.map(({ key, count, href, current }) => (
          <li key={key}>
            <a
              href={href}
              aria-current={current ? "page" : undefined}
              className="inline-flex min-h-11 items-center aria-[current=page]:font-bold aria-[current=page]:text-ink aria-[current=page]:no-underline"
            >
              {t(key, { count })}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

export function NoticeList({
  notices,
  route,
  empty,
}: {
  notices: readonly NoticeView[];
  route: "portalNotice" | "officeNotice";
  empty: string;
}) {
  const t = useTranslations("notices");
  const locale = languageOf(useLocale());
  if (notices.length === 0) return <Empty title={empty} />;
  return (
    <ul className="divide-y divide-line border-y border-line">
      {notices.map((notice) => (
        <li key={notice.id} className="py-3">
          <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <a
              href={address(locale as Locale, route, { id: notice.reference })}
              className="inline-flex min-h-11 items-center font-medium"
            >
              {notice.reference}
            </a>
            <StateMark state={notice.state} />
          </p>
          <p>
            {placeText(t, notice)},{" "}
            {t("page.fromTo", { from: formatDay(locale, notice.fromOn), to: formatDay(locale, notice.toOn) })}
          </p>
          <p className="text-small text-muted">
            {notice.order.reference} · {notice.order.title}
            {route === "officeNotice" && ` · ${agencyText(notice.agency)}`}
          </p>
        </li>
      ))}
    </ul>
  );
}
