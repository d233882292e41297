import { getTranslations } from "next-intl/server";
import type { Locale } from "@/app/_http/addresses";
import { today as todayOf } from "@/app/_http/today";
import { add, none } from "@/components/markets/groups";
import { formatDay, formatInstant, formatNumber } from "@/components/ui/format";
import { FactTable } from "@/components/ui/tables";
import { feeRuleNotes, feeRules } from "@/domain/fees/rules";
import { registerAsOf } from "@/domain/licences/queries";
import { countsByMarket } from "@/domain/orders/queries";

/** Up to which day each kind of data goes. */
export async function freshness({ locale, rates }: { locale: Locale; rates: readonly { on: string }[] }) {
  const t = await getTranslations("data");
  const [register, counts] = await Promise.all([registerAsOf(), countsByMarket()]);
  const open = [...counts.values()].reduce(add, none);
  const newest = rates
    .map((rate) => rate.on)
    .sort()
    .at(-1);
  return (
    <FactTable
      facts={[
        {
          key: "register",
          label: t("register"),
          value: register
            ? `${t("registerValue", { day: formatDay(locale, register.asOf) })}, ${t(register.official ? "official" : "notOfficial")}`
            : t("registerNone"),
          note: register && t("registerLoaded", { at: formatInstant(register.finishedAt), source: register.source }),
        },
        {
          key: "orders",
          label: t("orders"),
          value: t("ordersValue", {
            orders: formatNumber(locale, open.orders),
            places: formatNumber(locale, open.places),
          }),
          note: t("ordersNote", { day: formatDay(locale, todayOf()) }),
        },
        {
          key: "rules",
          label: t("rules"),
          value: t("rulesValue", {
            count: feeRules.length,
            day: formatDay(locale, `${feeRuleNotes.asOf.slice(0, 7)}-01`, "month"),
          }),
        },
        {
          key: "rates",
          label: t("rates"),
          value: newest ? t("ratesValue", { count: rates.length, day: formatDay(locale, newest) }) : t("ratesNone"),
        },
        { key: "localities", label: t("localities"), value: t("localitiesValue") },
      ]}
    />
  );
}
