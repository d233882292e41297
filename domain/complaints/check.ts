import "server-only";
import { dayOf } from "@/domain/kernel/calendar";
import { agencyDossiers, checkAgency, websitesNear } from "@/domain/licences/queries";
import { displayName, verdictOn } from "@/domain/licences/rules";
import { declaredRecruiters } from "@/domain/notices/queries";
import { now } from "@/platform/clock";
import { db } from "@/platform/db";
import { type Contact, contactsIn, isPublicKind } from "./contact";
import { eyeForm, imitates } from "./likeness";
import { noteCheck } from "./counts";
import {
  type ContactAnswer,
  type ContactFacts,
  type Counted,
  type DeclaredRecruiter,
  type NamedWarning,
  type OwnerOfContact,
  gravest,
  verdictOf,
} from "./verdict";

/** Recruiters named in recruitment notices, by keys of contacts; asked of whoever keeps the notices. */
export type DeclaredFor = (keys: readonly string[]) => Promise<ReadonlyMap<string, readonly DeclaredRecruiter[]>>;

/** By telephone, or by name; only what holds today. Many people share a name: the page asks for the number then. */
const declaredByNotices: DeclaredFor = async (keys) => {
  const found = await Promise.all(
    keys.map(async (key): Promise<[string, DeclaredRecruiter[]]> => {
      const [, kind, said = ""] = /^(tel|name):(.*)$/.exec(key) ?? [];
      if (!kind) return [key, []];
      const declared = await declaredRecruiters(kind === "tel" ? { phone: `+${said}` } : { name: said });
      const agencies = new Map<string, DeclaredRecruiter>();
      for (const { state, agency, province, toOn } of declared) {
        if (state !== "valid") continue;
        const before = agencies.get(agency.id);
        const until = before?.until && before.until > toOn ? before.until : toOn;
        const provinces = [...new Set([...(before?.provinces ?? []), province])];
        agencies.set(agency.id, {
          slug: agency.slug,
          agency: agency.nameVi ?? agency.nameEn ?? agency.slug,
          provinces,
          until,
        });
      }
      return [key, [...agencies.values()]];
    }),
  );
  return new Map(found);
};

export type ContactsAnswer = {
  /** As read: one line, no unseen signs. */
  text: string;
  disguised: boolean;
  province: string | null;
  /** empty: nothing was asked. not_understood: no contact and no name in it. */
  state: "answered" | "empty" | "not_understood";
  first: ContactAnswer | null;
  contacts: ContactAnswer[];
};

const mostAsked = 5;

/** What the register is asked for each kind of contact; an account number is in no register. */
function questionsOf(contact: Contact): { text: string; kinds: readonly string[] }[] {
  const [, key = ""] = /^[a-z]+:(.*)$/.exec(contact.key) ?? [];
  if (contact.key.startsWith("tel:")) return [{ text: `+${key}`, kinds: ["phone"] }];
  if (contact.kind === "website") return [{ text: key, kinds: ["website"] }];
  if (contact.kind === "facebook" && !key.includes("/")) return [{ text: contact.value, kinds: ["website"] }];
  if (contact.kind === "email")
    return [
      { text: contact.value, kinds: ["email"] },
      { text: key.split("@")[1] ?? "", kinds: ["website"] },
    ];
  return contact.kind === "name" ? [{ text: contact.value, kinds: ["name", "former_name", "abbreviation"] }] : [];
}

const sharedMail = /^(gmail|yahoo|outlook|hotmail|icloud|live|proton)\./;

async function registerSays(contact: Contact): Promise<Pick<ContactFacts, "owners" | "warnings">> {
  const owners = new Map<string, OwnerOfContact>();
  const warnings = new Map<string, NamedWarning>();
  const asked = questionsOf(contact).filter(({ text }) => text && !sharedMail.test(text));
  for (const answer of await Promise.all(asked.map(({ text }) => checkAgency(text))))
    for (const { kinds } of asked) {
      for (const match of answer.matches)
        if (match.matchedBy.some(({ kind }) => kinds.includes(kind)))
          owners.set(match.dossier.id, { slug: match.dossier.slug, name: match.name, status: match.verdict.code });
      for (const { id, name, from, to, source, verified, exact } of answer.warnings)
        if (exact && to === null) warnings.set(id, { id, name, from, source, verified });
    }
  return { owners: [...owners.values()], warnings: [...warnings.values()] };
}

/** Agencies whose registered site this one looks like. */
export async function imitatedBy(contact: Contact): Promise<ContactFacts["imitated"]> {
  if (contact.kind !== "website" && contact.kind !== "email") return [];
  const sites = [contact.key, ...contact.also].flatMap((key) => {
    const site = key.replace(/^(web|like):/, "").replace(/^mail:.*@/, "");
    return site.includes(".") && !site.includes("/") && !sharedMail.test(site) ? [site] : [];
  });
  const near = (await Promise.all(sites.map((site) => websitesNear(eyeForm(site))))).flat();
  const like = near.filter(({ website }) =>
    sites.some((site) => imitates(site, website) || (contact.disguised && site === website && site !== sites[0])),
  );
  const dossiers = await agencyDossiers([...new Set(like.map(({ agencyId }) => agencyId))].slice(0, 5));
  const today = dayOf(now());
  return like.flatMap(({ agencyId, website }) => {
    const dossier = dossiers.get(agencyId);
    return dossier
      ? [{ slug: dossier.slug, name: displayName(dossier), status: verdictOn(dossier, today).code, website }]
      : [];
  });
}

type Row = { key: string; standing: "confirmed" | "fault" | "unverified"; count: number; since: Date; demo: boolean };

/** How many reports name these contacts, as they stand now; a duplicate stands as the report it was merged into. Never by name. */
async function reportsOn(keys: readonly string[]): Promise<Row[]> {
  return db.$queryRaw<Row[]>`
    SELECT * FROM (
      SELECT c."key", CASE
          WHEN h."stage" = 'decided' AND h."outcome" = 'confirmed_fake' THEN 'confirmed'
          WHEN h."stage" = 'decided' AND h."outcome" = 'agency_fault' THEN 'fault'
          WHEN h."stage" = 'withdrawn' OR (h."stage" = 'decided' AND h."outcome" = 'not_confirmed') THEN 'none'
          ELSE 'unverified' END AS standing,
        count(DISTINCT r."id")::int AS count, min(r."receivedAt") AS since, bool_and(r."demo") AS demo
      FROM "ReportContact" c
        JOIN "FraudReport" r ON r."id" = c."reportId"
        JOIN "FraudReport" h ON h."id" = coalesce(r."mergedIntoId", r."id")
      WHERE c."key" = ANY(${[...keys]}::text[]) AND c."kind" <> 'name' AND r."stage" <> 'withdrawn'
      GROUP BY 1, 2) counted
    WHERE standing <> 'none'`;
}

function countedFor(rows: readonly Row[], keys: readonly string[], standing: Row["standing"]): Counted {
  const own = rows.filter((row) => row.standing === standing && keys.includes(row.key));
  if (own.length === 0) return null;
  return {
    // One report may name a number as telephone and as account: the larger count, not the sum.
    count: Math.max(...own.map(({ count }) => count)),
    since: new Date(Math.min(...own.map(({ since }) => since.getTime()))),
    demo: own.every(({ demo }) => demo),
  };
}

/** Contacts with all that is known of them; nothing is counted. */
export async function answersFor(
  contacts: readonly Contact[],
  province: string | null,
  declaredFor: DeclaredFor = declaredByNotices,
) {
  const keysOf = ({ kind, key, also }: Contact) => (isPublicKind(kind) ? [key, ...also] : []);
  const [rows, declared] = await Promise.all([
    reportsOn(contacts.flatMap(keysOf)),
    declaredFor(contacts.map(({ key }) => key)),
  ]);
  return Promise.all(
    contacts.map(async (contact): Promise<ContactAnswer> => {
      const [said, imitated] = await Promise.all([registerSays(contact), imitatedBy(contact)]);
      const keys = keysOf(contact);
      const facts: ContactFacts = {
        ...{ contact, ...said, imitated, declared: declared.get(contact.key) ?? [] },
        reports: {
          confirmed: countedFor(rows, keys, "confirmed"),
          fault: countedFor(rows, keys, "fault"),
          unverified: countedFor(rows, keys, "unverified"),
        },
      };
      return { ...facts, verdict: verdictOf(facts, province) };
    }),
  );
}

/** B10: whose is this number, page, account or name? Nothing of what was asked is kept but a count under a salt that is thrown away daily. */
export async function checkContact(
  raw: string,
  { province = null, declaredFor = declaredByNotices }: { province?: string | null; declaredFor?: DeclaredFor } = {},
): Promise<ContactsAnswer> {
  const { contacts: found, text, disguised } = contactsIn(raw);
  const state = found.length > 0 ? "answered" : text ? "not_understood" : "empty";
  const contacts = await answersFor(found.slice(0, mostAsked), province, declaredFor);
  for (const { contact } of contacts) noteCheck(contact.key);
  return { text, disguised, province, state, first: gravest(contacts), contacts };
}
