import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import {
  Choices,
  DateField,
  ErrorList,
  Field,
  type Option,
  SelectField,
  TextField,
  controlLook,
} from "@/components/ui/field";
import { paymentKinds } from "@/domain/payments/schema";

export type EntryFormProps = {
  base: string;
  values: Partial<Record<string, string>>;
  /** By field: amount, paidOn, payee … and `form` for the whole. */
  faults: readonly { field: string; message: string }[];
  components: readonly Option[];
  currencies: readonly Option[];
  payees: readonly Option[];
  submission: string;
  /** The same payment stands there already: it may be meant. */
  asksAgain: boolean;
  photoLimit: number;
  accept: string;
};

/** One payment, demand or refund; works without scripts, and keeps what was typed. */
export function EntryForm(props: EntryFormProps) {
  const t = useTranslations("payments.entry");
  const { base, faults, submission, asksAgain, values } = props;
  return (
    <form method="post" action={`${base}/entries`} encType="multipart/form-data" className="max-w-measure space-y-6">
      <ErrorList errors={faults.map((fault) => ({ ...fault, field: anchorOf(fault.field) }))} />
      <input type="hidden" name="form" value="entry" />
      <input type="hidden" name="submission" value={submission} />
      <div id="kind">
        <Choices
          name="kind"
          kind="radio"
          legend={t("kind")}
          choices={paymentKinds.map((kind) => ({
            value: kind,
            label: <KindName kind={kind} />,
            checked: (values.kind ?? "paid") === kind,
          }))}
        />
      </div>
      <MoneyFields {...props} />
      <ProofFields {...props} />
      {asksAgain && (
        <label className="choice" id="again">
          <input type="checkbox" name="again" />
          <span>{t("again")}</span>
        </label>
      )}
      <div>
        <Button>{t("send")}</Button>
        <p className="mt-2 text-small text-muted">{t("after")}</p>
      </div>
    </form>
  );
}

/** Of a day, the first of its three fields. */
const anchorOf = (field: string): string => (field === "paidOn" ? "paidOn-day" : field);

function KindName({ kind }: { kind: (typeof paymentKinds)[number] }) {
  const t = useTranslations("payments.kindFor");
  return t(kind);
}

const faultAt = (faults: EntryFormProps["faults"], field: string): string | undefined =>
  faults.find((fault) => fault.field === field)?.message;

function MoneyFields({ values, faults, components, currencies, payees }: EntryFormProps) {
  const t = useTranslations("payments.entry");
  const at = (field: string) => faultAt(faults, field);
  return (
    <>
      <SelectField
        name="component"
        label={t("component")}
        empty={t("componentEmpty")}
        options={components}
        defaultValue={values.component}
        error={at("component")}
      />
      <div className="grid gap-6 sm:grid-cols-[2fr_1fr]">
        <TextField
          name="amount"
          label={t("amount")}
          hint={t("amountHint")}
          autoComplete="off"
          maxLength={24}
          className="figures"
          defaultValue={values.amount}
          error={at("amount")}
        />
        <SelectField
          name="currency"
          label={t("currency")}
          options={currencies}
          defaultValue={values.currency ?? "VND"}
          error={at("currency")}
          className="sm:mt-6"
        />
      </div>
      <DateField
        name="paidOn"
        label={t("paidOn")}
        hint={t("paidOnHint")}
        value={{ day: values["paidOn-day"], month: values["paidOn-month"], year: values["paidOn-year"] }}
        error={at("paidOn")}
      />
      <SelectField
        name="payee"
        label={t("payee")}
        hint={t("payeeHint")}
        empty={t("payeeEmpty")}
        options={payees}
        defaultValue={values.payee}
        error={at("payee")}
      />
    </>
  );
}

function ProofFields({ values, faults, photoLimit, accept }: EntryFormProps) {
  const t = useTranslations("payments.entry");
  const at = (field: string) => faultAt(faults, field);
  const photoFault = at("photo");
  const hint = [t("photoHint", { limit: photoLimit }), faults.length > 0 && t("photoAgain")].filter(Boolean).join(" ");
  return (
    <>
      <Field id="photo" label={t("photo")} hint={hint} error={photoFault} optional>
        <input
          id="photo"
          type="file"
          name="photo"
          accept={accept}
          aria-describedby={photoFault ? "photo-hint photo-error" : "photo-hint"}
          className={`${controlLook} py-2`}
        />
      </Field>
      <Field id="note" label={t("note")} hint={t("noteHint")} error={at("note")} optional>
        <textarea
          id="note"
          name="note"
          rows={3}
          maxLength={500}
          defaultValue={values.note}
          aria-describedby="note-hint"
          className={controlLook}
        />
      </Field>
    </>
  );
}
