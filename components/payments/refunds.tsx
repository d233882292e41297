import { useLocale, useTranslations } from "next-intl";
import { formatDay, formatMoney, languageOf } from "@/components/ui/format";
import { Unknown } from "@/components/ui/money";
import { Status, type Tone } from "@/components/ui/status";
import { DataTable } from "@/components/ui/tables";
import { citationIn } from "@/domain/fees/rules";
import type { Day } from "@/domain/kernel/calendar";
import { type RefundState, refundState } from "@/domain/payments/rules";
import type { BookFacts, RefundFacts } from "@/domain/payments/schema";
import { ComponentName } from "./amounts";

const tones: Record<RefundState, Tone> = {
  returned: "good",
  waiting: "neutral",
  overdue: "danger",
  unknown: "caution",
};

/** What must come back after the contract's end, by when, and how much of it did. */
export function Refunds({ facts, refunds, today }: { facts: BookFacts; refunds: readonly RefundFacts[]; today: Day }) {
  const t = useTranslations("payments.refunds");
  const endings = useTranslations("payments.ending");
  const locale = languageOf(useLocale());
  if (!facts.endedOn || !facts.ending) return <p className="max-w-measure">{t("notEnded")}</p>;
  const ended = { day: formatDay(locale, facts.endedOn), ending: endings(facts.ending).toLocaleLowerCase(locale) };
  if (refunds.length === 0) return <p className="max-w-measure">{t("none", ended)}</p>;
  const columns = ["component", "amount", "due", "returned", "state"] as const;
  return (
    <div className="space-y-4">
      <p className="max-w-measure">{t("ended", ended)}</p>
      <DataTable
        caption={t("caption")}
        hideCaption
        phone="stack"
        columns={columns.map((key) => ({ key, label: t(key), numeric: key === "amount" || key === "returned" }))}
        rows={refunds.map((refund) => ({
          key: `${refund.component}${refund.currency}`,
          cells: {
            component: <ComponentName code={refund.component} />,
            amount: <Owed refund={refund} />,
            due: <Due refund={refund} />,
            returned:
              refund.returnedMinor > 0n
                ? formatMoney(locale, { minor: refund.returnedMinor, currency: refund.currency })
                : t("nothingYet"),
            state: (
              <Status tone={tones[refundState(refund, today)]}>{t(`stateName.${refundState(refund, today)}`)}</Status>
            ),
          },
        }))}
      />
      {refunds.some(({ component, amountMinor }) => component === "service_fee" && amountMinor !== null) && (
        <p className="max-w-measure text-small text-muted">{t("months")}</p>
      )}
    </div>
  );
}

function Owed({ refund }: { refund: RefundFacts }) {
  const t = useTranslations("payments.refunds");
  const locale = languageOf(useLocale());
  const { amountMinor, confirmedMinor, interestMinor, currency } = refund;
  if (amountMinor === null) return <span className="text-muted">{t("amountUnknown")}</span>;
  return (
    <>
      <span className="block whitespace-nowrap">{formatMoney(locale, { minor: amountMinor, currency })}</span>
      <span className="block text-small font-normal text-muted">
        {interestMinor === null
          ? t("interestUnknown")
          : `+ ${formatMoney(locale, { minor: interestMinor, currency })} (${t("interest")})`}
      </span>
      {confirmedMinor < amountMinor && (
        <span className="block text-small font-normal text-caution">{t("unconfirmed")}</span>
      )}
    </>
  );
}

function Due({ refund }: { refund: RefundFacts }) {
  const t = useTranslations("payments.refunds");
  const locale = languageOf(useLocale());
  return (
    <>
      <span className="block font-medium">{refund.dueOn ? formatDay(locale, refund.dueOn) : <Unknown />}</span>
      <span className="block text-small text-muted">{t(`basis.${refund.dueBasis}`)}</span>
      {refund.legalSource && (
        <span className="block text-small text-muted">{citationIn(refund.legalSource, locale)}</span>
      )}
    </>
  );
}
