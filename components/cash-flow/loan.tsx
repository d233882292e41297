import { useLocale, useTranslations } from "next-intl";
import { Disclosure } from "@/components/ui/disclosure";
import { formatMoney, formatNumber, languageOf } from "@/components/ui/format";
import { Amount, Unknown, Unverified } from "@/components/ui/money";
import { type Fact, DataTable, FactTable } from "@/components/ui/tables";
import type { CashFlow } from "@/domain/fees/cash-flow/shape";
import { citationIn } from "@/domain/fees/rules";
import type { Grant, LoanSchedule } from "@/domain/support/schema";
import { useGrantName } from "./lines";
import { DongRangeText } from "./words";

const vnd = (minor: bigint | null) => (minor === null ? null : { minor, currency: "VND" });

/** What the state adds: what applies, what hangs on something she did not say, and what does not, closed. */
export function Grants({ flow, supportHref }: { flow: CashFlow; supportHref: string }) {
  const t = useTranslations("cashflow.grants");
  const of = (applies: Grant["applies"]) => flow.grants.filter((grant) => grant.applies === applies);
  const [yes, perhaps, no] = [of("yes"), of("unknown"), of("no")];
  return (
    <div className="max-w-measure space-y-4">
      {yes.length === 0 && <p>{flow.situation.groups?.length === 0 ? t("noGroup") : t("noneYet")}</p>}
      {yes.length > 0 && <GrantList grants={yes} />}
      {flow.allowancesDong.high !== null && flow.allowancesDong.high > 0n && (
        <p>
          {t("allowances")} <DongRangeText range={flow.allowancesDong} />
        </p>
      )}
      {perhaps.length > 0 && (
        <Disclosure summary={t("perhaps", { count: perhaps.length })}>
          <GrantList grants={perhaps} />
        </Disclosure>
      )}
      {no.length > 0 && (
        <Disclosure summary={t("not", { count: no.length })}>
          <GrantList grants={no} />
        </Disclosure>
      )}
      <p>
        <a href={supportHref}>{t("wizard")}</a>
      </p>
    </div>
  );
}

function GrantList({ grants }: { grants: readonly Grant[] }) {
  const t = useTranslations("cashflow.grants");
  const locale = languageOf(useLocale());
  const name = useGrantName();
  return (
    <ul className="divide-y divide-line border-y border-line">
      {grants.map((grant) => (
        <li key={grant.rule} className="py-2">
          <span className="font-medium">{name(grant.rule)}</span> {!grant.verified && <Unverified />}
          <span className="block text-small text-muted">{citationIn(grant.legalSource, locale)}</span>
        </li>
      ))}
    </ul>
  );
}

export function Loans({ flow }: { flow: CashFlow }) {
  const t = useTranslations("cashflow.loan");
  const { loan, depositLoan, situation } = flow;
  if (!loan && !depositLoan)
    return <p className="max-w-measure">{t(situation.borrow === null ? "none" : "notPossible")}</p>;
  return (
    <div className="space-y-8">
      {loan && <Loan loan={loan} />}
      {depositLoan && (
        <div>
          <h3 className="mb-2">{t("deposit")}</h3>
          <Loan loan={depositLoan} />
        </div>
      )}
    </div>
  );
}

function Loan({ loan }: { loan: LoanSchedule }) {
  const t = useTranslations("cashflow.loan");
  const locale = languageOf(useLocale());
  const { terms, instalments } = loan;
  const first = instalments?.[0];
  const last = instalments?.at(-1);
  const paid = ({ principalDong, interestDong }: NonNullable<typeof first>) => principalDong + interestDong;
  const facts: Fact[] = [
    { key: "principal", label: t("principal"), value: <Amount value={vnd(loan.principalDong)} /> },
    { key: "months", label: t("months"), value: t("monthsValue", { count: loan.months }) },
    {
      key: "rate",
      label: t("rate"),
      value:
        terms.ratePerYearMilliPercent === null ? (
          <Unknown ask={t("bank")} />
        ) : (
          <>
            {t("rateValue", { percent: formatNumber(locale, terms.ratePerYearMilliPercent / 1000) })}{" "}
            {!terms.rateVerified && <Unverified />}
          </>
        ),
      note: (
        <>
          {terms.otherRateMilliPercent !== null &&
            `${t("otherRate", { percent: formatNumber(locale, terms.otherRateMilliPercent / 1000) })} `}
          {citationIn(terms.legalSource, locale)}
        </>
      ),
    },
    {
      key: "instalment",
      label: t("instalment"),
      value:
        first && last ? (
          <DongRangeText range={{ low: min(paid(first), paid(last)), high: max(paid(first), paid(last)) }} />
        ) : (
          <Unknown ask={t("bank")} />
        ),
      note: first && last && paid(first) !== paid(last) ? t("falls") : undefined,
    },
    {
      key: "interest",
      label: t("interest"),
      value:
        loan.totalInterestDong === null ? <Unknown ask={t("bank")} /> : <Amount value={vnd(loan.totalInterestDong)} />,
    },
    {
      key: "collateral",
      label: t("collateral"),
      value: loan.collateralNeeded === null ? <Unknown /> : t(loan.collateralNeeded ? "needed" : "notNeeded"),
      note:
        terms.collateralAboveDong === null
          ? undefined
          : t("above", { amount: formatMoney(locale, { minor: terms.collateralAboveDong, currency: "VND" }) }),
    },
  ];
  return (
    <div className="max-w-[52rem] space-y-3">
      {terms.applies !== "yes" && <p className="font-medium">{t(`applies.${terms.applies}`)}</p>}
      <FactTable facts={facts} />
      {instalments && instalments.length > 0 && (
        <Disclosure summary={t("table")}>
          <DataTable
            caption={t("table")}
            hideCaption
            columns={[
              { key: "month", label: t("month") },
              { key: "principal", label: t("ofPrincipal"), numeric: true },
              { key: "interest", label: t("ofInterest"), numeric: true },
              { key: "left", label: t("left"), numeric: true },
            ]}
            rows={instalments.map(({ month, principalDong, interestDong, leftDong }) => ({
              key: String(month),
              cells: {
                month,
                principal: <Amount value={vnd(principalDong)} />,
                interest: <Amount value={vnd(interestDong)} />,
                left: <Amount value={vnd(leftDong)} />,
              },
            }))}
          />
        </Disclosure>
      )}
    </div>
  );
}

const min = (a: bigint, b: bigint): bigint => (a < b ? a : b);
const max = (a: bigint, b: bigint): bigint => (a > b ? a : b);
