// Which licence a number names, however it is typed: 37/LĐTBXH-GP, 37 ldtbxh gp and 37/LDTBXH are one.
import { fold } from "@/domain/kernel/text";
import type { LicenceFamily } from "./dossier";

/** As printed on licences seen (law.md §2); the style used since 2025 was not found, so letters are not fixed. */
export const printedLicenceNumber = /^\d{1,5}(\/\d{4})?\/[A-ZĐ0-9]+-GP$/;

export type LicenceNumber = { key: string; family: LicenceFamily; wellFormed: boolean };

const typed =
  /^(?:so\s+)?(?:giay phep|gp|gpkd)?\s*(?:so)?\s*[:.]?\s*0*(\d{1,5})(?:\s*[/.\s-]\s*((?:19|20)\d{2}))?(\s*[/.\s-]*\s*)([a-z]{2,14})(?:\s*[/.\s-]?\s*(gp[a-z]{0,3}))?$/;

/** …/SLĐTBXH-GP is a provincial employment-service licence: not a licence to send anybody abroad. */
function familyOf(issuer: string): LicenceFamily {
  if (/^s(l?dtbxh|nv)/.test(issuer)) return "employment_service";
  return issuer.endsWith("ldtbxh") ? "overseas" : "other";
}

/** Null where the text does not look like a licence number. The key leaves out "-GP" and the accents. */
export function licenceNumber(text: string): LicenceNumber | null {
  const match = typed.exec(fold(text.slice(0, 80)));
  if (!match) return null;
  const [, number = "", year, separator = "", letters = "", suffix] = match;
  const issuer = letters.replace(/gp(gh)?$/, "");
  const certain = issuer.includes("tbxh") || Boolean(suffix) || separator.includes("/");
  if (!certain || issuer.length < 2) return null;
  return {
    key: [number, year, issuer].filter(Boolean).join("/"),
    family: familyOf(issuer),
    wellFormed: printedLicenceNumber.test(text.trim().toUpperCase()),
  };
}

/** The key of a number as printed; text that is no licence number keeps its folded letters and digits. */
export const numberKey = (text: string): string => licenceNumber(text)?.key ?? fold(text).replace(/[^a-z0-9/]+/g, "");
