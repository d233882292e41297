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
export function Article({
  line,
}: {
  line: Pick<RuleLine, "legalSource" | "effectiveFrom" | "effectiveTo" | "verified">;
}) {
  const t = useTranslations("fees-page");
  const locale = languageOf(useLocale());
  return (
    <span className="block text-small text-muted">
      {citationIn(line.legalSource, locale)},{" "}
      <span className="whitespace-nowrap">{t("since", { day: formatDay(locale, line.effectiveFrom) })}</span>{" "}
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
      {line.condition && t.has(`condition.${line.rule}`) && (
        <span className="block">({t(`condition.${line.rule}`)})</span>
      )}
    </span>
  );
}

/** One row per rule; the general one, without places, is the last. */
export function RuleTable({
  caption,
  rows,
  hrefOf,
}: {
  caption: string;
  rows: readonly RuleRow[];
  hrefOf: (market: string) => string;
}) {
  const t = useTranslations("fees-page");
  return (
    <DataTable
      caption={caption}
      hideCaption
      phone="stack"
      columns={[
        { key: "who", label: t("column.who") },
        { key: "limit", label: t("column.limit") },
        { key: "article", label: t("column.article") },
      ]}
      rows={rows.map((row) => ({
        key: row.line.rule,
        cells: {
          who: row.entries.length > 0 ? <Entries row={row} hrefOf={hrefOf} /> : t("allOthers"),
          limit: <Limit line={row.line} />,
          article: <Article line={{ ...row.line, legalSource: row.line.legalSource.replace(/ \(replaces .*$/, "") }} />,
        },
      }))}
    />
  );
}

/** "Nhật Bản: Kỹ sư, chuyên gia"; the market alone where the rule holds for all of it. */
function Entries({ row, hrefOf }: { row: RuleRow; hrefOf: (market: string) => string }) {
  const locale = useLocale();
  return (
    <ul>
      {row.entries.map(({ market, programmes }) => (
        <li key={market}>
          <a href={hrefOf(market)}>{marketName(locale, market)}</a>
          {programmes.length > 0 && (
            <span className="font-normal">: {programmes.map((code) => programmeName(locale, code)).join("; ")}</span>
          )}
        </li>
      ))}
    </ul>
  );
}
