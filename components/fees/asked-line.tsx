import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { programmeName } from "@/components/markets/names";
import { Disclosure } from "@/components/ui/disclosure";
import { formatDay, formatMoney, languageOf } from "@/components/ui/format";
import { Unverified } from "@/components/ui/money";
import { type Tone, Status } from "@/components/ui/status";
import { type Fact, FactTable } from "@/components/ui/tables";
import {
  type AgainstPublished,
  type AskedTerms,
  type AskedVerdict,
  type AskedVerdictCode,
  askedVerdictCodes,
  citationIn,
  decidingRule,
  wholeOf,
} from "@/domain/fees/rules";
import type { Money } from "@/domain/kernel/money";
import { AskedWorking } from "./asked-working";
import { useFeeReason } from "./finding-words";

export const breaching: ReadonlySet<AskedVerdictCode> = new Set([
  "never_allowed",
  "above_ceiling",
  "wrong_hands",
  "too_early",
]);
const toneOf = (verdict: AskedVerdictCode): Tone =>
  breaching.has(verdict) ? "danger" : verdict === "lawful" ? "good" : verdict === "at_cost" ? "neutral" : "caution";

type Props = { one: AskedVerdict; terms: AskedTerms; against: AgainstPublished | null; shared: boolean };

/** One thing that was asked: the verdict in a word, why, the most it may be, the article, what the order says, what to do. */
export function AskedLineAnswer({ one, terms, against, shared }: Props) {
  const t = useTranslations("asked");
  const fees = useTranslations("fees");
  const locale = languageOf(useLocale());
  const reason = useFeeReason();
  const money = (value: Money) => formatMoney(locale, value);
  const { rule, legalSource, verified, since } = decidingRule(one);
  const headline =
    one.verdict === "above_ceiling" && one.excess
      ? t("over", { excess: money(one.excess) })
      : one.depends.length > 0
        ? t("answer.dependsShort")
        : t(`verdict.${one.verdict}`);
  const said = (asked: Money): string => {
    if (one.times === 1) return money(asked);
    const monthly = t("answer.mostMonthly", { amount: money(asked) });
    const whole = wholeOf(asked, one.times);
    return whole ? `${monthly}; ${t("answer.monthly", { months: one.times ?? 0, amount: money(whole) })}` : monthly;
  };
  const component = fees(`component.${one.code}`);
  // What nobody may ask for at all needs no word on when and to whom.
  const reasons = one.verdict === "never_allowed" ? one.findings.slice(0, 1) : one.findings;
  const facts: (Fact | false)[] = [
    reasons.length > 0 && {
      key: "why",
      label: t("answer.why"),
      value: reasons.map((finding) => (
        <p key={finding.condition}>
          {finding.condition === "componentExplained" && t.has(`reason.${one.called}` as "reason.package")
            ? t(`reason.${one.called}` as "reason.package")
            : reason(finding)}
        </p>
      )),
    },
    one.depends.length > 0 && { key: "depends", label: t("answer.why"), value: <Depends one={one} /> },
    one.depends.length === 0 &&
      one.verdict !== "never_allowed" && {
        key: "most",
        label: t("answer.most"),
        value: <Most one={one} />,
        note: shared && one.limit?.ceiling ? t("answer.shared") : undefined,
      },
    one.depends.length === 0 && {
      key: "article",
      label: t("answer.article"),
      value: legalSource ? (
        <>
          {citationIn(legalSource, locale)} {!verified && <Unverified />}
        </>
      ) : (
        t("answer.noArticle")
      ),
      note:
        one.verdict === "at_cost"
          ? t("answer.itemised")
          : rule &&
            fees.has(`rule.${rule}`) && (
              <>
                {fees(`rule.${rule}`)}. {since && fees("at.since", { day: formatDay(locale, since) })}
              </>
            ),
    },
    against !== null && { key: "published", label: t("answer.published"), value: <Published against={against} /> },
    {
      key: "next",
      label: t("answer.next"),
      value:
        one.verdict === "wrong_hands" && one.code === "worker_deposit"
          ? t("next.wrong_hands_deposit")
          : t(`next.${one.verdict}`),
    },
  ];
  return (
    <li>
      <h3 className="text-subheading">
        {t("form.line", { n: one.position })}: {t(`called.${one.called}`)}
      </h3>
      <p className="figures mt-1 font-medium">
        {one.asked ? said(one.asked) : t("answer.notAsked")}
        <span className="block text-small font-normal text-muted">{component}</span>
      </p>
      <p className="my-2">
        <Status tone={toneOf(one.verdict)}>{headline}</Status>
      </p>
      <FactTable facts={facts.filter((fact): fact is Fact => fact !== false)} />
      {one.limit && (
        <Disclosure summary={t("answer.working")}>
          <AskedWorking one={one} limit={one.limit} terms={terms} />
        </Disclosure>
      )}
    </li>
  );
}

function Most({ one }: { one: AskedVerdict }): ReactNode {
  const t = useTranslations("asked.answer");
  const locale = languageOf(useLocale());
  const { limit } = one;
  if (!limit) return one.verdict === "not_enough_known" ? t("mostUnknown") : t("noCeiling");
  if (!limit.most) return t("mostUnknown");
  const amount = formatMoney(locale, limit.most);
  return <span className="figures">{limit.monthly ? t("mostMonthly", { amount }) : amount}</span>;
}

function Depends({ one }: { one: AskedVerdict }) {
  const t = useTranslations("asked");
  const locale = useLocale();
  const list = new Intl.ListFormat(locale, { type: "unit" });
  const verdicts = askedVerdictCodes.filter((code) => one.depends.some(({ verdict }) => verdict === code));
  return (
    <>
      <p>{t("answer.depends")}</p>
      <ul>
        {verdicts.map((verdict) => (
          <li key={verdict} className="mt-1">
            <strong>{t(`verdict.${verdict}`)}</strong>:{" "}
            {list.format(
              one.depends
                .filter((each) => each.verdict === verdict)
                .map(({ programme }) => programmeName(locale, programme)),
            )}
            .
          </li>
        ))}
      </ul>
    </>
  );
}

function Published({ against }: { against: AgainstPublished }) {
  const t = useTranslations("asked.against");
  const locale = languageOf(useLocale());
  const money = (value: Money | null) => (value ? formatMoney(locale, value) : "");
  const text = t(against.state, { published: money(against.published), more: money(against.more) });
  return <span className={`figures ${against.state === "same_or_less" ? "" : "text-danger"}`}>{text}</span>;
}
