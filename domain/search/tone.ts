// Marks kept as plain letters: the engine folds "hàn" and "hạn" to "han", so marks a reader typed travel in tokens of their own.
import { fold } from "@/domain/kernel/text";

/** Combining marks by the digit that VNI gives them; đ is d9. */
const digitOfMark: Readonly<Record<string, string>> = {
  "\u0301": "1",
  "\u0300": "2",
  "\u0309": "3",
  "\u0303": "4",
  "\u0323": "5",
  "\u0302": "6",
  "\u031b": "7",
  "\u0306": "8",
};
const isTone = (digit: string): boolean => digit >= "1" && digit <= "5";

/** Words of a text, lower case, NFC; everything that is neither letter nor digit parts them. */
export const wordsOf = (text: string): string[] =>
  text
    .normalize("NFC")
    .toLowerCase()
    .match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];

type Letter = { base: string; quality: string };

/** A word taken apart: its letters with their quality marks, its one tone, and where the tone was written. */
function dismantle(word: string): { letters: Letter[]; tone: string; at: number } {
  const letters: Letter[] = [];
  let tone = "";
  let at = -1;
  for (const sign of word.normalize("NFD").toLowerCase()) {
    const digit = digitOfMark[sign];
    const last = letters.at(-1);
    if (sign === "đ") letters.push({ base: "d", quality: "9" });
    else if (!digit) letters.push({ base: sign, quality: "" });
    else if (isTone(digit)) [tone, at] = [digit, letters.length - 1];
    else if (last) last.quality += digit;
  }
  return { letters, tone, at };
}

/** Where the older spelling puts the tone of a word that ends in oa, oe or uy: hòa for hoà, thủy for thuỷ. */
function tonePlace(letters: Letter[], at: number): number {
  const [before, first, second] = [letters.at(-3)?.base, letters.at(-2), letters.at(-1)];
  if (!first || !second || first.quality || second.quality || at !== letters.length - 1) return at;
  const pair = first.base + second.base;
  return pair === "oa" || pair === "oe" || (pair === "uy" && before !== "q") ? at - 1 : at;
}

export const hasMarks = (text: string): boolean =>
  fold(text) !== text.normalize("NFC").toLowerCase().replace(/\s+/g, " ").trim();

/** "hàn" → "zha2n", "điều" → "zd9ie62u", "hoà" and "hòa" → "zho2a"; a word without marks stays as it is. */
export function toneToken(word: string): string {
  const { letters, tone, at } = dismantle(word);
  if (!tone && letters.every((l) => !l.quality)) return word.toLowerCase();
  const place = tonePlace(letters, at);
  return `z${letters.map((l, i) => l.base + l.quality + (i === place ? tone : "")).join("")}`;
}

/** The one written form that two spellings of the same word share: "hoà" → "hòa". Compare with it, show with it. */
export function canonical(word: string): string {
  const { letters, tone, at } = dismantle(word);
  const place = tonePlace(letters, at);
  const signs = Object.entries(digitOfMark);
  const mark = (digit: string): string => signs.find(([, d]) => d === digit)?.[0] ?? "";
  const text = letters.map(
    (l, i) => (l.quality === "9" ? "đ" : l.base + [...l.quality].map(mark).join("")) + (i === place ? mark(tone) : ""),
  );
  return text.join("").normalize("NFC");
}

/** The tone field of a document: every word once, marked words as tokens, the others as they are. */
export const toneField = (...texts: readonly (string | null)[]): string =>
  [...new Set(texts.flatMap((text) => wordsOf(text ?? "").map(toneToken)))].join(" ");
