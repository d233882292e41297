// From a person and what she may be to the actor she is; how addresses are written; which passwords are refused. No clock, no database.
import { parsePhoneNumberFromString } from "libphonenumber-js";
import type { Actor } from "@/domain/kernel/actor";
import { fold } from "@/domain/kernel/text";
import { isCommonPassword } from "./common-passwords";
import type { Identifier, MembershipView, OfficeKind, Role } from "./schema";

const agencyRoles = {
  agency_owner: "owner",
  agency_recruiter: "recruiter",
  branch_recruiter: "branch_recruiter",
} as const;

/** The actor of a membership; a membership that lacks its body is no right at all. */
export function actorOf(user: { id: string; name: string }, membership: MembershipView | null): Actor {
  const { id, name } = user;
  const person: Actor = { kind: "person", id, name };
  if (!membership) return person;
  const { role, agencyId, branchId, office } = membership;
  if (role === "operator") return { kind: "operator", id, name };
  if (role === "agency_owner" || role === "agency_recruiter" || role === "branch_recruiter")
    return agencyId === null ? person : { kind: "agency_staff", id, name, agencyId, role: agencyRoles[role], branchId };
  if (!office) return person;
  const { id: officeId, province, commune } = office;
  if (role !== "officer") return { kind: role, id, name, officeId, province };
  const level = office.level as "ministry" | "province" | "commune";
  return { kind: "officer", id, name, officeId, level, province, commune };
}

/** What staff of each kind of office are. */
export const roleAt: Readonly<Record<OfficeKind, Role>> = {
  authority: "officer",
  job_centre: "centre_clerk",
  training_body: "training_staff",
  bank: "bank_clerk",
  audit: "auditor",
};

const mail =
  /^[a-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)+$/;

/** An e-mail address in small letters; null for anything that is none, above all for what would be more than one line of a letter's head. */
export function readEmail(said: string): string | null {
  const text = said.normalize("NFC").trim().toLowerCase();
  return text.length <= 254 && mail.test(text) && !text.includes("..") && !/^\.|\.@/.test(text) ? text : null;
}

/** +84…; what is typed without a country is Việt Nam's. */
export function readPhone(said: string): string | null {
  if (said.length > 40 || !/^[\d\s().+-]+$/.test(said) || /[\r\n]/.test(said)) return null;
  const number = parsePhoneNumberFromString(said, "VN");
  return number?.isValid() && !number.ext ? number.number : null;
}

/** What somebody calls herself when she signs in: e-mail or telephone, in the form in which it is kept. */
export function readIdentifier(said: string): Identifier | null {
  if (said.includes("@")) {
    const email = readEmail(said);
    return email ? { kind: "email", value: email } : null;
  }
  const phone = readPhone(said.trim());
  return phone ? { kind: "phone", value: phone } : null;
}

export const passwordLength = { least: 10, most: 200 } as const;
export type PasswordFault = "passwordTooShort" | "passwordTooLong" | "passwordCommon" | "passwordPersonal";
const plain = (text: string): string => fold(text).replace(/[^\p{L}\p{N}]+/gu, "");

/** Length, not what everybody chooses, and not herself; nothing about capitals, digits or signs. Null: good. */
export function passwordFault(
  password: string,
  about: { name?: string | null; email?: string | null; phone?: string | null },
): PasswordFault | null {
  const length = [...password.normalize("NFKC")].length;
  if (length < passwordLength.least) return "passwordTooShort";
  if (length > passwordLength.most) return "passwordTooLong";
  const folded = plain(password);
  const national = about.phone ? about.phone.replace(/^\+84/, "").replace(/\D/g, "") : "";
  const own = [
    plain(about.name ?? ""),
    ...(about.name ?? "").split(/\s+/).map(plain),
    plain(about.email?.split("@")[0] ?? ""),
    plain(about.email?.split("@")[1]?.split(".")[0] ?? ""),
    national,
  ];
  if (own.some((part) => part.length >= 4 && folded.includes(part))) return "passwordPersonal";
  return isCommonPassword(folded) ? "passwordCommon" : null;
}

const browsers = [
  [/Zalo/i, "Zalo"],
  [/FBA[NV]/, "Facebook"],
  [/coc_coc/i, "Cốc Cốc"],
  [/Edg/, "Edge"],
  [/OPR|Opera/, "Opera"],
  [/SamsungBrowser/, "Samsung Internet"],
  [/Firefox|FxiOS/, "Firefox"],
  [/Chrome|CriOS/, "Chrome"],
  [/Safari/, "Safari"],
] as const;
const systems = [
  [/Android/, "Android"],
  [/iPhone|iPad|iOS/, "iOS"],
  [/Windows/, "Windows"],
  [/Mac OS X|Macintosh/, "macOS"],
  [/CrOS/, "ChromeOS"],
  [/Linux/, "Linux"],
] as const;

/** Browser and system in two words, so that she knows the device again; nothing that would tell one person's from another's. */
export function deviceWords(agent: string): string {
  const of = (list: readonly (readonly [RegExp, string])[]) => list.find(([pattern]) => pattern.test(agent))?.[1];
  return [of(browsers), of(systems)].filter(Boolean).join(", ");
}

/** Only the site's own pages: what follows a sign-in must never lead elsewhere. */
export function localPath(said: string | null | undefined): string | null {
  if (!said || said.length > 2_000 || !/^\/(?![/\\])[^\\\p{Cc}]*$/u.test(said)) return null;
  const base = "http://here.invalid";
  if (!URL.canParse(said, base)) return null;
  const url = new URL(said, base);
  // The path itself may begin with two slashes once it is read: /.//elsewhere.example.
  return url.origin === base && !url.pathname.startsWith("//") ? url.pathname + url.search + url.hash : null;
}
