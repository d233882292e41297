// The parts of the page that wait for something: the answer, what was left out, what is wrong.
import { getTranslations } from "next-intl/server";
import { address, type Locale } from "@/app/_http/addresses";
import { today as todayOf } from "@/app/_http/today";
import { AskedAnswer } from "@/components/fees/asked-answer";
import { Notice } from "@/components/ui/status";
import { latestRates } from "@/domain/fees/queries";
import { againstPublished, askedQuestionOf, askedSums, askedVerdicts } from "@/domain/fees/rules";
import { type AskedBody, maxAskedLines } from "@/domain/fees/schema";
import { stateProgrammes } from "./choices";
import type { PublishedOrder } from "./published";
import type { AskedQuestion } from "./question";

type AskedWords = Awaited<ReturnType<typeof getTranslations<"asked">>>;

/** "Khoản 2, Bao nhiêu: …": the fields of the job first, then line by line. */
export function problemsIn(t: AskedWords, errors: Record<string, string>) {
  const place = (field: string) => Number(field.split("-")[1] ?? 0);
  return Object.entries(errors)
    .sort(([a], [b]) => place(a) - place(b))
    .map(([field, error]) => {
      const label = t(`form.${field.split("-")[0]}` as "form.market");
      const at = place(field) > 0 ? `${t("form.line", { n: place(field) })}, ${label}` : label;
      return { field, message: `${at}: ${error}` };
    });
}

export async function answerTo(locale: Locale, body: AskedBody, order: PublishedOrder | null) {
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
export async function notes(locale: Locale, question: AskedQuestion, said: string, order: PublishedOrder | null) {
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
