import { useLocale, useTranslations } from "next-intl";
import { marketName } from "@/components/orders/names";
import { formatNumber, languageOf } from "@/components/ui/format";

type Counts = ReadonlyMap<string, { orders: number; places: number }>;

/** Markets with open orders, the largest first; each leads to its orders. */
export function MarketList({ counts, hrefOf }: { counts: Counts; hrefOf: (market: string) => string }) {
  const t = useTranslations("home");
  const locale = useLocale();
  const n = (value: number) => formatNumber(languageOf(locale), value);
  const markets = [...counts].sort(([, a], [, b]) => b.orders - a.orders);
  if (markets.length === 0) return <p>{t("noOrders")}</p>;
  return (
    <ul className="grid gap-x-10 sm:grid-cols-2 lg:grid-cols-3">
      {markets.map(([code, { orders, places }]) => (
        <li key={code} className="flex min-h-12 items-center justify-between gap-4 border-b border-line">
          <a href={hrefOf(code)} className="inline-flex min-h-11 items-center">
            {marketName(locale, code)}
          </a>
          <span className="figures text-right text-small text-muted">
            {t("marketCount", { orders: n(orders), places: n(places) })}
          </span>
        </li>
      ))}
    </ul>
  );
}
