// Countries, programmes and trades a query names. Longest phrase first; a phrase with several readings keeps them all.
import { markets, occupations, occupationOf, programmeOf, marketOf } from "@/domain/kernel/catalogue";
import { fold } from "@/domain/kernel/text";
import { canonical, hasMarks, wordsOf } from "./tone";
import { markedSynonyms } from "./vocabulary";
import {
  hintWords,
  marketGroupWords,
  marketWords,
  programmeWords,
  shortNames,
  tradeGroupWords,
  type Hint,
} from "./words";

export type EntityKind = "market" | "programme" | "occupation";
export type Reading = { kind: EntityKind; codes: readonly string[] };
export type Entity = {
  /** First word and the one after the last, in the words the entities were looked for in. */
  span: readonly [number, number];
  /** As typed. */
  text: string;
  /** For a chip: the name when there is one code, else the phrase as it is written. */
  label: string;
  /** More than one when the phrase may mean things of different kinds ("hàn": the trade or the country): an OR. */
  readings: readonly Reading[];
};

type Phrase = { written: Set<string>; readings: Map<EntityKind, Set<string>> };
/** By folded words. */
const phrases = new Map<string, Phrase>();
/** Single words by their written form: "đức" is not "đúc". */
const written = new Map<string, Phrase>();
let longest = 1;

function add(text: string, kind: EntityKind, codes: readonly string[]): void {
  const words = wordsOf(text).map(canonical);
  if (words.length === 0) return;
  note(phrases, words.map(fold).join(" "), words.join(" "), kind, codes);
  if (words.length === 1) note(written, words.join(" "), words.join(" "), kind, codes);
  longest = Math.max(longest, words.length);
}

function note(list: Map<string, Phrase>, key: string, form: string, kind: EntityKind, codes: readonly string[]): void {
  const phrase = list.get(key) ?? { written: new Set<string>(), readings: new Map<EntityKind, Set<string>>() };
  phrase.written.add(form);
  phrase.readings.set(kind, new Set([...(phrase.readings.get(kind) ?? []), ...codes]));
  list.set(key, phrase);
}

for (const o of occupations) {
  for (const text of [
    o.nameVi,
    ...o.nameVi.split(/[,()]/),
    o.nameEn,
    ...markedSynonyms(o.synonyms),
    ...Object.values(o.local),
  ])
    add(text, "occupation", [o.slug]);
}
for (const [code, words] of Object.entries(marketWords)) words.forEach((w) => add(w, "market", [code]));
for (const m of markets)
  if (m.code !== "XS") [m.nameVi, m.shortVi, m.nameEn].forEach((w) => add(w, "market", [m.code]));
for (const [words, codes] of marketGroupWords) add(words, "market", codes);
for (const [words, codes] of programmeWords) add(words, "programme", codes);
for (const [words, { industries = [], occupations: slugs = [] }] of tradeGroupWords) {
  add(words, "occupation", [
    ...slugs,
    ...occupations.filter((o) => industries.includes(o.industry)).map((o) => o.slug),
  ]);
}
// listed as words of a trade; the programme is what they name
for (const word of ["e8", "e10", "epa", "eps"]) phrases.get(word)?.readings.delete("occupation");

/** A single word must agree in its marks; bare, it must be long enough to be nothing else, or be listed. */
function meant(words: readonly string[]): Phrase | undefined {
  const [word = ""] = words;
  if (words.length > 1) return phraseAt(words);
  if (hasMarks(word)) return written.get(word);
  return word.length >= 4 || shortNames.has(word) ? phraseAt(words) : undefined;
}

/** A word that names something all by itself, marks apart: what a lone slip of the key may be mended to. */
export const namesAlone = (plain: string): boolean => plain.length >= 4 && phrases.has(plain);

function labelOf(phrase: Phrase, readings: readonly Reading[]): string {
  const [only] = readings;
  const form = [...phrase.written].sort((a, b) => Number(hasMarks(b)) - Number(hasMarks(a)))[0] ?? "";
  const [code = ""] = only?.codes ?? [];
  if (shortNames.has(form)) return form.toUpperCase();
  if (readings.length > 1 || only?.codes.length !== 1) return capital(form);
  if (only.kind === "market") return marketOf(code)?.shortVi ?? capital(form);
  if (only.kind === "programme") return programmeOf(code)?.nameVi ?? capital(form);
  if (only.kind === "occupation") return occupationOf(code)?.nameVi ?? capital(form);
  return capital(form);
}
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const readingsOf = (phrase: Phrase): Reading[] =>
  [...phrase.readings].map(([kind, codes]) => ({ kind, codes: [...codes] }));
const phraseAt = (words: readonly string[]): Phrase | undefined => phrases.get(words.map(fold).join(" "));

function entity(
  words: readonly string[],
  start: number,
  length: number,
  phrase: Phrase,
  readings = readingsOf(phrase),
): Entity {
  return {
    span: [start, start + length],
    text: words.slice(start, start + length).join(" "),
    label: labelOf(phrase, readings),
    readings,
  };
}

/** "e7 đóng tàu": a trade phrase that begins with a programme names both. */
function programmeFirst(
  words: readonly string[],
  start: number,
  length: number,
  whole: readonly string[],
): Entity[] | null {
  const head = phraseAt(words.slice(start, start + 1));
  const tail = phraseAt(words.slice(start + 1, start + length));
  const codes = head?.readings.get("programme");
  const trades = tail?.readings.get("occupation");
  if (length < 2 || !head || !tail || !codes || !trades) return null;
  return [
    entity(words, start, 1, head, [{ kind: "programme", codes: [...codes] }]),
    entity(words, start + 1, length - 1, tail, [{ kind: "occupation", codes: [...new Set([...trades, ...whole])] }]),
  ];
}

/**
 * Trade phrases that end in a country ("điều dưỡng đức") or a programme name both: the trade as the phrase and its head
 * mean it, and the country. Only where the head is a phrase itself: "thợ hàn" stays one trade.
 */
function parted(words: readonly string[], start: number, length: number, phrase: Phrase): Entity[] {
  const whole = [...(phrase.readings.get("occupation") ?? [])];
  for (let tail = Math.min(2, length - 1); tail > 0 && whole.length > 0; tail -= 1) {
    const cut = length - tail;
    const head = phraseAt(words.slice(start, start + cut));
    const end = phraseAt(words.slice(start + cut, start + length));
    const place = end && readingsOf(end).find((r) => r.kind === "market" || r.kind === "programme");
    const trades = head?.readings.get("occupation");
    if (!end || !place || (!trades && place.kind === "market")) continue;
    const slugs = [...new Set([...(trades ?? []), ...whole])];
    return [
      entity(words, start, cut, head ?? phrase, [{ kind: "occupation", codes: slugs }]),
      entity(words, start + cut, tail, end, [place]),
    ];
  }
  return programmeFirst(words, start, length, whole) ?? [entity(words, start, length, phrase)];
}

/** Countries with short names typed bare ("uc", "duc", "my"): believed only as the last word, after a trade or a programme. */
function shortCountry(words: readonly string[], found: readonly Entity[]): Entity[] {
  const at = words.length - 1;
  const word = words[at];
  const before = found.find((e) => e.span[1] === at);
  const phrase = word && !hasMarks(word) && word.length < 4 ? phraseAt([word]) : undefined;
  if (!before || !phrase?.readings.has("market") || before.readings.some((r) => r.kind === "market")) return [];
  return [entity(words, at, 1, phrase)];
}

/** What the words name, left to right, without overlaps. */
export function findEntities(words: readonly string[]): Entity[] {
  const taken = words.map(() => false);
  const found: Entity[] = [];
  for (let length = Math.min(longest, words.length); length > 0; length -= 1) {
    for (let start = 0; start + length <= words.length; start += 1) {
      if (taken.slice(start, start + length).some(Boolean)) continue;
      const span = words.slice(start, start + length);
      const phrase = meant(span);
      if (!phrase) continue;
      taken.fill(true, start, start + length);
      found.push(...parted(words, start, length, phrase));
    }
  }
  if (!taken.at(-1)) found.push(...shortCountry(words, found));
  return found.sort((a, b) => a.span[0] - b.span[0]);
}

/** Words of the query that no entity covers. */
export const restOf = (words: readonly string[], entities: readonly Entity[]): string[] =>
  words.filter((_, i) => !entities.some((e) => i >= e.span[0] && i < e.span[1]));

const hints = hintWords
  .map(([words, hint]) => ({ words: wordsOf(words).map(canonical), hint }))
  .sort((a, b) => b.words.length - a.words.length);

export type HintFound = { span: readonly [number, number]; text: string; hint: Hint };

/** Wishes a query states ("không cần tiếng"), to be offered as filters. A single word must be written with its marks. */
export function findHints(words: readonly string[]): HintFound[] {
  const found: HintFound[] = [];
  for (let start = 0; start < words.length; start += 1) {
    const match = hints.find(({ words: wanted }) =>
      wanted.every((part, k) => saysSame(words[start + k], part, wanted.length)),
    );
    if (!match) continue;
    const end = start + match.words.length;
    found.push({ span: [start, end], text: words.slice(start, end).join(" "), hint: match.hint });
    start = end - 1;
  }
  return found;
}
const saysSame = (typed: string | undefined, wanted: string, length: number): boolean =>
  typed !== undefined && (hasMarks(typed) || length === 1 ? typed === wanted : typed === fold(wanted));

const tailOf = (phrase: string, kind: EntityKind): readonly string[] => {
  const words = wordsOf(phrase).map(canonical);
  const known = phraseAt(words);
  if (!known?.readings.has("occupation")) return [];
  return parted(words, 0, words.length, known).flatMap((e) =>
    e.readings.flatMap((r) => (r.kind === kind ? r.codes : [])),
  );
};

/** Countries that a phrase of a trade names at its end: "điều dưỡng đức" is not said of an order for Japan. */
export const countriesIn = (phrase: string): readonly string[] => tailOf(phrase, "market");
/** Programmes likewise: "kaigo tokutei". */
export const programmesIn = (phrase: string): readonly string[] => tailOf(phrase, "programme");
