import { deliverMail } from "../mail";
import type { Channel, Outgoing } from "./channel";

const escaped = (text: string): string =>
  text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`).replace(/\n/g, "<br>\n");

/** The text again, with its link to be tapped: no pictures, no styles, nothing that is fetched. */
export function htmlOf({ text, link, locale }: Outgoing): string {
  const paragraphs = text
    .split(/\n{2,}/)
    .map(escaped)
    .map((paragraph) =>
      link ? paragraph.replaceAll(escaped(link), `<a href="${escaped(link)}">${escaped(link)}</a>`) : paragraph,
    );
  const body = paragraphs.map((paragraph) => `<p>${paragraph}</p>`).join("\n");
  return `<!doctype html>\n<html lang="${escaped(locale)}"><head><meta charset="utf-8"></head><body>\n${body}\n</body></html>\n`;
}

export const emailChannel = (url: string): Channel => ({
  send: (message) => {
    const { key, to, subject, text, locale, stop } = message;
    return deliverMail({ key, to, subject, text, html: htmlOf(message), locale, stop }, url);
  },
});
