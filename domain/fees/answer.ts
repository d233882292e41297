// A question as people and programs put it, in whole units, and its answer in the same units.
import { parseDay, type Day } from "@/domain/kernel/calendar";
import { marketOf } from "@/domain/kernel/catalogue";
import { minorPlaces, moneyOf, unitsOf } from "@/domain/kernel/money";
import { ceiling, depositCeiling, serviceFeeRefund, type Ceiling, type CeilingInput } from "./ceiling";
import type { CeilingAnswer, CeilingBody } from "./schema";

/** What is asked of a worker is rounded up, so that no fraction slips under a ceiling. */
export function askedMinor(units: number, currency: string): bigint {
  const scaled = units * 10 ** minorPlaces(currency);
  return BigInt(Math.ceil(Number(scaled.toFixed(6))));
}

export function inputOf(body: CeilingBody): CeilingInput {
  const currency = body.currency ?? marketOf(body.market ?? "")?.currency ?? "VND";
  const minor = (units: number | undefined) => (units === undefined ? null : moneyOf(units, currency).minor);
  const { completed_tts: tts, same_enterprise: same, occupation_tags: tags } = body;
  return {
    market: body.market ?? "",
    programme: body.programme ?? "",
    occupation: body.occupation ?? null,
    occupationTags: tags === undefined ? [] : typeof tags === "string" ? [tags] : tags,
    contractMonths: body.contract_months ?? null,
    wageMinor: minor(body.wage),
    currency,
    foreignPaidMinor: minor(body.foreign_paid),
    ...(tts === undefined ? {} : { completedTts: tts === null || tts === "none" ? null : String(tts) }),
    sameEnterprise: same === undefined ? null : same === true || same === "yes",
    extensionMonths: body.extension_months ?? null,
    ticket: body.ticket_price === undefined ? null : moneyOf(body.ticket_price, currency),
  };
}

const units = (minor: bigint | null, currency: string | null): number | null =>
  minor === null || !currency ? null : unitsOf({ minor, currency });

/** Whether an asked amount is within what may be asked; null when the two cannot be compared. */
function accepts(limit: Ceiling, asked: number, currency: string): boolean | null {
  if (limit.verdict === "zero" || limit.verdict === "prohibited") return asked === 0;
  if (limit.workerMax === null || limit.currency !== currency) return null;
  return askedMinor(asked, currency) <= limit.workerMax;
}

function accepted(body: CeilingBody, limit: Ceiling): CeilingAnswer["accepted"] {
  if (body.deposit !== undefined) {
    const currency = body.currency ?? "VND"; // Decree 112/2021 prints its ceilings in đồng
    const { deposit } = body;
    return Array.isArray(deposit)
      ? deposit.map((one) => accepts(limit, one, currency))
      : accepts(limit, deposit, currency);
  }
  const currency = body.currency ?? marketOf(body.market ?? "")?.currency ?? "VND";
  return body.service_fee === undefined ? null : accepts(limit, body.service_fee, currency);
}

function refundAnswer(body: CeilingBody, on: Day): CeilingAnswer {
  const currency = body.currency ?? "VND";
  const { paid = 0, contract_months: contractMonths = 1, worked_months: workedMonths = 0 } = body;
  const refund = serviceFeeRefund({ paidMinor: moneyOf(paid, currency).minor, contractMonths, workedMonths }, on);
  return {
    on,
    component: "service_fee",
    verdict: refund ? "refund" : "not_known",
    rule: refund?.rule ?? null,
    ceilingMonths: null,
    ceiling: null,
    currency,
    workerMax: null,
    accepted: null,
    refundWithoutInterest: units(refund?.refundMinor ?? null, currency),
    verified: refund?.verified ?? false,
    legalSource: refund?.legalSource ?? null,
    note: refund?.note ?? null,
    condition: null,
    assumptions: [],
    also: [],
  };
}

/** Answers a question about a service fee, an extension, a deposit or a refund, by what it gives; for `today` unless it names a day. */
export function ceilingAnswerOf(body: CeilingBody, today: Day): CeilingAnswer {
  const on = (body.on && parseDay(body.on)) || today;
  if (body.paid !== undefined) return refundAnswer(body, on);
  const input = inputOf(body);
  const result = body.deposit === undefined ? ceiling(input, on) : depositCeiling(input, on);
  return {
    on,
    ...result,
    ceiling: units(result.ceiling, result.currency),
    workerMax: units(result.workerMax, result.currency),
    accepted: accepted(body, result),
    refundWithoutInterest: null,
    assumptions: [...result.assumptions],
    also: [...result.also],
  };
}
