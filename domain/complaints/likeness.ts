// Sites made to be taken for others: letters of other alphabets, one letter off, a word added to a firm's own name.
import { fold } from "@/domain/kernel/text";

/** Cyrillic, Greek and mathematical letters drawn like Latin ones. NFKC has already undone the wide and the mathematical. */
const lookAlikes: Readonly<Record<string, string>> = Object.fromEntries(
  [
    "аa",
    "еe",
    "оo",
    "рp",
    "сc",
    "уy",
    "хx",
    "ѕs",
    "іi",
    "јj",
    "ԁd",
    "ɡg",
    "һh",
    "ԛq",
    "ԝw",
    "ьb",
    "кk",
    "мm",
    "тt",
    "вb",
    "нh",
  ]
    .concat(["οo", "αa", "νv", "ρp", "τt", "υu", "ιi", "κk", "χx", "ɑa", "ⅼl", "ıi", "ӏl", "ոn", "օo", "սu"])
    .map((pair) => [...pair] as [string, string]),
);
export const otherAlphabet = /[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}ɡɑı]/u;
export const plainLetters = (text: string): string =>
  [...text].map((letter) => lookAlikes[letter] ?? lookAlikes[letter.toLowerCase()] ?? letter).join("");

/** How a site's own name looks to the eye: without points and strokes, rn as m, 0 as o, 1 as l, other alphabets as ours. */
export function eyeForm(site: string): string {
  const label = plainLetters(site.split("/")[0]?.toLowerCase() ?? "").replace(
    /\.(com|net|org|edu|gov|info|biz|co)?(\.[a-z]{2,})$|\.[a-z]{2,}$/,
    "",
  );
  return fold(label)
    .replace(/[-.]/g, "")
    .replace(/rn/g, "m")
    .replace(/vv/g, "w")
    .replace(/0/g, "o")
    .replace(/[1|]/g, "l")
    .replace(/5/g, "s");
}

/** Single slips between two words: a letter more, less or other, two neighbours exchanged. Stops counting above `limit`. */
export function slipsBetween(a: string, b: string, limit = 3): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let [before, row] = [[] as number[], Array.from({ length: b.length + 1 }, (_, i) => i)];
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let cost = Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        cost = Math.min(cost, (before[j - 2] ?? 0) + 1);
      next.push(cost);
    }
    [before, row] = [row, next];
  }
  return row[b.length] ?? limit + 1;
}

/** Words put beside a firm's name to make a site of one's own. */
const added = /(tuyendung|xuatkhaulaodong|xkld|vieclam|laodong|duhoc|jobs?|career|official|online|group)/g;

/** Made to be taken for the other: the same to the eye, one slip away, or the other's name with a word added. */
export function imitates(site: string, genuine: string): boolean {
  if (site === genuine) return false;
  const [one, other] = [eyeForm(site), eyeForm(genuine)];
  if (other.length < 4 || one.length < 4) return false;
  if (one === other) return true;
  const bare = one.replace(added, "");
  if (bare.length >= 6 && bare !== one && bare === other.replace(added, "")) return true;
  const allowed = other.length >= 10 ? 2 : other.length >= 6 ? 1 : 0;
  return slipsBetween(one, other, 2) <= allowed || (other.length >= 6 && one.includes(other));
}
