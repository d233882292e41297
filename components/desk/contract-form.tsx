// The form of a supply contract: every field as it was typed, what is missing beside it once somebody asked, and one more line on request.
import { useLocale, useTranslations } from "next-intl";
import type { Outcome } from "@/app/_http/form";
import { marketName, occupationName } from "@/components/orders/names";
import { Button } from "@/components/ui/button";
import { DateField, ErrorList, type Option, SelectField, TextField } from "@/components/ui/field";
import type { StoredFile } from "@/domain/files/schema";
import { markets, occupations } from "@/domain/kernel/catalogue";
import {
  type ContractFinding,
  type TypedContract,
  contractAirfares,
  contractKeepings,
  contractKinds,
  contractPeriods,
  mostRows,
  sexes,
} from "@/domain/orders/schema";
import { type Action, DeskFaults, DeskText, Hidden, useFaultWords } from "./desk-form";
import { FileList } from "./files";

type Props = {
  action: Action;
  outcome: Outcome | null;
  hidden: Readonly<Record<string, string | number>>;
  typed: TypedContract;
  /** Empty until somebody asked what is missing. */
  findings: readonly ContractFinding[];
  remarks: Readonly<Record<string, string>>;
  files: readonly StoredFile[];
  fileHref: (id: string) => string;
  file: { accept: string; megabytes: number };
};
type Told = { value: (field: string) => string | undefined; error: (field: string) => string | undefined };

export function ContractForm({ action, outcome, hidden, typed, findings, remarks, files, fileHref, file }: Props) {
  const t = useTranslations("portal.contract");
  const words = useFaultWords();
  const shown = findings.map(({ name, field }) => ({ field, message: words(`contracts.${name}`) }));
  const told: Told = {
    value: (field) => typed[field],
    error: (field) => {
      const code = outcome?.faults[field];
      return code
        ? words(code, outcome?.details)
        : (shown.find((one) => one.field === field)?.message ?? remarks[field]);
    },
  };
  const rows = Math.min(mostRows, Math.max(1, Number(typed.rows) || 1));
  return (
    <form action={action} className="space-y-8">
      <div className="max-w-measure space-y-4">
        <DeskFaults outcome={outcome} />
        <ErrorList errors={shown.map((one) => ({ ...one }))} title={t("missing", { count: shown.length })} />
      </div>
      <Hidden values={{ ...hidden, rows }} />
      <PartnerFields {...told} />
      {Array.from({ length: rows }, (_, at) => (
        <RowFields key={at} at={at} {...told} remark={remarks[`row.${at}`]} />
      ))}
      <Button look="secondary" name="do" value="row">
        {t("addRow")}
      </Button>
      <section id="file" className="max-w-measure space-y-3">
        <h2>{t("fileTitle")}</h2>
        {files.length > 0 && <FileList files={files} href={fileHref} drop />}
        <TextField
          {...{ name: "contractFile", type: "file", accept: file.accept, multiple: true, label: t("file") }}
          {...{ hint: t("fileHint", { megabytes: file.megabytes }), error: told.error("file") }}
        />
      </section>
      <div className="flex flex-wrap gap-4">
        <Button look="secondary" name="do" value="save">
          {t("save")}
        </Button>
        <Button name="do" value="submit">
          {t("submit")}
        </Button>
      </div>
      <p className="max-w-measure text-small text-muted">{t("saveHint")}</p>
    </form>
  );
}

function PartnerFields({ value, error }: Told) {
  const t = useTranslations("portal.contract");
  const locale = useLocale();
  const collator = new Intl.Collator(locale);
  const countries: Option[] = markets
    .map(({ code }) => ({ value: code, label: marketName(locale, code) }))
    .sort((a, b) => collator.compare(a.label, b.label));
  const at = (name: string) => ({ name, label: t(`field.${name}` as "field.kind"), error: error(name) });
  const date = (name: string) => {
    const [day, month, year] = (value(name) ?? "").split("/");
    return <DateField {...at(name)} value={{ day, month, year }} />;
  };
  const line = (name: string, max = 300) => <TextField {...at(name)} maxLength={max} defaultValue={value(name)} />;
  return (
    <div className="max-w-measure space-y-5">
      <SelectField
        {...at("kind")}
        defaultValue={value("kind") ?? "agency_order"}
        options={contractKinds.map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))}
      />
      <SelectField {...at("market")} defaultValue={value("market")} empty={t("choose")} options={countries} />
      {line("partnerName")}
      <SelectField
        {...at("partnerCountry")}
        defaultValue={value("partnerCountry")}
        empty={t("choose")}
        options={countries}
      />
      {date("validFrom")}
      {date("validTo")}
      {line("workplace")}
      <TextField
        {...at("months")}
        inputMode="numeric"
        maxLength={20}
        defaultValue={value("months")}
        className="max-w-32"
      />
      <SelectField
        {...at("airfare")}
        defaultValue={value("airfare")}
        empty={t("choose")}
        options={contractAirfares.map((who) => ({ value: who, label: t(`airfare.${who}`) }))}
      />
      <TextField {...at("foreignPays")} optional maxLength={300} defaultValue={value("foreignPays")} />
      <DeskText
        {...at("other")}
        optional
        outcome={null}
        value={value("other")}
        maxLength={2_000}
        hint={t("otherHint")}
      />
    </div>
  );
}

function RowFields({ at, value, error, remark }: Told & { at: number; remark?: string }) {
  const t = useTranslations("portal.contract");
  const locale = useLocale();
  const collator = new Intl.Collator(locale);
  const trades = occupations
    .map(({ slug }) => ({ value: slug, label: occupationName(locale, slug) }))
    .sort((a, b) => collator.compare(a.label, b.label));
  const of = (field: string) => {
    const name = `row.${at}.${field}`;
    return { name, label: t(`row.${field}` as "row.sex"), error: error(name), defaultValue: value(name) };
  };
  const choice = (field: string, options: readonly string[], empty?: string) => (
    <SelectField
      {...of(field)}
      {...{ empty, options: options.map((one) => ({ value: one, label: t(`${field}Is.${one}` as "sexIs.any") })) }}
    />
  );
  return (
    <fieldset className="max-w-measure border-l-4 border-line pl-4">
      <legend className="text-subheading font-bold">{t("rowTitle", { number: at + 1 })}</legend>
      {remark && <p className="font-medium text-danger">{remark}</p>}
      <div className="mt-3 grid gap-4 sm:grid-cols-2">
        <div className="sm:col-span-2">
          <SelectField {...of("occupation")} empty={t("choose")} options={trades} />
        </div>
        {choice("sex", sexes)}
        <TextField {...of("quota")} inputMode="numeric" maxLength={12} />
        <TextField {...of("basic")} inputMode="decimal" maxLength={24} />
        <TextField {...of("currency")} maxLength={3} hint={t("currencyHint")} autoCapitalize="characters" />
        {choice("period", contractPeriods)}
        <TextField {...of("hours")} inputMode="numeric" maxLength={6} />
        {choice("board", contractKeepings, t("choose"))}
        {choice("lodging", contractKeepings, t("choose"))}
      </div>
    </fieldset>
  );
}
