// What a Vietnamese syllable can look like, and what Telex or VNI keys left undecoded in a text would have written.
import { fold } from "@/domain/kernel/text";
import { canonical } from "./tone";

const nuclei =
  "a ă â e ê i o ô ơ u ư y ai ao au ay âu ây eo êu ia iê iu oa oă oe oi ôi ơi oo ua uâ uă uê ui uô uơ uy ưa ưi ươ ưu yê iêu yêu oai oao oay oeo uây uôi uya uyê uyu ươi ươu".split(
    " ",
  );
const nucleus = [...new Set([...nuclei, ...nuclei.map(fold)])].join("|");
const syllable = new RegExp(
  `^(ngh|ng|nh|gh|gi|kh|ph|th|tr|ch|qu|[bcdđghklmnpqrstvx])?(${nucleus})(ng|nh|ch|[cmnpt])?$`,
);
const toneMarks = /[\u0300\u0301\u0303\u0309\u0323]/g;

/** Could it be a Vietnamese syllable by its shape? Marks of tone do not matter here. */
export const isSyllable = (word: string): boolean =>
  syllable.test(word.normalize("NFD").replace(toneMarks, "").normalize("NFC")) && !/^[fjwz]/.test(word);

const telexTone: Readonly<Record<string, string>> = { s: "\u0301", f: "\u0300", r: "\u0309", x: "\u0303", j: "\u0323" };
const vniTone: Readonly<Record<string, string>> = { 1: "\u0301", 2: "\u0300", 3: "\u0309", 4: "\u0303", 5: "\u0323" };

/** The vowel that carries the tone, by the older rule. */
function withTone(word: string, tone: string): string {
  if (!tone) return word;
  const parts = /^(gi(?=[aeiouyăâêôơư])|qu|[^aeiouyăâêôơư]*)([aeiouyăâêôơư]+)(.*)$/.exec(word);
  if (!parts) return word;
  const [, onset = "", nucleus = "", coda = ""] = parts;
  const marked = nucleus.search(/[ăâêôơư](?![ơ])/);
  const plain = nucleus.length === 1 ? 0 : nucleus.length === 3 || coda ? Math.min(1, nucleus.length - 1) : 0;
  const at = marked >= 0 ? marked : plain;
  return (onset + nucleus.slice(0, at + 1) + tone + nucleus.slice(at + 1) + coda).normalize("NFC");
}

/** "dieeuf" → "diều", "dduwcs" → "đức", "nhaatj" → "nhật"; keys count wherever in the word they were struck. */
export function decodeTelex(word: string): string | null {
  if (!/^[a-zđăâêôơư]+$/.test(word)) return null;
  let tone = "";
  let tones = 0;
  const vowelAt = word.search(/[aeiouyăâêôơư]/);
  if (vowelAt < 0 && !/^[a-z]*w/.test(word)) return null;
  const head = word.slice(0, vowelAt + 1);
  const tail = [...word.slice(vowelAt + 1)]
    .filter((c) => (telexTone[c] ? ((tone = telexTone[c]), (tones += 1), false) : true))
    .join("");
  if (tones > 1) return null;
  let text = (head + tail).replace(/^dd/, "đ");
  for (const [vowel, hat] of [
    ["a", "â"],
    ["e", "ê"],
    ["o", "ô"],
  ] as const) {
    text = text.replace(new RegExp(`${vowel}(.*?)${vowel}`), `${hat}$1`);
  }
  if (/^d.*d$/.test(text)) text = `đ${text.slice(1, -1)}`;
  if (text.includes("w")) text = hook(text);
  return tone || text !== head + tail ? canonical(withTone(text, tone)) : null;
}

/** Telex w: uo takes two horns, u and o one, a the breve. */
function hook(text: string): string {
  const bare = text.replaceAll("w", "");
  if (/u[oơ]/.test(bare)) return bare.replace(/u[oơ]/, "ươ");
  if (/[uo]/.test(bare) && !/^qu[^o]*$/.test(bare))
    return bare.replace(/[uo](?!.*[uo])/, (c) => (c === "u" ? "ư" : "ơ"));
  return bare.replace("a", "ă");
}

/** "d9ie62u" → "điều", "han2" → "hàn", "duong74" → "dương" with its tone; "n3", "a2" and "e7" are no words of this kind. */
export function decodeVni(word: string): string | null {
  if (!/^[a-z][a-z1-9]*$/.test(word) || !/[1-9]/.test(word)) return null;
  const digits = word.replace(/[a-z]/g, "");
  let text = word.replace(/[1-9]/g, "");
  if (digits.length > 3 || (text.length < 2 && !/^[aeiouy][678][1-5]?$/.test(word))) return null;
  let tone = "";
  for (const digit of digits) {
    if (vniTone[digit]) tone = vniTone[digit];
    else if (digit === "9") text = text.replace("d", "đ");
    else if (digit === "6") text = text.replace(/[aeo](?!.*[aeo])/, (c) => ({ a: "â", e: "ê", o: "ô" })[c] as string);
    else if (digit === "7")
      text = /uo/.test(text)
        ? text.replace("uo", "ươ")
        : text.replace(/[uo](?!.*[uo])/, (c) => (c === "u" ? "ư" : "ơ"));
    else if (digit === "8") text = text.replace("a", "ă");
  }
  const decoded = canonical(withTone(text, tone));
  return fold(decoded) === decoded ? null : decoded;
}

/** How many key presses of the word were marks: two or more make a leftover of a word nobody has heard of believable. */
export const leftoverWeight = (typed: string, decoded: string): number => typed.length - fold(decoded).length;

const onsets: readonly [RegExp, string][] = [
  [/^tr/, "ch"],
  [/^s/, "x"],
  [/^(gi|r)(?=[aeiouy])/, "d"],
  [/^v(?=[aeiouy])/, "d"],
  [/^l(?=[aeiouy])/, "n"],
  [/^gi$/, "di"],
];

/** How it sounds where tr and ch, s and x, d gi and r, l and n, final n and ng, t and c, i and y are one. Takes a folded word. */
export function soundOf(word: string): string {
  const start = onsets.reduce((text, [from, to]) => (from.test(text) ? text.replace(from, to) : text), word);
  return start.replace(/ng$/, "n").replace(/c$/, "t").replace(/ch$/, "t").replace(/nh$/, "n").replace(/y/g, "i");
}
