// An agency being written: its dossier as it will be, what was added and what was closed. Facts are closed and replaced, never edited.
import { randomBytes } from "node:crypto";
import type {
  Approval,
  BranchFact,
  Dossier,
  Fine,
  LicencePrinted,
  Restriction,
  StatusReport,
  StatusSpell,
} from "./dossier";

export type FactsByKind = {
  spells: StatusSpell;
  restrictions: Restriction;
  fines: Fine;
  approvals: Approval;
  branches: BranchFact;
  reports: StatusReport;
};
export type FactKind = keyof FactsByKind;
export const factKinds = [
  "spells",
  "restrictions",
  "fines",
  "approvals",
  "branches",
  "reports",
] as const satisfies readonly FactKind[];

export const agencyFields = [
  ...([
    "nameVi",
    "nameEn",
    "abbreviation",
    "enterpriseCode",
    "headOffice",
    "provinceId",
    "phone",
    "website",
    "email",
  ] as const),
  ...(["representative", "establishedOn", "note"] as const),
] as const;
export type AgencyField = (typeof agencyFields)[number];

export type Draft = {
  dossier: Dossier;
  isNew: boolean;
  fields: ReadonlySet<AgencyField | "dataFrom" | "dataAsOf">;
  /** Ids of what this draft adds. */
  added: ReadonlySet<string>;
  closed: readonly { kind: FactKind; id: string; fact: FactsByKind[FactKind] }[];
  formerNames: readonly string[];
  /** Ids of licences an official source has confirmed. */
  confirmed: readonly string[];
};

/** Time-ordered ids (RFC 9562, version 7), so that new rows lie together. */
export function newId(at: number = Date.now()): string {
  const bytes = randomBytes(16);
  bytes.writeUIntBE(at, 0, 6);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x70;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = bytes.toString("hex");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}

export const draftOf = (dossier: Dossier, isNew = false): Draft => ({
  dossier,
  isNew,
  fields: new Set(),
  added: new Set(),
  closed: [],
  formerNames: [],
  confirmed: [],
});

export const emptyDossier = (given: Partial<Dossier>): Dossier => ({
  ...{
    id: newId(),
    slug: "",
    nameVi: null,
    nameEn: null,
    abbreviation: null,
    enterpriseCode: null,
    headOffice: null,
    provinceId: null,
  },
  ...{
    phone: null,
    website: null,
    email: null,
    representative: null,
    establishedOn: null,
    demo: false,
    externalSource: null,
    externalRef: null,
  },
  ...{
    dataFrom: null,
    dataAsOf: null,
    note: null,
    licences: [],
    spells: [],
    restrictions: [],
    fines: [],
    approvals: [],
    branches: [],
    reports: [],
  },
  ...given,
});

const order = (fact: object): string => {
  const { from, on, asOf } = fact as { from?: string | null; on?: string; asOf?: string | null };
  return from ?? on ?? asOf ?? "";
};

export type NewFact<K extends FactKind> = Omit<FactsByKind[K], "id" | "knownFrom" | "knownTo">;

export function addFact<K extends FactKind>(draft: Draft, kind: K, fact: NewFact<K>, now: Date): Draft {
  const whole = { ...fact, id: newId(now.getTime()), knownFrom: now, knownTo: null } as unknown as FactsByKind[K];
  const facts = [...(draft.dossier[kind] as FactsByKind[K][]), whole].sort((a, b) =>
    order(a) < order(b) ? -1 : order(a) > order(b) ? 1 : 0,
  );
  return { ...draft, dossier: { ...draft.dossier, [kind]: facts }, added: new Set([...draft.added, whole.id]) };
}

/** From now on the site knows better: the fact stays as what it used to believe. */
export function closeFact<K extends FactKind>(draft: Draft, kind: K, fact: FactsByKind[K]): Draft {
  const facts = (draft.dossier[kind] as FactsByKind[K][]).filter(({ id }) => id !== fact.id);
  return {
    ...draft,
    dossier: { ...draft.dossier, [kind]: facts },
    closed: [...draft.closed, { kind, id: fact.id, fact }],
  };
}

export function replaceFact<K extends FactKind>(
  draft: Draft,
  kind: K,
  fact: FactsByKind[K],
  set: Partial<NewFact<K>>,
  now: Date,
): Draft {
  const { id: _id, knownFrom: _from, knownTo: _to, ...rest } = fact;
  return addFact(closeFact(draft, kind, fact), kind, { ...rest, ...set } as unknown as NewFact<K>, now);
}

export function addLicence(draft: Draft, licence: Omit<LicencePrinted, "id">): Draft {
  const whole = { ...licence, id: newId() };
  return {
    ...draft,
    dossier: { ...draft.dossier, licences: [...draft.dossier.licences, whole] },
    added: new Set([...draft.added, whole.id]),
  };
}

/** An official source prints the number too: it is checked from now on. */
export function confirmLicence(draft: Draft, licence: LicencePrinted, said: Omit<LicencePrinted, "id">): Draft {
  const whole = { ...said, id: licence.id, issuedOn: said.issuedOn ?? licence.issuedOn };
  const licences = draft.dossier.licences.map((held) => (held.id === licence.id ? whole : held));
  return { ...draft, dossier: { ...draft.dossier, licences }, confirmed: [...draft.confirmed, licence.id] };
}

export function setField<F extends AgencyField | "dataFrom" | "dataAsOf">(
  draft: Draft,
  field: F,
  value: Dossier[F],
): Draft {
  if (draft.dossier[field] === value) return draft;
  return { ...draft, dossier: { ...draft.dossier, [field]: value }, fields: new Set([...draft.fields, field]) };
}

/** First day the site holds anything on the firm, from its facts. */
export function withDataFrom(draft: Draft): Draft {
  const { spells, restrictions, fines, approvals, reports, licences } = draft.dossier;
  const days = [
    ...[...spells, ...restrictions, ...approvals].map((fact) => fact.from),
    ...fines.map((fine) => fine.on),
    ...reports.flatMap((report) => report.asOf ?? []),
    ...licences.flatMap((licence) => licence.issuedOn ?? []),
  ].sort();
  return setField(draft, "dataFrom", days[0] ?? null);
}

export const isTouched = (draft: Draft): boolean =>
  draft.isNew || draft.fields.size > 0 || draft.added.size > 0 || draft.closed.length > 0 || draft.confirmed.length > 0;
