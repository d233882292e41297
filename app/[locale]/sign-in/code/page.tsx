import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { address } from "@/app/_http/addresses";
import { outcomeOf } from "@/app/_http/form";
import { letterShown } from "@/app/_http/secrets";
import { localeOf } from "@/app/_http/shell";
import { oneOf } from "@/app/_http/typed";
import { expectedCode } from "@/app/_http/waiting-code";
import { AccountForm, CodeField } from "@/components/accounts/form";
import { LetterShown } from "@/components/accounts/letter-shown";
import { Page } from "@/components/ui/page";
import { localPath } from "@/domain/accounts/rules";
import { enterCode } from "../actions";

type Props = PageProps<"/[locale]/sign-in/code">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: localeOf((await params).locale), namespace: "accounts.code" });
  return { title: t("title"), robots: { index: false, follow: false }, referrer: "same-origin" };
}

export default async function Code({ params, searchParams }: Props) {
  const locale = localeOf((await params).locale);
  setRequestLocale(locale);
  const t = await getTranslations("accounts.code");
  const next = localPath(oneOf(await searchParams, "next"));
  const outcome = outcomeOf("sign-in-code");
  const waits = (await expectedCode()) !== null;
  return (
    <Page title={t("title")} lead={waits ? t("lead") : t("nothing")}>
      <LetterShown letter={waits ? await letterShown() : null} />
      {waits && (
        <AccountForm action={enterCode} outcome={outcome} hidden={{ next }} submit={t("submit")}>
          <CodeField outcome={outcome} label={t("code")} />
        </AccountForm>
      )}
      <div className="max-w-measure space-y-2">
        {waits && <p>{t("noCode")}</p>}
        {waits && <p>{t("again")}</p>}
        <a href={address(locale, "signIn", null, { next })} className="inline-flex min-h-11 items-center">
          {t("back")}
        </a>
      </div>
    </Page>
  );
}
