// What the rules found, in the language of the page.
import { useLocale, useTranslations } from "next-intl";
import { type FeeFinding, feeFindingFacts } from "@/domain/fees/rules";
import { type FeeWords, feeReason } from "./finding-text";

export const useFeeWords = (): FeeWords => useTranslations("fees") as unknown as FeeWords;

/** A finding of the line at hand: no need to name the line. */
export function useFeeReason() {
  const words = useFeeWords();
  const locale = useLocale();
  return (finding: FeeFinding): string => feeReason(words, locale, finding.condition, feeFindingFacts(finding, []));
}
