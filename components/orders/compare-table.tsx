import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { formatDay, formatNumber, languageOf } from "@/components/ui/format";
import { DateText, Unknown } from "@/components/ui/money";
import { perMonth } from "@/domain/orders/rules";
import { type Compared, type RowKey, marksOf, rowKeys } from "./comparison";
import { occupationName, placeName } from "./names";
import { BreakEven, CostAmount, InBoth, KeptAmount, LanguageNeeded } from "./pay-text";
import { StandingStatus } from "./sender";

type TableProps = {
  orders: readonly Compared[];
  orderHref: (reference: string) => string;
  removeHref: (reference: string) => string;
  agencyHref: (slug: string) => string;
};

const columns = [
  "",
  "sm:grid-cols-[10rem_1fr]",
  "sm:grid-cols-[10rem_repeat(2,1fr)]",
  "sm:grid-cols-[10rem_repeat(3,1fr)]",
  "sm:grid-cols-[10rem_repeat(4,1fr)]",
];

/**
 * Orders side by side. On a phone each row of the table is a heading with the orders two by two under it, so that all four are on the
 * screen at once; on a desk the usual grid. Differences are said in words.
 */
export function CompareTable({ orders, orderHref, removeHref, agencyHref }: TableProps) {
  const t = useTranslations("orders.compare");
  const locale = useLocale();
  const row = `grid grid-cols-2 gap-x-4 ${columns[orders.length] ?? ""}`;
  return (
    <div role="table" aria-label={t("title")}>
      <div role="row" className={`${row} border-b-2 border-ink`}>
        <div role="columnheader" className="sr-only sm:not-sr-only sm:py-3">
          <span className="sr-only">{t("what")}</span>
        </div>
        {orders.map(({ reference, page }, i) => (
          <div key={reference} role="columnheader" className="min-w-0 py-2">
            <span className="figures text-small text-muted">{t("number", { n: i + 1 })}</span>
            <a href={orderHref(reference)} className="block font-bold">
              {occupationName(locale, page.facts.occupation)}
            </a>
            <span className="block text-small">{placeName(locale, page.facts)}</span>
            <a href={removeHref(reference)} className="no-print inline-flex min-h-11 items-center text-small">
              {t("remove")} <span className="sr-only">{reference}</span>
            </a>
          </div>
        ))}
      </div>
      {rowKeys.map((key) => {
        const { differ, marks } = marksOf(key, orders);
        return (
          <div key={key} role="row" className={`${row} border-b border-line py-3`}>
            <div role="rowheader" className="col-span-2 text-small sm:col-span-1">
              <span className="font-bold sm:block">{t(`row.${key}`)}</span>{" "}
              {orders.length > 1 && <span className="text-muted">{differ ? t("differ") : t("same")}</span>}
              {t.has(`note.${key}`) && <span className="block text-muted">{t(`note.${key}`)}</span>}
            </div>
            {orders.map((order, i) => {
              const mark = marks[i];
              return (
                <div key={order.reference} role="cell" className="figures min-w-0 py-1 sm:py-0">
                  <span className="mr-1 text-small text-muted sm:sr-only">{i + 1}.</span>
                  <Cell row={key} order={order} agencyHref={agencyHref} />
                  {mark && <strong className="block text-small">{t(mark)}</strong>}
                </div>
              );
            })}
          </div>
        );
      })}
    </div>
  );
}

function Cell({
  row,
  order,
  agencyHref,
}: {
  row: RowKey;
  order: Compared;
  agencyHref: TableProps["agencyHref"];
}): ReactNode {
  const t = useTranslations("orders");
  const locale = languageOf(useLocale());
  const { facts, placesLeft } = order.page;
  const dong = (vnd: bigint | null) => <CostAmount vnd={vnd} rateOn={facts.costRateOn} />;
  switch (row) {
    case "kept":
      return <KeptAmount order={facts} />;
    case "basic":
      return <Basic order={order} />;
    case "hours":
      return facts.hoursPerWeek === null ? (
        <Unknown />
      ) : (
        t("work.perWeek", { hours: formatNumber(locale, facts.hoursPerWeek) })
      );
    case "cost":
      return dong(facts.costVnd);
    case "deposit":
      return dong(facts.depositVnd);
    case "breakEven":
      return <BreakEven months={facts.breakEvenMonths} kind={facts.kind} />;
    case "language":
      return <LanguageNeeded order={facts} />;
    case "place":
      return placeName(locale, facts);
    case "contract":
      return facts.contractMonths === null ? <Unknown /> : t("work.months", { count: facts.contractMonths });
    case "board":
    case "lodging":
      return facts[row] === "unknown" ? <Unknown /> : t(`work.keeping.${facts[row]}`);
    case "places":
      return placesLeft === null ? <Unknown /> : t("figures.placesOf", { left: placesLeft, all: facts.quantity ?? 0 });
    case "deadline":
      return <DateText day={facts.deadlineOn} />;
    case "agency":
      return <Agency order={order} agencyHref={agencyHref} />;
    case "record":
      return <Record order={order} />;
  }
}

function Basic({ order }: { order: Compared }) {
  const t = useTranslations("orders.figures");
  const { facts } = order.page;
  if (facts.kind === "source_preparation") return t("noWage");
  const basic = perMonth(facts.basicMinor, facts.payPeriod, facts.hoursPerWeek);
  if (basic === null) return <Unknown />;
  return <InBoth value={{ minor: basic, currency: facts.currency }} dong={facts.basicVnd} rateOn={facts.rateOn} />;
}

function Agency({ order, agencyHref }: { order: Compared; agencyHref: TableProps["agencyHref"] }) {
  const { agency, facts } = order.page;
  if (!agency) return facts.senderName;
  return (
    <a href={agencyHref(agency.slug)}>{agency.abbreviation ?? agency.nameVi ?? agency.nameEn ?? facts.senderName}</a>
  );
}

/** What the register holds of the sender: status, restrictions, fines. */
function Record({ order: { verdict, page } }: { order: Compared }) {
  const t = useTranslations("orders.compare");
  const sender = useTranslations("orders.sender");
  const locale = languageOf(useLocale());
  if (!verdict) return sender(`type.${page.facts.senderType}`);
  return (
    <>
      <StandingStatus code={verdict.code} />
      <span className="block text-small">
        {t("fines", { count: verdict.fines.length })}, {t("restrictions", { count: verdict.restrictions.length })}
        {verdict.spell &&
          ` · ${sender("since", { day: formatDay(locale, verdict.spell.from, verdict.spell.precision) })}`}
      </span>
    </>
  );
}
