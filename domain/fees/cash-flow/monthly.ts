// A month abroad: the basic wage, what is taken from it, and what she pays privately for food, a bed and the way to work.
import { foldName } from "@/domain/kernel/text";
import type { Money } from "@/domain/kernel/money";
import { deductionMinor, netIsStated, wagePerMonth } from "../pay";
import type { FeeLine } from "../schema";
import { withMonths } from "../totals";
import { lessCost, plus, zero, type Exchange } from "./exchange";
import type { Basis, CashFlow, CashFlowReference, CashFlowTerms, DongRange, LivingCost, MonthlyPart } from "./shape";

type Unknown = CashFlow["unknown"][number];
type Keeping = "board" | "lodging" | "commuting";
export type Month = { parts: MonthlyPart[]; unknown: Unknown[] };

const stated = (formula: Basis["formula"], inputs: Basis["inputs"] = {}): Basis => ({
  kind: "order",
  formula,
  inputs,
  rule: null,
  legalSource: null,
  on: null,
  verified: true,
});

class Parts {
  readonly parts: MonthlyPart[] = [];
  readonly unknown: Unknown[] = [];
  constructor(
    private readonly terms: CashFlowTerms,
    private readonly exchange: Exchange,
  ) {}
  own = (minor: bigint): Money => ({ minor, currency: this.terms.currency });
  add(code: MonthlyPart["code"], sign: 1 | -1, money: { low: Money | null; high: Money | null }, basis: Basis): void {
    const dong: DongRange = { low: this.exchange.dong(money.low), high: this.exchange.dong(money.high) };
    this.parts.push({ code, sign, amount: money, dong, basis });
  }
  exact(code: MonthlyPart["code"], sign: 1 | -1, minor: bigint, basis: Basis): void {
    this.add(code, sign, { low: this.own(minor), high: this.own(minor) }, basis);
  }
  /** Not known: the part stands there without an amount. */
  open(code: MonthlyPart["code"], sign: 1 | -1, name: Unknown["name"]): void {
    this.unknown.push({ name, position: null });
    this.add(code, sign, { low: null, high: null }, stated("not_stated"));
  }
}

const wageFormula: Readonly<Record<string, Basis["formula"]>> = {
  month: "wage_of_month",
  year: "wage_of_year",
  hour: "wage_of_hours",
};

function addWage(month: Parts, terms: CashFlowTerms): void {
  const wage = wagePerMonth(terms);
  const code = terms.basicMinor === null && terms.grossMinor !== null ? "gross_wage" : "basic_wage";
  if (wage === null) return month.open(code, 1, "wage");
  const stateds = terms.basicMinor ?? terms.grossMinor ?? 0n;
  month.exact(
    code,
    1,
    wage,
    stated(wageFormula[terms.payPeriod] ?? "wage_of_month", {
      wage: month.own(stateds),
      ...(terms.payPeriod === "hour" ? { hoursPerWeek: terms.hoursPerWeek ?? null } : {}),
    }),
  );
}

function addDeductions(month: Parts, terms: CashFlowTerms, reference: CashFlowReference): void {
  const wage = wagePerMonth(terms);
  for (const item of terms.deductions ?? []) {
    const minor = deductionMinor(item, wage);
    if (minor === null) month.open(item.code, -1, "deduction_amount");
    else if (item.minor != null)
      month.exact(item.code, -1, minor, stated("deduction_amount", { amount: month.own(minor) }));
    else
      month.exact(
        item.code,
        -1,
        minor,
        stated("deduction_share", { percent: item.percent ?? null, wage: month.own(wage ?? 0n) }),
      );
  }
  if (terms.deductions !== null) return;
  const usual = reference.usualDeductions.filter(({ market }) => market === terms.market);
  if (usual.length === 0 || wage === null) return month.open("deductions", -1, "deductions");
  for (const { code, lowPercent, highPercent, on, source, verified, id } of usual) {
    if (lowPercent === null || highPercent === null) {
      month.open(code, -1, "deductions");
      continue;
    }
    const share = (percent: number) => month.own(deductionMinor({ code, percent }, wage) ?? 0n);
    month.add(
      code,
      -1,
      { low: share(lowPercent), high: share(highPercent) },
      {
        kind: "reference",
        formula: "usual_share",
        inputs: { lowPercent, highPercent, wage: month.own(wage), figure: id },
        rule: null,
        legalSource: source,
        on,
        verified,
      },
    );
  }
}

const hostCodes: Readonly<Record<"board" | "lodging", readonly string[]>> = {
  board: ["board_lodging_deduction"],
  lodging: ["rent_host", "board_lodging_deduction"],
};

/** Taken from the wage. Where the order names no amount, a line of the sheet may. */
function addTaken(month: Parts, terms: CashFlowTerms, sheet: readonly FeeLine[]): void {
  for (const [what, minor] of [
    ["board", terms.boardMinor],
    ["lodging", terms.lodgingMinor],
  ] as const) {
    if (terms[what] !== "deducted") continue;
    if (minor !== null) month.exact(what, -1, minor, stated("taken_from_wage", { amount: month.own(minor) }));
    else if (!sheet.some((line) => hostCodes[what].includes(line.code))) month.open(what, -1, `${what}_amount`);
  }
}

/** Lines of the sheet due each month abroad that the order's own pay has not already taken off. */
export function monthlyLines(terms: CashFlowTerms, lines: readonly FeeLine[]): FeeLine[] {
  const named = new Set(terms.deductions?.map(({ code }) => code));
  const takenAlready = (code: string): boolean => {
    if (netIsStated(terms))
      return ["tax_host", "social_insurance_host", ...hostCodes.board, ...hostCodes.lodging].includes(code);
    const boardTaken = terms.board === "deducted" && terms.boardMinor !== null;
    const lodgingTaken = terms.lodging === "deducted" && terms.lodgingMinor !== null;
    if (code === "rent_host") return lodgingTaken;
    if (code === "board_lodging_deduction") return boardTaken || lodgingTaken;
    return named.has(code);
  };
  return lines
    .filter((line) => line.payer === "worker" && line.due === "monthly_abroad" && line.code !== "guarantee")
    .filter((line) => !takenAlready(line.code))
    .map((line) => withMonths(line, terms.contractMonths));
}

function addSheet(month: Parts, sheet: readonly FeeLine[]): void {
  for (const { code, amountMinor, currency, months } of sheet) {
    const money = amountMinor === null ? null : { minor: amountMinor, currency };
    month.add(code, -1, { low: money, high: money }, stated("monthly_line", { amount: money, months }));
  }
}

const openNames: Readonly<Record<Keeping, Unknown["name"]>> = {
  board: "board",
  lodging: "lodging",
  commuting: "commuting",
};
const isHere = ({ regions }: LivingCost, region: string | null): boolean =>
  regions === null || (region !== null && regions.some((name) => foldName(name) === foldName(region)));

/** What she pays privately: for each need the figure of her region before that of the market, one for several needs before single ones. */
function addLiving(month: Parts, terms: CashFlowTerms, reference: CashFlowReference): void {
  const keepings: readonly Keeping[] = ["board", "lodging", "commuting"];
  for (const what of keepings) if (terms[what] === "unknown") month.open(what, -1, openNames[what]);
  const needs = new Set(keepings.filter((what) => terms[what] === "own_cost"));
  const figures = reference.livingCosts
    .filter((figure) => figure.market === terms.market && isHere(figure, terms.region))
    .sort((a, b) => Number(a.regions === null) - Number(b.regions === null) || b.covers.length - a.covers.length);
  for (const { id, covers, low, high, on, source, verified } of figures) {
    if (!covers.every((what) => needs.has(what))) continue;
    for (const what of covers) needs.delete(what);
    const code = covers.length > 1 ? "board_and_lodging" : (covers[0] ?? "board");
    month.add(
      code,
      -1,
      { low, high },
      {
        kind: "reference",
        formula: "living_costs",
        inputs: { low, high, region: terms.region, figure: id },
        rule: null,
        legalSource: source,
        on,
        verified,
      },
    );
  }
  for (const what of needs) month.open(what, -1, "living_costs");
}

/** Every part of a month; overtime and allowances are in none of them. */
export function monthAbroad(
  terms: CashFlowTerms,
  lines: readonly FeeLine[],
  reference: CashFlowReference,
  exchange: Exchange,
): Month {
  const month = new Parts(terms, exchange);
  const sheet = monthlyLines(terms, lines);
  if (terms.netMinor !== null && netIsStated(terms)) {
    month.exact("net_wage", 1, terms.netMinor, stated("net_as_stated", { net: month.own(terms.netMinor) }));
  } else {
    addWage(month, terms);
    addDeductions(month, terms, reference);
    addTaken(month, terms, sheet);
  }
  if (month.parts.some(({ amount, dong }) => amount.low !== null && dong.low === null))
    month.unknown.push({ name: "wage_rate", position: null });
  addSheet(month, sheet);
  addLiving(month, terms, reference);
  return { parts: month.parts, unknown: month.unknown };
}

/** Income less costs. What nobody knows leaves the low end open; the high end is then "at most". */
export const keptOf = (parts: readonly MonthlyPart[]): DongRange =>
  parts.reduce((kept, { sign, dong }) => (sign === 1 ? plus(kept, dong) : lessCost(kept, dong)), zero);
export const costsOf = (parts: readonly MonthlyPart[]): DongRange =>
  parts
    .filter(({ sign }) => sign === -1)
    .reduce((sum, { dong }) => ({ low: (sum.low ?? 0n) + (dong.low ?? 0n), high: plus(sum, dong).high }), zero);
export const incomeOf = (parts: readonly MonthlyPart[]): DongRange =>
  parts.filter(({ sign }) => sign === 1).reduce((sum, { dong }) => plus(sum, dong), zero);
