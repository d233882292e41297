// What is said first about a contact, from all that is known of it. The worst that an authority confirmed comes before what a firm registered;
// what only somebody reported comes after it, so that nobody can darken a rival's number with a form.
import type { VerdictCode } from "@/domain/licences/rules";
import type { Contact } from "./contact";

export const contactVerdicts = [
  "warned",
  "fake",
  "belongs_declared",
  "belongs_elsewhere",
  "belongs",
  "belongs_unlicensed",
  "imitation",
  "reported",
  "unknown",
] as const;
export type ContactVerdict = (typeof contactVerdicts)[number];
export type Counted = { count: number; since: Date; demo: boolean } | null;
export type OwnerOfContact = { slug: string; name: string; status: VerdictCode };
/** A recruiter an agency named in a recruitment notice that holds today. */
export type DeclaredRecruiter = { slug: string; agency: string; provinces: readonly string[]; until: string | null };
export type NamedWarning = { id: string; name: string; from: string; source: string; verified: boolean };
export type ContactFacts = {
  contact: Contact;
  owners: readonly OwnerOfContact[];
  declared: readonly DeclaredRecruiter[];
  warnings: readonly NamedWarning[];
  reports: { confirmed: Counted; fault: Counted; unverified: Counted };
  /** Agencies whose site this one was made to be taken for. */
  imitated: readonly (OwnerOfContact & { website: string })[];
};
export type ContactAnswer = ContactFacts & { verdict: ContactVerdict };

const mayAct = (owner: OwnerOfContact): boolean => owner.status === "licensed" || owner.status === "restricted";

export function verdictOf(facts: ContactFacts, province: string | null): ContactVerdict {
  if (facts.warnings.length > 0) return "warned";
  if (facts.reports.confirmed) return "fake";
  const here = facts.declared.some(({ provinces }) => province === null || provinces.includes(province));
  if (facts.declared.length > 0) return here ? "belongs_declared" : "belongs_elsewhere";
  if (facts.owners.some(mayAct)) return "belongs";
  if (facts.imitated.length > 0) return "imitation";
  if (facts.owners.length > 0) return "belongs_unlicensed";
  return facts.reports.unverified ? "reported" : "unknown";
}

/** Of several contacts in one text, the one to speak of first. */
export const gravest = (answers: readonly ContactAnswer[]): ContactAnswer | null => {
  const order: readonly ContactVerdict[] = [
    ...(["warned", "fake", "imitation", "reported", "belongs_unlicensed", "unknown"] as const),
    ...(["belongs_elsewhere", "belongs", "belongs_declared"] as const),
  ];
  return [...answers].sort((a, b) => order.indexOf(a.verdict) - order.indexOf(b.verdict))[0] ?? null;
};
