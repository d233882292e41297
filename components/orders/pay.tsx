import { useLocale, useTranslations } from "next-intl";
import { formatMoney, languageOf } from "@/components/ui/format";
import { Amount, Unknown } from "@/components/ui/money";
import { inDong } from "@/domain/kernel/money";
import { deductionMinor, perMonth } from "@/domain/orders/rules";
import type { OrderPage } from "@/domain/orders/queries";
import { InBoth } from "./pay-text";

type PayProps = { facts: OrderPage["facts"]; rate: OrderPage["rate"] };

/** From the basic wage of a month to what is kept, line by line; the last line is the sum of those above it. */
export function PayTable({ facts, rate }: PayProps) {
  const t = useTranslations("orders.pay");
  const lines = payLines(facts);
  if (!lines) return <p>{t(facts.kind === "source_preparation" ? "preparation" : "unknown")}</p>;
  const kept = facts.netMinor;
  return (
    <div className="max-w-measure">
      <table className="w-full border-collapse text-left">
        <caption className="sr-only">{t("caption")}</caption>
        <thead className="border-b-2 border-ink text-small">
          <tr>
            <th scope="col" className="py-2 pr-4 font-medium">
              {t("what")}
            </th>
            <th scope="col" className="py-2 text-right font-medium">
              {t("perMonth")}
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.key} className="border-b border-line">
              <th scope="row" className="py-2.5 pr-4 align-top font-medium">
                {t.has(`line.${line.code}`) ? t(`line.${line.code}`) : line.code.replaceAll("_", " ")}
                {line.note && <span className="block text-small font-normal text-muted">{line.note}</span>}
              </th>
              <td className="figures py-2.5 text-right align-top">
                <Amount value={line.minor === null ? null : { minor: line.minor, currency: facts.currency }} />
              </td>
            </tr>
          ))}
          <tr className="border-t-2 border-ink font-bold">
            <th scope="row" className="py-2.5 pr-4 align-top">
              {t("kept")}
            </th>
            <td className="figures py-2.5 text-right">
              {kept === null ? (
                <Unknown />
              ) : (
                <InBoth
                  value={{ minor: kept, currency: facts.currency }}
                  dong={dongOf(kept, { facts, rate })}
                  rateOn={facts.rateOn}
                />
              )}
            </td>
          </tr>
        </tbody>
      </table>
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
