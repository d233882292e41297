import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { ErrorList, SelectField, TextField, type Option } from "@/components/ui/field";
import { askedNames, askedTos, askedWhens } from "@/domain/fees/schema";

export type AskedJob = Record<
  | "market"
  | "programme"
  | "occupation"
  | "contract_months"
  | "wage"
  | "currency"
  | "foreign_paid"
  | "completed_tts"
  | "o",
  string
>;
export type AskedRow = Record<"called" | "amount" | "money" | "when" | "to", string>;
/** By the name of the field: market, wage, amount-2 … */
export type AskedErrors = Readonly<Record<string, string>>;

type FormProps = {
  action: string;
  job: AskedJob;
  rows: readonly AskedRow[];
  errors: AskedErrors;
  /** The same on top of the form, each with the name of its field. */
  problems: readonly { field: string; message: string }[];
  markets: readonly Option[];
  programmes: readonly Option[];
  occupations: readonly Option[];
  currencies: readonly Option[];
  asksTraining: boolean;
  changeMarket: string;
  /** No further line may be added. */
  full: boolean;
  maxLines: number;
};

/** First where to; then the work and what is asked for it. Everything typed travels in the address. */
export function AskedForm(props: FormProps) {
  const t = useTranslations("asked.form");
  const { action, job, errors, problems, markets } = props;
  const market = markets.find((one) => one.value === job.market);
  return (
    <form action={`${action}#hoi`} className="no-print max-w-measure space-y-8">
      <ErrorList errors={problems} />
      {job.o && <input type="hidden" name="o" value={job.o} />}
      {market ? (
        <>
          <JobFields {...props} marketLabel={market.label} />
          <Lines {...props} />
        </>
      ) : (
        <>
          <SelectField
            name="market"
            label={t("market")}
            empty={t("chooseMarket")}
            options={markets}
            defaultValue={job.market}
            error={errors.market}
          />
          <Button>{t("next")}</Button>
        </>
      )}
    </form>
  );
}

function JobFields(props: FormProps & { marketLabel: string }) {
  const t = useTranslations("asked.form");
  const { job, errors, programmes, occupations, currencies } = props;
  const training = (["none", "1", "2", "3"] as const).map((value) => ({ value, label: t(`tts.${value}`) }));
  return (
    <fieldset className="space-y-5">
      <legend className="text-subheading font-bold">{t("job")}</legend>
      <p>
        <input type="hidden" name="market" value={job.market} />
        {t("chosen")} <strong>{props.marketLabel}</strong>.{" "}
        <a href={props.changeMarket} className="inline-flex min-h-11 items-center">
          {t("change")}
        </a>
      </p>
      <SelectField
        name="programme"
        label={t("programme")}
        hint={t("programmeHint")}
        empty={t("programmeUnknown")}
        options={programmes}
        defaultValue={job.programme}
        error={errors.programme}
      />
      <SelectField
        name="occupation"
        label={t("occupation")}
        empty={t("occupationUnknown")}
        options={occupations}
        defaultValue={job.occupation}
      />
      {props.asksTraining && (
        <SelectField
          name="completed_tts"
          label={t("completed_tts")}
          empty={t("noAnswer")}
          options={training}
          defaultValue={job.completed_tts}
          optional
        />
      )}
      <TextField
        name="contract_months"
        label={t("contract_months")}
        unit={t("months")}
        inputMode="numeric"
        autoComplete="off"
        maxLength={6}
        className="figures"
        defaultValue={job.contract_months}
        error={errors.contract_months}
        optional
      />
      <div className="grid gap-5 sm:grid-cols-2">
        <Amount name="wage" label={t("wage")} hint={t("wageHint")} value={job.wage} error={errors.wage} optional />
        <SelectField name="currency" label={t("currency")} options={currencies} defaultValue={job.currency} />
      </div>
      <Amount
        name="foreign_paid"
        label={t("foreign_paid")}
        hint={t("foreign_paidHint")}
        value={job.foreign_paid}
        error={errors.foreign_paid}
        optional
      />
    </fieldset>
  );
}

type AmountProps = { name: string; label: string; hint?: string; value: string; error?: string; optional?: boolean };
const Amount = ({ value, ...rest }: AmountProps) => (
  <TextField inputMode="text" autoComplete="off" maxLength={30} className="figures" defaultValue={value} {...rest} />
);

/** The first button is the answer, so that the Enter key asks for it. */
function Lines(props: FormProps) {
  const t = useTranslations("asked.form");
  const { rows, full, maxLines, action } = props;
  return (
    <>
      <div className="space-y-8">
        {rows.map((row, i) => (
          <Line key={i} n={i + 1} row={row} errors={props.errors} currencies={props.currencies} />
        ))}
      </div>
      <input type="hidden" name="rows" value={rows.length} />
      <div className="flex flex-wrap gap-3">
        <Button>{t("submit")}</Button>
        {full ? (
          <p>{t("full", { max: maxLines })}</p>
        ) : (
          <Button look="secondary" name="more" value="1" formAction={`${action}#khoan-${rows.length + 1}`}>
            {t("add")}
          </Button>
        )}
      </div>
    </>
  );
}

const unknownFirst = <K extends string>(keys: readonly K[]): K[] => [
  ...keys.filter((key) => key === "unknown"),
  ...keys.filter((key) => key !== "unknown"),
];

function Line({
  n,
  row,
  errors,
  currencies,
}: {
  n: number;
  row: AskedRow;
  errors: AskedErrors;
  currencies: readonly Option[];
}) {
  const t = useTranslations("asked");
  const words = (group: "called" | "when" | "to", keys: readonly string[]): Option[] =>
    keys.map((value) => ({ value, label: t(`${group}.${value}` as "called.service") }));
  return (
    <fieldset id={`khoan-${n}`} className="space-y-5 border-t border-line pt-4">
      <legend className="float-left w-full text-subheading font-bold">{t("form.line", { n })}</legend>
      <div className="clear-both pt-1">
        <SelectField
          name={`called-${n}`}
          label={t("form.called")}
          empty={t("form.chooseCalled")}
          options={words("called", askedNames)}
          defaultValue={row.called}
          error={errors[`called-${n}`]}
        />
      </div>
      <div className="grid grid-cols-[3fr_2fr] items-end gap-4">
        <Amount
          name={`amount-${n}`}
          label={t("form.amount")}
          hint={n === 1 ? t("form.amountHint") : undefined}
          value={row.amount}
          error={errors[`amount-${n}`]}
        />
        <SelectField
          name={`money-${n}`}
          label={t("form.money")}
          options={currencies.map(({ value }) => ({ value, label: value }))}
          defaultValue={row.money || "VND"}
        />
      </div>
      <div className="grid gap-5 sm:grid-cols-2">
        <SelectField
          name={`when-${n}`}
          label={t("form.when")}
          hint={n === 1 ? t("form.whenHint") : undefined}
          options={words("when", unknownFirst(askedWhens))}
          defaultValue={row.when || "unknown"}
        />
        <SelectField
          name={`to-${n}`}
          label={t("form.to")}
          options={words("to", unknownFirst(askedTos))}
          defaultValue={row.to || "unknown"}
        />
      </div>
    </fieldset>
  );
}
