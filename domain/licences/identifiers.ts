// How names, numbers, phones and websites are compared: one normal form each, for what sources print and what people type.
import { findPhoneNumbersInText, parsePhoneNumberFromString } from "libphonenumber-js";
import { parse as parseHost } from "tldts";
import { foldName } from "@/domain/kernel/text";
import type { Dossier } from "./dossier";
import { numberKey } from "./numbers";

export type IdentifierKind =
  "name" | "former_name" | "abbreviation" | "licence_no" | "tax_code" | "phone" | "website" | "email";
export type Identifier = { kind: IdentifierKind; value: string; key: string };

/** What the law calls a firm says nothing about which firm it is. Longer forms first. */
const companyForms =
  /\b(?:trach nhiem huu han|mot thanh vien|hai thanh vien|joint stock company|company limited|limited company|tong cong ty|cong ty|co phan|ctcp|cty|tnhh|mtv|jsc|ltd|inc|llc|corporation|company|corp|co|cp)\b/g;

export const nameKey = (text: string): string => foldName(text);
/** The name without company form; null where nothing would be left. */
export function nameCoreKey(text: string): string | null {
  const core = foldName(text).replace(companyForms, " ").replace(/\s+/g, " ").trim();
  return core.length >= 2 ? core : null;
}

/** Ten digits, or ten and a branch number of three. */
export function taxCodeKey(text: string): string | null {
  const compact = text.replace(/[\s.]/g, "");
  const match = /^(\d{10})(?:-?(\d{3}))?$/.exec(compact);
  return match ? [match[1], match[2]].filter(Boolean).join("-") : null;
}

/** Digits with the country code, Việt Nam where none is written. */
export function phoneKey(text: string): string | null {
  const parsed = parsePhoneNumberFromString(text.slice(0, 60), { defaultCountry: "VN", extract: false });
  return parsed?.isPossible() ? parsed.number.slice(1) : null;
}

/** Sources print several numbers in one cell, with words between them. */
export const phonesIn = (text: string): { value: string; key: string }[] =>
  text
    .slice(0, 1000)
    .split(/[;,/|\n]|\s[-–]\s/)
    .flatMap((part) =>
      findPhoneNumbersInText(part, "VN").map(({ startsAt, endsAt, number }) => ({
        value: part.slice(startsAt, endsAt),
        key: number.number.slice(1),
      })),
    );

/** Hosts where many share one domain: the page's own address tells them apart. */
const sharedHosts = new Set([
  "facebook.com",
  "fb.com",
  "zalo.me",
  "google.com",
  "youtube.com",
  "tiktok.com",
  "instagram.com",
  "linkedin.com",
]);
const mailHosts = new Set(["gmail.com", "yahoo.com", "yahoo.com.vn", "outlook.com", "hotmail.com", "icloud.com"]);

/** The registrable domain: https://www.abc.com.vn/x and abc.com.vn are one. */
export function websiteKey(text: string): string | null {
  const trimmed = text.trim();
  if (trimmed.length > 300 || /\s/.test(trimmed) || trimmed.includes("@")) return null;
  const host = parseHost(trimmed);
  if (!host.domain || (!host.isIcann && !host.isPrivate)) return null;
  if (!sharedHosts.has(host.domain)) return host.domain;
  const page = /^(?:https?:\/\/)?[^/]+\/([\w.-]+)/i.exec(trimmed)?.[1];
  return page ? `${host.domain}/${page.toLowerCase()}` : null;
}

export function emailKey(text: string): string | null {
  const trimmed = text.trim().toLowerCase();
  return trimmed.length <= 200 && /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(trimmed) ? trimmed : null;
}

const websiteOfEmail = (email: string): string | null => {
  const domain = websiteKey(email.split("@")[1] ?? "");
  return domain && !mailHosts.has(domain) ? domain : null;
};

type Identified = Pick<
  Dossier,
  "nameVi" | "nameEn" | "abbreviation" | "enterpriseCode" | "phone" | "website" | "email"
> & {
  licences: readonly { numberPrinted: string }[];
  formerNames?: readonly string[];
};

const namesAs = (kind: IdentifierKind, value: string): Identifier[] => {
  const core = nameCoreKey(value);
  const keys = new Set([nameKey(value), ...(core ? [core] : [])]);
  // "… và chuyên gia (SULECO)": the short name people know.
  const short = /\(([\p{Lu}\d][\p{Lu}\d .&-]{1,24})\)/u.exec(value)?.[1];
  return [
    ...[...keys].filter(Boolean).map((key) => ({ kind, value, key })),
    ...(short && kind === "name" ? [{ kind: "abbreviation" as const, value: short, key: nameKey(short) }] : []),
  ];
};

/** Everything the one box finds an agency by. */
export function identifiersOf(agency: Identified): Identifier[] {
  const found: Identifier[] = [
    ...[agency.nameVi, agency.nameEn].flatMap((name) => (name ? namesAs("name", name) : [])),
    ...(agency.formerNames ?? []).flatMap((name) => namesAs("former_name", name)),
    ...(agency.abbreviation ? namesAs("abbreviation", agency.abbreviation) : []),
    ...agency.licences.map(({ numberPrinted }) => ({
      kind: "licence_no" as const,
      value: numberPrinted,
      key: numberKey(numberPrinted),
    })),
  ];
  const add = (kind: IdentifierKind, value: string | null, key: string | null) =>
    value && key && found.push({ kind, value, key });
  add("tax_code", agency.enterpriseCode, agency.enterpriseCode && taxCodeKey(agency.enterpriseCode));
  for (const phone of agency.phone ? phonesIn(agency.phone) : []) add("phone", phone.value, phone.key);
  for (const site of agency.website?.split(/[\s;,]+/) ?? []) add("website", site, websiteKey(site));
  for (const email of agency.email?.split(/[\s;,]+/) ?? []) {
    add("email", email, emailKey(email));
    add("website", email, websiteOfEmail(email));
  }
  const unique = new Map(found.map((identifier) => [`${identifier.kind} ${identifier.key}`, identifier]));
  return [...unique.values()];
}
