import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { address, alternates } from "@/app/_http/addresses";
import { localeOf } from "@/app/_http/shell";
import { oneOf } from "@/app/_http/typed";
import { Warnings } from "@/components/licences/near";
import { Button, LinkButton } from "@/components/ui/button";
import { TextField } from "@/components/ui/field";
import { Empty, Page } from "@/components/ui/page";
import { Pagination } from "@/components/ui/pagination";
import { cleanText } from "@/domain/kernel/text";
import { listWarnings } from "@/domain/licences/queries";

type Props = PageProps<"/[locale]/warnings">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = localeOf((await params).locale);
  const t = await getTranslations({ locale, namespace: "complaints.warnings" });
  return { title: t("title"), description: t("lead"), alternates: alternates(locale, "warnings") };
}

/** The named list (B5): everybody the authorities warned of, with source and date. */
export default async function WarningsPage({ params, searchParams }: Props) {
  const locale = localeOf((await params).locale);
  setRequestLocale(locale);
  const search = await searchParams;
  const [t, shell, words] = await Promise.all([
    getTranslations("complaints.warnings"),
    getTranslations("shell"),
    getTranslations("complaints.contact"),
  ]);
  const q = cleanText(oneOf(search, "q"), 200);
  const { warnings, total, page, pages } = await listWarnings(q, Number(oneOf(search, "page")));
  const home = { href: address(locale, "home"), label: shell("home") };
  return (
    <Page title={t("title")} lead={t("lead")} breadcrumb={[home]}>
      <form action={address(locale, "warnings")} role="search" className="no-print max-w-measure space-y-4">
        <TextField name="q" type="search" label={t("label")} defaultValue={q} maxLength={200} autoComplete="off" />
        <Button>{t("submit")}</Button>
      </form>
      {total === 0 ? (
        <Empty
          title={t("empty")}
          links={[
            { href: address(locale, "contact"), label: words("title") },
            { href: address(locale, "check"), label: words("check") },
          ]}
        >
          <p>{t("emptyText")}</p>
        </Empty>
      ) : (
        <div className="space-y-4">
          <p role="status">{t("count", { count: total })}</p>
          <Warnings warnings={warnings.map((warning) => ({ ...warning, exact: true, similarity: 1 }))} />
          <Pagination {...{ page, pages }} hrefOf={(n) => address(locale, "warnings", null, { q, page: n })} />
        </div>
      )}
      <p className="no-print">
        <LinkButton look="secondary" href={address(locale, "reportNew")}>
          {words("report")}
        </LinkButton>
      </p>
    </Page>
  );
}
