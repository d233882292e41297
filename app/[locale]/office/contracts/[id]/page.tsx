import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { actorAs } from "@/app/_http/actor";
import { address } from "@/app/_http/addresses";
import { outcomeOf } from "@/app/_http/form";
import { missing } from "@/app/_http/missing";
import { localeOf } from "@/app/_http/shell";
import { today } from "@/app/_http/today";
import { oneOf } from "@/app/_http/typed";
import { ContractDecision } from "@/components/desk/contract-decision";
import { ContractView } from "@/components/desk/contract-view";
import { DeskNav } from "@/components/desk/desk-nav";
import { Page } from "@/components/ui/page";
import { contractFor } from "@/domain/orders/queries";
import { approve, close, sendBack } from "../../actions";

type Props = PageProps<"/[locale]/office/contracts/[id]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, id } = await params;
  const t = await getTranslations({ locale: localeOf(locale), namespace: "portal.contract" });
  return { title: t("title", { reference: id }), robots: { index: false, follow: false } };
}

export default async function OfficeContract({ params, searchParams }: Props) {
  const { locale: segment, id } = await params;
  const locale = localeOf(segment);
  setRequestLocale(locale);
  const known = await actorAs(locale, "officer");
  const contract = known && (await contractFor(known.actor, id));
  if (!known || !contract) return missing(locale);
  const t = await getTranslations("portal.contract");
  const office = await getTranslations("office.contracts");
  return (
    <Page
      title={t("title", { reference: id })}
      lead={contract.agency.name}
      above={<DeskNav actor={known.actor} current="officeContracts" />}
      breadcrumb={[{ href: address(locale, "officeContracts"), label: office("title") }]}
    >
      <ContractView
        {...{ contract, today: today(), saved: oneOf(await searchParams, "saved"), official: true }}
        fileHref={(file) => address(locale, "portalContractFile", { id, file })}
        close={contract.mayClose ? { action: close, outcome: outcomeOf("contract-close") } : null}
      />
      {contract.mayDecide && contract.status === "submitted" && (
        <ContractDecision
          contract={contract}
          approve={{ action: approve, outcome: outcomeOf("contract-approve") }}
          sendBack={{ action: sendBack, outcome: outcomeOf("contract-return") }}
        />
      )}
    </Page>
  );
}
