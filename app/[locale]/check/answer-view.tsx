import type { ReactNode } from "react";
import { useTranslations } from "next-intl";
import { address, type Locale } from "@/app/_http/addresses";
import { FirmAnswer } from "@/components/licences/answer";
import { SideBySide, Warnings } from "@/components/licences/near";
import { tones } from "@/components/licences/tones";
import { LinkButton } from "@/components/ui/button";
import { formatDay } from "@/components/ui/format";
import { Section } from "@/components/ui/page";
import { Notice, Verdict } from "@/components/ui/status";
import type { Day } from "@/domain/kernel/calendar";
import type { CheckAnswer } from "@/domain/licences/queries";
import { verdictOn } from "@/domain/licences/rules";
import { Evidence } from "./evidence";

type Props = { answer: CheckAnswer; q: string; today: Day; locale: Locale };
type Shown = Props & { said: ReactNode };

/** Answer first, then what it rests on, what it does not say, who looks alike, what to do. */
export function CheckAnswerView({ answer: whole, said, ...rest }: Shown) {
  const alike = whole.matches.length > 0 ? 0.6 : 0.5;
  const warnings = whole.warnings.filter((warning) => warning.exact || warning.similarity >= alike);
  const answer = { ...whole, warnings };
  const props = { ...rest, answer };
  const { locale } = rest;
  const t = useTranslations("check");
  const [match] = answer.matches;
  const hrefOf = (slug: string) => address(locale, "agency", { slug });
  // Beside a firm that was found only true look-alikes matter; beside nothing, anything near may be what was meant.
  const sameName = answer.near.filter((near) => !match || near.similarity >= 0.6);
  const several = answer.matches.length > 1;
  // Where nothing was found, the near names are the best evidence there is, and come first.
  const near = sameName.length > 0 && (
    <Section title={t(match ? "near.title" : "near.question")} lead={t(match ? "near.leadFound" : "near.lead")}>
      <SideBySide caption={t(match ? "near.title" : "near.question")} firms={sameName} hrefOf={hrefOf} />
    </Section>
  );
  return (
    <>
      <div className="space-y-4">
        <p className="hidden print:block">{t("asked", { q: shortened(rest.q), day: formatDay(locale, rest.today) })}</p>
        <FirstSentence {...props} />
        {match && answer.warnings.length > 0 && <Notice title={t("warnedToo")}>{t("warnedTooText")}</Notice>}
        {answer.question.cut && <p className="text-small text-muted">{t("cut")}</p>}
      </div>
      {several && (
        <Section title={t("severalTitle")} lead={t("severalLead")}>
          <SideBySide caption={t("severalTitle")} firms={answer.matches} hrefOf={hrefOf} />
        </Section>
      )}
      {match && !several && <Evidence match={match} today={props.today} locale={locale} said={said} />}
      {answer.warnings.length > 0 && (
        <Section title={t("warning.title")} lead={t("warning.lead")}>
          <Warnings warnings={answer.warnings} />
        </Section>
      )}
      {!match && near}
      {match && <NotSaid />}
      {match && near}
      <NextSteps {...props} />
    </>
  );
}

/** A licence answers one question only; these it leaves open. */
function NotSaid() {
  const t = useTranslations("check");
  return (
    <Section title={t("notSaid.title")}>
      <ul className="max-w-measure list-disc space-y-2 pl-6">
        {(["order", "person", "fee", "today"] as const).map((key) => (
          <li key={key}>{t(`notSaid.${key}`)}</li>
        ))}
      </ul>
    </Section>
  );
}

function NextSteps({ answer, locale }: Props) {
  const t = useTranslations("check");
  const [match, second] = answer.matches;
  const active = match && !second && (match.verdict.code === "licensed" || match.verdict.code === "restricted");
  return (
    <Section title={t("next.title")}>
      <ol className="max-w-measure list-decimal space-y-2 pl-6">
        {(["ask", "order", "pay", "report"] as const).map((key) => (
          <li key={key}>{t(`next.${key}`)}</li>
        ))}
      </ol>
      <p className="no-print mt-4 flex flex-wrap gap-3">
        <LinkButton look="secondary" href={address(locale, "orders", null, { q: active ? match.name : undefined })}>
          {t("next.orders")}
        </LinkButton>
        <LinkButton look="quiet" href={address(locale, "agencies")}>
          {t("next.list")}
        </LinkButton>
      </p>
      <p className="mt-4 text-small text-muted">
        {answer.register
          ? t("register", { day: formatDay(locale, answer.register.asOf), source: answer.register.source })
          : t("registerNone")}
      </p>
    </Section>
  );
}

function FirstSentence({ answer, q, today, locale }: Props) {
  const t = useTranslations("check");
  const status = useTranslations("licences.verdict");
  const [match] = answer.matches;
  const several = answer.matches.length > 1;
  if (answer.answer === "warned")
    return (
      <Verdict tone="danger" title={t("sentence.warned", { name: answer.warnings.find((w) => w.exact)?.name ?? q })}>
        <p>{t("meaning.warned")}</p>
        {match && !several && <p>{t("warnedMatch", { name: match.name, status: status(match.verdict.code) })}</p>}
      </Verdict>
    );
  if (several)
    return (
      <Verdict tone="neutral" title={t("sentence.several", { count: answer.matches.length, q: shortened(q) })}>
        <p>{t("meaning.several")}</p>
      </Verdict>
    );
  if (match)
    return (
      <FirmAnswer name={match.name} verdict={match.verdict} dossier={match.dossier} today={today}>
        {match.verdict.on < today && <Today match={match} today={today} locale={locale} />}
        <FoundBy match={match} />
      </FirmAnswer>
    );
  if (answer.numberFamily === "employment_service")
    return (
      <Verdict tone={tones.other_licence} title={t("sentence.other_number", { q: shortened(q) })}>
        <p>{t("meaning.other_licence")}</p>
      </Verdict>
    );
  const day = answer.register ? formatDay(locale, answer.register.asOf) : null;
  return (
    <Verdict
      tone={answer.warnings.length > 0 ? "caution" : "neutral"}
      title={`${t("sentence.not_in_data", { q: shortened(q) })} ${day ? t("asOf", { day }) : t("asOfUnknown")}`}
    >
      <p>{t("meaning.not_in_data")}</p>
      {answer.warnings.length > 0 && <p className="font-medium">{t("warnedTooText")}</p>}
      {answer.near.length > 0 && <p className="font-medium">{t("nearBelow")}</p>}
    </Verdict>
  );
}

const shortened = (text: string): string => {
  const letters = Array.from(text);
  return letters.length > 80 ? `${letters.slice(0, 80).join("")}…` : text;
};

/** Who asks about the past must not miss the present. */
function Today({ match, today, locale }: { match: CheckAnswer["matches"][number]; today: Day; locale: Locale }) {
  const t = useTranslations("check");
  const status = useTranslations("licences.verdict");
  const { code } = verdictOn(match.dossier, today);
  return <p className="font-medium">{t("today", { day: formatDay(locale, today), status: status(code) })}</p>;
}

function FoundBy({ match }: { match: CheckAnswer["matches"][number] }) {
  const t = useTranslations("check.foundBy");
  const [by] = match.matchedBy;
  if (!by || by.kind === "name") return null;
  return <p className="text-small">{t(by.kind, { value: by.value })}</p>;
}
