import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { redirect } from "next/navigation";
import { address } from "@/app/_http/addresses";
import { outcomeOf } from "@/app/_http/form";
import { signedIn } from "@/app/_http/session";
import { localeOf } from "@/app/_http/shell";
import { oneOf } from "@/app/_http/typed";
import { AccountForm } from "@/components/accounts/form";
import { RecoveryCodes, RemoveSecondStep, SetUp } from "@/components/accounts/set-up";
import { Page } from "@/components/ui/page";
import { accountOf, secondStepSetUp } from "@/domain/accounts/queries";
import { localPath } from "@/domain/accounts/rules";
import { beginSetUp, confirmSetUp, removeSetUp, writtenDown } from "../actions";
import { recoveryCodesShown } from "../recovery-codes";

type Props = PageProps<"/[locale]/account/second-step">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: localeOf((await params).locale), namespace: "accounts.setUp" });
  return { title: t("title"), robots: { index: false, follow: false }, referrer: "same-origin" };
}

export default async function SecondStepSetUp({ params, searchParams }: Props) {
  const locale = localeOf((await params).locale);
  setRequestLocale(locale);
  const t = await getTranslations("accounts.setUp");
  const next = localPath(oneOf(await searchParams, "next"));
  const known = await signedIn();
  if (!known) redirect(address(locale, "signIn", null, { next: address(locale, "secondStepSetUp") }));
  if (known.waitsFor === "second_step")
    redirect(address(locale, "secondStep", null, { next: address(locale, "secondStepSetUp") }));
  const [account, setUp, codes] = await Promise.all([
    accountOf(known.actor),
    secondStepSetUp(known.actor),
    recoveryCodesShown(known.userId),
  ]);
  const hidden = { next };
  if (codes)
    return (
      <Page title={t("codesTitle")} lead={t("codes")}>
        <RecoveryCodes codes={codes} />
        <AccountForm action={writtenDown} outcome={null} hidden={hidden} submit={t("codesDone")} />
      </Page>
    );
  if (account?.totpConfirmedAt)
    return (
      <Page title={t("onTitle")} lead={t("on")}>
        <RemoveSecondStep action={removeSetUp} outcome={outcomeOf("second-step-remove")} />
      </Page>
    );
  return (
    <Page title={t("title")} lead={known.waitsFor ? t("must") : t("lead")}>
      {setUp ? (
        <SetUp {...{ setUp, hidden, action: confirmSetUp, outcome: outcomeOf("second-step-confirm") }} />
      ) : (
        <AccountForm action={beginSetUp} outcome={outcomeOf("second-step-begin")} hidden={hidden} submit={t("begin")} />
      )}
    </Page>
  );
}
