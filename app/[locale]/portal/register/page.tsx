import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { actorAs } from "@/app/_http/actor";
import { address } from "@/app/_http/addresses";
import { outcomeOf } from "@/app/_http/form";
import { missing } from "@/app/_http/missing";
import { localeOf } from "@/app/_http/shell";
import { oneOf } from "@/app/_http/typed";
import { acceptFor, megabytesFor } from "@/app/_http/upload";
import { AgencySearch, RequestForm, RequestList } from "@/components/desk/request";
import { Page, Section } from "@/components/ui/page";
import { cleanText } from "@/domain/kernel/text";
import { agencyProfile, checkAgency, requestsOf } from "@/domain/licences/queries";
import { ask } from "./actions";

type Props = PageProps<"/[locale]/portal/register">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: localeOf((await params).locale), namespace: "portal.request" });
  return { title: t("title"), robots: { index: false, follow: false } };
}

export default async function Register({ params, searchParams }: Props) {
  const locale = localeOf((await params).locale);
  setRequestLocale(locale);
  const outcome = outcomeOf("account-request");
  const signedOut = outcome?.faults[""] === "signedOut";
  const known = signedOut ? null : await actorAs(locale, "person", "agency_staff");
  if (!signedOut && !known) return missing(locale);
  const t = await getTranslations("portal.request");
  const search = await searchParams;
  const slug = outcome?.typed("agency") ?? oneOf(search, "agency");
  const asked = cleanText(oneOf(search, "q"), 200);
  const [agency, answer, requests] = await Promise.all([
    slug ? agencyProfile(slug) : null,
    asked ? checkAgency(asked) : null,
    known ? requestsOf(known.actor) : [],
  ]);
  const found = [...(answer?.matches ?? []), ...(answer?.near ?? [])].map(({ dossier, name }) => ({
    ...{ slug: dossier.slug, name },
    note: [dossier.licences[0]?.numberPrinted, dossier.enterpriseCode, dossier.headOffice].filter(Boolean).join(" · "),
  }));
  return (
    <Page title={t("title")} lead={t("lead")}>
      {requests.length > 0 && (
        <Section title={t("mine")}>
          <RequestList requests={requests} />
        </Section>
      )}
      {agency ? (
        <Section title={t("forAgency", { name: agency.name })} lead={t("forLead")}>
          <a href={address(locale, "portalRegister")} className="inline-flex min-h-11 items-center">
            {t("otherAgency")}
          </a>
          <RequestForm
            {...{ action: ask, outcome, hidden: { agency: agency.dossier.slug } }}
            value={{ contactName: known?.known.name }}
            file={{ accept: acceptFor("authority"), megabytes: megabytesFor("authority") }}
          />
        </Section>
      ) : (
        <Section title={t("findTitle")}>
          <AgencySearch {...{ asked, found, href: address(locale, "portalRegister") }} />
        </Section>
      )}
    </Page>
  );
}
