import { useLocale, useTranslations } from "next-intl";
import { formatDay, formatMoney, formatMoneyRange, languageOf } from "@/components/ui/format";
import { Unverified } from "@/components/ui/money";
import { FactTable } from "@/components/ui/tables";
import { citationIn } from "@/domain/fees/rules";
import { allowanceRange } from "@/domain/support/rules";
import type { Condition, Grant } from "@/domain/support/schema";

export const dong = (minor: bigint) => ({ minor, currency: "VND" });

/** The article, since when it holds, and whether its text was read. */
export function Source({ of }: { of: Pick<Grant, "legalSource" | "effectiveFrom" | "verified"> }) {
  const t = useTranslations("support");
  const locale = languageOf(useLocale());
  return (
    <span className="text-small text-muted">
      {citationIn(of.legalSource, locale)}{" "}
      <span className="whitespace-nowrap">{t("since", { day: formatDay(locale, of.effectiveFrom) })}</span>{" "}
      {!of.verified && <Unverified />}
    </span>
  );
}

/** Why the answer is what it is: each named condition that decided, in a sentence. */
export function useReasons() {
  const t = useTranslations("support.condition");
  return ({ because, conditions }: { because: readonly string[]; conditions: readonly Condition[] }): string[] =>
    conditions
      .filter(({ name, met }) => because.includes(name) && t.has(`${name}.${met}`))
      .map(({ name, met }) => t(`${name}.${met}`));
}

function useAmount() {
  const t = useTranslations("support.amount");
  const locale = languageOf(useLocale());
  return (grant: Grant): string => {
    if (grant.kind === "official_fee") return t("officialFee");
    if (grant.capDong === null) return t("notKnown");
    const amount =
      grant.fromDong === null
        ? formatMoney(locale, dong(grant.capDong))
        : formatMoneyRange(locale, dong(grant.fromDong), dong(grant.capDong));
    return `${t(grant.kind === "up_to" ? "upTo" : "exactly", { amount })} ${t(`per.${grant.per}`)}`;
  };
}

type GrantsProps = { grants: readonly Grant[]; studyMonths: number | null };

/** What applies first, then what is unknown, then what does not; each with its amount, and why if it is not a plain yes. */
export function Grants({ grants, studyMonths }: GrantsProps) {
  const t = useTranslations("support.grants");
  if (grants.length === 0) return <p className="max-w-measure">{t("earlier")}</p>;
  const parts = (["yes", "unknown", "no"] as const)
    .map((applies) => ({ applies, some: grants.filter((grant) => grant.applies === applies) }))
    .filter(({ some }) => some.length > 0);
  const sources = [...new Map(grants.map((grant) => [grant.legalSource, grant])).values()];
  return (
    <div className="space-y-8">
      <p>
        {t("source")}{" "}
        {sources.map((grant) => (
          <Source key={grant.rule} of={grant} />
        ))}
      </p>
      {parts.map(({ applies, some }) => (
        <section key={applies}>
          <h3>{t(`title.${applies}`, { count: some.length })}</h3>
          <GrantList grants={some} applies={applies} />
          {applies === "yes" && studyMonths !== null && <Studying grants={some} months={studyMonths} />}
        </section>
      ))}
    </div>
  );
}

function GrantList({ grants, applies }: { grants: readonly Grant[]; applies: Grant["applies"] }) {
  const t = useTranslations("support");
  const amount = useAmount();
  const reasons = useReasons();
  const why = [...new Set(grants.map((grant) => reasons(grant).join(" ")))];
  // One reason for all is said once, above the list.
  const shared = applies !== "yes" && why.length === 1 ? why[0] : null;
  return (
    <>
      {shared && <p className="mt-1 max-w-measure">{shared}</p>}
      <div className="mt-2">
        <FactTable
          facts={grants.map((grant) => ({
            key: grant.rule,
            label: t(`grant.${grant.rule}`),
            value: (
              <>
                {amount(grant)} {!grant.verified && <Unverified />}
              </>
            ),
            note: applies !== "yes" && !shared && reasons(grant).join(" "),
          }))}
        />
      </div>
    </>
  );
}

/** What the allowances come to over her months of study. */
function Studying({ grants, months }: { grants: readonly Grant[]; months: number }) {
  const t = useTranslations("support.studying");
  const locale = languageOf(useLocale());
  const lines = grants.flatMap((grant) => {
    const { low, high } = allowanceRange(grant, months);
    return low !== null && high !== null && grant.per !== "course" ? [{ grant, low, high }] : [];
  });
  if (lines.length === 0) return null;
  return (
    <div className="mt-4 max-w-measure">
      <p className="font-medium">{t("title", { months: String(months).replace(".", locale === "vi" ? "," : ".") })}</p>
      <ul className="list-disc pl-6">
        {lines.map(({ grant, low, high }) => (
          <li key={grant.rule}>{t(grant.rule, { amount: formatMoneyRange(locale, dong(low), dong(high)) })}</li>
        ))}
      </ul>
      <p className="text-small text-muted">{t("assumption")}</p>
    </div>
  );
}
