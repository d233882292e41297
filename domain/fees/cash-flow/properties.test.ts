// What holds for every order and every person, whoever makes them up.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, day, type Day } from "@/domain/kernel/calendar";
import type { Rate } from "@/domain/kernel/money";
import { noSituation, supportFor } from "@/domain/support/rules";
import { policyGroups, type Situation } from "@/domain/support/schema";
import { feeRules } from "../reference";
import { dueMoments, payers, type FeeLine } from "../schema";
import { sheetTotals } from "../totals";
import { cashFlow } from "./flow";
import type { CashFlow, CashFlowQuestion, CashFlowReference, CashFlowTerms, DongRange } from "./shape";

const rates = new Map<string, Rate>(
  [
    ["JPY", 168],
    ["KRW", 18.2],
    ["USD", 26_300],
    ["TWD", 815],
  ].map(([currency, vndPerUnit]) => [
    String(currency),
    { currency: String(currency), on: "2026-11-20", vndPerUnit: Number(vndPerUnit), source: "test" },
  ]),
);
const placesOf = [
  { market: "JP", programme: "JP_TTS", currency: "JPY", basicMinor: 180_000n, occupation: "welder" },
  { market: "JP", programme: "JP_SSW1", currency: "JPY", basicMinor: 210_000n, occupation: null },
  { market: "JP", programme: "JP_ENGINEER", currency: "JPY", basicMinor: 300_000n, occupation: null },
  { market: "KR", programme: "KR_E7", currency: "KRW", basicMinor: 2_600_000n, occupation: null },
  { market: "KR", programme: "KR_EPS_E9", currency: "KRW", basicMinor: 2_156_880n, occupation: null },
  { market: "TW", programme: "TW_FACTORY", currency: "TWD", basicMinor: 2_950_000n, occupation: null },
  { market: "TW", programme: "TW_HOME_CARE", currency: "TWD", basicMinor: 2_000_000n, occupation: null },
] as const;
const deducted = ["rent_host", "board_lodging_deduction", "tax_host", "social_insurance_host"];
const codes = [
  ...["service_fee", "worker_deposit", "support_fund", "orientation_course", "language_training", "skill_training"],
  ...["exam_fee", "health_check", "passport", "judicial_record", "visa", "airfare", "host_agent_fee", "guarantee"],
  ...["service_fee_paid_by_foreign_side", "other", ...deducted],
];

const lineArb = (known: boolean): fc.Arbitrary<FeeLine> =>
  fc
    .record({
      position: fc.constant(0),
      code: fc.constantFrom(...codes),
      payer: fc.constantFrom(...payers),
      payee: fc.constantFrom("agency", "state", "embassy", "bank", "school"),
      amountMinor: fc.option(fc.bigInt({ min: 0n, max: 40_000_000n }), { freq: known ? 1e9 : 8 }),
      currency: fc.constantFrom("VND", "VND", "JPY", ...(known ? [] : ["EUR"])),
      due: fc.constantFrom(...dueMoments),
      months: fc.option(fc.integer({ min: 1, max: 40 })),
      refundable: fc.constantFrom("yes", "no", "conditional"),
    })
    // Of one size whatever the currency: up to 40 million đồng.
    .map((line) => ({
      ...line,
      amountMinor: line.amountMinor && line.amountMinor / (line.currency === "VND" ? 1n : 168n),
    }));
const sheetArb = (known: boolean) =>
  fc
    .array(lineArb(known), { minLength: 1, maxLength: 14 })
    .map((lines) => lines.map((line, position) => ({ ...line, position })));

const termsArb: fc.Arbitrary<CashFlowTerms> = fc
  .record({
    place: fc.constantFrom(...placesOf),
    contractMonths: fc.integer({ min: 3, max: 60 }),
    board: fc.constantFrom("free", "own_cost"),
    lodgingMinor: fc.bigInt({ min: 0n, max: 20_000n }),
    taken: fc.bigInt({ min: 0n, max: 30_000n }),
    trainingMonths: fc.option(fc.integer({ min: 0, max: 12 })),
  })
  .map(({ place, taken, ...some }) => ({
    ...place,
    ...some,
    senderType: place.programme === "KR_EPS_E9" ? "public_unit" : "service_enterprise",
    kind: place.programme === "KR_EPS_E9" ? "state_programme" : "agency_order",
    payPeriod: "month",
    grossMinor: null,
    netMinor: null,
    hoursPerDay: 8,
    hoursPerWeek: 40,
    region: null,
    selectionOn: day("2026-12-01"),
    departureFrom: day("2027-04-01"),
    departureTo: day("2027-05-01"),
    allowances: null,
    overtimeNote: null,
    airfare: "foreign_side",
    airfareLegs: "round_trip",
    boardMinor: null,
    lodging: "deducted",
    commuting: "free",
    deductions: [{ code: "other_taken", minor: taken }],
    rates,
  }));

const sheArb: fc.Arbitrary<Situation> = fc.record({
  groups: fc.option(fc.subarray([...policyGroups])),
  commune: fc.constant(null),
  hardCommune: fc.option(fc.boolean()),
  helpedBefore: fc.option(fc.boolean()),
  has: fc.subarray(["passport", "health_check", "language_training", "visa"] as const),
  completedTts: fc.option(fc.constantFrom("none", "1", "2", "3")),
  sameEnterprise: fc.option(fc.boolean()),
  borrow: fc.oneof(fc.constant(null), fc.constant("most" as const), fc.bigInt({ min: 1n, max: 300_000_000n })),
  studyMonths: fc.option(fc.integer({ min: 0, max: 18 })),
});
const questionArb = (known = false): fc.Arbitrary<CashFlowQuestion> =>
  fc.record({
    terms: termsArb,
    lines: sheetArb(known),
    situation: sheArb,
    on: fc.constantFrom(day("2026-11-23"), day("2025-10-01")),
  });

const living = (market: string, currency: string, low: bigint, high: bigint): CashFlowReference => ({
  livingCosts: [
    {
      id: "food",
      market,
      regions: null,
      covers: ["board"],
      low: { minor: low, currency },
      high: { minor: high, currency },
      on: null,
      source: "test",
      url: null,
      verified: false,
    },
  ],
  usualDeductions: [],
});
const none: CashFlowReference = { livingCosts: [], usualDeductions: [] };
const flowOf = (question: CashFlowQuestion, reference = none): CashFlow => {
  const { market, programme } = question.terms;
  return cashFlow(question, supportFor(question.situation, { market, programme, day: question.on }), reference);
};
const check = <T>(arbitrary: fc.Arbitrary<T>, holds: (value: T) => void, numRuns = 100) =>
  fc.assert(fc.property(arbitrary, holds), { numRuns });

/** The state programme with Korea asks for a deposit by law: without its line nobody knows that it is nothing. */
const depositOpen = ({ terms, lines }: CashFlowQuestion): boolean =>
  terms.programme === "KR_EPS_E9" && !lines.some(({ code }) => code === "worker_deposit");

describe("the total is its lines", () => {
  test("before leaving, as deposit and abroad, null as soon as one of them is unknown", () => {
    check(questionArb(), (question) => {
      const flow = flowOf(question);
      const placed = (where: "before" | "deposit" | "abroad") =>
        flow.lines.filter(({ code, when, payer }) => {
          if (payer !== "worker" || code === "guarantee") return false;
          if (code === "worker_deposit") return where === "deposit";
          const abroad = ["monthly_abroad", "at_return"].includes(when.due) || deducted.includes(code);
          return where === (abroad ? "abroad" : "before");
        });
      const sum = (lines: CashFlow["lines"]) =>
        lines.some(({ workerDong }) => workerDong === null)
          ? null
          : lines.reduce((all, { workerDong }) => all + (workerDong ?? 0n), 0n);
      expect(flow.totals.beforeLeavingDong).toBe(sum(placed("before")));
      expect(flow.totals.depositDong).toBe(depositOpen(question) ? null : sum(placed("deposit")));
      expect(flow.totals.abroadDong).toBe(sum(placed("abroad")));
      expect(flow.totals.beforeLeavingAtLeastDong).toBe(
        placed("before").reduce((all, { workerDong }) => all + (workerDong ?? 0n), 0n),
      );
    });
  });

  test("and for somebody who says nothing it is the order's own total", () => {
    check(questionArb(), (question) => {
      const { terms, lines } = question;
      const said = lines.map((line) =>
        line.due === "monthly_abroad" ? { ...line, months: line.months ?? terms.contractMonths } : line,
      );
      const totals = sheetTotals(said, rates);
      const flow = flowOf({ ...question, situation: noSituation });
      expect(flow.totals.beforeLeavingDong).toBe(totals.workerBeforeLeavingVnd);
      expect(flow.totals.depositDong).toBe(depositOpen(question) ? null : totals.depositVnd);
      expect(flow.totals.abroadDong).toBe(totals.worker.abroad.dong);
    });
  });

  test("the last month's position is all that came in less all that went out", () => {
    check(questionArb(true), (question) => {
      const { months } = flowOf({ ...question, situation: { ...question.situation, borrow: null, studyMonths: 2 } });
      const low = months.reduce((sum, { inDong, outDong }) => sum + (inDong.low ?? 0n) - (outDong.high ?? 0n), 0n);
      const last = months.at(-1)?.cumulativeDong.low;
      if (last !== null) expect(last).toBe(low);
    });
  });
});

describe("what the foreign side pays", () => {
  const noMore = (after: bigint | null, before: bigint | null) => {
    if (before !== null) expect(after ?? before + 1n).toBeLessThanOrEqual(before);
  };
  test("never raises what the worker pays, nor delays when she is even", () => {
    const taken = fc.record({
      question: questionArb(),
      at: fc.nat(13),
      payer: fc.constantFrom("foreign_side", "employer"),
    });
    check(taken, ({ question, at, payer }) => {
      const lines = question.lines.map((line, i) =>
        i === at % question.lines.length && line.payer === "worker"
          ? { ...line, payer: payer as FeeLine["payer"] }
          : line,
      );
      // A smaller loan costs less; that is its own property.
      const she = { ...question.situation, borrow: null };
      const [before, after] = [flowOf({ ...question, situation: she }), flowOf({ ...question, lines, situation: she })];
      noMore(after.totals.beforeLeavingDong, before.totals.beforeLeavingDong);
      noMore(after.totals.beforeLeavingAtLeastDong, before.totals.beforeLeavingAtLeastDong);
      noMore(after.totals.abroadDong, before.totals.abroadDong);
      if (before.breakEven.latest !== null)
        expect(after.breakEven.latest ?? 999).toBeLessThanOrEqual(before.breakEven.latest);
    });
  });

  test("an added payment of theirs leaves every line of hers as it was", () => {
    const added = fc.record({ question: questionArb(), line: lineArb(true) });
    check(added, ({ question, line }) => {
      const theirs = { ...line, payer: "foreign_side" as const, position: question.lines.length };
      const [before, after] = [flowOf(question), flowOf({ ...question, lines: [...question.lines, theirs] })];
      expect(after.lines.at(-1)?.workerDong).toBe(0n);
      expect(after.totals.beforeLeavingDong).toBe(before.totals.beforeLeavingDong);
      expect(after.lines.slice(0, -1).map(({ workerDong }) => workerDong)).toEqual(
        before.lines.map(({ workerDong }) => workerDong),
      );
    });
  });
});

const payable = ["health_check", "language_training", "passport", "orientation_course", "visa"];
test("a grant never makes a line negative, never passes its cap, and with what is left makes up the line", () => {
  check(
    questionArb(),
    (asked) => {
      // Twice as many lines a grant may pay for, for somebody it is meant for.
      const lines: FeeLine[] = asked.lines.map((line, i) => ({
        ...line,
        code: payable[i % payable.length] ?? line.code,
      }));
      const question = {
        ...asked,
        lines,
        situation: { ...asked.situation, groups: ["poor" as const], helpedBefore: false },
      };
      const { market, programme } = question.terms;
      const support = supportFor(question.situation, { market, programme, day: question.on });
      const flow = cashFlow(question, support, none);
      const used = new Map<string, bigint>();
      for (const { granted, workerDong, dong, heldAlready, payer } of flow.lines) {
        const sum = granted.reduce((all, one) => all + one.dong, 0n);
        for (const one of granted) {
          expect(one.dong).toBeGreaterThan(0n);
          used.set(one.rule, (used.get(one.rule) ?? 0n) + one.dong);
        }
        if (workerDong !== null) expect(workerDong).toBeGreaterThanOrEqual(0n);
        if (payer === "worker" && !heldAlready && granted.length > 0) expect((workerDong ?? 0n) + sum).toBe(dong);
        if (payer !== "worker" || heldAlready) expect(granted).toEqual([]);
      }
      for (const [rule, dong] of used) {
        const grant = support.grants.find((one) => one.rule === rule);
        expect(grant?.applies).toBe("yes");
        if (grant?.capDong != null) expect(dong).toBeLessThanOrEqual(grant.capDong);
      }
    },
    600,
  );
});

test("keeping more each month, other things equal, never breaks even later", () => {
  const food = fc.tuple(
    fc.bigInt({ min: 0n, max: 60_000n }),
    fc.bigInt({ min: 0n, max: 60_000n }),
    fc.bigInt({ min: 1n, max: 40_000n }),
  );
  check(
    fc.record({ question: questionArb(true), food }),
    ({ question, food: [low, more, saved] }) => {
      const terms = { ...question.terms, board: "own_cost" };
      const { market, currency } = terms;
      const ask = { ...question, terms };
      const dear = flowOf(ask, living(market, currency, low + saved, low + saved + more));
      const cheap = flowOf(ask, living(market, currency, low, low + more));
      const month = (flow: CashFlow, end: "earliest" | "latest") => flow.breakEven[end] ?? 999;
      const kept = (flow: CashFlow, end: keyof DongRange) => flow.keptPerMonthDong[end] ?? 0n;
      expect(kept(cheap, "low")).toBeGreaterThan(kept(dear, "low"));
      expect(kept(cheap, "high")).toBeGreaterThan(kept(dear, "high"));
      expect(month(cheap, "earliest")).toBeLessThanOrEqual(month(dear, "earliest"));
      if (dear.breakEven.reason !== "unknown")
        expect(month(cheap, "latest")).toBeLessThanOrEqual(month(dear, "latest"));
      if (cheap.breakEven.reason === "known")
        expect(cheap.breakEven.earliest ?? 0).toBeLessThanOrEqual(cheap.breakEven.latest ?? 0);
    },
    600,
  );
});

describe("the day across a rule's start", () => {
  const starts = [...new Set(feeRules.map(({ effectiveFrom }) => effectiveFrom))].filter((on) => on >= "2022-01-02");
  /** Components whose rules begin on a day or ended the day before. */
  const touchedOn = (on: Day) =>
    new Set(
      feeRules
        .filter(({ effectiveFrom, effectiveTo }) => effectiveFrom === on || effectiveTo === addDays(on, -1))
        .map(({ component }) => component),
    );
  const shown = ({ lines }: CashFlow) =>
    lines.map(({ code, amount, dong, granted, workerDong, basis }) => ({
      code,
      amount,
      dong,
      granted,
      workerDong,
      basis,
    }));
  const changed = (question: CashFlowQuestion, on: Day) => {
    const [before, after] = [flowOf({ ...question, on: addDays(on, -1) }), flowOf({ ...question, on })].map(shown);
    return (after ?? []).filter((line, i) => {
      const was = before?.[i];
      return JSON.stringify(line, asText) !== JSON.stringify(was, asText);
    });
  };
  const asText = (_: string, value: unknown) => (typeof value === "bigint" ? `${value}` : value);

  test("changes lines of that rule and no others, whatever the day", () => {
    const asked = fc.record({ question: questionArb(), on: fc.constantFrom(...starts) });
    check(
      asked,
      ({ question, on }) => {
        const touched = touchedOn(on);
        for (const { code } of changed(question, on)) expect([...touched], `${code} on ${on}`).toContain(code);
      },
      600,
    );
  });

  test("and does change them: the fee in May 2024, the fund in September 2025, the grants in January 2026", () => {
    const line = (code: string, position: number): FeeLine => ({
      position,
      code,
      payer: "worker",
      payee: "school",
      amountMinor: 5_000_000n,
      currency: "VND",
      due: "before_departure",
      months: null,
      refundable: "no",
    });
    const base = fc.sample(questionArb(), { numRuns: 1, seed: 1 })[0] as CashFlowQuestion;
    const question: CashFlowQuestion = {
      ...base,
      terms: {
        ...base.terms,
        market: "JP",
        programme: "JP_ENGINEER",
        senderType: "service_enterprise",
        kind: "agency_order",
      },
      lines: ["service_fee", "support_fund", "language_training", "airfare"].map(line),
      situation: { ...noSituation, groups: ["poor"], helpedBefore: false },
    };
    const codesOn = (on: string) => changed(question, day(on)).map(({ code }) => code);
    expect(codesOn("2024-05-15")).toEqual(["service_fee"]);
    expect(codesOn("2025-09-15")).toEqual(["support_fund"]);
    expect(codesOn("2026-01-01")).toEqual(["language_training"]);
    expect(codesOn("2026-03-01")).toEqual([]);
  });
});
