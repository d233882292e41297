import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/field";
import { Section } from "@/components/ui/page";
import { Notice } from "@/components/ui/status";

/** "Is this company licensed?" from the first page on. */
export function CheckBox({ action }: { action: string }) {
  const t = useTranslations("home");
  return (
    <Section title={t("checkTitle")} lead={t("checkLead")}>
      <form action={action} className="flex max-w-measure items-end gap-2">
        <div className="min-w-0 grow">
          <TextField name="q" id="check" label={t("checkLabel")} maxLength={200} autoComplete="off" />
        </div>
        <Button look="secondary" className="shrink-0">
          {t("checkButton")}
        </Button>
      </form>
    </Section>
  );
}

/** What this site is, and what to keep in mind before paying anybody. */
export function About({ dataHref }: { dataHref: string }) {
  const t = useTranslations("home");
  return (
    <>
      <Section title={t("aboutTitle")}>
        <ul className="max-w-measure list-disc space-y-2 pl-6">
          {(["checked", "costs", "free", "gone"] as const).map((key) => (
            <li key={key}>{t(`about.${key}`)}</li>
          ))}
        </ul>
        <p className="mt-3">
          <a href={dataHref} className="inline-flex min-h-11 items-center">
            {t("dataLink")}
          </a>
        </p>
      </Section>
      <Notice title={t("adviceTitle")}>
        <ul className="list-disc space-y-1 pl-5">
          {(["pay", "person", "passport", "ask"] as const).map((key) => (
            <li key={key}>{t(`advice.${key}`)}</li>
          ))}
        </ul>
      </Notice>
    </>
  );
}
