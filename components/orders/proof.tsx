import { useLocale, useTranslations } from "next-intl";
import { formatDay, languageOf } from "@/components/ui/format";
import { Disclosure } from "@/components/ui/disclosure";
import { type CheckLine, Checklist, type Tone } from "@/components/ui/status";
import { type MinimumFinding, citationIn } from "@/domain/fees/rules";
import type { Day } from "@/domain/kernel/calendar";
import type { Condition } from "@/domain/orders/rules";
import type { OrderPage } from "@/domain/orders/queries";
import { articleIn } from "./names";

type ProofProps = {
  conditions: readonly Condition[];
  facts: OrderPage["facts"];
  day: Day;
  minimums?: readonly MinimumFinding[];
};

const toneOf = (met: boolean | null): Tone => (met === null ? "neutral" : met ? "good" : "danger");
const resultOf = (met: boolean | null) => (met === null ? "unknown" : met ? "met" : "unmet");

/** Each condition of publication with its result, what shows it, the article and the day it was checked. */
export function Proof({ conditions, facts, day, minimums = [] }: ProofProps) {
  const t = useTranslations("orders.conditions");
  const locale = languageOf(useLocale());
  const lines = conditions.map((condition): CheckLine => {
    const { code, met, law } = condition;
    const byState = condition.findings.some(({ name }) => name === "stateProgramme");
    return {
      key: code,
      tone: byState && met ? "good" : toneOf(met),
      label: `${t(`${code}.label`)}:`,
      result: t(byState ? "stateProgramme" : `${code}.${resultOf(met)}`),
      note: (
        <>
          {met === true && !byState && <Evidence code={code} facts={facts} />}
          {met === false && <FindingList condition={condition} />}
          {code === "P8" && met !== false && <Minimums findings={minimums} />}
          <span className="block">
            {articleIn(locale, law)} · {t("checkedOn", { day: formatDay(locale, day) })}
          </span>
        </>
      ),
    };
  });
  return <Checklist lines={lines} />;
}

/** The paper behind a condition that holds. */
function Evidence({ code, facts }: { code: string; facts: OrderPage["facts"] }) {
  const t = useTranslations("orders.conditions");
  const locale = languageOf(useLocale());
  const { contract } = facts;
  if (code === "P4" && contract?.approvalNo)
    return (
      <span className="block text-ink">
        {t("approval", {
          number: contract.approvalNo,
          day: contract.approvedOn ? formatDay(locale, contract.approvedOn) : "?",
        })}
      </span>
    );
  const quota = contract?.quotas.find(
    (q) => q.occupation === facts.occupation && (q.sex === "any" || q.sex === facts.sex),
  );
  if (code === "P5" && quota)
    return (
      <span className="block text-ink">
        {t("quota", { quota: quota.quota, claimed: quota.claimed, order: facts.quantity ?? 0 })}
      </span>
    );
  return null;
}

export function FindingList({ condition }: { condition: Pick<Condition, "code" | "findings"> }) {
  const t = useTranslations("orders.findings");
  const fees = useTranslations("fees");
  const locale = useLocale();
  const text = ({ name, params }: Condition["findings"][number]): string => {
    if (condition.code === "P9" && fees.has(`finding.${name}`)) {
      const component = fees.has(`component.${params?.code}`) ? `${fees(`component.${params?.code}`)}: ` : "";
      const law = params?.law ? ` ${citationIn(String(params.law), locale)}` : "";
      return component + fees(`finding.${name}`, { severity: "breach", limit: "", excess: "" }) + law;
    }
    if (condition.code === "P8" && fees.has(`rule.${params?.rule}`)) return fees(`rule.${params?.rule}`);
    return t.has(name) ? t(name, params) : name;
  };
  return (
    <ul>
      {condition.findings.map((finding, i) => (
        <li key={i}>{text(finding)}</li>
      ))}
    </ul>
  );
}

/** The minimum terms of the market's contracts, each with its answer. */
function Minimums({ findings }: { findings: readonly MinimumFinding[] }) {
  const t = useTranslations("orders.conditions");
  const fees = useTranslations("fees");
  const locale = useLocale();
  if (findings.length === 0) return null;
  return (
    <Disclosure summary={t("minimums", { count: findings.length })}>
      <ul className="space-y-1">
        {findings.map((finding, i) => (
          <li key={i}>
            {fees(`minimum.${finding.condition}`, {
              months: 0,
              amount: "",
              currency: "",
              percent: 0,
              legs: 1,
              ...finding.params,
            })}
            : <strong>{fees(`met.${finding.met}`)}</strong>
            <span className="block">{citationIn(finding.legalSource, locale)}</span>
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}
