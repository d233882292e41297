// Korea, 1 KRW = 18.2 đồng, 1 USD = 26,300: skilled workers, coastal crew, the state programme, seasonal work.
import { percent, units, type HandCase } from "./shape";

const social = "social_insurance_host";
const tax = "tax_host";
const won = { market: "KR", currency: "KRW", months: 36 };
const crew = { ...won, programme: "KR_E10", pay: 2_100_000, deductions: [percent(tax, 2), percent(social, 7)] };
const crewMonth = "(2,100,000 - 2,100,000 * 2% - 2,100,000 * 7%) * 18.2 = 34,780,200";
const crewSheet: HandCase["lines"] = [
  ["service_fee", 35_000_000, "VND"],
  ["host_training_fee", 250, "USD", { due: "at_return" }],
  ["host_management_fee", 1_000, "USD", { due: "at_return" }],
  ["health_check", 900_000, "VND"],
  ["language_training", 5_000_000, "VND"],
  ["support_fund", 100_000, "VND"],
];
const crewCost = [
  "35,000,000 + 900,000 + 5,000,000 + 100,000 = 41,000,000",
  "250 * 26,300 + 1,000 * 26,300 = 32,875,000",
];

const eps = {
  ...won,
  programme: "KR_EPS_E9",
  sender: "public_unit" as const,
  pay: 2_156_880,
  deductions: [percent(social, 9.4), percent(tax, 1)],
  board: "own_cost",
  lodging: 150_000,
  training: 1,
};
const epsSheet: HandCase["lines"] = [
  ["worker_deposit", 100_000_000, "VND"],
  ["exam_fee", 28, "USD", { due: "on_application", to: "state" }],
  ["health_check", 1_200_000, "VND"],
  ["visa", 1_300_000, "VND"],
  ["support_fund", 100_000, "VND"],
  ["orientation_course", 900_000, "VND"],
  ["airfare", 7_000_000, "VND"],
];
const epsFood = [{ covers: "board", from: 250_000, to: 400_000 }] as const;
const epsWorking = [
  "28 * 26,300 = 736,400",
  "736,400 + 1,200,000 + 1,300,000 + 100,000 + 900,000 + 7,000,000 = 11,236,400",
  "100,000,000 + 0 = 100,000,000",
  // each part is rounded to the won, then to the đồng
  "round(2,156,880 * 9.4%) = 202,747",
  "round(2,156,880 * 1%) = 21,569",
  "round(2,156,880 * 18.2) = 39,255,216",
  "round(202,747 * 18.2) = 3,689,995",
  "round(21,569 * 18.2) = 392,556",
  "39,255,216 - 3,689,995 - 392,556 - 150,000 * 18.2 - 250,000 * 18.2 = 27,892,665",
  "39,255,216 - 3,689,995 - 392,556 - 150,000 * 18.2 - 400,000 * 18.2 = 25,162,665",
];

export const korea: readonly HandCase[] = [
  {
    name: "skilled welder with the deposit of 36 million: it is set apart, and back the month after the end",
    order: {
      ...won,
      programme: "KR_E7",
      pay: 2_800_000,
      deductions: [percent(social, 9), percent(tax, 2)],
      board: "own_cost",
      lodging: 200_000,
    },
    lines: [
      ["service_fee", 7_000_000, "KRW"],
      ["worker_deposit", 36_000_000, "VND"],
      ["language_training", 15_000_000, "VND"],
      ["health_check", 1_000_000, "VND"],
      ["visa", 1_800_000, "VND"],
      ["support_fund", 100_000, "VND"],
      ["passport", 200_000, "VND"],
    ],
    living: [{ covers: "board", from: 250_000, to: 400_000 }],
    working: [
      "7,000,000 * 18.2 = 127,400,000",
      "127,400,000 + 15,000,000 + 1,000,000 + 1,800,000 + 100,000 + 200,000 = 145,500,000",
      "36,000,000 + 0 = 36,000,000",
      "2,800,000 - 2,800,000 * 9% - 2,800,000 * 2% - 200,000 = 2,292,000",
      "(2,292,000 - 250,000) * 18.2 = 37,164,400",
      "(2,292,000 - 400,000) * 18.2 = 34,434,400",
      "ceil(145,500,000 / 37,164,400) = 4",
      "ceil(145,500,000 / 34,434,400) = 5",
    ],
    gives: { before: 145_500_000, deposit: 36_000_000, kept: [34_434_400, 37_164_400], even: [4, 5] },
  },
  {
    name: "skilled worker, poor and of an ethnic minority, who borrows all she may at the lower rate",
    order: {
      ...won,
      programme: "KR_E7",
      pay: 2_500_000,
      deductions: [units(social, 225_000, "KRW"), units(tax, 40_000, "KRW")],
      board: "own_cost",
      training: 3,
    },
    lines: [
      ["service_fee", 40_000_000, "VND"],
      ["language_training", 8_000_000, "VND"],
      ["health_check", 800_000, "VND"],
      ["orientation_course", 500_000, "VND"],
      ["visa", 1_800_000, "VND"],
      ["passport", 200_000, "VND"],
      ["support_fund", 100_000, "VND"],
    ],
    living: [{ covers: "board", from: 300_000, to: 450_000 }],
    she: { groups: ["poor", "ethnic_minority"], helpedBefore: false, borrow: "most" },
    working: [
      "4,000,000 + 750,000 + 500,000 + 1,800,000 + 200,000 = 7,250,000",
      "40,000,000 + 8,000,000 + 800,000 + 500,000 + 1,800,000 + 200,000 + 100,000 = 51,400,000",
      "51,400,000 - 7,250,000 = 44,150,000",
      "50,000 * 20 * 3 + 400,000 * 3 + 200,000 = 4,400,000",
      "50,000 * 30 * 3 + 400,000 * 3 + 300,000 = 6,000,000",
      "2,500,000 - 225,000 - 40,000 = 2,235,000",
      "(2,235,000 - 300,000) * 18.2 = 35,217,000",
      "(2,235,000 - 450,000) * 18.2 = 32,487,000",
      // 6.6 % a year; 36 parts
      "round(44,150,000 * 6.6% / 12) = 242,825",
      "round((44,150,000 - floor(44,150,000 / 36)) * 6.6% / 12) = 236,080",
      "44,150,000 - 6,000,000 - 35,217,000 + 242,825 = 3,175,825",
      "2 * 32,487,000 + 4,400,000 - 44,150,000 - 242,825 - 236,080 = 24,745,095",
      "ceil(44,150,000 / 35,217,000) = 2",
    ],
    gives: {
      before: 44_150_000,
      granted: 7_250_000,
      loan: 44_150_000,
      allowances: [4_400_000, 6_000_000],
      kept: [32_487_000, 35_217_000],
      even: [2, 2],
    },
  },
  {
    name: "one year at the minimum wage of 2026, forty hours, board and room free",
    order: {
      ...won,
      months: 12,
      programme: "KR_E7",
      pay: 10_320,
      period: "hour",
      hours: 40,
      deductions: [percent(social, 9.4)],
    },
    lines: [["service_fee", 30_000_000, "VND"]],
    working: [
      "30,000,000 + 0 = 30,000,000",
      "10,320 * 40 * 52 / 12 = 1,788,800",
      "round(1,788,800 * 9.4%) = 168,147",
      "1,788,800 * 18.2 - round(168,147 * 18.2) = 29,495,885",
      "ceil(30,000,000 / 29,495,885) = 2",
    ],
    gives: { before: 30_000_000, kept: [29_495_885, 29_495_885], even: [2, 2] },
  },
  {
    name: "coastal crew: training and management abroad are paid at the end, in dollars",
    order: crew,
    lines: crewSheet,
    working: [...crewCost, crewMonth, "ceil(41,000,000 / 34,780,200) = 2"],
    gives: { before: 41_000_000, abroad: 32_875_000, kept: [34_780_200, 34_780_200], even: [2, 2] },
  },
  {
    name: "the same crew member, near-poor but helped once before: no grant and no loan a second time",
    order: crew,
    lines: crewSheet,
    she: { groups: ["near_poor"], helpedBefore: true, borrow: 30_000_000n },
    working: [...crewCost, crewMonth, "ceil(41,000,000 / 34,780,200) = 2"],
    gives: {
      before: 41_000_000,
      granted: 0,
      loan: 0,
      abroad: 32_875_000,
      kept: [34_780_200, 34_780_200],
      even: [2, 2],
    },
  },
  {
    name: "coastal crew with the management fee by the month: it comes off what she keeps",
    order: crew,
    lines: [
      ["service_fee", 33_100_000, "VND"],
      ["health_check", 900_000, "VND"],
      ["host_management_fee", 30, "USD", { due: "monthly_abroad", months: 36 }],
    ],
    working: [
      "33,100,000 + 900,000 = 34,000,000",
      "30 * 26,300 * 36 = 28,404,000",
      crewMonth,
      "34,780,200 - 30 * 26,300 = 33,991,200",
      // one month would be enough without the fee
      "ceil(34,000,000 / 34,780,200) = 1",
      "ceil(34,000,000 / 33,991,200) = 2",
    ],
    gives: { before: 34_000_000, abroad: 28_404_000, kept: [33_991_200, 33_991_200], even: [2, 2] },
  },
  {
    name: "state programme: the hundred million stays her own money",
    order: eps,
    lines: epsSheet,
    living: epsFood,
    working: [...epsWorking, "ceil(11,236,400 / 25,162,665) = 1"],
    gives: { before: 11_236_400, deposit: 100_000_000, kept: [25_162_665, 27_892_665], even: [1, 1] },
  },
  {
    name: "state programme, all borrowed: nobody knows what the deposit loan costs, so nobody can say when at the latest",
    order: eps,
    lines: epsSheet,
    living: epsFood,
    she: { borrow: "most", groups: [] },
    working: [
      ...epsWorking,
      "round(11,236,400 * 8.382% / 12) = 78,486",
      "27,892,665 - 11,236,400 - 78,486 = 16,577,779",
      "ceil((11,236,400 + 78,486) / 27,892,665) = 1",
    ],
    gives: {
      before: 11_236_400,
      deposit: 100_000_000,
      loan: 11_236_400,
      kept: [25_162_665, 27_892_665],
      even: [1, null],
      reason: "unknown",
      unknown: ["loan_rate", "loan_terms"],
    },
  },
  {
    name: "state programme, poor household: three grants, a month of allowances",
    order: eps,
    lines: epsSheet,
    living: epsFood,
    she: { groups: ["poor"], helpedBefore: false },
    working: [
      ...epsWorking,
      "750,000 + 1,300,000 + 530,000 = 2,580,000",
      "11,236,400 - 2,580,000 = 8,656,400",
      "50,000 * 20 + 400,000 + 200,000 = 1,600,000",
      "50,000 * 30 + 400,000 + 300,000 = 2,200,000",
      "ceil((8,656,400 - 1,600,000) / 25,162,665) = 1",
    ],
    gives: {
      before: 8_656_400,
      deposit: 100_000_000,
      granted: 2_580_000,
      allowances: [1_600_000, 2_200_000],
      kept: [25_162_665, 27_892_665],
      even: [1, 1],
    },
  },
  {
    name: "a season of five months by agreement of two provinces: her own papers and the ticket",
    order: {
      ...won,
      months: 5,
      programme: "KR_E8_SEASONAL",
      sender: "local_authority",
      pay: 10_320,
      period: "hour",
      hours: 40,
      board: "own_cost",
      lodging: 268_320,
    },
    lines: [
      ["passport", 200_000, "VND"],
      ["visa", 1_300_000, "VND"],
      ["airfare", 6_000_000, "VND"],
      ["health_check", 700_000, "VND"],
    ],
    living: [{ covers: "board", from: 200_000, to: 350_000 }],
    working: [
      "200,000 + 1,300,000 + 6,000,000 + 700,000 = 8,200,000",
      "10,320 * 40 * 52 / 12 - 268,320 = 1,520,480",
      "(1,520,480 - 200,000) * 18.2 = 24,032,736",
      "(1,520,480 - 350,000) * 18.2 = 21,302,736",
      "ceil(8,200,000 / 21,302,736) = 1",
    ],
    gives: { before: 8_200_000, kept: [21_302_736, 24_032_736], even: [1, 1] },
  },
];
