import { useTranslations } from "next-intl";
import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { type Locale, address, alternates } from "@/app/_http/addresses";
import { kept } from "@/app/_http/kept-page";
import { localeOf } from "@/app/_http/shell";
import { today as todayOf } from "@/app/_http/today";
import { CheckForm } from "@/components/licences/check-form";
import { ErrorList } from "@/components/ui/field";
import { Page, Section } from "@/components/ui/page";
import { checkAgency } from "@/domain/licences/queries";
import { CheckAnswerView } from "./answer-view";
import { saidThatDay } from "./evidence";
import { questionOf } from "./question";

const examples = ["name", "abbreviation", "licence", "taxCode", "phone", "website"] as const;

export async function generateMetadata({ params, searchParams }: PageProps<"/[locale]/check">): Promise<Metadata> {
  const locale = localeOf((await params).locale);
  const t = await getTranslations({ locale, namespace: "check" });
  const { q } = questionOf(await searchParams, todayOf());
  return {
    title: q ? t("titleOf", { q: q.slice(0, 60) }) : t("title"),
    description: t("lead"),
    alternates: alternates(locale, "check"),
    robots: q ? { index: false, follow: true } : undefined,
  };
}

export default async function Check({ params, searchParams }: PageProps<"/[locale]/check">) {
  const locale = localeOf((await params).locale);
  setRequestLocale(locale);
  const question = questionOf(await searchParams, todayOf());
  return kept("check", [locale, question], () => answerTo(locale, question));
}

async function answerTo(locale: Locale, question: ReturnType<typeof questionOf>) {
  const today = todayOf();
  const t = await getTranslations("check");
  const shell = await getTranslations("shell");
  const dayError = question.dayIsWrong ? t("form.dayWrong") : question.dayIsFuture ? t("form.dayFuture") : undefined;
  const answer = question.q && !dayError ? await checkAgency(question.q, { on: question.on }) : null;
  const [only, ...others] = answer?.matches ?? [];
  const said = only && others.length === 0 ? await saidThatDay({ match: only, today, locale }) : null;
  return (
    <Page
      title={t("title")}
      lead={question.q ? undefined : t("lead")}
      breadcrumb={[{ href: address(locale, "home"), label: shell("home") }]}
    >
      {dayError && <ErrorList errors={[{ field: "on-day", message: dayError }]} />}
      <div className="space-y-4">
        <CheckForm action={address(locale, "check")} q={question.q} day={question.asked} dayError={dayError} />
        <p className="no-print">
          <a href={address(locale, "contact")} className="inline-flex min-h-11 items-center font-medium">
            {t("contact")}
          </a>
        </p>
      </div>
      {answer && answer.answer !== "empty" ? (
        <CheckAnswerView answer={answer} q={question.q} today={today} locale={locale} said={said} />
      ) : (
        !dayError && <HowTo locale={locale} nothing={answer !== null} />
      )}
    </Page>
  );
}

/** Nothing asked yet, or nothing that could be a name or a number. */
function HowTo({ locale, nothing }: { locale: "vi" | "en"; nothing: boolean }) {
  const t = useTranslations("check.howTo");
  return (
    <>
      {nothing && <p role="status">{t("nothing")}</p>}
      <Section title={t("title")} lead={t("lead")}>
        <ul className="divide-y divide-line border-y border-line">
          {examples.map((key) => (
            <li key={key} className="py-2 sm:grid sm:grid-cols-[12rem_1fr] sm:gap-4">
              <span className="text-muted">{t(`${key}.label`)}</span>{" "}
              <a
                href={address(locale, "check", null, { q: t(`${key}.example`) })}
                className="inline-flex min-h-11 items-center break-words sm:min-h-0"
              >
                {t(`${key}.example`)}
              </a>
            </li>
          ))}
        </ul>
      </Section>
      <Section title={t("numbersTitle")}>
        <div className="max-w-measure space-y-3">
          <p>{t("overseas")}</p>
          <p>{t("domestic")}</p>
        </div>
      </Section>
    </>
  );
}
