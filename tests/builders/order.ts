// Orders as their agencies hand them in: complete and lawful unless a test says otherwise.
import { day } from "@/domain/kernel/calendar";
import { aSpell } from "./agency";
import type { FeeLine } from "@/domain/fees/schema";
import type { Publishable } from "@/domain/orders/rules";
import { type OrderInput, type OrderTerms, orderInput } from "@/domain/orders/schema";

export const line = (
  position: number,
  code: string,
  amountMinor: bigint | null,
  more: Partial<FeeLine> = {},
): FeeLine => ({
  position,
  code,
  amountMinor,
  payer: "worker",
  payee: "agency",
  currency: "VND",
  due: "before_departure",
  months: null,
  refundable: "no",
  ...more,
});

/** Nursing in Germany: licensed agency, 24 months, 2,800 EUR, service fee within two months of wage, no deposit. */
export function anOrderInput(more: Partial<OrderInput> = {}): OrderInput {
  return {
    kind: "agency_order",
    status: "published",
    senderType: "service_enterprise",
    senderName: "Công ty mẫu",
    market: "DE",
    programme: "DE_SKILLED",
    occupation: "nurse-registered",
    title: "Điều dưỡng viên",
    region: "Bayern",
    workplace: "München, Bayern",
    employerName: "Klinik Mẫu",
    quantity: 10,
    sex: "any",
    ageMin: 20,
    ageMax: 40,
    education: 5,
    language: "de",
    languageTest: "CEFR",
    languageLevel: "B1",
    languageOrdinal: 3,
    hoursPerDay: 8,
    hoursPerWeek: 40,
    restNote: "2 ngày mỗi tuần",
    currency: "EUR",
    payPeriod: "month",
    payBasis: "basic",
    basicMinor: 280_000n,
    grossMinor: 280_000n,
    deductions: [
      { code: "tax", minor: 40_000n },
      { code: "social_insurance", minor: 56_000n },
    ],
    board: "own_cost",
    lodging: "deducted",
    lodgingMinor: 35_000n,
    commuting: "own_cost",
    insurance: "Bảo hiểm y tế, hưu trí, tai nạn theo luật Đức",
    airfare: "foreign_side",
    airfareLegs: "one_way",
    contractMonths: 24,
    selectionMethod: "Phỏng vấn",
    interviewForm: "online",
    departureFrom: day("2027-03-01"),
    departureTo: day("2027-05-31"),
    deadlineOn: day("2027-01-31"),
    nationwide: true,
    fees: [
      line(0, "service_fee", 300_000n, { currency: "EUR", due: "after_contract" }),
      line(1, "language_training", 25_000_000n, { payee: "school", due: "after_contract" }),
      line(2, "passport", 200_000n, { payee: "state" }),
      line(3, "health_check", 800_000n, { payee: "clinic" }),
    ],
    ...more,
  };
}
export const orderTerms = (more: Partial<OrderInput> = {}): OrderTerms => orderInput.parse(anOrderInput(more));

const agencyId = "00000000-0000-4000-8000-000000000001";

/** The same with what the rules ask of its agency, contract and rates. */
export function anOrder(more: Partial<Publishable> = {}): Publishable {
  const rate = { currency: "EUR", on: day("2026-11-01"), vndPerUnit: 28_500, source: "kiểm thử" };
  const usd = { currency: "USD", on: day("2026-11-01"), vndPerUnit: 26_000, source: "kiểm thử" };
  return {
    ...orderTerms({ agencyId }),
    standing: {
      id: agencyId,
      spells: [aSpell({ licenceNo: "9001/LĐTBXH-GP", from: "2015-01-05" })],
      restrictions: [],
      approvals: [],
    },
    contract: {
      agencyId,
      market: "DE",
      kind: "agency_order",
      status: "approved",
      approvalNo: "12/QLLĐNN",
      approvedOn: day("2026-01-10"),
      validFrom: day("2026-01-10"),
      validTo: null,
      quotas: [{ occupation: "nurse-registered", sex: "any", quota: 50, claimed: 0 }],
    },
    claimed: false,
    announced: [],
    rateOn: rate.on,
    rates: new Map([
      ["EUR", rate],
      ["USD", usd],
    ]),
    ...more,
  };
}
