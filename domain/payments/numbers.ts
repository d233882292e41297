// Numbers people copy by hand: no letter that looks like a digit, and two check digits that catch a slip before anybody is asked.

/** Without I, L, O and U. */
export const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const body = 6;

/** Signs as digits of base 36, modulo a prime: every single slip and every two signs exchanged change it. */
function checkOf(text: string): string {
  let rest = 0;
  for (const sign of text) rest = (rest * 36 + Number.parseInt(sign, 36)) % 97;
  return String(rest).padStart(2, "0");
}

export type Drawn = (below: number) => number;
const drawnSigns = (length: number, draw: Drawn): string =>
  Array.from({ length }, () => alphabet[draw(alphabet.length)]).join("");

/** BN-2026-7K3M9Q41: a receipt. SO-…: a book of payments. PA-…: a report. */
export type NumberKind = "BN" | "SO" | "PA";
export function numberOf(kind: NumberKind, year: string, draw: Drawn): string {
  const signs = drawnSigns(body, draw);
  return `${kind}-${year}-${signs}${checkOf(year + signs)}`;
}

/** 40 random bits, typed in two groups. */
export function verificationCode(draw: Drawn): string {
  const signs = drawnSigns(8, draw);
  return `${signs.slice(0, 4)}-${signs.slice(4)}`;
}

const plain = (text: string): string => text.toUpperCase().replace(/[^0-9A-Z]/g, "");
const asDrawn = (text: string): string => text.replace(/O/g, "0").replace(/[IL]/g, "1");

/** As typed by anybody (no dashes, small letters, O for 0); null: not a number of ours, whatever is stored. */
export const readReceiptNumber = (text: string): string | null => readNumber("BN", text);
export function readNumber(kind: NumberKind, text: string): string | null {
  const signs = asDrawn(plain(text.slice(0, 60)).replace(new RegExp(`^${kind}`), ""));
  const match = new RegExp(`^(\\d{4})([${alphabet}]{${body}})(\\d{2})$`).exec(signs);
  if (!match) return null;
  const [, year = "", drawn = "", check = ""] = match;
  return checkOf(year + drawn) === check ? `${kind}-${year}-${drawn}${check}` : null;
}

export function readCode(text: string): string | null {
  const signs = asDrawn(plain(text.slice(0, 60)));
  return new RegExp(`^[${alphabet}]{8}$`).test(signs) ? `${signs.slice(0, 4)}-${signs.slice(4)}` : null;
}

/** Exactly as printed: books are reached by links, never by typing. */
export const isBookReference = (text: string): boolean =>
  new RegExp(`^SO-\\d{4}-[${alphabet}]{${body}}\\d{2}$`).test(text);
/** 256 bits, base64url. */
export const isLinkToken = (text: string): boolean => /^[\w-]{43}$/.test(text);
