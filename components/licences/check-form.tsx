import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Disclosure } from "@/components/ui/disclosure";
import { DateField, TextField } from "@/components/ui/field";

export type AskedDay = { day: string; month: string; year: string };

/** One box for a name, a licence number, a tax code, a phone or a website; the day is optional and stays when it is wrong. */
export function CheckForm({
  action,
  q,
  day,
  dayError,
}: {
  action: string;
  q: string;
  day?: AskedDay;
  dayError?: string;
}) {
  const t = useTranslations("check.form");
  return (
    <form action={action} role="search" className="no-print max-w-measure space-y-4">
      <TextField
        name="q"
        type="search"
        label={t("label")}
        hint={t("hint")}
        defaultValue={q}
        maxLength={300}
        autoComplete="off"
        enterKeyHint="search"
      />
      <Disclosure summary={t("past")} open={day !== undefined}>
        <DateField name="on" label={t("day")} hint={t("dayHint")} optional value={day} error={dayError} />
      </Disclosure>
      <Button>{t("submit")}</Button>
    </form>
  );
}
