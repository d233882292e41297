import { useLocale, useTranslations } from "next-intl";
import { ShortAmount } from "@/components/orders/pay-text";
import { type Language, formatDay, formatMoney, formatMoneyRange, languageOf } from "@/components/ui/format";
import { Amount, Unknown } from "@/components/ui/money";
import type { CashFlow, DongRange, When } from "@/domain/fees/cash-flow/shape";
import type { Day } from "@/domain/kernel/calendar";
import type { Money } from "@/domain/kernel/money";

type Words = ReturnType<typeof useTranslations<"cashflow">>;
type Ends = { low: Money | null; high: Money | null };
const dongs = ({ low, high }: DongRange): Ends => ({
  low: low === null ? null : { minor: low, currency: "VND" },
  high: high === null ? null : { minor: high, currency: "VND" },
});

/** 18–25 triệu ₫; one end alone says which end it is; a span across zero is written out, two minus signs read badly. */
export function rangeText(
  t: Words,
  locale: Language,
  { low, high }: Ends,
  options: { short?: boolean } = {},
): string | null {
  if (low && high) {
    if (low.minor !== high.minor && (low.minor < 0n || high.minor < 0n))
      return t("range.across", { low: formatMoney(locale, low, options), high: formatMoney(locale, high, options) });
    return formatMoneyRange(locale, low, high, options);
  }
  if (low) return t("range.atLeast", { amount: formatMoney(locale, low, options) });
  return high && t("range.atMost", { amount: formatMoney(locale, high, options) });
}
export const dongRangeText = (t: Words, locale: Language, range: DongRange, options: { short?: boolean } = {}) =>
  rangeText(t, locale, dongs(range), options);

/** A range in đồng; where room is short it may break between number and unit. */
export function DongRangeText({ range, short, loose }: { range: DongRange; short?: boolean; loose?: boolean }) {
  const t = useTranslations("cashflow");
  const text = dongRangeText(t, languageOf(useLocale()), range, short ? { short } : {});
  if (text === null) return <Unknown />;
  return <span className="figures">{loose ? text.replace(/\u00a0(?=\S+\u00a0)/g, " ") : text}</span>;
}

/** As paid, and under it in đồng with the day of the rate. */
export function RangeInBoth({
  amount,
  dong,
  rateOn,
  taken,
}: {
  amount: Ends;
  dong: DongRange;
  rateOn: Day | null;
  /** Taken off: said with a word, a minus before a range reads as one end of it. */
  taken?: boolean;
}) {
  const t = useTranslations("cashflow");
  const ui = useTranslations("ui");
  const locale = languageOf(useLocale());
  const text = rangeText(t, locale, amount);
  const currency = (amount.low ?? amount.high)?.currency;
  if (text === null || currency === undefined) return <DongRangeText range={dong} />;
  const inDong = currency === "VND" ? null : dongRangeText(t, locale, dong, { short: true });
  return (
    <span className="figures">
      {taken ? t("range.taken", { amount: text }) : text}
      {inDong && (
        <span className="block text-small font-normal text-muted">
          ≈ {inDong}
          {rateOn && ` (${ui("rateOn", { day: formatDay(locale, rateOn) })})`}
        </span>
      )}
    </span>
  );
}

/** One end as đồng, "at least" where a line under it is unknown. */
export function DongOrAtLeast({ dong, atLeast, short }: { dong: bigint | null; atLeast: bigint; short?: boolean }) {
  const t = useTranslations("cashflow");
  const locale = languageOf(useLocale());
  if (dong !== null && short) return <ShortAmount value={{ minor: dong, currency: "VND" }} short />;
  if (dong !== null) return <Amount value={{ minor: dong, currency: "VND" }} />;
  if (atLeast === 0n) return <Unknown />;
  return (
    <span className="figures">
      {t("range.atLeast", {
        amount: formatMoney(locale, { minor: atLeast, currency: "VND" }, { short }).replaceAll(
          "\u00a0",
          short ? " " : "\u00a0",
        ),
      })}
    </span>
  );
}

/** The moment in words, with days where somebody named them. */
export function WhenText({ when }: { when: When }) {
  const t = useTranslations("cashflow");
  const fees = useTranslations("fees");
  const locale = languageOf(useLocale());
  const { from, to, due, month } = when;
  const days =
    from && to && from !== to
      ? t("when.between", { from: formatDay(locale, from), to: formatDay(locale, to) })
      : from || to
        ? t("when.on", { day: formatDay(locale, from ?? to ?? "") })
        : month !== null && due !== "monthly_abroad"
          ? t("when.month", { side: month < 0 ? "before" : month === 0 ? "at" : "after", n: Math.abs(month) })
          : null;
  return (
    <>
      {fees(`due.${due}`)}
      {days && ` ${days}`}
    </>
  );
}

/** "tháng thứ 5–7": a range, never one false number where the two readings differ. */
export function evenText(t: Words, { earliest, latest, reason }: CashFlow["breakEven"]): string {
  if (earliest === null) return reason === "never_within_contract" ? t("even.never") : t("even.unknown");
  if (latest === null) return t("even.earliest", { month: earliest });
  if (latest === 0) return t("even.atOnce");
  if (earliest === 0) return t("even.by", { month: latest });
  return earliest === latest ? t("even.month", { month: earliest }) : t("even.months", { from: earliest, to: latest });
}

/** The same as part of a sentence: "bạn hòa vốn vào tháng thứ 5–7 sau khi bay". */
export function evenPhrase(t: Words, breakEven: CashFlow["breakEven"]): string {
  const { earliest, latest, reason } = breakEven;
  if (earliest === null) return reason === "never_within_contract" ? t("answer.evenNever") : t("answer.evenUnknown");
  if (latest === 0) return t("answer.evenAtOnce");
  return latest === null
    ? t("answer.evenNotBefore", { month: earliest })
    : t("answer.even", { month: evenText(t, breakEven) });
}

/** Where only the best reading is even: why it may be later. */
export function evenCaveat(t: Words, { earliest, latest, reason }: CashFlow["breakEven"]): string | null {
  if (earliest === null || latest !== null) return null;
  return reason === "unknown" ? t("answer.laterUnknown") : t("answer.laterDear");
}
