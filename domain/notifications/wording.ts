import "server-only";
import { env } from "@/platform/env";
import { sentence } from "@/platform/sentences";
import { paramText, subjectLine } from "./rules";
import type { Language, Param, Template } from "./schema";

const absolute = (path: string): string => new URL(path, env.SITE_URL).href;

/** Subject and body of a template for somebody. */
export function worded(
  locale: Language,
  template: Template,
  { name, params, link }: { name: string | null; params: Readonly<Record<string, Param>>; link: string | null },
): { subject: string; body: string; link: string | null } {
  const values = Object.fromEntries(
    Object.entries({ ...(name !== null && { name }), ...params }).map(([key, value]) => [
      key,
      // Numbers stay numbers, so that a sentence can say one and many.
      typeof value === "number" ? value : paramText(locale, value),
    ]),
  );
  const say = (key: string): string => sentence(locale, "messages", key, values);
  return {
    subject: subjectLine(say(`templates.${template}.subject`)),
    body: `${say(name === null ? "greetingUnknown" : "greeting")}\n\n${say(`templates.${template}.body`)}`,
    link: link === null ? null : absolute(link),
  };
}

/** The whole text as it leaves: body, link, who sends it, and how to end it where it can be ended. */
export function wholeText(
  locale: Language,
  { body, link, stop }: { body: string; link: string | null; stop: string | null },
) {
  const say = (key: string, values = {}): string => sentence(locale, "messages", key, values);
  const text = [
    body,
    link && say("opens", { link }),
    say("sender", { site: absolute("/") }),
    stop && say("stopHere", { stop }),
  ]
    .filter(Boolean)
    .join("\n\n");
  return text;
}

export const briefText = (subject: string, link: string | null): string => (link ? `${subject}\n${link}` : subject);
