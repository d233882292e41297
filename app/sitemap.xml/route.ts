// All pages for search engines; an index of files once there are too many for one.
import { absolute } from "@/app/_http/links";
import { everything, orderParts, xml } from "@/app/_http/sitemap";
import { sitemapIndex, urlSet } from "@/domain/opendata/rules";

export const dynamic = "force-dynamic";

export async function GET(): Promise<Response> {
  const entries = await everything();
  if (entries) return xml(urlSet(entries, absolute));
  const parts = Array.from({ length: await orderParts() }, (_, part) => `/sitemap/orders-${part}.xml`);
  return xml(sitemapIndex(["/sitemap/pages.xml", ...parts], absolute));
}
