// Sentences per request: every messages/<locale>/<context>.json becomes the namespace of its file name.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { getRequestConfig } from "next-intl/server";
import { defaultLocale, isLocale, type Locale } from "./addresses";

type Messages = Record<string, Record<string, unknown>>;
const loaded = new Map<Locale, Messages>();

function readMessages(locale: Locale): Messages {
  const folder = join(process.cwd(), "messages", locale);
  const files = readdirSync(folder).filter((name) => name.endsWith(".json"));
  return Object.fromEntries(
    files.map((name) => [name.slice(0, -5), JSON.parse(readFileSync(join(folder, name), "utf8"))]),
  );
}

/** Read once; in development again for each request, so that a changed sentence shows at once. */
export function messagesOf(locale: Locale): Messages {
  const known = loaded.get(locale);
  if (known && process.env.NODE_ENV === "production") return known;
  const messages = readMessages(locale);
  loaded.set(locale, messages);
  return messages;
}

export default getRequestConfig(async ({ requestLocale }) => {
  const asked = await requestLocale;
  const locale = isLocale(asked) ? asked : defaultLocale;
  return { locale, messages: messagesOf(locale), timeZone: "Asia/Ho_Chi_Minh" };
});
