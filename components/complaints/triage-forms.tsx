import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { type Locale, address } from "@/app/_http/addresses";
import { Button } from "@/components/ui/button";
import { Disclosure } from "@/components/ui/disclosure";
import { Choices, ErrorList, TextField } from "@/components/ui/field";
import { languageOf } from "@/components/ui/format";
import { Section } from "@/components/ui/page";
import type { OfficerReport } from "@/domain/complaints/queries";
import { outcomes } from "@/domain/complaints/schema";
import { useShortState } from "./officer-report";
import { TextArea, type Told } from "./report-form";

type Action = (data: FormData) => Promise<void>;
export type TriageActions = Record<"takeUp" | "link" | "merge" | "note" | "decide" | "warn", Action>;
export type TriageTold = Record<keyof TriageActions, Told>;
type Props = { found: OfficerReport; actions: TriageActions; told: TriageTold };

/** What was seen travels along: a decision on something else is refused. */
function Seen({ found, extra = {} }: { found: OfficerReport; extra?: Readonly<Record<string, string>> }) {
  const fields = { number: found.report.number, version: String(found.report.version), ...extra };
  return Object.entries(fields).map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />);
}

const errors = (told: Told) => told.faults.filter((fault) => fault.field !== "");

/** What was refused as a whole stands on top: the form itself may be gone, since somebody else has decided meanwhile. */
export function Refused({ told }: { told: readonly Told[] }) {
  const whole = told.flatMap(({ faults }) => faults.filter(({ field }) => field === ""));
  return <ErrorList errors={whole.map(({ message }) => ({ field: "main", message }))} />;
}
const Small = ({ action, children, label }: { action: Action; children: ReactNode; label: ReactNode }) => (
  <form action={action} className="inline-block">
    {children}
    <Button look="secondary">{label}</Button>
  </form>
);

export function Triage(props: Props) {
  const t = useTranslations("complaints.desk");
  const { found, actions, told } = props;
  const { stage, outcome, warningId } = found.report;
  const open = stage === "received" || stage === "looking";
  return (
    <>
      {stage === "received" && (
        <form action={actions.takeUp} id="take-up" className="max-w-measure space-y-2">
          <ErrorList errors={errors(told.takeUp)} />
          <Seen found={found} />
          <p className="text-muted">{t("takeUpText")}</p>
          <Button>{t("takeUp")}</Button>
        </form>
      )}
      <Same {...props} open={open} />
      <Agencies {...props} open={open} />
      {open && <Words {...props} />}
      {open && <Decision {...props} />}
      {warningId && <p role="status">{t("warned")}</p>}
      {found.mayWarn && outcome === "confirmed_fake" && !warningId && <Warn {...props} />}
    </>
  );
}

function Same({ found, actions, told, open }: Props & { open: boolean }) {
  const t = useTranslations("complaints.desk");
  const locale = languageOf(useLocale()) as Locale;
  const state = useShortState();
  return (
    <Section id="same" title={t("sameTitle")}>
      <ErrorList errors={errors(told.merge)} />
      {found.same.length === 0 && <p className="text-muted">{t("sameNone")}</p>}
      <ul className="divide-y divide-line">
        {found.same.map((one) => (
          <li key={one.number} className="flex flex-wrap items-center gap-3 py-3">
            <div className="min-w-0 grow">
              <a href={address(locale, "officeReport", { number: one.number })} className="figures">
                {one.number}
              </a>{" "}
              <span className="text-small text-muted">{state(one)}</span>
              <p className="break-words">{one.contacts.join(", ")}</p>
            </div>
            {open && one.stage !== "merged" && (
              <Small action={actions.merge} label={t("mergeInto", { number: one.number })}>
                <Seen found={found} extra={{ into: one.number }} />
              </Small>
            )}
          </li>
        ))}
      </ul>
      {found.sameElsewhere > 0 && <p className="mt-2">{t("sameElsewhere", { count: found.sameElsewhere })}</p>}
    </Section>
  );
}

function Agencies({ found, actions, told, open }: Props & { open: boolean }) {
  const t = useTranslations("complaints.desk");
  const locale = languageOf(useLocale()) as Locale;
  const role = found.report.agencyRole;
  const buttons = (agency: string) =>
    (["reported", "imitated"] as const).map((as) => (
      <Small key={as} action={actions.link} label={t(as === "reported" ? "linkReported" : "linkImitated")}>
        <Seen found={found} extra={{ agency, role: as }} />
      </Small>
    ));
  return (
    <Section id="agencies" title={t("suggestTitle")}>
      <ErrorList errors={errors(told.link)} />
      {found.agency && role && (
        <p className="mb-3 flex flex-wrap items-center gap-3 font-medium">
          <span>{t("linked", { name: found.agency.name, role: t(`role.${role}`) })}</span>
        </p>
      )}
      {found.agency && open && (
        <Small action={actions.link} label={t("unlink")}>
          <Seen found={found} />
        </Small>
      )}
      {found.suggestions.length === 0 && <p className="text-muted">{t("suggestNone")}</p>}
      <ul className="divide-y divide-line">
        {found.suggestions.map(({ slug, name, why }) => (
          <li key={slug} className="py-3">
            <a href={address(locale, "agency", { slug })} className="inline-flex min-h-11 items-center">
              {name}
            </a>{" "}
            <span className="text-small text-muted">({t(`why.${why}`)})</span>
            {open && <div className="flex flex-wrap gap-3">{buttons(slug)}</div>}
          </li>
        ))}
      </ul>
      {open && (
        <Disclosure summary={t("linkOther")}>
          <form action={actions.link} className="max-w-measure space-y-3">
            <Seen found={found} />
            <TextField
              name="agency"
              label={t("linkOther")}
              hint={t("linkOtherHint")}
              maxLength={200}
              autoComplete="off"
            />
            <Choices
              {...{ name: "role", kind: "radio" as const, legend: t("suggestTitle"), hideLegend: true }}
              choices={(["reported", "imitated"] as const).map((value) => ({
                value,
                label: t(`role.${value}`),
                checked: value === "reported",
              }))}
            />
            <Button look="secondary">{t("noteSend")}</Button>
          </form>
        </Disclosure>
      )}
    </Section>
  );
}

function Words({ found, actions, told }: Props) {
  const t = useTranslations("complaints.desk");
  return (
    <Section title={t("noteTitle")}>
      <form action={actions.note} className="max-w-measure space-y-4">
        <ErrorList errors={errors(told.note)} />
        <input type="hidden" name="number" value={found.report.number} />
        <TextArea {...{ told: told.note, name: "text", rows: 3, max: 2_000, label: t("note") }} />
        <Choices
          {...{ name: "internal", legend: t("noteInternal"), hideLegend: true }}
          choices={[{ value: "on", label: t("noteInternal"), checked: told.note.typed("internal") === "on" }]}
        />
        <Button look="secondary">{t("noteSend")}</Button>
      </form>
    </Section>
  );
}

function Decision({ found, actions, told }: Props) {
  const t = useTranslations("complaints.desk");
  const words = useTranslations("complaints.case.outcome");
  return (
    <Section title={t("decideTitle")} lead={t("decideText")}>
      <form action={actions.decide} className="max-w-measure space-y-4">
        <ErrorList errors={errors(told.decide)} />
        <Seen found={found} />
        <div id="outcome">
          <Choices
            {...{ name: "outcome", kind: "radio" as const, legend: t("outcome") }}
            choices={outcomes.map((value) => ({
              value,
              label: words(value),
              checked: told.decide.typed("outcome") === value,
            }))}
          />
        </div>
        <TextArea {...{ told: told.decide, name: "reason", rows: 3, max: 2_000, label: t("reason") }} />
        <Button>{t("decide")}</Button>
      </form>
    </Section>
  );
}

function Warn({ found, actions, told }: Props) {
  const t = useTranslations("complaints.desk");
  const fault = (field: string) => told.warn.faults.find((one) => one.field === field)?.message;
  return (
    <Section title={t("warnTitle")} lead={t("warnText")}>
      <form action={actions.warn} className="max-w-measure space-y-4">
        <ErrorList errors={errors(told.warn)} />
        <Seen found={found} />
        <TextField
          name="name"
          label={t("warnName")}
          maxLength={200}
          defaultValue={told.warn.typed("name")}
          error={fault("name")}
        />
        <TextArea {...{ told: told.warn, name: "reason", rows: 2, max: 500, label: t("warnReason") }} />
        <TextField
          name="decisionNo"
          label={t("warnDecision")}
          optional
          maxLength={60}
          defaultValue={told.warn.typed("decisionNo")}
        />
        <Button look="danger">{t("warn")}</Button>
      </form>
    </Section>
  );
}
