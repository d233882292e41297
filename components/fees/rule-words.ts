// How a ceiling is said in one line: months of wage, an amount, nothing at all.
import { useLocale, useTranslations } from "next-intl";
import { formatMoney, formatNumber, languageOf } from "@/components/ui/format";
import { moneyOf } from "@/domain/kernel/money";
import type { RuleLine } from "@/domain/fees/rules";

export function useLimit() {
  const t = useTranslations("fees-page.limit");
  const locale = languageOf(useLocale());
  return (line: RuleLine): string => {
    if (line.verdict === "capped" && line.ratePer12Months !== null)
      return t(line.capMonths === null ? "rate" : "rateAndCap", {
        rate: formatNumber(locale, line.ratePer12Months),
        cap: line.capMonths === null ? "" : formatNumber(locale, line.capMonths),
      });
    if (line.verdict === "capped" && line.amount !== null && line.currency)
      return t("amount", { amount: formatMoney(locale, moneyOf(line.amount, line.currency)) });
    return t(line.verdict === "capped" ? "see" : line.verdict);
  };
}
