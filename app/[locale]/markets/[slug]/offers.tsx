import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { address, type Locale } from "@/app/_http/addresses";
import { marketName } from "@/components/markets/names";
import { Basis, CostOffers } from "@/components/statistics/market-offers";
import { Section } from "@/components/ui/page";
import { marketStatistics } from "@/domain/statistics/queries";

/** What open orders of the market ask before leaving; the page on fees has the rest. */
export async function marketOffers(locale: Locale, market: string): Promise<ReactNode> {
  const t = await getTranslations("statistics");
  const statistics = await marketStatistics(market);
  const name = marketName(locale, market);
  const known = statistics.open("cost") !== null;
  if (!known && !statistics.state) return null;
  return (
    <Section title={t("titleOf", { market: name })}>
      {known ? (
        <div className="space-y-4">
          <Basis statistics={statistics} />
          <CostOffers market={market} statistics={statistics} />
          <p>
            <a
              href={`${address(locale, "fees", null, { market })}#don-hang`}
              className="inline-flex min-h-11 items-center"
            >
              {t("more")}
            </a>
          </p>
        </div>
      ) : (
        <p className="max-w-measure">{t("tooFewOf", { market: name })}</p>
      )}
    </Section>
  );
}
