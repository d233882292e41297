// What the form offers to choose from, named in the language of the page.
import type { Locale } from "@/app/_http/addresses";
import { marketName, programmeName } from "@/components/markets/names";
import { marketOf, markets, occupations, programmes } from "@/domain/kernel/catalogue";
import type { AskedQuestion } from "./question";

/** Programmes no enterprise sends on. */
export const stateProgrammes = (market: string): string[] =>
  programmes
    .filter((one) => one.market === market && one.senders.length > 0 && !one.senders.includes("service_enterprise"))
    .map(({ code }) => code);

export function formChoices(locale: Locale, { job, currencies }: AskedQuestion) {
  const collator = new Intl.Collator(locale);
  const names = new Intl.DisplayNames(locale, { type: "currency" });
  const here = programmes.filter(({ market }) => market === marketOf(job.market)?.code);
  return {
    markets: markets
      .filter((one) => !one.foreignNoticesOnly)
      .map((one) => ({ value: one.code, label: marketName(locale, one.code) })),
    programmes: here.map((one) => ({ value: one.code, label: programmeName(locale, one.code) })),
    occupations: occupations
      .map((one) => ({ value: one.slug, label: locale === "vi" ? one.nameVi : one.nameEn }))
      .sort((a, b) => collator.compare(a.label, b.label)),
    currencies: currencies.map((code) => ({ value: code, label: `${code} – ${names.of(code) ?? code}` })),
    asksTraining: here.some((programme) => programme.tags.includes("SSW")),
  };
}
