// The words and word pairs that orders are made of: what rewriting may decode to, and what it must leave alone.
import { languageTests, markets, occupations, programmes, slang } from "@/domain/kernel/catalogue";
import { fold } from "@/domain/kernel/text";
import marketsFile from "@/prisma/reference/markets.json";
import { soundOf } from "./syllables";
import { canonical, wordsOf } from "./tone";
import {
  everydayWords,
  fillerPhrases,
  hintWords,
  marketGroupWords,
  marketWords,
  programmeWords,
  tradeGroupWords,
} from "./words";

const oneLine = (...lists: readonly (readonly string[])[]): string[] => lists.flat();

/** Synonyms are listed with and without marks; the bare twin of a marked one says nothing new. */
export function markedSynonyms(synonyms: readonly string[]): string[] {
  const marked = new Set(synonyms.filter((s) => fold(s) !== s).map(fold));
  return synonyms.filter((s) => fold(s) !== s || !marked.has(s));
}

/** Phrases whose words belong together: a filler word inside one is no filler ("giúp việc", "ống nước"). */
const trades: string[] = [
  ...oneLine(...occupations.map((o) => [...o.nameVi.split(/[,()]/), ...markedSynonyms(o.synonyms), o.nameEn])),
  ...tradeGroupWords.map(([words]) => words),
  ...slang.filter((s) => !s.maps_to.startsWith("(")).flatMap((s) => s.said.split(",")),
].map((p) => p.trim());

const phrases: string[] = [
  ...oneLine(...Object.values(marketWords)),
  ...markets.flatMap((m) => [m.nameVi, m.shortVi, m.nameEn]),
  ...marketGroupWords.map(([words]) => words),
  ...programmes.flatMap((p) => [...p.nameVi.split(/[,()]/), ...p.nameEn.split(/[,()]/)]),
  ...programmeWords.map(([words]) => words),
  ...hintWords.map(([words]) => words),
  ...marketsFile.reference.provinces_2025.items.flatMap((p) => [p.name, ...p.former]),
  ...languageTests.map((t) => t.test),
].map((p) => p.trim());

/** Folded word → its written forms, the commonest first. */
const forms = new Map<string, Map<string, number>>();
/** Folded pair → its written form. */
const pairs = new Map<string, string>();
/** Pairs within the name of a trade. */
const tradePairs = new Set<string>();
/** Sound of a pair → the folded pairs that sound so. */
const soundAlikes = new Map<string, Set<string>>();

function learnWord(word: string): void {
  const plain = fold(word);
  const known = forms.get(plain) ?? new Map<string, number>();
  known.set(word, (known.get(word) ?? 0) + 1);
  forms.set(plain, known);
}

export const soundOfPair = (first: string, second: string): string => `${soundOf(first)} ${soundOf(second)}`;

function learn(phrase: string, ofTrade: boolean): void {
  const words = wordsOf(phrase).map(canonical);
  words.forEach(learnWord);
  for (let i = 0; i + 1 < words.length; i += 1) {
    const [first, second] = [words[i] as string, words[i + 1] as string];
    const plain = `${fold(first)} ${fold(second)}`;
    const marked = `${first} ${second}`;
    if (ofTrade) tradePairs.add(marked).add(plain);
    if (!pairs.has(plain) || pairs.get(plain) === plain) pairs.set(plain, marked);
    const sound = soundOfPair(fold(first), fold(second));
    soundAlikes.set(sound, (soundAlikes.get(sound) ?? new Set()).add(plain));
  }
}
trades.forEach((phrase) => learn(phrase, true));
phrases.forEach((phrase) => learn(phrase, false));
everydayWords.split(" ").map(canonical).forEach(learnWord);

/** Pairs said around an order: they help to mend a slip and bind nothing. */
const saidPairs = new Set<string>();
const around = [...fillerPhrases, ...slang.filter((s) => s.maps_to.startsWith("(")).flatMap((s) => s.said.split(","))];
for (const words of around.map((f) => wordsOf(f).map(canonical))) {
  words.forEach(learnWord);
  words.slice(1).forEach((second, i) => saidPairs.add(`${fold(words[i] as string)} ${fold(second)}`));
}

/** Known in any spelling of its marks. */
export const isKnownPlain = (plain: string): boolean => forms.has(plain);
/** Known with just these marks. */
export const isKnownMarked = (word: string): boolean => forms.get(fold(word))?.has(canonical(word)) ?? false;
export const isKnownPair = (first: string, second: string): boolean => pairs.has(`${fold(first)} ${fold(second)}`);
/** Known, or said around orders ("tìm việc"). */
export const isSaidPair = (first: string, second: string): boolean =>
  isKnownPair(first, second) || saidPairs.has(`${fold(first)} ${fold(second)}`);
/** Two words of a trade's name, with their marks where any were typed: "làm đóng" is not Lâm Đồng. */
export const isTradePair = (first: string, second: string): boolean =>
  tradePairs.has(`${canonical(first)} ${canonical(second)}`);
/** How the pair is written, if it is one we know: "dieu duong" → "điều dưỡng". */
export const writtenPair = (first: string, second: string): string | undefined =>
  pairs.get(`${fold(first)} ${fold(second)}`);
/** Known pairs that sound like this one. */
export const pairsSounding = (first: string, second: string): readonly string[] => [
  ...(soundAlikes.get(soundOfPair(fold(first), fold(second))) ?? []),
];

/** Folded words by length, for finding the one a slip of a key came from. */
const byLength = new Map<number, string[]>();
for (const plain of forms.keys()) byLength.set(plain.length, [...(byLength.get(plain.length) ?? []), plain]);

/** Known words one slip away: a key wrong, missing, doubled or two changed places. */
export const slipsOf = (plain: string): string[] =>
  [plain.length - 1, plain.length, plain.length + 1].flatMap((length) =>
    (byLength.get(length) ?? []).filter((known) => isOneSlip(plain, known)),
  );

function isOneSlip(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  let i = 0;
  while (i < short.length && short[i] === long[i]) i += 1;
  if (short.length < long.length) return short.slice(i) === long.slice(i + 1);
  if (short.slice(i + 1) === long.slice(i + 1)) return i < short.length;
  return short[i] === long[i + 1] && short[i + 1] === long[i] && short.slice(i + 2) === long.slice(i + 2);
}
