import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { BandChart } from "@/components/ui/chart";
import { formatDay, formatMoney, formatNumber, languageOf } from "@/components/ui/format";
import { Amount, Unknown } from "@/components/ui/money";
import type { CashFlow } from "@/domain/fees/cash-flow/shape";
import { bandOf, monthTicks } from "./months";
import { isKnown } from "./view";
import { DongOrAtLeast, DongRangeText, dongRangeText, evenText } from "./words";

export type ComparedCost = {
  reference: string;
  /** Occupation and place. */
  name: string;
  flow: CashFlow;
  /** The whole sheet of this order, and this comparison without it. */
  href: string;
  removeHref: string;
};

const rows = ["pay", "deposit", "granted", "loan", "kept", "even", "end", "foreign", "unknown", "rate"] as const;
const columns = [
  "",
  "sm:grid-cols-[10rem_1fr]",
  "sm:grid-cols-[10rem_repeat(2,1fr)]",
  "sm:grid-cols-[10rem_repeat(3,1fr)]",
  "sm:grid-cols-[10rem_repeat(4,1fr)]",
];

/** Costs side by side for one person; on a phone each row is a heading with the orders two by two under it. */
export function CompareCosts({ orders }: { orders: readonly ComparedCost[] }) {
  const t = useTranslations("cashflow.compare");
  const row = `grid grid-cols-2 gap-x-4 ${columns[orders.length] ?? ""}`;
  return (
    <div role="table" aria-label={t("title")}>
      <div role="row" className={`${row} border-b-2 border-ink`}>
        <div role="columnheader" className="sr-only sm:not-sr-only sm:py-3">
          <span className="sr-only">{t("what")}</span>
        </div>
        {orders.map(({ reference, name, href, removeHref }, i) => (
          <div key={reference} role="columnheader" className="min-w-0 py-2">
            <span className="figures text-small text-muted">{t("number", { n: i + 1 })}</span>
            <span className="block font-bold">{name}</span>
            <span className="flex flex-wrap gap-x-4 text-small">
              <a href={href} className="inline-flex min-h-11 items-center">
                {t("sheet")} <span className="sr-only">{reference}</span>
              </a>
              <a href={removeHref} className="no-print inline-flex min-h-11 items-center">
                {t("remove")} <span className="sr-only">{reference}</span>
              </a>
            </span>
          </div>
        ))}
      </div>
      {rows.map((key) => (
        <div key={key} role="row" className={`${row} border-b border-line py-3`}>
          <div role="rowheader" className="col-span-2 text-small font-bold sm:col-span-1">
            {t(`row.${key}`)}
          </div>
          {orders.map(({ reference, flow, href }, i) => (
            <div key={reference} role="cell" className="figures min-w-0 py-1 sm:py-0">
              <span className="mr-1 text-small text-muted sm:sr-only">{i + 1}.</span>
              <Cell row={key} flow={flow} href={href} />
            </div>
          ))}
        </div>
      ))}
    </div>
  );
}

const vnd = (minor: bigint) => ({ minor, currency: "VND" });

function Cell({ row, flow, href }: { row: (typeof rows)[number]; flow: CashFlow; href: string }): ReactNode {
  const t = useTranslations("cashflow.compare");
  const all = useTranslations("cashflow");
  const locale = languageOf(useLocale());
  const { totals } = flow;
  const sum = (dong: bigint | null) =>
    dong === 0n ? t("nothing") : dong === null ? <Unknown /> : <Amount value={vnd(dong)} />;
  switch (row) {
    case "pay":
      return totals.beforeLeavingDong === 0n ? (
        t("nothing")
      ) : (
        <DongOrAtLeast dong={totals.beforeLeavingDong} atLeast={totals.beforeLeavingAtLeastDong} />
      );
    case "deposit":
      return sum(totals.depositDong);
    case "granted":
      return sum(totals.grantedDong);
    case "loan":
      return <LoanCell flow={flow} />;
    case "kept":
      return <DongRangeText range={flow.keptPerMonthDong} short loose />;
    case "even":
      return evenText(all, flow.breakEven);
    case "end":
      return <DongRangeText range={flow.months.at(-1)?.netDong ?? { low: null, high: null }} short loose />;
    case "foreign":
      return sum(totals.foreignSideDong);
    case "unknown":
      return flow.unknown.length === 0 ? (
        t("nothing")
      ) : (
        <a href={`${href}#unknown`}>
          {t("unknownCount", { count: new Set(flow.unknown.map(({ name }) => name)).size })}
        </a>
      );
    case "rate":
      return flow.rates.length === 0
        ? t("nothing")
        : flow.rates
            .map(({ currency, vndPerUnit, on }) =>
              t("rateShort", { currency, dong: formatNumber(locale, vndPerUnit), day: formatDay(locale, on) }),
            )
            .join("; ");
  }
}

/** Instalments fall month by month: the first is the dearest. */
function LoanCell({ flow }: { flow: CashFlow }) {
  const t = useTranslations("cashflow.compare");
  const locale = languageOf(useLocale());
  const loans = [flow.loan, flow.depositLoan].flatMap((loan) => loan ?? []);
  if (loans.length === 0) return t("nothing");
  const firsts = loans.map(({ instalments }) => instalments?.[0]);
  if (firsts.includes(undefined)) return <Unknown />;
  const first = firsts.reduce((all, one) => all + (one ? one.principalDong + one.interestDong : 0n), 0n);
  return `${formatMoney(locale, vnd(first))} (${t("first")})`;
}

/** One small drawing an order, all on one scale in both directions, so that slopes and crossings can be compared by eye. */
export function CompareDrawings({ orders }: { orders: readonly ComparedCost[] }) {
  const t = useTranslations("cashflow");
  const locale = languageOf(useLocale());
  const drawn = orders.filter(({ flow }) => {
    const last = flow.months.at(-1);
    return last !== undefined && last.month > 0 && isKnown(last.netDong);
  });
  const points = drawn.flatMap(({ flow }) => bandOf(flow));
  const values = points.flatMap(({ low, high }) => [low ?? high, high ?? low]).filter((value) => value !== null);
  const domain = [Math.min(0, ...values), Math.max(0, ...values)] as const;
  const span = [Math.min(0, ...points.map(({ x }) => x)), Math.max(0, ...points.map(({ x }) => x))] as const;
  return (
    <figure>
      <figcaption className="max-w-measure">{t("compare.drawingLead")}</figcaption>
      <div className="mt-4 grid gap-x-8 gap-y-6 md:grid-cols-2">
        {orders.map(({ reference, name, flow }, i) => {
          const { earliest, latest } = flow.breakEven;
          const end = dongRangeText(t, locale, flow.months.at(-1)?.netDong ?? { low: null, high: null }, {
            short: true,
          });
          return (
            <div key={reference} className="min-w-0">
              <p className="font-medium">
                {i + 1}. {name}
              </p>
              {drawn.some((one) => one.reference === reference) ? (
                <BandChart
                  height={190}
                  title={t("compare.caption", { order: name })}
                  description={[
                    `${t("figures.even")}: ${evenText(t, flow.breakEven)}.`,
                    end && `${t("compare.row.end")}: ${end}.`,
                  ]
                    .filter(Boolean)
                    .join(" ")}
                  points={bandOf(flow)}
                  domain={domain}
                  span={span}
                  ticks={monthTicks([{ month: span[1] }], {
                    departure: t("months.departure"),
                    month: (n) => t("months.tick", { n }),
                  })}
                  format={(value) => formatNumber(locale, value).replace("-", "−")}
                  unit={t("months.unit")}
                  mark={
                    earliest === null
                      ? null
                      : { from: earliest, to: latest ?? span[1], label: evenText(t, flow.breakEven) }
                  }
                />
              ) : (
                <p className="text-muted">{t("compare.cannot")}</p>
              )}
            </div>
          );
        })}
      </div>
    </figure>
  );
}
