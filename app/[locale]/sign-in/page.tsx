import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { address } from "@/app/_http/addresses";
import { outcomeOf } from "@/app/_http/form";
import { identityProvider } from "@/app/_http/identity";
import { localeOf } from "@/app/_http/shell";
import { oneOf } from "@/app/_http/typed";
import { DemoAccounts } from "@/components/accounts/demo-accounts";
import { AccountField, AccountForm, IdentifierField, faultText } from "@/components/accounts/form";
import { Page, Section } from "@/components/ui/page";
import { demoAccounts } from "@/domain/accounts/queries";
import { localPath } from "@/domain/accounts/rules";
import { askForCode, signIn } from "./actions";

type Props = PageProps<"/[locale]/sign-in">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: localeOf((await params).locale), namespace: "accounts.signIn" });
  return { title: t("title"), robots: { index: false, follow: false }, referrer: "same-origin" };
}

export default async function SignIn({ params, searchParams }: Props) {
  const locale = localeOf((await params).locale);
  setRequestLocale(locale);
  const t = await getTranslations("accounts");
  const search = await searchParams;
  const next = localPath(oneOf(search, "next"));
  const fault = oneOf(search, "fault");
  const [byPassword, byLetter] = [outcomeOf("sign-in"), outcomeOf("sign-in-letter")];
  const identity = `/api/auth/national${next ? `?${new URLSearchParams({ next })}` : ""}`;
  return (
    <Page title={t("signIn.title")} lead={t("signIn.lead")}>
      {oneOf(search, "left") && <p role="status">{t("account.ended")}</p>}
      {fault && (
        <p role="alert" className="font-medium text-danger">
          {faultText(t, fault === "identity" ? fault : `accounts.${fault}`)}
        </p>
      )}
      <div>
        <AccountForm action={signIn} outcome={byPassword} hidden={{ next }} submit={t("signIn.submit")}>
          <IdentifierField outcome={byPassword} />
          <AccountField
            {...{ outcome: byPassword, name: "password", type: "password", label: t("signIn.password") }}
            {...{ autoComplete: "current-password", maxLength: 1_000 }}
          />
        </AccountForm>
        <ul className="mt-4">
          {(["newPassword", "register"] as const).map((route) => (
            <li key={route}>
              <a href={address(locale, route)} className="inline-flex min-h-11 items-center">
                {t(route === "register" ? "signIn.register" : "signIn.forgot")}
              </a>
            </li>
          ))}
        </ul>
      </div>
      <Section title={t("signIn.letterTitle")} lead={t("signIn.letterLead")}>
        <AccountForm
          {...{ action: askForCode, outcome: byLetter, hidden: { next }, prefix: "letter-", look: "secondary" }}
          submit={t("signIn.letterSubmit")}
        >
          <IdentifierField outcome={byLetter} prefix="letter-" />
        </AccountForm>
      </Section>
      {identityProvider && (
        <Section title={t("signIn.identityTitle")}>
          <a href={identity} className="inline-flex min-h-11 items-center font-medium">
            {t("signIn.identity", { name: identityProvider.name })}
          </a>
        </Section>
      )}
      <DemoAccounts people={await demoAccounts()} action={signIn} next={next} />
    </Page>
  );
}
