import { useLocale, useTranslations } from "next-intl";
import { formatMoney, languageOf } from "@/components/ui/format";
import { type Bar, StackBar } from "@/components/ui/stack-bar";
import { DataTable } from "@/components/ui/tables";
import { Sum } from "./cost-sheet";
import { type LineView, type SheetGroup, type SheetView, sheetGroups } from "./sheet-view";

const own = new Set<SheetGroup["key"]>(["beforeLeaving", "deposit", "abroad"]);

/** Who pays what, drawn once for the whole sheet, with the legal ceiling under the service fee. */
export function CostBar({ view }: { view: SheetView }) {
  const t = useTranslations("orders.sheet");
  const fees = useTranslations("fees");
  const locale = languageOf(useLocale());
  const dong = (minor: bigint) => formatMoney(locale, { minor, currency: "VND" }, { short: true });
  const groups = sheetGroups(view).filter(({ sum }) => sum !== null && sum.atLeastDong > 0n);
  if (groups.length === 0) return null;
  const partOf = (line: LineView) => ({
    key: String(line.position),
    label: fees.has(`component.${line.code}`) ? fees(`component.${line.code}`) : line.code,
    value: Number(line.dong ?? 0n),
    ...(line.ceilingDong !== null && line.ceilingDong > 0n
      ? { ceiling: { value: Number(line.ceilingDong), label: t("ceilingOf", { amount: dong(line.ceilingDong) }) } }
      : {}),
  });
  const bars = groups.map(({ key, lines, sum }): Bar => ({
    key,
    own: own.has(key),
    label: t(`group.${key}`),
    total: sum?.dong === null ? t("atLeast", { amount: dong(sum.atLeastDong) }) : dong(sum?.dong ?? 0n),
    parts: lines.filter((line) => (line.dong ?? 0n) > 0n).map(partOf),
  }));
  return (
    <StackBar
      sentence={<Sentence view={view} dong={dong} />}
      caption={t("barCaption")}
      bars={bars}
      table={
        <DataTable
          caption={t("barCaption")}
          hideCaption
          columns={[
            { key: "who", label: t("who") },
            { key: "sum", label: t("sum"), numeric: true },
          ]}
          rows={groups.map(({ key, sum }) => ({
            key,
            cells: { who: t(`group.${key}`), sum: sum && <Sum sum={sum} /> },
          }))}
        />
      }
    />
  );
}

/** What to see in the drawing: what she pays, what others pay, how far the service fee is from its ceiling. */
function Sentence({ view, dong }: { view: SheetView; dong: (minor: bigint) => string }) {
  const t = useTranslations("orders.sheet");
  const { beforeLeaving } = view.totals.worker;
  const others = [...view.totals.byPayer].reduce(
    (sum, [payer, { atLeastDong }]) => (payer === "worker" ? sum : sum + atLeastDong),
    0n,
  );
  const fee = view.lines.find(
    ({ ceilingDong, code, dong: paid }) => code === "service_fee" && ceilingDong !== null && paid !== null,
  );
  const room = fee ? (fee.ceilingDong ?? 0n) - (fee.dong ?? 0n) : null;
  return (
    <>
      {beforeLeaving.dong === null
        ? t("youPayAtLeast", { amount: dong(beforeLeaving.atLeastDong) })
        : beforeLeaving.dong === 0n
          ? t("youPayNothing")
          : t("youPay", { amount: dong(beforeLeaving.dong) })}
      {others > 0n && ` ${t("othersPay", { amount: dong(others) })}`}
      {room !== null && room > 0n && ` ${t("belowCeiling", { amount: dong(room) })}`}
      {room === 0n && ` ${t("atCeiling")}`}
    </>
  );
}
