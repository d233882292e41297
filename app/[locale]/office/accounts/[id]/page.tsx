import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { actorAs } from "@/app/_http/actor";
import { address } from "@/app/_http/addresses";
import { outcomeOf } from "@/app/_http/form";
import { missing } from "@/app/_http/missing";
import { localeOf } from "@/app/_http/shell";
import { ReturnForm } from "@/components/desk/answers";
import { DeskForm, DeskText } from "@/components/desk/desk-form";
import { DeskNav } from "@/components/desk/desk-nav";
import { FileList } from "@/components/desk/files";
import { RequestState } from "@/components/desk/request";
import { RequestFacts } from "@/components/desk/request-facts";
import { Disclosure } from "@/components/ui/disclosure";
import { Page, Section } from "@/components/ui/page";
import { agencyProfile, requestFor } from "@/domain/licences/queries";
import { approveAccount, refuseAccount, returnAccount } from "../../actions";

type Props = PageProps<"/[locale]/office/accounts/[id]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: localeOf((await params).locale), namespace: "office.accounts" });
  return { title: t("title"), robots: { index: false, follow: false } };
}

export default async function Account({ params }: Props) {
  const { locale: segment, id } = await params;
  const locale = localeOf(segment);
  setRequestLocale(locale);
  const known = await actorAs(locale, "officer");
  const request = known && (await requestFor(known.actor, id));
  if (!known || !request) return missing(locale);
  const t = await getTranslations("office");
  const words = await getTranslations("portal.request");
  const profile = await agencyProfile(request.agency.slug);
  const hidden = { id, version: request.version };
  const said = {
    contactName: request.contactName,
    position: request.position,
    phone: request.phone,
    note: request.note,
  };
  const fields = [
    ...Object.entries(said).map(([field, value]) => ({ field, value: value ?? "" })),
    ...["agency", "file", "whole"].map((field) => ({ field, value: "" })),
  ].map(({ field, value }) => ({ field, value, label: words(`field.${field}` as "field.phone") }));
  return (
    <Page
      title={words("pageTitle", { reference: request.reference })}
      lead={request.agency.name}
      above={<DeskNav actor={known.actor} current="officeAccounts" />}
      breadcrumb={[{ href: address(locale, "officeAccounts"), label: t("accounts.title") }]}
    >
      <p>
        <RequestState status={request.status} />
      </p>
      <RequestFacts request={request} profile={profile} />
      <Section title={words("field.file")}>
        <FileList files={request.files} href={(file) => address(locale, "portalRequestFile", { id, file })} />
      </Section>
      {request.status === "sent" && !request.beside?.own && (
        <Section title={t("answer")} lead={t("accounts.effect")}>
          <div className="space-y-6">
            <DeskForm
              {...{ action: approveAccount, outcome: outcomeOf("account-approve"), hidden }}
              submit={t("accounts.approve")}
            />
            <ReturnForm
              {...{ action: returnAccount, outcome: outcomeOf("account-return"), hidden, fields }}
              {...{ title: t("returnTitle"), submit: t("returnSubmit") }}
            />
            <Disclosure summary={t("accounts.refuseTitle")} open={outcomeOf("account-refuse") !== null}>
              <DeskForm
                {...{ action: refuseAccount, outcome: outcomeOf("account-refuse"), hidden, look: "danger" }}
                submit={t("accounts.refuse")}
              >
                <DeskText {...{ outcome: outcomeOf("account-refuse"), name: "reason", label: t("accounts.reason") }} />
              </DeskForm>
            </Disclosure>
          </div>
        </Section>
      )}
    </Page>
  );
}
