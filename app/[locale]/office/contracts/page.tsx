import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { actorAs } from "@/app/_http/actor";
import { address } from "@/app/_http/addresses";
import { missing } from "@/app/_http/missing";
import { localeOf } from "@/app/_http/shell";
import { today } from "@/app/_http/today";
import { oneOf } from "@/app/_http/typed";
import { ContractList } from "@/components/desk/contract-list";
import { DeskNav } from "@/components/desk/desk-nav";
import { QueueList } from "@/components/desk/queue";
import { Page, Section } from "@/components/ui/page";
import { mayDecideContracts } from "@/domain/orders/access";
import { contractsFor } from "@/domain/orders/queries";
import { contractsWaiting } from "../waiting";

type Props = PageProps<"/[locale]/office/contracts">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: localeOf((await params).locale), namespace: "office.contracts" });
  return { title: t("title"), robots: { index: false, follow: false } };
}

export default async function Contracts({ params, searchParams }: Props) {
  const locale = localeOf((await params).locale);
  setRequestLocale(locale);
  const known = await actorAs(locale, "officer");
  if (!known) return missing(locale);
  const t = await getTranslations("office");
  const decides = mayDecideContracts(known.actor);
  const [waiting, all] = await Promise.all([
    contractsWaiting(locale, known.actor),
    contractsFor(known.actor, { take: 100 }),
  ]);
  const query = await searchParams;
  const saved = ["approved", "returned"].find((one) => one === oneOf(query, "saved"));
  return (
    <Page
      title={t("contracts.title")}
      lead={t(decides ? "contracts.lead" : "contracts.readOnly")}
      above={<DeskNav actor={known.actor} current="officeContracts" />}
      breadcrumb={[{ href: address(locale, "office"), label: t("title") }]}
    >
      {saved && <p role="status">{t(`contracts.saved.${saved}` as "contracts.saved.approved")}</p>}
      {decides && (
        <Section title={t("waitingTitle")}>
          <QueueList waiting={waiting} today={today()} empty={t("contracts.empty")} />
        </Section>
      )}
      <Section title={t("contracts.all")}>
        <ContractList contracts={all} route="officeContract" empty={t("contracts.none")} />
      </Section>
    </Page>
  );
}
