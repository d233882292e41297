// What somebody typed, pasted or scanned, as a code is written. Small Latin letters become capitals; nothing else is mended, so that an
// altered letter stays altered.

const most = 200;

/** The code in an address of ours, in a message, or alone; "" when nothing was given. Longer than any code: cut, and so not one. */
export function codeIn(text: string): string {
  const [, after] = /\/(?:ma|codes)\/([^?#\s]+)/i.exec(text.slice(0, 2_000)) ?? [];
  return decoded(after ?? text.slice(0, 2_000))
    .replace(/[ \t\r\n\u00a0]+/g, "")
    .replace(/[a-z]/g, (letter) => letter.toUpperCase())
    .slice(0, most);
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** DE-000123: an order's own reference, which proves nothing by itself. */
export const isReference = (code: string): boolean => /^[A-Z]{2}-\d{1,9}$/.test(code);

/** In groups that a finger can follow on paper. */
export const inGroups = (code: string): string => code.match(/.{1,5}/g)?.join(" ") ?? "";
