import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { redirect } from "next/navigation";
import { address } from "@/app/_http/addresses";
import { outcomeOf } from "@/app/_http/form";
import { signedIn } from "@/app/_http/session";
import { localeOf } from "@/app/_http/shell";
import { oneOf } from "@/app/_http/typed";
import { AccountForm, CodeField } from "@/components/accounts/form";
import { Page } from "@/components/ui/page";
import { demoSecondStep } from "@/domain/accounts/queries";
import { localPath } from "@/domain/accounts/rules";
import { leave, secondStep } from "../actions";

type Props = PageProps<"/[locale]/sign-in/second-step">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: localeOf((await params).locale), namespace: "accounts.secondStep" });
  return { title: t("title"), robots: { index: false, follow: false }, referrer: "same-origin" };
}

export default async function SecondStep({ params, searchParams }: Props) {
  const locale = localeOf((await params).locale);
  setRequestLocale(locale);
  const t = await getTranslations("accounts.secondStep");
  const next = localPath(oneOf(await searchParams, "next"));
  const known = await signedIn();
  if (!known) redirect(address(locale, "signIn", null, { next }));
  if (known.waitsFor !== "second_step") redirect(next ?? address(locale, "account"));
  const outcome = outcomeOf("second-step");
  const demo = await demoSecondStep(known.signInId);
  return (
    <Page title={t("title")} lead={t("lead")}>
      {demo && <p role="status">{demo.code ? t("demo", { code: demo.code }) : t("demoWait")}</p>}
      <AccountForm action={secondStep} outcome={outcome} hidden={{ next }} submit={t("submit")}>
        <CodeField outcome={outcome} label={t("code")} hint={t("hint")} />
      </AccountForm>
      <AccountForm action={leave} outcome={null} submit={t("leave")} look="quiet" />
    </Page>
  );
}
