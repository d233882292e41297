import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { formatMoney, formatNumber, languageOf } from "@/components/ui/format";
import { Unknown, Unverified } from "@/components/ui/money";
import { Status } from "@/components/ui/status";
import { FactTable, type Fact } from "@/components/ui/tables";
import { overdueRate } from "@/domain/support/rules";
import type { LoanTerms } from "@/domain/support/schema";
import { Source, useReasons } from "./grants";

const tones = { yes: "good", no: "caution", unknown: "neutral" } as const;

/** 8382 → "8,382 %". */
export function useRate() {
  const locale = languageOf(useLocale());
  const written = new Intl.NumberFormat(locale === "vi" ? "vi-VN" : "en-GB", { maximumFractionDigits: 3 });
  return (milliPercent: number): string => `${written.format(milliPercent / 1000)}${locale === "vi" ? " " : ""}%`;
}

/** On what terms the policy bank lends: a line for each, unknown ones with who would know. */
export function LoanFacts({ terms }: { terms: LoanTerms }) {
  const t = useTranslations("support.loan");
  const locale = languageOf(useLocale());
  const reasons = useReasons();
  const money = (minor: bigint) => formatMoney(locale, { minor, currency: "VND" });
  const askBank = <Unknown ask={t("bank")} />;
  const fact = (key: string, value: ReactNode, note?: ReactNode): Fact => ({
    key,
    label: t(`fact.${key}`),
    value,
    note,
  });
  const collateral =
    terms.collateralAboveDong === null
      ? askBank
      : t(terms.capDong === null ? "collateralAbove" : "unsecured", { amount: money(terms.collateralAboveDong) });
  const conditions = [
    fact(
      "howMuch",
      terms.shareOfCost !== null
        ? t("share", { percent: formatNumber(locale, terms.shareOfCost) })
        : terms.capDong !== null
          ? t("cap", { amount: money(terms.capDong) })
          : askBank,
    ),
    fact("collateral", collateral),
    fact("term", t.has(`term.${terms.rule}`) ? t(`term.${terms.rule}`) : askBank),
    fact("rate", <Rate terms={terms} />),
    ...(terms.answerWithinWorkingDays === null
      ? []
      : [fact("answer", t("workingDays", { days: formatNumber(locale, terms.answerWithinWorkingDays) }))]),
    fact("office", t(terms.purpose === "cost" ? "office" : "officeDeposit")),
    fact("papers", <Unknown ask={t("bank")} />, t("papersNote")),
  ];
  return (
    <FactTable
      facts={[
        fact(
          "who",
          <>
            <Status tone={tones[terms.applies]}>{t(`applies.${terms.applies}`)}</Status>
            {reasons(terms).map((reason) => (
              <span key={reason} className="mt-1 block">
                {reason}
              </span>
            ))}
          </>,
        ),
        ...(terms.applies === "no" ? [] : conditions),
        fact("source", <Source of={terms} />),
      ]}
    />
  );
}

function Rate({ terms }: { terms: LoanTerms }) {
  const t = useTranslations("support.loan");
  const rate = useRate();
  const { ratePerYearMilliPercent: yearly, otherRateMilliPercent: other } = terms;
  if (yearly === null) return <Unknown ask={t("bank")} />;
  const overdue = overdueRate(terms);
  return (
    <>
      {t("perYear", { rate: rate(yearly) })} {!terms.rateVerified && <Unverified />}
      {overdue !== null && <span className="block">{t("overdue", { rate: rate(overdue) })}</span>}
      {other !== null && <span className="block">{t("otherRate", { rate: rate(other) })}</span>}
      {!terms.rateVerified && <span className="block text-small text-muted">{t("rateNote")}</span>}
    </>
  );
}
