// People's hands: the same query without marks, with one wrong key, and with the keys of a typing method left over. Seeded.
import { fold } from "@/domain/kernel/text";

export type Dice = () => number;

/** mulberry32: the same numbers on every machine. */
export function dice(seed: number): Dice {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
export const pick = <T>(list: readonly T[], roll: Dice): T => list[Math.floor(roll() * list.length)] as T;

const rows = ["qwertyuiop", "asdfghjkl", "zxcvbnm"];
function neighbours(key: string): string[] {
  const row = rows.findIndex((r) => r.includes(key));
  const at = rows[row]?.indexOf(key) ?? -1;
  return [rows[row]?.[at - 1], rows[row]?.[at + 1], rows[row - 1]?.[at], rows[row + 1]?.[at]].filter(
    (k) => k !== undefined,
  );
}

/** One key beside the right one, missing, struck twice, or two changed over, in a word of three letters or more. */
export function oneSlip(text: string, roll: Dice): string {
  const words = text.split(" ");
  const at = pick(
    words
      .map((w, i) => [w, i] as const)
      .filter(([w]) => [...w].length >= 3)
      .map(([, i]) => i),
    roll,
  );
  const letters = [...(words[at] as string)];
  const i = 1 + Math.floor(roll() * (letters.length - 1));
  const kind = Math.floor(roll() * 4);
  const near = neighbours(fold(letters[i] as string));
  if (kind === 0 && near.length > 0) letters[i] = pick(near, roll);
  else if (kind === 1) letters.splice(i, 1);
  else if (kind === 2) letters.splice(i, 0, letters[i] as string);
  else [letters[i - 1], letters[i]] = [letters[i] as string, letters[i - 1] as string];
  words[at] = letters.join("");
  return words.join(" ");
}

const telexQuality: Record<string, (base: string) => string> = {
  "\u0302": (b) => b + b,
  "\u031b": (b) => `${b}w`,
  "\u0306": (b) => `${b}w`,
};
const telexTone: Record<string, string> = { "\u0301": "s", "\u0300": "f", "\u0309": "r", "\u0303": "x", "\u0323": "j" };
const vniDigit: Record<string, string> = {
  "\u0301": "1",
  "\u0300": "2",
  "\u0309": "3",
  "\u0303": "4",
  "\u0323": "5",
  "\u0302": "6",
  "\u031b": "7",
  "\u0306": "8",
};

/** The keys a Telex typist strikes, tone last: "điều" → "ddieeuf". */
export function telex(word: string): string {
  let tone = "";
  const keys: string[] = [];
  for (const sign of word.normalize("NFD")) {
    if (telexTone[sign]) tone = telexTone[sign];
    else if (telexQuality[sign]) keys.push(telexQuality[sign](keys.pop() ?? ""));
    else keys.push(sign === "đ" ? "dd" : sign);
  }
  return keys.join("").replace("uwow", "uow") + tone;
}

/** The keys a VNI typist strikes; the tone where it stands or at the end. */
export function vni(word: string, late: boolean): string {
  let end = "";
  const keys: string[] = [];
  for (const sign of word.normalize("NFD")) {
    const digit = vniDigit[sign];
    if (!digit) keys.push(sign === "đ" ? "d9" : sign);
    else if (late) end += digit;
    else keys.push(digit);
  }
  return keys.join("") + end.replace("77", "7");
}

/** Some or all marked words left as keys. */
export function leftovers(text: string, roll: Dice): string {
  const method = pick([telex, (w: string) => vni(w, false), (w: string) => vni(w, true)], roll);
  const all = roll() < 0.5;
  const words = text.split(" ");
  const marked = words.map((w, i) => [w, i] as const).filter(([w]) => fold(w) !== w);
  const one = marked.length > 0 ? pick(marked, roll)[1] : -1;
  return words.map((w, i) => (fold(w) !== w && (all || i === one) ? method(w) : w)).join(" ");
}
