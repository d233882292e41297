import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { address, alternates, type Locale } from "@/app/_http/addresses";
import { localeOf } from "@/app/_http/shell";
import { today as todayOf } from "@/app/_http/today";
import { oneOf } from "@/app/_http/typed";
import { AskedAnswer } from "@/components/fees/asked-answer";
import { AskedForm } from "@/components/fees/asked-form";
import { Disclosure } from "@/components/ui/disclosure";
import { Page, Section } from "@/components/ui/page";
import { Notice } from "@/components/ui/status";
import { latestRates } from "@/domain/fees/queries";
import { againstPublished, askedQuestionOf, askedSums, askedVerdicts } from "@/domain/fees/rules";
import { type AskedBody, maxAskedLines } from "@/domain/fees/schema";
import { formChoices, stateProgrammes } from "./choices";
import { type PublishedOrder, publishedOrder } from "./published";
import { type AskedQuestion, askedQuestion } from "./question";

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
  const form = (
    <AskedForm
      action={address(locale, "asked")}
      job={job}
      rows={rows}
      errors={Object.fromEntries(
        Object.entries(question.errors).map(([field, { code, value }]) => [
          field,
          t(`errors.${code}` as "errors.market", { value: value ?? "" }),
        ]),
      )}
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

async function answerTo(locale: Locale, body: AskedBody, order: PublishedOrder | null) {
  const rates = new Map([...(await latestRates()), ...(order?.rates ?? [])]);
  const { terms, lines } = askedQuestionOf(body, rates);
  const day = todayOf();
  const verdicts = askedVerdicts(terms, lines, day);
  return (
    <AskedAnswer
      terms={terms}
      verdicts={verdicts}
      sums={askedSums(verdicts, rates)}
      against={
        order && order.sheet.length > 0 ? againstPublished(verdicts, order.sheet, rates, order.contractMonths) : null
      }
      statePrograms={stateProgrammes(body.market)}
      day={day}
      links={{ check: address(locale, "check"), fees: address(locale, "fees") }}
    />
  );
}

/** What was left out of the question, and which order it is compared with. */
async function notes(locale: Locale, question: AskedQuestion, said: string, order: PublishedOrder | null) {
  const t = await getTranslations("asked");
  const left = question.leftOut.map(({ field, row, value, used }) => {
    const label = t(`form.${field}` as "form.market");
    const name = row === undefined ? label : `${t("form.line", { n: row })}, ${label}`;
    return used ? t("notes.currency", { field: name, value, used }) : t("notes.value", { field: name, value });
  });
  if (question.tooManyRows) left.push(t("notes.rows", { max: maxAskedLines }));
  return (
    <>
      {order && (
        <p className="max-w-measure">
          {t("order.from")}{" "}
          <a href={address(locale, "order", { reference: order.reference })}>
            {order.reference}: {order.title}
          </a>
          . {!order.open && t("order.gone", { reference: order.reference })}{" "}
          {order.sheet.length === 0 && t("order.noSheet", { reference: order.reference })}
        </p>
      )}
      {said && !order && <Notice>{t("order.missing", { reference: said })}</Notice>}
      {left.length > 0 && (
        <Notice title={t("notes.title")}>
          <ul className="break-words">
            {left.map((text, i) => (
              <li key={i}>{text}</li>
            ))}
          </ul>
        </Notice>
      )}
    </>
  );
}
