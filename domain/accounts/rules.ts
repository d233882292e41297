// From a person and what she may be to the actor she is. No clock, no database.
import type { Actor } from "@/domain/kernel/actor";
import type { MembershipView } from "./schema";

const agencyRoles = {
  agency_owner: "owner",
  agency_recruiter: "recruiter",
  branch_recruiter: "branch_recruiter",
} as const;

/** The actor of a membership; a membership that lacks its body is no right at all. */
export function actorOf(user: { id: string; name: string }, membership: MembershipView | null): Actor {
  const { id, name } = user;
  const person: Actor = { kind: "person", id, name };
  if (!membership) return person;
  const { role, agencyId, branchId, office } = membership;
  if (role === "operator") return { kind: "operator", id, name };
  if (role === "agency_owner" || role === "agency_recruiter" || role === "branch_recruiter")
    return agencyId === null ? person : { kind: "agency_staff", id, name, agencyId, role: agencyRoles[role], branchId };
  if (!office) return person;
  const { id: officeId, province, commune } = office;
  if (role !== "officer") return { kind: role, id, name, officeId, province };
  const level = office.level as "ministry" | "province" | "commune";
  return { kind: "officer", id, name, officeId, level, province, commune };
}
