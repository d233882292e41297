import { useLocale, useTranslations } from "next-intl";
import { marketName, programmeName } from "@/components/markets/names";
import { formatDay, languageOf } from "@/components/ui/format";
import type { MarketStatistics } from "@/domain/statistics/queries";
import type { Statistic } from "@/domain/statistics/schema";
import { Distribution } from "./distribution";
import { rangeText, valueText } from "./scale";

type Of = { market: string; statistics: MarketStatistics };

/** From how many orders, of which day; and whether they are invented. */
export function Basis({ statistics }: Pick<Of, "statistics">) {
  const locale = languageOf(useLocale());
  const t = useTranslations("statistics");
  const cost = statistics.open("cost");
  if (!statistics.state || !cost) return null;
  return (
    <p className="max-w-measure text-muted">
      {t("lead", { count: cost.count, day: formatDay(locale, statistics.state.on) })}
    </p>
  );
}

/** What is paid before leaving: the whole market, a dot for so many orders. */
export function CostOffers({ market, statistics }: Of) {
  const locale = useLocale();
  const t = useTranslations("statistics");
  const cost = statistics.open("cost");
  if (!cost) return null;
  return (
    <Distribution
      measure="cost"
      withDots
      sentence={<CostSentence cost={cost} />}
      rows={[{ key: market, label: t("all", { market: marketName(locale, market) }), statistic: cost }]}
    />
  );
}

function CostSentence({ cost }: { cost: Statistic }) {
  const locale = languageOf(useLocale());
  const t = useTranslations("statistics.cost");
  const median = valueText(locale, "cost", cost.median);
  if (cost.lowerQuartile === cost.upperQuartile) return t("same", { median });
  return t("sentence", { range: rangeText(locale, "cost", cost.lowerQuartile, cost.upperQuartile), median });
}

/** What is paid before leaving, programme by programme. */
export function CostByProgramme({ market, statistics }: Of) {
  const rows = useProgrammes(statistics.byProgramme("cost"));
  const t = useTranslations("statistics.cost");
  const locale = languageOf(useLocale());
  if (rows.length < 2) return null;
  const sorted = rows.toSorted((a, b) => a.statistic.median - b.statistic.median);
  const [cheapest, dearest] = [sorted[0]!, sorted.at(-1)!];
  return (
    <Distribution
      key={market}
      measure="cost"
      withKey={false}
      sentence={t("programmes", {
        cheapest: cheapest.label,
        least: valueText(locale, "cost", cheapest.statistic.median),
        dearest: dearest.label,
        most: valueText(locale, "cost", dearest.statistic.median),
      })}
      rows={rows}
    />
  );
}

/** The service fee in months of wage, each programme beside its own ceiling. */
export function FeeOffers({ statistics }: Of) {
  const locale = languageOf(useLocale());
  const t = useTranslations("statistics.fee");
  const rows = useProgrammes(statistics.byProgramme("service_fee_months"));
  const all = statistics.open("service_fee_months");
  if (!all || rows.length === 0) return null;
  const share = t("below");
  return (
    <Distribution
      measure="service_fee_months"
      withKey={false}
      sentence={
        <>
          {all.median === 0
            ? t("none", { share })
            : t("sentence", { median: valueText(locale, "service_fee_months", all.median), share })}
          {rows.length > 1 && ` ${t("programmes")}`}
        </>
      }
      rows={rows}
    />
  );
}

const useProgrammes = (statistics: readonly Statistic[]) => {
  const locale = useLocale();
  return statistics.map((statistic) => ({
    key: statistic.group.programme ?? "",
    label: programmeName(locale, statistic.group.programme ?? ""),
    statistic,
  }));
};
