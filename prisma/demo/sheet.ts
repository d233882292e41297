// The cost sheet of an invented order: itemised as the law wants it, the service fee at or below its ceiling.
import { orderServiceFeeCeiling } from "@/domain/fees/rules";
import type { FeeLine, FeeTerms } from "@/domain/fees/schema";
import type { Day } from "@/domain/kernel/calendar";
import { minorPlaces, moneyOf } from "@/domain/kernel/money";
import type { Offer } from "./offers/shape";
import type { Chance } from "./random";

type Line = Partial<FeeLine> & Pick<FeeLine, "code">;
const atCost = {
  payer: "worker",
  currency: "VND",
  months: null,
  due: "before_departure",
  refundable: "no",
  note: null,
} as const;
const line = ({ code, ...given }: Line): Omit<FeeLine, "position"> => ({
  code,
  payee: "agency",
  amountMinor: 0n,
  ...atCost,
  ...given,
});
const dong = (from: number, to: number, chance: Chance): bigint => BigInt(chance.step(from, to, 50_000));
const numbered = (lines: readonly Omit<FeeLine, "position">[]): FeeLine[] =>
  lines.map((one, position) => ({ ...one, position }));

/** Paid by the foreign side towards the service fee (C02 App. II, VIII). */
function paidAbroad(offer: Offer, terms: FeeTerms): Omit<FeeLine, "position">[] {
  const foreign = { code: "service_fee_paid_by_foreign_side", payer: "foreign_side", refundable: "no" } as const;
  const monthly = (units: number, currency: string) =>
    line({
      ...foreign,
      amountMinor: moneyOf(units, currency).minor,
      currency,
      due: "monthly_abroad",
      months: terms.contractMonths,
    });
  if (offer.senderType !== "service_enterprise") return [];
  if (offer.programme === "JP_TTS_CAREGIVER") return [monthly(10_000, "JPY")];
  if (offer.programme.startsWith("JP_TTS")) return [monthly(5_000, "JPY")];
  if (offer.programme.startsWith("JP_SSW"))
    return [line({ ...foreign, amountMinor: terms.basicMinor, currency: terms.currency, due: "after_visa" })];
  if (offer.market === "MY")
    return [line({ ...foreign, amountMinor: moneyOf(850, "MYR").minor, currency: "MYR", due: "after_visa" })];
  return [];
}

/** What an enterprise asks: all of the ceiling, or a part; half state it in đồng, the rest in the wage's currency. */
function serviceFee(
  terms: FeeTerms,
  others: readonly Omit<FeeLine, "position">[],
  day: Day,
  chance: Chance,
): Omit<FeeLine, "position">[] {
  const [share, inDong] = [chance.pick([0, 0.4, 0.6, 0.75, 0.9, 0.98, 1]), chance.happens(0.5)];
  const { workerMax, currency } = orderServiceFeeCeiling(terms, numbered(others), day);
  if (!workerMax || !currency || share === 0) return [];
  const rate = terms.rates?.get(currency);
  const units = Number(workerMax) / 10 ** minorPlaces(currency);
  const most = inDong && rate ? units * rate.vndPerUnit * Math.min(share, 0.98) : units * share;
  const round = inDong && rate ? 100_000 : most > 5_000 ? 100 : 1;
  const asked = Math.floor(most / round) * round;
  const money = moneyOf(asked, inDong && rate ? "VND" : currency);
  return asked <= 0
    ? []
    : [
        line({
          code: "service_fee",
          amountMinor: money.minor,
          currency: money.currency,
          due: chance.pick(["after_contract", "after_visa"]),
          refundable: "conditional",
        }),
      ];
}

function training(offer: Offer, chance: Chance, payer: FeeLine["payer"]): Omit<FeeLine, "position">[] {
  const months = offer.training[1];
  const language =
    offer.languages.length > 0 ? dong(1_500_000 + months * 600_000, 4_000_000 + months * 1_800_000, chance) : 0n;
  return [
    line({
      code: "orientation_course",
      payee: "school",
      payer,
      amountMinor: dong(500_000, 900_000, chance),
      due: "after_contract",
    }),
    ...(language > 0n
      ? [line({ code: "language_training", payee: "school", payer, amountMinor: language, due: "after_contract" })]
      : []),
    ...(chance.happens(0.3)
      ? [
          line({
            code: "skill_training",
            payee: "school",
            payer,
            amountMinor: dong(1_000_000, 3_500_000, chance),
            due: "after_contract",
          }),
        ]
      : []),
    ...(months >= 4 && payer === "worker"
      ? [
          line({
            code: "accommodation_training",
            payee: "school",
            amountMinor: BigInt(months) * dong(300_000, 700_000, chance),
            due: "after_contract",
          }),
        ]
      : []),
  ];
}

/** Papers, at what they cost. */
function papers(offer: Offer, chance: Chance, foreignPays: boolean): Omit<FeeLine, "position">[] {
  return [
    line({
      code: "health_check",
      payee: "clinic",
      amountMinor: dong(750_000, 1_600_000, chance),
      due: "after_selection",
    }),
    line({ code: "passport", payee: "state", amountMinor: 200_000n }),
    line({ code: "judicial_record", payee: "state", amountMinor: 200_000n }),
    line({
      code: "visa",
      payee: "embassy",
      payer: foreignPays ? "foreign_side" : "worker",
      amountMinor: dong(650_000, 2_400_000, chance),
    }),
    ...(offer.market === "DE"
      ? [
          line({
            code: "degree_recognition",
            payee: "other",
            payer: "foreign_side",
            amountMinor: 45_000n,
            currency: "EUR",
            note: "Công nhận văn bằng điều dưỡng (mẫu)",
          }),
        ]
      : []),
  ];
}

function abroad(offer: Offer, terms: FeeTerms): Omit<FeeLine, "position">[] {
  const months = terms.contractMonths;
  if (offer.market === "TW" && offer.senderType === "service_enterprise" && offer.programme !== "TW_DISTANT_WATER")
    return [
      line({
        code: "host_agent_fee",
        payee: "host_agent",
        amountMinor: 150_000n,
        currency: "TWD",
        due: "monthly_abroad",
        months,
      }),
    ];
  if (offer.programme !== "KR_E10") return [];
  return [
    line({ code: "host_training_fee", payee: "other", amountMinor: 22_000n, currency: "USD", due: "at_return" }),
    line({ code: "host_management_fee", payee: "host_agent", amountMinor: 90_000n, currency: "USD", due: "at_return" }),
  ];
}

const tickets: Readonly<Record<string, number>> = {
  DE: 14_000_000,
  AU: 13_000_000,
  CA: 18_000_000,
  JP: 7_500_000,
  KR: 6_000_000,
  TW: 5_000_000,
};
/** A one-way economy ticket, in đồng. */
export const ticketPrice = (market: string): number => tickets[market] ?? 9_000_000;

/** Training grew dearer by an eighth in a year, evenly. */
const priceLevel = (ago: number): number => 1 - 0.125 * (ago / 365);
const atLevel = (line: Omit<FeeLine, "position">, level: number): Omit<FeeLine, "position"> =>
  line.payee === "school" && line.amountMinor !== null
    ? { ...line, amountMinor: BigInt(Math.round((Number(line.amountMinor) * level) / 50_000) * 50_000) }
    : line;

export function sheetFor(
  offer: Offer,
  terms: FeeTerms,
  deposit: bigint,
  { today: day, ago }: { today: Day; ago: number },
  chance: Chance,
): FeeLine[] {
  const domesticGulf = offer.programme === "SA_DOMESTIC";
  const foreignPays = domesticGulf || offer.market === "MY";
  const payer = domesticGulf
    ? "foreign_side"
    : offer.programme === "DE_TRIPLE_WIN" || offer.programme === "JP_EPA"
      ? "employer"
      : "worker";
  const before = paidAbroad(offer, terms);
  const ticket = ticketPrice(offer.market);
  return numbered([
    ...(offer.senderType === "service_enterprise" ? serviceFee(terms, before, day, chance) : []),
    ...before,
    ...(deposit > 0n
      ? [line({ code: "worker_deposit", payee: "bank", amountMinor: deposit, due: "after_visa", refundable: "yes" })]
      : []),
    line({ code: "support_fund", payee: "state", amountMinor: 100_000n }),
    ...(offer.programme === "KR_EPS_E9"
      ? [line({ code: "exam_fee", payee: "state", amountMinor: 2_800n, currency: "USD", due: "on_application" })]
      : []),
    ...training(offer, chance, payer).map((one) => (ago > 0 ? atLevel(one, priceLevel(ago)) : one)),
    ...papers(offer, chance, foreignPays),
    line({
      code: "airfare",
      payee: "airline",
      payer: "foreign_side",
      amountMinor: BigInt(ticket * (offer.legs === "round_trip" ? 2 : 1)),
    }),
    ...abroad(offer, terms),
  ]);
}

/** Source preparation may ask for training and nothing else (L69 Art. 18). */
export const preparationSheet = (chance: Chance): FeeLine[] =>
  numbered([
    line({
      code: "language_training",
      payee: "school",
      amountMinor: dong(3_000_000, 9_000_000, chance),
      due: "after_selection",
    }),
    line({
      code: "skill_training",
      payee: "school",
      amountMinor: dong(1_000_000, 4_000_000, chance),
      due: "after_selection",
    }),
  ]);
