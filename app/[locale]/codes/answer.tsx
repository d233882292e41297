// What a code says: the form, the answer of the signature, and what the live record makes of it.
import { getTranslations } from "next-intl/server";
import { type Locale, address } from "@/app/_http/addresses";
import { codeVerdict } from "@/app/_http/codes";
import { today } from "@/app/_http/today";
import { type CodeAnswer, CodeVerdict } from "@/components/codes/answer";
import { CodeForm } from "@/components/codes/form";
import { KeepForOffline } from "@/components/codes/offline";
import { OfflineAnswers } from "@/components/codes/offline-answers";
import { codeIn, isReference } from "@/components/codes/read";
import { occupationName, placeName } from "@/components/orders/names";
import { Page } from "@/components/ui/page";
import { parseDay } from "@/domain/kernel/calendar";
import { notOpenSince, orderPage } from "@/domain/orders/queries";

/** Posters are signed for orders' references; everything else is said for what it is. */
async function answerTo(locale: Locale, code: string): Promise<CodeAnswer> {
  if (isReference(code)) return { answer: "reference", reference: code };
  const found = codeVerdict(code);
  if (found.verdict !== "genuine") return { answer: found.verdict };
  const day = parseDay(found.day) ?? today();
  const { kind, id } = found;
  if (kind === "R") return { answer: "receipt", id, day };
  const page = kind === "P" ? await orderPage(id) : null;
  if (!page) return { answer: kind === "P" ? "noOrder" : "otherKind", id, day };
  const { facts, agency, notOpen } = page;
  const order = {
    title: `${occupationName(locale, facts.occupation)} – ${placeName(locale, facts)}`,
    sender: agency?.nameVi ?? facts.senderName,
    agencySlug: agency?.slug ?? null,
  };
  if (!notOpen) return { answer: "current", id, day, order, reason: null, since: null };
  const t = await getTranslations("orders.notOpen");
  const since = await notOpenSince(page, today());
  return { answer: "closed", id, day, order, reason: t(`${notOpen.reason}.title`), since };
}

export async function codePage(locale: Locale, said: string) {
  const [t, shell] = await Promise.all([getTranslations("codes"), getTranslations("shell")]);
  const code = codeIn(said);
  return (
    <Page
      title={t("title")}
      lead={t("lead")}
      breadcrumb={[{ href: address(locale, "home"), label: shell("home") }]}
      live={<KeepForOffline page={address(locale, "codes")} kept={t("offline.kept")} />}
    >
      {!code && <OfflineAnswers />}
      {code && <CodeVerdict answer={await answerTo(locale, code)} />}
      <CodeForm action={address(locale, "codes")} code={code} />
    </Page>
  );
}
