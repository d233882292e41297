import { useLocale, useTranslations } from "next-intl";
import { formatDay, formatMoney, languageOf } from "@/components/ui/format";
import { Amount, DateText } from "@/components/ui/money";
import { KeyFigures } from "@/components/ui/page";
import type { OrderPage } from "@/domain/orders/queries";
import { BreakEven, CostAmount, ShortAmount } from "./pay-text";

type Facts = OrderPage["facts"];

/** The four figures of an order: kept per month, paid before leaving, month it pays off, places left. */
export function OrderFigures({ page: { facts, placesLeft } }: { page: OrderPage }) {
  const t = useTranslations("orders.figures");
  const { netMinor, netVnd, currency } = facts;
  const kept =
    netMinor !== null ? { minor: netMinor, currency } : netVnd === null ? null : { minor: netVnd, currency: "VND" };
  return (
    <KeyFigures
      figures={[
        { key: "kept", label: t("kept"), value: <ShortAmount value={kept} />, note: <KeptNote facts={facts} /> },
        {
          key: "cost",
          label: t("cost"),
          value: <CostAmount vnd={facts.costVnd} short />,
          note: <CostNote facts={facts} />,
        },
        {
          key: "breakEven",
          label: t("breakEven"),
          value: <BreakEven months={facts.breakEvenMonths} />,
          note: t("breakEvenNote"),
        },
        {
          key: "places",
          label: t("places"),
          value:
            placesLeft === null ? t("placesUnknown") : t("placesOf", { left: placesLeft, all: facts.quantity ?? 0 }),
          note: facts.deadlineOn && (
            <>
              {t("deadline")} <DateText day={facts.deadlineOn} />
            </>
          ),
        },
      ]}
    />
  );
}

/** Foreign first in the figure itself, đồng with the rate's date under it. */
function KeptNote({ facts }: { facts: Facts }) {
  const t = useTranslations("orders.figures");
  const locale = languageOf(useLocale());
  if (facts.netMinor === null || facts.netVnd === null || facts.currency === "VND") return t("keptNote");
  const dong = formatMoney(locale, { minor: facts.netVnd, currency: "VND" }, { short: true });
  return (
    <>
      ≈ {dong}
      {facts.rateOn && ` (${t("rate", { day: formatDay(locale, facts.rateOn) })})`}. {t("keptNote")}
    </>
  );
}

/** To the đồng, and the deposit, which comes back and is therefore no cost. */
function CostNote({ facts: { costVnd, depositVnd } }: { facts: Facts }) {
  const t = useTranslations("orders.figures");
  return (
    <>
      {costVnd !== null && costVnd > 0n && (
        <>
          <Amount value={{ minor: costVnd, currency: "VND" }} />.{" "}
        </>
      )}
      {depositVnd === 0n ? (
        `${t("noDeposit")}.`
      ) : (
        <>
          {t("deposit")} <Amount value={depositVnd === null ? null : { minor: depositVnd, currency: "VND" }} short />
        </>
      )}
    </>
  );
}
