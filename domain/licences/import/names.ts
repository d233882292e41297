// Whether two sets of names can be one firm's.
import { nameCoreKey, nameKey } from "../identifiers";

type Names = { nameVi: string | null; nameEn: string | null; abbreviation: string | null };

/** Share of three-letter pieces in common, as the database's own similarity counts. */
export function likeness(a: string, b: string): number {
  const piecesOf = (word: string) => Array.from({ length: word.length + 1 }, (_, i) => `  ${word} `.slice(i, i + 3));
  const pieces = (text: string) => new Set(text.split(" ").flatMap(piecesOf));
  const [x, y] = [pieces(a), pieces(b)];
  const common = [...x].filter((piece) => y.has(piece)).length;
  return common / (x.size + y.size - common || 1);
}

const keysOf = ({ nameVi, nameEn, abbreviation }: Names): string[] =>
  [nameVi, nameEn, abbreviation].flatMap((name) => (name ? [nameCoreKey(name) ?? nameKey(name)] : []));
const within = (part: string, whole: string): boolean => part.length > 3 && ` ${whole} `.includes(` ${part} `);

/** Missing names agree with everything. */
export function namesAgree(a: Names, b: Names): boolean {
  const [left, right] = [keysOf(a), keysOf(b)];
  if (left.length === 0 || right.length === 0) return true;
  return left.some((x) => right.some((y) => x === y || within(x, y) || within(y, x) || likeness(x, y) > 0.6));
}
