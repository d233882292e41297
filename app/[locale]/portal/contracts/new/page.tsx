import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { actorAs } from "@/app/_http/actor";
import { address } from "@/app/_http/addresses";
import { outcomeOf } from "@/app/_http/form";
import { missing } from "@/app/_http/missing";
import { localeOf } from "@/app/_http/shell";
import { acceptFor, megabytesFor } from "@/app/_http/upload";
import { ContractForm } from "@/components/desk/contract-form";
import { DeskNav } from "@/components/desk/desk-nav";
import { Page } from "@/components/ui/page";
import { mayMakeContracts } from "@/domain/orders/access";
import { newContractId } from "@/domain/orders/commands";
import { save } from "../actions";
import { typedBack } from "../typed-back";

type Props = PageProps<"/[locale]/portal/contracts/new">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: localeOf((await params).locale), namespace: "portal.contracts" });
  return { title: t("new"), robots: { index: false, follow: false } };
}

export default async function NewContract({ params }: Props) {
  const locale = localeOf((await params).locale);
  setRequestLocale(locale);
  const outcome = outcomeOf("contract");
  // Signed out while typing: the form stays as it was; whoever may not save will be told so by the command.
  const signedOut = outcome?.faults[""] === "signedOut";
  const known = signedOut ? null : await actorAs(locale, "agency_staff");
  if (!signedOut && !(known && mayMakeContracts(known.actor))) return missing(locale);
  const t = await getTranslations("portal.contracts");
  return (
    <Page
      title={t("new")}
      lead={t("newLead")}
      above={known && <DeskNav actor={known.actor} current="portalContracts" />}
      breadcrumb={[{ href: address(locale, "portalContracts"), label: t("title") }]}
    >
      <ContractForm
        {...{ action: save, outcome, hidden: { id: outcome?.typed("id") ?? newContractId() } }}
        {...{ typed: outcome ? typedBack(outcome) : {}, findings: [], remarks: {}, files: [], fileHref: () => "" }}
        file={{ accept: acceptFor("contract"), megabytes: megabytesFor("contract") }}
      />
    </Page>
  );
}
