import { useLocale, useTranslations } from "next-intl";
import { languageOf } from "@/components/ui/format";
import { Amount } from "@/components/ui/money";
import type { CashUnknown } from "@/domain/fees/cash-flow/names";
import type { CashFlow, CashLine } from "@/domain/fees/cash-flow/shape";
import { citationIn, feeRuleOf } from "@/domain/fees/rules";
import { useComponentName } from "./payers";
import { comingBack } from "./view";
import { WhenText } from "./words";

/** Whose text says that a line comes back: the deposit of the Korean state programme has its own. */
function refundOf({ code, basis }: CashLine): { name: string; legalSource: string | null } {
  if (code === "worker_deposit" && basis.rule?.startsWith("DEP-EPS"))
    return { name: "eps_deposit", legalSource: basis.legalSource };
  const rule = code === "worker_deposit" ? "DEP-REFUND" : code === "service_fee" ? "SF-REFUND" : null;
  return { name: code, legalSource: (rule && feeRuleOf(rule)?.legalSource) ?? null };
}

/** What comes back to her, when, and by which article. */
export function ComesBack({ flow }: { flow: CashFlow }) {
  const t = useTranslations("cashflow.back");
  const fees = useTranslations("fees");
  const name = useComponentName();
  const locale = languageOf(useLocale());
  const lines = comingBack(flow);
  const feeNotListed = flow.lines.some(
    (line) => line.code === "service_fee" && line.payer === "worker" && line.workerDong !== 0n && !lines.includes(line),
  );
  return (
    <div className="max-w-measure space-y-3">
      {lines.length === 0 && <p>{t("nothing")}</p>}
      {lines.length > 0 && (
        <ul className="divide-y divide-line border-y border-line">
          {lines.map((line) => {
            const refund = refundOf(line);
            return (
              <li key={line.position} className="py-2.5">
                <p className="flex justify-between gap-4">
                  <span className="font-medium">{name(line.code)}</span>
                  <span className="figures shrink-0">
                    {!line.comesBack && line.refundable === "conditional" && `${t("part")} `}
                    <Amount value={line.workerDong === null ? null : { minor: line.workerDong, currency: "VND" }} />
                  </span>
                </p>
                <p className="text-small">
                  {line.comesBack && (
                    <>
                      <WhenText when={line.comesBack} />.{" "}
                    </>
                  )}
                  {t.has(`when.${refund.name}`) ? t(`when.${refund.name}`) : fees(`refundable.${line.refundable}`)}
                </p>
                {refund.legalSource && (
                  <p className="text-small text-muted">{citationIn(refund.legalSource, locale)}</p>
                )}
              </li>
            );
          })}
        </ul>
      )}
      {feeNotListed && <p className="text-small text-muted">{t("early")}</p>}
    </div>
  );
}

/** Who would know each thing that is not known. */
const asked: Readonly<Record<CashUnknown, "agency" | "you" | "bank" | "office" | "there">> = {
  no_sheet: "agency",
  line_amount: "agency",
  line_rate: "bank",
  wage: "agency",
  wage_rate: "bank",
  deductions: "agency",
  deduction_amount: "agency",
  board: "agency",
  lodging: "agency",
  commuting: "agency",
  board_amount: "agency",
  lodging_amount: "agency",
  living_costs: "there",
  contract_months: "agency",
  departure: "agency",
  past_intern_contract: "you",
  grant: "you",
  official_fee: "office",
  allowances: "you",
  study_months: "agency",
  loan_terms: "bank",
  loan_rate: "bank",
  loan_cost: "agency",
  airfare_without_line: "agency",
  deposit_without_line: "bank",
};

/** What nobody has said, and who would know; the same thing of several lines is said once with their names. */
export function UnknownList({ flow }: { flow: CashFlow }) {
  const t = useTranslations("cashflow.unknown");
  const name = useComponentName();
  if (flow.unknown.length === 0) return <p>{t("nothing")}</p>;
  const names = [...new Set(flow.unknown.map((one) => one.name))];
  const linesOf = (what: CashUnknown) =>
    flow.unknown.flatMap((one) => {
      const line = one.name === what ? flow.lines.find(({ position }) => position === one.position) : undefined;
      return line ? [name(line.code)] : [];
    });
  return (
    <ul className="max-w-measure list-disc space-y-1 pl-6">
      {names.map((what) => {
        const lines = linesOf(what);
        return (
          <li key={what}>
            {t(`what.${what}`)}
            {lines.length > 0 && ` (${lines.join(", ")})`}. {t(`ask.${asked[what]}`)}
          </li>
        );
      })}
    </ul>
  );
}
