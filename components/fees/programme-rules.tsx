import { useLocale, useTranslations } from "next-intl";
import { Article, Limit } from "@/components/fees/rule-table";
import { formatDay, languageOf } from "@/components/ui/format";
import { Unverified } from "@/components/ui/money";
import { FactTable, type Fact } from "@/components/ui/tables";
import { type FeeRule, type ProgrammeCeilings, citationIn } from "@/domain/fees/rules";

/** What the law allows to be asked now, each line with its article and day. */
export function Ceilings({ ceilings }: { ceilings: ProgrammeCeilings }) {
  const t = useTranslations("markets");
  const parts = [
    ["serviceFee", ceilings.serviceFee],
    ["extension", ceilings.extension],
    ["deposit", ceilings.deposit],
    ["brokerage", ceilings.brokerage],
  ] as const;
  const facts = parts.flatMap(([key, lines]): Fact[] =>
    lines.length > 0
      ? [
          {
            key,
            label: t(`ceiling.${key}`),
            value: lines.map((line) => (
              <div key={line.rule} className="not-first:mt-2">
                <Limit line={line} />
                <Article line={{ ...line, legalSource: line.legalSource.replace(/ \(replaces .*$/, "") }} />
              </div>
            )),
          },
        ]
      : [],
  );
  if (facts.length === 0) return <p className="max-w-measure">{t("ceiling.none")}</p>;
  return <FactTable facts={facts} />;
}

/** What the contract must give at least (Circular 02/2024, Appendices II–IX); rules of one article and day share their line. */
export function ContractMinimums({ rules }: { rules: readonly FeeRule[] }) {
  const fees = useTranslations("fees");
  const t = useTranslations("fees-page");
  const locale = languageOf(useLocale());
  const worded = rules.filter((rule) => fees.has(`rule.${rule.id}`));
  const articles = new Map(worded.map((rule) => [`${rule.legalSource} ${rule.effectiveFrom} ${rule.verified}`, rule]));
  if (worded.length === 0) return null;
  return (
    <div>
      <ul className="max-w-measure list-disc space-y-1 pl-6">
        {worded.map((rule) => (
          <li key={rule.id}>{fees(`rule.${rule.id}`)}</li>
        ))}
      </ul>
      {[...articles.values()].map((rule) => (
        <p key={rule.id} className="mt-1 text-small text-muted">
          {citationIn(rule.legalSource, locale)},{" "}
          <span className="whitespace-nowrap">{t("since", { day: formatDay(locale, rule.effectiveFrom) })}</span>{" "}
          {!rule.verified && <Unverified />}
        </p>
      ))}
    </div>
  );
}
