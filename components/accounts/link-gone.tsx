import { useTranslations } from "next-intl";
import { type Locale, address } from "@/app/_http/addresses";
import { Page } from "@/components/ui/page";

/** Unknown, used, past its time: the same page for all three. */
export function LinkGone({ locale }: { locale: Locale }) {
  const t = useTranslations("accounts.link");
  return (
    <Page title={t("goneTitle")} lead={t("gone")}>
      <a href={address(locale, "signIn")} className="inline-flex min-h-11 items-center">
        {t("start")}
      </a>
    </Page>
  );
}
