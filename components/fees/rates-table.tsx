import { useLocale, useTranslations } from "next-intl";
import { formatDay, formatNumber, languageOf } from "@/components/ui/format";
import { Unverified } from "@/components/ui/money";
import { DataTable } from "@/components/ui/tables";
import type { KnownRate } from "@/domain/fees/queries";

/** The rates behind every đồng figure, with day and source. */
export function RatesTable({ rates }: { rates: readonly KnownRate[] }) {
  const t = useTranslations("data");
  const locale = languageOf(useLocale());
  return (
    <DataTable
      caption={t("ratesTitle")}
      hideCaption
      phone="stack"
      columns={[
        { key: "currency", label: t("rate.currency") },
        { key: "vnd", label: t("rate.vnd"), numeric: true },
        { key: "on", label: t("rate.on") },
        { key: "source", label: t("rate.source") },
      ]}
      rows={rates.map((rate) => ({
        key: rate.currency,
        cells: {
          currency: rate.currency,
          vnd: `${formatNumber(locale, rate.vndPerUnit)} ₫`,
          on: <span className="figures">{formatDay(locale, rate.on)}</span>,
          source: (
            <>
              {rate.source} {!rate.verified && <Unverified />}
            </>
          ),
        },
      }))}
    />
  );
}
