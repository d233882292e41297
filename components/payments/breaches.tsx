import { useLocale, useTranslations } from "next-intl";
import { formatMoney, languageOf } from "@/components/ui/format";
import { type CheckLine, Checklist } from "@/components/ui/status";
import { citationIn } from "@/domain/fees/rules";
import type { FlagCondition } from "@/domain/payments/rules";
import type { FlagFacts } from "@/domain/payments/schema";
import { ComponentName } from "./amounts";

const shown: readonly string[] = [
  "prohibited",
  "aboveCeiling",
  "tooEarly",
  "wrongPayee",
  "foreignSidePays",
  "unlisted",
] satisfies FlagCondition[];

/** Those that the law on fees decides; the others stand in the ledger and beside the receipts. */
export const breachesOf = (flags: readonly FlagFacts[]): FlagFacts[] =>
  flags.filter(({ condition }) => shown.includes(condition));

/** What was asked or paid against the rules, each with its article: the same that an officer is told. */
export function Breaches({ flags }: { flags: readonly FlagFacts[] }) {
  const t = useTranslations("payments.breach");
  const locale = languageOf(useLocale());
  const lines = flags.map(({ key, condition, component, details }): CheckLine => {
    const { by, legalSource, receipt, severity } = details;
    const excess = typeof by === "object" && by ? formatMoney(locale, by) : "";
    return {
      key,
      tone: severity === "breach" ? "danger" : "caution",
      label: component ? <ComponentName code={component} /> : t("whole"),
      result: t(condition, { excess }),
      note: [typeof receipt === "string" && receipt, typeof legalSource === "string" && citationIn(legalSource, locale)]
        .filter(Boolean)
        .join(" · "),
    };
  });
  return <Checklist lines={lines} />;
}
