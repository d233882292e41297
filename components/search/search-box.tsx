import { useLocale, useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { controlLook } from "@/components/ui/field";
import { Icon } from "@/components/ui/icon";
import { Suggestions } from "./suggestions";

type BoxProps = {
  action: string;
  value?: string;
  /** The box belongs to this form elsewhere on the page, so that words and filters are sent together. */
  form?: string;
  label: string;
  hint?: string;
};

/** One box for occupation, country, company or reference; a plain GET form. */
export function SearchBox({ action, value, form, label, hint }: BoxProps) {
  const t = useTranslations("search.box");
  const locale = useLocale();
  const inside = (
    <>
      <label htmlFor="q" className="block font-medium">
        {label}
      </label>
      {hint && (
        <p id="q-hint" className="text-small text-muted">
          {hint}
        </p>
      )}
      <div className="mt-1 flex gap-2">
        <input
          id="q"
          name="q"
          type="search"
          form={form}
          defaultValue={value}
          maxLength={200}
          autoComplete="off"
          enterKeyHint="search"
          aria-describedby={hint ? "q-hint" : undefined}
          className={`${controlLook} min-w-0`}
        />
        <Button form={form} className="shrink-0">
          <Icon name="search" />
          <span className="max-sm:sr-only">{t("button")}</span>
        </Button>
      </div>
      <Suggestions box="q" locale={locale} label={t("suggestions")} />
    </>
  );
  if (form) return <search className="no-print relative block max-w-measure">{inside}</search>;
  return (
    <form role="search" action={action} className="relative max-w-measure">
      {inside}
    </form>
  );
}
