// What the text in the one box may be: a licence number, a tax code, a phone, a website, an e-mail address, a name, or several of these.
import { emailKey, nameCoreKey, nameKey, phoneKey, taxCodeKey, websiteKey, type IdentifierKind } from "./identifiers";
import type { LicenceFamily } from "./dossier";
import { cleanText } from "@/domain/kernel/text";
import { licenceNumber } from "./numbers";

export type LookupPlan = {
  /** The text as it will be looked up: one line, no control or direction marks, at most 200 characters. */
  text: string;
  cut: boolean;
  keys: { kind: Exclude<IdentifierKind, "former_name" | "abbreviation">; key: string }[];
  licence: { family: LicenceFamily; key: string } | null;
  /** Only the leading number of a licence was typed: every licence beginning with it is meant. */
  licencePrefix: string | null;
  nameKey: string | null;
  nameCoreKey: string | null;
};

const limit = 200;
export function lookupPlan(raw: string): LookupPlan {
  const text = cleanText(raw, limit);
  const cut = text.length === limit || raw.length > limit * 4;
  const licence = licenceNumber(text);
  const name = nameKey(text);
  const hasName = /[\p{L}\p{N}]{2}/u.test(name) || /\p{Script=Han}/u.test(name);
  const candidates: [LookupPlan["keys"][number]["kind"], string | null][] = [
    ["licence_no", licence?.key ?? null],
    ["tax_code", taxCodeKey(text.replace(/^(mst|mã số thuế|ma so thue|mã số doanh nghiệp)\s*:?\s*/i, ""))],
    ["phone", phoneKey(text)],
    ["email", emailKey(text)],
    ["website", websiteKey(text)],
    ["name", hasName ? name : null],
  ];
  return {
    text,
    cut,
    keys: candidates.flatMap(([kind, key]) => (key ? [{ kind, key }] : [])),
    licence: licence && { family: licence.family, key: licence.key },
    licencePrefix: /^(?:gp|giấy phép|giay phep)?\s*(?:số|so)?\s*0*(\d{1,5})\s*(?:\/?\s*gp)?$/i.exec(text)?.[1] ?? null,
    nameKey: hasName ? name : null,
    nameCoreKey: hasName ? (nameCoreKey(text) ?? name) : null,
  };
}

export const isEmptyPlan = (plan: LookupPlan): boolean => plan.keys.length === 0 && plan.licencePrefix === null;
