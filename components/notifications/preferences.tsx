import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Choices, ErrorList } from "@/components/ui/field";
import { Section } from "@/components/ui/page";
import type { Kind } from "@/domain/notifications/schema";

/** What is ticked is sent. */
export function Preferences({
  kinds,
  action,
  fault,
  saved,
}: {
  kinds: readonly { kind: Kind; off: boolean }[];
  action: (data: FormData) => Promise<void>;
  fault: string | null;
  saved: boolean;
}) {
  const t = useTranslations("messages.page");
  return (
    <Section title={t("preferencesTitle")} lead={t("preferencesLead")} id="nhan-gi">
      {saved && <p role="status">{t("saved")}</p>}
      <form action={action} className="max-w-measure space-y-5">
        {fault && <ErrorList errors={[{ field: "main", message: fault }]} />}
        <Choices
          name="kind"
          legend={t("preferencesTitle")}
          hideLegend
          choices={kinds.map(({ kind, off }) => ({ value: kind, label: t(`kinds.${kind}`), checked: !off }))}
        />
        <Button look="secondary">{t("save")}</Button>
      </form>
    </Section>
  );
}
