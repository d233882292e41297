// Who is asking. Made only at the edge (a request, a command line, a job), passed first to whatever needs proof.

/** Somebody who runs the site: imports registers and orders, rebuilds the index. */
export type Operator = { readonly kind: "operator"; readonly id: string; readonly name: string };
/** The site itself, acting on a schedule or a reaction. */
export type SystemActor = { readonly kind: "system"; readonly id: string; readonly name: string };
/** One side of a worker's contract, as whoever opened the link issued to that side; sees and writes its own book of payments only. */
export type Party = {
  readonly kind: "party";
  readonly id: string;
  readonly name: string;
  readonly side: "worker" | "agency";
  readonly bookId: string;
};
/** Somebody of an agency. A branch recruits and never signs or collects (L69 Art. 17): `branchId` is null for the head office. */
export type AgencyStaff = {
  readonly kind: "agency_staff";
  readonly id: string;
  readonly name: string;
  readonly agencyId: string;
  readonly role: "owner" | "recruiter" | "branch_recruiter";
  readonly branchId: string | null;
};
/** Somebody of an authority. The ministry's office covers all, a province's its province, a commune's its commune. */
export type Officer = {
  readonly kind: "officer";
  readonly id: string;
  readonly name: string;
  readonly officeId: string;
  readonly level: "ministry" | "province" | "commune";
  readonly province: string | null;
  readonly commune: string | null;
};
/** Staff of a body that works beside the authorities, in one province: job centre, training body, bank, auditor (who reads all and writes nothing). */
export type BodyStaff = {
  readonly kind: "centre_clerk" | "training_staff" | "bank_clerk" | "auditor";
  readonly id: string;
  readonly name: string;
  readonly officeId: string;
  readonly province: string | null;
};
/** Somebody signed in for herself. */
export type Person = { readonly kind: "person"; readonly id: string; readonly name: string };
/** Anybody, not signed in: may read what is public and hand in reports. */
export type Visitor = { readonly kind: "visitor"; readonly id: "visitor"; readonly name: "" };
export type Actor = Operator | SystemActor | Party | AgencyStaff | Officer | BodyStaff | Person | Visitor;

export const visitor: Visitor = { kind: "visitor", id: "visitor", name: "" };

export const systemActor = (job: string): SystemActor => ({ kind: "system", id: job, name: job });
