import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { address } from "@/app/_http/addresses";
import { outcomeOf } from "@/app/_http/form";
import { localeOf } from "@/app/_http/shell";
import { AccountField, AccountForm, IdentifierField, NewPasswordField } from "@/components/accounts/form";
import { Page } from "@/components/ui/page";
import { create } from "../actions";

type Props = PageProps<"/[locale]/sign-in/register">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: localeOf((await params).locale), namespace: "accounts.register" });
  return { title: t("title"), robots: { index: false, follow: false }, referrer: "same-origin" };
}

export default async function Register({ params }: Props) {
  const locale = localeOf((await params).locale);
  setRequestLocale(locale);
  const t = await getTranslations("accounts.register");
  const outcome = outcomeOf("register");
  return (
    <Page title={t("title")} lead={t("lead")}>
      <AccountForm action={create} outcome={outcome} submit={t("submit")}>
        <AccountField {...{ outcome, name: "name", label: t("name"), autoComplete: "name", maxLength: 120 }} />
        <IdentifierField outcome={outcome} />
        <NewPasswordField outcome={outcome} label={t("password")} />
      </AccountForm>
      <a href={address(locale, "signIn")} className="inline-flex min-h-11 items-center">
        {t("known")}
      </a>
    </Page>
  );
}
