// Taiwan, 1 TWD = 815 đồng: factories, nursing homes, care at home.
import { percent, units, type HandCase } from "./shape";

const social = "social_insurance_host";
const factory = {
  market: "TW",
  programme: "TW_FACTORY",
  currency: "TWD",
  months: 36,
  pay: 29_500,
  deductions: [units(social, 1_137, "TWD")],
  occupation: "manufacturing-worker",
};
const agentFee = (amount: number, months: number) =>
  ["host_agent_fee", amount, "TWD", { due: "monthly_abroad", to: "host_agent", months }] as const;
const factorySheet: HandCase["lines"] = [
  ["service_fee", 60_000_000, "VND"],
  ["worker_deposit", 12_000_000, "VND"],
  ["language_training", 6_000_000, "VND"],
  ["health_check", 900_000, "VND"],
  ["visa", 1_700_000, "VND"],
  ["passport", 200_000, "VND"],
  ["judicial_record", 200_000, "VND"],
  ["support_fund", 100_000, "VND"],
  ["orientation_course", 600_000, "VND"],
  agentFee(1_500, 36),
];
const atTheFactory = { ...factory, board: "own_cost", lodging: 2_000 };
const factoryFood = [{ covers: "board", from: 6_000, to: 9_000 }] as const;
const factoryWorking = [
  "60,000,000 + 6,000,000 + 900,000 + 1,700,000 + 200,000 + 200,000 + 100,000 + 600,000 = 69,700,000",
  "12,000,000 + 0 = 12,000,000",
  "1,500 * 36 * 815 = 44,010,000",
  "29,500 - 1,137 - 1,500 - 2,000 = 24,863",
  "(24,863 - 6,000) * 815 = 15,373,345",
  "(24,863 - 9,000) * 815 = 12,928,345",
];

const home = {
  market: "TW",
  programme: "TW_HOME_CARE",
  currency: "TWD",
  months: 36,
  pay: 20_000,
  deductions: [units(social, 458, "TWD")],
  occupation: "home-caregiver",
};
const homeSheet: HandCase["lines"] = [
  ["service_fee", 16_000_000, "VND"],
  ["language_training", 4_500_000, "VND"],
  ["orientation_course", 530_000, "VND"],
  ["health_check", 750_000, "VND"],
  ["support_fund", 100_000, "VND"],
  agentFee(1_500, 36),
];
const homeWorking = [
  "16,000,000 + 4,500,000 + 530,000 + 750,000 + 100,000 = 21,880,000",
  "1,500 * 36 * 815 = 44,010,000",
  "(20,000 - 458 - 1,500) * 815 = 14,704,230",
  "ceil(21,880,000 / 14,704,230) = 2",
];

export const taiwan: readonly HandCase[] = [
  {
    name: "factory, three years: deposit, agent's fee each month, food at her own cost",
    order: atTheFactory,
    lines: factorySheet,
    living: factoryFood,
    working: [...factoryWorking, "ceil(69,700,000 / 15,373,345) = 5", "ceil(69,700,000 / 12,928,345) = 6"],
    gives: {
      before: 69_700_000,
      deposit: 12_000_000,
      abroad: 44_010_000,
      kept: [12_928_345, 15_373_345],
      even: [5, 6],
    },
  },
  {
    name: "the same factory from a poor household, two months of study",
    order: { ...atTheFactory, training: 2 },
    lines: factorySheet,
    living: factoryFood,
    she: { groups: ["poor"], helpedBefore: false },
    working: [
      ...factoryWorking,
      "4,000,000 + 750,000 + 1,700,000 + 200,000 + 200,000 + 530,000 = 7,380,000",
      "69,700,000 - 7,380,000 = 62,320,000",
      "50,000 * 20 * 2 + 400,000 * 2 + 200,000 = 3,000,000",
      "50,000 * 30 * 2 + 400,000 * 2 + 300,000 = 4,100,000",
      "ceil((62,320,000 - 4,100,000) / 15,373,345) = 4",
      "ceil((62,320,000 - 3,000,000) / 12,928,345) = 5",
    ],
    gives: {
      before: 62_320_000,
      deposit: 12_000_000,
      granted: 7_380_000,
      abroad: 44_010_000,
      allowances: [3_000_000, 4_100_000],
      kept: [12_928_345, 15_373_345],
      even: [4, 5],
    },
  },
  {
    name: "factory that asks more than three months of wage",
    order: factory,
    lines: [
      ["service_fee", 80_000_000, "VND"],
      ["support_fund", 100_000, "VND"],
    ],
    working: [
      "80,000,000 + 100,000 = 80,100,000",
      // the ceiling is three months: 72,127,500
      "3 * 29,500 * 815 = 72,127,500",
      "(29,500 - 1,137) * 815 = 23,115,845",
      "ceil(80,100,000 / 23,115,845) = 4",
    ],
    gives: { before: 80_100_000, kept: [23_115_845, 23_115_845], even: [4, 4], above: ["service_fee"] },
  },
  {
    name: "factory, two years, agent's fee in the first year only",
    order: { ...factory, months: 24 },
    lines: [["service_fee", 45_000_000, "VND"], agentFee(1_800, 12)],
    working: [
      "45,000,000 + 0 = 45,000,000",
      "1,800 * 12 * 815 = 17,604,000",
      "(29,500 - 1,137 - 1,800) * 815 = 21,648,845",
      "ceil(45,000,000 / 21,648,845) = 3",
    ],
    gives: { before: 45_000_000, abroad: 17_604_000, kept: [21_648_845, 21_648_845], even: [3, 3] },
  },
  {
    name: "factory, two years, agent's fee in the first month only: that month decides",
    order: { ...factory, months: 24 },
    lines: [["service_fee", 45_000_000, "VND"], agentFee(1_800, 1)],
    working: [
      "45,000,000 + 0 = 45,000,000",
      "1,800 * 815 = 1,467,000",
      "(29,500 - 1,137 - 1,800) * 815 = 21,648,845",
      "(29,500 - 1,137) * 815 = 23,115,845",
      "45,000,000 - 21,648,845 - 23,115,845 = 235,310",
      "ceil(45,000,000 / 23,115,845) + 1 = 3",
    ],
    gives: { before: 45_000_000, abroad: 1_467_000, kept: [21_648_845, 21_648_845], even: [3, 3] },
  },
  {
    name: "nursing home: the fee in Taiwan dollars at its ceiling, meals taken from the wage",
    order: {
      ...factory,
      programme: "TW_NURSING_HOME",
      occupation: "caregiver-facility",
      pay: 33_000,
      deductions: [percent(social, 3.85)],
      board: 2_500,
    },
    lines: [["service_fee", 66_000, "TWD"], ["health_check", 1_000_000, "VND"], agentFee(1_700, 36)],
    working: [
      "66,000 * 815 + 1,000,000 = 54,790,000",
      // over three years the agent may take 1,666 a month on average: 1,700 is above
      "floor((1,800 + 1,700 + 1,500) / 3) = 1,666",
      "1,700 * 36 * 815 = 49,878,000",
      "33,000 * 3.85% = 1,270.5",
      "33,000 * 815 - round(1,270.5 * 815) - 2,500 * 815 - 1,700 * 815 = 22,436,542",
      "ceil(54,790,000 / 22,436,542) = 3",
    ],
    gives: {
      before: 54_790_000,
      abroad: 49_878_000,
      kept: [22_436_542, 22_436_542],
      even: [3, 3],
      above: ["host_agent_fee"],
    },
  },
  {
    name: "nursing home that wants 20 million as deposit: eight too many",
    order: { ...factory, programme: "TW_NURSING_HOME", occupation: "caregiver-facility", pay: 33_000 },
    lines: [
      ["worker_deposit", 20_000_000, "VND"],
      ["health_check", 1_000_000, "VND"],
    ],
    working: [
      "1,000,000 + 0 = 1,000,000",
      "12,000,000 + 8,000,000 = 20,000,000",
      "(33,000 - 1,137) * 815 = 25,968,345",
      "ceil(1,000,000 / 25,968,345) = 1",
    ],
    gives: {
      before: 1_000_000,
      deposit: 20_000_000,
      kept: [25_968_345, 25_968_345],
      even: [1, 1],
      above: ["worker_deposit"],
    },
  },
  {
    name: "care at home, board and room free",
    order: home,
    lines: homeSheet,
    working: homeWorking,
    gives: { before: 21_880_000, abroad: 44_010_000, kept: [14_704_230, 14_704_230], even: [2, 2] },
  },
  {
    name: "care at home where more than one month of wage is asked",
    order: home,
    lines: [["service_fee", 17_000_000, "VND"], ["support_fund", 100_000, "VND"], agentFee(1_500, 36)],
    working: [
      "17,000,000 + 100,000 = 17,100,000",
      "20,000 * 815 = 16,300,000",
      "1,500 * 36 * 815 = 44,010,000",
      "(20,000 - 458 - 1,500) * 815 = 14,704,230",
      "ceil(17,100,000 / 14,704,230) = 2",
    ],
    gives: {
      before: 17_100_000,
      abroad: 44_010_000,
      kept: [14_704_230, 14_704_230],
      even: [2, 2],
      above: ["service_fee"],
    },
  },
  {
    name: "care at home, of an ethnic minority, silent on earlier help: grants are named, none is counted",
    order: home,
    lines: homeSheet,
    she: { groups: ["ethnic_minority"] },
    working: homeWorking,
    gives: {
      before: 21_880_000,
      granted: 0,
      abroad: 44_010_000,
      allowances: [0, 0],
      kept: [14_704_230, 14_704_230],
      even: [2, 2],
      unknown: ["grant", "allowances"],
    },
  },
  {
    name: "care at home where only the net wage is stated: the agent's fee still comes off",
    order: { ...home, net: 16_500, deductions: null },
    lines: [["service_fee", 16_000_000, "VND"], ["support_fund", 100_000, "VND"], agentFee(1_500, 36)],
    working: [
      "16,000,000 + 100,000 = 16,100,000",
      "1,500 * 36 * 815 = 44,010,000",
      "(16,500 - 1,500) * 815 = 12,225,000",
      "ceil(16,100,000 / 12,225,000) = 2",
    ],
    gives: { before: 16_100_000, abroad: 44_010_000, kept: [12_225_000, 12_225_000], even: [2, 2] },
  },
];
