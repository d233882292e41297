import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { day } from "@/domain/kernel/calendar";
import { inDong } from "@/domain/kernel/money";
import { feeComponents, feeSheetFindings, feeSheetHolds, lineInDong, sheetTotals } from "./rules";
import { line, rates, terms } from "./builders";
import { dueMoments, payees, payers, type FeeLine, type FeeTerms } from "./schema";

const today = day("2026-11-20");
const found = (lines: FeeLine[], over: Partial<FeeTerms> = {}, on = today) =>
  feeSheetFindings(lines, terms(over), on).map((one) => `${one.condition}/${one.severity}/${one.rule}`);

describe("a cost sheet against the law (P9)", () => {
  const cases: [string, Partial<FeeLine>, Partial<FeeTerms>, string[]][] = [
    ["at the ceiling", {}, {}, []],
    ["one yen above it", { amountMinor: 360_001n }, {}, ["withinCeiling/breach/SF-GEN"]],
    ["collected in đồng, within", { amountMinor: 59_400_000n, currency: "VND" }, {}, []],
    [
      "collected in đồng, one đồng above",
      { amountMinor: 59_400_001n, currency: "VND" },
      {},
      ["withinCeiling/breach/SF-GEN"],
    ],
    [
      "collected in đồng, no rate",
      { amountMinor: 1n, currency: "VND" },
      { rates: new Map() },
      ["withinCeiling/unknown/SF-GEN"],
    ],
    ["wage unknown", {}, { basicMinor: null }, ["withinCeiling/unknown/SF-GEN"]],
    ["length unknown, within three months", {}, { contractMonths: null }, ["withinCeiling/unknown/SF-GEN"]],
    [
      "length unknown, above three months",
      { amountMinor: 600_000n },
      { contractMonths: null },
      ["withinCeiling/breach/SF-GEN"],
    ],
    ["amount unknown", { amountMinor: null }, {}, ["amountKnown/unknown/null"]],
    ["before the contract", { due: "on_application" }, {}, ["afterContract/breach/SF-WHEN"]],
    ["nobody says when", { due: "unknown" }, {}, ["afterContract/unknown/SF-WHEN"]],
    ["to a branch", { payee: "branch" }, {}, ["payeeIsEnterprise/breach/null"]],
    ["to a person", { payee: "person" }, {}, ["payeeIsEnterprise/breach/null"]],
    ["to the host's agent", { payee: "host_agent" }, {}, ["payeeIsEnterprise/breach/null"]],
    ["to nobody knows whom", { payee: "unknown" }, {}, ["payeeIsEnterprise/unknown/null"]],
    ["paid by the employer", { payer: "employer", amountMinor: null }, {}, []],
    ["public unit", {}, { programme: "JP_TTS_IM", senderType: "public_unit" }, ["notProhibited/breach/SF-PUBLIC-UNIT"]],
    ["after training no. 2", {}, { programme: "JP_SSW1", completedTts: "2" }, ["withinCeiling/breach/SF-JP-SSW-EXTTS"]],
    ["recruiting fee", { code: "recruiting_fee", amountMinor: 1n }, {}, ["notProhibited/breach/RC-FEE"]],
    ["recruiting fee of nothing", { code: "recruiting_fee", amountMinor: 0n }, {}, []],
    [
      "recruiting fee, amount not said",
      { code: "recruiting_fee", amountMinor: null },
      {},
      ["notProhibited/breach/RC-FEE"],
    ],
    ["brokerage", { code: "brokerage_from_worker" }, {}, ["notProhibited/breach/BR-WORKER"]],
    ["the agency's own brokerage charged on", { code: "brokerage_price" }, {}, ["notProhibited/breach/BR-WORKER"]],
    ["money against running away", { code: "security_other" }, {}, ["notProhibited/breach/SEC-OTHER"]],
    ["a guarantee without money", { code: "guarantee", amountMinor: null }, {}, []],
    ["a guarantee paid in cash", { code: "guarantee" }, {}, ["guaranteeWithoutMoney/breach/null"]],
    ["a component nobody knows", { code: "seat_fee" }, {}, ["componentKnown/breach/null"]],
    ["other", { code: "other" }, {}, ["componentExplained/unknown/null"]],
    ["air ticket of an intern", { code: "airfare", payee: "airline" }, {}, ["foreignSidePays/breach/CM-JP-TTS-AIR"]],
    [
      "ticket home of a skilled worker",
      { code: "airfare", payee: "airline", due: "at_return" },
      { programme: "JP_SSW1" },
      [],
    ],
    [
      "training while a source is prepared",
      { code: "language_training", payee: "school" },
      { kind: "source_preparation" },
      [],
    ],
    ["a fee while a source is prepared", {}, { kind: "source_preparation" }, ["trainingOnly/breach/SRC-PREP"]],
    [
      "rent above 15 %",
      { code: "rent_host", payee: "host_employer", due: "monthly_abroad", amountMinor: 27_001n },
      {},
      ["withinCeiling/breach/CM-JP-TTS-RENT"],
    ],
    [
      "fund, as nobody has checked",
      { code: "support_fund", payee: "state", amountMinor: 100_000n, currency: "VND" },
      {},
      ["withinCeiling/unverified/FUND-W-2025"],
    ],
  ];
  test.each(cases)("%s", (_, one, over, expected) => expect(found([line(one)], over)).toEqual(expected));

  test("the excess is said in the line's currency", () =>
    expect(feeSheetFindings([line({ amountMinor: 400_000n })], terms(), today)[0]).toMatchObject({
      position: 1,
      limitMinor: 360_000n,
      excessMinor: 40_000n,
      currency: "JPY",
      legalSource: "Law 69/2020/QH14 Art. 23(4)(a)",
    }));

  test("splitting the fee in two lines raises nothing", () => {
    const half = [line({ amountMinor: 200_000n }), line({ position: 2, amountMinor: 200_000n })];
    expect(feeSheetFindings(half, terms(), today)).toMatchObject([
      { position: 2, condition: "withinCeiling", excessMinor: 40_000n },
    ]);
  });

  test("the foreign side's part is read from the sheet when the order does not state it", () => {
    const mine = line({ amountMinor: 360_001n });
    const theirs = line({
      position: 2,
      code: "service_fee_paid_by_foreign_side",
      payer: "foreign_side",
      amountMinor: 5_000n,
      due: "monthly_abroad",
      months: 36,
    });
    expect(found([mine, theirs], { foreignPaidMinor: null })).toEqual(["withinCeiling/breach/SF-GEN"]);
    expect(found([mine], { foreignPaidMinor: null })).toEqual([]);
  });

  test("deposits: bank, after the contract, within the decree", () => {
    const korea = { market: "KR", programme: "KR_E7", currency: "KRW", basicMinor: 2_800_000n };
    const deposit = line({
      code: "worker_deposit",
      payee: "bank",
      amountMinor: 36_000_000n,
      currency: "VND",
      due: "after_visa",
    });
    expect(found([deposit], korea)).toEqual([]);
    expect(found([{ ...deposit, amountMinor: 36_000_001n }], korea)).toEqual(["withinCeiling/breach/DEP-KR"]);
    expect(found([{ ...deposit, payee: "agency" }], korea)).toEqual(["depositInBank/breach/null"]);
    expect(found([{ ...deposit, due: "after_selection" }], korea)).toEqual(["afterContract/breach/DEP-WHEN"]);
    expect(found([deposit])).toEqual(["withinCeiling/breach/DEP-JP"]);
    const germany = { market: "DE", programme: "DE_SKILLED", currency: "EUR", basicMinor: 250_000n };
    expect(found([deposit], germany)).toEqual(["withinCeiling/unknown/DEP-OTHER"]);
    expect(found([deposit], { ...germany, ticket: { minor: 15_000_000n, currency: "VND" } })).toEqual([
      "withinCeiling/breach/DEP-OTHER",
    ]);
  });

  test("Taiwan's agent: 1,800 a month in the first year, less after; 1,500 in a short contract", () => {
    const taiwan = { market: "TW", programme: "TW_FACTORY", currency: "TWD", basicMinor: 28_000n, contractMonths: 36 };
    const agent = (amountMinor: bigint, months: number) =>
      line({
        code: "host_agent_fee",
        payee: "host_agent",
        amountMinor,
        currency: "TWD",
        due: "monthly_abroad",
        months,
      });
    expect(found([agent(180_000n, 12)], taiwan)).toEqual([]);
    expect(found([agent(180_000n, 36)], taiwan)).toEqual(["withinCeiling/breach/HF-TW-AGENT"]);
    expect(found([agent(160_000n, 12)], { ...taiwan, contractMonths: 12 })).toEqual([
      "withinCeiling/breach/CM-TW-SHORT-AGENT",
    ]);
  });

  test("while the circular of 2021 has not been read, only the law's own ceiling blocks", () => {
    const before = day("2023-01-01");
    expect(found([line()], {}, before)).toEqual(["withinCeiling/unverified/SF-GEN"]);
    expect(found([line({ amountMinor: 360_001n })], {}, before)).toEqual(["withinCeiling/breach/SF-GEN"]);
  });

  test("no sheet is not a cheap sheet", () => expect(found([])).toEqual(["sheetPresent/unknown/null"]));

  test("P9 holds only without breaches and with every amount known", () => {
    const holds = (lines: FeeLine[]) => feeSheetHolds(feeSheetFindings(lines, terms(), today));
    expect(holds([line()])).toBe(true);
    expect(holds([line({ amountMinor: 360_001n })])).toBe(false);
    expect(holds([line({ amountMinor: null })])).toBe(false);
    expect(holds([])).toBe(false);
    expect(holds([line({ payee: "unknown" })])).toBe(true);
  });
});

describe("totals", () => {
  const lines = fc.array(
    fc.record({
      code: fc.constantFrom(...feeComponents.map((component) => component.code)),
      payer: fc.constantFrom(...payers),
      payee: fc.constantFrom(...payees),
      amountMinor: fc.option(fc.bigInt({ min: 0n, max: 10n ** 9n }), { freq: 20 }),
      currency: fc.constantFrom("VND", "JPY", "USD", "TWD", "SEK"),
      due: fc.constantFrom(...dueMoments),
      months: fc.option(fc.integer({ min: 1, max: 60 })),
      refundable: fc.constant("unknown" as const),
    }),
    { maxLength: 20 },
  );

  test("equal their lines to the unit, per payer, per currency and in đồng", () =>
    fc.assert(
      fc.property(lines, (random) => {
        const sheet: FeeLine[] = random.map((one, position) => ({ ...one, position }));
        const { byPayer, worker } = sheetTotals(sheet, rates);
        const money = sheet.filter((one) => one.code !== "guarantee");
        for (const [payer, sum] of byPayer) {
          const mine = money.filter((one) => one.payer === payer);
          const known = mine.map((one) => lineInDong(one, rates));
          expect(sum.atLeastDong).toBe(known.reduce<bigint>((total, dong) => total + (dong ?? 0n), 0n));
          expect(sum.dong === null).toBe(known.includes(null));
          expect(sum.unknown).toHaveLength(known.filter((dong) => dong === null).length);
          if (sum.dong !== null) expect(sum.dong).toBe(sum.atLeastDong);
        }
        const parts = [worker.beforeLeaving, worker.deposit, worker.abroad];
        const whole = byPayer.get("worker");
        expect(parts.reduce((total, part) => total + part.atLeastDong, 0n)).toBe(whole?.atLeastDong ?? 0n);
        for (const { currency, minor } of whole?.amounts ?? [])
          expect(
            parts
              .flatMap((part) => part.amounts)
              .reduce((total, one) => total + (one.currency === currency ? one.minor : 0n), 0n),
          ).toBe(minor);
      }),
    ));

  test("an example: cost, deposit and what is paid abroad are apart", () => {
    const sheet = [
      line({ amountMinor: 360_000n }),
      line({
        position: 2,
        code: "passport",
        payee: "state",
        amountMinor: 200_000n,
        currency: "VND",
        due: "on_application",
      }),
      line({ position: 3, code: "worker_deposit", payee: "bank", amountMinor: 12_000_000n, currency: "VND" }),
      line({
        position: 4,
        code: "rent_host",
        payee: "host_employer",
        amountMinor: 20_000n,
        due: "monthly_abroad",
        months: 36,
      }),
      line({ position: 5, code: "airfare", payer: "employer", payee: "airline", amountMinor: null }),
    ];
    const totals = sheetTotals(sheet, rates);
    expect(totals.workerBeforeLeavingVnd).toBe(
      inDong({ minor: 360_000n, currency: "JPY" }, rates.get("JPY") ?? null)! + 200_000n,
    );
    expect(totals.depositVnd).toBe(12_000_000n);
    expect(totals.worker.abroad.amounts).toEqual([{ minor: 720_000n, currency: "JPY" }]);
    expect(totals.byPayer.get("employer")).toEqual({ dong: null, atLeastDong: 0n, amounts: [], unknown: [5] });
  });
});
