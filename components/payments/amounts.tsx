import { useLocale, useTranslations } from "next-intl";
import { formatMoney, languageOf } from "@/components/ui/format";
import { Unknown } from "@/components/ui/money";
import type { Money } from "@/domain/kernel/money";
import type { Standing } from "@/domain/payments/rules";
import type { Tone } from "@/components/ui/status";

export const standingTones: Record<Standing, Tone> = {
  both: "good",
  worker_only: "caution",
  agency_only: "caution",
  differs: "danger",
  withdrawn: "neutral",
};

/** Amounts in several currencies, each on its own line; a null one is unknown. */
export function Amounts({ of, none }: { of: readonly Money[] | null; none: string }) {
  const locale = languageOf(useLocale());
  if (of === null) return <Unknown />;
  if (of.length === 0) return <span className="text-muted">{none}</span>;
  return (
    <>
      {of.map((money) => (
        <span key={money.currency} className="block whitespace-nowrap">
          {formatMoney(locale, money)}
        </span>
      ))}
    </>
  );
}

/** A component of the fee rules by its name. */
export function ComponentName({ code }: { code: string }) {
  const t = useTranslations("fees.component");
  return t.has(code) ? t(code) : code;
}
