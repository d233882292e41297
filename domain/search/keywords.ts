// Every way people write an order's trade, country, programme and language, put into the order when it is indexed, so that nothing need be guessed when it is sought.
import { marketOf, occupationOf, programmeOf, slang } from "@/domain/kernel/catalogue";
import { fold } from "@/domain/kernel/text";
import { countriesIn, programmesIn } from "./entities";
import { toneField, wordsOf } from "./tone";
import { markedSynonyms } from "./vocabulary";
import { marketGroupWords, marketWords, programmeWords, tradeGroupWords } from "./words";

export type Described = {
  occupation: string;
  market: string;
  programme: string;
  region: string | null;
  language?: string | null;
  languageLevel?: string | null;
  /** 0 none … 6; null unknown. */
  languageOrdinal?: number | null;
};

const languageNames: Readonly<Record<string, readonly string[]>> = {
  ja: ["tiếng nhật", "japanese"],
  ko: ["tiếng hàn", "korean"],
  de: ["tiếng đức", "german"],
  zh: ["tiếng trung", "tiếng hoa", "chinese"],
  en: ["tiếng anh", "english"],
};

function occupationPhrases(slug: string, market: string, programme: string): string[] {
  const o = occupationOf(slug);
  if (!o) return [];
  const said = slang.filter((s) => s.maps_to === slug).flatMap((s) => s.said.split(",").map((w) => w.trim()));
  const groups = tradeGroupWords
    .filter(([, g]) => g.occupations?.includes(slug) || g.industries?.includes(o.industry))
    .map(([words]) => words);
  const elsewhere = (phrase: string): boolean => {
    const [countries, ways] = [countriesIn(phrase), programmesIn(phrase)];
    return (countries.length > 0 && !countries.includes(market)) || (ways.length > 0 && !ways.includes(programme));
  };
  return [
    o.nameVi,
    ...markedSynonyms(o.synonyms).filter((s) => !elsewhere(s)),
    ...said,
    o.nameEn,
    ...Object.values(o.local),
    ...groups,
  ];
}

const marketPhrases = (code: string): string[] => [
  ...(marketWords[code] ?? []),
  ...[marketOf(code)?.nameVi, marketOf(code)?.nameEn].filter((n) => n !== undefined),
  ...marketGroupWords.filter(([, codes]) => codes.includes(code)).map(([words]) => words),
];

function programmePhrases(code: string): string[] {
  const p = programmeOf(code);
  if (!p) return [];
  return [
    p.nameVi,
    p.nameEn,
    ...(p.localName ? [p.localName] : []),
    ...programmeWords.filter(([, codes]) => codes.includes(code)).map(([words]) => words),
  ];
}

function languagePhrases({ language, languageLevel, languageOrdinal }: Described): string[] {
  if (languageOrdinal === 0) return ["không cần tiếng", "không yêu cầu tiếng", "không cần ngoại ngữ"];
  const names = languageNames[language ?? ""] ?? [];
  return languageLevel ? [languageLevel, ...names.map((name) => `${name} ${languageLevel}`)] : [...names];
}

/** "hàn xì" → "hanxi", as typed in a hurry and in hashtags. */
const closed = (phrase: string): string[] => {
  const words = wordsOf(phrase).map(fold);
  const joined = words.join("");
  return words.length > 1 && words.length < 5 && joined.length <= 16 && /^[a-z0-9]+$/.test(joined) ? [joined] : [];
};

type Keywords = { keywords: string; tone: string };
const kept = new Map<string, Keywords>();

/** The keywords of an order, and their tone tokens. The same description gives the same object: importing 100,000 orders makes a few hundred. */
export function keywordsOf(order: Described): Keywords {
  const key = [
    order.occupation,
    order.market,
    order.programme,
    order.region,
    order.language,
    order.languageLevel,
    order.languageOrdinal,
  ].join("|");
  const known = kept.get(key);
  if (known) return known;
  const phrases = [
    ...occupationPhrases(order.occupation, order.market, order.programme),
    ...marketPhrases(order.market),
    ...programmePhrases(order.programme),
    ...languagePhrases(order),
    ...(order.region ? [order.region] : []),
  ];
  const unique = [...new Set([...phrases, ...phrases.flatMap(closed)].map((phrase) => phrase.toLowerCase()))];
  const made = { keywords: unique.join(", "), tone: toneField(...phrases) };
  if (kept.size >= 5_000) kept.clear();
  kept.set(key, made);
  return made;
}
