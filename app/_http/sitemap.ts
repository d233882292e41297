// Which pages the sitemap names: standing pages, markets, agencies, and every open listed order.
import { markets } from "@/domain/kernel/catalogue";
import { agencySlugs } from "@/domain/licences/queries";
import { listedCount, listedReferences } from "@/domain/orders/queries";
import { type Entry, mostAddresses } from "@/domain/opendata/rules";
import { type Route, address } from "./addresses";

const standing = [
  "home",
  "orders",
  "agencies",
  "check",
  "markets",
  "fees",
  "asked",
  "support",
  "data",
  "accessibility",
] as const satisfies readonly Route[];
const ordersPerPart = 10_000;

export async function pagesApartFromOrders(): Promise<Entry[]> {
  return [
    ...standing.map((route): Entry => ({ path: (locale) => address(locale, route), changed: null })),
    ...markets
      .filter((market) => !market.foreignNoticesOnly)
      .map(({ slug }): Entry => ({ path: (locale) => address(locale, "market", { slug }), changed: null })),
    ...(await agencySlugs()).map(({ slug, updatedAt }): Entry => ({
      path: (locale) => address(locale, "agency", { slug }),
      changed: updatedAt,
    })),
  ];
}

export const ordersOfPart = async (part: number): Promise<Entry[]> =>
  (await listedReferences(part)).map(({ reference, updatedAt }) => ({
    path: (locale) => address(locale, "order", { reference }),
    changed: updatedAt,
  }));

/** Number of files the orders need. */
export const orderParts = async (): Promise<number> => Math.ceil((await listedCount()) / ordersPerPart);

/** All in one file, while two addresses a page stay within the limit. */
export async function everything(): Promise<Entry[] | null> {
  const [others, orders] = await Promise.all([pagesApartFromOrders(), listedCount()]);
  if ((others.length + orders) * 2 > mostAddresses) return null;
  const parts = await Promise.all(
    Array.from({ length: Math.ceil(orders / ordersPerPart) }, (_, part) => ordersOfPart(part)),
  );
  return [...others, ...parts.flat()];
}

export const xml = (text: string): Response =>
  new Response(text, {
    headers: { "Content-Type": "application/xml; charset=utf-8", "Cache-Control": "public, max-age=300" },
  });
