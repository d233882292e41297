// Who may file a notice, and who answers it: an agency's own people, its branches too (a branch may recruit), and the office of the place.
import { isOfAgency, officeCovers } from "@/domain/accounts/access";
import type { Actor, AgencyStaff, Officer } from "@/domain/kernel/actor";
import { placeOf } from "./rules";

type Notice = { agencyId: string; branchId: string | null; province: string; communes: readonly string[] };

export const mayFile = (actor: Actor): actor is AgencyStaff => actor.kind === "agency_staff";

/** The head office any of the agency's, a branch its own. */
export const mayWithdraw = (actor: Actor, notice: Notice): boolean =>
  isOfAgency(actor, notice.agencyId) && (actor.branchId === null || actor.branchId === notice.branchId);

export const mayDecide = (actor: Actor, notice: Notice): actor is Officer =>
  actor.kind === "officer" && officeCovers(actor, placeOf(notice));

export const maySee = (actor: Actor, notice: Notice): boolean =>
  isOfAgency(actor, notice.agencyId) || mayDecide(actor, notice);

/** What is in an actor's lists, as a condition of the query itself; null: nothing. */
export function noticesWithin(actor: Actor) {
  if (actor.kind === "agency_staff") return { agencyId: actor.agencyId };
  if (actor.kind !== "officer") return null;
  if (actor.level === "ministry") return {};
  if (actor.province === null) return null;
  if (actor.level === "province") return { province: actor.province };
  return actor.commune === null ? null : { province: actor.province, communes: { equals: [actor.commune] } };
}
