import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { actorAs } from "@/app/_http/actor";
import { address } from "@/app/_http/addresses";
import { missing } from "@/app/_http/missing";
import { localeOf } from "@/app/_http/shell";
import { ContractList } from "@/components/desk/contract-list";
import { DeskNav } from "@/components/desk/desk-nav";
import { LinkButton } from "@/components/ui/button";
import { Page } from "@/components/ui/page";
import { mayMakeContracts } from "@/domain/orders/access";
import { contractsFor } from "@/domain/orders/queries";

type Props = PageProps<"/[locale]/portal/contracts">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: localeOf((await params).locale), namespace: "portal.contracts" });
  return { title: t("title"), robots: { index: false, follow: false } };
}

export default async function PortalContracts({ params }: Props) {
  const locale = localeOf((await params).locale);
  setRequestLocale(locale);
  const known = await actorAs(locale, "agency_staff");
  if (!known) return missing(locale);
  const t = await getTranslations("portal.contracts");
  const contracts = await contractsFor(known.actor);
  return (
    <Page title={t("title")} lead={t("lead")} above={<DeskNav actor={known.actor} current="portalContracts" />}>
      {mayMakeContracts(known.actor) ? (
        <LinkButton href={address(locale, "portalContractNew")}>{t("new")}</LinkButton>
      ) : (
        <p className="max-w-measure">{t("branch")}</p>
      )}
      <ContractList contracts={contracts} route="portalContract" empty={t("empty")} />
    </Page>
  );
}
