// Why a condition of publication fails, in the same words on the order's page, in a row's verdict and in a refusal.
import { type FeeWords, feeFindingSentence, minimumSentence } from "@/components/fees/finding-text";

export type Finding = { name: string; params?: Readonly<Record<string, string | number>> };
type Words = FeeWords;

/** `words` speak orders.findings, `fees` speak fees; a name without words is shown as it is. */
export function findingSentence(words: Words, fees: Words, locale: string, code: string, finding: Finding): string {
  const { name, params = {} } = finding;
  if (code === "P9" && fees.has(`finding.${name}`)) return feeFindingSentence(fees, locale, name, params);
  if (code === "P8" && fees.has(`minimum.${name}`)) return minimumSentence(fees, locale, name, params);
  return words.has(name) ? words(name, params) : name;
}
