import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { actorAs } from "@/app/_http/actor";
import { address } from "@/app/_http/addresses";
import { outcomeOf } from "@/app/_http/form";
import { missing } from "@/app/_http/missing";
import { localeOf } from "@/app/_http/shell";
import { oneOf } from "@/app/_http/typed";
import { acceptFor, megabytesFor } from "@/app/_http/upload";
import { RemarksNotice } from "@/components/desk/answers";
import { DeskForm } from "@/components/desk/desk-form";
import { FileList } from "@/components/desk/files";
import { RequestForm, RequestState } from "@/components/desk/request";
import { Page, Section } from "@/components/ui/page";
import { requestFor } from "@/domain/licences/queries";
import { mend, withdraw } from "../actions";

type Props = PageProps<"/[locale]/portal/register/[id]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: localeOf((await params).locale), namespace: "portal.request" });
  return { title: t("title"), robots: { index: false, follow: false } };
}

export default async function OwnRequest({ params, searchParams }: Props) {
  const { locale: segment, id } = await params;
  const locale = localeOf(segment);
  setRequestLocale(locale);
  const known = await actorAs(locale, "person", "agency_staff");
  const request = known && (await requestFor(known.actor, id));
  if (!request) return missing(locale);
  const t = await getTranslations("portal.request");
  const [mended, withdrawn] = [outcomeOf("account-mend"), outcomeOf("account-withdraw")];
  const at = { id, version: request.version };
  const open = request.status === "sent" || request.status === "returned";
  return (
    <Page
      title={t("pageTitle", { reference: request.reference })}
      lead={request.agency.name}
      breadcrumb={[{ href: address(locale, "portalRegister"), label: t("title") }]}
    >
      <div className="space-y-3">
        {request.status === "sent" && oneOf(await searchParams, "saved") === "sent" && (
          <p role="status">{t("saved")}</p>
        )}
        <p>
          <RequestState status={request.status} />
        </p>
        <p className="max-w-measure">{t(`next.${request.status}`)}</p>
        <RemarksNotice
          title={t("answeredBy", { office: request.decidedOffice ?? "" })}
          remarks={request.remarks}
          label={(field) => t(`field.${field}` as "field.phone")}
        />
        {request.status === "approved" && (
          <a href={address(locale, "account")} className="inline-flex min-h-11 items-center">
            {t("toAccount")}
          </a>
        )}
      </div>
      {request.status === "returned" && (
        <Section title={t("mend")}>
          <RequestForm
            {...{ action: mend, outcome: mended, hidden: at, value: request, again: true }}
            file={{ accept: acceptFor("authority"), megabytes: megabytesFor("authority") }}
          />
        </Section>
      )}
      <Section title={t("field.file")}>
        <FileList files={request.files} href={(file) => address(locale, "portalRequestFile", { id, file })} />
      </Section>
      {open && (
        <DeskForm {...{ action: withdraw, outcome: withdrawn, hidden: at, submit: t("withdraw"), look: "secondary" }} />
      )}
    </Page>
  );
}
