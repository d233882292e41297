import { useTranslations } from "next-intl";
import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { address, alternates, type Locale } from "@/app/_http/addresses";
import { localeOf } from "@/app/_http/shell";
import { oneOf } from "@/app/_http/typed";
import { cleanText } from "@/domain/kernel/text";
import { PlaceList } from "@/components/localities/place-list";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/field";
import { Empty, Page, Section } from "@/components/ui/page";
import { searchLocalities } from "@/domain/localities/queries";
import { recruitingByProvince } from "@/domain/notices/queries";
import { formerProvinces, provinces, shortName } from "@/domain/localities/rules";

const most = 20;

export async function generateMetadata({ params, searchParams }: PageProps<"/[locale]/localities">): Promise<Metadata> {
  const locale = localeOf((await params).locale);
  const t = await getTranslations({ locale, namespace: "localities" });
  const q = cleanText(oneOf(await searchParams, "q"), 100);
  return {
    title: t("title"),
    description: t("lead"),
    alternates: alternates(locale, "localities"),
    robots: q ? { index: false, follow: true } : undefined,
  };
}

export default async function Localities({ params, searchParams }: PageProps<"/[locale]/localities">) {
  const locale = localeOf((await params).locale);
  setRequestLocale(locale);
  const t = await getTranslations("localities");
  const shell = await getTranslations("shell");
  const q = cleanText(oneOf(await searchParams, "q"), 100);
  return (
    <Page title={t("title")} lead={t("lead")} breadcrumb={[{ href: address(locale, "home"), label: shell("home") }]}>
      <form action={address(locale, "localities")} role="search" className="no-print max-w-measure space-y-4">
        <TextField
          name="q"
          type="search"
          label={t("label")}
          hint={t("hint")}
          defaultValue={q}
          maxLength={100}
          autoComplete="off"
        />
        <Button>{t("submit")}</Button>
      </form>
      {q ? await found({ locale, q }) : <Provinces locale={locale} recruiting={await recruitingByProvince()} />}
    </Page>
  );
}

async function found({ locale, q }: { locale: Locale; q: string }) {
  const t = await getTranslations("localities");
  const hits = await searchLocalities(q, { limit: most });
  if (hits.length === 0)
    return (
      <Empty title={t("none", { q })} links={[{ href: address(locale, "localities"), label: t("provinces") }]}>
        <p>{t(Array.from(q).length < 2 ? "short" : "noneText")}</p>
      </Empty>
    );
  return (
    <Section title={t("found", { count: hits.length, q })}>
      <PlaceList hits={hits} />
      {hits.length === most && <p className="mt-3 text-muted">{t("more", { count: most })}</p>}
    </Section>
  );
}

/** Nothing asked: the 34, and which of the 63 each took in. */
function Provinces({ locale, recruiting }: { locale: Locale; recruiting: ReadonlyMap<string, number> }) {
  const t = useTranslations("localities");
  const notices = useTranslations("notices.public");
  const list = new Intl.ListFormat(locale);
  return (
    <Section title={t("provinces")}>
      <ul className="divide-y divide-line border-y border-line md:columns-2 md:gap-10">
        {provinces.map((province) => {
          const merged = formerProvinces.filter((one) => one.becameId === province.id && one.name !== province.name);
          return (
            <li key={province.id} className="break-inside-avoid py-2">
              <a
                href={address(locale, "localities", null, { q: province.name })}
                className="inline-flex min-h-11 items-center font-medium"
              >
                {shortName(province)}
              </a>
              <a
                href={address(locale, "locality", { id: province.id })}
                className="ml-3 inline-flex min-h-11 items-center text-small"
              >
                {`${notices("link")}: ${notices("counts", { count: recruiting.get(province.id) ?? 0 })}`}
              </a>
              {merged.length > 0 && (
                <span className="block text-small text-muted">
                  {t("merged", { names: list.format(merged.map((one) => one.name)) })}
                </span>
              )}
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
