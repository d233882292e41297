// A cash-flow made by hand: factory work in Taiwan, 24 months, so that drawings are tested against numbers nobody computed.
import type { Basis, CashFlow, CashLine, MonthPosition } from "@/domain/fees/cash-flow/shape";
import { day } from "@/domain/kernel/calendar";

export const basis = (more: Partial<Basis> = {}): Basis => ({
  kind: "order",
  formula: "line_as_stated",
  inputs: {},
  rule: null,
  legalSource: null,
  on: null,
  verified: true,
  ...more,
});

export const cashLine = (
  position: number,
  code: string,
  dong: bigint | null,
  more: Partial<CashLine> = {},
): CashLine => ({
  position,
  code,
  payer: "worker",
  payee: "agency",
  amount: dong === null ? null : { minor: dong, currency: "VND" },
  dong,
  when: { due: "before_departure", from: null, to: null, month: -1 },
  refundable: "no",
  comesBack: null,
  heldAlready: false,
  granted: [],
  workerDong: more.payer && more.payer !== "worker" ? 0n : dong,
  basis: basis(),
  ...more,
});

const million = 1_000_000n;
/** 60 million before leaving, 12 million deposited; from the first month 12 to 15 million kept; the deposit comes back in month 25. */
const months: MonthPosition[] = Array.from({ length: 28 }, (_, i) => {
  const month = i - 2;
  const worked = BigInt(Math.min(Math.max(month, 0), 24));
  const back = month >= 25 ? 12n : 0n;
  const low = -72n + worked * 12n + back;
  const high = -72n + worked * 15n + back;
  const out = month === -1 ? 72n : 0n;
  const early = month < -1;
  return {
    month,
    outDong: { low: out * million, high: out * million },
    inDong: {
      low: (month >= 1 && month <= 24 ? 12n : back) * million,
      high: (month >= 1 && month <= 24 ? 15n : back) * million,
    },
    cumulativeDong: early ? { low: 0n, high: 0n } : { low: low * million, high: high * million },
    netDong: early ? { low: 0n, high: 0n } : { low: (low + 12n - back) * million, high: (high + 12n - back) * million },
  };
});

export const aCashFlow = (more: Partial<CashFlow> = {}): CashFlow => ({
  on: day("2026-11-23"),
  situation: {
    groups: ["poor"],
    commune: null,
    hardCommune: null,
    helpedBefore: false,
    has: ["passport"],
    completedTts: null,
    sameEnterprise: null,
    borrow: 30n * million,
    studyMonths: null,
  },
  rates: [{ currency: "TWD", on: "2026-11-20", vndPerUnit: 815.5, source: "kiểm thử", verified: false }],
  lines: [
    cashLine(0, "service_fee", 48n * million, {
      amount: { minor: 5_885_960n, currency: "TWD" },
      refundable: "conditional",
      when: { due: "after_contract", from: day("2027-01-10"), to: day("2027-01-10"), month: -2 },
      basis: basis({
        kind: "rule",
        rule: "SF-GEN",
        legalSource: "Law 69/2020/QH14 Art. 23(4)(a)",
        inputs: { wage: { minor: 2_859_000n, currency: "TWD" }, months: 24 },
        on: day("2026-11-23"),
      }),
    }),
    cashLine(1, "language_training", 16n * million, {
      payee: "school",
      granted: [{ rule: "SUP-LANG", dong: 4n * million }],
      workerDong: 12n * million,
    }),
    cashLine(2, "passport", 200_000n, { payee: "state", heldAlready: true, workerDong: 0n }),
    cashLine(3, "worker_deposit", 12n * million, {
      payee: "bank",
      refundable: "yes",
      comesBack: { due: "at_return", from: null, to: null, month: 25 },
    }),
    cashLine(4, "airfare", 7n * million, { payer: "employer", payee: "airline" }),
  ],
  grants: [
    {
      rule: "SUP-LANG",
      covers: ["language_training"],
      kind: "up_to",
      capDong: 4n * million,
      fromDong: null,
      per: "course",
      applies: "yes",
      because: [],
      conditions: [],
      groups: ["poor"],
      legalSource: "Decree 338/2025/NĐ-CP Art. 30",
      verified: true,
      effectiveFrom: day("2026-01-01"),
    },
  ],
  allowancesDong: { low: 0n, high: 0n },
  loan: {
    terms: {
      rule: "LOAN",
      purpose: "cost",
      applies: "yes",
      because: [],
      conditions: [],
      shareOfCost: 100,
      capDong: null,
      collateralAboveDong: 200n * million,
      ratePerYearMilliPercent: 8382,
      otherRateMilliPercent: null,
      overdueShare: 130,
      rateVerified: false,
      answerWithinWorkingDays: 7,
      legalSource: "Decree 338/2025/NĐ-CP Art. 12-17",
      verified: true,
      effectiveFrom: day("2026-01-01"),
    },
    principalDong: 30n * million,
    months: 2,
    instalments: [
      { month: 1, principalDong: 15n * million, interestDong: 209_550n, leftDong: 15n * million },
      { month: 2, principalDong: 15n * million, interestDong: 104_775n, leftDong: 0n },
    ],
    totalInterestDong: 314_325n,
    collateralNeeded: false,
  },
  depositLoan: null,
  serviceFeeCeiling: {
    component: "service_fee",
    verdict: "capped",
    rule: "SF-GEN",
    ceilingMonths: 2,
    ceiling: 5_718_000n,
    currency: "TWD",
    workerMax: 5_718_000n,
    verified: true,
    legalSource: "Law 69/2020/QH14 Art. 23(4)(a)",
    note: null,
    condition: null,
    assumptions: [],
    also: [],
  },
  findings: [],
  totals: {
    beforeLeavingDong: 60n * million,
    beforeLeavingAtLeastDong: 60n * million,
    depositDong: 12n * million,
    grantedDong: 4n * million,
    foreignSideDong: 7n * million,
    abroadDong: 0n,
  },
  monthly: [
    {
      code: "basic_wage",
      sign: 1,
      amount: { low: { minor: 2_859_000n, currency: "TWD" }, high: { minor: 2_859_000n, currency: "TWD" } },
      dong: { low: 23_315_145n, high: 23_315_145n },
      basis: basis(),
    },
    {
      code: "board_and_lodging",
      sign: -1,
      amount: { low: { minor: 800_000n, currency: "TWD" }, high: { minor: 1_150_000n, currency: "TWD" } },
      dong: { low: 6_524_000n, high: 9_378_250n },
      basis: basis({ kind: "reference", legalSource: "kiểm thử", verified: false }),
    },
  ],
  keptPerMonthDong: { low: 12n * million, high: 15n * million },
  months,
  breakEven: { earliest: 4, latest: 5, reason: "known" },
  unknown: [],
  ...more,
});
