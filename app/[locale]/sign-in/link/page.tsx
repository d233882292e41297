import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { outcomeOf } from "@/app/_http/form";
import { localeOf } from "@/app/_http/shell";
import { oneOf } from "@/app/_http/typed";
import { AccountForm } from "@/components/accounts/form";
import { LinkGone } from "@/components/accounts/link-gone";
import { Page } from "@/components/ui/page";
import { linkState } from "@/domain/accounts/queries";
import { followLink } from "../actions";

type Props = PageProps<"/[locale]/sign-in/link">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: localeOf((await params).locale), namespace: "accounts.link" });
  return { title: t("title"), robots: { index: false, follow: false }, referrer: "same-origin" };
}

/** A press opens it, not the visit: programs that look into letters follow links. */
export default async function Link({ params, searchParams }: Props) {
  const locale = localeOf((await params).locale);
  setRequestLocale(locale);
  const t = await getTranslations("accounts.link");
  const token = oneOf(await searchParams, "ma");
  const state = await linkState(token);
  const opens = state?.purpose === "sign_in" || state?.purpose === "register";
  if (!state || !opens) return <LinkGone locale={locale} />;
  return (
    <Page title={t("title")} lead={t("lead", { to: state.to })}>
      <AccountForm action={followLink} outcome={outcomeOf("sign-in-link")} hidden={{ token }} submit={t("submit")} />
    </Page>
  );
}
