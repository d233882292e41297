// Who may act where: an actor's own agency, an officer's own place. Contexts build their own rules of access on these.
import type { Actor, AgencyStaff, Officer } from "@/domain/kernel/actor";

/** Staff of this very agency; whoever is not gets the same answer as for an agency that does not exist. */
export const isOfAgency = (actor: Actor, agencyId: string): actor is AgencyStaff =>
  actor.kind === "agency_staff" && actor.agencyId === agencyId;

/** Head office only: a branch may not sign contracts or collect money (L69 Art. 17; law.md B-1). */
export const maySignForAgency = (actor: Actor, agencyId: string): boolean =>
  isOfAgency(actor, agencyId) && actor.role !== "branch_recruiter" && actor.branchId === null;

export const mayRunAgency = (actor: Actor, agencyId: string): boolean =>
  isOfAgency(actor, agencyId) && actor.role === "owner";

/** Where something lies, by the provinces and communes since 2025-07-01; null: nowhere in particular, the ministry's own. */
export type Place = { province: string | null; commune: string | null };

export function officeCovers(officer: Officer, place: Place): boolean {
  if (officer.level === "ministry") return true;
  if (place.province === null || officer.province !== place.province) return false;
  return officer.level === "province" || (place.commune !== null && officer.commune === place.commune);
}

/** Decisions on licences, registers and warnings are the ministry's alone. */
export const isMinistry = (actor: Actor): actor is Officer => actor.kind === "officer" && actor.level === "ministry";

/** What one may see in lists: a condition to put in a query, so that nothing out of scope is ever read. */
export function scopeOf(officer: Officer): Partial<Place> {
  if (officer.level === "ministry") return {};
  return officer.level === "province"
    ? { province: officer.province }
    : { province: officer.province, commune: officer.commune };
}

/** Somebody with an account, whatever she acts as: for what is her own (password, second step, sign-ins). */
export const isSelf = (actor: Actor): boolean =>
  actor.kind !== "visitor" && actor.kind !== "party" && actor.kind !== "system";

export const runsTheSite = (actor: Actor): boolean => actor.kind === "operator" || actor.kind === "system";

/** Owners invite their own staff; an agency's first owner is invited by the ministry, once it has looked at the proof. */
export const mayInviteStaff = (actor: Actor, agencyId: string): boolean =>
  mayRunAgency(actor, agencyId) || isMinistry(actor) || runsTheSite(actor);

export const mayAddOffice = (actor: Actor): boolean => isMinistry(actor) || runsTheSite(actor);

/** The ministry everywhere; a province in the offices of its communes and the bodies beside them. Nobody in her own rank. */
export const mayInviteTo = (actor: Actor, office: Place & { level: string }): boolean =>
  mayAddOffice(actor) ||
  (actor.kind === "officer" &&
    actor.level === "province" &&
    office.level === "commune" &&
    office.province === actor.province);
