// Where people read what the open data name.
import type { Links } from "@/domain/opendata/schema";
import { type Locale, address } from "./addresses";
import { site } from "./site";

export const absolute = (path: string): string => new URL(path, site.url).href;
const both = (at: (locale: Locale) => string) => ({ vi: absolute(at("vi")), en: absolute(at("en")) });

export const links: Links = {
  order: (reference) => both((locale) => address(locale, "order", { reference })),
  agency: (slug) => both((locale) => address(locale, "agency", { slug })),
  market: (slug) => both((locale) => address(locale, "market", { slug })),
};
