import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Choices, DateField, ErrorList, Field, SelectField, TextField, controlLook } from "@/components/ui/field";
import { Disclosure } from "@/components/ui/disclosure";
import { provinces, shortName } from "@/domain/localities/rules";
import { mostVenues } from "@/domain/notices/schema";
import { faultText } from "./words";

/** Lines for recruiters on the form; the shape takes more from nobody. */
export const formRecruiters = 5;

export type NoticeFormValues = {
  value: (field: string) => string | undefined;
  all: (field: string) => readonly string[];
  faults: Readonly<Record<string, string>>;
};
type Props = NoticeFormValues & {
  action: (data: FormData) => Promise<void>;
  orders: readonly { reference: string; title: string }[];
};

/** One form for all of it: nothing is remembered between pages, so nothing can be lost between them. */
export function NoticeForm({ action, orders, value, all, faults }: Props) {
  const t = useTranslations("notices");
  const errorOf = (field: string) => (faults[field] ? faultText(t, faults[field]) : undefined);
  const errors = Object.keys(faults).map((field) => ({ field: field || "orderReference", message: errorOf(field) }));
  const ticked = new Set(all("provinces"));
  const date = (name: string) => ({
    day: value(`${name}-day`),
    month: value(`${name}-month`),
    year: value(`${name}-year`),
  });
  return (
    <form action={action} className="max-w-measure space-y-8">
      <ErrorList errors={errors} />
      <SelectField
        name="orderReference"
        label={t("form.order")}
        empty={t("form.chooseOrder")}
        options={orders.map(({ reference, title }) => ({ value: reference, label: `${reference} · ${title}` }))}
        defaultValue={value("orderReference") ?? ""}
        error={errorOf("orderReference")}
      />
      <div id="provinces">
        <Choices
          name="provinces"
          legend={t("form.provinces")}
          hint={errorOf("provinces")}
          choices={provinces.map((one) => ({ value: one.id, label: shortName(one), checked: ticked.has(one.id) }))}
        />
      </div>
      <TextArea
        name="communes"
        label={t("form.communes")}
        hint={t("form.communesHint")}
        value={value("communes")}
        error={errorOf("communes")}
        optional
      />
      <div className="flex flex-wrap gap-8">
        <DateField name="fromOn" label={t("form.fromOn")} value={date("fromOn")} error={errorOf("fromOn")} />
        <DateField name="toOn" label={t("form.toOn")} value={date("toOn")} error={errorOf("toOn")} />
      </div>
      <TextArea
        name="venues"
        label={t("form.venues")}
        hint={t("form.venuesHint", { max: mostVenues })}
        value={value("venues")}
        error={errorOf("venues")}
      />
      <fieldset id="recruiters" className="space-y-4">
        <legend className="font-medium">{t("form.recruiters")}</legend>
        <p className="text-small text-muted">{t("form.recruitersHint")}</p>
        {errorOf("recruiters") && <p className="font-medium text-danger">{errorOf("recruiters")}</p>}
        {Array.from({ length: formRecruiters }, (_, i) => (
          <div key={i} className="grid gap-4 sm:grid-cols-2">
            {(["name", "phone"] as const).map((part) => (
              <TextField
                key={part}
                name={`recruiters.${i}.${part}`}
                label={t(part === "name" ? "form.recruiterName" : "form.recruiterPhone", { n: i + 1 })}
                type={part === "phone" ? "tel" : "text"}
                maxLength={part === "phone" ? 40 : 100}
                autoComplete="off"
                defaultValue={value(`recruiters.${i}.${part}`)}
                error={errorOf(`recruiters.${i}.${part}`)}
              />
            ))}
          </div>
        ))}
      </fieldset>
      <Button>{t("form.submit")}</Button>
    </form>
  );
}

type AreaProps = { name: string; label: string; hint?: string; value?: string; error?: string; optional?: boolean };
export function TextArea({ name, value, ...told }: AreaProps) {
  const { hint, error } = told;
  const describedBy = [hint && `${name}-hint`, error && `${name}-error`].filter(Boolean).join(" ") || undefined;
  return (
    <Field id={name} {...told}>
      <textarea
        id={name}
        name={name}
        rows={3}
        maxLength={4_000}
        aria-describedby={describedBy}
        aria-invalid={error ? true : undefined}
        defaultValue={value}
        className={controlLook}
      />
    </Field>
  );
}

/** Why not: reasons from the list, and words. `taken` says that it was accepted before. */
export function RefusalForm({
  action,
  reference,
  reasons,
  taken,
  all,
  value,
  faults,
}: NoticeFormValues & {
  action: (data: FormData) => Promise<void>;
  reference: string;
  reasons: readonly string[];
  taken: boolean;
}) {
  const t = useTranslations("notices");
  const errorOf = (field: string) => (faults[field] ? faultText(t, faults[field]) : undefined);
  const chosen = new Set(all("reasons"));
  const title = t(taken ? "page.revoke" : "page.refuse");
  return (
    <Disclosure summary={title} open={Object.keys(faults).length > 0}>
      <form action={action} className="max-w-measure space-y-4">
        <ErrorList
          errors={Object.keys(faults).map((field) => ({ field: field || "reasons", message: errorOf(field) }))}
        />
        <input type="hidden" name="reference" value={reference} />
        <div id="reasons">
          <Choices
            name="reasons"
            legend={t("page.reasons")}
            hint={t("page.refuseLead")}
            choices={reasons.map((name) => ({
              value: name,
              label: t(`reason.${name}` as never),
              checked: chosen.has(name),
            }))}
          />
        </div>
        <TextArea name="note" label={t("form.note")} value={value("note")} error={errorOf("note")} optional />
        <Button look="danger">{title}</Button>
      </form>
    </Disclosure>
  );
}
