import { useLocale, useTranslations } from "next-intl";
import { formatMoney, languageOf } from "@/components/ui/format";
import { Amount, Unknown } from "@/components/ui/money";
import { DataTable, type Row } from "@/components/ui/tables";
import { inDong } from "@/domain/kernel/money";
import { deductionMinor, perMonth } from "@/domain/orders/rules";
import type { OrderPage } from "@/domain/orders/queries";

type PayProps = { facts: OrderPage["facts"]; rate: OrderPage["rate"] };

/** From the basic wage of a month to what is kept, line by line; the last line is the sum of those above it. */
export function PayTable({ facts, rate }: PayProps) {
  const t = useTranslations("orders.pay");
  const lines = payLines(facts);
  if (!lines) return <p>{t(facts.kind === "source_preparation" ? "preparation" : "unknown")}</p>;
  const money = (minor: bigint | null) =>
    minor === null ? <Unknown /> : <Amount value={{ minor, currency: facts.currency }} />;
  const rows: Row[] = lines.map(({ key, code, note, minor }) => ({
    key,
    cells: {
      what: (
        <>
          {t.has(`line.${code}`) ? t(`line.${code}`) : code.replaceAll("_", " ")}
          {note && <span className="block text-small font-normal text-muted">{note}</span>}
        </>
      ),
      amount: money(minor),
    },
  }));
  const kept = facts.netMinor;
  rows.push({
    key: "kept",
    total: true,
    cells: {
      what: t("kept"),
      amount:
        kept === null ? (
          <Unknown />
        ) : (
          <Amount
            value={{ minor: kept, currency: facts.currency }}
            dong={dongOf(kept, { facts, rate })}
            rateOn={facts.rateOn}
          />
        ),
    },
  });
  return (
    <div className="max-w-measure">
      <DataTable
        caption={t("caption")}
        hideCaption
        columns={[
          { key: "what", label: t("what") },
          { key: "amount", label: t("perMonth"), numeric: true },
        ]}
        rows={rows}
      />
      <PayNotes facts={facts} />
    </div>
  );
}

const dongOf = (minor: bigint, { facts, rate }: PayProps): bigint | null =>
  facts.currency === "VND" || !rate ? null : inDong({ minor, currency: facts.currency }, rate);

type PayLine = { key: string; code: string; note?: string; minor: bigint | null };

/** Null when the order states no wage at all. Deductions count below zero. */
function payLines(facts: OrderPage["facts"]): PayLine[] | null {
  const basic = perMonth(facts.basicMinor ?? facts.grossMinor, facts.payPeriod, facts.hoursPerWeek);
  if (basic === null) return null;
  const taken = (minor: bigint | null): bigint | null => (minor === null ? null : -minor);
  const lines: PayLine[] = [
    { key: "basic", code: facts.basicMinor === null ? "gross" : "basic", minor: basic },
    ...(facts.deductions ?? []).map((item, i) => ({
      key: `deduction-${i}`,
      code: item.code,
      ...(item.note === undefined ? {} : { note: item.note }),
      minor: taken(deductionMinor(item, basic)),
    })),
    ...(facts.board === "deducted" ? [{ key: "board", code: "board", minor: taken(facts.boardMinor) }] : []),
    ...(facts.lodging === "deducted" ? [{ key: "lodging", code: "lodging", minor: taken(facts.lodgingMinor) }] : []),
  ];
  const sum = lines.reduce(
    (total: bigint | null, { minor }) => (total === null || minor === null ? null : total + minor),
    0n,
  );
  // Where the order states what is kept, the rest of the way from the basic wage is one honest line.
  if (facts.netMinor !== null && sum !== null && sum !== facts.netMinor)
    lines.push({ key: "rest", code: "rest", minor: facts.netMinor - sum });
  return lines;
}

function PayNotes({ facts }: { facts: OrderPage["facts"] }) {
  const t = useTranslations("orders.pay");
  const locale = languageOf(useLocale());
  const money = (minor: bigint) => formatMoney(locale, { minor, currency: facts.currency });
  const allowances = facts.allowances ?? [];
  return (
    <ul className="mt-3 list-disc space-y-1 pl-6 text-small">
      {facts.payPeriod !== "month" && facts.basicMinor !== null && (
        <li>{t(`period.${facts.payPeriod}`, { amount: money(facts.basicMinor), hours: facts.hoursPerWeek ?? 0 })}</li>
      )}
      {facts.grossMinor !== null && facts.basicMinor !== null && (
        <li>{t("grossNote", { amount: money(facts.grossMinor) })}</li>
      )}
      {allowances.map((item, i) => (
        <li key={i}>
          {t("allowance", {
            name: t.has(`line.${item.code}`) ? t(`line.${item.code}`) : item.code.replaceAll("_", " "),
          })}
          {item.minor !== undefined && ` ${money(item.minor)}`}
          {item.note && ` – ${item.note}`}
        </li>
      ))}
      <li>{t("noOvertime")}</li>
    </ul>
  );
}
