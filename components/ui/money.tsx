import { useLocale, useTranslations } from "next-intl";
import type { Day, Precision } from "@/domain/kernel/calendar";
import type { Money } from "@/domain/kernel/money";
import { formatDay, formatMoney, languageOf } from "./format";

/** An amount; with `dong` and `rateOn` also in đồng at that day's rate: 180.000 ¥ ≈ 30,6 triệu ₫ (tỷ giá 20/11/2026). */
export function Amount({
  value,
  short,
  dong,
  rateOn,
}: {
  value: Money | null;
  short?: boolean;
  dong?: bigint | null;
  rateOn?: Day | null;
}) {
  const locale = languageOf(useLocale());
  const t = useTranslations("ui");
  if (!value) return <Unknown />;
  return (
    <span>
      <span className="whitespace-nowrap">{formatMoney(locale, value, { short })}</span>
      {dong !== undefined && dong !== null && value.currency !== "VND" && (
        <>
          {" "}
          <span className="text-muted">
            <span className="whitespace-nowrap">
              ≈ {formatMoney(locale, { minor: dong, currency: "VND" }, { short: true })}
            </span>
            {rateOn && ` (${t("rateOn", { day: formatDay(locale, rateOn) })})`}
          </span>
        </>
      )}
    </span>
  );
}

/** A day as exactly as its source stated it; absent: the word for unknown. */
export function DateText({ day, precision = "day" }: { day: Day | null; precision?: Precision }) {
  const locale = languageOf(useLocale());
  if (!day) return <Unknown />;
  const machine = precision === "year" ? day.slice(0, 4) : precision === "month" ? day.slice(0, 7) : day;
  return (
    <time dateTime={machine} className="whitespace-nowrap">
      {formatDay(locale, day, precision)}
    </time>
  );
}

/** Never a blank, never 0. `ask`: who would know. */
export function Unknown({ ask }: { ask?: string }) {
  const t = useTranslations("ui");
  return <span className="text-muted">{ask ? t("unknownAsk", { who: ask }) : t("unknown")}</span>;
}

/** Stands beside a value that no official source confirms. */
export function Unverified() {
  const t = useTranslations("ui");
  return <span className="text-small whitespace-nowrap text-caution">({t("unverified")})</span>;
}
