import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { formatMoney, languageOf } from "@/components/ui/format";
import { Icon } from "@/components/ui/icon";
import type { Money } from "@/domain/kernel/money";
import type { Amounts as Some, Difference, LedgerRow } from "@/domain/payments/rules";
import { Amounts, ComponentName } from "./amounts";

/** What is wrong stands in red, what is only open in muted words. */
const open = new Set<Difference["name"]>(["stillToPay", "notConfirmed", "unknownContracted"]);
const columns = ["component", "published", "contracted", "recorded", "difference"] as const;
const cell = "block sm:table-cell sm:py-2.5 sm:pr-4 sm:align-top";

/** Published, contracted, paid: one row a component. On a phone the name and the contract's amount, and below what there is to say. */
export function Ledger({ rows }: { rows: readonly LedgerRow[] }) {
  const t = useTranslations("payments.ledger");
  if (rows.length === 0) return <p>{t("empty")}</p>;
  return (
    <table role="table" className="block w-full border-collapse text-left sm:table">
      <caption className="sr-only">{t("caption")}</caption>
      <thead className="sr-only sm:not-sr-only sm:table-header-group">
        <tr role="row" className="border-b-2 border-ink text-small">
          {columns.map((key) => (
            <th
              key={key}
              scope="col"
              role="columnheader"
              className={`py-2 pr-4 align-bottom font-medium ${key === "published" || key === "contracted" ? "text-right" : ""}`}
            >
              {t(key)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody className="block border-t border-line sm:table-row-group sm:border-0">
        {rows.map((row) => (
          <Row key={row.component} row={row} />
        ))}
      </tbody>
    </table>
  );
}

const same = (a: Some, b: Some): boolean =>
  a !== null &&
  b !== null &&
  a.length === b.length &&
  a.every(({ currency, minor }) => b.some((other) => other.currency === currency && other.minor === minor));

function Row({ row }: { row: LedgerRow }) {
  const t = useTranslations("payments.ledger");
  const asPublished = same(row.published, row.contracted);
  return (
    <tr role="row" className="flex flex-wrap justify-between gap-x-4 border-b border-line py-3 sm:table-row sm:py-0">
      <th scope="row" role="rowheader" className={`${cell} min-w-0 flex-1 font-medium sm:max-w-60`}>
        <ComponentName code={row.component} />
      </th>
      <td
        role="cell"
        className={`${cell} figures order-2 basis-full text-small text-muted sm:text-right sm:text-body sm:text-ink ${asPublished ? "max-sm:hidden" : ""}`}
      >
        <span className="sm:hidden">{t("published")}: </span>
        <span className="inline-block sm:block">
          <Amounts of={row.published} none={t("none")} />
        </span>
      </td>
      <td role="cell" className={`${cell} figures order-1 text-right`}>
        <Amounts of={row.contracted} none={t("notContracted")} />
      </td>
      <td role="cell" className={`${cell} order-3 basis-full text-small sm:text-body`}>
        <Recorded row={row} />
      </td>
      <td
        role="cell"
        className={`${cell} order-4 basis-full text-small ${row.differences.length === 0 ? "max-sm:hidden" : ""}`}
      >
        <Differences of={row.differences} />
      </td>
    </tr>
  );
}

/** What the two sides say, once where they say the same. */
function Recorded({ row }: { row: LedgerRow }) {
  const t = useTranslations("payments.ledger");
  const { asked, paid, returned } = row;
  const lines: { key: string; label: string; of: readonly Money[] }[] = [
    { key: "asked", label: t("asked"), of: asked },
    ...bothSides("paid", paid, { both: t("paidBoth"), worker: t("worker"), agency: t("agency") }),
    ...bothSides("returned", returned, {
      both: t("returnedBoth"),
      worker: t("returnedWorker"),
      agency: t("returnedAgency"),
    }),
  ].filter(({ of }) => of.length > 0);
  if (lines.length === 0) return <span className="text-muted">{t("nothing")}</span>;
  return (
    <>
      {lines.map(({ key, label, of }) => (
        <span key={key} className="figures block">
          {label}: <Joined of={of} />
        </span>
      ))}
    </>
  );
}

function bothSides(
  key: string,
  of: LedgerRow["paid"],
  words: Record<"both" | "worker" | "agency", string>,
): { key: string; label: string; of: readonly Money[] }[] {
  if (same(of.worker, of.agency)) return [{ key, label: words.both, of: of.worker }];
  return (["worker", "agency"] as const).map((side) => ({ key: key + side, label: words[side], of: of[side] }));
}

function Joined({ of }: { of: readonly Money[] }): ReactNode {
  const locale = languageOf(useLocale());
  return <span>{of.map((money) => formatMoney(locale, money)).join(" + ")}</span>;
}

function Differences({ of }: { of: readonly Difference[] }) {
  const t = useTranslations("payments");
  const locale = languageOf(useLocale());
  if (of.length === 0) return <span className="text-muted">{t("ledger.fits")}</span>;
  return (
    <ul>
      {of.map((difference) => (
        <li
          key={difference.name + ("by" in difference ? difference.by.currency : "")}
          className={open.has(difference.name) ? "text-muted" : "font-medium text-danger"}
        >
          {!open.has(difference.name) && <Icon name="warning" className="mr-1 size-4" />}
          {t(`difference.${difference.name}`, { amount: "by" in difference ? formatMoney(locale, difference.by) : "" })}
        </li>
      ))}
    </ul>
  );
}
