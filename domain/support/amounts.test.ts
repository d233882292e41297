// The amounts of Art. 30, and the deposit of the programme with Korea, as law.md §7.3 and §12 state them.
import { describe, expect, test } from "vitest";
import { day } from "@/domain/kernel/calendar";
import { loanSchedule, noSituation, supportFor } from "./rules";

describe("the deposit of the programme with Korea", () => {
  const at = (market: string | null, programme: string | null) =>
    supportFor(noSituation, { day: day("2026-11-23"), market, programme });
  const depositLoan = (market: string | null, programme: string | null) =>
    at(market, programme).loans.find(({ purpose }) => purpose === "eps_deposit");

  test("100,000,000 đồng within 35 days, and as much without collateral, at a rate nobody told us", () => {
    const { deposit } = at("KR", "KR_EPS_E9");
    expect(deposit).toMatchObject({ dong: 100_000_000n, withinDaysOfSigning: 35, applies: "yes" });
    const loan = depositLoan("KR", "KR_EPS_E9");
    expect(loan).toMatchObject({ applies: "yes", capDong: 100_000_000n, ratePerYearMilliPercent: null });
    expect(loan && loanSchedule(loan, 100_000_000n, 36)).toMatchObject({
      collateralNeeded: false,
      instalments: null,
      totalInterestDong: null,
    });
  });

  test.each([
    ["KR", null, "unknown"],
    [null, null, "unknown"],
    ["KR", "KR_E7", "no"],
    ["JP", null, "no"],
  ] as const)("market %s, programme %s: %s", (market, programme, applies) => {
    expect(depositLoan(market, programme)?.applies).toBe(applies);
    expect(at(market, programme).deposit?.applies).toBe(applies);
  });

  test("which localities are suspended is said to be unknown, not passed over", () => {
    expect(at("KR", "KR_EPS_E9").unknown).toContain("eps_localities");
    expect(at("JP", "JP_SSW1").unknown).not.toContain("eps_localities");
  });

  test("help received before does not touch it: it rests on a decision of its own", () => {
    const { loans } = supportFor(
      { ...noSituation, groups: ["poor"], helpedBefore: true },
      { day: day("2026-11-23"), market: "KR", programme: "KR_EPS_E9" },
    );
    expect(loans.map(({ purpose, applies }) => [purpose, applies])).toEqual([
      ["cost", "no"],
      ["eps_deposit", "yes"],
    ]);
  });
});

describe("amounts", () => {
  const amounts = supportFor(noSituation, { day: day("2026-11-23"), market: null, programme: null }).grants.map(
    ({ rule, kind, capDong, fromDong, per }) => [rule, kind, fromDong, capDong, per],
  );
  test("are those of Art. 30", () => {
    expect(amounts).toEqual([
      ["SUP-ORI", "up_to", null, 530_000n, "course"],
      ["SUP-LANG", "up_to", null, 4_000_000n, "course"],
      ["SUP-SKILL", "up_to", null, 4_000_000n, "course"],
      ["SUP-MEAL", "allowance", null, 50_000n, "day"],
      ["SUP-LODGE", "allowance", null, 400_000n, "month"],
      ["SUP-HEALTH", "up_to", null, 750_000n, "person"],
      ["SUP-TRAVEL", "allowance", 200_000n, 300_000n, "course"],
      ["SUP-PASSPORT", "official_fee", null, null, "person"],
      ["SUP-JUDICIAL_RECORD", "official_fee", null, null, "person"],
      ["SUP-VISA", "official_fee", null, null, "person"],
    ]);
  });
});
