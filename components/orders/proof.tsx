import { useLocale, useTranslations } from "next-intl";
import { formatDay, languageOf } from "@/components/ui/format";
import { Disclosure } from "@/components/ui/disclosure";
import { type CheckLine, Checklist, type Tone } from "@/components/ui/status";
import { type FeeWords, minimumText } from "@/components/fees/finding-text";
import { useFeeWords } from "@/components/fees/finding-words";
import { Unverified } from "@/components/ui/money";
import { type Met, type MinimumFinding, citationIn, minimumFacts } from "@/domain/fees/rules";
import type { Day } from "@/domain/kernel/calendar";
import type { Condition } from "@/domain/orders/rules";
import type { OrderPage } from "@/domain/orders/queries";
import { findingSentence } from "./finding-text";
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
    const partly = code === "P8" && met === true && minimums.some((finding) => finding.met === "unknown");
    const byState = condition.findings.some(({ name }) => name === "stateProgramme");
    return {
      key: code,
      tone: met === false && condition.effect === "warn" ? "caution" : toneOf(met),
      label: `${t(`${code}.label`)}:`,
      result: t(partly ? "P8.partly" : byState ? "stateProgramme" : `${code}.${resultOf(met)}`),
      note: (
        <>
          {met === true && !byState && <Evidence code={code} facts={facts} />}
          {(code === "P11" ? !byState : met === false && (code !== "P8" || minimums.length === 0)) && (
            <FindingList condition={condition} />
          )}
          {code === "P8" && <Minimums findings={minimums} />}
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
  const words = useTranslations("orders.findings") as unknown as FeeWords;
  const fees = useFeeWords();
  const locale = useLocale();
  return (
    <ul>
      {condition.findings.map((finding, i) => (
        <li key={i}>{findingSentence(words, fees, locale, condition.code, finding)}</li>
      ))}
    </ul>
  );
}

const sentenceCase = (text: string, locale: string): string => text.charAt(0).toLocaleUpperCase(locale) + text.slice(1);
const tones: Record<Met, Tone> = { met: "good", unmet: "danger", unknown: "neutral" };

/** The minimum terms of the market's contracts as a checklist: what the law asks, what the order says, whether that is enough. */
function Minimums({ findings }: { findings: readonly MinimumFinding[] }) {
  const t = useTranslations("orders.conditions");
  const fees = useFeeWords();
  const locale = useLocale();
  if (findings.length === 0) return null;
  const count = (met: Met) => findings.filter((finding) => finding.met === met).length;
  const [met, unmet, unknown] = [count("met"), count("unmet"), count("unknown")];
  const lines = findings.map((finding, i): CheckLine => {
    const { asks, says, gap } = minimumText(fees, locale, finding.condition, minimumFacts(finding));
    return {
      key: `${finding.rule} ${i}`,
      tone: tones[finding.met],
      label: `${asks}:`,
      result: fees(`met.${finding.met}`).toLocaleLowerCase(locale),
      note: (
        <>
          <span className="block text-ink">{sentenceCase([says, gap].filter(Boolean).join("; "), locale)}</span>
          <span className="block">
            {citationIn(finding.legalSource, locale)} {!finding.verified && <Unverified />}
          </span>
        </>
      ),
    };
  });
  return (
    <Disclosure summary={t("minimums", { count: findings.length, met, unmet, unknown })} open={unmet > 0}>
      <Checklist lines={lines} />
    </Disclosure>
  );
}
