import { useLocale, useTranslations } from "next-intl";
import { type Locale, address } from "@/app/_http/addresses";
import { formatInstant, languageOf } from "@/components/ui/format";
import { Empty } from "@/components/ui/page";
import { Status } from "@/components/ui/status";
import { DataTable } from "@/components/ui/tables";
import type { Queue, QueueFilter, QueuedReport } from "@/domain/complaints/queries";
import { clockNow } from "./clocks";
import { provinceText } from "./words";

/** What waits, oldest first, each with the clock that runs. */
export function ReportQueue({ queue }: { queue: Queue }) {
  const t = useTranslations("complaints.desk");
  const words = useTranslations("complaints");
  const locale = languageOf(useLocale());
  if (queue.reports.length === 0) return <Empty title={t("empty")} />;
  const columns = (["number", "clock", "what", "who", "received", "state"] as const).map((key) => ({
    key,
    label: t(key),
  }));
  return (
    <DataTable
      {...{ caption: t("title"), hideCaption: true, phone: "stack" as const, columns }}
      rows={queue.reports.map((report) => ({
        key: report.number,
        cells: {
          number: (
            <a
              href={address(locale as Locale, "officeReport", { number: report.number })}
              className="figures inline-flex whitespace-nowrap min-h-11 items-center sm:min-h-0"
            >
              {report.number}
            </a>
          ),
          clock: <Clock report={report} />,
          what: words(`new.aboutKind.${report.about}`),
          who: <Contacts report={report} />,
          received: (
            <>
              <span className="figures">{formatInstant(report.receivedAt)}</span>
              {report.province && <span className="block text-small text-muted">{provinceText(report.province)}</span>}
            </>
          ),
          state: report.outcome ? words(`case.outcome.${report.outcome}`) : words(`case.stage.${report.stage}`),
        },
      }))}
    />
  );
}

function Contacts({ report }: { report: QueuedReport }) {
  const t = useTranslations("complaints.desk");
  const shown = report.contacts.slice(0, 3).map(({ value }) => value);
  return (
    <span className="break-words">
      {shown.length > 0 ? shown.join(", ") : t("noContact")}
      {report.duplicates > 0 && (
        <span className="text-small text-muted"> ({t("duplicates", { count: report.duplicates })})</span>
      )}
    </span>
  );
}

function Clock({ report }: { report: QueuedReport }) {
  const t = useTranslations("complaints.case");
  const clock = report.stage === "received" || report.stage === "looking" ? clockNow(report.clocks) : undefined;
  if (!clock) return null;
  if (clock.missed) return <Status tone="danger">{t("late")}</Status>;
  return clock.hours !== null ? t("hoursLeft", { hours: clock.hoursLeft }) : t("daysLeft", { days: clock.daysLeft });
}

/** Open, late, done: links, the one in force marked. */
export function QueueFilters({
  queue,
  shown,
  hrefOf,
}: {
  queue: Queue;
  shown: QueueFilter;
  hrefOf: (filter: QueueFilter) => string;
}) {
  const t = useTranslations("complaints.desk.filter");
  const counts = { open: queue.open, late: queue.late, closed: 0 };
  return (
    <ul className="flex flex-wrap gap-x-6">
      {(["open", "late", "closed"] as const).map((filter) => (
        <li key={filter}>
          <a
            href={hrefOf(filter)}
            aria-current={filter === shown ? "true" : undefined}
            className={`inline-flex min-h-11 items-center ${filter === shown ? "font-bold text-ink" : ""}`}
          >
            {t(filter, { count: counts[filter] })}
          </a>
        </li>
      ))}
    </ul>
  );
}
