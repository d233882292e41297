import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { address } from "@/app/_http/addresses";
import { localeOf } from "@/app/_http/shell";
import { oneOf } from "@/app/_http/typed";
import { Button } from "@/components/ui/button";
import { Page } from "@/components/ui/page";
import { stopAsked } from "@/domain/notifications/queries";
import { stop } from "../actions";

type Props = PageProps<"/[locale]/account/messages/stop">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: localeOf((await params).locale), namespace: "messages.stop" });
  return { title: t("title"), robots: { index: false, follow: false }, referrer: "same-origin" };
}

/** From the link under a message, without signing in. A press ends the kind, not the visit: letter programs follow links. */
export default async function Stop({ params, searchParams }: Props) {
  const locale = localeOf((await params).locale);
  setRequestLocale(locale);
  const t = await getTranslations("messages");
  const asked = await searchParams;
  const code = oneOf(asked, "ma");
  const found = stopAsked(code);
  const kind = found ? t(`page.kinds.${found.kind}`) : "";
  const done = oneOf(asked, "done") === "1";
  return (
    <Page title={t("stop.title")}>
      <p className="max-w-measure" role={done ? "status" : undefined}>
        {found ? t(done ? "stop.done" : "stop.ask", { kind }) : t("stop.unknown")}
      </p>
      {found && !done && (
        <form action={stop}>
          <input type="hidden" name="ma" value={code} />
          <Button>{t("stop.button")}</Button>
        </form>
      )}
      <p>
        <a href={address(locale, "messages")} className="inline-flex min-h-11 items-center">
          {t("stop.messages")}
        </a>
      </p>
    </Page>
  );
}
