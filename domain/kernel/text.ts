// Vietnamese text without its marks: the form in which people who type without diacritics are understood.

const marks = /[\u0300-\u036f]/g;

/** Lower case, no tone or vowel marks, đ as d, NFC in, single spaces: "Điều  dưỡng" → "dieu duong". */
export function fold(text: string): string {
  return text.normalize("NFD").replace(marks, "").replace(/[đĐ]/g, "d").toLowerCase().replace(/\s+/g, " ").trim();
}

/** Folded, and everything that is neither letter nor digit as one space: for comparing names. */
export const foldName = (text: string): string =>
  fold(text)
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();

/** An address of the site: "Thị trường Nhật Bản" → "thi-truong-nhat-ban". */
export const slugOf = (text: string): string =>
  foldName(text)
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");

/** What somebody typed, fit for every engine and for being shown again: NFC, one line, no control, direction or half characters, bounded. */
export const cleanText = (text: string, max: number): string =>
  [
    ...text
      .slice(0, max * 4)
      .normalize("NFC")
      .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}]+/gu, " ")
      .replace(/\s+/g, " ")
      .trim(),
  ]
    .slice(0, max)
    .join("")
    .trim();
