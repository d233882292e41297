// From an offer and a person as the open data are told them to the question the engine is asked, and its cash-flow back to data.
import type { z } from "zod";
import type { Basis, CashFlow, CashFlowTerms, DongRange } from "@/domain/fees/cash-flow/shape";
import type { FeeLine } from "@/domain/fees/schema";
import { marketOf } from "@/domain/kernel/catalogue";
import type { Day } from "@/domain/kernel/calendar";
import type { Money } from "@/domain/kernel/money";
import type { LoanSchedule, Situation } from "@/domain/support/schema";
import type { QuoteBody, quoteAnswer } from "../answers/quote";
import { moneyOrNull, numberOrText } from "../fields";

type Given = { amount: number | string } | null | undefined;
const minorOf = (given: Given): bigint | null => (given ? BigInt(given.amount) : null);
const dayOf = (given: string | null | undefined): Day | null => (given ?? null) as Day | null;

export function situationOf(said: QuoteBody["situation"] = {}): Situation {
  const { borrow } = said;
  return {
    groups: said.groups ?? null,
    commune: said.commune ?? null,
    hardCommune: said.hardCommune ?? null,
    helpedBefore: said.helpedBefore ?? null,
    has: said.has ?? [],
    completedTts: said.completedTts ?? null,
    sameEnterprise: said.sameEnterprise ?? null,
    borrow: borrow === "most" ? borrow : borrow == null ? null : BigInt(borrow),
    studyMonths: said.studyMonths ?? null,
  };
}

export function termsOf(terms: NonNullable<QuoteBody["terms"]>): CashFlowTerms {
  const { market, programme, senderType, kind, payPeriod, board, lodging, commuting, airfare, airfareLegs } = terms;
  return {
    ...{ market, programme, senderType, kind, payPeriod, board, lodging, commuting, airfare, airfareLegs },
    occupation: terms.occupation ?? null,
    contractMonths: terms.contractMonths ?? null,
    currency: terms.currency ?? marketOf(market)?.currency ?? "VND",
    basicMinor: minorOf(terms.basicPay),
    grossMinor: minorOf(terms.grossPay),
    netMinor: minorOf(terms.netPay),
    hoursPerDay: terms.hoursPerDay ?? null,
    hoursPerWeek: terms.hoursPerWeek ?? null,
    region: terms.region ?? null,
    trainingMonths: terms.trainingMonths ?? null,
    selectionOn: dayOf(terms.selectionOn),
    departureFrom: dayOf(terms.departureFrom),
    departureTo: dayOf(terms.departureTo),
    boardMinor: minorOf(terms.boardCost),
    lodgingMinor: minorOf(terms.lodgingCost),
    deductions:
      terms.deductions?.map(({ code, amount, percent }) => ({
        code,
        minor: minorOf(amount),
        percent: percent ?? null,
      })) ?? null,
    allowances: null,
    overtimeNote: null,
  };
}

export const linesOf = (lines: QuoteBody["lines"] = [], currency: string): FeeLine[] =>
  lines.map(({ amount, months, ...line }, position) => ({
    ...line,
    position,
    amountMinor: minorOf(amount),
    currency: amount?.currency ?? currency,
    months: months ?? null,
  }));

type Answer = Omit<z.infer<typeof quoteAnswer>, "notes">;
const dong = (minor: bigint | null) => (minor === null ? null : numberOrText(minor));
const range = ({ low, high }: DongRange) => ({ low: dong(low), high: dong(high) });
const moneyAnswer = (value: Money | null) => value && moneyOrNull(value.minor, value.currency);

const basisAnswer = (basis: Basis): Answer["lines"][number]["basis"] => ({
  ...basis,
  inputs: Object.fromEntries(
    Object.entries(basis.inputs).map(([key, value]) => [
      key,
      typeof value === "bigint" ? numberOrText(value) : typeof value === "object" ? moneyAnswer(value) : value,
    ]),
  ),
});

function loanAnswer(loan: LoanSchedule | null): Answer["loan"] {
  if (!loan) return null;
  const { terms, instalments } = loan;
  return {
    rule: terms.rule,
    applies: terms.applies,
    because: [...terms.because],
    principalDong: numberOrText(loan.principalDong),
    months: loan.months,
    ratePerYearPercent: terms.ratePerYearMilliPercent === null ? null : terms.ratePerYearMilliPercent / 1000,
    rateVerified: terms.rateVerified,
    instalments:
      instalments?.map((one) => ({
        month: one.month,
        principalDong: numberOrText(one.principalDong),
        interestDong: numberOrText(one.interestDong),
        leftDong: numberOrText(one.leftDong),
      })) ?? null,
    totalInterestDong: dong(loan.totalInterestDong),
    collateralNeeded: loan.collateralNeeded,
    legalSource: terms.legalSource,
  };
}

const lineAnswer = (line: CashFlow["lines"][number]): Answer["lines"][number] => ({
  position: line.position,
  code: line.code,
  payer: line.payer,
  payee: line.payee,
  amount: moneyAnswer(line.amount),
  dong: dong(line.dong),
  when: line.when,
  refundable: line.refundable,
  comesBack: line.comesBack,
  heldAlready: line.heldAlready,
  granted: line.granted.map(({ rule, dong: paid }) => ({ rule, dong: numberOrText(paid) })),
  workerDong: dong(line.workerDong),
  basis: basisAnswer(line.basis),
});

/** The cash-flow as data; the situation it was asked with is not repeated. */
export function quoteDetailAnswer(flow: CashFlow): Answer {
  const { totals } = flow;
  return {
    on: flow.on,
    rates: flow.rates.map(({ currency, on, vndPerUnit, source, verified = null }) => ({
      ...{ currency, on, vndPerUnit, source, verified },
    })),
    lines: flow.lines.map(lineAnswer),
    grants: flow.grants.map(
      ({ rule, covers, kind, capDong, fromDong, per, applies, because, legalSource, verified }) => ({
        ...{ rule, kind, per, applies, legalSource, verified },
        covers: [...covers],
        capDong: dong(capDong),
        fromDong: dong(fromDong),
        because: [...because],
      }),
    ),
    allowancesDong: range(flow.allowancesDong),
    loan: loanAnswer(flow.loan),
    depositLoan: loanAnswer(flow.depositLoan),
    findings: flow.findings.map(({ limitMinor, excessMinor, currency = "VND", ...finding }) => ({
      position: finding.position,
      code: finding.code,
      condition: finding.condition,
      severity: finding.severity,
      rule: finding.rule,
      legalSource: finding.legalSource,
      limit: moneyOrNull(limitMinor, currency),
      excess: moneyOrNull(excessMinor, currency),
    })),
    totals: {
      beforeLeavingDong: dong(totals.beforeLeavingDong),
      beforeLeavingAtLeastDong: numberOrText(totals.beforeLeavingAtLeastDong),
      depositDong: dong(totals.depositDong),
      grantedDong: numberOrText(totals.grantedDong),
      foreignSideDong: dong(totals.foreignSideDong),
      abroadDong: dong(totals.abroadDong),
    },
    monthly: flow.monthly.map(({ code, sign, amount, dong: inDong, basis }) => ({
      ...{ code, sign },
      low: moneyAnswer(amount.low),
      high: moneyAnswer(amount.high),
      dong: range(inDong),
      basis: basisAnswer(basis),
    })),
    keptPerMonthDong: range(flow.keptPerMonthDong),
    months: flow.months.map(({ month, outDong, inDong, cumulativeDong, netDong }) => ({
      month,
      outDong: range(outDong),
      inDong: range(inDong),
      cumulativeDong: range(cumulativeDong),
      netDong: range(netDong),
    })),
    breakEven: { ...flow.breakEven },
    unknown: flow.unknown.map(({ name, position }) => ({ name, position })),
  };
}
