import { useTranslations } from "next-intl";
import { address, type Locale } from "@/app/_http/addresses";
import { Button } from "@/components/ui/button";
import { Disclosure } from "@/components/ui/disclosure";
import { DateField } from "@/components/ui/field";
import { formatDay } from "@/components/ui/format";
import { Section } from "@/components/ui/page";
import type { RegisterAsOf } from "@/domain/licences/queries";
import type { Dossier } from "@/domain/licences/rules";

/** The status on a past day: the check page answers, this form only asks it. */
export function PastDay({ locale, dossier, name }: { locale: Locale; dossier: Dossier; name: string }) {
  const t = useTranslations("agencies");
  const form = useTranslations("check.form");
  return (
    <div className="no-print">
      <Disclosure summary={form("past")}>
        <form action={address(locale, "check")} className="space-y-4">
          <input type="hidden" name="q" value={dossier.licences[0]?.numberPrinted ?? name} />
          <DateField name="on" label={form("day")} hint={form("dayHint")} />
          <Button look="secondary">{t("askDay")}</Button>
        </form>
      </Disclosure>
    </div>
  );
}

/** Every source behind the page once, and up to which day they speak. */
export function Sources({
  locale,
  dossier,
  register,
}: {
  locale: Locale;
  dossier: Dossier;
  register: RegisterAsOf | null;
}) {
  const t = useTranslations("agencies");
  const facts = [
    ...dossier.licences,
    ...dossier.spells,
    ...dossier.restrictions,
    ...dossier.fines,
    ...dossier.approvals,
    ...dossier.branches,
  ];
  const official = new Set(facts.filter((fact) => fact.verified).map((fact) => fact.source));
  const others = new Set(
    [...facts, ...dossier.reports].map((fact) => fact.source).filter((source) => !official.has(source)),
  );
  const day = (on: string | null) => (on ? formatDay(locale, on) : t("dayUnknown"));
  return (
    <Section title={t("sourcesTitle")}>
      <div className="max-w-measure space-y-3">
        <p>{t("sourcesDays", { from: day(dossier.dataFrom), asOf: day(dossier.dataAsOf) })}</p>
        {register && <p>{t("sourcesRegister", { day: formatDay(locale, register.asOf), source: register.source })}</p>}
        {[
          { key: dossier.demo ? "demo" : "official", sources: official },
          { key: "others", sources: others },
        ].map(
          ({ key, sources }) =>
            sources.size > 0 && (
              <div key={key}>
                <h3>{t(`sources.${key}`)}</h3>
                <ul className="list-disc pl-6 text-small">
                  {[...sources].map((source) => (
                    <li key={source} className="break-words">
                      {source}
                    </li>
                  ))}
                </ul>
              </div>
            ),
        )}
        <p>{t("wrong")}</p>
      </div>
    </Section>
  );
}
