import { getTranslations } from "next-intl/server";
import type { Locale } from "@/app/_http/addresses";
import { today as todayOf } from "@/app/_http/today";
import { add, none } from "@/components/markets/groups";
import { formatDay, formatInstant, formatNumber } from "@/components/ui/format";
import { type Fact, FactTable } from "@/components/ui/tables";
import { type KnownRate, lastRateImport } from "@/domain/fees/queries";
import { feeRuleNotes, feeRules } from "@/domain/fees/rules";
import type { Day } from "@/domain/kernel/calendar";
import { registerAsOf } from "@/domain/licences/queries";
import { countsByMarket } from "@/domain/orders/queries";

/** Up to which day each kind of data goes. */
export async function freshness({ locale, rates }: { locale: Locale; rates: readonly KnownRate[] }) {
  const t = await getTranslations("data");
  const [register, counts] = await Promise.all([registerAsOf(), countsByMarket()]);
  const open = [...counts.values()].reduce(add, none);
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
        await ratesFact(locale, rates),
        { key: "localities", label: t("localities"), value: t("localitiesValue") },
      ]}
    />
  );
}

const daysBetween = (from: Day, to: Day): number => Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
const feedFaults = ["unreachable", "tooSlow", "status", "moved", "tooLarge", "wrongContent"];

/** How old the rates are, who gave them, and whether the last attempt to fetch them failed. */
async function ratesFact(locale: Locale, rates: readonly KnownRate[]): Promise<Fact> {
  const t = await getTranslations("data");
  const [last, feed] = await Promise.all([lastRateImport(), lastRateImport("feed")]);
  const [oldest, newest] = [
    rates.map(({ on }) => on).toSorted()[0],
    rates
      .map(({ on }) => on)
      .toSorted()
      .at(-1),
  ];
  const unverified = rates.filter(({ verified }) => !verified).length;
  const failed = feed?.failure && (!last || feed.startedAt > last.startedAt) ? feed : null;
  const notes = [
    last && t("ratesLoaded", { at: formatInstant(last.startedAt), source: last.source, kind: last.kind }),
    unverified > 0 && t("ratesUnverified", { count: unverified }),
    oldest && oldest !== newest && t("ratesOldest", { day: formatDay(locale, oldest) }),
    failed &&
      t("feedFailed", {
        at: formatInstant(failed.startedAt),
        why: t(`feed.${feedFaults.includes(failed.failure ?? "") ? failed.failure : "unreadable"}`),
      }),
  ];
  return {
    key: "rates",
    label: t("rates"),
    value: newest
      ? t("ratesValue", {
          count: rates.length,
          day: formatDay(locale, newest),
          days: Math.max(0, daysBetween(newest, todayOf())),
        })
      : t("ratesNone"),
    note: notes.filter((note) => note).join(" ") || undefined,
  };
}
