import { useTranslations } from "next-intl";
import { acceptFor, megabytesFor } from "@/app/_http/upload";
import { Button } from "@/components/ui/button";
import { Choices, ErrorList, Field, SelectField, TextField, controlLook } from "@/components/ui/field";
import { abouts, longestText } from "@/domain/complaints/schema";
import { provinceOptions } from "./words";

type Action = (data: FormData) => Promise<void>;
export type Told = {
  faults: readonly { field: string; message: string }[];
  typed: (field: string) => string | undefined;
};
const at = ({ faults }: Told, field: string): string | undefined =>
  faults.find((fault) => fault.field === field)?.message;

/** Several lines; keeps what was typed. */
export function TextArea({
  told,
  name,
  rows = 4,
  max,
  optional,
  label,
  hint,
}: {
  told: Told;
  name: string;
  rows?: number;
  max: number;
  optional?: boolean;
  label: string;
  hint?: string;
}) {
  const error = at(told, name);
  const described = [hint && `${name}-hint`, error && `${name}-error`].filter(Boolean).join(" ") || undefined;
  return (
    <Field id={name} {...{ label, hint, error, optional }}>
      <textarea
        {...{ id: name, name, rows, maxLength: max, defaultValue: told.typed(name), className: controlLook }}
        aria-describedby={described}
        aria-invalid={error ? true : undefined}
      />
    </Field>
  );
}

export function PhotoField({ told }: { told: Told }) {
  const t = useTranslations("complaints.new");
  const hint = [t("photosHint", { limit: megabytesFor("evidence") }), told.faults.length > 0 && t("photosAgain")]
    .filter(Boolean)
    .join(" ");
  return (
    <Field id="photos" label={t("photos")} hint={hint} error={at(told, "photos")} optional>
      <input
        {...{ id: "photos", type: "file", name: "photos", multiple: true, accept: acceptFor("evidence") }}
        aria-describedby="photos-hint"
        className={`${controlLook} py-2`}
      />
    </Field>
  );
}

/** D1: one page, five minutes, no name. */
export function ReportForm({ action, told, submission }: { action: Action; told: Told; submission: string }) {
  const t = useTranslations("complaints.new");
  const line = (name: "person" | "agency" | "order" | "reach", max: number, hint?: string) => (
    <TextField
      {...{ name, label: t(name), hint, optional: true, maxLength: max, autoComplete: "off" }}
      {...{ defaultValue: told.typed(name), error: at(told, name) }}
    />
  );
  return (
    <form action={action} className="max-w-measure space-y-6">
      <ErrorList errors={told.faults.map((fault) => ({ ...fault, field: fault.field || "about" }))} />
      <input type="hidden" name="submission" value={submission} />
      <div id="about">
        <Choices
          {...{ name: "about", kind: "radio" as const, legend: t("about") }}
          choices={abouts.map((value) => ({
            ...{ value, label: t(`aboutKind.${value}`), checked: (told.typed("about") ?? "recruiter") === value },
          }))}
        />
      </div>
      <TextArea
        {...{ told, name: "happened", rows: 6, max: longestText, label: t("happened"), hint: t("happenedHint") }}
      />
      <TextArea {...{ told, name: "contacts", rows: 3, max: 2_000, label: t("contacts"), hint: t("contactsHint") }} />
      {line("person", 120, t("personHint"))}
      {line("agency", 200)}
      {line("order", 60)}
      <TextField
        {...{
          name: "amount",
          label: t("amount"),
          hint: t("amountHint"),
          optional: true,
          maxLength: 30,
          inputMode: "text",
        }}
        {...{
          autoComplete: "off",
          className: "figures",
          defaultValue: told.typed("amount"),
          error: at(told, "amount"),
        }}
      />
      <SelectField
        {...{
          name: "province",
          label: t("province"),
          hint: t("provinceHint"),
          empty: t("provinceEmpty"),
          optional: true,
        }}
        {...{ options: provinceOptions(), defaultValue: told.typed("province"), error: at(told, "province") }}
      />
      <PhotoField told={told} />
      {line("reach", 200, t("reachHint"))}
      <div>
        <Button>{t("send")}</Button>
        <p className="mt-2 text-small text-muted">{t("after")}</p>
      </div>
    </form>
  );
}
