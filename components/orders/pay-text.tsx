import { useTranslations } from "next-intl";
import { Amount, Unknown } from "@/components/ui/money";
import type { Day } from "@/domain/kernel/calendar";

type Kept = { netMinor: bigint | null; netVnd: bigint | null; currency: string; rateOn: Day | null };

/** Kept per month: in the currency it is paid in, then in đồng at the order's dated rate. */
export function KeptAmount({ order, short }: { order: Kept; short?: boolean }) {
  if (order.netMinor !== null)
    return (
      <Amount
        value={{ minor: order.netMinor, currency: order.currency }}
        short={short}
        dong={order.netVnd}
        rateOn={order.rateOn}
      />
    );
  if (order.netVnd !== null) return <Amount value={{ minor: order.netVnd, currency: "VND" }} short={short} />;
  return <Unknown />;
}

/** đồng, or the word for unknown; nothing to pay is said in words. */
export function CostAmount({ vnd, short }: { vnd: bigint | null; short?: boolean }) {
  const t = useTranslations("orders.figures");
  if (vnd === 0n) return t("nothing");
  return <Amount value={vnd === null ? null : { minor: vnd, currency: "VND" }} short={short} />;
}

/** The month in which what was kept reaches what was paid. */
export function BreakEven({ months }: { months: number | null }) {
  const t = useTranslations("orders.figures");
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
