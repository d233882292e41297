import { useLocale, useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/field";
import { formatDay, formatInstant, formatMoney, languageOf } from "@/components/ui/format";
import { Unknown } from "@/components/ui/money";
import { Notice, Verdict } from "@/components/ui/status";
import { type Fact, FactTable } from "@/components/ui/tables";
import { feeComponentOf } from "@/domain/fees/rules";
import type { VerifiedReceipt } from "@/domain/payments/queries";
import { ComponentName, standingTones } from "./amounts";

export type CheckOutcome = "none" | "slip" | "slow";

export function CheckForm({ action, number, code }: { action: string; number: string; code: string }) {
  const t = useTranslations("payments.check");
  const field = (name: "number" | "code", value: string) => (
    <TextField
      name={name}
      label={t(name)}
      hint={t(`${name}Hint`)}
      defaultValue={value}
      maxLength={40}
      autoComplete="off"
      autoCapitalize="characters"
      spellCheck={false}
      className="figures uppercase"
      required
    />
  );
  return (
    <form action={action} className="max-w-measure space-y-6">
      {field("number", number)}
      {field("code", code)}
      <Button>{t("send")}</Button>
    </form>
  );
}

export function NotVerified({ outcome }: { outcome: CheckOutcome }) {
  const t = useTranslations("payments.check");
  if (outcome === "slow") return <Verdict tone="caution" title={t("slow")} />;
  return (
    <Verdict tone={outcome === "slip" ? "caution" : "danger"} title={t(`${outcome}Title`)}>
      <p>{t(outcome)}</p>
    </Verdict>
  );
}

/** What the receipt proves, and what it does not. */
export function Verified({
  receipt,
  orderHref,
  agencyHref,
  lawfulHref,
}: {
  receipt: VerifiedReceipt;
  orderHref: string;
  agencyHref: string | null;
  lawfulHref: string;
}) {
  const t = useTranslations("payments");
  return (
    <div className="space-y-6">
      <Verdict tone={standingTones[receipt.standing]} title={t(`check.${receipt.standing}`)}>
        <p className="figures whitespace-nowrap">{receipt.number}</p>
        {feeComponentOf(receipt.component)?.legalClass === "prohibited" && (
          <p className="font-medium text-danger">{t("check.prohibited")}</p>
        )}
      </Verdict>
      <FactTable facts={useFacts(receipt, orderHref, agencyHref)} />
      <Notice>
        <p>{t("check.notProven")}</p>
        <p>{t("check.noName")}</p>
        <p className="no-print">
          <a href={lawfulHref} className="inline-flex min-h-11 items-center">
            {t("check.lawful")}
          </a>
        </p>
      </Notice>
    </div>
  );
}

function useFacts(receipt: VerifiedReceipt, orderHref: string, agencyHref: string | null): Fact[] {
  const t = useTranslations("payments");
  const locale = languageOf(useLocale());
  const { worker, agency } = receipt.amounts;
  const money = (minor: bigint) => (
    <strong className="figures">{formatMoney(locale, { minor, currency: receipt.currency })}</strong>
  );
  const amounts: Fact[] =
    receipt.standing === "differs" && worker !== null && agency !== null
      ? [
          { key: "worker", label: t("check.amountWorker"), value: money(worker) },
          { key: "agency", label: t("check.amountAgency"), value: money(agency) },
        ]
      : [{ key: "amount", label: t("check.amount"), value: amountOf(worker ?? agency, money) }];
  return [
    { key: "what", label: t("check.what"), value: t(`kindFor.${receipt.kind}`) },
    { key: "component", label: t("check.component"), value: <ComponentName code={receipt.component} /> },
    ...amounts,
    {
      key: "paidOn",
      label: t("check.paidOn"),
      value: receipt.paidOn ? formatDay(locale, receipt.paidOn) : <Unknown />,
    },
    {
      key: "sender",
      label: t("check.sender"),
      value: agencyHref ? <a href={agencyHref}>{receipt.agency?.nameVi}</a> : receipt.senderName,
    },
    { key: "order", label: t("check.order"), value: <a href={orderHref}>{receipt.orderReference}</a> },
    { key: "signedOn", label: t("check.signedOn"), value: formatDay(locale, receipt.signedOn) },
    { key: "issuedAt", label: t("check.issuedAt"), value: formatInstant(receipt.issuedAt) },
  ];
}

/** Of a receipt that was taken back no amount is told. */
const amountOf = (minor: bigint | null, money: (minor: bigint) => React.ReactNode) =>
  minor === null ? <Unknown /> : money(minor);
