// One order for one person on one day: every line dated, what the state adds and lends, what is kept each month, when she is even.
import { allowanceRange } from "@/domain/support/rules";
import type { Grant, Situation } from "@/domain/support/schema";
import { ratesOf } from "../terms";
import { feeSheetFindings, orderServiceFeeCeiling } from "../sheet";
import type { Ceiling } from "../ceiling";
import { placeOf } from "../totals";
import { exchangeOf, plus, zero } from "./exchange";
import { withGrants } from "./grants";
import { cashLines } from "./lines";
import { loansFor } from "./loans";
import { keptOf, monthAbroad, monthlyLines } from "./monthly";
import { breakEvenOf, positionsOf } from "./months";
import { cashFlowReference } from "./reference";
import type {
  CashFlow,
  CashFlowQuestion,
  CashFlowReference,
  CashFlowSupport,
  CashFlowTerms,
  CashLine,
  DongRange,
} from "./shape";

type Unknown = CashFlow["unknown"][number];

/** A past intern contract changes what may be asked of her (C02 App. XI); what she did not say stays unsaid. */
function termsFor(terms: CashFlowTerms, { completedTts, sameEnterprise }: Situation): CashFlowTerms {
  return {
    ...terms,
    ...(completedTts === null ? {} : { completedTts: completedTts === "none" ? null : completedTts }),
    ...(sameEnterprise === null ? {} : { sameEnterprise }),
  };
}

const summed = (lines: readonly CashLine[], of: (line: CashLine) => bigint | null) => {
  const amounts = lines.map(of);
  const atLeast = amounts.reduce((sum: bigint, dong) => sum + (dong ?? 0n), 0n);
  return { dong: amounts.includes(null) ? null : atLeast, atLeast };
};

function totalsOf(lines: readonly CashLine[], depositMissing: boolean): CashFlow["totals"] {
  const place = (line: CashLine) => placeOf({ code: line.code, due: line.when.due });
  const hers = (where: ReturnType<typeof placeOf>) =>
    summed(
      lines.filter((line) => line.payer === "worker" && place(line) === where),
      ({ workerDong }) => workerDong,
    );
  const before = hers("before");
  const abroad = lines.filter(({ payer }) => payer === "foreign_side" || payer === "employer");
  // No sheet is no knowledge, not a free order.
  const known = lines.length > 0;
  return {
    beforeLeavingDong: known ? before.dong : null,
    beforeLeavingAtLeastDong: before.atLeast,
    depositDong: known && !depositMissing ? hers("deposit").dong : null,
    grantedDong: lines.flatMap(({ granted }) => granted).reduce((sum, { dong }) => sum + dong, 0n),
    foreignSideDong: known
      ? summed(
          abroad.filter((line) => place(line) !== "promise"),
          ({ dong }) => dong,
        ).dong
      : null,
    abroadDong: known ? hers("abroad").dong : null,
  };
}

/** What is paid beside the lines while she studies; what hangs on something she did not say is not counted. */
function allowancesOf(grants: readonly Grant[], studyMonths: number | null): { dong: DongRange; unknown: Unknown[] } {
  const unknown: Unknown[] = [];
  const dong = grants
    .filter(({ kind }) => kind === "allowance")
    .reduce((sum, grant) => {
      if (grant.applies === "unknown") unknown.push({ name: "allowances", position: null });
      if (grant.applies !== "yes") return sum;
      const range = allowanceRange(grant, studyMonths);
      if (range.high === null) unknown.push({ name: "study_months", position: null });
      // A course whose length nobody knows may last no time at all.
      return plus(sum, { low: range.low ?? 0n, high: range.high });
    }, zero);
  return { dong, unknown };
}

function openQuestions(
  terms: CashFlowTerms,
  lines: readonly CashLine[],
  situation: Situation,
  limit: Ceiling,
): Unknown[] {
  const whole = (name: Unknown["name"], holds: boolean): Unknown[] => (holds ? [{ name, position: null }] : []);
  const fee = lines.find(({ code, payer }) => code === "service_fee" && payer === "worker");
  const hangs =
    (limit.also.length > 0 && situation.completedTts === null) ||
    (limit.assumptions.includes("same_enterprise") && situation.sameEnterprise === null);
  const payingTicket = terms.airfare === "worker" || terms.airfare === "shared";
  return [
    ...whole("no_sheet", lines.length === 0),
    ...(fee && hangs ? [{ name: "past_intern_contract" as const, position: fee.position }] : []),
    ...whole(
      "airfare_without_line",
      payingTicket && !lines.some(({ code, payer }) => code === "airfare" && payer === "worker"),
    ),
    ...whole("contract_months", terms.contractMonths === null),
    ...whole("departure", terms.departureFrom === null),
  ];
}

const once = (unknown: readonly Unknown[]): Unknown[] => [
  ...new Map(unknown.map((one) => [`${one.name} ${one.position ?? ""}`, one])).values(),
];

/** The dated cash-flow. No clock, no database: the same question always has the same answer. */
export function cashFlow(
  question: CashFlowQuestion,
  support: CashFlowSupport,
  reference: CashFlowReference = cashFlowReference,
): CashFlow {
  const { situation, on, lines: sheet } = question;
  const terms = termsFor(question.terms, situation);
  const exchange = exchangeOf(ratesOf(terms));
  const plain = cashLines({ ...question, terms }, exchange);
  const granted = withGrants(plain.lines, support.grants);
  const findings = feeSheetFindings(sheet, terms, on);
  const limit = orderServiceFeeCeiling(terms, sheet, on);
  const allowances = allowancesOf(support.grants, situation.studyMonths ?? terms.trainingMonths);
  const asked = {
    lines: granted.lines,
    findings,
    borrow: situation.borrow,
    contractMonths: terms.contractMonths,
  };
  const { loan, depositLoan, unknown: loanUnknown } = loansFor(support.loans, asked, exchange);
  const month = monthAbroad(terms, sheet, reference, exchange);
  const positions = positionsOf(
    {
      contractMonths: terms.contractMonths,
      lines: granted.lines,
      parts: month.parts.filter(({ basis }) => basis.formula !== "monthly_line"),
      monthly: monthlyLines(terms, sheet),
      allowances: allowances.dong,
      loans: [loan, depositLoan].flatMap((one) => one ?? []),
    },
    exchange,
  );
  const noSheet = sheet.length === 0;
  const depositMissing = support.deposit?.applies === "yes" && !sheet.some(({ code }) => code === "worker_deposit");
  return {
    on,
    situation,
    rates: exchange.used(),
    lines: granted.lines,
    grants: support.grants,
    allowancesDong: allowances.dong,
    loan,
    depositLoan,
    serviceFeeCeiling: limit,
    findings,
    totals: totalsOf(granted.lines, depositMissing),
    monthly: month.parts,
    keptPerMonthDong: keptOf(month.parts),
    months: terms.contractMonths === null ? positions.filter(({ month: at }) => at <= 0) : positions,
    breakEven: noSheet
      ? { earliest: null, latest: null, reason: "unknown" }
      : breakEvenOf(positions, terms.contractMonths),
    unknown: once([
      ...openQuestions(terms, granted.lines, situation, limit),
      ...(depositMissing && !noSheet ? [{ name: "deposit_without_line" as const, position: null }] : []),
      ...plain.unknown,
      ...granted.unknown,
      ...allowances.unknown,
      ...loanUnknown,
      ...month.unknown,
    ]),
  };
}
