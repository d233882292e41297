// What somebody pastes from an advert or a message, as contacts: telephone, Zalo, Facebook, website, e-mail, bank account, or a name. One
// normal form each, so that the same contact is the same however it is written, and tricks with letters are undone and told.
import { domainToASCII } from "node:url";
import { findPhoneNumbersInText, parsePhoneNumberFromString } from "libphonenumber-js";
import { parse as parseHost } from "tldts";
import { cleanText, fold, foldName } from "@/domain/kernel/text";
import { websiteKey } from "@/domain/licences/rules";
import { otherAlphabet, plainLetters } from "./likeness";

export const contactKinds = ["phone", "zalo", "facebook", "website", "email", "bank", "name"] as const;
export type ContactKind = (typeof contactKinds)[number];
export type Contact = {
  kind: ContactKind;
  /** As shown to people. */
  value: string;
  /** Compared: two contacts are one when their keys are equal. A telephone and its Zalo are one. */
  key: string;
  /** The same text could also be these: an account number may be a telephone number. */
  also: readonly string[];
  /** Letters of other alphabets, or signs nobody sees, stood in what was typed. */
  disguised: boolean;
};
export type ContactsFound = { contacts: Contact[]; disguised: boolean; text: string };

const longest = 2_000;
const most = 10;

/** Signs nobody sees, inside words: taken out, never read as a space. */
const unseen = /\p{Cf}|\p{Default_Ignorable_Code_Point}/gu;

/** Text as it can be read: unseen signs out, wide and mathematical letters plain, "[.]" and "(chấm)" as a point. */
function readable(raw: string): { text: string; disguised: boolean } {
  const cut = raw.slice(0, longest * 2);
  const seen = cut.replace(unseen, "");
  const inWords = /[\p{L}\p{N}.][\u200B-\u200F\u2060-\u2064\u00AD\uFEFF\u3164]+[\p{L}\p{N}.]/u.test(cut);
  const text = cleanText(seen.normalize("NFKC"), longest).replace(
    /\s?[[({]\s?(?:\.|dot|chấm|cham)\s?[\])}]\s?/giu,
    ".",
  );
  return { text, disguised: inWords };
}

const contact = (kind: ContactKind, value: string, key: string, also: string[] = [], disguised = false): Contact => ({
  ...{ kind, value: value.slice(0, 200), key: key.slice(0, 200), also, disguised },
});

/** People write O for 0 and l for 1 so that filters do not see a number. */
const digitsOf = (text: string): string =>
  text.replace(/[oO](?=[\d\s.-]*\d)/g, "0").replace(/[lI](?=[\d\s.-]*\d)/g, "1");

function phoneContact(text: string, kind: "phone" | "zalo" = "phone"): Contact | null {
  const number = parsePhoneNumberFromString(digitsOf(text).slice(0, 40), { defaultCountry: "VN", extract: false });
  if (!number?.isValid()) return null;
  return contact(
    kind,
    number.country === "VN" ? number.formatNational() : number.formatInternational(),
    `tel:${number.number.slice(1)}`,
  );
}

const address = /^(?:https?:\/\/)?([^/?#\s]+)([^\s]*)$/i;

function facebookContact(host: string, rest: string): Contact | null {
  if (!/(^|\.)(facebook\.com|fb\.com|fb\.me|m\.me|fb\.watch)$/.test(host)) return null;
  const id = /[?&]id=(\d+)/.exec(rest)?.[1];
  const path = rest.split(/[?#]/)[0]?.replace(/^\/+|\/+$/g, "") ?? "";
  const [first = "", second = "", third = ""] = path.split("/").map((part) => part.toLowerCase());
  const page =
    id && /^(profile\.php|story\.php|permalink\.php|people)/.test(first)
      ? id
      : first === "groups" && second
        ? `groups/${second}`
        : first === "people" && third
          ? third
          : first === "pages" || first === "pg" || first === "p"
            ? (/(\d{6,})$/.exec(third || second)?.[1] ?? (third || second))
            : first;
  if (
    !page ||
    /^(sharer|share|watch|reel|photo|photo\.php|marketplace|login|help|events|story\.php|hashtag)/.test(page)
  )
    return null;
  // Points in a page's name mean nothing to Facebook.
  const key = page.startsWith("groups/") ? page : page.replace(/\./g, "");
  return contact("facebook", `facebook.com/${page}`, `fb:${key}`);
}

function zaloContact(host: string, rest: string): Contact | null {
  if (!/(^|\.)(zalo\.me|zaloapp\.com|chat\.zalo\.me)$/.test(host)) return null;
  const [first = "", second = ""] = (rest.split(/[?#]/)[0] ?? "").replace(/^\/+/, "").split("/");
  const group = first.toLowerCase() === "g" && second;
  if (group) return contact("zalo", `zalo.me/g/${second}`, `zalo:g/${second.toLowerCase()}`);
  if (!first) return null;
  return phoneContact(first, "zalo") ?? contact("zalo", `zalo.me/${first}`, `zalo:${first.toLowerCase()}`);
}

/** abc.vn written with a Cyrillic а is another site than abc.vn, and is told as disguised. */
function websiteContact(host: string, rest: string): Contact | null {
  const ascii = domainToASCII(host);
  if (!ascii) return null;
  const disguised = ascii !== host && otherAlphabet.test(host);
  const key = websiteKey(`${ascii}${rest}`);
  if (!key) return null;
  const shown = disguised ? `${host} (${ascii})` : key.includes("/") ? key : (parseHost(host).domain ?? host);
  return contact(
    "website",
    shown,
    `web:${key}`,
    disguised ? [`like:${websiteKey(plainLetters(host)) ?? ""}`] : [],
    disguised,
  );
}

const looksLikeAddress = (token: string): boolean =>
  /^https?:\/\//i.test(token) || (/\p{L}/u.test(token) && /^[^\s@/]+\.[^\s@/]{2,}/u.test(token));

function linkContact(token: string): Contact | null {
  const [, authority = "", rest = ""] = address.exec(token) ?? [];
  // What stands before an @ is not the site: https://agency.vn@elsewhere.example goes elsewhere.
  const host = (authority.split("@").at(-1) ?? "").replace(/:\d+$/, "").replace(/\.$/, "").toLowerCase();
  if (!host) return null;
  const plain = plainLetters(host);
  const known = facebookContact(plain, rest) ?? zaloContact(plain, rest);
  if (known && plain === host) return known;
  const parsed = parseHost(host);
  if (!parsed.domain || (!parsed.isIcann && !/^https?:/i.test(token) && !parsed.isPrivate)) return null;
  return websiteContact(host, rest);
}

function emailContact(token: string): Contact | null {
  if (/^https?:/i.test(token)) return null;
  const [, local = "", host = ""] =
    /^(?:mailto:)?([^\s@<>()]+)@([^\s@<>()]+\.[^\s@<>()]{2,})$/i.exec(token.toLowerCase()) ?? [];
  const ascii = domainToASCII(host);
  if (!local || !ascii || token.length > 200) return null;
  const mailbox = local.split("+")[0] ?? local;
  const own = /^(gmail|googlemail)\.com$/.test(ascii)
    ? `${mailbox.replace(/\./g, "")}@gmail.com`
    : `${mailbox}@${ascii}`;
  return contact("email", `${local}@${host}`, `mail:${own}`, [], ascii !== host && otherAlphabet.test(host));
}

const bankWords = "stk|so tai khoan|tai khoan|account|acc|so tk|tk ngan hang|tknh|tk";
const banks =
  /\b(vcb|vietcombank|techcombank|tcb|bidv|agribank|vietinbank|ctg|mb ?bank|mbb?|acb|vpbank|tpbank|sacombank|stb|hdbank|vib|shb|ocb|msb|seabank|eximbank|lpbank|momo|vi ?momo|napas|vbsp|scb|bac a bank|abbank|nam a bank)\b/;

/** An account number: named as one, or beside the name of a bank. */
function bankContacts(text: string): { found: Contact[]; rest: string } {
  const folded = fold(text);
  // Folding keeps one letter for one in NFC Vietnamese text; where it does not, nothing is cut out.
  const same = folded.length === text.length;
  const found: Contact[] = [];
  let rest = text;
  const named = new RegExp(`\\b(?:${bankWords})\\b[^\\d\\n]{0,24}((?:\\d[\\s.-]?){6,19})`, "g");
  const beside = banks.test(folded) ? /(?<![\d+.])((?:\d[ .-]?){8,19})(?![\d])/g : null;
  for (const pattern of [named, beside])
    for (const match of pattern ? folded.matchAll(pattern) : []) {
      const digits = (match[1] ?? "").replace(/\D/g, "");
      if (digits.length < 6 || digits.length > 19) continue;
      if (found.some(({ key }) => key === `bank:${digits}`)) continue;
      // A telephone number beside a bank's name is an account only where no other number stands there.
      if (pattern === beside && phoneContact(digits) && (found.length > 0 || !isLoneNumber(folded))) continue;
      found.push(bankContact(digits));
      if (same) rest = rest.replace(text.slice(match.index, match.index + match[0].length), " ");
    }
  return { found, rest };
}

const isLoneNumber = (folded: string): boolean => (folded.match(/\d{6,}/g) ?? []).length === 1;
function bankContact(digits: string): Contact {
  const phone = phoneContact(digits);
  return contact("bank", digits, `bank:${digits}`, phone ? [phone.key] : []);
}

const without = (text: string, parts: readonly { startsAt: number; endsAt: number }[]): string =>
  parts.reduceRight((left, { startsAt, endsAt }) => `${left.slice(0, startsAt)} ${left.slice(endsAt)}`, text);

function numbersIn(text: string): Contact[] {
  const said = digitsOf(text);
  const phones = findPhoneNumbersInText(said, "VN").map(({ startsAt, endsAt, number }) => ({
    ...{ startsAt, endsAt },
    found: phoneContact(number.number),
  }));
  const valid = phones.filter((one) => one.found !== null);
  const accounts = [...without(said, valid).matchAll(/(?<![\d/])((?:\d[ .-]?){8,19})(?![\d/])/g)].map((match) =>
    bankContact((match[1] ?? "").replace(/\D/g, "")),
  );
  // Ten digits may be a telephone number and an account at once: asked for as both.
  const both = valid.flatMap(({ found }) => {
    const mobile = /^tel:84([35789]\d{8})$/.exec(found?.key ?? "")?.[1];
    return found ? [{ ...found, also: mobile ? [`bank:0${mobile}`] : [] }] : [];
  });
  return [...both, ...accounts];
}

/** A person's or a firm's name: letters, few words, no sentence. */
export function nameContact(text: string): Contact | null {
  const clean = cleanText(text.replace(unseen, ""), 120);
  const key = foldName(clean);
  if ((key.match(/\p{L}/gu) ?? []).length < 2 || key.split(" ").length > 14) return null;
  return contact("name", clean, `name:${key}`);
}

/** Every contact in a text, in the order of how sure they are; a text without any is a name, where it can be one. */
export function contactsIn(raw: string): ContactsFound {
  const { text, disguised } = readable(raw);
  const found: Contact[] = [];
  const words: string[] = [];
  for (const token of text.split(/[\s,;|<>"']+/)) {
    const bare = token.replace(/^[([{]+|[)\]}.!?:]+$/g, "");
    const one = emailContact(bare) ?? (looksLikeAddress(bare) ? linkContact(bare) : null);
    if (one) found.push(one);
    else words.push(token);
  }
  const { found: accounts, rest } = bankContacts(words.join(" "));
  found.push(...accounts, ...numbersIn(rest));
  if (found.length === 0) {
    const name = text.length <= 120 ? nameContact(text) : null;
    if (name) found.push(name);
  }
  const unique = new Map(found.map((one) => [one.key, one] as const));
  return {
    text,
    disguised: disguised || found.some((one) => one.disguised),
    contacts: [...unique.values()].slice(0, most).map((one) => ({ ...one, disguised: one.disguised || disguised })),
  };
}

/** Nobody is named in public because somebody else reported her. */
export const isPublicKind = (kind: string): boolean => kind !== "name";
