import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { actorAs } from "@/app/_http/actor";
import { missing } from "@/app/_http/missing";
import { localeOf } from "@/app/_http/shell";
import { today } from "@/app/_http/today";
import { oneOf } from "@/app/_http/typed";
import { DeskNav } from "@/components/desk/desk-nav";
import { QueueCounts, QueueList, kindsOf } from "@/components/desk/queue";
import { provinceName } from "@/components/orders/names";
import { Page, Section } from "@/components/ui/page";
import { waitingFor } from "./waiting";

type Props = PageProps<"/[locale]/office">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: localeOf((await params).locale), namespace: "office" });
  return { title: t("title"), robots: { index: false, follow: false } };
}

export default async function Office({ params, searchParams }: Props) {
  const locale = localeOf((await params).locale);
  setRequestLocale(locale);
  const known = await actorAs(locale, "officer");
  if (!known) return missing(locale);
  const t = await getTranslations("office");
  const officer = known.actor;
  const waiting = await waitingFor(locale, officer);
  const asked = oneOf(await searchParams, "kind");
  const kind = kindsOf(officer).find((one) => one === asked);
  const shown = kind ? waiting.filter((one) => one.kind === kind) : waiting;
  const place = officer.province ? provinceName(officer.province) : "";
  return (
    <Page
      title={t("title")}
      lead={t(`scope.${officer.level}`, { office: known.known.membership?.office?.name ?? "", place })}
      above={<DeskNav actor={officer} current="office" />}
    >
      <QueueCounts waiting={waiting} kinds={kindsOf(officer)} current={kind ?? null} today={today()} />
      <Section title={kind ? t(`kind.${kind}`) : t("waitingTitle")} lead={t("waitingLead")}>
        <QueueList waiting={shown} today={today()} empty={t("nothingWaits")} />
      </Section>
    </Page>
  );
}
