import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { formatNumber, languageOf } from "@/components/ui/format";
import { Amount, DateText, Unknown } from "@/components/ui/money";
import { FactTable } from "@/components/ui/tables";
import type { OrderPage } from "@/domain/orders/queries";
import { marketName, programmeName } from "./names";

type Facts = OrderPage["facts"];
const orUnknown = (value: ReactNode): ReactNode => (value === null || value === "" ? <Unknown /> : value);

/** Where, for whom, how long, and what the employer gives; what the order does not say is said to be unknown. */
export function Work({ facts }: { facts: Facts }) {
  const t = useTranslations("orders.work");
  const locale = languageOf(useLocale());
  const hours = (value: number | null, key: string) =>
    value === null ? null : t(key, { hours: formatNumber(locale, value) });
  const rows: [string, ReactNode][] = [
    [
      "workplace",
      orUnknown(
        [
          facts.workplace,
          facts.workplace?.includes(facts.region ?? "?") ? null : facts.region,
          marketName(locale, facts.market),
        ]
          .filter((part, i, all) => part && all.indexOf(part) === i)
          .join(", "),
      ),
    ],
    [
      "employer",
      orUnknown(facts.employerName && `${facts.employerName}${facts.employerKind ? ` (${facts.employerKind})` : ""}`),
    ],
    ["programme", programmeName(locale, facts.programme)],
    [
      "hours",
      orUnknown(
        [hours(facts.hoursPerDay, "perDay"), hours(facts.hoursPerWeek, "perWeek")].filter((part) => part).join(", "),
      ),
    ],
    ["rest", orUnknown(facts.restNote)],
    ["overtime", orUnknown(facts.overtimeNote)],
    ["board", <Keeping key="board" state={facts.board} minor={facts.boardMinor} currency={facts.currency} />],
    ["lodging", <Keeping key="lodging" state={facts.lodging} minor={facts.lodgingMinor} currency={facts.currency} />],
    ["commuting", orUnknown(facts.commuting === "unknown" ? null : t(`keeping.${facts.commuting}`))],
    ["insurance", orUnknown(facts.insurance)],
    ["airfare", <Airfare key="airfare" facts={facts} />],
    ["contract", <Contract key="contract" facts={facts} />],
    ["probation", orUnknown(facts.probationMonths === null ? null : t("months", { count: facts.probationMonths }))],
  ];
  return (
    <>
      {facts.description && <p className="mb-4 max-w-measure whitespace-pre-line">{facts.description}</p>}
      <FactTable facts={rows.map(([key, value]) => ({ key, label: t(key), value }))} />
    </>
  );
}

function Keeping({ state, minor, currency }: { state: string; minor: bigint | null; currency: string }) {
  const t = useTranslations("orders.work");
  if (state === "unknown") return <Unknown />;
  return (
    <>
      {t(`keeping.${state}`)}
      {minor !== null && minor > 0n && (
        <>
          {": "}
          <Amount value={{ minor, currency }} /> {t("aMonth")}
        </>
      )}
    </>
  );
}

function Airfare({ facts }: { facts: Facts }) {
  const t = useTranslations("orders.work");
  if (facts.airfare === "unknown") return <Unknown />;
  const legs =
    facts.airfareLegs === "one_way" || facts.airfareLegs === "round_trip" ? ` (${t(`legs.${facts.airfareLegs}`)})` : "";
  return (
    <>
      {t(`pays.${facts.airfare}`)}
      {legs}
      {facts.ticket && (
        <span className="block text-small text-muted">
          {t("ticket")} <Amount value={facts.ticket} />
        </span>
      )}
    </>
  );
}

function Contract({ facts }: { facts: Facts }) {
  const t = useTranslations("orders.work");
  if (facts.contractMonths === null) return <Unknown />;
  const more = facts.extensionMonths ? `, ${t("extension", { count: facts.extensionMonths })}` : "";
  return t("months", { count: facts.contractMonths }) + more;
}

/** Days that matter to whoever applies. */
export function Timetable({ facts }: { facts: Facts }) {
  const t = useTranslations("orders.timetable");
  const departure =
    facts.departureFrom === null ? (
      <Unknown />
    ) : (
      <>
        <DateText day={facts.departureFrom} />
        {facts.departureTo && (
          <>
            –<DateText day={facts.departureTo} />
          </>
        )}
      </>
    );
  const rows: [string, ReactNode][] = [
    ["deadline", <DateText key="deadline" day={facts.deadlineOn} />],
    [
      "selection",
      <span key="selection">
        {facts.selectionOn ? <DateText day={facts.selectionOn} /> : <Unknown />}
        {facts.selectionMethod && ` · ${facts.selectionMethod}`}
        {facts.interviewForm !== "unknown" && ` · ${t(`interview.${facts.interviewForm}`)}`}
      </span>,
    ],
    [
      "training",
      orUnknown(facts.trainingMonths === null ? null : t("trainingMonths", { count: facts.trainingMonths })),
    ],
    ["departure", departure],
  ];
  return <FactTable facts={rows.map(([key, value]) => ({ key, label: t(key), value }))} />;
}
