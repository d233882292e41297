import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { actorAs } from "@/app/_http/actor";
import { address } from "@/app/_http/addresses";
import { missing } from "@/app/_http/missing";
import { localeOf } from "@/app/_http/shell";
import { today } from "@/app/_http/today";
import { oneOf } from "@/app/_http/typed";
import { DeskNav } from "@/components/desk/desk-nav";
import { QueueList } from "@/components/desk/queue";
import { Page } from "@/components/ui/page";
import { accountsWaiting } from "../waiting";

type Props = PageProps<"/[locale]/office/accounts">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: localeOf((await params).locale), namespace: "office.accounts" });
  return { title: t("title"), robots: { index: false, follow: false } };
}

export default async function Accounts({ params, searchParams }: Props) {
  const locale = localeOf((await params).locale);
  setRequestLocale(locale);
  const known = await actorAs(locale, "officer");
  if (!known) return missing(locale);
  const t = await getTranslations("office");
  const query = await searchParams;
  const saved = ["approved", "returned", "refused"].find((one) => one === oneOf(query, "saved"));
  return (
    <Page
      title={t("accounts.title")}
      lead={t("accounts.lead")}
      above={<DeskNav actor={known.actor} current="officeAccounts" />}
      breadcrumb={[{ href: address(locale, "office"), label: t("title") }]}
    >
      {saved && <p role="status">{t(`accounts.saved.${saved}` as "accounts.saved.approved")}</p>}
      <QueueList waiting={await accountsWaiting(locale, known.actor)} today={today()} empty={t("accounts.empty")} />
    </Page>
  );
}
