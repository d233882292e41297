// What a cash-flow says beside its sums: days, what comes back, where a number is from, what it names as unknown.
import { describe, expect, test } from "vitest";
import { noSituation, supportFor } from "@/domain/support/rules";
import { interns } from "./cases/japan-interns";
import { korea } from "./cases/korea";
import { questionOf, referenceOf, type HandCase } from "./cases/shape";
import { taiwan } from "./cases/taiwan";
import { cashFlow } from "./flow";
import { cashFlowReference } from "./reference";
import type { CashFlow, CashFlowQuestion } from "./shape";

const flowOf = (question: CashFlowQuestion, one?: HandCase): CashFlow => {
  const { market, programme } = question.terms;
  const support = supportFor(question.situation, { market, programme, day: question.on });
  return cashFlow(question, support, one && referenceOf(one));
};
const named = (cases: readonly HandCase[], words: string): HandCase => {
  const found = cases.find(({ name }) => name.startsWith(words));
  if (!found) throw new Error(words);
  return found;
};
const welder = named(korea, "skilled welder");
const intern = named(interns, "intern, three years");
const lineOf = (flow: CashFlow, code: string) => flow.lines.find((line) => line.code === code);

describe("days", () => {
  const question = questionOf(intern);
  test("a course is paid when it begins, the study months before departure", () => {
    const flow = flowOf({
      ...question,
      terms: { ...question.terms, trainingMonths: 4 },
      lines: question.lines.map((line) =>
        line.code === "language_training" ? { ...line, due: "after_contract" } : line,
      ),
    });
    // departure 10 May to 10 June 2027, four months of study
    expect(lineOf(flow, "language_training")?.when).toEqual({
      due: "after_contract",
      from: "2027-01-10",
      to: "2027-02-10",
      month: -4,
    });
  });
  test("what is due after the contract falls between selection and departure, on no day anybody stated", () => {
    expect(lineOf(flowOf(question), "service_fee")?.when).toEqual({
      due: "after_contract",
      from: "2026-12-10",
      to: "2027-06-10",
      month: null,
    });
  });
  test("without a day of departure there is no day, and that is said", () => {
    const flow = flowOf({
      ...question,
      terms: { ...question.terms, departureFrom: null, departureTo: null, selectionOn: null },
    });
    expect(lineOf(flow, "service_fee")?.when).toMatchObject({ from: null, to: null });
    expect(flow.unknown).toContainEqual({ name: "departure", position: null });
  });
});

describe("the deposit", () => {
  const flow = flowOf(questionOf(welder), welder);
  test("comes back the month after the end, and only then makes her richer in cash", () => {
    expect(lineOf(flow, "worker_deposit")?.comesBack).toMatchObject({
      month: 37,
      from: "2030-05-10",
      to: "2030-07-10",
    });
    const at = (month: number) => flow.months.find((one) => one.month === month);
    expect(at(37)?.inDong).toEqual({ low: 36_000_000n, high: 36_000_000n });
    expect((at(37)?.cumulativeDong.low ?? 0n) - (at(36)?.cumulativeDong.low ?? 0n)).toBe(36_000_000n);
    // 36 months at 34,434,400 less 145,500,000
    expect(at(37)?.cumulativeDong.low).toBe(36n * 34_434_400n - 145_500_000n);
  });
  test("is hers all along: set apart, she is even before her purse is", () => {
    const even = (pick: (month: CashFlow["months"][number]) => bigint | null) =>
      flow.months.find((one) => one.month >= 0 && (pick(one) ?? -1n) >= 0n)?.month;
    expect(even(({ netDong }) => netDong.low)).toBe(flow.breakEven.latest);
    expect(even(({ cumulativeDong }) => cumulativeDong.low)).toBe(6);
    expect(flow.breakEven.latest).toBe(5);
  });
});

test("a loan makes nobody richer: what is owed is taken off until it is paid back", () => {
  const one = named(interns, "one-year intern who borrows");
  const [borrowed, plain] = [true, false].map((loan) => {
    const question = questionOf(one);
    return flowOf({ ...question, situation: { ...question.situation, borrow: loan ? 20_000_000n : null } }, one);
  });
  const at = (flow: CashFlow | undefined, month: number) => flow?.months.find((m) => m.month === month);
  expect(at(borrowed, 0)?.cumulativeDong.low).toBe(-27_000_000n);
  expect(at(borrowed, 0)?.netDong).toEqual(at(plain, 0)?.netDong);
  const interest = borrowed?.loan?.totalInterestDong ?? 0n;
  expect(interest).toBeGreaterThan(0n);
  expect((at(plain, 12)?.cumulativeDong.low ?? 0n) - (at(borrowed, 12)?.cumulativeDong.low ?? 0n)).toBe(interest);
});

describe("where a number is from", () => {
  const flow = flowOf(questionOf(welder), welder);
  test("the fee names its rule, article, day and rate", () => {
    expect(lineOf(flow, "service_fee")?.basis).toMatchObject({
      kind: "order",
      formula: "line_as_stated",
      rule: "SF-GEN",
      legalSource: "Law 69/2020/QH14 Art. 23(4)(a)",
      on: "2022-01-01",
      verified: true,
      inputs: { amount: { minor: 7_000_000n, currency: "KRW" }, rate: 18.2, rateOn: "2026-11-20" },
    });
  });
  test("every rate used is listed with its day, and no other", () => {
    expect(flow.rates.map(({ currency, on }) => [currency, on])).toEqual([["KRW", "2026-11-20"]]);
  });
  test("a figure of ours says its source and whether anybody checked it", () => {
    const food = flow.monthly.find(({ code }) => code === "board");
    expect(food?.basis).toMatchObject({ kind: "reference", formula: "living_costs", legalSource: "hand case" });
  });
});

describe("a past intern contract", () => {
  const question = questionOf(named(taiwan, "factory, three years"));
  const ssw = { ...question, terms: { ...question.terms, market: "JP", programme: "JP_SSW1" } };
  test("nobody said: the ceiling hangs on it, and that is named at the line", () => {
    expect(flowOf(ssw).unknown).toContainEqual({ name: "past_intern_contract", position: 0 });
  });
  test.each([
    ["none", "capped"],
    ["1", "capped"],
    ["2", "zero"],
    ["3", "zero"],
  ] as const)("stage %s: her service fee is %s", (completedTts, verdict) => {
    const flow = flowOf({ ...ssw, situation: { ...noSituation, completedTts } });
    expect(flow.serviceFeeCeiling.verdict).toBe(verdict);
    expect(flow.unknown.map(({ name }) => name)).not.toContain("past_intern_contract");
  });
});

test("overtime and allowances in words are never turned into money", () => {
  const question = questionOf(intern);
  const promised = {
    ...question.terms,
    overtimeNote: "20 hours a month",
    allowances: [{ code: "night_shift", minor: 30_000n }],
  };
  const [plain, more] = [flowOf(question, intern), flowOf({ ...question, terms: promised }, intern)];
  expect(more.keptPerMonthDong).toEqual(plain.keptPerMonthDong);
});

test("two lines for one thing share one grant", () => {
  const question = questionOf(intern);
  const check = {
    ...question.lines[3],
    code: "health_check",
    amountMinor: 600_000n,
  } as CashFlowQuestion["lines"][number];
  const flow = flowOf({
    ...question,
    lines: [check, { ...check, position: 9 }],
    situation: { ...noSituation, groups: ["poor"], helpedBefore: false },
  });
  // at most 750,000 in all: 600,000 of the first, 150,000 of the second
  expect(flow.lines.map(({ workerDong }) => workerDong)).toEqual([0n, 450_000n]);
});

test("the deposit of the state programme with Korea is asked for by law: a sheet without it does not make it nothing", () => {
  const question = questionOf(named(korea, "state programme: the hundred million"));
  const without = { ...question, lines: question.lines.filter(({ code }) => code !== "worker_deposit") };
  const flow = flowOf(without);
  expect(flow.totals.depositDong).toBeNull();
  expect(flow.unknown).toContainEqual({ name: "deposit_without_line", position: null });
  expect(flowOf(question).totals.depositDong).toBe(100_000_000n);
});

test("a ticket the order leaves to her without a price is named", () => {
  const question = questionOf(intern);
  const flow = flowOf({ ...question, terms: { ...question.terms, airfare: "worker" } });
  expect(flow.unknown).toContainEqual({ name: "airfare_without_line", position: null });
});

describe("figures of ours", () => {
  const { livingCosts, usualDeductions } = cashFlowReference;
  test("each has a source; one that is old, undated or estimated is not called verified", () => {
    for (const figure of [...livingCosts, ...usualDeductions]) {
      expect(figure.source.length, figure.id).toBeGreaterThan(10);
      if (figure.verified) {
        expect(figure.on, figure.id).not.toBeNull();
        expect(figure.url, figure.id).toMatch(/^https?:/);
      }
    }
    expect(new Set([...livingCosts, ...usualDeductions].map(({ id }) => id)).size).toBe(
      livingCosts.length + usualDeductions.length,
    );
  });
  test("each is a range the right way round", () => {
    for (const { id, low, high } of livingCosts) {
      expect(low.currency, id).toBe(high.currency);
      expect(low.minor, id).toBeLessThanOrEqual(high.minor);
    }
    for (const { id, lowPercent, highPercent } of usualDeductions)
      if (lowPercent !== null) expect(lowPercent, id).toBeLessThanOrEqual(highPercent ?? 0);
  });
  test("a place without a figure stays unknown rather than free", () => {
    const question = questionOf(intern);
    const flow = flowOf({ ...question, terms: { ...question.terms, market: "TH", programme: "TH_GENERAL" } });
    expect(flow.keptPerMonthDong.low).toBeNull();
    expect(flow.unknown).toContainEqual({ name: "living_costs", position: null });
  });
});
