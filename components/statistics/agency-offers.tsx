import { useLocale, useTranslations } from "next-intl";
import { marketName } from "@/components/markets/names";
import { languageOf } from "@/components/ui/format";
import type { Statistic } from "@/domain/statistics/schema";
import { Distribution } from "./distribution";
import { valueText } from "./scale";

type Pair = { agency: Statistic; market: Statistic };

/** The agency's own box above its market's, one drawing for each market. */
export function AgencyOffers({ pairs }: { pairs: readonly Pair[] }) {
  const t = useTranslations("statistics.agency");
  const locale = languageOf(useLocale());
  const text = (value: number) => valueText(locale, "cost", value);
  return (
    <div className="space-y-8">
      {pairs.map(({ agency, market }, i) => {
        const name = marketName(locale, market.group.market ?? "");
        return (
          <Distribution
            key={name}
            measure="cost"
            withKey={i === 0}
            sentence={t("sentence", {
              market: name,
              own: text(agency.median),
              whole: text(market.median),
              verdict: verdictOf(agency.median, market.median),
            })}
            rows={[
              { key: "agency", label: t("own"), statistic: agency },
              { key: "market", label: t("market", { market: name }), statistic: market },
            ]}
          />
        );
      })}
      <p className="max-w-measure text-small text-muted">{t("caution")}</p>
    </div>
  );
}

/** Three in a hundred apart is a difference. */
const verdictOf = (own: number, whole: number): "less" | "more" | "same" =>
  Math.abs(own - whole) <= Math.max(own, whole) * 0.03 ? "same" : own < whole ? "less" : "more";
