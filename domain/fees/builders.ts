// Terms and lines that are lawful until a test changes them.
import type { Rate } from "@/domain/kernel/money";
import type { FeeLine, FeeTerms } from "./schema";

export const rates = new Map<string, Rate>(
  [
    ["JPY", 165],
    ["USD", 26_000],
    ["TWD", 800],
    ["KRW", 18.5],
    ["EUR", 28_000],
  ].map(([currency, vndPerUnit]) => [
    String(currency),
    { currency: String(currency), on: "2026-11-20", vndPerUnit: Number(vndPerUnit), source: "test" },
  ]),
);

export const terms = (over: Partial<FeeTerms> = {}): FeeTerms => ({
  market: "JP",
  programme: "JP_TTS",
  occupation: "welder",
  senderType: "service_enterprise",
  kind: "agency_order",
  contractMonths: 36,
  currency: "JPY",
  payPeriod: "month",
  basicMinor: 180_000n,
  foreignPaidMinor: 180_000n,
  airfare: "foreign_side",
  airfareLegs: "round_trip",
  board: "own_cost",
  boardMinor: null,
  lodging: "deducted",
  lodgingMinor: 20_000n,
  commuting: "free",
  deductions: [],
  rates,
  ...over,
});
export const line = (over: Partial<FeeLine> = {}): FeeLine => ({
  position: 1,
  code: "service_fee",
  payer: "worker",
  payee: "agency",
  amountMinor: 360_000n,
  currency: "JPY",
  due: "after_contract",
  months: null,
  refundable: "conditional",
  ...over,
});
