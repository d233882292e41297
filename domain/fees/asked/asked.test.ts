import { describe, expect, test } from "vitest";
import fc from "fast-check";
import en from "@/messages/en/asked.json";
import vi from "@/messages/vi/asked.json";
import { day } from "@/domain/kernel/calendar";
import { markets, programmes } from "@/domain/kernel/catalogue";
import { moneyOf } from "@/domain/kernel/money";
import { line as published, rates } from "../builders";
import {
  againstPublished,
  askedAnswerOf,
  askedSums,
  askedVerdictCodes,
  askedVerdicts,
  decidingRule,
  feeComponentOf,
  type AskedLine,
  type AskedTerms,
} from "../rules";
import { askedComponents, askedNames, askedTos, askedWhens, parseAskedBody } from "../schema";

const today = day("2026-11-23");
/** An intern to Japan: 36 months at 180,000 yen; three months of wage are 540,000 yen, 89,100,000 đồng at 165. */
const terms = (over: Partial<AskedTerms> = {}): AskedTerms => ({
  market: "JP",
  programme: "JP_TTS",
  contractMonths: 36,
  wage: moneyOf(180_000, "JPY"),
  rates,
  ...over,
});
const asked = (called: AskedLine["called"], dong: number | null, over: Partial<AskedLine> = {}): AskedLine => ({
  called,
  amountMinor: dong === null ? null : BigInt(dong),
  currency: "VND",
  when: "after_contract",
  to: "company",
  ...over,
});
const verdicts = (over: Partial<AskedTerms>, ...lines: AskedLine[]) => askedVerdicts(terms(over), lines, today);

describe("a verdict for each line that was asked for", () => {
  const cases: [string, Partial<AskedTerms>, AskedLine, string, bigint | null, string | null][] = [
    [
      "the service fee at its ceiling",
      {},
      asked("service", 89_100_000),
      "lawful",
      null,
      "Law 69/2020/QH14 Art. 23(4)(a)",
    ],
    ["a đồng above it", {}, asked("service", 89_100_001), "above_ceiling", 1n, "Law 69/2020/QH14 Art. 23(4)(a)"],
    [
      "before the contract is signed",
      {},
      asked("service", 1_000_000, { when: "before_contract" }),
      "too_early",
      null,
      "Law 69/2020/QH14 Art. 23(2)(c)",
    ],
    ["to a person", {}, asked("service", 1_000_000, { to: "person" }), "wrong_hands", null, "Law 69/2020/QH14 Art. 17"],
    [
      "training paid to a branch",
      {},
      asked("language", 1_000_000, { to: "branch" }),
      "wrong_hands",
      null,
      "Law 69/2020/QH14 Art. 17",
    ],
    [
      "too much, too early, to a person: the worst is said",
      {},
      asked("service", 90_000_000, { to: "person", when: "before_contract" }),
      "above_ceiling",
      900_000n,
      "Law 69/2020/QH14 Art. 23(4)(a)",
    ],
    ["a seat", {}, asked("seat", 5_000_000), "never_allowed", null, "Law 69/2020/QH14 Art. 26(2)(c)"],
    ["a selection exam", {}, asked("selection", 500_000), "never_allowed", null, "Law 69/2020/QH14 Art. 26(2)(c)"],
    ["brokerage", {}, asked("brokerage", 1), "never_allowed", null, "Law 69/2020/QH14 Art. 7(8)"],
    [
      "a bond against running away, amount unknown",
      {},
      asked("anti_escape", null),
      "never_allowed",
      null,
      "Law 69/2020/QH14 Art. 7(10)",
    ],
    [
      "a gift for teachers is no item of the law",
      {},
      asked("teacher", 2_000_000),
      "not_enough_known",
      null,
      "Law 69/2020/QH14 Art. 21(2)",
    ],
    [
      "one price for everything",
      {},
      asked("package", 180_000_000),
      "not_enough_known",
      null,
      "Law 69/2020/QH14 Art. 21(2)",
    ],
    [
      "a deposit for Japan",
      {},
      asked("deposit", 1, { to: "bank" }),
      "never_allowed",
      1n,
      "Decree 112/2021/NĐ-CP Arts. 29-32 and Appendix II",
    ],
    [
      "the ticket that Japan pays",
      {},
      asked("ticket", 12_000_000),
      "never_allowed",
      null,
      "Circular 02/2024/TT-BLĐTBXH Appendix II",
    ],
    [
      "training has no ceiling",
      {},
      asked("language", 12_000_000, { to: "provider", when: "before_contract" }),
      "at_cost",
      null,
      "Law 69/2020/QH14 Art. 21(2)",
    ],
    [
      "no wage, no ceiling in đồng",
      { wage: null },
      asked("service", 1_000_000),
      "not_enough_known",
      null,
      "Law 69/2020/QH14 Art. 23(4)(a)",
    ],
    [
      "nobody says into whose hands",
      {},
      asked("service", 1_000_000, { to: "unknown" }),
      "not_enough_known",
      null,
      "Law 69/2020/QH14 Art. 23",
    ],
    [
      "no rate between the currencies",
      { rates: new Map() },
      asked("service", 1),
      "not_enough_known",
      null,
      "Law 69/2020/QH14 Art. 23(4)(a)",
    ],
    [
      "a fee for EPS",
      { market: "KR", programme: "KR_EPS_E9" },
      asked("service", 1),
      "never_allowed",
      null,
      "Law 69/2020/QH14 Arts. 42-43",
    ],
    [
      "a deposit for Korea above 36 million",
      { market: "KR", programme: "KR_E7" },
      asked("deposit", 36_000_001, { to: "bank" }),
      "above_ceiling",
      1n,
      "Decree 112/2021/NĐ-CP Arts. 29-32 and Appendix II",
    ],
    [
      "a deposit kept by the company",
      { market: "KR", programme: "KR_E7" },
      asked("deposit", 36_000_000),
      "wrong_hands",
      null,
      "Law 69/2020/QH14 Art. 25",
    ],
    [
      "the fund, at a figure nobody has read",
      {},
      asked("fund", 100_000),
      "lawful",
      null,
      "Decision 34/2025/QĐ-TTg of 2025-09-15 (amount not read; old amount assumed)",
    ],
    [
      "a Taiwanese broker's month",
      { market: "TW", programme: "TW_FACTORY" },
      asked("host_agent", null, { amountMinor: 190_000n, currency: "TWD", when: "monthly_abroad" }),
      "above_ceiling",
      10_000n,
      "Host law (Taiwan fee rules as told to workers by new-thing.org FAQ 224)",
    ],
    [
      "a study route is outside these rules",
      { market: "DE", programme: "DE_AUSBILDUNG" },
      asked("service", 1),
      "not_enough_known",
      null,
      null,
    ],
  ];
  test.each(cases)("%s", (_, over, line, verdict, excess, article) => {
    const [one] = verdicts(over, line);
    expect([one?.verdict, one?.excess?.minor ?? null, one && decidingRule(one).legalSource]).toEqual([
      verdict,
      excess,
      article,
    ]);
  });

  test("splitting a fee in two lines raises nothing", () => {
    const half = { currency: "JPY", amountMinor: 400_000n };
    const [first, second] = verdicts({}, asked("service", null, half), asked("service", null, half));
    expect([first?.verdict, second?.verdict, second?.excess?.minor]).toEqual(["lawful", "above_ceiling", 260_000n]);
  });

  test("what the foreign side pays comes off the ceiling", () => {
    const [one] = verdicts({ foreignPaid: moneyOf(180_000, "JPY") }, asked("service", 60_000_000));
    expect([one?.verdict, one?.limit?.most?.minor]).toEqual(["above_ceiling", 59_400_000n]);
  });

  test("a figure nobody has checked keeps its mark", () => {
    const [one] = verdicts({}, asked("fund", 200_000));
    expect([one?.verdict, one && decidingRule(one).verified]).toEqual(["above_ceiling", false]);
  });
});

describe("the programme is not known", () => {
  test("a deposit for Japan is never allowed, whichever it is", () => {
    expect(verdicts({ programme: null }, asked("deposit", 1))[0]?.verdict).toBe("never_allowed");
  });

  test("a fee that one programme allows and another forbids depends on it, and each is named", () => {
    const [one] = verdicts({ programme: null }, asked("service", 20_000_000));
    expect(one?.verdict).toBe("not_enough_known");
    expect(one?.depends).toContainEqual({ programme: "JP_TTS", verdict: "lawful" });
    expect(one?.depends).toContainEqual({ programme: "JP_TTS_3", verdict: "never_allowed" });
  });

  test("above every ceiling is above the highest, by the least excess", () => {
    const [one] = verdicts({ programme: null }, asked("service", 100_000_000));
    expect([one?.verdict, one?.excess?.minor]).toEqual(["above_ceiling", 10_900_000n]);
  });
});

describe("sums", () => {
  const sums = (over: Partial<AskedTerms>, ...lines: AskedLine[]) => askedSums(verdicts(over, ...lines), rates);

  test("what need not be paid is what is forbidden and what is above a ceiling", () => {
    const all = sums({}, asked("service", 99_100_000), asked("seat", 5_000_000), asked("language", 12_000_000));
    expect(all.asked).toEqual({ dong: 116_100_000n, complete: true });
    expect(all.notOwed).toEqual({ dong: 15_000_000n, complete: true });
    expect([all.cappedMost, all.wholeMost]).toEqual([89_100_000n, 101_100_000n]);
  });

  test("a ceiling counts once, however many lines it is asked in", () => {
    expect(sums({}, asked("service", 1), asked("service", 1)).cappedMost).toBe(89_100_000n);
  });

  test("what is taken each month counts for the whole contract", () => {
    const month = asked("host_agent", null, { amountMinor: 190_000n, currency: "TWD", when: "monthly_abroad" });
    const all = sums({ market: "TW", programme: "TW_FACTORY" }, month);
    // 1,900 and the 100 too much, 36 times, at 800 đồng
    expect(all.asked).toEqual({ dong: 54_720_000n, complete: true });
    expect(all.notOwed).toEqual({ dong: 2_880_000n, complete: true });
    expect(sums({ market: "TW", programme: "TW_FACTORY", contractMonths: null }, month).asked.complete).toBe(false);
  });

  test("a line nobody can judge leaves no sum for the whole", () => {
    expect(sums({}, asked("service", 1), asked("package", 1)).wholeMost).toBeNull();
  });

  test("an amount nobody gave makes a sum at least", () => {
    expect(sums({}, asked("service", 5), asked("seat", null)).asked).toEqual({ dong: 5n, complete: false });
  });
});

describe("beside what the order publishes", () => {
  const sheet = [
    published({ position: 0, amountMinor: 360_000n }),
    published({ position: 1, code: "health_check", amountMinor: 800_000n, currency: "VND" }),
  ];
  const against = (...lines: AskedLine[]) => [...againstPublished(verdicts({}, ...lines), sheet, rates, 36).values()];

  test("more than published, the same, and what the sheet does not name", () => {
    expect(against(asked("service", 66_000_000), asked("health", 800_000), asked("seat", 1))).toEqual([
      { state: "more", published: moneyOf(360_000, "JPY"), more: moneyOf(40_000, "JPY") },
      { state: "same_or_less", published: moneyOf(800_000, "VND"), more: null },
      { state: "not_published", published: null, more: null },
    ]);
  });

  test("a published fee asked in two parts is compared whole", () => {
    const both = against(asked("service", 33_000_000), asked("service", 33_000_000));
    expect(both.map(({ state }) => state)).toEqual(["more", "more"]);
  });
});

describe("whatever is asked", () => {
  const anyLine = fc.record({
    called: fc.constantFrom(...askedNames),
    amount: fc.option(fc.double({ min: 0, max: 1e12, noNaN: true }), { nil: undefined }),
    currency: fc.constantFrom("VND", "JPY", "USD", "TWD", "XXX"),
    when: fc.constantFrom(...askedWhens),
    to: fc.constantFrom(...askedTos),
  });
  const anyBody = fc.record({
    market: fc.constantFrom(...markets.map(({ code }) => code)),
    programme: fc.constant(undefined),
    contract_months: fc.option(fc.integer({ min: 1, max: 120 }), { nil: undefined }),
    wage: fc.option(fc.double({ min: 0, max: 1e9, noNaN: true }), { nil: undefined }),
    lines: fc.array(anyLine, { minLength: 1, maxLength: 12 }),
  });

  test("there is an answer for each line, and no excess without a limit", () => {
    fc.assert(
      fc.property(anyBody, fc.nat(), (body, pick) => {
        const here = programmes.filter(({ market }) => market === body.market);
        const programme = pick % 2 === 0 ? undefined : here[pick % (here.length || 1)]?.code;
        const parsed = parseAskedBody({ ...body, programme });
        expect(parsed.error?.issues ?? []).toEqual([]);
        if (!parsed.data) return;
        const answer = askedAnswerOf(parsed.data, today, rates);
        expect(answer.lines).toHaveLength(body.lines.length);
        for (const line of answer.lines) {
          if (line.verdict === "above_ceiling") expect(line.excess?.amount).toBeGreaterThan(0);
          if (line.verdict === "lawful") expect(line.excess).toBeNull();
        }
        if (answer.sums.asked.complete) expect(answer.sums.notOwed.dong).toBeLessThanOrEqual(answer.sums.asked.dong);
      }),
      { numRuns: 300 },
    );
  });
});

test("every name, moment, hand and verdict has its words, and means a component of the law", () => {
  for (const words of [vi, en] as const) {
    for (const name of askedNames) expect(words.called[name], name).toBeTruthy();
    for (const when of askedWhens) expect(words.when[when], when).toBeTruthy();
    for (const to of askedTos) expect(words.to[to], to).toBeTruthy();
    for (const verdict of askedVerdictCodes) expect(words.verdict[verdict], verdict).toBeTruthy();
    for (const verdict of askedVerdictCodes) expect(words.next[verdict], verdict).toBeTruthy();
  }
  for (const code of Object.values(askedComponents)) expect(feeComponentOf(code), code).toBeDefined();
});
