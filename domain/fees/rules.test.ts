import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { day, type Day } from "@/domain/kernel/calendar";
import { markets, occupations, programmes } from "@/domain/kernel/catalogue";
import reference from "@/prisma/reference/fee-rules.json";
import {
  ceiling,
  ceilingAnswerOf,
  ceilingsOverview,
  citationIn,
  componentCeiling,
  depositCeiling,
  feeComponents,
  feeRuleOf,
  feeRules,
  ruleInForce,
  serviceFeeRefund,
  type CeilingInput,
} from "./rules";
import { parseCeilingBody } from "./schema";

const today = day("2026-11-20");
const answer = (input: unknown, on: Day = today) => {
  const parsed = parseCeilingBody(input);
  if (!parsed.success) throw new Error(JSON.stringify(parsed.error.issues));
  return ceilingAnswerOf(parsed.data, on);
};

describe("the reference file", () => {
  test("holds 116 rules, each with an article, dates and a component", () => {
    expect(feeRules).toHaveLength(116);
    expect(new Set(feeRules.map((rule) => rule.id)).size).toBe(116);
    for (const rule of feeRules)
      expect(rule.effectiveTo === null || rule.effectiveFrom <= rule.effectiveTo, rule.id).toBe(true);
    expect(feeComponents.map((component) => component.code)).toContain("service_fee");
  });

  test("a rule holds on its first and its last day", () => {
    const rule = feeRuleOf("SF-2022-2024");
    if (!rule) throw new Error("missing");
    const days = ["2022-01-31", "2022-02-01", "2024-05-14", "2024-05-15"].map((text) => ruleInForce(rule, day(text)));
    expect(days).toEqual([false, true, true, false]);
  });

  test("every citation of a rule about money of workers reads as Vietnamese", () => {
    const english = /\b(Law|Decree|Circular|Decision|Art|Arts|Appendix|replaces|amending|letter|notice|of|and|by)\b/;
    for (const rule of feeRules) expect(citationIn(rule.legalSource, "vi"), rule.id).not.toMatch(english);
    expect(citationIn("Law 69/2020/QH14 Art. 23(4)(a)", "vi")).toBe("Luật 69/2020/QH14 Điều 23 khoản 4 điểm a");
  });
});

describe("the test vectors of the reference file", () => {
  const camel: Record<string, string> = {
    ceiling_months: "ceilingMonths",
    worker_max: "workerMax",
    refund_without_interest: "refundWithoutInterest",
  };
  test.each(reference.test_vectors.map((vector) => [vector.description, vector] as const))(
    "%s",
    (_, { input, expected }) => {
      const wanted = Object.fromEntries(Object.entries(expected).map(([key, value]) => [camel[key] ?? key, value]));
      expect(answer(input)).toMatchObject({ ...wanted, verified: true });
      expect(answer(input).legalSource).not.toBeNull();
    },
  );
});

const asked = (input: Partial<CeilingInput>, on: Day = today) =>
  ceiling(
    { market: "JP", programme: "JP_TTS", contractMonths: 36, wageMinor: 100_000n, currency: "JPY", ...input },
    on,
  );

describe("which rule speaks", () => {
  const table: [string, Partial<CeilingInput>, string | null][] = [
    ["a technical intern", {}, "SF-GEN"],
    ["interns no. 3 who stay", { programme: "JP_TTS_3" }, "SF-JP-TTS3"],
    ["interns no. 3 with another enterprise", { programme: "JP_TTS_3", sameEnterprise: false }, "SF-GEN"],
    ["interns of a public unit", { programme: "JP_TTS_IM" }, "SF-PUBLIC-UNIT"],
    ["skilled workers who completed no. 1 only", { programme: "JP_SSW1", completedTts: "1" }, "SF-GEN"],
    ["skilled workers who completed no. 3", { programme: "JP_SSW2", completedTts: "3" }, "SF-JP-SSW-EXTTS"],
    ["designated activities", { programme: "DESIGNATED_ACTIVITIES_CONSTRUCTION_SHIPBUILDING" }, "SF-JP-DA-CONSTR"],
    ["Taiwan, a nursing home, occupation not said", { market: "TW", programme: "TW_NURSING_HOME" }, "SF-TW-INST"],
    ["Taiwan, fruit pickers", { market: "TW", programme: "TW_AGRICULTURE", occupation: "fruit-picker" }, "SF-TW-HOME"],
    [
      "Taiwan, home care filed under another name",
      { market: "TW", programme: "TW_FACTORY", occupation: "home-caregiver" },
      "SF-TW-HOME",
    ],
    ["Taiwan, a welder", { market: "TW", programme: "TW_FACTORY", occupation: "welder" }, "SF-GEN"],
    [
      "domestic work filed as general",
      { market: "SA", programme: "SA_GENERAL", occupation: "childminder" },
      "SF-WA-DOM",
    ],
    ["domestic work in a group without the rule", { market: "MO", programme: "MO_DOMESTIC" }, "SF-GEN"],
    ["Australia outside agriculture", { market: "AU", programme: "LICENSED", occupation: "welder" }, "SF-GEN"],
    ["Australia, agriculture", { market: "AU", programme: "LICENSED", occupation: "fruit-picker" }, "SF-AU-AGRI"],
    ["a deck hand", { market: "SG", programme: "SG_GENERAL", occupation: "deck-crew" }, "SF-SEAFARER"],
    [
      "crew of the transport-ship programme",
      { market: "XS", programme: "XS_TRANSPORT_CREW", occupation: "cook" },
      "SF-SEAFARER",
    ],
    ["EPS", { market: "KR", programme: "KR_EPS_E9" }, "SF-PUBLIC-UNIT"],
    ["seasonal work by agreement of a province", { market: "KR", programme: "KR_E8_SEASONAL" }, "SF-LOCAL-AUTHORITY"],
    [
      "Australia sent by a public unit",
      { market: "AU", programme: "AU_AGRICULTURE", senderType: "public_unit" },
      "SF-AU-AGRI",
    ],
    ["a study route", { market: "DE", programme: "DE_AUSBILDUNG" }, null],
    ["a programme nobody knows", { programme: "NO_SUCH" }, null],
  ];
  test.each(table)("%s", (_, input, rule) => expect(asked(input).rule).toBe(rule));

  test("a lower ceiling on a condition nobody stated is named, not applied", () => {
    expect(asked({ programme: "JP_SSW1" }).also.map((one) => one.rule)).toEqual(["SF-JP-SSW-EXTTS"]);
    expect(asked({ programme: "JP_SSW1", completedTts: null }).also).toEqual([]);
  });

  test("extensions, with their own rate; none where no fee may be taken", () => {
    const e10 = { market: "KR", programme: "KR_E10", currency: "KRW", wageMinor: 2_000_000n, extensionMonths: 22 };
    expect(asked(e10)).toMatchObject({ rule: "SF-EXT", ceilingMonths: 0.917, ceiling: 1_833_333n });
    expect(asked({ ...e10, programme: "KR_EPS_E9" })).toMatchObject({ verdict: "prohibited", ceiling: 0n });
  });

  test("deposits", () => {
    const deposit = (market: string, programme: string, occupation: string | null = null) =>
      depositCeiling({ market, programme, occupation }, today);
    expect(deposit("TW", "TW_FACTORY")).toMatchObject({ rule: "DEP-TW", ceiling: 12_000_000n, currency: "VND" });
    expect(deposit("TW", "TW_DISTANT_WATER")).toMatchObject({ rule: "DEP-TW-SEA", ceiling: 0n });
    expect(deposit("JP", "JP_SSW1")).toMatchObject({ rule: "DEP-JP", verdict: "zero" });
    expect(deposit("AE", "AE_GENERAL")).toMatchObject({ rule: "DEP-ME", verdict: "zero" });
    expect(deposit("CA", "US_CA_GENERAL")).toMatchObject({ rule: "DEP-AMERICAS", verdict: "zero" });
    expect(deposit("DE", "DE_SKILLED")).toMatchObject({ rule: "DEP-OTHER", verdict: "ticket_price", ceiling: null });
    expect(deposit("SG", "SG_GENERAL", "deck-crew")).toMatchObject({ verdict: "zero" });
    expect(deposit("KR", "KR_EPS_E9")).toMatchObject({ rule: "DEP-EPS", ceiling: 100_000_000n });
    expect(deposit("DE", "DE_TRIPLE_WIN")).toMatchObject({ rule: "DEP-PUBLIC-UNIT", verdict: "as_agreed" });
  });

  test("what others pay into a component is no ceiling for the worker", () => {
    const fund = (on: string) => componentCeiling("support_fund", { market: "JP", programme: "JP_TTS" }, day(on));
    expect(fund("2023-01-01")).toMatchObject({ rule: "FUND-W-2022", ceiling: 100_000n, verified: true });
    expect(fund("2026-01-01")).toMatchObject({ rule: "FUND-W-2025", verified: false });
    expect(componentCeiling("language_training", { market: "JP", programme: "JP_TTS" }, today).rule).toBeNull();
    expect(componentCeiling("brokerage_price", { market: "TH", programme: "TH_GENERAL" }, today)).toMatchObject({
      rule: "BR-TH",
    });
  });
});

describe("the day decides", () => {
  const engineer = { programme: "JP_ENGINEER" };
  test("the circular of 2024 lowers the ceiling from its own day", () => {
    expect(asked(engineer, day("2024-05-15"))).toMatchObject({ rule: "SF-JP-HIGH", ceilingMonths: 2, verified: true });
  });
  test("from 2022-02-01 to 2024-05-14 the law's ceiling stands in and is not called verified", () => {
    for (const on of ["2022-02-01", "2024-05-14"])
      expect(asked(engineer, day(on))).toMatchObject({ rule: "SF-GEN", ceilingMonths: 3, verified: false });
    expect(asked(engineer, day("2022-01-31"))).toMatchObject({ rule: "SF-GEN", verified: true });
    expect(asked({ programme: "JP_TTS_IM" }, day("2023-06-01"))).toMatchObject({
      verdict: "prohibited",
      verified: true,
    });
  });
  test("before the law of 2020 only what ministry letters capped is known", () => {
    const before = day("2020-01-01");
    expect(asked({}, before)).toMatchObject({ rule: "HIST-JP-TTS-2016", ceiling: 360_000n, currency: "USD" });
    expect(asked({ contractMonths: 12 }, before)).toMatchObject({ ceiling: 120_000n });
    expect(asked({ market: "TW", programme: "TW_DOMESTIC" }, before)).toMatchObject({
      rule: "HIST-TW-DOM-2015",
      component: "total_before_departure",
      ceiling: 203_600n,
    });
    expect(asked(engineer, before)).toMatchObject({ verdict: "not_known", ceiling: null, verified: false });
  });
});

describe("refund after an early return", () => {
  test.each([
    [90_000n, 36, 12, 60_000n],
    [100n, 36, 35, 3n],
    [90_000n, 36, 40, 0n],
    [90_000n, 36, 0, 90_000n],
  ])("%s paid, %s months, %s worked", (paidMinor, contractMonths, workedMonths, refund) =>
    expect(serviceFeeRefund({ paidMinor, contractMonths, workedMonths }, today)?.refundMinor).toBe(refund),
  );
  test("not known before the law", () =>
    expect(serviceFeeRefund({ paidMinor: 1n, contractMonths: 12, workedMonths: 0 }, day("2021-12-31"))).toBeNull());
});

describe("properties of ceilings, for any terms", () => {
  const days = fc.constantFrom(...["2022-01-15", "2023-03-03", "2024-05-15", "2026-11-20"].map(day));
  const terms = fc.record({
    programme: fc.constantFrom(...programmes.map((programme) => programme.code)),
    occupation: fc.option(fc.constantFrom(...occupations.map((occupation) => occupation.slug))),
    contractMonths: fc.integer({ min: 1, max: 60 }),
    wageMinor: fc.bigInt({ min: 0n, max: 10n ** 9n }),
    foreignPaidMinor: fc.bigInt({ min: 0n, max: 10n ** 9n }),
    completedTts: fc.constantFrom(null, "1", "2", "3"),
    market: fc.option(fc.constantFrom(...markets.map((market) => market.code)), { freq: 2 }),
  });
  const inputOf = (random: typeof terms extends fc.Arbitrary<infer T> ? T : never): CeilingInput => ({
    ...random,
    market: random.market ?? programmes.find((programme) => programme.code === random.programme)?.market ?? "JP",
    currency: "USD",
  });
  const holds = (property: (input: CeilingInput, on: Day, more: bigint) => void) =>
    fc.assert(
      fc.property(terms, days, fc.bigInt({ min: 0n, max: 10n ** 9n }), (random, on, more) =>
        property(inputOf(random), on, more),
      ),
      { numRuns: 500 },
    );

  test("never negative, and what is left for the worker never above the ceiling", () =>
    holds((input, on) => {
      const { ceiling: limit, workerMax } = ceiling(input, on);
      if (limit === null || workerMax === null) return;
      expect(limit >= 0n && workerMax >= 0n && workerMax <= limit).toBe(true);
    }));

  test("a higher wage never lowers it", () =>
    holds((input, on, more) => {
      const higher = ceiling({ ...input, wageMinor: (input.wageMinor ?? 0n) + more }, on);
      expect((higher.ceiling ?? 0n) >= (ceiling(input, on).ceiling ?? 0n)).toBe(true);
      expect((higher.workerMax ?? 0n) >= (ceiling(input, on).workerMax ?? 0n)).toBe(true);
    }));

  test("the more the foreign side pays, the less may be asked of the worker", () =>
    holds((input, on, more) => {
      const less = ceiling({ ...input, foreignPaidMinor: (input.foreignPaidMinor ?? 0n) + more }, on);
      expect((less.workerMax ?? 0n) <= (ceiling(input, on).workerMax ?? 0n)).toBe(true);
    }));

  test("no specific rule lifts it above the general one, except for crew of transport ships", () =>
    holds((input, on) => {
      const specific = ceiling(input, on);
      if (specific.ceiling === null || specific.rule === "SF-SEAFARER") return;
      const general = ceiling({ ...input, programme: "LICENSED", occupation: null, completedTts: null }, on);
      expect(specific.ceiling <= (general.ceiling ?? 0n)).toBe(true);
    }));

  test("31 to 35 months never allow more than 36", () =>
    holds((input, on) => {
      const whole = ceiling({ ...input, contractMonths: 36 }, on).ceiling ?? 0n;
      for (let months = 31; months <= 35; months++)
        expect((ceiling({ ...input, contractMonths: months }, on).ceiling ?? 0n) <= whole).toBe(true);
    }));

  test("it is rounded down to the minor unit, never above the exact figure", () =>
    holds((input, on) => {
      const { rule, ceiling: limit } = ceiling(input, on);
      const facts = rule ? feeRuleOf(rule) : undefined;
      if (!facts?.ratePer12Months || limit === null) return;
      const rate = BigInt(Math.round(facts.ratePer12Months * 10));
      expect(limit * 120n <= (input.wageMinor ?? 0n) * rate * BigInt(input.contractMonths ?? 0)).toBe(true);
    }));
});

describe("the question, as people and programs send it", () => {
  test.each([
    [{}, ["market", "programme"]],
    [{ market: "ZZ", programme: "TTS" }, ["market"]],
    [{ market: "JP", programme: "DROP TABLE" }, ["programme"]],
    [{ market: "JP", programme: "KR_E7" }, ["programme"]],
    [{ market: "JP", programme: "TTS", wage: -1 }, ["wage"]],
    [{ market: "JP", programme: "TTS", wage: "nhiều" }, ["wage"]],
    [{ market: "JP", programme: "TTS", contract_months: 0 }, ["contract_months"]],
    [{ market: "JP", programme: "TTS", contract_months: 1e9 }, ["contract_months"]],
    [{ market: "JP", programme: "TTS", wage: 1e300 }, ["wage"]],
    [{ market: "JP", programme: "TTS", on: "2026-02-30" }, ["on"]],
    [{ paid: 5 }, ["worked_months", "contract_months"]],
  ])("%j is refused at its field", (body, fields) => {
    const parsed = parseCeilingBody(body);
    expect(parsed.error?.issues.map((issue) => issue.path[0])).toEqual(fields);
  });
  test("ten thousand letters are refused", () =>
    expect(parseCeilingBody({ market: "JP", programme: "x".repeat(10_000) }).success).toBe(false));
  test("not an object", () => expect(parseCeilingBody("x").success).toBe(false));
  test("a form's empty fields and texts of numbers", () =>
    expect(
      answer({
        market: "JP",
        programme: "JP_TTS",
        contract_months: "12",
        wage: "180000",
        foreign_paid: "",
        on: "2026-01-01",
      }),
    ).toMatchObject({
      on: "2026-01-01",
      ceiling: 180_000,
      currency: "JPY",
    }));
  test("a fraction of a đồng above the ceiling is above the ceiling", () =>
    expect(answer({ market: "KR", programme: "KR_E7", deposit: 36_000_000.4 }).accepted).toBe(false));
  test("what cannot be compared is neither accepted nor refused", () => {
    expect(answer({ market: "KR", programme: "KR_E7", deposit: 100, currency: "USD" }).accepted).toBeNull();
    expect(answer({ market: "JP", programme: "JP_TTS", service_fee: 100 }).accepted).toBeNull();
  });
});

describe("a market's page", () => {
  test("Japan: each programme with its rule, article and condition", () => {
    const japan = ceilingsOverview("JP", today);
    const of = (code: string) => japan.find((one) => one.programme === code);
    expect(of("JP_TTS")?.serviceFee).toMatchObject([{ rule: "SF-GEN", capMonths: 3, verified: true }]);
    expect(of("JP_SSW1")?.serviceFee.map((line) => line.rule)).toEqual(["SF-GEN", "SF-JP-SSW-EXTTS"]);
    expect(of("JP_TTS_IM")?.serviceFee).toMatchObject([{ rule: "SF-PUBLIC-UNIT", verdict: "prohibited" }]);
    expect(of("JP_TTS_IM")?.minimums).toEqual([]);
    expect(of("JP_TTS_CAREGIVER")?.minimums.map((rule) => rule.id)).toContain("CM-JP-TTS-MGMT-CARE");
  });
  test("every market answers on every day", () => {
    for (const { code } of markets)
      for (const on of ["2015-01-01", "2023-01-01", "2026-11-20"]) ceilingsOverview(code, day(on));
  });
});
