import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { outcomeOf } from "@/app/_http/form";
import { localeOf } from "@/app/_http/shell";
import { oneOf } from "@/app/_http/typed";
import { AccountField, AccountForm, NewPasswordField } from "@/components/accounts/form";
import { LinkGone } from "@/components/accounts/link-gone";
import { Page } from "@/components/ui/page";
import { linkState } from "@/domain/accounts/queries";
import { accept } from "../actions";

type Props = PageProps<"/[locale]/sign-in/invitation">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: localeOf((await params).locale), namespace: "accounts.invitation" });
  return { title: t("title"), robots: { index: false, follow: false }, referrer: "same-origin" };
}

export default async function Invitation({ params, searchParams }: Props) {
  const locale = localeOf((await params).locale);
  setRequestLocale(locale);
  const t = await getTranslations("accounts");
  const token = oneOf(await searchParams, "ma");
  const state = await linkState(token);
  if (state?.purpose !== "invitation" || !state.role) return <LinkGone locale={locale} />;
  const outcome = outcomeOf("invitation");
  const lead = t("invitation.lead", { role: t(`roles.${state.role}`), to: state.to });
  return (
    <Page title={t("invitation.title")} lead={lead}>
      <AccountForm action={accept} outcome={outcome} hidden={{ token }} submit={t("invitation.submit")}>
        {state.hasAccount ? (
          <p>{t("invitation.known")}</p>
        ) : (
          <>
            <AccountField
              {...{ outcome, name: "name", label: t("invitation.name"), autoComplete: "name", maxLength: 120 }}
              defaultValue={state.name ?? undefined}
            />
            <NewPasswordField outcome={outcome} label={t("invitation.password")} />
          </>
        )}
        <p className="text-small text-muted">{t("invitation.after")}</p>
      </AccountForm>
    </Page>
  );
}
