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

/** First where to; then the rest, with only that market's programmes to choose from. Nothing typed is ever lost. */
export function CeilingForm({
  action,
  typed,
  errors,
  markets,
  programmes,
  occupations,
  currencies,
  asksTraining,
  changeMarket,
}: {
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
}) {
  const t = useTranslations("fees-page.form");
  const marketLabel = markets.find((market) => market.value === typed.market)?.label;
  const list = Object.entries(errors).map(([field, message]) => ({
    field,
    message: `${t(`${field}.label`)}: ${message}`,
  }));
  const select = (name: "occupation" | "currency" | "fee_currency", options: readonly Option[], more: object = {}) => (
    <SelectField
      name={name}
      label={t(`${name}.label`)}
      options={options}
      defaultValue={typed[name]}
      error={errors[name]}
      {...more}
    />
  );
  const number = (name: "contract_months" | "wage" | "foreign_paid" | "service_fee" | "deposit", more: object = {}) => (
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
  if (!marketLabel)
    return (
      <form action={`${action}#hoi`} className="no-print max-w-measure space-y-4">
        <ErrorList errors={list} />
        <SelectField
          name="market"
          label={t("market.label")}
          empty={t("market.empty")}
          options={markets}
          defaultValue={typed.market}
          error={errors.market}
        />
        <Button>{t("next")}</Button>
      </form>
    );
  return (
    <form action={`${action}#hoi`} className="no-print max-w-measure space-y-5">
      <ErrorList errors={list} />
      <p>
        <input type="hidden" name="market" value={typed.market} />
        {t("market.chosen")} <strong>{marketLabel}</strong>.{" "}
        <a href={changeMarket} className="inline-flex min-h-11 items-center">
          {t("market.change")}
        </a>
      </p>
      <SelectField
        name="programme"
        label={t("programme.label")}
        hint={t("programme.hint")}
        empty={t("programme.empty")}
        options={programmes}
        defaultValue={typed.programme}
        error={errors.programme}
      />
      {select("occupation", occupations, { empty: t("occupation.empty"), hint: t("occupation.hint"), optional: true })}
      {asksTraining && (
        <SelectField
          name="completed_tts"
          label={t("completed_tts.label")}
          empty={t("completed_tts.empty")}
          options={(["none", "1", "2", "3"] as const).map((value) => ({ value, label: t(`completed_tts.${value}`) }))}
          defaultValue={typed.completed_tts}
          error={errors.completed_tts}
          optional
        />
      )}
      {number("contract_months", { unit: t("months") })}
      {number("wage")}
      {select("currency", currencies)}
      {number("foreign_paid", { optional: true })}
      {number("service_fee", { optional: true })}
      {select("fee_currency", currencies)}
      {number("deposit", { optional: true, unit: "₫" })}
      <Button>{t("submit")}</Button>
    </form>
  );
}
