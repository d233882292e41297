import type { ReactNode } from "react";
import { useLocale, useTranslations } from "next-intl";
import { type Locale, address } from "@/app/_http/addresses";
import type { SheetView } from "@/components/fees/sheet-view";
import { marketName } from "@/components/orders/names";
import { CostAmount, KeptAmount, LanguageNeeded, ShortAmount } from "@/components/orders/pay-text";
import { Amount } from "@/components/ui/money";
import { formatDay, languageOf } from "@/components/ui/format";
import { QrCode } from "@/components/ui/qr-code";
import type { Day } from "@/domain/kernel/calendar";
import type { OrderPage } from "@/domain/orders/queries";
import { inGroups } from "./read";

type Props = {
  page: OrderPage;
  sheet: SheetView;
  licenceNo: string | null;
  code: string;
  /** What the QR opens, and the short address beside it. */
  codeUrl: string;
  shortUrl: string;
  day: Day;
};

/** So many lines of money fit on the page; the rest is on the order's page. */
const mostFees = 12;

/** One A4 page: what the order is, what it costs, who sends, and how anybody checks that this very sheet is genuine. */
export function Poster({ page, sheet, licenceNo, code, codeUrl, shortUrl, day }: Props) {
  const t = useTranslations("codes.poster");
  const locale = languageOf(useLocale()) as Locale;
  const { facts, agency } = page;
  const known = (value: number | null, text: (n: number) => string) => (value === null ? t("unknown") : text(value));
  const pay: [string, ReactNode] =
    facts.netMinor !== null || facts.basicMinor === null
      ? [t("kept"), <KeptAmount key="pay" order={facts} />]
      : [t("basic"), <ShortAmount key="pay" value={{ minor: facts.basicMinor, currency: facts.currency }} />];
  const rows: [string, ReactNode][] = [
    [t("sender"), agency?.nameVi ?? facts.senderName],
    ...(facts.agencyId
      ? [[t("licence"), licenceNo ? t("licenceNumber", { number: licenceNo }) : t("unknown")] as [string, string]]
      : []),
    ...(facts.contract?.approvalNo
      ? [
          [
            t("approval"),
            t("approvalNumber", {
              number: facts.contract.approvalNo,
              day: facts.contract.approvedOn ? formatDay(locale, facts.contract.approvedOn) : t("unknown"),
            }),
          ] as [string, string],
        ]
      : []),
    [t("market"), [facts.workplace, marketName(locale, facts.market)].filter(Boolean).join(", ")],
    [t("places"), known(facts.quantity, (count) => t("placesCount", { count }))],
    [
      t("ages"),
      facts.ageMin === null && facts.ageMax === null
        ? t("unknown")
        : t("agesFromTo", { from: facts.ageMin ?? "…", to: facts.ageMax ?? "…" }),
    ],
    [t("language"), <LanguageNeeded key="language" order={facts} />],
    [t("term"), known(facts.contractMonths, (months) => t("months", { months }))],
    pay,
    [t("cost"), <CostAmount key="cost" vnd={facts.costVnd} rateOn={facts.costRateOn} short />],
    [
      t("deposit"),
      facts.depositVnd === 0n ? (
        t("noDeposit")
      ) : (
        <CostAmount key="deposit" vnd={facts.depositVnd} rateOn={facts.costRateOn} short />
      ),
    ],
    [t("deadline"), facts.deadlineOn ? formatDay(locale, facts.deadlineOn) : t("unknown")],
  ];
  return (
    <article className="one-page max-w-[190mm] space-y-5 border-2 border-ink p-5 print:max-w-none print:space-y-1.5 print:border-0 print:p-0">
      {facts.demo && <p className="border-2 border-danger px-3 py-1 text-center font-bold text-danger">{t("demo")}</p>}
      <p className="figures text-subheading font-bold">{facts.reference}</p>
      <dl className="border-y border-line">
        {rows.map(([label, value]) => (
          <div
            key={label}
            className="grid grid-cols-[minmax(0,2fr)_minmax(0,3fr)] gap-4 border-b border-line py-1 last:border-0 print:py-0 print:leading-snug"
          >
            <dt className="text-muted">{label}</dt>
            <dd className="min-w-0 font-medium break-words">{value}</dd>
          </div>
        ))}
      </dl>
      <PosterFees sheet={sheet} />
      <div className="grid grid-cols-1 items-start gap-5 sm:grid-cols-[40mm_minmax(0,1fr)] print:grid-cols-[40mm_minmax(0,1fr)]">
        <QrCode text={codeUrl} label={t("scan")} className="w-[40mm]" />
        <div className="min-w-0 space-y-1">
          <p className="font-bold">{t("scan")}</p>
          <p>{t("type", { address: shortUrl })}</p>
          <p data-testid="code" className="figures text-small break-words">
            {inGroups(code)}
          </p>
          <p className="text-small text-muted">
            {t("printed", { day: formatDay(locale, day) })} {shortUrl.replace(/\/[^/]*$/, "")}
            {address(locale, "order", { reference: facts.reference })}
          </p>
        </div>
      </div>
      <p className="border-2 border-ink px-3 py-2 font-bold print:py-1">{t("warning")}</p>
    </article>
  );
}

/** What the worker pays, line by line as the cost sheet has it. */
function PosterFees({ sheet }: { sheet: SheetView }) {
  const t = useTranslations("codes.poster");
  const fees = useTranslations("fees");
  const lines = sheet.lines.filter(({ payer }) => payer === "worker");
  return (
    <div>
      <h2 className="text-body font-bold">{t("fees")}</h2>
      {lines.length === 0 && <p>{t(sheet.lines.length === 0 ? "feeUnknown" : "feeNone")}</p>}
      <ul>
        {lines.slice(0, mostFees).map((line) => (
          <li
            key={line.position}
            className="flex justify-between gap-4 border-b border-line py-0.5 print:py-0 print:leading-snug"
          >
            <span>{fees.has(`component.${line.code}`) ? fees(`component.${line.code}`) : line.code}</span>
            <span className="figures text-right">
              {line.total ? (
                <Amount value={line.total} dong={line.dong} rateOn={(line.rateOn as Day | null) ?? null} />
              ) : (
                t("feeUnknown")
              )}
            </span>
          </li>
        ))}
      </ul>
      {lines.length > mostFees && <p className="text-small">{t("more", { count: lines.length - mostFees })}</p>}
    </div>
  );
}
