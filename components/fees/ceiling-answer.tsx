import { useLocale, useTranslations } from "next-intl";
import { formatDay, formatMoney, formatNumber, languageOf } from "@/components/ui/format";
import { Verdict, type Tone } from "@/components/ui/status";
import { FactTable, type Fact } from "@/components/ui/tables";
import { citationIn, feeRuleOf } from "@/domain/fees/rules";
import type { CeilingAnswer as Answer } from "@/domain/fees/schema";
import { moneyOf } from "@/domain/kernel/money";

export type Asked = { amount: number; currency: string; accepted: boolean | null; rateOn: string | null };
export type Worked = { months: number | null; wage: number | null; foreignPaid: number | null };

const toneOf = (asked: Asked | null): Tone =>
  !asked ? "neutral" : asked.accepted === null ? "caution" : asked.accepted ? "good" : "danger";

type AnswerProps = {
  what: "fee" | "deposit";
  answer: Answer;
  asked: Asked | null;
  worked?: Worked;
  /** The ceiling in đồng at a dated rate, where it is in another currency. */
  dong: { minor: bigint; on: string } | null;
};

/** The most that may be asked, how it is reckoned, by which article, and what to do. */
export function CeilingAnswer(props: AnswerProps) {
  const t = useTranslations("fees-page.answer");
  const locale = languageOf(useLocale());
  const { asked, dong } = props;
  const most = useMost(props);
  const outcome = asked && (asked.accepted === null ? "askedUnknown" : asked.accepted ? "askedWithin" : "askedOver");
  const amount = asked && formatMoney(locale, moneyOf(asked.amount, asked.currency));
  return (
    <div className="space-y-4">
      <Verdict
        tone={toneOf(asked)}
        title={outcome && amount ? `${t(outcome, { amount })} ${most}` : most}
        icon={asked ? undefined : "info"}
      >
        {dong && <p className="figures text-small">{t("rate", { day: formatDay(locale, dong.on) })}</p>}
        {outcome === "askedOver" && <p>{t("over")}</p>}
        {outcome === "askedUnknown" && <p>{t("cannotCompare")}</p>}
      </Verdict>
      <Reasons {...props} />
    </div>
  );
}

/** "The company may ask you for at most …", as exactly as what was told allows. */
function useMost({ what, answer, dong }: AnswerProps): string {
  const t = useTranslations("fees-page.answer");
  const locale = languageOf(useLocale());
  const { verdict, workerMax, currency, ceilingMonths } = answer;
  if (verdict === "zero" || verdict === "prohibited") return t(`${what}.${verdict}`);
  if (workerMax !== null && currency) {
    const inDong = dong ? ` ≈ ${formatMoney(locale, { minor: dong.minor, currency: "VND" }, { short: true })}` : "";
    return t(`${what}.most`, { amount: formatMoney(locale, moneyOf(workerMax, currency)) + inDong });
  }
  if (ceilingMonths !== null) return t(`${what}.months`, { months: formatNumber(locale, ceilingMonths) });
  return t(`${what}.${verdict}`);
}

function Reasons({ what, answer, worked }: AnswerProps) {
  const t = useTranslations("fees-page.answer");
  const fees = useTranslations("fees");
  const locale = languageOf(useLocale());
  const rule = answer.rule ? feeRuleOf(answer.rule) : undefined;
  const words = (id: string, otherwise: string) =>
    fees.has(`rule.${id}`) ? fees(`rule.${id}`) : citationIn(otherwise, locale);
  const facts: (Fact | false)[] = [
    rule !== undefined && { key: "rule", label: t("rule"), value: words(rule.id, rule.legalSource) },
    worked !== undefined && { key: "sum", label: t("sum"), value: <Arithmetic answer={answer} worked={worked} /> },
    answer.legalSource !== null && {
      key: "article",
      label: t("article"),
      value: citationIn(answer.legalSource, locale),
      note: rule && t("inForce", { day: formatDay(locale, rule.effectiveFrom), on: formatDay(locale, answer.on) }),
    },
    { key: "verified", label: t("verified"), value: t(answer.verified ? "isVerified" : "notVerified") },
    answer.also.length > 0 && {
      key: "also",
      label: t("also"),
      value: answer.also.map((one) => <p key={one.rule}>{words(one.rule, one.legalSource)}</p>),
    },
    answer.assumptions.length > 0 && {
      key: "assumptions",
      label: t("assumptions"),
      value: answer.assumptions.map((one) => <p key={one}>{fees(`assumption.${one}`)}</p>),
    },
    { key: "next", label: t("next"), value: t(what === "fee" ? "nextFee" : "nextDeposit") },
  ];
  return <FactTable facts={facts.filter((fact): fact is Fact => fact !== false)} />;
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
