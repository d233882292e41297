import { useLocale, useTranslations } from "next-intl";
import { formatMoney, languageOf } from "@/components/ui/format";
import { Icon } from "@/components/ui/icon";
import { DataTable } from "@/components/ui/tables";
import type { Difference, LedgerRow } from "@/domain/payments/rules";
import { Amounts, ComponentName } from "./amounts";

/** What is wrong stands in red, what is only open in muted words. */
const open = new Set<Difference["name"]>(["stillToPay", "notConfirmed", "unknownContracted"]);

/** Published, contracted, paid: one row a component, differences said in words. */
export function Ledger({ rows }: { rows: readonly LedgerRow[] }) {
  const t = useTranslations("payments.ledger");
  if (rows.length === 0) return <p>{t("empty")}</p>;
  const columns = ["component", "published", "contracted", "worker", "agency", "difference"] as const;
  const numeric = new Set<string>(columns.slice(1, 5));
  return (
    <DataTable
      caption={t("caption")}
      hideCaption
      phone="stack"
      columns={columns.map((key) => ({ key, label: t(key), numeric: numeric.has(key) }))}
      rows={rows.map((row) => ({
        key: row.component,
        cells: {
          component: <ComponentName code={row.component} />,
          published: <Amounts of={row.published} none={t("none")} />,
          contracted: <Amounts of={row.contracted} none={t("none")} />,
          worker: <Amounts of={row.paid.worker} none={t("nothing")} />,
          agency: <Amounts of={row.paid.agency} none={t("nothing")} />,
          difference: <Differences of={row.differences} />,
        },
      }))}
    />
  );
}

function Differences({ of }: { of: readonly Difference[] }) {
  const t = useTranslations("payments");
  const locale = languageOf(useLocale());
  if (of.length === 0) return <span className="text-muted">{t("ledger.fits")}</span>;
  return (
    <ul className="space-y-1">
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
