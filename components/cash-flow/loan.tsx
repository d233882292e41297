import { useLocale, useTranslations } from "next-intl";
import { Grants } from "@/components/support/grants";
import { LoanEstimate } from "@/components/support/loan-estimate";
import { Disclosure } from "@/components/ui/disclosure";
import { formatMoney, languageOf } from "@/components/ui/format";
import type { CashFlow } from "@/domain/fees/cash-flow/shape";
import { loanSchedule } from "@/domain/support/rules";
import type { LoanSchedule } from "@/domain/support/schema";
import { DongRangeText } from "./words";

/** What the state adds: what applies, and closed what hangs on something she did not say or does not apply. */
export function GrantsFor({ flow, supportHref }: { flow: CashFlow; supportHref: string }) {
  const t = useTranslations("cashflow.grants");
  const locale = languageOf(useLocale());
  const { situation, allowancesDong: allowances } = flow;
  const applying = flow.grants.filter(({ applies }) => applies === "yes");
  const rest = flow.grants.filter(({ applies }) => applies !== "yes");
  return (
    <div className="max-w-[52rem] space-y-4">
      {applying.length === 0 && <p>{situation.groups?.length === 0 ? t("noGroup") : t("noneYet")}</p>}
      {applying.length > 0 && (
        <>
          <p>
            {t("yes", {
              count: applying.length,
              amount: formatMoney(locale, { minor: flow.totals.grantedDong, currency: "VND" }),
            })}
          </p>
          <Disclosure summary={t("which")}>
            <Grants grants={applying} studyMonths={situation.studyMonths} />
          </Disclosure>
        </>
      )}
      {(allowances.high === null || allowances.high > 0n) && (
        <p>
          {t("allowances")} <DongRangeText range={allowances} />
        </p>
      )}
      {rest.length > 0 && (
        <Disclosure summary={t("rest", { count: rest.length })}>
          <Grants grants={rest} studyMonths={null} />
        </Disclosure>
      )}
      <p>
        <a href={supportHref} className="inline-flex min-h-11 items-center">
          {t("wizard")}
        </a>
      </p>
    </div>
  );
}

export function Loans({ flow }: { flow: CashFlow }) {
  const t = useTranslations("cashflow.loan");
  const { loan, depositLoan, situation } = flow;
  if (!loan && !depositLoan)
    return <p className="max-w-measure">{t(situation.borrow === null ? "none" : "notPossible")}</p>;
  return (
    <div className="space-y-8">
      {loan && <Loan loan={loan} flow={flow} ceilingKnown={flow.totals.beforeLeavingDong !== null} />}
      {depositLoan && (
        <div>
          <h3 className="mb-2">{t("deposit")}</h3>
          <Loan loan={depositLoan} flow={flow} ceilingKnown />
        </div>
      )}
    </div>
  );
}

/** The estimate of the support page, on this order's own costs. */
function Loan({ loan, flow, ceilingKnown }: { loan: LoanSchedule; flow: CashFlow; ceilingKnown: boolean }) {
  const t = useTranslations("cashflow.loan");
  const { terms, principalDong, months } = loan;
  const { borrow } = flow.situation;
  const otherRate = terms.otherRateMilliPercent;
  return (
    <div className="max-w-[52rem] space-y-4">
      {terms.applies !== "yes" && <p className="font-medium">{t(`applies.${terms.applies}`)}</p>}
      <LoanEstimate
        schedule={loan}
        other={
          otherRate === null
            ? null
            : loanSchedule({ ...terms, ratePerYearMilliPercent: otherRate }, principalDong, months)
        }
        ceilingDong={ceilingKnown ? principalDong : null}
        askedDong={terms.purpose === "cost" && typeof borrow === "bigint" ? borrow : null}
      />
    </div>
  );
}
