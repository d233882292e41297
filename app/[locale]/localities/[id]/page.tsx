import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { type Locale, address, alternates } from "@/app/_http/addresses";
import { kept } from "@/app/_http/kept-page";
import { missing } from "@/app/_http/missing";
import { localeOf } from "@/app/_http/shell";
import { today } from "@/app/_http/today";
import { oneOf } from "@/app/_http/typed";
import { RecruiterAnswer, RecruiterForm, Recruiting } from "@/components/notices/recruiting";
import { formatDay } from "@/components/ui/format";
import { Empty, Page, Section } from "@/components/ui/page";
import { cleanText, foldName } from "@/domain/kernel/text";
import { phoneKey } from "@/domain/licences/rules";
import { localityOf } from "@/domain/localities/queries";
import { declaredRecruiters, recruitingIn } from "@/domain/notices/queries";

type Props = PageProps<"/[locale]/localities/[id]">;

/** A province or commune of today; districts and what is no longer have no page of their own. */
async function placeOf(id: string) {
  const place = /^[pc]-\d{1,6}$/.test(id) ? await localityOf(id) : null;
  if (!place || place.validTo !== null || place.level === "district") return null;
  const province = place.level === "province" ? place.id : place.parentId;
  return province && { place, province, commune: place.level === "commune" ? place.id : null };
}

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { locale: segment, id } = await params;
  const locale = localeOf(segment);
  const t = await getTranslations({ locale, namespace: "notices.public" });
  const found = await placeOf(id);
  if (!found) return { title: t("missing"), robots: { index: false } };
  const place = found.place.fullName;
  const asked = Object.keys(await searchParams).length > 0;
  return {
    title: t("title", { place }),
    description: t("head", { place }),
    alternates: alternates(locale, "locality", { id }),
    robots: asked ? { index: false, follow: true } : undefined,
  };
}

export default async function Locality({ params, searchParams }: Props) {
  const { locale: segment, id } = await params;
  const locale = localeOf(segment);
  setRequestLocale(locale);
  const query = await searchParams;
  const [phone, name] = [cleanText(oneOf(query, "phone"), 40), cleanText(oneOf(query, "name"), 100)];
  // What somebody asks about a person is not kept for the next reader.
  return phone || name
    ? localityPage(locale, id, phone, name)
    : kept("locality", [locale, id], () => localityPage(locale, id, "", ""));
}

async function localityPage(locale: Locale, id: string, phone: string, name: string) {
  const found = await placeOf(id);
  if (!found) return missing(locale);
  const [t, home, words] = await Promise.all([
    getTranslations("notices.public"),
    getTranslations("shell"),
    getTranslations("localities"),
  ]);
  const { place, province, commune } = found;
  const recruiting = await recruitingIn({ province, commune });
  return (
    <Page
      title={t("title", { place: place.fullName })}
      lead={t("lead", { day: formatDay(locale, today()) })}
      breadcrumb={[
        { href: address(locale, "home"), label: home("home") },
        { href: address(locale, "localities"), label: words("title") },
        ...(commune ? [{ href: address(locale, "locality", { id: province }), label: place.within.join(", ") }] : []),
      ]}
    >
      {(phone || name) && (await answered({ locale, place: place.fullName, province, commune, phone, name }))}
      {recruiting.today.length === 0 ? (
        <Empty title={t("none")}>
          <p>{t("noneText")}</p>
        </Empty>
      ) : (
        <Recruiting title={t("today", { count: recruiting.today.length })} notices={recruiting.today} />
      )}
      <Section title={t("ask")} lead={t("askLead")} id="hoi">
        <RecruiterForm action={address(locale, "locality", { id })} name={name} phone={phone} />
      </Section>
      <Recruiting title={t("later", { count: recruiting.later.length })} notices={recruiting.later} />
    </Page>
  );
}

type Question = {
  locale: Locale;
  place: string;
  province: string;
  commune: string | null;
  phone: string;
  name: string;
};

async function answered({ locale, place, province, commune, phone, name }: Question) {
  const asked = { phone: phoneKey(phone) !== null, name: foldName(name).length >= 2 };
  const t = await getTranslations("notices.public");
  if (!asked.phone && !asked.name) return <p role="status">{t("short")}</p>;
  const all = await declaredRecruiters({ phone, name });
  const isHere = (one: (typeof all)[number]) =>
    one.province === province && (commune === null || one.communes.length === 0 || one.communes.includes(commune));
  return (
    <RecruiterAnswer
      here={all.filter(isHere)}
      elsewhere={all.filter((one) => !isHere(one))}
      place={place}
      asked={asked}
      reportHref={address(locale, "reportNew", null, { contact: phone || name, province })}
    />
  );
}
