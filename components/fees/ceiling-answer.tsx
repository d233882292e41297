import { useLocale, useTranslations } from "next-intl";
import { formatDay, formatMoney, formatNumber, languageOf } from "@/components/ui/format";
import { Unverified } from "@/components/ui/money";
import { Verdict, type Tone } from "@/components/ui/status";
import { FactTable, type Fact } from "@/components/ui/tables";
import { citationIn, feeRuleOf } from "@/domain/fees/rules";
import type { CeilingAnswer as Answer } from "@/domain/fees/schema";
import { moneyOf } from "@/domain/kernel/money";

export type Asked = { amount: number; currency: string; accepted: boolean | null; rateOn: string | null };
export type Worked = { months: number | null; wage: number | null; foreignPaid: number | null };

const toneOf = (asked: Asked | null): Tone =>
  !asked ? "neutral" : asked.accepted === null ? "caution" : asked.accepted ? "good" : "danger";

/** The most that may be asked, how it is reckoned, by which article, and what to do. */
export function CeilingAnswer({
  what,
  answer,
  asked,
  worked,
  dong,
}: {
  what: "fee" | "deposit";
  answer: Answer;
  asked: Asked | null;
  worked?: Worked;
  /** The ceiling in đồng at a dated rate, where it is in another currency. */
  dong: { minor: bigint; on: string } | null;
}) {
  const t = useTranslations("fees-page.answer");
  const fees = useTranslations("fees");
  const locale = languageOf(useLocale());
  const money = (units: number, currency: string) => formatMoney(locale, moneyOf(units, currency));
  const most = answer.workerMax !== null && answer.currency ? money(answer.workerMax, answer.currency) : null;
  const inDong = dong ? ` ≈ ${formatMoney(locale, { minor: dong.minor, currency: "VND" }, { short: true })}` : "";
  const none = answer.verdict === "zero" || answer.verdict === "prohibited";
  const sentence = none
    ? t(`${what}.${answer.verdict}`)
    : most
      ? t(`${what}.most`, { amount: most + inDong })
      : answer.ceilingMonths !== null
        ? t(`${what}.months`, { months: formatNumber(locale, answer.ceilingMonths) })
        : t(`${what}.${answer.verdict}`);
  return (
    <div className="space-y-4">
      <Verdict
        tone={toneOf(asked)}
        title={asked ? `${askedWords(asked)} ${sentence}` : sentence}
        icon={asked ? undefined : "info"}
      >
        {dong && <p className="figures text-small">{t("rate", { day: formatDay(locale, dong.on) })}</p>}
        {asked?.accepted === false && <p>{t("over")}</p>}
        {asked?.accepted === null && <p>{t("cannotCompare")}</p>}
      </Verdict>
      <FactTable facts={factsOf()} />
    </div>
  );

  function askedWords(one: Asked): string {
    const amount = money(one.amount, one.currency);
    return t(one.accepted === null ? "askedUnknown" : one.accepted ? "askedWithin" : "askedOver", { amount });
  }

  function factsOf(): Fact[] {
    const rule = answer.rule ? feeRuleOf(answer.rule) : undefined;
    const facts: (Fact | null)[] = [
      answer.rule && fees.has(`rule.${answer.rule}`)
        ? { key: "rule", label: t("rule"), value: fees(`rule.${answer.rule}`) }
        : null,
      worked ? { key: "sum", label: t("sum"), value: <Arithmetic answer={answer} worked={worked} /> } : null,
      answer.legalSource
        ? {
            key: "article",
            label: t("article"),
            value: (
              <>
                {citationIn(answer.legalSource, locale)} {!answer.verified && <Unverified />}
              </>
            ),
            note:
              rule && t("inForce", { day: formatDay(locale, rule.effectiveFrom), on: formatDay(locale, answer.on) }),
          }
        : null,
      { key: "verified", label: t("verified"), value: t(answer.verified ? "isVerified" : "notVerified") },
      answer.also.length > 0
        ? {
            key: "also",
            label: t("also"),
            value: answer.also.map((one) => (
              <p key={one.rule}>
                {fees.has(`rule.${one.rule}`) ? fees(`rule.${one.rule}`) : citationIn(one.legalSource, locale)}
              </p>
            )),
          }
        : null,
      answer.assumptions.length > 0
        ? {
            key: "assumptions",
            label: t("assumptions"),
            value: answer.assumptions.map((one) => <p key={one}>{fees(`assumption.${one}`)}</p>),
          }
        : null,
      { key: "next", label: t("next"), value: t(what === "fee" ? "nextFee" : "nextDeposit") },
    ];
    return facts.filter((fact): fact is Fact => fact !== null);
  }
}

/** Months × wage, less what the foreign side pays. */
function Arithmetic({ answer, worked }: { answer: Answer; worked: Worked }) {
  const t = useTranslations("fees-page.answer");
  const locale = languageOf(useLocale());
  const { currency } = answer;
  if (answer.verdict !== "capped") return <>{t("noSum")}</>;
  if (answer.ceilingMonths === null) return <>{t("needMonths")}</>;
  const months = formatNumber(locale, answer.ceilingMonths);
  if (answer.ceiling === null || !currency || worked.wage === null) return <>{t("needWage", { months })}</>;
  const money = (units: number) => formatMoney(locale, moneyOf(units, currency));
  return (
    <span className="figures">
      <span className="block">{t("times", { months, wage: money(worked.wage), ceiling: money(answer.ceiling) })}</span>
      {worked.foreignPaid !== null && worked.foreignPaid > 0 && answer.workerMax !== null && (
        <span className="block">
          {t("minus", {
            ceiling: money(answer.ceiling),
            paid: money(worked.foreignPaid),
            left: money(answer.workerMax),
          })}
        </span>
      )}
    </span>
  );
}
