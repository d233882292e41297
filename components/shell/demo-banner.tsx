import { useTranslations } from "next-intl";
import { Icon } from "@/components/ui/icon";

/** Invented data must never pass for real: said on every page, on paper too. */
export function DemoBanner() {
  const t = useTranslations("shell.demo");
  return (
    <aside aria-label={t("label")} className="border-b border-notice-line bg-notice text-small">
      <p className="mx-auto flex max-w-page gap-2 px-4 py-2 sm:px-6">
        <Icon name="info" className="mt-0.5" />
        <span>
          <strong>{t("label")}.</strong> {t("text")}
        </span>
      </p>
    </aside>
  );
}
