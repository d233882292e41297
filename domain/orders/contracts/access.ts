// Who sees and who moves supply contracts. A branch recruits from them, and never makes, signs or ends one (L69 Art. 17; law.md B-1).
import { isMinistry, maySignForAgency } from "@/domain/accounts/access";
import type { Actor, AgencyStaff, Officer } from "@/domain/kernel/actor";

export const mayMakeContracts = (actor: Actor): actor is AgencyStaff =>
  actor.kind === "agency_staff" && maySignForAgency(actor, actor.agencyId);
/** The ministry approves (L69 Art. 20); decentralising it is a change of this line and of the queue below. */
export const mayDecideContracts = (actor: Actor): actor is Officer => isMinistry(actor);

/** What an actor may read, as a condition of the query itself; null: nothing. A draft is its agency's own. */
export function contractsWithin(actor: Actor) {
  if (actor.kind === "agency_staff") return { agencyId: actor.agencyId };
  if (actor.kind !== "officer") return null;
  const handedIn = { status: { not: "draft" as const } };
  if (actor.level === "ministry") return handedIn;
  return actor.level === "province" && actor.province !== null
    ? { ...handedIn, agency: { provinceId: actor.province } }
    : null;
}
