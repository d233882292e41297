// What the officer holds against what: who asks, the account she asks from, and what the register says of the firm.
import { useLocale, useTranslations } from "next-intl";
import { address } from "@/app/_http/addresses";
import { FirmAnswer } from "@/components/licences/answer";
import { formatInstant, languageOf } from "@/components/ui/format";
import { Section } from "@/components/ui/page";
import { Notice } from "@/components/ui/status";
import { FactTable } from "@/components/ui/tables";
import type { AgencyProfile, RequestPage } from "@/domain/licences/queries";

export function RequestFacts({ request, profile }: { request: RequestPage; profile: AgencyProfile | null }) {
  const t = useTranslations("office.accounts");
  const words = useTranslations("portal.request.field");
  const locale = languageOf(useLocale());
  const { beside } = request;
  const unknown = t("unknown");
  const said = {
    contactName: request.contactName,
    position: request.position,
    phone: request.phone,
    note: request.note ?? unknown,
  };
  const account = beside?.account;
  const verified = (value: string | null | undefined, at: Date | null | undefined) =>
    value ? `${value} (${t(at ? "verified" : "notVerified")})` : unknown;
  return (
    <>
      {beside && (beside.owners > 0 || beside.earlier > 0 || beside.own) && (
        <Notice title={t("lookTitle")}>
          {beside.owners > 0 && <p>{t("owners", { count: beside.owners })}</p>}
          {beside.earlier > 0 && <p>{t("earlier", { count: beside.earlier })}</p>}
          {beside.own && <p>{t("own")}</p>}
        </Notice>
      )}
      <Section title={t("saidTitle")}>
        <FactTable
          facts={[
            ...Object.entries(said).map(([key, value]) => ({ key, label: words(key as "phone"), value })),
            { key: "account", label: t("accountName"), value: account?.name ?? unknown },
            { key: "email", label: t("accountEmail"), value: verified(account?.email, account?.emailVerifiedAt) },
            { key: "tel", label: t("accountPhone"), value: verified(account?.phone, account?.phoneVerifiedAt) },
            { key: "sent", label: t("sentAt"), value: formatInstant(request.sentAt) },
          ]}
        />
      </Section>
      {profile && (
        <Section title={t("registerTitle")} lead={t("registerLead")}>
          <FirmAnswer
            {...{ name: profile.name, verdict: profile.verdict, dossier: profile.dossier, today: profile.verdict.on }}
          />
          <FactTable
            facts={(["representative", "phone", "email", "headOffice", "enterpriseCode"] as const).map((key) => ({
              ...{ key, label: t(`register.${key}`), value: profile.dossier[key] ?? unknown },
            }))}
          />
          <a
            href={address(locale, "agency", { slug: request.agency.slug })}
            className="inline-flex min-h-11 items-center"
          >
            {t("agencyPage")}
          </a>
        </Section>
      )}
    </>
  );
}
