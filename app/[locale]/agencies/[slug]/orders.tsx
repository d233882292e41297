import { useTranslations } from "next-intl";
import { getTranslations } from "next-intl/server";
import { address, type Locale } from "@/app/_http/addresses";
import { marketName } from "@/components/markets/names";
import { OrderCard } from "@/components/orders/order-card";
import { LinkButton } from "@/components/ui/button";
import { Disclosure } from "@/components/ui/disclosure";
import { formatDay } from "@/components/ui/format";
import { Section } from "@/components/ui/page";
import { dayOf } from "@/domain/kernel/calendar";
import { countListed, ordersOfAgency } from "@/domain/orders/queries";

/** The newest few; the list of orders has them all. */
const shown = 6;

type Past = Awaited<ReturnType<typeof ordersOfAgency>>["past"];

/** Orders open now, and the closed ones as a plain list: an old order still says what the firm once offered. */
export async function agencyOrders({ locale, agencyId, name }: { locale: Locale; agencyId: string; name: string }) {
  const t = await getTranslations("agencies.orders");
  const [{ open, past }, count] = await Promise.all([ordersOfAgency(agencyId, 50), countListed({ agencyId })]);
  return (
    <Section title={t("title")} lead={open.length > 0 ? t("open", { count }) : t("none")}>
      <div className="space-y-4">
        {open.length > 0 && (
          <div className="grid gap-4 md:grid-cols-2">
            {open.slice(0, shown).map((card) => (
              <OrderCard
                key={card.reference}
                card={card}
                href={address(locale, "order", { reference: card.reference })}
              />
            ))}
          </div>
        )}
        {count > shown && (
          <LinkButton look="secondary" href={address(locale, "orders", null, { q: name })}>
            {t("all")}
          </LinkButton>
        )}
        {past.length > 0 && (
          <Disclosure summary={t("past", { count: past.length })}>
            <PastOrders locale={locale} past={past} />
          </Disclosure>
        )}
      </div>
    </Section>
  );
}

function PastOrders({ locale, past }: { locale: Locale; past: Past }) {
  const t = useTranslations("agencies.orders");
  return (
    <ul className="divide-y divide-line">
      {past.map((order) => (
        <li key={order.reference} className="py-2">
          <a
            href={address(locale, "order", { reference: order.reference })}
            className="inline-flex min-h-11 items-center"
          >
            {order.title}
          </a>
          <span className="figures block text-small text-muted">
            {marketName(locale, order.market)}
            {order.publishedAt && ` · ${t("posted", { day: formatDay(locale, dayOf(order.publishedAt)) })}`}
            {` · ${t.has(`state.${order.status}`) ? t(`state.${order.status}`) : t("state.closed")}`}
          </span>
        </li>
      ))}
    </ul>
  );
}
