import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Disclosure } from "@/components/ui/disclosure";
import { formatMoney, formatNumber, languageOf } from "@/components/ui/format";
import { Unverified } from "@/components/ui/money";
import { Notice } from "@/components/ui/status";
import { DataTable, FactTable, type Fact } from "@/components/ui/tables";
import type { LoanSchedule } from "@/domain/support/schema";
import { useRate } from "./loan";
import { LoanDrawing } from "./loan-drawing";

/** `other`: the same loan at the rate of the second reading of her group. */
export type Estimate = {
  schedule: LoanSchedule;
  other: LoanSchedule | null;
  /** The most she may borrow; null: her cost is not known. */
  ceilingDong: bigint | null;
  askedDong: bigint | null;
};

/** What the loan costs: four figures, the drawing, the table behind it, and how it was worked out. */
export function LoanEstimate({ schedule, other, ceilingDong, askedDong }: Estimate) {
  const t = useTranslations("support.estimate");
  const locale = languageOf(useLocale());
  const rate = useRate();
  const money = (minor: bigint) => formatMoney(locale, { minor, currency: "VND" });
  const { terms, principalDong, months, instalments, totalInterestDong, collateralNeeded } = schedule;
  const first = instalments?.[0];
  const last = instalments?.at(-1);
  if (!first || !last || totalInterestDong === null || terms.ratePerYearMilliPercent === null)
    return <p className="max-w-measure">{t("noRate", { amount: money(principalDong) })}</p>;
  const fact = (key: "first" | "last" | "interest" | "collateral", value: ReactNode, note?: ReactNode): Fact => ({
    key,
    label: t(key),
    value,
    note,
  });
  const unverified = !terms.rateVerified && <Unverified />;
  return (
    <div className="space-y-6">
      {askedDong !== null && ceilingDong !== null && askedDong > ceilingDong && (
        <Notice title={t("above", { amount: money(ceilingDong) })}>
          <p>{t("aboveText", { asked: money(askedDong) })}</p>
        </Notice>
      )}
      {ceilingDong === null && <p className="max-w-measure">{t("ceilingUnknown")}</p>}
      <FactTable
        facts={[
          { key: "principal", label: t("principal"), value: money(principalDong), note: t("over", { months }) },
          fact(
            "first",
            <>
              {money(first.principalDong + first.interestDong)} {unverified}
            </>,
          ),
          fact(
            "last",
            <>
              {money(last.principalDong + last.interestDong)} {unverified}
            </>,
          ),
          fact(
            "interest",
            <>
              {money(totalInterestDong)} {unverified}
            </>,
            other?.totalInterestDong != null &&
              other.terms.ratePerYearMilliPercent !== null &&
              t("other", { rate: rate(other.terms.ratePerYearMilliPercent), amount: money(other.totalInterestDong) }),
          ),
          ...(collateralNeeded === null || terms.collateralAboveDong === null
            ? []
            : [
                fact(
                  "collateral",
                  t(collateralNeeded ? "collateralYes" : "collateralNo", { amount: money(terms.collateralAboveDong) }),
                ),
              ]),
        ]}
      />
      <LoanDrawing instalments={instalments} />
      <Disclosure summary={t("table", { months })}>
        <DataTable
          caption={t("tableCaption")}
          hideCaption
          columns={(["month", "principalPart", "interestPart", "together", "left"] as const).map((key) => ({
            key,
            label: t(key),
            numeric: key !== "month",
          }))}
          rows={[
            ...instalments.map((one) => ({
              key: String(one.month),
              cells: {
                month: formatNumber(locale, one.month),
                principalPart: money(one.principalDong),
                interestPart: money(one.interestDong),
                together: money(one.principalDong + one.interestDong),
                left: money(one.leftDong),
              },
            })),
            {
              key: "total",
              total: true,
              cells: {
                month: t("total"),
                principalPart: money(principalDong),
                interestPart: money(totalInterestDong),
                together: money(principalDong + totalInterestDong),
                left: money(0n),
              },
            },
          ]}
        />
      </Disclosure>
      <p className="max-w-measure text-small text-muted">
        {t("method", { rate: rate(terms.ratePerYearMilliPercent) })}
      </p>
    </div>
  );
}
