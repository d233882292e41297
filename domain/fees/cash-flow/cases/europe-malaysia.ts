// Nurses in Germany, 1 EUR = 30,300 đồng; Malaysia, 1 MYR = 6,250.
import { percent, units, type HandCase } from "./shape";

const social = "social_insurance_host";
const tax = "tax_host";
const nurse = {
  market: "DE",
  programme: "DE_SKILLED",
  currency: "EUR",
  months: 36,
  pay: 2_800,
  deductions: [percent(social, 21), percent(tax, 12)],
  board: "own_cost",
  lodging: 350,
  commuting: "own_cost",
  occupation: "nurse",
};
const nurseLiving = [
  { covers: "board", from: 200, to: 345 },
  { covers: "commuting", from: 44.1, to: 63 },
] as const;
const nurseMonth = [
  "2,800 - 2,800 * 21% - 2,800 * 12% - 350 = 1,526",
  "(1,526 - 200 - 44.1) * 30,300 = 38,841,570",
  "(1,526 - 345 - 63) * 30,300 = 33,875,400",
];

const malaysia = {
  market: "MY",
  programme: "MY_GENERAL",
  currency: "MYR",
  months: 24,
  pay: 1_700,
  deductions: [units(social, 8.5, "MYR")],
  board: "own_cost",
  region: "Selangor",
};
const malayFood = [{ covers: "board", from: 550, to: 610, region: "Selangor" }] as const;
const malayMonth = ["(1,700 - 8.5 - 550) * 6,250 = 7,134,375", "(1,700 - 8.5 - 610) * 6,250 = 6,759,375"];

export const germanyAndMalaysia: readonly HandCase[] = [
  {
    name: "nurse through an agency: a month's wage as fee, food and the way to work her own",
    order: nurse,
    lines: [
      ["service_fee", 2_800, "EUR"],
      ["language_training", 60_000_000, "VND"],
      ["visa", 75, "EUR"],
      ["degree_recognition", 450, "EUR", { by: "employer" }],
      ["health_check", 1_000_000, "VND"],
    ],
    living: nurseLiving,
    working: [
      "2,800 * 30,300 + 60,000,000 + 75 * 30,300 + 1,000,000 = 148,112,500",
      "450 * 30,300 = 13,635,000",
      ...nurseMonth,
      "ceil(148,112,500 / 38,841,570) = 4",
      "ceil(148,112,500 / 33,875,400) = 5",
    ],
    gives: { before: 148_112_500, foreign: 13_635_000, kept: [33_875_400, 38_841_570], even: [4, 5] },
  },
  {
    name: "nurse of the state programme: the employer pays course and visa, she rents",
    order: {
      ...nurse,
      programme: "DE_TRIPLE_WIN",
      sender: "public_unit",
      pay: 2_600,
      deductions: [units(social, 550, "EUR"), units(tax, 250, "EUR")],
      lodging: "own_cost",
      commuting: "free",
    },
    lines: [
      ["language_training", 100_000_000, "VND", { by: "employer" }],
      ["visa", 75, "EUR", { by: "employer" }],
      ["passport", 200_000, "VND"],
      ["judicial_record", 200_000, "VND"],
      ["health_check", 1_500_000, "VND"],
    ],
    living: [
      { covers: "board", from: 198, to: 345 },
      { covers: "lodging", from: 285, to: 410 },
    ],
    working: [
      "200,000 + 200,000 + 1,500,000 = 1,900,000",
      "100,000,000 + 75 * 30,300 = 102,272,500",
      "2,600 - 550 - 250 = 1,800",
      "(1,800 - 198 - 285) * 30,300 = 39,905,100",
      "(1,800 - 345 - 410) * 30,300 = 31,663,500",
      "ceil(1,900,000 / 31,663,500) = 1",
    ],
    gives: { before: 1_900_000, foreign: 102_272_500, kept: [31_663_500, 39_905_100], even: [1, 1] },
  },
  {
    name: "nurse whose tax is named without an amount: at most so much, not before the second month",
    order: {
      ...nurse,
      pay: 2_700,
      deductions: [units(social, 560, "EUR"), { code: tax }],
      board: "free",
      lodging: "free",
      commuting: "free",
    },
    lines: [["service_fee", 65_000_000, "VND"]],
    working: [
      "65,000,000 + 0 = 65,000,000",
      "(2,700 - 560) * 30,300 = 64,842,000",
      "ceil(65,000,000 / 64,842,000) = 2",
    ],
    gives: {
      before: 65_000_000,
      kept: [null, 64_842_000],
      even: [2, null],
      reason: "unknown",
      unknown: ["deduction_amount"],
    },
  },
  {
    name: "nurse on a day without a rate for the euro: the wage cannot be told in đồng",
    order: { ...nurse, board: "free", lodging: "free", commuting: "free", withoutRate: true },
    lines: [["language_training", 20_000_000, "VND"]],
    working: ["20,000,000 + 0 = 20,000,000"],
    gives: { before: 20_000_000, kept: [null, null], even: [null, null], reason: "unknown", unknown: ["wage_rate"] },
  },
  {
    name: "nurse from a poor household, ten months of study, passport in hand",
    order: { ...nurse, training: 10 },
    lines: [
      ["language_training", 60_000_000, "VND"],
      ["passport", 200_000, "VND"],
      ["visa", 75, "EUR"],
      ["health_check", 700_000, "VND"],
    ],
    living: nurseLiving,
    she: { groups: ["poor"], helpedBefore: false, has: ["passport"] },
    working: [
      "75 * 30,300 = 2,272,500",
      "4,000,000 + 2,272,500 + 700,000 = 6,972,500",
      "60,000,000 + 2,272,500 + 700,000 - 6,972,500 = 56,000,000",
      "50,000 * 20 * 10 + 400,000 * 10 + 200,000 = 14,200,000",
      "50,000 * 30 * 10 + 400,000 * 10 + 300,000 = 19,300,000",
      ...nurseMonth,
      "ceil((56,000,000 - 19,300,000) / 38,841,570) = 1",
      "ceil((56,000,000 - 14,200,000) / 33,875,400) = 2",
    ],
    gives: {
      before: 56_000_000,
      granted: 6_972_500,
      allowances: [14_200_000, 19_300_000],
      kept: [33_875_400, 38_841_570],
      even: [1, 2],
    },
  },
  {
    name: "Malaysia: the foreign side pays half a month and the visa",
    order: malaysia,
    lines: [
      ["service_fee", 5_000_000, "VND"],
      ["service_fee_paid_by_foreign_side", 850, "MYR", { by: "foreign_side", due: "after_visa" }],
      ["health_check", 900_000, "VND"],
      ["passport", 200_000, "VND"],
      ["support_fund", 100_000, "VND"],
      ["visa", 1_500_000, "VND", { by: "employer" }],
    ],
    living: malayFood,
    working: [
      "5,000,000 + 900,000 + 200,000 + 100,000 = 6,200,000",
      "850 * 6,250 + 1,500,000 = 6,812,500",
      ...malayMonth,
      "ceil(6,200,000 / 6,759,375) = 1",
    ],
    gives: { before: 6_200_000, foreign: 6_812_500, kept: [6_759_375, 7_134_375], even: [1, 1] },
  },
  {
    name: "Malaysia, the ticket charged to her against the rules: no bank lends for that line",
    order: malaysia,
    lines: [
      ["airfare", 4_000_000, "VND"],
      ["service_fee", 5_000_000, "VND"],
      ["health_check", 900_000, "VND"],
    ],
    living: malayFood,
    she: { borrow: "most", groups: [] },
    working: [
      "4,000,000 + 5,000,000 + 900,000 = 9,900,000",
      "9,900,000 - 4,000,000 = 5,900,000",
      ...malayMonth,
      // half a đồng of interest is rounded up
      "5,900,000 * 8.382% / 12 = 41,211.5",
      "round((5,900,000 - floor(5,900,000 / 24)) * 8.382% / 12) = 39,494",
      "2 * 6,759,375 - 9,900,000 - 41,212 - 39,494 = 3,538,044",
      "ceil(9,900,000 / 7,134,375) = 2",
    ],
    gives: { before: 9_900_000, loan: 5_900_000, kept: [6_759_375, 7_134_375], even: [2, 2], unknown: ["loan_terms"] },
  },
  {
    name: "Malaysia without any cost sheet: no sheet is no knowledge, not a free order",
    order: malaysia,
    lines: [],
    living: malayFood,
    working: malayMonth,
    gives: {
      before: null,
      atLeast: 0,
      kept: [6_759_375, 7_134_375],
      even: [null, null],
      reason: "unknown",
      unknown: ["no_sheet"],
    },
  },
  {
    name: "Malaysia, one year, meals and bed taken from the wage: never even within the contract",
    order: { ...malaysia, months: 12, board: 600, lodging: 400 },
    lines: [["language_training", 60_000_000, "VND"]],
    working: [
      "60,000,000 + 0 = 60,000,000",
      "(1,700 - 8.5 - 600 - 400) * 6,250 = 4,321,875",
      "60,000,000 - 12 * 4,321,875 = 8,137,500",
    ],
    gives: {
      before: 60_000_000,
      kept: [4_321_875, 4_321_875],
      even: [null, null],
      reason: "never_within_contract",
    },
  },
];
