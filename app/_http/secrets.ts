// Letters that carry a link or a code leave here, and are kept nowhere. Without a mail server a demo shows the letter to the browser that
// asked for it, on the next page and to nobody else.
import "server-only";
import { getTranslations } from "next-intl/server";
import { after } from "next/server";
import type { Identifier, Letter, LetterPurpose } from "@/domain/accounts/schema";
import { formatInstant } from "@/components/ui/format";
import { log } from "@/platform/log";
import { mailLeaves, sendMail } from "@/platform/mail";
import { type Locale, type Route, address } from "./addresses";
import { dropCookie, openCookie, sealCookie } from "./approach";
import { absolute } from "./links";
import { localeOf } from "./shell";
import { site } from "./site";

const shownCookie = "thu-mau";
const routes: Readonly<Record<LetterPurpose, Route>> = {
  ...{ sign_in: "signInLink", register: "signInLink", password_code: "signInCode" },
  ...{ new_password: "newPassword", invitation: "invitation" },
};

/** Whether anything sent there arrives: no telephone gets messages yet, except those a demo shows. */
export const reaches = (kind: Identifier["kind"]): boolean => (mailLeaves() && kind === "email") || site.demo;

export type Written = { to: string; subject: string; text: string; link: string | null };

async function written(letter: Letter): Promise<Written> {
  const locale = localeOf(letter.locale);
  const t = await getTranslations({ locale, namespace: "accounts.letters" });
  const { purpose, code, to, expiresAt } = letter;
  const link = purpose === "password_code" ? null : absolute(linkOf(locale, letter));
  const said = { name: letter.name ?? "", code: code ?? "", link: link ?? "", until: formatInstant(expiresAt) };
  const parts = [
    t("greeting", said),
    t(`${purpose}.why`),
    code ? t("code", said) : null,
    link ? t("link", said) : null,
    t(`${purpose}.ignore`),
    t("signature"),
  ];
  return { to, subject: t(`${purpose}.subject`), text: parts.filter(Boolean).join("\n\n"), link };
}

const linkOf = (locale: Locale, { purpose, token }: Letter): string =>
  address(locale, routes[purpose] as "signInLink", null, { ma: token });

/** Leaves after the answer, so that the time of an answer does not tell whether there was anybody to write to. */
export async function sendSecret(letter: Letter | null): Promise<void> {
  if (!letter) return site.demo && !mailLeaves() ? dropCookie(shownCookie) : undefined;
  const mail = await written(letter);
  if (mailLeaves() && mail.to.includes("@"))
    after(async () => {
      await sendMail(mail).catch((error: unknown) => {
        log.error("letter.notSent", { purpose: letter.purpose, error: error instanceof Error ? error.message : "" });
      });
    });
  else if (site.demo) await sealCookie(shownCookie, JSON.stringify(mail), "letter", 600);
  else log.error("letter.notSent", { purpose: letter.purpose, error: "nothing carries it" });
}

/** The letter this browser asked for, on a demo that sends none. */
export async function letterShown(): Promise<Written | null> {
  if (!site.demo || mailLeaves()) return null;
  const text = await openCookie(shownCookie, "letter");
  return text ? (JSON.parse(text) as Written) : null;
}
