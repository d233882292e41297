// Homes in West Asia, 1 SAR = 7,010 đồng, 1 USD = 26,300; farms in Australia, 1 AUD = 17,200.
import { percent, type HandCase } from "./shape";

const tax = "tax_host";
const household = {
  market: "SA",
  programme: "SA_DOMESTIC",
  currency: "SAR",
  months: 24,
  pay: 1_750,
  occupation: "domestic-worker",
};
const papers: HandCase["lines"] = [
  ["passport", 200_000, "VND"],
  ["judicial_record", 200_000, "VND"],
  ["health_check", 1_000_000, "VND"],
];

const farm = {
  market: "AU",
  programme: "AU_AGRICULTURE",
  currency: "AUD",
  months: 9,
  pay: 24.95,
  period: "hour" as const,
  hours: 38,
  deductions: [percent(tax, 15)],
  board: "own_cost",
  lodging: 600,
};
const farmFood = [{ covers: "board", from: 346.67, to: 1_213.33 }] as const;
const farmSheet: HandCase["lines"] = [
  ["airfare", 13_000_000, "VND", { by: "worker" }],
  ["airfare", 300, "AUD", { by: "foreign_side" }],
  ["visa", 405, "AUD"],
  ["health_check", 3_000_000, "VND"],
];
const farmWorking = [
  "405 * 17,200 = 6,966,000",
  "13,000,000 + 6,966,000 + 3,000,000 = 22,966,000",
  "300 * 17,200 = 5,160,000",
  // in cents: 2,495 an hour, 38 hours, 52 weeks in 12 months
  "round(2,495 * 38 * 52 / 12) = 410,843",
  "round(410,843 * 15%) = 61,626",
  "4,108.43 * 17,200 - 616.26 * 17,200 - 600 * 17,200 - 346.67 * 17,200 = 43,782,600",
  "4,108.43 * 17,200 - 616.26 * 17,200 - 600 * 17,200 - 1,213.33 * 17,200 = 28,876,048",
];

export const homesAndFarms: readonly HandCase[] = [
  {
    name: "housework in Saudi Arabia: everything but her own papers is paid for her",
    order: household,
    lines: [
      ...papers,
      ["airfare", 18_000_000, "VND", { by: "foreign_side" }],
      ["visa", 3_000_000, "VND", { by: "foreign_side" }],
      ["language_training", 6_000_000, "VND", { by: "foreign_side" }],
      ["service_fee_paid_by_foreign_side", 1_500, "SAR", { by: "foreign_side", due: "after_visa" }],
    ],
    working: [
      "200,000 + 200,000 + 1,000,000 = 1,400,000",
      "18,000,000 + 3,000,000 + 6,000,000 + 1,500 * 7,010 = 37,515,000",
      "1,750 * 7,010 = 12,267,500",
      "ceil(1,400,000 / 12,267,500) = 1",
    ],
    gives: { before: 1_400_000, foreign: 37_515_000, kept: [12_267_500, 12_267_500], even: [1, 1] },
  },
  {
    name: "housework in Saudi Arabia where a service fee is asked: none is allowed",
    order: household,
    lines: [["service_fee", 12_000_000, "VND"], ...papers],
    working: [
      "12,000,000 + 200,000 + 200,000 + 1,000,000 = 13,400,000",
      "1,750 * 7,010 = 12,267,500",
      "ceil(13,400,000 / 12,267,500) = 2",
    ],
    gives: { before: 13_400_000, kept: [12_267_500, 12_267_500], even: [2, 2], above: ["service_fee"] },
  },
  {
    name: "housework paid in dollars, a family with merit: allowances make her even on the day she leaves",
    order: { ...household, currency: "USD", pay: 380, training: 1 },
    lines: papers,
    she: { groups: ["merit"], helpedBefore: false },
    working: [
      "200,000 + 200,000 + 750,000 = 1,150,000",
      "1,400,000 - 1,150,000 = 250,000",
      "50,000 * 20 + 400,000 + 200,000 = 1,600,000",
      "50,000 * 30 + 400,000 + 300,000 = 2,200,000",
      "380 * 26,300 = 9,994,000",
      "1,600,000 - 250,000 = 1,350,000",
    ],
    gives: {
      before: 250_000,
      granted: 1_150_000,
      allowances: [1_600_000, 2_200_000],
      kept: [9_994_000, 9_994_000],
      even: [0, 0],
    },
  },
  {
    name: "housework in Saudi Arabia, all papers in hand: nothing to pay, even at once",
    order: household,
    lines: papers,
    she: { groups: [], has: ["passport", "judicial_record", "health_check"] },
    working: ["1,400,000 - 1,400,000 = 0", "1,750 * 7,010 = 12,267,500"],
    gives: { before: 0, kept: [12_267_500, 12_267_500], even: [0, 0] },
  },
  {
    name: "nine months on a farm, paid by the hour; the employer adds to the ticket",
    order: farm,
    lines: farmSheet,
    living: farmFood,
    working: [...farmWorking, "ceil(22,966,000 / 28,876,048) = 1"],
    gives: { before: 22_966_000, foreign: 5_160_000, kept: [28_876_048, 43_782_600], even: [1, 1] },
  },
  {
    name: "the same farm with a service fee nobody may ask, 30 million borrowed: the bank lends on lawful lines only",
    order: farm,
    lines: [["service_fee", 20_000_000, "VND"], ...farmSheet],
    living: farmFood,
    she: { borrow: 30_000_000n, groups: [] },
    working: [
      ...farmWorking,
      "22,966,000 + 20,000,000 = 42,966,000",
      "round(22,966,000 * 8.382% / 12) = 160,418",
      "43,782,600 - 42,966,000 - 160,418 = 656,182",
      "ceil((42,966,000 + 160,418) / 43,782,600) = 1",
      "ceil((42,966,000 + 160,418) / 28,876,048) = 2",
    ],
    gives: {
      before: 42_966_000,
      foreign: 5_160_000,
      loan: 22_966_000,
      kept: [28_876_048, 43_782_600],
      even: [1, 2],
      above: ["service_fee"],
      unknown: ["loan_terms"],
    },
  },
  {
    name: "the same farm without a stated length of contract",
    order: { ...farm, months: null },
    lines: farmSheet,
    living: farmFood,
    working: [...farmWorking, "ceil(22,966,000 / 28,876,048) = 1"],
    gives: {
      before: 22_966_000,
      foreign: 5_160_000,
      kept: [28_876_048, 43_782_600],
      even: [1, 1],
      unknown: ["contract_months"],
    },
  },
];
