import { useLocale, useTranslations } from "next-intl";
import { InBoth } from "@/components/orders/pay-text";
import { formatMoney, languageOf } from "@/components/ui/format";
import { Icon } from "@/components/ui/icon";
import { Amount, Unknown } from "@/components/ui/money";
import type { CashFlow, CashLine } from "@/domain/fees/cash-flow/shape";
import { citationIn } from "@/domain/fees/rules";
import { HowMade } from "./basis";
import { useComponentName } from "./payers";
import { type LineGroup, grantedDong, lineGroups, rateDay } from "./view";
import { DongOrAtLeast, WhenText } from "./words";

/** Every line under who pays it: what, to whom, when, what comes off, what is left, and how the number came about. */
export function LineList({ flow }: { flow: CashFlow }) {
  const t = useTranslations("cashflow");
  const groups = lineGroups(flow);
  if (groups.length === 0) return <p>{t("lines.none")}</p>;
  return (
    <div className="max-w-[52rem] space-y-6">
      {groups.map((group) => (
        <Group key={group.key} group={group} flow={flow} />
      ))}
    </div>
  );
}

function Group({ group, flow }: { group: LineGroup; flow: CashFlow }) {
  const t = useTranslations("cashflow");
  return (
    <div>
      <h3 className="flex flex-wrap justify-between gap-x-4 bg-wash px-2 py-2">
        <span>{t(`group.${group.key}`)}</span>
        {group.key !== "guarantee" && (
          <span className="figures ml-auto">
            <DongOrAtLeast dong={group.dong} atLeast={group.atLeast} />
          </span>
        )}
      </h3>
      <ul>
        {group.lines.map((line) => (
          <Line key={line.position} line={line} flow={flow} />
        ))}
      </ul>
    </div>
  );
}

function Line({ line, flow }: { line: CashLine; flow: CashFlow }) {
  const t = useTranslations("cashflow.lines");
  const fees = useTranslations("fees");
  const orders = useTranslations("orders.sheet");
  const name = useComponentName();
  const own = line.payer === "worker";
  return (
    <li className="border-b border-line py-2.5">
      <div className="flex justify-between gap-4">
        <p className="min-w-0 font-medium">{name(line.code)}</p>
        <p className={`figures max-w-[50%] shrink-0 text-right ${line.heldAlready ? "line-through" : ""}`}>
          {line.amount ? (
            <InBoth value={line.amount} dong={line.dong} rateOn={rateDay(flow, line.amount.currency)} />
          ) : (
            <Unknown />
          )}
        </p>
      </div>
      <p className="text-small text-muted">
        {orders("pays", { payee: line.payee, to: fees(`payee.${line.payee}`) })} · <WhenText when={line.when} /> ·{" "}
        {fees(`refundable.${line.refundable}`)}
      </p>
      {own && <Breaches findings={flow.findings.filter(({ position }) => position === line.position)} />}
      {own && line.heldAlready && <p className="text-small text-good">{t("held")}</p>}
      {own && grantedDong(line) > 0n && <Granted line={line} />}
      <HowMade basis={line.basis} />
    </li>
  );
}

/** What the rules say against a line, for her. */
function Breaches({ findings }: { findings: CashFlow["findings"] }) {
  const fees = useTranslations("fees");
  const locale = languageOf(useLocale());
  const money = (minor: bigint | undefined, currency: string | undefined) =>
    minor === undefined || !currency ? "" : formatMoney(locale, { minor, currency });
  return findings
    .filter(({ severity }) => severity === "breach")
    .map((finding) => (
      <p key={finding.condition} className="text-small font-medium text-danger">
        <Icon name="warning" className="mr-1 size-4" />
        {fees(`finding.${finding.condition}`, {
          severity: finding.severity,
          limit: money(finding.limitMinor, finding.currency),
          excess: money(finding.excessMinor, finding.currency),
        })}{" "}
        {finding.legalSource && citationIn(finding.legalSource, locale)}
      </p>
    ));
}

/** What the state takes off a line, by which rule, and what is left of it. */
function Granted({ line }: { line: CashLine }) {
  const t = useTranslations("cashflow");
  const locale = languageOf(useLocale());
  return (
    <dl className="mt-1 text-small">
      {line.granted.map(({ rule, dong }) => (
        <div key={rule} className="flex justify-between gap-4 text-good">
          <dt className="min-w-0">{t("lines.granted")}</dt>
          <dd className="figures shrink-0">−{formatMoney(locale, { minor: dong, currency: "VND" })}</dd>
        </div>
      ))}
      <div className="flex justify-between gap-4 font-medium">
        <dt>{t("lines.left")}</dt>
        <dd className="figures shrink-0">
          <Amount value={line.workerDong === null ? null : { minor: line.workerDong, currency: "VND" }} />
        </dd>
      </div>
    </dl>
  );
}
