import { getTranslations } from "next-intl/server";
import { address, type Locale } from "@/app/_http/addresses";
import { CeilingAnswer } from "@/components/fees/ceiling-answer";
import { CeilingForm, type CeilingErrors, type CeilingFields, type CeilingTyped } from "@/components/fees/ceiling-form";
import { marketName, programmeName } from "@/components/markets/names";
import type { Day } from "@/domain/kernel/calendar";
import { marketOf, markets, occupations, programmes } from "@/domain/kernel/catalogue";
import { answersOf } from "./answers";
import { ceilingQuestion } from "./question";

type Params = Record<string, string | string[] | undefined>;

/** The answer stands above the form that asked for it. */
export async function mayBeAsked({ locale, params, today }: { locale: Locale; params: Params; today: Day }) {
  const words = await getTranslations("fees.question");
  const { typed, errors, body } = ceilingQuestion(params);
  const answers = body && (await answersOf(body, typed.fee_currency || typed.currency, today));
  const worded = Object.fromEntries(
    Object.entries(errors).map(([field, code]) => [field, words(code)]),
  ) as CeilingErrors;
  return (
    <div className="space-y-8">
      {answers && body && (
        <div className="space-y-6">
          <CeilingAnswer
            what="fee"
            answer={answers.fee.answer}
            asked={answers.fee.asked}
            dong={answers.fee.dong}
            worked={{
              months: body.contract_months ?? null,
              wage: body.wage ?? null,
              foreignPaid: body.foreign_paid ?? null,
            }}
          />
          {answers.deposit && (
            <CeilingAnswer what="deposit" answer={answers.deposit.answer} asked={answers.deposit.asked} dong={null} />
          )}
        </div>
      )}
      <CeilingForm
        action={address(locale, "fees")}
        typed={typed}
        errors={worded}
        {...optionsOf(locale, typed)}
        changeMarket={`${address(locale, "fees", null, { ...rest(typed) })}#hoi`}
      />
    </div>
  );
}

/** Kept when another market is chosen: what does not hang on the market. */
const rest = (typed: CeilingTyped): Partial<Record<CeilingFields, string>> => ({
  contract_months: typed.contract_months,
});

function optionsOf(locale: Locale, typed: CeilingTyped) {
  const collator = new Intl.Collator(locale);
  const market = marketOf(typed.market);
  const here = programmes.filter((programme) => programme.market === typed.market && programme.senders.length > 0);
  return {
    markets: markets
      .filter((one) => !one.foreignNoticesOnly)
      .map((one) => ({ value: one.code, label: marketName(locale, one.code) })),
    programmes: here.map((one) => ({ value: one.code, label: programmeName(locale, one.code) })),
    occupations: occupations
      .map((one) => ({ value: one.slug, label: locale === "vi" ? one.nameVi : one.nameEn }))
      .sort((a, b) => collator.compare(a.label, b.label)),
    currencies: [...new Set([market?.currency ?? "VND", "USD", "VND"])].map((code) => ({
      value: code,
      label: currencyName(locale, code),
    })),
    asksTraining: here.some((programme) => programme.tags.includes("SSW")),
  };
}

const currencyName = (locale: Locale, code: string): string => {
  const name = new Intl.DisplayNames(locale, { type: "currency" }).of(code);
  return name && name !== code ? `${code} – ${name}` : code;
};
