// The sentences of job postings outside a request.
import compile from "icu-minify/compile";
import format from "icu-minify/format";
import type { Words } from "@/domain/opendata/rules";
import en from "@/messages/en/opendata.json";
import vi from "@/messages/vi/opendata.json";

const formatters = {
  getDateTimeFormat: (locale: string, options?: object) => new Intl.DateTimeFormat(locale, options),
  getNumberFormat: (locale: string, options?: object) => new Intl.NumberFormat(locale, options),
  getPluralRules: (locale: string, options?: object) => new Intl.PluralRules(locale, options),
};

export function wordsOf(locale: "vi" | "en"): Words {
  const sentences = (locale === "vi" ? vi : en).posting as Record<string, string>;
  return (key, values) => {
    const sentence = sentences[key];
    if (sentence === undefined) throw new Error(`no sentence ${key} in ${locale}`);
    return String(format(compile(sentence), locale, values as never, { formatters } as never));
  };
}
