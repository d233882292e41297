import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { outcomeOf } from "@/app/_http/form";
import { letterShown } from "@/app/_http/secrets";
import { localeOf } from "@/app/_http/shell";
import { oneOf } from "@/app/_http/typed";
import { AccountForm, IdentifierField, NewPasswordField } from "@/components/accounts/form";
import { LetterShown } from "@/components/accounts/letter-shown";
import { LinkGone } from "@/components/accounts/link-gone";
import { Page } from "@/components/ui/page";
import { linkState } from "@/domain/accounts/queries";
import { askForNewPassword, newPassword } from "../actions";

type Props = PageProps<"/[locale]/sign-in/new-password">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: localeOf((await params).locale), namespace: "accounts.newPassword" });
  return { title: t("title"), robots: { index: false, follow: false }, referrer: "same-origin" };
}

/** Without a link: asks for a letter. With the link of one: takes the new password. */
export default async function NewPassword({ params, searchParams }: Props) {
  const locale = localeOf((await params).locale);
  setRequestLocale(locale);
  const t = await getTranslations("accounts.newPassword");
  const search = await searchParams;
  const token = oneOf(search, "ma");
  if (!token) return oneOf(search, "sent") ? sent() : ask();
  const state = await linkState(token);
  if (state?.purpose !== "new_password") return <LinkGone locale={locale} />;
  const outcome = outcomeOf("new-password");
  return (
    <Page title={t("title")} lead={t("choose", { to: state.to })}>
      <AccountForm action={newPassword} outcome={outcome} hidden={{ token }} submit={t("save")}>
        <NewPasswordField outcome={outcome} label={t("password")} />
      </AccountForm>
    </Page>
  );
}

async function ask() {
  const t = await getTranslations("accounts.newPassword");
  const outcome = outcomeOf("new-password-letter");
  return (
    <Page title={t("title")} lead={t("lead")}>
      <AccountForm action={askForNewPassword} outcome={outcome} submit={t("submit")}>
        <IdentifierField outcome={outcome} />
      </AccountForm>
    </Page>
  );
}

async function sent() {
  const t = await getTranslations("accounts.newPassword");
  return (
    <Page title={t("sentTitle")} lead={t("sent")}>
      <LetterShown letter={await letterShown()} />
    </Page>
  );
}
