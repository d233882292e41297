// What may be handed in about people who act, and what a signed-in person is.
import { z } from "zod";
import type { Actor } from "@/domain/kernel/actor";

/** Name under which an operator's acts stand in the journal. */
export const operatorInput = z.object({ name: z.string().trim().min(1).max(80) });

export const roles = [
  "operator",
  "agency_owner",
  "agency_recruiter",
  "branch_recruiter",
  "officer",
  "centre_clerk",
  "training_staff",
  "bank_clerk",
  "auditor",
] as const;
export type Role = (typeof roles)[number];

/** Roles that act for others: they sign in with a second step (a code from an application on the telephone). */
export const needsSecondStep = (_role: Role): boolean => true;

export const officeKinds = ["authority", "job_centre", "training_body", "bank", "audit"] as const;
export type OfficeKind = (typeof officeKinds)[number];
export const officeLevels = ["ministry", "province", "commune"] as const;
export const agencyRoles = ["agency_owner", "agency_recruiter", "branch_recruiter"] as const;

/** An e-mail address in small letters, or a telephone number as +84…. */
export type Identifier = { kind: "email" | "phone"; value: string };

/** How exactly the list of sign-ins says when one was last seen. */
export const seenMinutes = 10;

/** Where somebody comes from who is not yet known. */
export type Approach = {
  /** The subscriber's address, as the limits count it. */
  address: string;
  /** A browser in which somebody signed in before, and the people who did; from a cookie that only the site can write. */
  device: { id: string; users: readonly string[] } | null;
  /** Browser and system, for the list of her sign-ins. */
  words: string;
};

export const letterPurposes = ["sign_in", "register", "password_code", "new_password", "invitation"] as const;
export type LetterPurpose = (typeof letterPurposes)[number];

/** To be sent by whoever called: the only time that its link and its code exist. */
export type Letter = {
  purpose: LetterPurpose;
  to: string;
  name: string | null;
  locale: string;
  token: string;
  /** Null: this letter has a link only. */
  code: string | null;
  expiresAt: Date;
};

const text = (max: number) => z.string().trim().min(1).max(max);
export const officeInput = z.object({
  kind: z.enum(officeKinds),
  level: z.enum(officeLevels),
  name: text(200),
  province: z.string().max(40).nullable().default(null),
  commune: z.string().max(40).nullable().default(null),
  email: z.string().max(254).nullable().default(null),
  phone: z.string().max(40).nullable().default(null),
  demo: z.boolean().default(false),
});
export type OfficeInput = z.input<typeof officeInput>;

export type StaffInvitation = {
  agencyId: string;
  role: (typeof agencyRoles)[number];
  /** For branch recruiters. */
  branchId?: string | null;
  email: string;
  name: string;
  locale?: string;
};
export type OfficerInvitation = { officeId: string; email: string; name: string; locale?: string };

export type MembershipView = {
  id: string;
  role: Role;
  agencyId: string | null;
  branchId: string | null;
  /** The office's name and place; null for agencies. */
  office: { id: string; name: string; level: string; province: string | null; commune: string | null } | null;
};

/** Who is behind a sign-in at this moment. */
export type SignedIn = {
  signInId: string;
  userId: string;
  name: string;
  locale: string;
  /** The first of its kind in this sign-in that was written down: told at most every ten minutes. */
  lastSeenAt: Date;
  memberships: readonly MembershipView[];
  /** The membership acted under; null: as a private person. */
  membership: MembershipView | null;
  /** What keeps the membership from acting: a second step to pass, or to set up first. */
  waitsFor: "second_step" | "second_step_set_up" | null;
  /** With the right of the membership; as a private person while a second step is to be set up; nobody until the second step is passed. */
  actor: Actor;
};
