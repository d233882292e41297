import { getLocale, getTranslations } from "next-intl/server";
import { address } from "@/app/_http/addresses";
import { localeOf } from "@/app/_http/shell";
import { Page } from "@/components/ui/page";

export default async function NotFound() {
  const t = await getTranslations("shell.notFound");
  const locale = localeOf(await getLocale());
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
