// Who asks, and who answers: the ministry, or the province in which the agency has its head office. A commune's office does neither.
import type { Actor, AgencyStaff, Officer, Person } from "@/domain/kernel/actor";

/** Anybody signed in for herself or for another firm; those who decide do not ask. */
export const mayAskForAccount = (actor: Actor): actor is Person | AgencyStaff =>
  actor.kind === "person" || actor.kind === "agency_staff";

/** Which agencies' requests an officer sees, as a condition of the query itself; null: none. */
export function requestsWithin(actor: Actor): { agency?: { provinceId: string } } | null {
  if (actor.kind !== "officer") return null;
  if (actor.level === "ministry") return {};
  return actor.level === "province" && actor.province !== null ? { agency: { provinceId: actor.province } } : null;
}
export const mayDecideRequests = (actor: Actor): actor is Officer => requestsWithin(actor) !== null;
