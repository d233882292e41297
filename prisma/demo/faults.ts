// Orders that fail one publication condition each, so that every reason a visitor or an agency can meet is in the demo.
import { addDays, type Day } from "@/domain/kernel/calendar";
import type { OrderTerms } from "@/domain/orders/schema";
import type { Chance } from "./random";

/** Fail when they are handed in, and stay drafts. The others (P1, P3, P4, P5) fail by what happens after publication. */
export const faultsAtOnce = ["P2", "P6", "P7", "P8", "P9", "P10", "P12"] as const;
export type FaultAtOnce = (typeof faultsAtOnce)[number];
export const faultsAfter = ["P1", "P3", "P4", "P5"] as const;
export type FaultAfter = (typeof faultsAfter)[number];

function unlawfulSheet(order: OrderTerms, chance: Chance): OrderTerms["fees"] {
  const extra = (code: string, amountMinor: bigint | null, given: object = {}) => ({
    ...{
      position: order.fees.length,
      code,
      payer: "worker" as const,
      payee: "agency" as const,
      amountMinor,
      currency: "VND",
      due: "after_contract" as const,
    },
    ...{ months: null, refundable: "no" as const, note: null },
    ...given,
  });
  const wrong = chance.pick([
    extra("brokerage_from_worker", 25_000_000n),
    extra("recruiting_fee", 5_000_000n),
    extra("security_other", 30_000_000n),
    extra("service_fee", 400_000_000n),
    extra("skill_training", 6_000_000n, { payee: "branch" }),
    extra("language_training", null, { payee: "school" }),
    extra("other", 15_000_000n),
  ]);
  return [...order.fees, wrong];
}

const missing = [
  { workplace: null },
  { restNote: null },
  { insurance: null },
  { selectionMethod: null },
  { hoursPerDay: null },
  { deadlineOn: null },
  { deductions: null },
  { interviewForm: "unknown" },
  { lodging: "unknown", lodgingMinor: null },
] as const;

export function withFault(order: OrderTerms, fault: FaultAtOnce, today: Day, chance: Chance): OrderTerms {
  if (fault === "P2") return { ...order, programme: order.market === "DE" ? "DE_AUSBILDUNG" : "OTHER" };
  if (fault === "P6")
    return { ...order, occupation: "mining-worker", title: `Khai khoáng – ${order.region ?? order.market}` };
  if (fault === "P7") return { ...order, ageMin: chance.pick([16, 17, null]) };
  if (fault === "P8")
    return {
      ...order,
      airfare: "worker",
      airfareLegs: "none",
      fees: order.fees.filter((line) => line.code !== "airfare"),
    };
  if (fault === "P9") return { ...order, fees: unlawfulSheet(order, chance) };
  if (fault === "P10") return { ...order, ...chance.pick(missing) };
  return { ...order, deadlineOn: addDays(today, -chance.whole(1, 30)) };
}
