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
  memberships: readonly MembershipView[];
  /** The membership acted under; null: as a private person. */
  membership: MembershipView | null;
  /** What keeps the membership from acting: a second step to pass, or to set up first. */
  waitsFor: "second_step" | "second_step_set_up" | null;
  /** With the right of the membership, or as a private person while something is waited for. */
  actor: Actor;
};
