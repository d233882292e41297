import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/field";

/** Adds an order by its reference to those already compared; a plain GET form. */
export function CompareForm({
  action,
  references,
  error,
}: {
  action: string;
  references: readonly string[];
  error?: string | undefined;
}) {
  const t = useTranslations("orders.compare");
  return (
    <form action={action} className="no-print max-w-measure">
      {references.map((reference) => (
        <input key={reference} type="hidden" name="o" value={reference} />
      ))}
      <div className="flex items-end gap-2">
        <div className="min-w-0 grow">
          <TextField
            name="o"
            id="add"
            label={t("addLabel")}
            hint={t("addHint")}
            error={error}
            maxLength={20}
            autoComplete="off"
            autoCapitalize="characters"
          />
        </div>
        <Button className="shrink-0">{t("add")}</Button>
      </div>
    </form>
  );
}
