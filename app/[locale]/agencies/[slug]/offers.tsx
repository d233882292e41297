import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import type { Locale } from "@/app/_http/addresses";
import { AgencyOffers } from "@/components/statistics/agency-offers";
import { Section } from "@/components/ui/page";
import { agencyStatistics } from "@/domain/statistics/queries";

/** What the agency's open orders ask beside those of its markets. */
export async function agencyOffers(_locale: Locale, agencyId: string): Promise<ReactNode> {
  const t = await getTranslations("statistics.agency");
  const { pairs, state } = await agencyStatistics(agencyId, "cost");
  if (!state) return null;
  return (
    <Section title={t("title")}>
      {pairs.length > 0 ? <AgencyOffers pairs={pairs} /> : <p className="max-w-measure">{t("few")}</p>}
    </Section>
  );
}
