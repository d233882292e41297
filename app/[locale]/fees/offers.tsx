import { useTranslations } from "next-intl";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { address, type Locale } from "@/app/_http/addresses";
import { today as todayOf } from "@/app/_http/today";
import { marketName } from "@/components/markets/names";
import { Extremes } from "@/components/statistics/extremes";
import { Basis, CostByProgramme, CostOffers, FeeOffers } from "@/components/statistics/market-offers";
import { Year } from "@/components/statistics/year";
import { Empty } from "@/components/ui/page";
import { orderCards } from "@/domain/orders/queries";
import { marketStatistics } from "@/domain/statistics/queries";
import { monthsUntil } from "@/domain/statistics/rules";

/** At either end of the list. */
const shown = 3;

/** What open orders of a market ask beside the ceilings, the cheapest and the dearest of them, and how it went over the year. */
export async function offers(locale: Locale, market: string): Promise<ReactNode> {
  const t = await getTranslations("statistics");
  const statistics = await marketStatistics(market);
  const cost = statistics.open("cost");
  if (!cost) return <TooFew locale={locale} market={market} made={statistics.state !== null} />;
  const [cheapest, dearest] = await Promise.all([orderCards(cost.cheapest), orderCards(cost.dearest)]);
  const hrefOf = (reference: string) => address(locale, "order", { reference });
  return (
    <div className="space-y-10">
      <Basis statistics={statistics} />
      <Part title={t("cost.title")}>
        <div className="space-y-8">
          <CostOffers market={market} statistics={statistics} />
          <CostByProgramme market={market} statistics={statistics} />
        </div>
      </Part>
      <Part title={t("fee.title")}>
        <FeeOffers market={market} statistics={statistics} />
      </Part>
      <Part title={t("ends.title")} lead={t("ends.lead")}>
        <div className="grid gap-6 md:grid-cols-2">
          <Extremes level={4} title={t("ends.least")} cards={cheapest.slice(0, shown)} hrefOf={hrefOf} />
          <Extremes level={4} title={t("ends.most")} cards={dearest.slice(0, shown)} hrefOf={hrefOf} />
        </div>
      </Part>
      <Part title={t("year.title")}>
        <Year months={monthsUntil(todayOf())} statistics={statistics.months("cost")} />
      </Part>
    </div>
  );
}

/** A part below the page's own section. */
function Part({ title, lead, children }: { title: string; lead?: string; children: ReactNode }) {
  return (
    <section>
      <h3>{title}</h3>
      {lead && <p className="mt-2 max-w-measure text-muted">{lead}</p>}
      <div className="mt-3">{children}</div>
    </section>
  );
}

function TooFew({ locale, market, made }: { locale: Locale; market: string; made: boolean }) {
  const t = useTranslations("statistics");
  const name = marketName(locale, market);
  const href = address(locale, "orders", null, { market });
  return (
    <Empty title={t("tooFewTitle")} links={[{ href, label: t("ordersLink", { market: name }) }]}>
      {made ? t("tooFewOf", { market: name }) : t("notMade")}
    </Empty>
  );
}
