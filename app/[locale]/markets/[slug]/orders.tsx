import { useTranslations } from "next-intl";
import { getTranslations } from "next-intl/server";
import { address, type Locale } from "@/app/_http/addresses";
import { none } from "@/components/markets/groups";
import { OrderCard } from "@/components/orders/order-card";
import { LinkButton } from "@/components/ui/button";
import { Section } from "@/components/ui/page";
import type { Market } from "@/domain/kernel/catalogue";
import { countsByMarket, listCards } from "@/domain/orders/queries";

/** Open orders of one programme. */
export function OrdersLink({
  locale,
  programme,
  market,
  count,
}: {
  locale: Locale;
  programme: string;
  market: string;
  count: number;
}) {
  const t = useTranslations("markets");
  if (count === 0) return <p className="text-muted">{t("ordersOf", { count })}</p>;
  return (
    <p>
      <a href={address(locale, "orders", null, { market, programme })} className="inline-flex min-h-11 items-center">
        {t("ordersOf", { count })}
      </a>
    </p>
  );
}

/** The newest open orders of the market, and where to go on from here. */
export async function openOrders({ locale, market }: { locale: Locale; market: Market }) {
  const t = await getTranslations("markets");
  const [counts, cards] = await Promise.all([
    countsByMarket(),
    listCards({ market: market.code }, [{ publishedAt: "desc" }], 6),
  ]);
  const own = counts.get(market.code) ?? none;
  return (
    <Section title={t("openOrders")} lead={t("openLead", own)}>
      {cards.length > 0 && (
        <div className="grid gap-4 md:grid-cols-2">
          {cards.map((card) => (
            <OrderCard
              key={card.reference}
              card={card}
              href={address(locale, "order", { reference: card.reference })}
            />
          ))}
        </div>
      )}
      <p className="mt-4 flex flex-wrap gap-3">
        {cards.length > 0 && (
          <LinkButton look="secondary" href={address(locale, "orders", null, { market: market.code })}>
            {t("allOrders")}
          </LinkButton>
        )}
        <LinkButton look="quiet" href={address(locale, "agencies", null, { market: market.code })}>
          {t("agencies")}
        </LinkButton>
        <LinkButton look="quiet" href={address(locale, "check")}>
          {t("checkFirst")}
        </LinkButton>
      </p>
    </Section>
  );
}
