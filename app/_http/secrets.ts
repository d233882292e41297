// Letters that carry a link or a code are worded here and queued sealed; their text is wiped once they are sent. Without a mail server a demo
// shows the letter to the browser that asked for it, on the next page and to nobody else.
import "server-only";
import { createHash } from "node:crypto";
import { getTranslations } from "next-intl/server";
import { after } from "next/server";
import type { Identifier, Letter, LetterPurpose } from "@/domain/accounts/schema";
import { formatInstant } from "@/components/ui/format";
import { systemActor } from "@/domain/kernel/actor";
import { queueSecret } from "@/domain/notifications/commands";
import { plainText } from "@/domain/notifications/rules";
import { openChannels } from "@/platform/channels/open";
import { log } from "@/platform/log";
import { mailLeaves } from "@/platform/mail";
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

const leaves = (kind: Identifier["kind"]): boolean => {
  const { sms, zalo } = openChannels();
  return kind === "email" ? mailLeaves() : Boolean(sms ?? zalo);
};
/** Whether anything sent there arrives. */
export const reaches = (kind: Identifier["kind"]): boolean => leaves(kind) || site.demo;

export type Written = { to: string; subject: string; text: string; link: string | null };

async function written(letter: Letter): Promise<Written> {
  const locale = localeOf(letter.locale);
  const t = await getTranslations({ locale, namespace: "accounts.letters" });
  const { purpose, code, to, expiresAt } = letter;
  const link = purpose === "password_code" ? null : absolute(linkOf(locale, letter));
  const said = {
    name: plainText(letter.name ?? ""),
    code: code ?? "",
    link: link ?? "",
    until: formatInstant(expiresAt),
  };
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
  if (leaves(mail.to.includes("@") ? "email" : "phone"))
    after(async () => {
      await queueSecret(systemActor("sendSecret"), secretOf(letter, mail)).catch((error: unknown) => {
        log.error("letter.notQueued", error, { purpose: letter.purpose });
      });
    });
  else if (site.demo) await sealCookie(shownCookie, JSON.stringify(mail), "letter", 600);
  else log.error("letter.notQueued", "nothing carries it", { purpose: letter.purpose });
}

/** Its hash is the key: nobody can make the token from it, and the same letter is queued once. */
function secretOf({ token, to, purpose, locale, code, expiresAt }: Letter, { subject, text, link }: Written) {
  const key = `letter:${createHash("sha256").update(`message:${token}`).digest("base64url")}`;
  const brief = [subject, code, link].filter(Boolean).join("\n");
  const addressee = { address: to, locale: localeOf(locale) };
  return { key, ...addressee, purpose, subject, text, brief, link, expiresAt };
}

/** The letter this browser asked for, on a demo that sends none. */
export async function letterShown(): Promise<Written | null> {
  if (!site.demo || mailLeaves()) return null;
  const text = await openCookie(shownCookie, "letter");
  return text ? (JSON.parse(text) as Written) : null;
}
