import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { redirect } from "next/navigation";
import { address } from "@/app/_http/addresses";
import { outcomeOf } from "@/app/_http/form";
import { identityProvider } from "@/app/_http/identity";
import { signedIn } from "@/app/_http/session";
import { localeOf } from "@/app/_http/shell";
import { oneOf } from "@/app/_http/typed";
import { AccountField, AccountForm, NewPasswordField } from "@/components/accounts/form";
import { Addresses, Memberships, SignIns } from "@/components/accounts/overview";
import { formatDay } from "@/components/ui/format";
import { Page, Section } from "@/components/ui/page";
import { accountOf, membershipPlaces, signInsOf } from "@/domain/accounts/queries";
import { dayOf } from "@/domain/kernel/calendar";
import { act, end, endOthers, leave, password } from "./actions";

type Props = PageProps<"/[locale]/account">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: localeOf((await params).locale), namespace: "accounts.account" });
  return { title: t("title"), robots: { index: false, follow: false } };
}

export default async function Account({ params, searchParams }: Props) {
  const locale = localeOf((await params).locale);
  setRequestLocale(locale);
  const known = await signedIn();
  const account = known && (await accountOf(known.actor));
  if (!known || !account)
    redirect(address(locale, known?.waitsFor ? "secondStep" : "signIn", null, { next: address(locale, "account") }));
  const t = await getTranslations("accounts.account");
  const [signIns, memberships] = await Promise.all([signInsOf(known.actor), membershipPlaces(known.memberships)]);
  const on = (instant: Date) => formatDay(locale, dayOf(instant));
  const changed = outcomeOf("password");
  const desk = { agency_staff: "portal", officer: "office" } as const;
  const kind = known.actor.kind as keyof typeof desk;
  const link = (href: string, label: string) => (
    <a href={href} className="inline-flex min-h-11 items-center">
      {label}
    </a>
  );
  return (
    <Page title={t("title")} lead={t("lead", { name: account.name })}>
      {oneOf(await searchParams, "saved") === "password" && <p role="status">{t("passwordSaved")}</p>}
      <Section title={t("actingTitle")}>
        <Memberships memberships={memberships} current={known.membership?.id ?? null} action={act} />
        <div className="mt-2 flex flex-wrap gap-x-6">
          {desk[kind] && link(address(locale, desk[kind]), t(kind === "officer" ? "goOffice" : "goPortal"))}
          {link(address(locale, "messages"), t("messages"))}
        </div>
      </Section>
      <Section title={t("addresses")}>
        <Addresses
          email={{ value: account.email, verified: account.emailVerifiedAt !== null }}
          phone={{ value: account.phone, verified: account.phoneVerifiedAt !== null }}
        />
        {account.identities.map(({ provider, since }) => (
          <p key={provider} className="mt-2">{`${t("identityTitle")}: ${t("identityLinked", { day: on(since) })}`}</p>
        ))}
        {identityProvider &&
          account.identities.length === 0 &&
          link(
            `/api/auth/national?${new URLSearchParams({ next: address(locale, "account") })}`,
            t("identityLink", { name: identityProvider.name }),
          )}
      </Section>
      <Section title={t("secondStepTitle")}>
        <p>
          {account.totpConfirmedAt
            ? t("secondStepOn", { day: on(account.totpConfirmedAt), count: account.recoveryCodes.length })
            : t("secondStepOff")}
        </p>
        {link(address(locale, "secondStepSetUp"), t(account.totpConfirmedAt ? "secondStepChange" : "secondStepSet"))}
      </Section>
      <Section title={t("passwordTitle")} id="mat-khau">
        <p>{account.passwordSetAt ? t("passwordSince", { day: on(account.passwordSetAt) }) : t("passwordNone")}</p>
        {account.demo ? (
          <p>{t("demo")}</p>
        ) : (
          <AccountForm action={password} outcome={changed} submit={t("passwordSave")} look="secondary">
            {account.passwordSetAt && (
              <AccountField
                {...{ outcome: changed, name: "current", type: "password", label: t("current") }}
                autoComplete="current-password"
              />
            )}
            <NewPasswordField outcome={changed} label={t("new")} />
            <p className="text-small text-muted">{t("passwordAfter")}</p>
          </AccountForm>
        )}
      </Section>
      <Section title={t("signInsTitle")} lead={t("signInsLead")}>
        <SignIns entries={signIns} here={known.signInId} action={end} />
        <div className="mt-4 flex flex-wrap gap-4">
          {signIns.length > 1 && (
            <AccountForm action={endOthers} outcome={null} submit={t("endOthers")} look="secondary" />
          )}
          <AccountForm action={leave} outcome={null} submit={t("signOut")} look="secondary" />
        </div>
      </Section>
    </Page>
  );
}
