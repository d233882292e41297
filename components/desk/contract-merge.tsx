// Two people saved one form: field by field mine and theirs, and a choice where both touched it. The result is saved like any other form.
import { useLocale, useTranslations } from "next-intl";
import { marketName, occupationName } from "@/components/orders/names";
import { Button } from "@/components/ui/button";
import { formatInstant } from "@/components/ui/format";
import { Notice } from "@/components/ui/status";
import type { Difference } from "@/domain/orders/rules";
import type { TypedContract } from "@/domain/orders/schema";
import { type Action, Hidden } from "./desk-form";

export function useFieldName(): (field: string) => string {
  const t = useTranslations("portal.contract");
  return (field) => {
    const [, at, part] = /^row\.(\d+)(?:\.(\w+))?$/.exec(field) ?? [];
    if (at === undefined) return t.has(`field.${field}` as "field.kind") ? t(`field.${field}` as "field.kind") : field;
    const row = t("rowTitle", { number: Number(at) + 1 });
    return part ? `${row}: ${t(`row.${part}` as "row.sex")}` : row;
  };
}

function useValueWords(): (field: string, value: string) => string {
  const t = useTranslations("portal.contract");
  const locale = useLocale();
  return (field, value) => {
    const part = field.split(".").at(-1) ?? "";
    if (value === "") return t("emptyValue");
    if (part === "market" || part === "partnerCountry") return marketName(locale, value);
    if (part === "occupation") return occupationName(locale, value);
    for (const key of [`${part}Is.${value}`, `${part}.${value}`])
      if (t.has(key as "sexIs.any")) return t(key as "sexIs.any");
    return value;
  };
}

export function ContractMerge({
  action,
  hidden,
  mine,
  theirs,
  differences,
  editor,
}: {
  action: Action;
  /** With the version that stands now. */
  hidden: Readonly<Record<string, string | number>>;
  mine: TypedContract;
  theirs: TypedContract;
  differences: readonly Difference[];
  editor: { name: string; at: Date } | null;
}) {
  const t = useTranslations("portal.contract.merge");
  const nameOf = useFieldName();
  const words = useValueWords();
  const differing = new Set(differences.map(({ field }) => field));
  const same = Object.entries(theirs).filter(([field]) => field !== "rows" && !differing.has(field));
  const rows = Math.max(Number(mine.rows) || 1, Number(theirs.rows) || 1);
  return (
    <form action={action} className="max-w-measure space-y-6">
      <Notice title={t("title")} label={t("title")}>
        <p>{editor ? t("who", { name: editor.name, time: formatInstant(editor.at) }) : t("somebody")}</p>
        <p>{t("lead")}</p>
      </Notice>
      <Hidden values={{ ...hidden, ...Object.fromEntries(same), rows }} />
      {differences.map(({ field, mine: my, theirs: their, suggested }) => (
        <fieldset key={field}>
          <legend className="font-medium">{nameOf(field)}</legend>
          {/* For whoever gets past a choice: what stands is kept. */}
          <input type="hidden" name={`otherwise.${field}`} value={their} />
          {(
            [
              ["mine", my],
              ["theirs", their],
            ] as const
          ).map(([whose, value]) => (
            <label key={whose} className="choice">
              <input type="radio" name={field} value={value} defaultChecked={suggested === whose} required />
              <span>{t(whose, { value: words(field, value) })}</span>
            </label>
          ))}
        </fieldset>
      ))}
      <p className="text-small text-muted">{t("files")}</p>
      <Button name="do" value="save">
        {t("save")}
      </Button>
    </form>
  );
}
