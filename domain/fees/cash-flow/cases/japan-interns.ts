// Interns in Japan, 1 JPY = 168 đồng.
import { percent, units, type HandCase } from "./shape";

const social = "social_insurance_host";
const tax = "tax_host";
const intern = {
  market: "JP",
  programme: "JP_TTS",
  currency: "JPY",
  months: 36,
  pay: 180_000,
  deductions: [percent(social, 15), percent(tax, 3)],
  board: "own_cost",
  lodging: 20_000,
  occupation: "welder",
};
const internSheet: HandCase["lines"] = [
  ["service_fee", 50_000_000, "VND"],
  ["orientation_course", 530_000, "VND"],
  ["language_training", 9_000_000, "VND"],
  ["health_check", 900_000, "VND"],
  ["passport", 200_000, "VND"],
  ["judicial_record", 200_000, "VND"],
  ["visa", 650_000, "VND"],
  ["support_fund", 100_000, "VND"],
];
const food = [{ covers: "board", from: 30_000, to: 45_000 }] as const;
const internMonth = [
  // 180,000 a month; 15 % and 3 % of it; 20,000 for the room; 30,000 to 45,000 for food
  "180,000 * 15% = 27,000",
  "180,000 * 3% = 5,400",
  "180,000 - 27,000 - 5,400 - 20,000 = 127,600",
  "(127,600 - 30,000) * 168 = 16,396,800",
  "(127,600 - 45,000) * 168 = 13,876,800",
];
const internCost = "50,000,000 + 530,000 + 9,000,000 + 900,000 + 200,000 + 200,000 + 650,000 + 100,000 = 61,580,000";

export const interns: readonly HandCase[] = [
  {
    name: "intern, three years: every line hers, food at her own cost",
    order: intern,
    lines: internSheet,
    living: food,
    working: [internCost, ...internMonth, "ceil(61,580,000 / 16,396,800) = 4", "ceil(61,580,000 / 13,876,800) = 5"],
    gives: { before: 61_580_000, kept: [13_876_800, 16_396_800], even: [4, 5] },
  },
  {
    name: "the same intern from a poor household, half a year of study: six grants and three allowances",
    order: { ...intern, training: 6 },
    lines: internSheet,
    living: food,
    she: { groups: ["poor"], helpedBefore: false },
    working: [
      internCost,
      // course 530,000; language at most 4,000,000; health at most 750,000; three papers at their official fee
      "530,000 + 4,000,000 + 750,000 + 200,000 + 200,000 + 650,000 = 6,330,000",
      "61,580,000 - 6,330,000 = 55,250,000",
      // food 20 to 30 days a month, a bed by the month, the way there once
      "50,000 * 20 * 6 + 400,000 * 6 + 200,000 = 8,600,000",
      "50,000 * 30 * 6 + 400,000 * 6 + 300,000 = 11,700,000",
      ...internMonth,
      "ceil((55,250,000 - 11,700,000) / 16,396,800) = 3",
      "ceil((55,250,000 - 8,600,000) / 13,876,800) = 4",
    ],
    gives: {
      before: 55_250_000,
      granted: 6_330_000,
      allowances: [8_600_000, 11_700_000],
      kept: [13_876_800, 16_396_800],
      even: [3, 4],
    },
  },
  {
    name: "the same intern with passport and language certificate in hand",
    order: intern,
    lines: internSheet,
    living: food,
    she: { has: ["passport", "language_training"], groups: [] },
    working: [
      "61,580,000 - 200,000 - 9,000,000 = 52,380,000",
      ...internMonth,
      "ceil(52,380,000 / 16,396,800) = 4",
      "ceil(52,380,000 / 13,876,800) = 4",
    ],
    gives: { before: 52_380_000, kept: [13_876_800, 16_396_800], even: [4, 4] },
  },
  {
    name: "the same intern, and nobody says what the health check costs",
    order: intern,
    lines: internSheet.map((line) => (line[0] === "health_check" ? (["health_check", null, "VND"] as const) : line)),
    living: food,
    working: [
      "61,580,000 - 900,000 = 60,680,000",
      ...internMonth,
      // Not before the month in which the known lines are earned back; how much later, nobody can say.
      "ceil(60,680,000 / 16,396,800) = 4",
    ],
    gives: {
      before: null,
      atLeast: 60_680_000,
      kept: [13_876_800, 16_396_800],
      even: [4, null],
      reason: "unknown",
      unknown: ["line_amount"],
    },
  },
  {
    name: "care intern of the state programme: the employer pays the way there and the course",
    order: {
      ...intern,
      programme: "JP_TTS_CAREGIVER",
      sender: "public_unit",
      occupation: "caregiver-facility",
      pay: 185_000,
      deductions: [units(social, 28_000, "JPY"), units(tax, 4_000, "JPY")],
      lodging: 15_000,
    },
    lines: [
      ["passport", 200_000, "VND"],
      ["support_fund", 100_000, "VND"],
      ["airfare", 7_500_000, "VND", { by: "employer" }],
      ["language_training", 20_000_000, "VND", { by: "employer" }],
    ],
    living: [{ covers: "board", from: 25_000, to: 40_000 }],
    working: [
      "200,000 + 100,000 = 300,000",
      "7,500,000 + 20,000,000 = 27,500,000",
      "185,000 - 28,000 - 4,000 - 15,000 = 138,000",
      "(138,000 - 25,000) * 168 = 18,984,000",
      "(138,000 - 40,000) * 168 = 16,464,000",
      "ceil(300,000 / 18,984,000) = 1",
    ],
    gives: { before: 300_000, foreign: 27_500_000, kept: [16_464_000, 18_984_000], even: [1, 1] },
  },
  {
    name: "one-year intern whose order names no deductions: the usual ones of the market, as a range",
    order: { ...intern, months: 12, pay: 170_000, deductions: null, board: "free", lodging: "free" },
    lines: [
      ["service_fee", 20_000_000, "VND"],
      ["visa", 650_000, "VND"],
    ],
    usual: [
      [social, 14, 16],
      [tax, 1, 7],
    ],
    working: [
      "20,000,000 + 650,000 = 20,650,000",
      "(170,000 - 170,000 * 14% - 170,000 * 1%) * 168 = 24,276,000",
      "(170,000 - 170,000 * 16% - 170,000 * 7%) * 168 = 21,991,200",
      "ceil(20,650,000 / 24,276,000) = 1",
      "ceil(20,650,000 / 21,991,200) = 1",
    ],
    gives: { before: 20_650_000, kept: [21_991_200, 24_276_000], even: [1, 1] },
  },
  {
    name: "one-year intern who borrows 20 million: interest moves her from the second month to the third",
    order: { ...intern, months: 12, pay: 150_000, deductions: [], board: "free", lodging: 10_000 },
    lines: [
      ["service_fee", 25_000_000, "VND"],
      ["language_training", 12_000_000, "VND"],
      ["skill_training", 9_000_000, "VND"],
      ["health_check", 1_000_000, "VND"],
    ],
    she: { borrow: 20_000_000n, groups: [] },
    working: [
      "25,000,000 + 12,000,000 + 9,000,000 + 1,000,000 = 47,000,000",
      "(150,000 - 10,000) * 168 = 23,520,000",
      // 127 % of 6.6 % a year is 8.382 %: a twelfth of it each month on what is still owed
      "20,000,000 + 0 = 20,000,000",
      "floor(20,000,000 / 12) = 1,666,666",
      "round(20,000,000 * 8.382% / 12) = 139,700",
      "round((20,000,000 - 1,666,666) * 8.382% / 12) = 128,058",
      "2 * 23,520,000 - 47,000,000 = 40,000",
      "2 * 23,520,000 - 47,000,000 - 139,700 - 128,058 = 0 - 227,758",
      "ceil(47,000,000 / 23,520,000) + 1 = 3",
    ],
    gives: {
      before: 47_000_000,
      loan: 20_000_000,
      kept: [23_520_000, 23_520_000],
      even: [3, 3],
      unknown: ["loan_terms"],
    },
  },
];
