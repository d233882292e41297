// One file of a large sitemap: pages.xml, orders-0.xml, orders-1.xml …
import { absolute } from "@/app/_http/links";
import { ordersOfPart, pagesApartFromOrders, xml } from "@/app/_http/sitemap";
import { urlSet } from "@/domain/opendata/rules";

export const dynamic = "force-dynamic";

export async function GET(_request: Request, { params }: { params: Promise<{ part: string }> }): Promise<Response> {
  const { part } = await params;
  const [, number] = /^orders-(\d{1,4})\.xml$/.exec(part) ?? [];
  if (part !== "pages.xml" && number === undefined) return new Response(null, { status: 404 });
  const entries = number === undefined ? await pagesApartFromOrders() : await ordersOfPart(Number(number));
  return entries.length > 0 ? xml(urlSet(entries, absolute)) : new Response(null, { status: 404 });
}
