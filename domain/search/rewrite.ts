// A query as its author meant it: keys left over from a typing method decoded, regional spellings and slips mended, empty words dropped.
import { cleanText, fold } from "@/domain/kernel/text";
import { findEntities, findHints, namesAlone, type Entity, type HintFound } from "./entities";
import { decodeTelex, decodeVni, isSyllable, leftoverWeight } from "./syllables";
import { canonical, hasMarks, wordsOf } from "./tone";
import {
  isKnownMarked,
  isKnownPair,
  isKnownPlain,
  isSaidPair,
  isTradePair,
  pairsSounding,
  slipsOf,
  writtenPair,
} from "./vocabulary";
import { fillerPhrases } from "./words";

export type Rewritten = {
  /** Words for the engine and the database, without marks. */
  plain: string;
  /** The same words with the marks that were typed or decoded. */
  marked: string;
  /** Did the reader type marks that are worth honouring? */
  hadMarks: boolean;
  /** Countries, programmes and trades named, by position in the words of `marked`. */
  entities: readonly Entity[];
  /** Wishes stated ("cho nữ", "miễn phí"): filters to offer. Their words are not searched for unless nothing else was said. */
  hints: readonly HintFound[];
  /** The words the trade knows, for when all of them together find nothing; all of them when none is known. */
  core: string;
  /** What was mended, for "showing results for …": never set for dropped filler. */
  changed?: { from: string; to: string };
};

export const maxQueryLength = 200;
const maxWords = 24;

/** One word, its keys decoded when the result is known and what was typed is not. */
function decoded(word: string): string {
  const plain = fold(word);
  if (isKnownPlain(plain) && (word !== plain || !/[0-9]/.test(word))) return word;
  for (const candidate of [decodeTelex(word), decodeVni(word)]) {
    if (!candidate || candidate === word) continue;
    if (isKnownMarked(candidate)) return candidate;
    // "dieeuf": the stroke of the đ is missing, but the word is plain to see; nobody's word is spelt with two leftovers by chance
    if (isKnownPlain(fold(candidate)) && isSyllable(candidate) && leftoverWeight(word, candidate) > 1) return candidate;
    if (isSyllable(candidate) && !isSyllable(word) && leftoverWeight(word, candidate) > 1) return candidate;
  }
  return word;
}

/** The pair as it is written, when only its spelling by ear is unknown; "tho hang" → "thợ hàn". */
function mendedPair(first: string, second: string): [string, string] | null {
  if (isSaidPair(first, second)) return null;
  const alikes = pairsSounding(first, second);
  if (alikes.length !== 1) return null;
  const [a = "", b = ""] = (writtenPair(...((alikes[0] as string).split(" ") as [string, string])) ?? "").split(" ");
  return [mendedWord(first, a), mendedWord(second, b)];
}

/** The repaired word, with marks only where the reader typed marks at all or the letters changed. */
const mendedWord = (typed: string, right: string): string =>
  fold(typed) === fold(right) ? typed : hasMarks(typed) ? right : fold(right);

/** A key struck twice: "thựực", "màii". */
const undoubled = (plain: string): string | undefined => {
  const single = plain.replace(/(.)\1/, "$1");
  return single !== plain && single.length > 1 && isKnownPlain(single) ? single : undefined;
};

/** Of the words one slip away, the one that its neighbours expect. */
function mendedSlip(words: readonly string[], i: number): string | null {
  const word = words[i] as string;
  const plain = fold(word);
  const known = hasMarks(word) ? isKnownMarked(word) || isSyllable(word) : isKnownPlain(plain);
  if (plain.length < 2 || /\d/.test(plain)) return null;
  const [before, after] = [words[i - 1], words[i + 1]];
  const fits = (candidate: string): number =>
    (before !== undefined && isSaidPair(before, candidate) ? 1 : 0) +
    (after !== undefined && isSaidPair(candidate, after) ? 1 : 0);
  if (known && (!hasMarks(word) || isKnownMarked(word) || fits(plain) > 0)) return null;
  const scored = slipsOf(plain)
    .map((candidate) => ({ candidate, score: fits(candidate) }))
    .filter((s) => s.candidate !== plain);
  const best = Math.max(0, ...scored.map((s) => s.score));
  const found = scored.filter((s) => s.score === best);
  if (best > 0) return found.length === 1 ? (found[0]?.candidate ?? null) : null;
  if (known) return null;
  const alone = found.filter((s) => namesAlone(s.candidate)); // anything looser would bend the names of companies
  return (
    undoubled(plain) ??
    (plain.length >= 3 && !isSyllable(plain) && alone.length === 1 ? (alone[0]?.candidate ?? null) : null)
  );
}

/** Words repaired in place; the last one is left alone while it is being typed. */
function mended(typed: readonly string[], open: number): string[] {
  const end = typed.length - open;
  const words = typed.map((w, i) => (i < end ? decoded(w) : w));
  for (let i = 0; i + 1 < end; i += 1) {
    const pair = mendedPair(words[i] as string, words[i + 1] as string);
    const inOtherPair = i > 0 && isKnownPair(words[i - 1] as string, words[i] as string);
    const inNextPair = i + 2 < words.length && isKnownPair(words[i + 1] as string, words[i + 2] as string);
    if (pair && !inOtherPair && !inNextPair) [words[i], words[i + 1]] = pair;
  }
  for (let i = 0; i < end; i += 1) words[i] = mendedSlip(words, i) ?? (words[i] as string);
  // marks of a decoded pair are made those of the pair that is written so: "diều dưỡng" → "điều dưỡng"
  for (let i = 0; i + 1 < end; i += 1) {
    const [first, second] = [words[i] as string, words[i + 1] as string];
    if (first === typed[i] && second === typed[i + 1]) continue;
    if (!hasMarks(first) && !hasMarks(second)) continue;
    const [a = first, b = second] = (writtenPair(first, second) ?? "").split(" ").filter(Boolean);
    if (first !== typed[i] && !isKnownMarked(first)) words[i] = a;
    if (second !== typed[i + 1] && !isKnownMarked(second)) words[i + 1] = b;
  }
  return words;
}

const fillers = fillerPhrases.map((phrase) => wordsOf(phrase).map(canonical)).sort((a, b) => b.length - a.length);
/** Marked words are compared with their marks: "ở" goes, "ô" stays. */
const sameWord = (typed: string, filler: string): boolean =>
  hasMarks(typed) ? canonical(typed) === filler : fold(filler) === typed;

/** Which words carry the query; all of them when none would be left. */
function kept(
  words: readonly string[],
  entities: readonly Entity[],
  hints: readonly HintFound[],
  open: number,
): boolean[] {
  const keep = words.map((_, i) => !hints.some((h) => i >= h.span[0] && i < h.span[1]));
  const named = words.map((_, i) => entities.some((e) => i >= e.span[0] && i < e.span[1]));
  for (let i = 0; i < words.length - open;) {
    const filler = fillers.find(
      (f) =>
        i + f.length <= words.length - open &&
        f.every((part, k) => !named[i + k] && sameWord(words[i + k] as string, part)),
    );
    const [before, after] = [words[i - 1], words[i + 1]];
    const bound =
      filler?.length === 1 &&
      ((before &&
        keep[i - 1] &&
        (!named[i - 1] || (words[i] as string).length > 2) &&
        isTradePair(before, words[i] as string)) ||
        (after && isTradePair(words[i] as string, after)));
    if (filler && !bound) keep.fill(false, i, i + filler.length);
    i += filler?.length ?? 1;
  }
  return keep.some(Boolean) ? keep : words.map(() => true);
}

/** Names first: the engine gives up words from the end. */
function coreOf(words: readonly string[], entities: readonly Entity[]): string {
  const named = words.map((_, i) => entities.some((e) => i >= e.span[0] && i < e.span[1]));
  const names = words.filter((_, i) => named[i]).map(fold);
  const known = words
    .filter((_, i) => !named[i])
    .map(fold)
    .filter(isKnownPlain);
  return [...names, ...known].join(" ") || words.map(fold).join(" ");
}

/** Rewrites a query. `typing`: the last word may be unfinished and is left as it is. */
export function rewrite(text: string, { typing = false }: { typing?: boolean } = {}): Rewritten {
  const clean = cleanText(text, maxQueryLength);
  const typed = wordsOf(clean).slice(0, maxWords).map(canonical);
  const open = typing && typed.length > 0 && !/\s$/.test(text) ? 1 : 0;
  const words = mended(typed, open);
  const whole = words.slice(0, words.length - open);
  const hints = findHints(whole);
  const keep = kept(words, findEntities(whole), hints, open);
  const left = words.filter((_, i) => keep[i]);
  const entities = findEntities(left.slice(0, left.length - open));
  const from = typed.join(" ");
  const to = words.join(" ");
  return {
    plain: left.map(fold).join(" "),
    marked: left.join(" "),
    hadMarks: left.some(hasMarks),
    entities,
    core: coreOf(left, entities),
    hints,
    ...(fold(from) === fold(to) ? {} : { changed: { from: clean, to } }),
  };
}
