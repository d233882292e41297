import { useLocale, useTranslations } from "next-intl";
import { address, type Locale } from "@/app/_http/addresses";
import { LinkButton } from "@/components/ui/button";
import { formatDay, languageOf } from "@/components/ui/format";
import { Section } from "@/components/ui/page";
import { Notice, type Tone, Verdict } from "@/components/ui/status";
import type { ContactsAnswer } from "@/domain/complaints/queries";
import type { ContactAnswer, ContactVerdict } from "@/domain/complaints/rules";
import { dayOf } from "@/domain/kernel/calendar";
import { provinceText } from "./words";

const tones: Record<ContactVerdict, Tone> = {
  ...{ warned: "danger", fake: "danger", imitation: "danger", belongs_unlicensed: "danger" },
  ...{ reported: "caution", unknown: "caution", belongs_elsewhere: "caution" },
  ...{ belongs: "good", belongs_declared: "good" },
};
const vouched = new Set<ContactVerdict>(["belongs", "belongs_declared", "belongs_elsewhere"]);

/** The one plain sentence on a contact. */
function useSentence() {
  const t = useTranslations("complaints.contact");
  const status = useTranslations("licences.verdict");
  const locale = languageOf(useLocale());
  const list = new Intl.ListFormat(locale, { type: "conjunction" });
  return (
    { contact, verdict, owners, declared, warnings, reports, imitated }: ContactAnswer,
    province: string | null,
  ): string => {
    const [declarer] = declared;
    const [owner] = verdict === "imitation" ? imitated : owners;
    const counted = verdict === "fake" ? reports.confirmed : reports.unverified;
    const values = {
      value: contact.value,
      name: verdict === "warned" ? (warnings[0]?.name ?? "") : (declarer?.agency ?? owner?.name ?? ""),
      status: owner ? status(owner.status).toLocaleLowerCase(locale) : "",
      website: imitated[0]?.website ?? "",
      provinces: list.format((declarer?.provinces ?? []).map((id) => provinceText(id) ?? id)),
      province: provinceText(province) ?? "",
      count: counted?.count ?? 0,
      since: counted ? formatDay(locale, dayOf(counted.since)) : "",
    };
    return contact.kind === "name" && verdict === "belongs_declared"
      ? t("sentenceName.declared", values)
      : t(`sentence.${verdict}`, values);
  };
}

export function ContactAnswers({ answer, locale }: { answer: ContactsAnswer; locale: Locale }) {
  const t = useTranslations("complaints.contact");
  const { first, contacts, province } = answer;
  if (!first) return null;
  return (
    <>
      <div className="space-y-4">
        <First answer={first} province={province} locale={locale} />
        {answer.disguised && (
          <Notice>
            <p className="font-medium">{t("disguised")}</p>
          </Notice>
        )}
      </div>
      {contacts.length > 1 && (
        <Section title={t("allTitle")}>
          <ul className="divide-y divide-line border-y border-line">
            {contacts.map((one) => (
              <Line key={one.contact.key} answer={one} province={province} />
            ))}
          </ul>
        </Section>
      )}
      {vouched.has(first.verdict) && (
        <Section title={t("notSaidTitle")}>
          <ul className="max-w-measure list-disc space-y-2 pl-6">
            {(["person", "order", "money"] as const).map((key) => (
              <li key={key}>{t(`notSaid.${key}`)}</li>
            ))}
          </ul>
        </Section>
      )}
      <Section title={t("nextTitle")}>
        <ol className="max-w-measure list-decimal space-y-2 pl-6">
          {(["call", "pay", "keep"] as const).map((key) => (
            <li key={key}>{t(`next.${key}`)}</li>
          ))}
        </ol>
        <p className="no-print mt-4 flex flex-wrap gap-3">
          <LinkButton look="secondary" href={address(locale, "reportNew")}>
            {t("report")}
          </LinkButton>
          <LinkButton look="quiet" href={address(locale, "check")}>
            {t("check")}
          </LinkButton>
          <LinkButton look="quiet" href={address(locale, "warnings")}>
            {t("warnings")}
          </LinkButton>
        </p>
      </Section>
    </>
  );
}

function First({ answer, province, locale }: { answer: ContactAnswer; province: string | null; locale: Locale }) {
  const t = useTranslations("complaints.contact");
  const sentence = useSentence();
  const { verdict, reports, owners, declared, imitated } = answer;
  const day = (since: Date) => formatDay(locale, dayOf(since));
  const named = [
    ...declared.map(({ slug, agency }) => ({ slug, name: agency })),
    ...(verdict === "imitation" ? imitated : owners),
  ];
  const links = [...new Map(named.map((one) => [one.slug, one.name])).entries()].slice(0, 3);
  return (
    <Verdict tone={tones[verdict]} title={<span className="break-words">{sentence(answer, province)}</span>}>
      <p>{t(`text.${verdict}`)}</p>
      {reports.fault && (
        <p className="font-medium">{t("faultToo", { count: reports.fault.count, since: day(reports.fault.since) })}</p>
      )}
      {reports.unverified && verdict !== "reported" && (
        <p>{t("reportedToo", { count: reports.unverified.count, since: day(reports.unverified.since) })}</p>
      )}
      {[reports.confirmed, reports.fault, reports.unverified].some((one) => one?.demo) && (
        <p className="font-medium">{t("demo")}</p>
      )}
      {links.map(([slug, name]) => (
        <p key={slug}>
          <a href={address(locale, "agency", { slug })} className="inline-flex min-h-11 items-center">
            {t("agencyLink", { name })}
          </a>
        </p>
      ))}
    </Verdict>
  );
}

/** On a list, beside others. */
export function Line({ answer, province }: { answer: ContactAnswer; province: string | null }) {
  const t = useTranslations("complaints.contact");
  const sentence = useSentence();
  return (
    <li className="py-3">
      <span className="text-small text-muted">{t(`kind.${answer.contact.kind}`)}</span>
      <p className="break-words">{sentence(answer, province)}</p>
    </li>
  );
}
