import { useLocale, useTranslations } from "next-intl";
import { formatMoney, languageOf } from "@/components/ui/format";
import { Verdict, type Tone } from "@/components/ui/status";
import type { Support } from "@/domain/support/schema";
import { dong, useReasons } from "./grants";

const tones: Readonly<Record<"yes" | "no" | "unknown", Tone>> = { yes: "good", no: "caution", unknown: "neutral" };

/** The answer in one sentence for what is given, one for what is lent. */
export function SupportVerdict({ support }: { support: Support }) {
  const t = useTranslations("support.verdict");
  const locale = languageOf(useLocale());
  const reasons = useReasons();
  const { grants, loans } = support;
  const given = grants.filter((grant) => grant.applies === "yes");
  const none = grants.length > 0 && grants.every((grant) => grant.applies === "no");
  const answer = given.length > 0 ? "yes" : none ? "no" : "unknown";
  const why = (answer === "yes" ? [] : grants.filter((grant) => grant.applies === answer).slice(0, 1)).flatMap(reasons);
  const loan = loans.find(({ purpose }) => purpose === "cost");
  const loanWhy = loan && loan.applies !== "yes" ? reasons(loan).filter((reason) => !why.includes(reason)) : [];
  const capped = given.filter(({ kind }) => kind === "up_to").reduce((sum, { capDong }) => sum + (capDong ?? 0n), 0n);
  return (
    <Verdict tone={tones[answer]} title={t(`grants.${answer}`, { count: given.length })}>
      {why.length > 0 && <p>{why.join(" ")}</p>}
      {capped > 0n && <p>{t("upTo", { amount: formatMoney(locale, dong(capped)) })}</p>}
      {loan && <p>{[t(`loan.${loan.applies}`), ...loanWhy].join(" ")}</p>}
    </Verdict>
  );
}
