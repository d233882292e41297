import { getTranslations, setRequestLocale } from "next-intl/server";
import { localeOf } from "@/app/_http/shell";
import { Page } from "@/components/ui/page";

export default async function Home({ params }: PageProps<"/[locale]">) {
  setRequestLocale(localeOf((await params).locale));
  const t = await getTranslations("shell.temporary");
  return (
    <Page title={t("title")} lead={t("lead")}>
      {null}
    </Page>
  );
}
