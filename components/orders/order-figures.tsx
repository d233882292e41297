import { useLocale, useTranslations } from "next-intl";
import { formatDay, formatMoney, languageOf } from "@/components/ui/format";
import { Amount, DateText } from "@/components/ui/money";
import { KeyFigures } from "@/components/ui/page";
import type { OrderPage } from "@/domain/orders/queries";
import { BreakEven, CostAmount, RateDay, ShortAmount } from "./pay-text";

type Facts = OrderPage["facts"];

/** The four figures of an order: kept per month, paid before leaving, month it pays off, places left. */
export function OrderFigures({ page: { facts, placesLeft, notOpen } }: { page: OrderPage }) {
  const t = useTranslations("orders.figures");
  const preparation = facts.kind === "source_preparation";
  const { netMinor, netVnd, currency } = facts;
  const kept =
    netMinor !== null ? { minor: netMinor, currency } : netVnd === null ? null : { minor: netVnd, currency: "VND" };
  return (
    <KeyFigures
      figures={[
        {
          key: "kept",
          label: t("kept"),
          value: preparation ? t("noWage") : <ShortAmount value={kept} />,
          note: preparation ? t("preparationNote") : <KeptNote facts={facts} />,
        },
        {
          key: "cost",
          label: t("cost"),
          value: <CostAmount vnd={facts.costVnd} short />,
          note: <CostNote facts={facts} />,
        },
        {
          key: "breakEven",
          label: t("breakEven"),
          value: <BreakEven months={facts.breakEvenMonths} kind={facts.kind} />,
          note: preparation ? undefined : t("breakEvenNote"),
        },
        notOpen === null
          ? {
              key: "places",
              label: t("places"),
              value: <PlacesLeft facts={facts} left={placesLeft} />,
              note: <Deadline facts={facts} />,
            }
          : { key: "quantity", label: t("quantity"), value: facts.quantity ?? t("placesUnknown") },
      ]}
    />
  );
}

function PlacesLeft({ facts, left }: { facts: Facts; left: number | null }) {
  const t = useTranslations("orders.figures");
  return left === null ? t("placesUnknown") : t("placesOf", { left, all: facts.quantity ?? 0 });
}

function Deadline({ facts: { deadlineOn } }: { facts: Facts }) {
  const t = useTranslations("orders.figures");
  if (!deadlineOn) return null;
  return (
    <>
      {t("deadline")} <DateText day={deadlineOn} />
    </>
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
function CostNote({ facts: { costVnd, depositVnd, costRateOn } }: { facts: Facts }) {
  const t = useTranslations("orders.figures");
  return (
    <>
      {costVnd !== null && costVnd > 0n && (
        <>
          {costRateOn && "≈ "}
          <Amount value={{ minor: costVnd, currency: "VND" }} /> <RateDay on={costRateOn} />.{" "}
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
