import { useTranslations } from "next-intl";
import { Empty } from "@/components/ui/page";
import { DataTable } from "@/components/ui/tables";
import type { Totals, TotalsLine } from "@/domain/complaints/queries";
import { countedStates } from "@/domain/complaints/rules";

/** Name of a line: the agency and how it is concerned. */
export function useLineName() {
  const t = useTranslations("complaints");
  return ({ agency, slug, role }: TotalsLine): string =>
    slug && agency ? `${agency}${role ? ` (${t(`desk.role.${role}`)})` : ""}` : t("totals.none");
}

/** D3: each report once; the last line is the sum of those above. */
export function TotalsTable({ totals }: { totals: Totals }) {
  const t = useTranslations("complaints.totals");
  const nameOf = useLineName();
  if (totals.sum.received === 0) return <Empty title={t("empty")} />;
  const columns = [
    { key: "agency", label: t("agency") },
    { key: "received", label: t("received"), numeric: true },
    ...countedStates.map((state) => ({ key: state as string, label: t(`state.${state}`), numeric: true })),
  ];
  const cells = (line: TotalsLine, agency: string) => ({
    ...{ agency, received: line.received },
    ...Object.fromEntries(countedStates.map((state) => [state, line[state]])),
  });
  return (
    <DataTable
      {...{ caption: t("title", { quarter: totals.quarter.text }), hideCaption: true, columns }}
      rows={[
        ...totals.lines.map((line) => ({ key: `${line.slug} ${line.role}`, cells: cells(line, nameOf(line)) })),
        { key: "sum", total: true, cells: cells(totals.sum, t("all")) },
      ]}
    />
  );
}
