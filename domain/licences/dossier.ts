// What the site holds about one agency, as plain values: dated facts, each with its source and the time we learnt of it.
import type { Day, Precision, Spell } from "@/domain/kernel/calendar";

export type LicenceStatus = "active" | "surrendered" | "revoked" | "bankruptcy_opened" | "dissolving";
export type LicenceFamily = "overseas" | "employment_service" | "other";
export type RestrictionKind = "activity_suspended" | "market_suspended" | "market_delisted";
export type RestrictionScope = "all" | "source_preparation" | "market";
export type ApprovalCode = "JP_GENERAL" | "JP_CAREGIVER" | "TW" | "DOMESTIC";

/** Since when, and until when, the site has believed something; an open end is what it believes now. */
export type Known = { knownFrom: Date; knownTo: Date | null };
/** `verified`: from an official source. Anything else is shown as not checked, and never makes a firm "licensed". */
export type Fact = Known & { id: string; source: string; verified: boolean };
export type Decision = { decisionNo: string | null; decisionOn: Day | null; reason: string | null };

export type StatusSpell = Fact &
  Spell &
  Decision & { status: LicenceStatus; licenceNo: string | null; precision: Precision };
export type Restriction = Fact &
  Spell &
  Decision & {
    kind: RestrictionKind;
    scope: RestrictionScope;
    market: string | null;
    precision: Precision;
    issuer: string | null;
  };
export type Fine = Fact & {
  amountVnd: bigint | null;
  reason: string | null;
  on: Day;
  precision: Precision;
  decisionNo: string | null;
  appeal: string | null;
  removedOn: Day | null;
};
export type Approval = Fact & Spell & { code: string; precision: Precision; decisionNo: string | null };
export type BranchFact = Fact & {
  name: string;
  address: string | null;
  provinceId: string | null;
  phone: string | null;
  decisionNo: string | null;
  from: Day | null;
  to: Day | null;
};
/** What a source said on its day, without a decision: evidence, never a status of the site's own. */
export type StatusReport = Known & {
  id: string;
  statusSeen: string;
  asOf: Day | null;
  precision: Precision;
  confidence: string | null;
  note: string | null;
  source: string;
};
export type LicencePrinted = {
  id: string;
  family: LicenceFamily;
  numberPrinted: string;
  numberKey: string;
  issuedOn: Day | null;
  source: string;
  verified: boolean;
};

export type Dossier = {
  id: string;
  slug: string;
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
  demo: boolean;
  externalSource: string | null;
  externalRef: string | null;
  /** First day for which the site holds anything on this firm. */
  dataFrom: Day | null;
  /** Day the newest source on this firm speaks of. */
  dataAsOf: Day | null;
  note: string | null;
  licences: LicencePrinted[];
  spells: StatusSpell[];
  restrictions: Restriction[];
  fines: Fine[];
  approvals: Approval[];
  branches: BranchFact[];
  reports: StatusReport[];
};

export const displayName = (
  agency: Pick<Dossier, "nameVi" | "nameEn" | "abbreviation"> & { licences?: LicencePrinted[] },
): string => agency.nameVi ?? agency.nameEn ?? agency.abbreviation ?? agency.licences?.[0]?.numberPrinted ?? "?";
