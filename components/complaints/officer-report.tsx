import { useLocale, useTranslations } from "next-intl";
import { type Locale, address } from "@/app/_http/addresses";
import { formatDay, formatInstant, languageOf } from "@/components/ui/format";
import { Section } from "@/components/ui/page";
import { Verdict } from "@/components/ui/status";
import { FactTable } from "@/components/ui/tables";
import type { OfficerReport } from "@/domain/complaints/queries";
import { dayOf } from "@/domain/kernel/calendar";
import { Photos, Said, Steps, useOffice } from "./case-view";
import { Clocks } from "./clocks";
import { Line } from "./contact-answer";

/** Everything an officer reads before she decides: state and clocks, what was said, whose the contacts are. */
export function ReportFacts({ found }: { found: OfficerReport }) {
  const t = useTranslations("complaints.desk");
  const words = useTranslations("complaints.case");
  const locale = languageOf(useLocale()) as Locale;
  const office = useOffice();
  const { report, contacts } = found;
  const stage = report.outcome ? words(`outcome.${report.outcome}`) : words(`stage.${report.stage}`);
  const late =
    found.clocks.some(({ missed, doneAt }) => missed && !doneAt) &&
    (report.stage === "received" || report.stage === "looking");
  return (
    <>
      <Verdict
        tone={late ? "danger" : report.stage === "decided" ? "good" : "neutral"}
        title={words("now", { stage, office: office(report) })}
      >
        {report.outcomeReason && <p className="break-words whitespace-pre-line">{report.outcomeReason}</p>}
        {found.escalated && <p>{words("escalated", { at: formatDay(locale, dayOf(found.escalated.at)) })}</p>}
        {found.head && (
          <p>
            <a href={address(locale, "officeReport", { number: found.head.number })}>
              {t("head", { number: found.head.number })}
            </a>
          </p>
        )}
        {found.duplicates.length > 0 && (
          <p>{t("duplicatesOf", { numbers: found.duplicates.map(({ number }) => number).join(", ") })}</p>
        )}
        {report.demo && <p className="font-medium">{words("demo")}</p>}
      </Verdict>
      <Section title={words("clocksTitle")}>
        <Clocks clocks={found.clocks} over={report.stage === "withdrawn" || report.stage === "merged"} />
      </Section>
      <Section title={words("happened")}>
        <div className="space-y-4">
          <Said view={{ ...report, contacts: contacts.map(({ contact }) => contact) }} />
          <FactTable
            facts={[
              {
                key: "names",
                label: t("names"),
                value: found.names.length > 0 ? found.names.join(", ") : words("none"),
              },
              { key: "reach", label: t("reach"), value: found.reach ?? t("anonymous") },
            ]}
          />
          <Photos files={found.files} base={address(locale, "officeReport", { number: report.number })} />
        </div>
      </Section>
      <Section
        title={t("contactsTitle")}
        lead={found.askedToday > 0 ? t("askedToday", { count: found.askedToday }) : undefined}
      >
        {contacts.length === 0 ? (
          <p className="text-muted">{t("noContact")}</p>
        ) : (
          <ul className="divide-y divide-line border-y border-line">
            {contacts.map((answer) => (
              <Line key={answer.contact.key} answer={answer} province={report.province} />
            ))}
          </ul>
        )}
      </Section>
      <Section title={words("storyTitle")}>
        <Steps steps={found.steps} />
      </Section>
    </>
  );
}

/** The moment a report on a list came in, and how it stands. */
export function useShortState() {
  const words = useTranslations("complaints.case");
  return ({ receivedAt, stage, outcome }: Pick<OfficerReport["report"], "receivedAt" | "stage" | "outcome">): string =>
    `${formatInstant(receivedAt)} – ${outcome ? words(`outcome.${outcome}`) : words(`stage.${stage}`)}`;
}
