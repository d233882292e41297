import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { actorAs } from "@/app/_http/actor";
import { address } from "@/app/_http/addresses";
import { missing } from "@/app/_http/missing";
import { localeOf } from "@/app/_http/shell";
import { today } from "@/app/_http/today";
import { DeskNav } from "@/components/desk/desk-nav";
import { PortalContracts, PortalOrders, PortalTasks } from "@/components/desk/portal-front";
import { RequestList } from "@/components/desk/request";
import { FirmAnswer } from "@/components/licences/answer";
import { LinkButton } from "@/components/ui/button";
import { Page, Section } from "@/components/ui/page";
import { agencyDossiers, requestsOf } from "@/domain/licences/queries";
import { displayName, verdictOn } from "@/domain/licences/rules";
import { contractsFor, ordersOfStaff } from "@/domain/orders/queries";

type Props = PageProps<"/[locale]/portal">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: localeOf((await params).locale), namespace: "portal" });
  return { title: t("title"), robots: { index: false, follow: false } };
}

export default async function Portal({ params }: Props) {
  const locale = localeOf((await params).locale);
  setRequestLocale(locale);
  const known = await actorAs(locale, "agency_staff", "person");
  if (!known) return missing(locale);
  const { actor } = known;
  const t = await getTranslations("portal");
  // Signed in, and of no firm yet: the way to an account.
  if (actor.kind === "person") {
    const requests = await requestsOf(actor);
    return (
      <Page title={t("title")} lead={t("noFirm")}>
        {requests.length > 0 && <RequestList requests={requests} />}
        <LinkButton href={address(locale, "portalRegister")}>{t("request.title")}</LinkButton>
      </Page>
    );
  }
  const [dossiers, contracts, orders] = await Promise.all([
    agencyDossiers([actor.agencyId]),
    contractsFor(actor),
    ordersOfStaff(actor),
  ]);
  const dossier = dossiers.get(actor.agencyId);
  if (!dossier) return missing(locale);
  const name = displayName(dossier);
  const branch = dossier.branches.find(({ id }) => id === actor.branchId);
  return (
    <Page
      title={t("title")}
      lead={t(`as.${actor.role}`, { name, branch: branch?.name ?? "" })}
      above={<DeskNav actor={actor} current="portal" />}
    >
      <PortalTasks contracts={contracts} hidden={orders.hidden} drafts={orders.counts.draft ?? 0} today={today()} />
      {actor.role === "branch_recruiter" && <p className="max-w-measure">{t("staff.branchRule")}</p>}
      <Section title={t("front.licence")}>
        <FirmAnswer {...{ name, verdict: verdictOn(dossier, today()), dossier, today: today() }} />
      </Section>
      <PortalContracts contracts={contracts} />
      <PortalOrders {...orders} />
    </Page>
  );
}
