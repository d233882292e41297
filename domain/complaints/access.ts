// Who may see and decide a report: officers of the place it lies in, the ministry everywhere. Reporters come with number and code instead.
import { isMinistry, officeCovers } from "@/domain/accounts/access";
import type { Actor, Officer } from "@/domain/kernel/actor";

/** Communes have no part in reports. */
export const mayTriage = (actor: Actor): actor is Officer =>
  actor.kind === "officer" && (actor.level === "ministry" || (actor.level === "province" && actor.province !== null));

export const mayDecideOn = (actor: Actor, report: { province: string | null }): boolean =>
  mayTriage(actor) && officeCovers(actor, { province: report.province, commune: null });

/** A condition for every query; null: sees nothing at all. A report without a province is the ministry's. */
export function scopeOfReports(actor: Actor): { province?: string } | null {
  if (!mayTriage(actor)) return null;
  return actor.level === "ministry" ? {} : { province: actor.province as string };
}

export const mayPublishWarning = (actor: Actor): actor is Officer => isMinistry(actor);
export const mayRunClocks = (actor: Actor): boolean => actor.kind === "system" || actor.kind === "operator";
