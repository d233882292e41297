import type { ReactNode } from "react";
import { useTranslations } from "next-intl";
import { getTranslations } from "next-intl/server";
import { address, type Locale } from "@/app/_http/addresses";
import { AgencyFacts, Approvals } from "@/components/licences/facts";
import { DecisionTable, hasUnverified, LicenceTimeline, UnverifiedList } from "@/components/licences/history";
import { LinkButton } from "@/components/ui/button";
import { Disclosure } from "@/components/ui/disclosure";
import { formatDay } from "@/components/ui/format";
import { Section } from "@/components/ui/page";
import { dayOf, type Day } from "@/domain/kernel/calendar";
import { agencyDossiers, type Match } from "@/domain/licences/queries";
import { endOfDay, historyOf, verdictOn } from "@/domain/licences/rules";

type Props = { match: Match; today: Day; locale: Locale };
type Shown = Props & { said: ReactNode };

/** What the answer rests on: who, which decisions, which markets, what the site said that day. */
export function Evidence({ match, today, locale, said }: Shown) {
  const t = useTranslations("check");
  const history = historyOf(match.dossier, today);
  const until = match.verdict.asOf && match.verdict.asOf < today ? match.verdict.asOf : today;
  return (
    <>
      <Section title={t("evidence.title")}>
        <div className="space-y-8">
          <AgencyFacts dossier={match.dossier} brief />
          <LicenceTimeline name={match.name} history={history} until={until} />
          <div>
            <h3 className="mb-2">{t("evidence.decisions")}</h3>
            <DecisionTable caption={t("evidence.decisions")} history={history} />
          </div>
          <div>
            <h3 className="mb-2">{t("evidence.approvals", { day: formatDay(locale, match.verdict.on) })}</h3>
            <Approvals approvals={match.verdict.approvals} />
          </div>
          {said}
          <p className="no-print">
            <LinkButton look="secondary" href={address(locale, "agency", { slug: match.dossier.slug })}>
              {t("evidence.all")}
            </LinkButton>
          </p>
        </div>
      </Section>
      {hasUnverified(history) && (
        <Section title={t("unverified.title")} lead={t("unverified.lead")}>
          <UnverifiedList history={history} />
        </Section>
      )}
    </>
  );
}

/** "What was true on day X" is the answer above; what the site said on day X is another question. */
export async function saidThatDay({ match, today, locale }: Props) {
  if (match.verdict.on >= today) return null;
  const t = await getTranslations("check");
  const status = await getTranslations("licences.verdict");
  const { on } = match.verdict;
  const then = endOfDay(on);
  const dossier = (await agencyDossiers([match.dossier.id], then)).get(match.dossier.id);
  const said = dossier && verdictOn(dossier, on, then);
  const day = formatDay(locale, on);
  const learnt = match.dossier.spells.some((spell) => spell.knownFrom <= then);
  const firstKnown = [...match.dossier.spells, ...match.dossier.reports]
    .map((fact) => fact.knownFrom)
    .sort((a, b) => +a - +b)[0];
  return (
    <Disclosure summary={t("said.summary", { day })}>
      <div className="max-w-measure space-y-2">
        <p>{t("said.explain", { day })}</p>
        <p className="font-medium">
          {said && learnt
            ? t("said.answer", { day, status: status(said.code) })
            : t("said.nothing", {
                day,
                known: firstKnown ? "yes" : "no",
                since: firstKnown ? formatDay(locale, dayOf(firstKnown)) : "",
              })}
        </p>
        <p>{t("said.true", { day, status: status(match.verdict.code) })}</p>
        {today !== on && said && said.code !== match.verdict.code && learnt && <p>{t("said.differs")}</p>}
      </div>
    </Disclosure>
  );
}
