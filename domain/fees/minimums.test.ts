import { describe, expect, test } from "vitest";
import { day } from "@/domain/kernel/calendar";
import { terms } from "./builders";
import { contractMinimumFindings } from "./rules";
import type { FeeTerms } from "./schema";

const today = day("2026-11-20");

describe("contract minimums (P8)", () => {
  const minimum = (over: Partial<FeeTerms>, condition: string) =>
    contractMinimumFindings(terms(over), today)
      .filter((one) => one.condition === condition)
      .map((one) => `${one.rule}/${one.met}`);
  const germany = { market: "DE", programme: "DE_SKILLED", currency: "EUR", basicMinor: 250_000n };
  const taiwan = { market: "TW", programme: "TW_FACTORY", currency: "TWD", basicMinor: 2_900_000n, contractMonths: 36 };
  const saudi = {
    market: "SA",
    programme: "SA_DOMESTIC",
    occupation: "domestic-helper",
    currency: "USD",
    basicMinor: 40_000n,
    contractMonths: 24,
  };
  const algeria = { market: "DZ", programme: "DZ_CONSTRUCTION", currency: "USD", basicMinor: 45_000n };
  const cases: [string, Partial<FeeTerms>, string, string[]][] = [
    ["rent within 15 %", { lodgingMinor: 27_000n }, "rent", ["CM-JP-TTS-RENT/met"]],
    ["rent above 15 %", { lodgingMinor: 27_001n }, "rent", ["CM-JP-TTS-RENT/unmet"]],
    ["rent not said", { lodgingMinor: null }, "rent", ["CM-JP-TTS-RENT/unknown"]],
    [
      "rent as a deduction line",
      { lodgingMinor: null, deductions: [{ code: "rent_host", minor: 30_000n }] },
      "rent",
      ["CM-JP-TTS-RENT/unmet"],
    ],
    ["round trip", {}, "airfare", ["CM-JP-TTS-AIR/met"]],
    ["one way instead of a round trip", { airfareLegs: "one_way" }, "airfare", ["CM-JP-TTS-AIR/unmet"]],
    ["legs not said", { airfareLegs: "unknown" }, "airfare", ["CM-JP-TTS-AIR/unknown"]],
    ["the worker flies at own cost", { airfare: "worker", airfareLegs: "unknown" }, "airfare", ["CM-JP-TTS-AIR/unmet"]],
    ["management fee of 5,000 a month", {}, "foreignSideFee", ["CM-JP-TTS-MGMT/met"]],
    ["caregivers: 10,000", { programme: "JP_TTS_CAREGIVER" }, "foreignSideFee", ["CM-JP-TTS-MGMT-CARE/unmet"]],
    ["dispatch fee of a month", { programme: "JP_SSW1" }, "foreignSideFee", ["CM-JP-SSW-DISPATCH/met"]],
    ["commuting", { commuting: "own_cost" }, "commuting", ["CM-JP-TTS-RENT/unmet"]],
    ["Europe, wage", germany, "wage", ["CM-EU/met"]],
    ["Europe, wage below", { ...germany, basicMinor: 50_000n }, "wage", ["CM-EU/unmet"]],
    ["Europe, wage without a rate", { ...germany, rates: new Map() }, "wage", ["CM-EU/unknown"]],
    [
      "Europe, length unknown between the bars",
      { ...germany, basicMinor: 60_000n, contractMonths: null },
      "wage",
      ["CM-EU/unknown"],
    ],
    ["Europe, lodging not free but the wage is high", germany, "lodging", ["CM-EU/met"]],
    ["Europe, lodging not free and the wage low", { ...germany, basicMinor: 70_000n }, "lodging", ["CM-EU/unmet"]],
    ["Europe, five months", { ...germany, contractMonths: 5 }, "contractLength", ["CM-EU/unmet"]],
    ["hourly pay", { ...germany, payPeriod: "hour", basicMinor: 1_400n, hoursPerWeek: 40 }, "wage", ["CM-EU/met"]],
    ["hourly pay without hours", { ...germany, payPeriod: "hour", basicMinor: 1_400n }, "wage", ["CM-EU/unknown"]],
    [
      "Taiwan, board and lodging 2,500",
      { ...taiwan, boardMinor: 50_000n, lodgingMinor: 200_000n },
      "boardAndLodging",
      ["CM-TW-BOARD/met"],
    ],
    [
      "Taiwan, 4,000: depends on support",
      { ...taiwan, boardMinor: 200_000n, lodgingMinor: 200_000n },
      "boardAndLodging",
      ["CM-TW-BOARD/unknown"],
    ],
    [
      "Taiwan, 6,000",
      { ...taiwan, boardMinor: 400_000n, lodgingMinor: 200_000n },
      "boardAndLodging",
      ["CM-TW-BOARD/unmet"],
    ],
    [
      "Taiwan, 12 months asks for both flights",
      { ...taiwan, contractMonths: 12, airfareLegs: "one_way" },
      "airfare",
      ["CM-TW-SHORT-AIR/unmet"],
    ],
    ["Taiwan, 36 months asks for one", { ...taiwan, airfareLegs: "one_way" }, "airfare", ["CM-TW-AIR/met"]],
    [
      "Taiwan at home: free board and lodging",
      { ...taiwan, programme: "TW_HOME_CARE", board: "free", lodging: "free", lodgingMinor: null },
      "boardAndLodging",
      ["CM-TW-HOME-BOARD/met"],
    ],
    [
      "Korea E-7: 20 %",
      {
        market: "KR",
        programme: "KR_E7",
        currency: "KRW",
        basicMinor: 2_000_000n,
        boardMinor: 200_000n,
        lodgingMinor: 200_001n,
      },
      "boardAndLodging",
      ["CM-KR-E7-BOARD/unmet"],
    ],
    [
      "Korea E-10: 36 months",
      { market: "KR", programme: "KR_E10", contractMonths: 24 },
      "contractLength",
      ["CM-KR-E10-TERM/unmet"],
    ],
    ["domestic work: the household's rule before the group's", saudi, "wage", ["CM-WCA-DOM/met"]],
    ["domestic work: own board", saudi, "board", ["CM-WCA-DOM/unmet"]],
    ["Africa, worker pays board: 500", algeria, "wage", ["CM-WCA-OTHER/unmet"]],
    ["Africa, free: 400", { ...algeria, board: "free", lodging: "free" }, "wage", ["CM-WCA-OTHER/met"]],
    [
      "a local minimum wage is not ours to know",
      { market: "AU", programme: "AU_AGRICULTURE", currency: "AUD" },
      "localMinimumWage",
      ["CM-OC/unknown"],
    ],
    [
      "Macau: its own wage",
      { market: "MO", programme: "MO_DOMESTIC", currency: "MOP", basicMinor: 450_000n },
      "wage",
      ["CM-MO-DOM/met"],
    ],
  ];
  test.each(cases)("%s", (_, over, condition, expected) => expect(minimum(over, condition)).toEqual(expected));

  test("public units follow their agreement, source preparation promises nothing, old contracts had other minimums", () => {
    expect(
      contractMinimumFindings(
        terms({ programme: "JP_TTS_IM", senderType: "public_unit", kind: "state_programme" }),
        today,
      ),
    ).toEqual([]);
    expect(contractMinimumFindings(terms({ kind: "source_preparation" }), today)).toEqual([]);
    expect(contractMinimumFindings(terms(), day("2024-05-14"))).toEqual([]);
  });
});
