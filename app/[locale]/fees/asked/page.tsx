import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { address, alternates } from "@/app/_http/addresses";
import { localeOf } from "@/app/_http/shell";
import { oneOf } from "@/app/_http/typed";
import { AskedForm } from "@/components/fees/asked-form";
import { Disclosure } from "@/components/ui/disclosure";
import { Page, Section } from "@/components/ui/page";
import { maxAskedLines } from "@/domain/fees/schema";
import { formChoices } from "./choices";
import { answerTo, notes, problemsIn } from "./parts";
import { publishedOrder } from "./published";
import { askedQuestion } from "./question";

export async function generateMetadata({ params, searchParams }: PageProps<"/[locale]/fees/asked">): Promise<Metadata> {
  const locale = localeOf((await params).locale);
  const t = await getTranslations({ locale, namespace: "asked" });
  // Answers are somebody's own question: only the empty page is for search engines.
  const asked = Object.keys(await searchParams).length > 0;
  return {
    title: t("title"),
    description: t("lead"),
    alternates: alternates(locale, "asked"),
    ...(asked ? { robots: { index: false } } : {}),
  };
}

export default async function Asked({ params, searchParams }: PageProps<"/[locale]/fees/asked">) {
  const locale = localeOf((await params).locale);
  setRequestLocale(locale);
  const t = await getTranslations("asked");
  const [shell, fees] = [await getTranslations("shell"), await getTranslations("fees-page")];
  const query = await searchParams;
  const said = oneOf(query, "o").slice(0, 20);
  const order = said ? await publishedOrder(said) : null;
  const question = askedQuestion(query, order?.prefilled);
  const { body, job, rows } = question;
  const errors = Object.fromEntries(
    Object.entries(question.errors).map(([field, { code, value }]) => [
      field,
      t(`errors.${code}` as "errors.market", { value: value ?? "" }),
    ]),
  );
  const form = (
    <AskedForm
      action={address(locale, "asked")}
      job={job}
      rows={rows}
      errors={errors}
      problems={problemsIn(t, errors)}
      full={rows.length >= maxAskedLines}
      maxLines={maxAskedLines}
      changeMarket={`${address(locale, "asked")}#hoi`}
      {...formChoices(locale, question)}
    />
  );
  return (
    <Page
      title={t("title")}
      lead={t("lead")}
      breadcrumb={[
        { href: address(locale, "home"), label: shell("home") },
        { href: address(locale, "fees"), label: fees("crumb") },
      ]}
    >
      {body && <Section title={t("answer.title")}>{await answerTo(locale, body, order)}</Section>}
      <Section id="hoi" title={t("form.title")}>
        <div className="space-y-6">
          {await notes(locale, question, said, order)}
          {body ? <Disclosure summary={t("form.edit")}>{form}</Disclosure> : form}
        </div>
      </Section>
    </Page>
  );
}
