import { useLocale, useTranslations } from "next-intl";
import { Limit } from "@/components/fees/rule-table";
import { formatDay, languageOf } from "@/components/ui/format";
import { Unverified } from "@/components/ui/money";
import { DataTable } from "@/components/ui/tables";
import { citationIn, type ProgrammeCeilings, type RuleLine } from "@/domain/fees/rules";
import type { Day } from "@/domain/kernel/calendar";
import type { Programme } from "@/domain/kernel/catalogue";
import { isState } from "./facts";
import { programmeName } from "./names";
import { senderKey } from "./programme";

/** All programmes of a market in one table: who may send, and the most that may be asked today. */
export function ProgrammeOverview({
  programmes,
  ceilings,
  on,
}: {
  programmes: readonly Programme[];
  ceilings: readonly ProgrammeCeilings[];
  on: Day;
}) {
  const t = useTranslations("markets");
  const locale = languageOf(useLocale());
  const of = (code: string) => ceilings.find((one) => one.programme === code);
  const sources = [
    ...new Set(
      ceilings.flatMap((one) =>
        [...one.serviceFee, ...one.deposit].map((line) =>
          citationIn(line.legalSource.replace(/ \(replaces .*$/, ""), locale),
        ),
      ),
    ),
  ];
  return (
    <>
      <DataTable
        caption={t("overview")}
        hideCaption
        phone="stack"
        columns={[
          { key: "programme", label: t("overviewColumn.programme") },
          { key: "sender", label: t("overviewColumn.sender") },
          { key: "fee", label: t("overviewColumn.fee") },
          { key: "deposit", label: t("overviewColumn.deposit") },
        ]}
        rows={programmes.map((programme) => ({
          key: programme.code,
          cells: {
            programme: (
              <>
                <a href={`#${programme.code.toLowerCase()}`} className="inline-flex min-h-11 items-center sm:min-h-0">
                  {programmeName(locale, programme.code)}
                </a>
                {isState(programme.senders) && (
                  <span className="block text-small font-normal text-good">{t("state")}</span>
                )}
              </>
            ),
            sender: t(`senderShort.${senderKey(programme)}`),
            fee: <Lines lines={of(programme.code)?.serviceFee} />,
            deposit: <Lines lines={of(programme.code)?.deposit} />,
          },
        }))}
      />
      <p className="mt-2 max-w-measure text-small text-muted">
        {t("ceilingsOn", { day: formatDay(locale, on), sources: sources.join("; ") })}
      </p>
    </>
  );
}

function Lines({ lines }: { lines: readonly RuleLine[] | undefined }) {
  const t = useTranslations("fees-page.limit");
  if (!lines || lines.length === 0) return <>{t("no_rule")}</>;
  return (
    <>
      {lines.map((line) => (
        <span key={line.rule} className="block">
          <Limit line={line} /> {!line.verified && <Unverified />}
        </span>
      ))}
    </>
  );
}
