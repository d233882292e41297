import { useLocale, useTranslations } from "next-intl";
import { formatDay, formatInstant, formatMoney, languageOf } from "@/components/ui/format";
import { Section } from "@/components/ui/page";
import { type Tone, Verdict } from "@/components/ui/status";
import { FactTable } from "@/components/ui/tables";
import type { CaseView, StepView } from "@/domain/complaints/queries";
import { dayOf } from "@/domain/kernel/calendar";
import { Clocks } from "./clocks";
import { provinceText } from "./words";

const tones: Record<CaseView["stage"], Tone> = {
  received: "neutral",
  looking: "neutral",
  decided: "good",
  withdrawn: "neutral",
  merged: "neutral",
};

export function useOffice() {
  const t = useTranslations("complaints.case.office");
  return ({ owner, province }: { owner: "province" | "ministry"; province: string | null }): string =>
    owner === "ministry" ? t("ministry") : t("province", { province: provinceText(province) ?? "" });
}

/** D2: where it is, with whom, by when, and what happened so far. */
export function CaseState({ view }: { view: CaseView }) {
  const t = useTranslations("complaints.case");
  const locale = languageOf(useLocale());
  const office = useOffice();
  const stage = view.outcome ? t(`outcome.${view.outcome}`) : t(`stage.${view.stage}`);
  return (
    <>
      <Verdict tone={tones[view.stage]} title={t("now", { stage, office: office(view) })}>
        {view.outcomeReason && <p className="break-words whitespace-pre-line">{view.outcomeReason}</p>}
        {view.merged && <p>{t("merged")}</p>}
        {view.escalated && (
          <p className="font-medium">{t("escalated", { at: formatDay(locale, dayOf(view.escalated.at)) })}</p>
        )}
        {view.demo && <p className="font-medium">{t("demo")}</p>}
      </Verdict>
      <Section title={t("clocksTitle")}>
        <Clocks clocks={view.clocks} over={view.stage === "withdrawn"} />
      </Section>
      <Section title={t("storyTitle")}>
        <Steps steps={view.steps} />
      </Section>
      <Section title={t("saidTitle")}>
        <Said view={view} />
      </Section>
    </>
  );
}

/** A report's story, oldest first. */
export function Steps({ steps }: { steps: readonly StepView[] }) {
  const t = useTranslations("complaints.case.step");
  const desk = useTranslations("complaints.desk");
  return (
    <ol className="divide-y divide-line border-y border-line">
      {steps.map((step) => (
        <li key={step.id} className="py-3 sm:grid sm:grid-cols-[10rem_1fr] sm:gap-4">
          <span className="figures text-small text-muted">{formatInstant(step.at)}</span>
          <div className="min-w-0">
            <p className="font-medium">
              {t(step.kind)}
              {step.internal && <span className="font-normal text-muted"> ({desk("internal")})</span>}
            </p>
            {step.text && <p className="max-w-measure break-words whitespace-pre-line">{step.text}</p>}
          </div>
        </li>
      ))}
    </ol>
  );
}

/** What was handed in, as it was written. */
export function Said({
  view,
}: {
  view: Pick<CaseView, "contacts" | "happened" | "amountVnd" | "province" | "agencySaid" | "orderReference"> & {
    reachable?: boolean;
  };
}) {
  const t = useTranslations("complaints.case");
  const locale = languageOf(useLocale());
  const values = {
    happened: <span className="break-words whitespace-pre-line">{view.happened}</span>,
    contacts:
      view.contacts.length > 0 ? (
        <span className="break-words">{view.contacts.map(({ value }) => value).join(", ")}</span>
      ) : (
        t("none")
      ),
    amount: view.amountVnd === null ? t("unknown") : formatMoney(locale, { minor: view.amountVnd, currency: "VND" }),
    place: provinceText(view.province) ?? t("unknown"),
    agency: view.agencySaid ?? t("unknown"),
    order: view.orderReference ?? t("unknown"),
    ...(view.reachable !== undefined && { reach: t(view.reachable ? "reachYes" : "reachNo") }),
  };
  return <FactTable facts={Object.entries(values).map(([key, value]) => ({ key, label: t(key as "place"), value }))} />;
}

/** Photographs as links to themselves; a page of pictures would weigh more than the rest of the site. */
export function Photos({ files, base }: { files: CaseView["files"]; base: string }) {
  const t = useTranslations("complaints.case");
  if (files.length === 0) return <p className="text-muted">{t("none")}</p>;
  return (
    <ul>
      {files.map((file) => (
        <li key={file.id}>
          <a href={`${base}/photos/${file.id}`} className="inline-flex min-h-11 items-center break-words">
            {file.saidName}
          </a>
        </li>
      ))}
    </ul>
  );
}
