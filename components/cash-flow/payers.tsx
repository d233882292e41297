import { useLocale, useTranslations } from "next-intl";
import { formatMoney, languageOf } from "@/components/ui/format";
import { type Bar, StackBar } from "@/components/ui/stack-bar";
import { DataTable } from "@/components/ui/tables";
import type { CashFlow, CashLine } from "@/domain/fees/cash-flow/shape";
import { type LineGroup, grantedDong, lineGroups, paidDong } from "./view";
import { DongOrAtLeast } from "./words";

const own = new Set<LineGroup["key"]>(["beforeLeaving", "deposit", "abroad"]);

export function useComponentName(): (code: string) => string {
  const fees = useTranslations("fees");
  return (code) => (fees.has(`component.${code}`) ? fees(`component.${code}`) : code.replaceAll("_", " "));
}

/** Who pays what, for her: what the state adds is taken off her lines and stands on its own bar. */
export function PayersBar({ flow }: { flow: CashFlow }) {
  const t = useTranslations("cashflow");
  const name = useComponentName();
  const locale = languageOf(useLocale());
  const dong = (minor: bigint) => formatMoney(locale, { minor, currency: "VND" }, { short: true });
  const groups = lineGroups(flow).filter(({ key, atLeast }) => key !== "guarantee" && atLeast > 0n);
  const granted = flow.lines.filter((line) => grantedDong(line) > 0n);
  const partOf = (line: CashLine, value: bigint) => ({
    key: String(line.position),
    label: name(line.code),
    value: Number(value),
  });
  const bars = groups.map(({ key, lines, dong: sum, atLeast }): Bar => ({
    key,
    own: own.has(key),
    label: t(`group.${key}`),
    total: sum === null ? t("range.atLeast", { amount: dong(atLeast) }) : dong(sum),
    parts: lines.flatMap((line) => {
      const paid = paidDong(line) ?? 0n;
      return paid > 0n ? [partOf(line, paid)] : [];
    }),
  }));
  if (granted.length > 0)
    bars.push({
      key: "granted",
      label: t("group.granted"),
      total: dong(flow.totals.grantedDong),
      parts: granted.map((line) => partOf(line, grantedDong(line))),
    });
  if (bars.length === 0) return <p>{t("payers.nobody")}</p>;
  return (
    <StackBar
      sentence={<Sentence flow={flow} groups={groups} dong={dong} />}
      caption={t("payers.caption")}
      bars={bars}
      table={
        <DataTable
          caption={t("payers.caption")}
          hideCaption
          columns={[
            { key: "who", label: t("payers.who") },
            { key: "sum", label: t("payers.sum"), numeric: true },
          ]}
          rows={[
            ...groups.map((group) => ({
              key: group.key as string,
              cells: { who: t(`group.${group.key}`), sum: <DongOrAtLeast dong={group.dong} atLeast={group.atLeast} /> },
            })),
            ...(granted.length > 0
              ? [
                  {
                    key: "granted",
                    cells: {
                      who: t("group.granted"),
                      sum: <DongOrAtLeast dong={flow.totals.grantedDong} atLeast={flow.totals.grantedDong} />,
                    },
                  },
                ]
              : []),
          ]}
        />
      }
    />
  );
}

function Sentence({
  flow,
  groups,
  dong,
}: {
  flow: CashFlow;
  groups: readonly LineGroup[];
  dong: (minor: bigint) => string;
}) {
  const t = useTranslations("cashflow.payers");
  const sum = (of: (key: LineGroup["key"]) => boolean) =>
    groups.filter(({ key }) => of(key)).reduce((all, { atLeast }) => all + atLeast, 0n);
  const [before, deposit, abroad] = (["beforeLeaving", "deposit", "abroad"] as const).map((one) =>
    sum((key) => key === one),
  );
  const others = sum((key) => !own.has(key));
  const said = [
    before ? t("before", { amount: dong(before) }) : t("beforeNothing"),
    abroad ? t("abroad", { amount: dong(abroad) }) : "",
    deposit ? t("deposit", { amount: dong(deposit) }) : "",
    others > 0n ? t("others", { amount: dong(others) }) : "",
    flow.totals.grantedDong > 0n ? t("state", { amount: dong(flow.totals.grantedDong) }) : "",
  ];
  return said.filter(Boolean).join(" ");
}
