import { useLocale, useTranslations } from "next-intl";
import { formatDay, languageOf } from "@/components/ui/format";
import { Unverified } from "@/components/ui/money";
import { DataTable } from "@/components/ui/tables";
import type { RuleLine } from "@/domain/fees/rules";
import { citationIn } from "@/domain/fees/rules";
import { marketName, programmeName } from "@/components/markets/names";
import type { RuleRow } from "./rule-rows";
import { useLimit } from "./rule-words";

/** The article, since when it holds, and whether its text was read. */
export function Article({ line }: { line: Pick<RuleLine, "legalSource" | "effectiveFrom" | "effectiveTo" | "verified"> }) {
  const t = useTranslations("fees-page");
  const locale = languageOf(useLocale());
  return (
    <span className="block text-small text-muted">
      {citationIn(line.legalSource, locale)}{" "}
      <span className="figures whitespace-nowrap">{t("since", { day: formatDay(locale, line.effectiveFrom) })}</span>{" "}
      {!line.verified && <Unverified />}
    </span>
  );
}

/** A ceiling in words, with the condition it hangs on. */
export function Limit({ line }: { line: RuleLine }) {
  const limit = useLimit();
  const t = useTranslations("fees");
  return (
    <span>
      {limit(line)}
      {line.condition && t.has(`condition.${line.rule}`) && <span className="block">({t(`condition.${line.rule}`)})</span>}
    </span>
  );
}

/** One row per market and rule; markets under the general rule alone stand together in the last. */
export function RuleTable({
  caption,
  rows,
  others,
  hrefOf,
}: {
  caption: string;
  rows: readonly RuleRow[];
  /** Markets where only the general line holds. */
  others: { line: RuleLine; markets: readonly string[] } | null;
  hrefOf: (market: string) => string;
}) {
  const t = useTranslations("fees-page");
  const locale = useLocale();
  const list = new Intl.ListFormat(languageOf(locale));
  return (
    <DataTable
      caption={caption}
      hideCaption
      phone="stack"
      columns={[
        { key: "market", label: t("column.market") },
        { key: "who", label: t("column.who") },
        { key: "limit", label: t("column.limit") },
        { key: "article", label: t("column.article") },
      ]}
      rows={[
        ...rows.map((row) => ({
          key: `${row.market}-${row.line.rule}-${row.line.condition ?? ""}`,
          cells: {
            market: (
              <a href={hrefOf(row.market)} className="inline-flex min-h-11 items-center sm:min-h-0">
                {marketName(locale, row.market)}
              </a>
            ),
            who: row.all ? t("everybody") : row.programmes.map((code) => programmeName(locale, code)).join("; "),
            limit: <Limit line={row.line} />,
            article: <Article line={row.line} />,
          },
        })),
        ...(others
          ? [
              {
                key: "others",
                cells: {
                  market: t("otherMarkets"),
                  who: list.format(others.markets.map((code) => marketName(locale, code))),
                  limit: <Limit line={others.line} />,
                  article: <Article line={others.line} />,
                },
              },
            ]
          : []),
      ]}
    />
  );
}
