import { useLocale, useTranslations } from "next-intl";
import { marketName, programmeName } from "@/components/markets/names";
import { SelectField, TextField } from "@/components/ui/field";
import { programmes } from "@/domain/kernel/catalogue";
import { Question } from "./question";

export type OfferTyped = { programme: string; months: string; cost: string };
/** Codes of messages/support `error`. */
export type OfferErrors = Partial<Record<keyof OfferTyped, string>>;

/** Where to, for how long, at what cost: the page's own questions inside the form. */
export function OfferQuestions({ typed, errors }: { typed: OfferTyped; errors: OfferErrors }) {
  const t = useTranslations("support");
  const locale = useLocale();
  const number = (name: "months" | "cost", unit: string) => (
    <TextField
      name={name}
      label={t(`form.offer.${name}`)}
      hint={t(`form.offer.${name}Hint`)}
      unit={unit}
      inputMode="numeric"
      autoComplete="off"
      maxLength={20}
      className="figures"
      defaultValue={typed[name]}
      error={errors[name] && t(`error.${errors[name]}`)}
    />
  );
  return (
    <Question id="offer">
      <SelectField
        name="programme"
        label={t("form.offer.programme")}
        hint={t("form.offer.programmeHint")}
        empty={t("form.offer.programmeEmpty")}
        options={programmes.map(({ code, market }) => ({
          value: code,
          label: `${marketName(locale, market)}: ${programmeName(locale, code)}`,
        }))}
        defaultValue={typed.programme}
      />
      {number("months", t("form.months"))}
      {number("cost", "₫")}
    </Question>
  );
}
