import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Field, controlLook } from "@/components/ui/field";
import { inGroups } from "./read";

/** A code is long: several lines, in groups, with nothing corrected by the keyboard. */
export function CodeForm({ action, code }: { action: string; code: string }) {
  const t = useTranslations("codes.form");
  return (
    <form action={action} className="no-print max-w-measure space-y-4">
      <Field id="code" label={t("label")} hint={t("hint")}>
        <textarea
          id="code"
          name="code"
          rows={4}
          maxLength={1_000}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          aria-describedby="code-hint"
          defaultValue={inGroups(code)}
          className={`${controlLook} figures break-all`}
        />
      </Field>
      <Button>{t("submit")}</Button>
    </form>
  );
}
