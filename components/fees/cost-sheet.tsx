import { useLocale, useTranslations } from "next-intl";
import { InBoth, RateDay } from "@/components/orders/pay-text";
import { Amount, Unknown, Unverified } from "@/components/ui/money";
import { formatMoney, languageOf } from "@/components/ui/format";
import { Icon } from "@/components/ui/icon";
import { citationIn, feeComponentOf } from "@/domain/fees/rules";
import type { FeeSum, Rates } from "@/domain/fees/schema";
import type { Day } from "@/domain/kernel/calendar";
import { useFeeReason } from "./finding-words";
import { type LineView, type SheetGroup, type SheetView, sheetGroups } from "./sheet-view";

const cell = "block max-sm:order-2 sm:table-cell sm:py-2.5 sm:pr-4 sm:align-top";
const dotted = "max-sm:after:ml-2 max-sm:after:content-['·']";

/** Every line: what, who pays whom, when, whether it comes back, what the law allows, how much; each group with its sum. */
export function CostSheet({ view, rates, sums }: { view: SheetView; rates: Rates; sums: boolean }) {
  const t = useTranslations("orders.sheet");
  const columns = ["what", "when", "refund", "ceiling", "amount"] as const;
  return (
    <table role="table" className="block w-full border-collapse text-left sm:table">
      <caption className="sr-only">{t("caption")}</caption>
      <thead className="sr-only sm:not-sr-only sm:table-header-group">
        <tr role="row" className="border-b-2 border-ink text-small">
          {columns.map((column) => (
            <th
              key={column}
              scope="col"
              role="columnheader"
              className={`py-2 font-medium ${column === "amount" ? "text-right" : "pr-4"}`}
            >
              {t(column)}
            </th>
          ))}
        </tr>
      </thead>
      {sheetGroups(view).map((group) => (
        <Group key={group.key} group={sums ? group : { ...group, sum: null }} rates={rates} />
      ))}
    </table>
  );
}

function Group({ group, rates }: { group: SheetGroup; rates: Rates }) {
  const t = useTranslations("orders.sheet");
  return (
    <tbody role="rowgroup" className="block sm:table-row-group">
      <tr role="row" className="block bg-wash sm:table-row">
        <th scope="rowgroup" role="rowheader" colSpan={5} className="block px-2 py-2 font-bold sm:table-cell">
          {t(`group.${group.key}`)}
        </th>
      </tr>
      {group.lines.map((line) => (
        <Line key={line.position} line={line} rates={rates} />
      ))}
      {group.sum && (
        <tr role="row" className="flex justify-between gap-4 border-t-2 border-ink py-2.5 font-bold sm:table-row">
          <th scope="row" role="rowheader" colSpan={4} className="block sm:table-cell sm:py-2.5">
            {t("sum")}
          </th>
          <td role="cell" className="figures block text-right sm:table-cell">
            <Sum sum={group.sum} />
          </td>
        </tr>
      )}
    </tbody>
  );
}

/** On a phone: name and amount on one line, then when, whether it comes back and what the law says, in a row. */
function Line({ line, rates }: { line: LineView; rates: Rates }) {
  const t = useTranslations("fees");
  const words = useTranslations("orders.sheet");
  const legalClass = feeComponentOf(line.code)?.legalClass;
  return (
    <tr
      role="row"
      className="flex flex-wrap gap-x-2 border-b border-line py-2.5 text-small text-muted sm:table-row sm:py-0 sm:text-ink"
    >
      <th
        scope="row"
        role="rowheader"
        className={`block min-w-0 grow basis-1/2 sm:table-cell sm:py-2.5 sm:pr-4 sm:align-top text-body font-medium text-ink`}
      >
        {t.has(`component.${line.code}`) ? t(`component.${line.code}`) : line.code}
        <span className="block text-small font-normal text-muted">
          {words("pays", { payee: line.payee, to: t(`payee.${line.payee}`) })}
        </span>
        {line.note && <span className="block text-small font-normal text-muted">{line.note}</span>}
      </th>
      <td role="cell" className={`${cell} ${dotted}`}>
        {t(`due.${line.due}`)}
      </td>
      <td role="cell" className={`${cell} ${line.ceiling ? "" : dotted}`}>
        {t(`refundable.${line.refundable}`)}
      </td>
      <td role="cell" className={`${cell} sm:max-w-60 ${line.ceiling ? "max-sm:basis-full" : ""}`}>
        {line.ceiling ? (
          <CeilingText line={line} rates={rates} />
        ) : legalClass ? (
          t(`legalClass.${legalClass}`)
        ) : (
          <Unknown />
        )}
        <Findings line={line} />
      </td>
      <td
        role="cell"
        className="block text-right text-body text-ink max-sm:order-1 max-sm:max-w-[45%] sm:table-cell sm:py-2.5 sm:align-top"
      >
        <LineAmount line={line} rates={rates} />
      </td>
    </tr>
  );
}

/** Monthly lines say the month and how many; foreign ones the đồng and the rate's date. */
function LineAmount({ line, rates }: { line: LineView; rates: Rates }) {
  const t = useTranslations("orders.sheet");
  const rate = rates.get(line.currency);
  if (line.amountMinor === null) return <Unknown />;
  const monthly = line.months !== null && line.months > 1;
  return (
    <span className="figures block">
      <InBoth
        value={line.total ?? { minor: line.amountMinor, currency: line.currency }}
        dong={line.dong}
        rateOn={line.rateOn ?? (rate ? (rate.on as Day) : null)}
      />
      {monthly && (
        <span className="block text-small text-muted">
          <Amount value={{ minor: line.amountMinor, currency: line.currency }} />{" "}
          {t("times", { months: line.months ?? 1 })}
        </span>
      )}
    </span>
  );
}

/** The ceiling beside a capped line, with its article. */
function CeilingText({ line, rates }: { line: LineView; rates: Rates }) {
  const t = useTranslations("fees");
  const words = useTranslations("orders.sheet");
  const locale = languageOf(useLocale());
  const { ceiling } = line;
  if (!ceiling) return null;
  const amount =
    ceiling.verdict === "capped" && ceiling.workerMax !== null && ceiling.currency
      ? formatMoney(locale, { minor: ceiling.workerMax, currency: ceiling.currency })
      : null;
  return (
    <span className="figures">
      {amount ? words("atMost", { amount }) : t(`verdict.${ceiling.verdict}`)}
      {ceiling.ceilingMonths !== null && ceiling.ceilingMonths > 0 && (
        <> {words("months", { months: ceiling.ceilingMonths })}</>
      )}
      {amount && line.ceilingDong !== null && ceiling.currency !== "VND" && (
        <>
          {" "}
          ≈ {formatMoney(locale, { minor: line.ceilingDong, currency: "VND" }, { short: true })}{" "}
          <RateDay on={(rates.get(ceiling.currency ?? "")?.on as Day | undefined) ?? null} />
        </>
      )}
      {!ceiling.verified && (
        <>
          {" "}
          <Unverified />
        </>
      )}
      {ceiling.legalSource && <span className="block text-muted">{citationIn(ceiling.legalSource, locale)}</span>}
    </span>
  );
}

/** What the rules say against a line, or cannot say. */
function Findings({ line }: { line: LineView }) {
  const reason = useFeeReason();
  const shown = line.findings.filter(
    ({ condition, severity }) => !(condition === "withinCeiling" && severity === "unverified"),
  );
  if (shown.length === 0) return null;
  return (
    <ul>
      {shown.map((finding) => (
        <li key={finding.condition} className={finding.severity === "breach" ? "text-danger" : "text-caution"}>
          <Icon name="warning" className="mr-1 size-4" />
          {reason(finding)}
        </li>
      ))}
    </ul>
  );
}

/** A sum with an unknown line is not a sum but "at least". */
export function Sum({ sum, short }: { sum: FeeSum; short?: boolean }) {
  const t = useTranslations("fees.totals");
  const locale = languageOf(useLocale());
  const amount = formatMoney(locale, { minor: sum.atLeastDong, currency: "VND" }, { short });
  return sum.dong === null ? t("atLeast", { amount, count: sum.unknown.length }) : amount;
}
