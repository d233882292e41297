import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { marketName } from "@/components/markets/names";
import { formatDay, languageOf } from "@/components/ui/format";
import { Status, Verdict as VerdictBox } from "@/components/ui/status";
import type { Dossier, Restriction, Verdict } from "@/domain/licences/rules";
import { icons, tones } from "./tones";

/** "không được tuyển cho Đài Loan": what a restriction stops. */
export function useRestrictionWords() {
  const t = useTranslations("check.restriction");
  const locale = useLocale();
  return ({ kind, scope, market }: { kind: string; scope: string | null; market: string | null }): string => {
    if (market) return t(kind === "market_delisted" ? "delisted" : "market", { market: marketName(locale, market) });
    return t(scope === "source_preparation" ? "sourcePreparation" : "all");
  };
}

const sentenceOf = (verdict: Verdict) => (verdict.code === "unknown" ? (verdict.reason ?? "no_status") : verdict.code);

/** The one plain sentence. */
export function useAnswerSentence() {
  const t = useTranslations("check.sentence");
  const locale = languageOf(useLocale());
  const restriction = useRestrictionWords();
  return (name: string, verdict: Verdict, today: string): string => {
    const list = new Intl.ListFormat(locale, { type: "conjunction" });
    return t(sentenceOf(verdict), {
      past: verdict.on === today ? "no" : "yes",
      on: formatDay(locale, verdict.on),
      name,
      from: verdict.spell ? formatDay(locale, verdict.spell.from, verdict.spell.precision) : "",
      what: list.format(verdict.restrictions.map((one: Restriction) => restriction(one))),
    });
  };
}

export function useAsOf() {
  const t = useTranslations("check");
  const locale = languageOf(useLocale());
  return (asOf: string | null): string => (asOf ? t("asOf", { day: formatDay(locale, asOf) }) : t("asOfUnknown"));
}

/** Sentence, colour, picture, and the day the data are from. */
export function FirmAnswer({
  name,
  verdict,
  dossier,
  today,
  children,
}: {
  name: string;
  verdict: Verdict;
  dossier: Dossier;
  today: string;
  children?: ReactNode;
}) {
  const t = useTranslations("check");
  const locale = languageOf(useLocale());
  const sentence = useAnswerSentence();
  const asOf = useAsOf();
  const { code, flags, spell } = verdict;
  return (
    <VerdictBox tone={tones[code]} icon={icons[code]} title={`${sentence(name, verdict, today)} ${asOf(verdict.asOf)}`}>
      {t.has(`meaning.${sentenceOf(verdict)}`) && <p>{t(`meaning.${sentenceOf(verdict)}`)}</p>}
      {verdict.reason === "before_first_data" && dossier.dataFrom && (
        <p>{t("dataFrom", { day: formatDay(locale, dossier.dataFrom) })}</p>
      )}
      {spell?.decisionNo && (
        <p>
          {t("byDecision", {
            number: spell.decisionNo,
            day: spell.decisionOn ? formatDay(locale, spell.decisionOn) : "none",
            dated: spell.decisionOn ? "yes" : "no",
          })}
        </p>
      )}
      {flags.dateUncertain && <p>{t("dateUncertain")}</p>}
      {flags.afterAsOf && <p>{t("afterAsOf")}</p>}
      {flags.negativeReports && <p className="font-medium">{t("negativeReports")}</p>}
      {flags.demo && <p className="font-medium">{t("demo")}</p>}
      {children}
    </VerdictBox>
  );
}

/** The fixed status word of a list. */
export function StatusWord({ code }: { code: Verdict["code"] }) {
  const t = useTranslations("licences.verdict");
  return (
    <Status tone={tones[code]} icon={icons[code]}>
      {t(code)}
    </Status>
  );
}
