import { useLocale, useTranslations } from "next-intl";
import { marketName, occupationName } from "@/components/orders/names";
import { formatDay, formatMoney, formatNumber, languageOf } from "@/components/ui/format";
import { Status, type Tone } from "@/components/ui/status";
import { DataTable, FactTable } from "@/components/ui/tables";
import type { ContractStatus, ReadContract } from "@/domain/orders/schema";

const tones: Record<ContractStatus, Tone> = {
  ...{ draft: "neutral", submitted: "caution", returned: "danger", approved: "good", closed: "neutral" },
};
export function ContractState({ status }: { status: ContractStatus }) {
  const t = useTranslations("portal.contract.status");
  return <Status tone={tones[status]}>{t(status)}</Status>;
}

type Quota = { occupation: string; sex: string; quota: number; claimed: number };

/** A contract as it was handed in. */
export function ContractFacts({
  read,
  quotas,
  approval,
}: {
  read: ReadContract;
  quotas: readonly Quota[];
  approval: { no: string | null; on: string | null };
}) {
  const t = useTranslations("portal.contract");
  const raw = useLocale();
  const locale = languageOf(raw);
  const day = (on: string | null) => (on ? formatDay(locale, on) : t("unknown"));
  const { terms } = read;
  const values: [string, string][] = [
    ["kind", read.kind ? t(`kind.${read.kind}`) : t("unknown")],
    ["market", read.market ? marketName(raw, read.market) : t("unknown")],
    ["partnerName", read.partnerName ?? t("unknown")],
    ["partnerCountry", read.partnerCountry ? marketName(raw, read.partnerCountry) : t("unknown")],
    ["validFrom", day(read.validFrom)],
    ["validTo", day(read.validTo)],
    ["workplace", terms.workplace ?? t("unknown")],
    ["months", terms.months === null ? t("unknown") : String(terms.months)],
    ["airfare", terms.airfare ? t(`airfare.${terms.airfare}`) : t("unknown")],
    ["foreignPays", terms.foreignPays ?? t("unknown")],
    ["other", terms.other ?? t("none")],
    ...(approval.no ? ([["approval", t("approvalIs", { no: approval.no, day: day(approval.on) })]] as const) : []),
  ].map(([key, value]) => [key ?? "", value ?? ""]);
  const facts = values.map(([key, value]) => ({ key, label: t(`field.${key}` as "field.kind"), value }));
  const rows = read.rows.map(({ at, occupation, sex, quota, pay }) => {
    const claimed = quotas.find((one) => one.occupation === occupation && one.sex === sex)?.claimed ?? 0;
    const wage =
      pay.basicMinor === null ? null : formatMoney(locale, { minor: pay.basicMinor, currency: pay.currency });
    return {
      key: String(at),
      cells: {
        occupation: occupation ? occupationName(raw, occupation) : t("unknown"),
        sex: t(`sexIs.${sex}`),
        quota: quota === null ? t("unknown") : formatNumber(locale, quota),
        claimed: formatNumber(locale, claimed),
        pay: wage ? `${wage} / ${t(`periodIs.${pay.period}`)}` : t("unknown"),
        hours: pay.hoursPerWeek === null ? t("unknown") : String(pay.hoursPerWeek),
        board: pay.board ? t(`boardIs.${pay.board}`) : t("unknown"),
        lodging: pay.lodging ? t(`lodgingIs.${pay.lodging}`) : t("unknown"),
      },
    };
  });
  const columns = (["occupation", "sex", "quota", "claimed", "pay", "hours", "board", "lodging"] as const).map(
    (key) => ({
      ...{ key, label: t(`row.${key}`), numeric: key === "quota" || key === "claimed" || key === "hours" },
    }),
  );
  return (
    <div className="space-y-8">
      <FactTable facts={facts} />
      <DataTable caption={t("rowsTitle")} columns={columns} rows={rows} phone="stack" />
    </div>
  );
}
