import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { redirect } from "next/navigation";
import { address } from "@/app/_http/addresses";
import { outcomeOf } from "@/app/_http/form";
import { signedIn } from "@/app/_http/session";
import { localeOf } from "@/app/_http/shell";
import { oneOf } from "@/app/_http/typed";
import { MessageList } from "@/components/notifications/message-list";
import { Preferences } from "@/components/notifications/preferences";
import { UndeliveredList } from "@/components/notifications/undelivered";
import { Page } from "@/components/ui/page";
import { Pagination } from "@/components/ui/pagination";
import { messagesOf, messagesWaiting, preferencesOf, undelivered } from "@/domain/notifications/queries";
import { save } from "./actions";

type Props = PageProps<"/[locale]/account/messages">;
const mostPages = 1_000;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: localeOf((await params).locale), namespace: "messages.page" });
  return { title: t("title"), robots: { index: false, follow: false } };
}

/** Everything this site told whoever is signed in, whatever she acts as. */
export default async function Messages({ params, searchParams }: Props) {
  const locale = localeOf((await params).locale);
  setRequestLocale(locale);
  const known = await signedIn();
  if (!known || known.actor.kind === "visitor")
    redirect(address(locale, known ? "secondStep" : "signIn", null, { next: address(locale, "messages") }));
  const asked = await searchParams;
  const page = Math.min(mostPages, Math.max(1, Number.parseInt(oneOf(asked, "page"), 10) || 1));
  const [t, mine, kinds, failed] = await Promise.all([
    getTranslations("messages"),
    messagesOf(known.actor, page),
    preferencesOf(known.actor),
    undelivered(known.actor),
  ]);
  const fault = outcomeOf("messages")?.faults[""];
  const words = fault === "tooOften" ? "page.tooOften" : `refusals.${fault?.split(".")[1] ?? "isSelf"}`;
  return (
    <Page
      title={t("page.title")}
      lead={t("page.lead")}
      breadcrumb={[{ href: address(locale, "account"), label: t("page.home") }]}
    >
      {mine.messages.length === 0 ? <p>{t("page.empty")}</p> : <MessageList messages={mine.messages} headings={2} />}
      <Pagination page={page} pages={mine.pages} hrefOf={(to) => address(locale, "messages", null, { page: to })} />
      {kinds.length > 0 && (
        <Preferences
          kinds={kinds}
          action={save}
          fault={fault ? t(words as "refusals.isSelf") : null}
          saved={oneOf(asked, "saved") === "1"}
        />
      )}
      {failed && <UndeliveredList found={failed} queue={await messagesWaiting()} />}
    </Page>
  );
}
