// What the frame around each page needs to know of the request.
import "server-only";
import { address, defaultLocale, isLocale, translated, type Locale } from "./addresses";
import { currentPath, site } from "./site";

const sections = ["orders", "check", "markets", "fees", "support", "agencies"] as const;

export async function shellOf(locale: Locale) {
  const path = await currentPath();
  const pathname = path.split("?", 1)[0] ?? "";
  const to: Locale = locale === "vi" ? "en" : "vi";
  return {
    home: address(locale, "home"),
    links: sections.map((key) => {
      const href = address(locale, key);
      return { key, href, current: pathname === href || pathname.startsWith(`${href}/`) };
    }),
    other: { href: translated(path, to), hrefLang: to },
    /** The same for everybody: pages are kept, and who is signed in is said on that page only. */
    account: address(locale, "account"),
    data: address(locale, "data"),
    accessibility: address(locale, "accessibility"),
    contact: address(locale, "contact"),
    report: address(locale, "reports"),
    warnings: address(locale, "warnings"),
    recruiting: address(locale, "localities"),
    codes: address(locale, "codes"),
    demo: site.demo,
    version: site.version,
  };
}

/** The [locale] segment of a route; the proxy puts only known ones there. */
export const localeOf = (segment: string): Locale => (isLocale(segment) ? segment : defaultLocale);
