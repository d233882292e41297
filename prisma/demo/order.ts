// One invented order: terms drawn from its kind of offer, a sheet that follows them.
import { addDays, type Day, day } from "@/domain/kernel/calendar";
import { depositCeiling } from "@/domain/fees/rules";
import type { FeeTerms } from "@/domain/fees/schema";
import { moneyOf, type Rate } from "@/domain/kernel/money";
import { provinces } from "@/domain/localities/rules";
import { type OrderTerms, orderInput } from "@/domain/orders/schema";
import type { Offer } from "./offers/shape";
import { employerName, placesByMarket } from "./places";
import type { Chance } from "./random";
import { preparationSheet, sheetFor, ticketPrice } from "./sheet";
import { insurances, overtimes, rests, retitled, selections, titleOf } from "./wording";
import { occupationOf } from "@/domain/kernel/catalogue";

export type Sender = { agencyId: string | null; senderName: string };
/** `today` is what deadlines count from; `ago` how many days before it the order was published. */
export type Moment = { today: Day; ago: number; rates: ReadonlyMap<string, Rate> };
const provinceIds = provinces.map(({ id }) => id);

function sexOf(offer: Offer, chance: Chance): "any" | "male" | "female" {
  if (offer.sex === "male" || offer.sex === "female") return offer.sex;
  const other = chance.next();
  if (offer.sex === "any") return other < 0.6 ? "any" : other < 0.8 ? "male" : "female";
  const most = offer.sex === "mostly_male" ? "male" : "female";
  return other < 0.55 ? most : other < 0.92 ? "any" : most === "male" ? "female" : "male";
}

function setPeople(order: OrderTerms, offer: Offer, chance: Chance): void {
  const sex = sexOf(offer, chance);
  const quantity = chance.whole(...offer.quantity);
  const men = sex === "male" ? quantity : sex === "female" ? 0 : null;
  const [youngest, oldest] = offer.ages;
  const tall = chance.happens(0.35);
  const skilled = chance.happens(0.25);
  const language = offer.languages.length > 0 ? chance.pick(offer.languages) : null;
  order.sex = sex;
  order.quantity = quantity;
  order.quantityMale = men;
  order.quantityFemale = men === null ? null : quantity - men;
  order.ageMin = chance.whole(...youngest);
  order.ageMax = chance.whole(...oldest);
  order.heightMinCm = tall ? (sex === "female" ? chance.step(148, 155, 1) : chance.step(155, 165, 1)) : null;
  order.weightMinKg = tall && chance.happens(0.5) ? (sex === "female" ? 42 : 50) : null;
  order.health = chance.happens(0.3)
    ? [chance.pick(["tattoo", "hepatitis_b", "colour_blind", "poor_eyesight"] as const)]
    : [];
  order.education = chance.whole(...offer.education);
  order.experienceMonths = skilled ? chance.pick([6, 12, 24]) : chance.happens(0.7) ? 0 : null;
  order.language = language?.[0] ?? null;
  order.languageTest = language?.[1] ?? null;
  order.languageLevel = language?.[2] ?? null;
  order.languageOrdinal = language?.[3] ?? 0;
}

const byTicket = new WeakMap<Offer, boolean>();
function depositIsTicket(offer: Offer): boolean {
  const { market, programme, senderType } = offer;
  const known = byTicket.get(offer);
  if (known !== undefined) return known;
  const found = depositCeiling({ market, programme, senderType }, day("2026-01-01")).verdict === "ticket_price";
  byTicket.set(offer, found);
  return found;
}

function setPay(order: OrderTerms, offer: Offer, chance: Chance): void {
  const { currency } = offer;
  const minor = (units: number) => moneyOf(units, currency).minor;
  const pay = chance.step(...offer.pay);
  const rent = typeof offer.rent === "string" ? null : chance.whole(...offer.rent);
  const rough = offer.pay[2] >= 100 ? 100 : 5;
  const share = (code: string, percent: number) => (percent > 0 ? [{ code, percent }] : []);
  order.currency = currency;
  order.payPeriod = "month";
  order.payBasis = "basic";
  order.payMinMinor = minor(pay);
  order.payMaxMinor = minor(pay + (chance.happens(0.3) ? offer.pay[2] * 5 : 0));
  order.basicMinor = minor(pay);
  order.allowances = chance.happens(0.4)
    ? [
        {
          code: chance.pick(["attendance", "night_shift", "housing", "meals"]),
          minor: minor(Math.max(rough, Math.round((pay * 0.04) / rough) * rough)),
        },
      ]
    : [];
  order.deductions = [...share("social_insurance_host", offer.insurance), ...share("tax_host", offer.tax)];
  order.board = offer.board;
  order.lodging = rent === null ? (offer.rent as "free" | "own_cost") : "deducted";
  order.lodgingMinor = rent === null ? null : minor(rent >= 1_000 ? Math.round(rent / 100) * 100 : rent);
  order.commuting = ["DE", "AU", "CA"].includes(offer.market) ? "own_cost" : "free";
  order.insurance = chance.pick(insurances);
  order.airfare = "foreign_side";
  order.airfareLegs = offer.legs;
  // Where the decree names no amount, the deposit may be a ticket home at most: the sender states its price (D112 App. II).
  const stated = depositIsTicket(offer);
  order.ticketMinor = stated ? BigInt(ticketPrice(offer.market)) : null;
  order.ticketCurrency = stated ? "VND" : null;
}

function setTimes(order: OrderTerms, offer: Offer, { today, ago }: Moment, chance: Chance): void {
  const deadlineOn = addDays(today, chance.whole(7, 120));
  const departureFrom = addDays(deadlineOn, 60 + chance.whole(0, 4) * 30);
  order.hoursPerDay = offer.hours[0];
  order.hoursPerWeek = offer.hours[1];
  order.restNote = chance.pick(rests);
  order.overtimeNote = chance.pick(overtimes);
  order.contractMonths = chance.pick(offer.months);
  order.extensionMonths = offer.extensionMonths;
  order.probationMonths = chance.happens(0.2) ? chance.pick([1, 2]) : null;
  order.trainingMonths = chance.whole(...offer.training);
  order.selectionMethod = chance.pick(selections);
  order.selectionOn = addDays(deadlineOn, chance.whole(5, 20));
  order.interviewForm = chance.pick(["online", "in_person", "both"] as const);
  order.departureFrom = departureFrom;
  order.departureTo = addDays(departureFrom, 30);
  order.deadlineOn = deadlineOn;
  order.announcedOn = addDays(today, -ago - chance.whole(0, 3));
}

function setWhere(order: OrderTerms, offer: Offer, serial: number, chance: Chance): void {
  const { occupation } = order;
  const [region = offer.market, ...towns] = chance.pick(placesByMarket[offer.market] ?? [[offer.market]]);
  const employer = employerName(
    offer.market,
    occupationOf(occupation)?.industry ?? "other",
    serial * 7 + chance.whole(0, 5),
    chance.whole(0, 2),
    serial,
  );
  const title = titleOf(
    {
      occupation,
      market: offer.market,
      region,
      flavour: offer.flavours.length > 0 ? chance.pick(offer.flavours) : null,
    },
    chance,
  );
  const nationwide = chance.happens(0.45);
  order.region = region;
  order.title = title;
  order.workplace = `${chance.pick(towns.length > 0 ? towns : [region])}, ${region}`;
  order.employerName = employer.name;
  order.employerKind = employer.kind;
  order.nationwide = nationwide;
  order.provinces = nationwide ? [] : chance.some(provinceIds, chance.whole(1, 6));
}

/** Every field once, in one place: orders made from it are alike to the engine, which is half the pace of making them. */
const blank: OrderTerms = {
  ...orderInput.parse({
    kind: "agency_order",
    status: "published",
    senderType: "service_enterprise",
    senderName: "?",
    market: "JP",
    programme: "OTHER",
    occupation: "welder",
    title: "?",
    currency: "JPY",
  }),
  demo: true,
  description:
    "Đơn hàng của dữ liệu mẫu: mọi doanh nghiệp, chủ sử dụng lao động và con số trong đơn hàng này là bịa ra để trình bày.",
};

/** An ordinary order that meets every condition; `serial` keeps its employer apart from all others. */
export function orderFor(offer: Offer, sender: Sender, serial: number, moment: Moment, chance: Chance): OrderTerms {
  const order = { ...blank };
  order.kind = offer.senderType === "service_enterprise" ? "agency_order" : "state_programme";
  order.senderType = offer.senderType;
  order.agencyId = sender.agencyId;
  order.senderName = sender.senderName;
  order.market = offer.market;
  order.programme = offer.programme;
  order.occupation = chance.pick(offer.occupations);
  setWhere(order, offer, serial, chance);
  setPeople(order, offer, chance);
  setPay(order, offer, chance);
  setTimes(order, offer, moment, chance);
  const deposit =
    offer.deposit && chance.happens(offer.deposit[0] === offer.deposit[1] ? 1 : 0.4) ? BigInt(offer.deposit[1]) : 0n;
  order.fees = sheetFor(offer, feeTermsOf(order, moment.rates), deposit, moment, chance);
  return order;
}

/** What the ceilings ask about; a copy of the whole order for each sheet would double the work. */
const feeTermsOf = (order: OrderTerms, rates: Moment["rates"]): FeeTerms => ({
  market: order.market,
  programme: order.programme,
  occupation: order.occupation,
  senderType: order.senderType,
  kind: order.kind,
  contractMonths: order.contractMonths,
  currency: order.currency,
  payPeriod: order.payPeriod,
  basicMinor: order.basicMinor,
  hoursPerWeek: order.hoursPerWeek,
  airfare: order.airfare,
  airfareLegs: order.airfareLegs,
  board: order.board,
  boardMinor: order.boardMinor,
  lodging: order.lodging,
  lodgingMinor: order.lodgingMinor,
  commuting: order.commuting,
  deductions: order.deductions,
  ticket:
    order.ticketMinor === null || order.ticketCurrency === null
      ? null
      : { minor: order.ticketMinor, currency: order.ticketCurrency },
  rates,
});

/** The same with the words of source preparation: no wage, no service fee, no deposit (L69 Art. 18). */
export const asPreparation = (order: OrderTerms, chance: Chance): OrderTerms => ({
  ...order,
  kind: "source_preparation",
  title: `Chuẩn bị nguồn: ${order.title}`,
  ...{
    payBasis: "unknown",
    payMinMinor: null,
    payMaxMinor: null,
    basicMinor: null,
    allowances: null,
    deductions: null,
  },
  fees: preparationSheet(chance),
});

/** Published again with another headline, number and deadline: a copy by the rules of grouping. */
export const copyOf = (order: OrderTerms, chance: Chance): OrderTerms => {
  const quantity = Math.max(1, (order.quantity ?? 1) + chance.whole(-2, 4));
  return {
    ...order,
    title: retitled(order.title, chance),
    quantity,
    quantityMale: order.sex === "male" ? quantity : order.sex === "female" ? 0 : null,
    quantityFemale: order.sex === "female" ? quantity : order.sex === "male" ? 0 : null,
    deadlineOn: order.deadlineOn && addDays(order.deadlineOn, chance.whole(1, 20)),
  };
};
