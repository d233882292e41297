import { useLocale, useTranslations } from "next-intl";
import { formatDay, formatMoney, languageOf } from "@/components/ui/format";
import { Amount, Unknown } from "@/components/ui/money";
import type { Day } from "@/domain/kernel/calendar";
import type { Money } from "@/domain/kernel/money";

type Kept = { kind?: string; netMinor: bigint | null; netVnd: bigint | null; currency: string; rateOn: Day | null };

/** An amount as it is paid, and under it in đồng at a dated rate. */
export function InBoth({ value, dong, rateOn }: { value: Money; dong: bigint | null; rateOn: Day | null }) {
  const t = useTranslations("ui");
  const locale = languageOf(useLocale());
  return (
    <>
      <Amount value={value} />
      {dong !== null && value.currency !== "VND" && (
        <span className="block text-small font-normal text-muted">
          ≈ {formatMoney(locale, { minor: dong, currency: "VND" }, { short: true })}
          {rateOn && ` (${t("rateOn", { day: formatDay(locale, rateOn) })})`}
        </span>
      )}
    </>
  );
}

/** Kept per month; unknown as soon as one deduction is. */
export function KeptAmount({ order }: { order: Kept }) {
  const t = useTranslations("orders.figures");
  if (order.kind === "source_preparation") return t("noWage");
  const { netMinor, netVnd, currency, rateOn } = order;
  if (netMinor === null) return <Amount value={netVnd === null ? null : { minor: netVnd, currency: "VND" }} />;
  return <InBoth value={{ minor: netMinor, currency }} dong={netVnd} rateOn={rateOn} />;
}

/** One amount where room is short: "39,1 triệu ₫", which may break between number and unit. */
export function ShortAmount({ value, short }: { value: Money | null; short?: boolean }) {
  const locale = languageOf(useLocale());
  if (!value) return <Unknown />;
  return <span className="figures">{formatMoney(locale, value, { short }).replaceAll("\u00a0", " ")}</span>;
}

/** "(tỷ giá 20/11/2026)": beside whatever was turned into đồng at that day's rate. */
export function RateDay({ on }: { on: Day | null }) {
  const t = useTranslations("ui");
  const locale = languageOf(useLocale());
  return (
    on && <span className="text-small font-normal text-muted">({t("rateOn", { day: formatDay(locale, on) })})</span>
  );
}

/** đồng, or the word for unknown; nothing to pay is said in words. `rateOn`: the day of the rate where a line of it was converted. */
export function CostAmount({
  vnd,
  short,
  rateOn = null,
}: {
  vnd: bigint | null;
  short?: boolean;
  rateOn?: Day | null;
}) {
  const t = useTranslations("orders.figures");
  if (vnd === 0n) return t("nothing");
  const converted = vnd === null ? null : rateOn;
  return (
    <>
      {converted && "≈ "}
      <ShortAmount value={vnd === null ? null : { minor: vnd, currency: "VND" }} short={short} />{" "}
      <RateDay on={converted} />
    </>
  );
}

/** The month in which what was kept reaches what was paid. */
export function BreakEven({ months, kind }: { months: number | null; kind?: string }) {
  const t = useTranslations("orders.figures");
  if (kind === "source_preparation") return t("noBreakEven");
  if (months === null) return <Unknown />;
  if (months === 0) return t("atOnce");
  return months >= 999 ? t("never") : t("month", { month: months });
}

/** "JLPT N4" with the language's name; none and unknown are words. */
export function LanguageNeeded({
  order,
}: {
  order: {
    language: string | null;
    languageTest: string | null;
    languageLevel: string | null;
    languageOrdinal: number | null;
  };
}) {
  const t = useTranslations("orders");
  if (order.languageOrdinal === 0) return t("requirements.noLanguage");
  if (!order.language) return <Unknown />;
  const name = t.has(`languages.${order.language}`) ? t(`languages.${order.language}`) : order.language;
  const level = [order.languageTest, order.languageLevel].filter((part) => part).join(" ");
  return level ? `${name}, ${level}` : t("requirements.levelUnknown", { language: name });
}
