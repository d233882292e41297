import "server-only";
import { insertRows } from "@/domain/audit/bulk";
import type { Note, Tx } from "@/domain/audit/change";
import { columnOfDay, type Day } from "@/domain/kernel/calendar";
import { slugOf } from "@/domain/kernel/text";
import { displayName, type Dossier } from "./dossier";
import { agencyFields, factKinds, isTouched, newId, type Draft, type FactKind } from "./draft";
import { identifiersOf, nameCoreKey } from "./identifiers";

const dayColumns = new Set(["from", "to", "on", "decisionOn", "asOf", "removedOn", "issuedOn", "dataFrom", "dataAsOf"]);
/** Days as the database client wants them. */
const columns = (fact: object): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(fact).map(([key, value]) => [
      key,
      dayColumns.has(key) && typeof value === "string" ? columnOfDay(value as Day) : value,
    ]),
  );

const tables = {
  spells: "LicenceSpell",
  restrictions: "LicenceRestriction",
  fines: "LicenceFine",
  approvals: "MarketApproval",
  branches: "Branch",
  reports: "StatusReport",
} as const satisfies Record<FactKind, string>;

/** A readable address for a new agency: its own name without company form; a number only where two would share it. */
async function giveSlugs(tx: Tx, drafts: readonly Draft[]): Promise<void> {
  const wanted = drafts.map(({ dossier }) => {
    const name = displayName(dossier);
    const base =
      dossier.slug ||
      slugOf(nameCoreKey(name) ?? name)
        .slice(0, 70)
        .replace(/-$/, "") ||
      "doanh-nghiep";
    return { dossier, base };
  });
  const bases = [...new Set(wanted.map(({ base }) => base))];
  if (bases.length === 0) return;
  const rows = await tx.agency.findMany({ where: { slug: { in: bases } }, select: { slug: true } });
  const taken = new Set(rows.map(({ slug }) => slug));
  for (const { slug } of rows) {
    const numbered = await tx.agency.findMany({ where: { slug: { startsWith: `${slug}-` } }, select: { slug: true } });
    for (const other of numbered) taken.add(other.slug);
  }
  for (const { dossier, base } of wanted) {
    let slug = base;
    for (let n = 2; taken.has(slug); n += 1) slug = `${base}-${n}`;
    taken.add(slug);
    dossier.slug = slug;
  }
}

const agencyRow = ({ dossier }: Draft, now: Date) => {
  const {
    licences: _l,
    spells: _s,
    restrictions: _r,
    fines: _f,
    approvals: _a,
    branches: _b,
    reports: _p,
    ...agency
  } = dossier;
  return { ...agency, createdAt: now, updatedAt: now };
};

async function writeIdentifiers(tx: Tx, drafts: readonly Draft[]): Promise<void> {
  const rows = drafts.flatMap(({ dossier, formerNames }) =>
    identifiersOf({ ...dossier, formerNames }).map((identifier) => ({
      ...identifier,
      id: newId(),
      agencyId: dossier.id,
    })),
  );
  const old = drafts.filter((draft) => !draft.isNew && draft.fields.size > 0).map(({ dossier }) => dossier.id);
  // What a firm was once called still finds it; a phone or a website it gave up does not.
  const replaced = ["name", "abbreviation", "tax_code", "phone", "website", "email"] as const;
  if (old.length > 0)
    await tx.agencyIdentifier.deleteMany({ where: { agencyId: { in: old }, kind: { in: [...replaced] } } });
  await insertRows(tx, "AgencyIdentifier", rows, "keeps");
}

/** Closes before it inserts: the database allows one verified status at a time among what is known now. */
async function writeFacts(tx: Tx, kind: FactKind, drafts: readonly Draft[], now: Date): Promise<void> {
  const closed = drafts.flatMap((draft) =>
    draft.closed.filter((c) => c.kind === kind && !draft.added.has(c.id)).map((c) => c.id),
  );
  const table = tables[kind];
  if (closed.length > 0)
    await tx.$executeRawUnsafe(
      `UPDATE "${table}" SET "knownTo" = $1 WHERE id = ANY($2::uuid[]) AND "knownTo" IS NULL`,
      now,
      closed,
    );
  const added = drafts.flatMap(({ dossier, added: ids, closed: gone }) => [
    ...dossier[kind].filter(({ id }) => ids.has(id)).map((fact) => ({ ...fact, agencyId: dossier.id })),
    // Added and corrected within one batch: believed for no time at all, but on the record.
    ...gone
      .filter((c) => c.kind === kind && ids.has(c.id))
      .map((c) => ({ ...c.fact, knownTo: now, agencyId: dossier.id })),
  ]);
  await insertRows(tx, table, added);
}

const shortFact = (kind: FactKind, fact: object) => {
  const short = Object.entries(fact).filter(
    ([key, value]) => value !== null && !["id", "knownFrom", "knownTo", "note", "phone"].includes(key),
  );
  return {
    fact: kind,
    ...Object.fromEntries(short.map(([key, value]) => [key, typeof value === "bigint" ? value.toString() : value])),
  };
};

function notesOf(draft: Draft): Note[] {
  const { dossier, isNew, fields, added, closed } = draft;
  const subject = { subjectType: "agency", subjectId: dossier.id };
  const facts = factKinds.flatMap((kind) =>
    dossier[kind].filter(({ id }) => added.has(id)).map((fact) => shortFact(kind, fact)),
  );
  const numbers = dossier.licences
    .filter(({ id }) => added.has(id) || draft.confirmed.includes(id))
    .map(({ numberPrinted }) => numberPrinted);
  const notes: Note[] = [];
  const personalFields = ["representative", "phone", "email"] as const;
  const shown = agencyFields.filter((field) => (isNew || fields.has(field)) && dossier[field] !== null);
  if (isNew || shown.length > 0)
    notes.push({
      ...{ event: "agency.changed", ...subject },
      after: Object.fromEntries(
        shown.filter((f) => !(personalFields as readonly string[]).includes(f)).map((f) => [f, dossier[f]]),
      ),
      personal: personalFields.filter((field) => shown.includes(field)),
    });
  if (facts.length > 0 || closed.length > 0 || numbers.length > 0)
    notes.push({
      ...{ event: "licence.changed", ...subject },
      before: closed.map(({ kind, fact }) => shortFact(kind, fact)) as never,
      after: { facts, licences: numbers } as never,
    });
  return notes;
}

/** Writes drafts of different agencies in a few statements, with their journal notes. */
export async function writeDrafts(
  tx: Tx,
  drafts: readonly Draft[],
  now: Date,
  note: (entry: Note) => void,
): Promise<void> {
  const touched = drafts.filter(isTouched);
  const fresh = touched.filter(({ isNew }) => isNew);
  await giveSlugs(tx, fresh);
  await insertRows(
    tx,
    "Agency",
    fresh.map((draft) => agencyRow(draft, now)),
  );
  for (const { dossier, fields } of touched.filter((draft) => !draft.isNew && draft.fields.size > 0)) {
    const data = Object.fromEntries([...fields].map((field) => [field, dossier[field as keyof Dossier]]));
    await tx.agency.update({ where: { id: dossier.id }, data: { ...columns(data), updatedAt: now } });
  }
  const licences = touched.flatMap(({ dossier, added }) =>
    dossier.licences.filter(({ id }) => added.has(id)).map((licence) => ({ ...licence, agencyId: dossier.id })),
  );
  await insertRows(tx, "Licence", licences);
  for (const { dossier, confirmed, added } of touched)
    for (const { id, ...licence } of dossier.licences.filter((l) => confirmed.includes(l.id) && !added.has(l.id)))
      await tx.licence.update({ where: { id }, data: columns(licence) });
  for (const kind of factKinds) await writeFacts(tx, kind, touched, now);
  await writeIdentifiers(tx, touched);
  for (const draft of touched) for (const entry of notesOf(draft)) note(entry);
}
