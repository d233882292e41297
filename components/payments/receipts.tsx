import { useLocale, useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Disclosure } from "@/components/ui/disclosure";
import { TextField } from "@/components/ui/field";
import { formatDay, formatMoney, languageOf } from "@/components/ui/format";
import { Status } from "@/components/ui/status";
import { entryOf, mayTakeBack, standingOf } from "@/domain/payments/rules";
import type { EntryFacts, PartySide, ReceiptFacts } from "@/domain/payments/schema";
import { ComponentName, standingTones } from "./amounts";

export type ReceiptView = ReceiptFacts & {
  /** Public page of this receipt, with its code. */
  href: string;
  /** Of the answer form: the same form sent twice is one answer. */
  submission: string;
  /** What was typed as one's own amount, and what is wrong with it. */
  typed?: string;
  fault?: string;
};
type Forms = { side: PartySide; base: string };

/** Newest first; what waits for an answer before everything else. */
export function Receipts({ receipts, ...forms }: Forms & { receipts: readonly ReceiptView[] }) {
  const t = useTranslations("payments.receipts");
  const waiting = receipts.filter((receipt) => isWaiting(receipt, forms.side));
  const live = receipts.filter(({ entries }) => entries.length > 0);
  if (live.length === 0) return <p>{t("empty")}</p>;
  const sorted = [...waiting, ...live.filter((one) => !waiting.includes(one)).toReversed()];
  return (
    <div className="space-y-4">
      {waiting.length > 0 && <p className="font-medium text-caution">{t("waiting", { count: waiting.length })}</p>}
      <ul className="divide-y divide-line border-y border-line">
        {sorted.map((receipt) => (
          <li key={receipt.number} id={receipt.number} className="py-5">
            <Receipt receipt={receipt} {...forms} />
          </li>
        ))}
      </ul>
    </div>
  );
}

const isWaiting = (receipt: ReceiptFacts, side: PartySide): boolean =>
  receipt.entries.length === 1 && entryOf(receipt, side) === null;

function Receipt({ receipt, side, base }: Forms & { receipt: ReceiptView }) {
  const t = useTranslations("payments");
  const standing = standingOf(receipt);
  return (
    <div className="space-y-3">
      <div>
        <h3>
          {t(`kind.${receipt.kind}`)}: <ComponentName code={receipt.component} />
        </h3>
        <p className="mt-1">
          <Status tone={standingTones[standing]}>{t(`standing.${standing}`)}</Status>
        </p>
      </div>
      <ul className="space-y-2">
        {receipt.entries.map((entry) => (
          <Entry key={entry.id} entry={entry} receipt={receipt} base={base} />
        ))}
      </ul>
      <div className="figures text-small text-muted">
        <p>
          <span className="whitespace-nowrap">{t("receipts.number", { number: receipt.number })}</span>{" "}
          <span className="whitespace-nowrap">{t("receipts.code", { code: receipt.code })}</span>
        </p>
        <a href={receipt.href} className="no-print inline-flex min-h-11 items-center">
          {t("receipts.open")}
        </a>
      </div>
      {isWaiting(receipt, side) && <Answer receipt={receipt} base={base} />}
      {receipt.fault && !isWaiting(receipt, side) && <p className="font-medium text-danger">{receipt.fault}</p>}
      {mayTakeBack(receipt, side) && <TakeBack receipt={receipt} base={base} />}
    </div>
  );
}

function Entry({ entry, receipt, base }: { entry: EntryFacts; receipt: ReceiptFacts; base: string }) {
  const t = useTranslations("payments.receipts");
  const payees = useTranslations("fees.payee");
  const locale = languageOf(useLocale());
  const amount = formatMoney(locale, { minor: entry.amountMinor, currency: receipt.currency });
  return (
    <li>
      {t(`who.${entry.side}`)}: <strong className="figures whitespace-nowrap">{amount}</strong>,{" "}
      {t("on", { day: formatDay(locale, entry.paidOn) })},{" "}
      {t(receipt.kind === "returned" ? "from" : "to", { payee: payees(entry.payee).toLocaleLowerCase(locale) })}
      {entry.note && <span className="block text-small text-muted">{t("note", { note: entry.note })}</span>}
      {entry.fileId && (
        <a href={`${base}/photos/${entry.id}`} className="no-print flex min-h-11 items-center">
          {t("photo")}
        </a>
      )}
    </li>
  );
}

/** One press agrees; another amount is typed. Neither hides the other side's word. */
function Answer({ receipt, base }: { receipt: ReceiptView; base: string }) {
  const t = useTranslations("payments.receipts");
  const locale = languageOf(useLocale());
  const [theirs] = receipt.entries;
  const hidden = (
    <>
      <input type="hidden" name="form" value={receipt.number} />
      <input type="hidden" name="submission" value={receipt.submission} />
    </>
  );
  const minor = theirs?.amountMinor ?? 0n;
  return (
    <div className="no-print space-y-2">
      <form method="post" action={`${base}/answers`}>
        {hidden}
        <input type="hidden" name="shown" value={String(minor)} />
        <Button>{t("agree", { amount: formatMoney(locale, { minor, currency: receipt.currency }) })}</Button>
      </form>
      <Disclosure summary={t("disagree")} open={receipt.fault !== undefined}>
        <form method="post" action={`${base}/answers`} className="max-w-measure space-y-4">
          {hidden}
          <input type="hidden" name="currency" value={receipt.currency} />
          <TextField
            id={`amount-${receipt.number}`}
            name="amount"
            label={t("ownAmount", { currency: receipt.currency })}
            hint={t("ownHint")}
            error={receipt.fault}
            defaultValue={receipt.typed}
            inputMode="text"
            autoComplete="off"
            maxLength={24}
            className="figures"
          />
          <Button look="secondary">{t("send")}</Button>
        </form>
      </Disclosure>
    </div>
  );
}

function TakeBack({ receipt, base }: { receipt: ReceiptView; base: string }) {
  const t = useTranslations("payments.receipts");
  return (
    <div className="no-print">
      <Disclosure summary={t("takeBack")}>
        <form method="post" action={`${base}/withdrawals`} className="max-w-measure space-y-3">
          <p>{t("takeBackHint")}</p>
          <input type="hidden" name="form" value={receipt.number} />
          <Button look="danger">{`${t("takeBack")} ${receipt.number}`}</Button>
        </form>
      </Disclosure>
    </div>
  );
}
