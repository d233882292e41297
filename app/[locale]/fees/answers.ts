// The form's question put to the rules, the fee and the deposit apart; amounts in two currencies meet at a dated rate.
import { ceilingAnswerOf } from "@/domain/fees/rules";
import { latestRates, type KnownRate } from "@/domain/fees/queries";
import type { CeilingAnswer, CeilingBody } from "@/domain/fees/schema";
import type { Day } from "@/domain/kernel/calendar";
import { inDong, moneyOf } from "@/domain/kernel/money";
import type { Asked } from "@/components/fees/ceiling-answer";

export type Answered = {
  fee: { answer: CeilingAnswer; asked: Asked | null; dong: { minor: bigint; on: string } | null };
  deposit: { answer: CeilingAnswer; asked: Asked | null } | null;
};

const dongOf = (units: number | null, currency: string | null, rate: KnownRate | undefined) => {
  if (units === null || !currency || currency === "VND" || !rate) return null;
  const minor = inDong(moneyOf(units, currency), rate);
  return minor === null ? null : { minor, on: rate.on };
};

/** Asked in đồng of a ceiling in yen: compared at the newest rate, and the day of the rate is said. */
function askedFee(
  body: CeilingBody,
  answer: CeilingAnswer,
  feeCurrency: string,
  rate: KnownRate | undefined,
): Asked | null {
  if (body.service_fee === undefined) return null;
  const asked = { amount: body.service_fee, currency: feeCurrency };
  if (answer.verdict === "zero" || answer.verdict === "prohibited")
    return { ...asked, accepted: body.service_fee === 0, rateOn: null };
  if (feeCurrency === body.currency)
    return {
      ...asked,
      accepted: answer.accepted === true ? true : answer.accepted === false ? false : null,
      rateOn: null,
    };
  const limit = dongOf(answer.workerMax, answer.currency, rate);
  if (feeCurrency !== "VND" || !limit) return { ...asked, accepted: null, rateOn: null };
  return { ...asked, accepted: moneyOf(body.service_fee, "VND").minor <= limit.minor, rateOn: limit.on };
}

export async function answersOf(body: CeilingBody, feeCurrency: string, today: Day): Promise<Answered> {
  const { deposit, ...fee } = body;
  const answer = ceilingAnswerOf(fee, today);
  const rate = (await latestRates()).get(answer.currency ?? "");
  const { market, programme, occupation } = body;
  const depositAnswer =
    typeof deposit === "number"
      ? ceilingAnswerOf({ market, programme, occupation, deposit, currency: "VND" }, today)
      : null;
  return {
    fee: {
      answer,
      asked: askedFee(body, answer, feeCurrency, rate),
      dong: dongOf(answer.workerMax, answer.currency, rate),
    },
    deposit:
      depositAnswer && typeof deposit === "number"
        ? {
            answer: depositAnswer,
            asked: {
              ...{ amount: deposit, currency: "VND", rateOn: null },
              accepted: typeof depositAnswer.accepted === "boolean" ? depositAnswer.accepted : null,
            },
          }
        : null,
  };
}
