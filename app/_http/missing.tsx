// In place of notFound(): the same 404, drawn with frame and words for readers without scripts too.
import { getTranslations } from "next-intl/server";
import { Page } from "@/components/ui/page";
import { address, type Locale } from "./addresses";
import { answerWith } from "./answer";

/** `return missing(locale)` from a page whose subject does not exist, or is not the visitor's to see. */
export async function missing(locale: Locale) {
  answerWith(404);
  return <Missing locale={locale} />;
}

export async function Missing({ locale }: { locale: Locale }) {
  const t = await getTranslations({ locale, namespace: "shell.notFound" });
  return (
    <Page title={t("title")} lead={t("lead")}>
      <ul>
        {(["orders", "check", "home"] as const).map((route) => (
          <li key={route}>
            <a href={address(locale, route)} className="inline-flex min-h-11 items-center">
              {t(route)}
            </a>
          </li>
        ))}
      </ul>
    </Page>
  );
}
