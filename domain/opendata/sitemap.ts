// The site's addresses for search engines, in files small enough for their rules (50,000 addresses, 50 MB).

export type Entry = { path: (locale: "vi" | "en") => string; changed: Date | null };

const escaped = (text: string): string =>
  text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");
const head = '<?xml version="1.0" encoding="UTF-8"?>\n';
const namespace = "http://www.sitemaps.org/schemas/sitemap/0.9";

/** Each page in each language is an entry of its own, and names all its languages. */
function entryXml({ path, changed }: Entry, absolute: (path: string) => string): string {
  const [vi, en] = [escaped(absolute(path("vi"))), escaped(absolute(path("en")))];
  const others = [
    ["vi", vi],
    ["en", en],
    ["x-default", vi],
  ].map(([language, href]) => `<xhtml:link rel="alternate" hreflang="${language}" href="${href}"/>`);
  const rest = `${changed ? `<lastmod>${changed.toISOString()}</lastmod>` : ""}${others.join("")}`;
  return `<url><loc>${vi}</loc>${rest}</url>\n<url><loc>${en}</loc>${rest}</url>\n`;
}

export const urlSet = (entries: readonly Entry[], absolute: (path: string) => string): string =>
  `${head}<urlset xmlns="${namespace}" xmlns:xhtml="http://www.w3.org/1999/xhtml">\n${entries.map((entry) => entryXml(entry, absolute)).join("")}</urlset>\n`;

export const sitemapIndex = (parts: readonly string[], absolute: (path: string) => string): string =>
  `${head}<sitemapindex xmlns="${namespace}">\n${parts.map((part) => `<sitemap><loc>${escaped(absolute(part))}</loc></sitemap>\n`).join("")}</sitemapindex>\n`;

/** Most addresses of one file. */
export const mostAddresses = 50_000;
