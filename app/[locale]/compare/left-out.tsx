import { useLocale, useTranslations } from "next-intl";
import { address, isLocale } from "@/app/_http/addresses";
import { Notice } from "@/components/ui/status";
import { most } from "./asked";

/** Why an order that was asked for is not in the comparison. */
export function LeftOut({
  asked,
  unknown,
  notOpen,
}: {
  asked: number;
  unknown: readonly string[];
  notOpen: readonly string[];
}) {
  const t = useTranslations("orders.compare");
  const said = useLocale();
  const locale = isLocale(said) ? said : "vi";
  if (asked <= most && unknown.length === 0 && notOpen.length === 0) return null;
  return (
    <Notice>
      {asked > most && <p>{t("tooMany")}</p>}
      {unknown.length > 0 && <p>{t("unknown", { references: unknown.join(", ") })}</p>}
      {notOpen.map((reference) => (
        <p key={reference}>
          {t("notOpen", { reference })} <a href={address(locale, "order", { reference })}>{t("why")}</a>
        </p>
      ))}
    </Notice>
  );
}
