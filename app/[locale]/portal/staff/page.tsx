import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { actorAs } from "@/app/_http/actor";
import { outcomeOf } from "@/app/_http/form";
import { missing } from "@/app/_http/missing";
import { letterShown } from "@/app/_http/secrets";
import { localeOf } from "@/app/_http/shell";
import { oneOf } from "@/app/_http/typed";
import { LetterShown } from "@/components/accounts/letter-shown";
import { DeskNav } from "@/components/desk/desk-nav";
import { InviteForm, StaffList } from "@/components/desk/staff";
import { Page, Section } from "@/components/ui/page";
import { Notice } from "@/components/ui/status";
import { membersOf } from "@/domain/accounts/queries";
import { agencyDossiers } from "@/domain/licences/queries";
import { end, invite } from "./actions";

type Props = PageProps<"/[locale]/portal/staff">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: localeOf((await params).locale), namespace: "portal.staff" });
  return { title: t("title"), robots: { index: false, follow: false } };
}

export default async function Staff({ params, searchParams }: Props) {
  const locale = localeOf((await params).locale);
  setRequestLocale(locale);
  const known = await actorAs(locale, "agency_staff");
  const agencyId = known?.actor.agencyId ?? "";
  // Asked as who is signed in: only an owner gets an answer.
  const [members, dossiers] = await Promise.all([
    known && membersOf(known.actor, { agencyId }),
    agencyDossiers(agencyId ? [agencyId] : []),
  ]);
  if (!known || !members) return missing(locale);
  const t = await getTranslations("portal.staff");
  const saved = oneOf(await searchParams, "saved");
  const branches = (dossiers.get(agencyId)?.branches ?? [])
    .filter((branch) => branch.knownTo === null && branch.to === null)
    .map(({ id, name }) => ({ id, name }));
  return (
    <Page title={t("title")} lead={t("lead")} above={<DeskNav actor={known.actor} current="portalStaff" />}>
      {(saved === "invited" || saved === "ended") && <p role="status">{t(`saved.${saved}`)}</p>}
      {saved === "invited" && <LetterShown letter={await letterShown()} />}
      <Section title={t("listTitle")}>
        <StaffList {...{ members, branches, self: known.actor.id, action: end, outcome: outcomeOf("staff-end") }} />
      </Section>
      <Notice title={t("branchTitle")}>
        <p>{t("branchRule")}</p>
      </Notice>
      <Section title={t("inviteTitle")} lead={t("inviteLead")}>
        <InviteForm {...{ branches, action: invite, outcome: outcomeOf("staff-invite") }} />
      </Section>
    </Page>
  );
}
