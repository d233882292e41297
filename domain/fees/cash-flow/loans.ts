// What the policy bank would lend her for this order, and what it costs: on lawful lines only, less what the state pays already.
import { loanCeiling, loanSchedule, principalOf } from "@/domain/support/rules";
import type { LoanSchedule, LoanTerms, Situation } from "@/domain/support/schema";
import type { FeeFinding } from "../sheet";
import { placeOf } from "../totals";
import type { Exchange } from "./exchange";
import type { CashFlow, CashLine } from "./shape";

type Unknown = CashFlow["unknown"][number];

/** What of a line the law does not let anybody ask of her. */
function unlawfulDong(line: CashLine, findings: readonly FeeFinding[], exchange: Exchange): bigint {
  const own = findings.filter(({ position, severity }) => position === line.position && severity !== "unknown");
  if (own.some(({ condition }) => condition === "notProhibited" || condition === "foreignSidePays"))
    return line.dong ?? 0n;
  return own.reduce((sum, { excessMinor, currency }) => {
    const excess = excessMinor !== undefined && currency ? exchange.dong({ minor: excessMinor, currency }) : null;
    return sum + (excess ?? 0n);
  }, 0n);
}

/** Lines before leaving that she may lawfully be asked for; null as soon as one of them is unknown. */
function lawfulCost(lines: readonly CashLine[], findings: readonly FeeFinding[], exchange: Exchange): bigint | null {
  let cost = 0n;
  for (const line of lines) {
    if (line.payer !== "worker" || line.heldAlready || placeOf({ code: line.code, due: line.when.due }) !== "before")
      continue;
    if (line.dong === null) return null;
    const unlawful = unlawfulDong(line, findings, exchange);
    if (line.dong > unlawful) cost += line.dong - unlawful;
  }
  return lines.length > 0 ? cost : null;
}

const offered = (loans: readonly LoanTerms[], purpose: LoanTerms["purpose"]): LoanTerms | null =>
  loans.find((loan) => loan.purpose === purpose && loan.applies !== "no") ?? null;

const least = (a: bigint | null, b: bigint | null): bigint | null => (a === null || (b !== null && b < a) ? b : a);

type Asked = {
  lines: readonly CashLine[];
  findings: readonly FeeFinding[];
  borrow: Situation["borrow"];
  contractMonths: number | null;
};

export function loansFor(
  loans: readonly LoanTerms[],
  { lines, findings, borrow, contractMonths }: Asked,
  exchange: Exchange,
): { loan: LoanSchedule | null; depositLoan: LoanSchedule | null; unknown: Unknown[] } {
  const unknown: Unknown[] = [];
  if (borrow === null || borrow === 0n) return { loan: null, depositLoan: null, unknown };
  const schedule = (terms: LoanTerms, principal: bigint | null): LoanSchedule | null => {
    if (principal === null) unknown.push({ name: "loan_cost", position: null });
    if (principal === null || principal <= 0n) return null;
    if (terms.applies === "unknown") unknown.push({ name: "loan_terms", position: null });
    if (terms.ratePerYearMilliPercent === null) unknown.push({ name: "loan_rate", position: null });
    return loanSchedule(terms, principal, contractMonths ?? 0);
  };
  const grantedDong = lines.flatMap(({ granted }) => granted).reduce((sum, { dong }) => sum + dong, 0n);
  const costTerms = offered(loans, "cost");
  const lawfulCostDong = lawfulCost(lines, findings, exchange);
  const loan =
    costTerms && schedule(costTerms, principalOf(borrow, loanCeiling(costTerms, { lawfulCostDong, grantedDong })));

  const due = lines.find(({ code, payer }) => code === "worker_deposit" && payer === "worker")?.workerDong ?? null;
  const depositTerms = due === null || due === 0n ? null : offered(loans, "eps_deposit");
  const rest = borrow === "most" ? borrow : borrow - (loan?.principalDong ?? 0n);
  const depositLoan =
    depositTerms && rest !== 0n ? schedule(depositTerms, principalOf(rest, least(due, depositTerms.capDong))) : null;
  return { loan, depositLoan, unknown };
}
