// One row of a register, understood: who it is about and which dated facts it states.
import type { Day, Precision } from "@/domain/kernel/calendar";
import type { LicenceFamily, LicenceStatus, RestrictionKind, RestrictionScope } from "../dossier";

export type Dated = { on: Day; precision: Precision };
export type Message = { code: string; details?: Record<string, string | number> };
type Decided = { decisionNo: string | null; reason: string | null };

export type RegisterEntry = {
  row: number;
  ref: string | null;
  source: string;
  verified: boolean;
  /** An official list names the firm as licensed on the list's day. */
  listedActive: boolean;
  nameVi: string | null;
  nameEn: string | null;
  abbreviation: string | null;
  enterpriseCode: string | null;
  headOffice: string | null;
  provinceId: string | null;
  phone: string | null;
  website: string | null;
  email: string | null;
  representative: string | null;
  establishedOn: number | null;
  note: string | null;
  licence: { printed: string; key: string; family: LicenceFamily; issued: Dated | null } | null;
  spells: ({ status: LicenceStatus; at: Dated } & Decided)[];
  restrictions: ({
    kind: RestrictionKind;
    scope: RestrictionScope;
    market: string | null;
    at: Dated;
    to: Day | null;
    issuer: string | null;
  } & Decided)[];
  fines: ({ amountVnd: bigint | null; at: Dated } & Decided)[];
  /** `seen`: somebody saw it on a list; the day it began is not known, so it is never a verified fact. */
  approvals: { code: string; at: Dated; seen: boolean }[];
  branches: { name: string; address: string | null; provinceId: string | null }[];
  report: { statusSeen: string; at: Dated | null; confidence: string | null; note: string | null } | null;
  messages: Message[];
};

export type RowVerdict = {
  row: number;
  /** The source's own number, the licence number or the name: what people find the row by. */
  ref: string;
  verdict: "added" | "changed" | "same" | "refused" | "contradiction";
  messages: Message[];
  diff: { field: string; before: string | null; after: string | null }[];
  agencyId: string | null;
};

/** The row cannot be understood: nothing of it is kept. */
export class RowRefusal extends Error {
  constructor(readonly why: Message) {
    super(why.code);
  }
}
/** The row says something that what is held says otherwise: nothing of it is kept, both are named. */
export class Contradiction extends Error {
  constructor(readonly why: Message) {
    super(why.code);
  }
}
