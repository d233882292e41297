import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { SelectField, TextField } from "@/components/ui/field";
import { provinceOptions } from "./words";

/** One box for whatever somebody was given to reach whoever offers work. */
export function ContactForm({
  action,
  q,
  province,
  error,
}: {
  action: string;
  q: string;
  province: string | null;
  error?: string;
}) {
  const t = useTranslations("complaints.contact");
  return (
    <form action={action} role="search" className="no-print max-w-measure space-y-4">
      <TextField
        {...{ name: "q", type: "search", label: t("label"), hint: t("hint"), error, defaultValue: q }}
        {...{ maxLength: 300, autoComplete: "off", enterKeyHint: "search" }}
      />
      <SelectField
        {...{
          name: "province",
          label: t("province"),
          optional: true,
          empty: t("provinceEmpty"),
          options: provinceOptions(),
        }}
        defaultValue={province ?? ""}
      />
      <Button>{t("submit")}</Button>
    </form>
  );
}
