import { useLocale, useTranslations } from "next-intl";
import { marketName, programmeName } from "@/components/markets/names";
import { hotline } from "@/components/shell/footer";
import { formatDay, formatMoney, languageOf } from "@/components/ui/format";
import { Icon } from "@/components/ui/icon";
import { Section } from "@/components/ui/page";
import { type Tone, Notice, Verdict } from "@/components/ui/status";
import { type Fact, FactTable } from "@/components/ui/tables";
import type { AgainstPublished, AskedSums, AskedTerms, AskedVerdict, DongSum } from "@/domain/fees/rules";
import type { Day } from "@/domain/kernel/calendar";
import { AskedLineAnswer, breaching } from "./asked-line";

type Props = {
  terms: AskedTerms;
  verdicts: readonly AskedVerdict[];
  sums: AskedSums;
  /** By line; null: no order to compare with. */
  against: ReadonlyMap<number, AgainstPublished> | null;
  /** Programmes of the market that only the state sends on. */
  statePrograms: readonly string[];
  day: Day;
  links: { check: string; fees: string };
};

/** The sentence first, then every line with its reasons, then the sums, then whom to call. */
export function AskedAnswer({ terms, verdicts, sums, against, statePrograms, day, links }: Props) {
  const t = useTranslations("asked");
  const locale = languageOf(useLocale());
  const all = verdicts.length;
  const bad = verdicts.filter(({ verdict }) => breaching.has(verdict)).length;
  const open = verdicts.filter(({ verdict }) => verdict === "not_enough_known").length;
  const tone: Tone = bad > 0 ? "danger" : open > 0 ? "caution" : "good";
  const said = bad > 0 ? t("answer.bad", { bad, all }) : open > 0 ? t("answer.open", { open, all }) : null;
  return (
    <div className="space-y-8" id="ket-qua">
      <Verdict tone={tone} title={said ?? t("answer.fine", { all })}>
        {sums.notOwed.dong > 0n && (
          <p>
            {t("answer.notOwed", {
              asked: formatMoney(locale, { minor: sums.asked.dong, currency: "VND" }),
              notOwed: formatMoney(locale, { minor: sums.notOwed.dong, currency: "VND" }),
            })}
          </p>
        )}
        <p>
          {t("answer.summary", {
            market: marketName(locale, terms.market),
            programme: terms.programme ? programmeName(locale, terms.programme) : t("answer.programmeUnknown"),
            day: formatDay(locale, day),
          })}
        </p>
      </Verdict>
      <ol className="space-y-8">
        {verdicts.map((one) => (
          <AskedLineAnswer
            key={one.position}
            one={one}
            terms={terms}
            against={against?.get(one.position) ?? null}
            shared={verdicts.filter(({ code }) => code === one.code).length > 1}
          />
        ))}
      </ol>
      {terms.programme === null && statePrograms.length > 0 && (
        <p className="max-w-measure">
          {t("answer.state", {
            list: new Intl.ListFormat(locale, { type: "disjunction" }).format(
              statePrograms.map((code) => programmeName(locale, code)),
            ),
          })}
        </p>
      )}
      <Section title={t("sums.title")} level={3}>
        <Sums
          sums={sums}
          deposit={verdicts.some(({ code, verdict }) => code === "worker_deposit" && verdict !== "never_allowed")}
        />
      </Section>
      <Help links={links} />
    </div>
  );
}

function Sums({ sums, deposit }: { sums: AskedSums; deposit: boolean }) {
  const t = useTranslations("asked.sums");
  const locale = languageOf(useLocale());
  const dong = (minor: bigint) => formatMoney(locale, { minor, currency: "VND" });
  const atLeast = ({ dong: minor, complete }: DongSum) =>
    complete ? dong(minor) : t("atLeast", { amount: dong(minor) });
  const facts: (Fact | false)[] = [
    { key: "asked", label: t("asked"), value: <strong>{atLeast(sums.asked)}</strong> },
    (sums.notOwed.dong > 0n || !sums.notOwed.complete) && {
      key: "notOwed",
      label: t("notOwed"),
      value: <strong className="text-danger">{atLeast(sums.notOwed)}</strong>,
    },
    sums.cappedMost !== null && {
      key: "capped",
      label: t("capped"),
      value: dong(sums.cappedMost),
      note: deposit ? t("depositNote") : undefined,
    },
    sums.atCost.dong > 0n && { key: "atCost", label: t("atCost"), value: atLeast(sums.atCost) },
    {
      key: "whole",
      label: t("whole"),
      value: sums.wholeMost === null ? t("wholeUnknown") : <strong>{dong(sums.wholeMost)}</strong>,
    },
  ];
  return (
    <div className="figures">
      <FactTable facts={facts.filter((fact): fact is Fact => fact !== false)} />
    </div>
  );
}

function Help({ links }: { links: Props["links"] }) {
  const t = useTranslations("asked");
  return (
    <Notice title={t("help.title")}>
      <p>
        <a href={hotline.call} className="inline-flex min-h-11 items-center gap-2">
          <Icon name="phone" />
          {t("help.call", hotline)}
        </a>{" "}
        <span className="text-small text-caution">{t("help.old")}</span>
      </p>
      <p>{t("help.local")}</p>
      <p>{t("help.share")}</p>
      <p>{t("limits")}</p>
      <p className="no-print flex flex-wrap gap-x-6">
        <a href={links.check} className="inline-flex min-h-11 items-center">
          {t("checkAgency")}
        </a>
        <a href={links.fees} className="inline-flex min-h-11 items-center">
          {t("allCeilings")}
        </a>
      </p>
    </Notice>
  );
}
