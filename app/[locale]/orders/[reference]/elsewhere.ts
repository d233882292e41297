// What an order is called on its pages, and where to go from one that is not open: the same work, the same country, the check box.
import { getTranslations } from "next-intl/server";
import { type Locale, address } from "@/app/_http/addresses";
import { marketName, occupationName, placeName } from "@/components/orders/names";
import type { OrderPage } from "@/domain/orders/queries";

export const titleOf = (locale: Locale, { facts }: OrderPage): string =>
  `${occupationName(locale, facts.occupation)} – ${placeName(locale, facts)}`;

export async function elsewhere(locale: Locale, { facts }: OrderPage) {
  const t = await getTranslations("orders.notOpen");
  const { market, occupation } = facts;
  const names = { occupation: occupationName(locale, occupation), market: marketName(locale, market) };
  return [
    { href: address(locale, "orders", null, { market, occupation }), label: t("same", names) },
    { href: address(locale, "orders", null, { market }), label: t("sameMarket", names) },
    { href: address(locale, "check"), label: t("check") },
  ];
}
