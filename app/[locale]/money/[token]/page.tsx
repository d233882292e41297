import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { type Locale, address } from "@/app/_http/addresses";
import { answerWith } from "@/app/_http/answer";
import { localeOf } from "@/app/_http/shell";
import { oneOf } from "@/app/_http/typed";
import { NotOpenHere, OpenLink } from "@/components/payments/link";
import { Page } from "@/components/ui/page";
import { bookOf, linkState } from "@/domain/payments/queries";
import { isBookReference } from "@/domain/payments/rules";
import { partyOf } from "../session";
import { typedBefore } from "../typed";
import { bookParts } from "./book";

type Props = PageProps<"/[locale]/money/[token]">;

/** Private: no search engine keeps it, and its address goes to nobody. */
export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: localeOf((await params).locale), namespace: "payments.link" });
  return { title: t("title"), robots: { index: false, follow: false }, referrer: "same-origin" };
}

/** Two things stand at this address: a one-time link, which a press opens, and the book it opened. */
export default async function Money({ params, searchParams }: Props) {
  const { locale: segment, token } = await params;
  const locale = localeOf(segment);
  setRequestLocale(locale);
  if (!isBookReference(token)) return linkPage(locale, token);
  const party = await partyOf(token);
  const book = party && (await bookOf(party));
  if (!book) return closedPage(locale);
  const search = await searchParams;
  const t = await getTranslations("payments.book");
  const typed = oneOf(search, "fault") ? await typedBefore() : null;
  return (
    <Page title={t("title")} lead={t("lead")}>
      {await bookParts({ locale, book, typed, saved: oneOf(search, "saved"), takenBack: oneOf(search, "back") })}
    </Page>
  );
}

async function linkPage(locale: Locale, token: string) {
  const t = await getTranslations("payments.link");
  const { state, side } = await linkState(token);
  if (state === "unknown") answerWith(404);
  return (
    <Page title={t("title")}>
      {state === "opens" && side ? (
        <OpenLink action={`${address(locale, "money", { token })}/open`} side={side} />
      ) : (
        <NotOpenHere why={state === "used" ? "used" : "unknown"} />
      )}
    </Page>
  );
}

/** The same for a book that does not exist, another's book, and one whose session ended. */
async function closedPage(locale: Locale) {
  const t = await getTranslations({ locale, namespace: "payments.link" });
  answerWith(404);
  return (
    <Page title={t("title")}>
      <NotOpenHere why="closed" />
    </Page>
  );
}
