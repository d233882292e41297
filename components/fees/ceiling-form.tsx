import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { ErrorList, SelectField, TextField, type Option } from "@/components/ui/field";

export type CeilingFields =
  | "market"
  | "programme"
  | "occupation"
  | "contract_months"
  | "wage"
  | "currency"
  | "foreign_paid"
  | "completed_tts"
  | "service_fee"
  | "fee_currency"
  | "deposit";
export type CeilingTyped = Record<CeilingFields, string>;
export type CeilingErrors = Partial<Record<CeilingFields, string>>;

type FormProps = {
  action: string;
  typed: CeilingTyped;
  errors: CeilingErrors;
  markets: readonly Option[];
  programmes: readonly Option[];
  occupations: readonly Option[];
  currencies: readonly Option[];
  /** Only some programmes lower the ceiling for former interns. */
  asksTraining: boolean;
  changeMarket: string;
};

/** First where to; then the rest, with only that market's programmes to choose from. Nothing typed is ever lost. */
export function CeilingForm(props: FormProps) {
  const t = useTranslations("fees-page.form");
  const { action, typed, errors, markets } = props;
  const market = markets.find((one) => one.value === typed.market);
  return (
    <form action={`${action}#hoi`} className="no-print max-w-measure space-y-5">
      <ErrorList
        errors={Object.entries(errors).map(([field, message]) => ({
          field,
          message: `${t(`${field}.label`)}: ${message}`,
        }))}
      />
      {market ? (
        <>
          <p>
            <input type="hidden" name="market" value={typed.market} />
            {t("market.chosen")} <strong>{market.label}</strong>.{" "}
            <a href={props.changeMarket} className="inline-flex min-h-11 items-center">
              {t("market.change")}
            </a>
          </p>
          <JobFields {...props} />
          <MoneyFields {...props} />
        </>
      ) : (
        <SelectField
          name="market"
          label={t("market.label")}
          empty={t("market.empty")}
          options={markets}
          defaultValue={typed.market}
          error={errors.market}
        />
      )}
      <Button>{t(market ? "submit" : "next")}</Button>
    </form>
  );
}

function JobFields({ typed, errors, programmes, occupations, asksTraining }: FormProps) {
  const t = useTranslations("fees-page.form");
  const training = (["none", "1", "2", "3"] as const).map((value) => ({ value, label: t(`completed_tts.${value}`) }));
  const select = (
    name: "programme" | "occupation" | "completed_tts",
    options: readonly Option[],
    optional: boolean,
  ) => (
    <SelectField
      name={name}
      label={t(`${name}.label`)}
      hint={t.has(`${name}.hint`) ? t(`${name}.hint`) : undefined}
      empty={t(`${name}.empty`)}
      options={options}
      defaultValue={typed[name]}
      error={errors[name]}
      optional={optional}
    />
  );
  return (
    <>
      {select("programme", programmes, false)}
      {select("occupation", occupations, true)}
      {asksTraining && select("completed_tts", training, true)}
    </>
  );
}

function MoneyFields({ typed, errors, currencies }: FormProps) {
  const t = useTranslations("fees-page.form");
  const number = (
    name: "contract_months" | "wage" | "foreign_paid" | "service_fee" | "deposit",
    more: { unit?: string; optional?: boolean } = {},
  ) => (
    <TextField
      name={name}
      label={t(`${name}.label`)}
      hint={t.has(`${name}.hint`) ? t(`${name}.hint`) : undefined}
      inputMode="decimal"
      autoComplete="off"
      maxLength={24}
      className="figures"
      defaultValue={typed[name]}
      error={errors[name]}
      {...more}
    />
  );
  const currency = (name: "currency" | "fee_currency") => (
    <SelectField
      name={name}
      label={t(`${name}.label`)}
      options={currencies}
      defaultValue={typed[name]}
      error={errors[name]}
    />
  );
  return (
    <>
      {number("contract_months", { unit: t("months") })}
      {number("wage")}
      {currency("currency")}
      {number("foreign_paid", { optional: true })}
      {number("service_fee", { optional: true })}
      {currency("fee_currency")}
      {number("deposit", { optional: true, unit: "₫" })}
    </>
  );
}
