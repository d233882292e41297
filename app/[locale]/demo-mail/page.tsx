import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { address } from "@/app/_http/addresses";
import { missing } from "@/app/_http/missing";
import { localeOf } from "@/app/_http/shell";
import { oneOf } from "@/app/_http/typed";
import { MessageList } from "@/components/notifications/message-list";
import { Page } from "@/components/ui/page";
import { Pagination } from "@/components/ui/pagination";
import { demoOutbox } from "@/domain/notifications/queries";

type Props = PageProps<"/[locale]/demo-mail">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: localeOf((await params).locale), namespace: "messages.demoMail" });
  return { title: t("title"), robots: { index: false, follow: false } };
}

/** Where a demo has no mail server: what it would have sent to its invented people. Everywhere else there is no such page. */
export default async function DemoMail({ params, searchParams }: Props) {
  const locale = localeOf((await params).locale);
  setRequestLocale(locale);
  const page = Math.min(1_000, Math.max(1, Number.parseInt(oneOf(await searchParams, "page"), 10) || 1));
  const outbox = await demoOutbox(page);
  if (!outbox) return missing(locale);
  const t = await getTranslations("messages.demoMail");
  return (
    <Page title={t("title")} lead={t("lead")}>
      {outbox.messages.length === 0 ? <p>{t("empty")}</p> : <MessageList messages={outbox.messages} headings={2} />}
      <Pagination page={page} pages={outbox.pages} hrefOf={(to) => address(locale, "demoMail", null, { page: to })} />
    </Page>
  );
}
