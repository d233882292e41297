import { useLocale, useTranslations } from "next-intl";
import { formatDay, formatMoney, languageOf } from "@/components/ui/format";
import type { OrderCard } from "@/domain/orders/queries";

/** Orders as lines: what, what is kept a month, places left, until when. */
export function OrderLinks({ orders, hrefOf }: { orders: readonly OrderCard[]; hrefOf: (reference: string) => string }) {
  const t = useTranslations("markets.order");
  const locale = languageOf(useLocale());
  return (
    <ul className="divide-y divide-line border-y border-line">
      {orders.map((order) => (
        <li key={order.reference} className="py-3">
          <a href={hrefOf(order.reference)} className="inline-flex min-h-11 items-center font-medium">
            {order.title}
          </a>
          <span className="figures block text-small text-muted">
            {[
              order.netVnd !== null && t("net", { amount: formatMoney(locale, { minor: order.netVnd, currency: "VND" }, { short: true }) }),
              order.placesLeft !== null && t("places", { count: order.placesLeft }),
              order.deadlineOn && t("deadline", { day: formatDay(locale, order.deadlineOn) }),
            ]
              .filter(Boolean)
              .join(" · ")}
          </span>
        </li>
      ))}
    </ul>
  );
}
