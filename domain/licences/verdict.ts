// The one plain answer to "is this firm licensed on that day?", with the facts it rests on.
import { addDays, addMonths, dayOf, holdsOn, type Day, type Precision } from "@/domain/kernel/calendar";
import { statusOn } from "./chain";
import type { Approval, Dossier, Fine, Known, Restriction, StatusReport, StatusSpell } from "./dossier";

export const verdictCodes = [
  "licensed",
  "restricted",
  "revoked",
  "surrendered",
  "bankruptcy_opened",
  "dissolving",
  "other_licence",
  "unknown",
  "warned",
] as const;
export type VerdictCode = (typeof verdictCodes)[number];

/** Unknown is not unlicensed: why there is no answer. */
export const unknownReasons = ["not_in_data", "before_first_data", "only_unverified", "no_status"] as const;
export type UnknownReason = (typeof unknownReasons)[number];

export type Verdict = {
  code: VerdictCode;
  reason: UnknownReason | null;
  on: Day;
  /** The answer the site gave, or would have given, at this instant; null for what it knows now. */
  knownAt: Date | null;
  /** The day the newest source on this firm speaks of. */
  asOf: Day | null;
  spell: StatusSpell | null;
  restrictions: Restriction[];
  fines: Fine[];
  approvals: Approval[];
  /** Not from an official source: shown as reports, deciding nothing. */
  reported: { spell: StatusSpell | null; restrictions: Restriction[]; fines: Fine[]; reports: StatusReport[] };
  flags: {
    /** The source gave only a month or a year, and the day asked for lies inside it. */
    dateUncertain: boolean;
    /** The day asked for is later than what the sources speak of. */
    afterAsOf: boolean;
    /** An unverified source says something worse than the verdict. */
    negativeReports: boolean;
    demo: boolean;
  };
};

export const knownAtInstant = (fact: Known, at: Date | null): boolean =>
  at === null ? fact.knownTo === null : fact.knownFrom <= at && (fact.knownTo === null || at < fact.knownTo);

/** What the site believed at an instant; null for what it believes now. */
export const asKnownAt = <F extends Known>(facts: readonly F[], at: Date | null): F[] =>
  facts.filter((fact) => knownAtInstant(fact, at));

/** The last instant of a day in Việt Nam: "what did the site say on day X?" */
export const endOfDay = (on: Day): Date => new Date(Date.parse(`${addDays(on, 1)}T00:00:00+07:00`) - 1);

/** The dossier as the site knew it, verified facts and the rest told apart by their flag. */
export function dossierAt(dossier: Dossier, at: Date | null): Dossier {
  const { spells, restrictions, fines, approvals, branches, reports } = dossier;
  return {
    ...dossier,
    spells: asKnownAt(spells, at),
    restrictions: asKnownAt(restrictions, at),
    fines: asKnownAt(fines, at),
    approvals: asKnownAt(approvals, at),
    branches: asKnownAt(branches, at),
    reports: asKnownAt(reports, at),
  };
}

const verified = <F extends { verified: boolean }>(facts: readonly F[]) => facts.filter((fact) => fact.verified);
const unverified = <F extends { verified: boolean }>(facts: readonly F[]) => facts.filter((fact) => !fact.verified);

/** Base status `active` on the day, from official decisions. Overlays are asked for separately. */
export const isLicensedOn = (spells: readonly StatusSpell[], on: Day): boolean =>
  statusOn(verified(asKnownAt(spells, null)), on)?.status === "active";

/** Official overlays in force on the day. */
export const restrictionsOn = (restrictions: readonly Restriction[], on: Day): Restriction[] =>
  verified(asKnownAt(restrictions, null)).filter((restriction) => holdsOn(restriction, on));

/** Does an overlay stop this activity? Scope `all` stops everything, the others only their own part (law.md §2.1). */
export function covers(
  restriction: Pick<Restriction, "scope" | "market">,
  activity: { market: string; kind: string },
): boolean {
  if (restriction.scope === "all") return true;
  if (restriction.scope === "source_preparation") return activity.kind === "source_preparation";
  return restriction.market === activity.market;
}

export const approvalsOn = (approvals: readonly Approval[], on: Day): Approval[] =>
  verified(asKnownAt(approvals, null)).filter((approval) => holdsOn(approval, on));

const insidePrecision = (fact: { from: Day; precision: Precision }, on: Day): boolean =>
  fact.precision !== "day" && on < addMonths(fact.from, fact.precision === "month" ? 1 : 12);

const finesOn = (fines: readonly Fine[], on: Day) =>
  fines.filter((fine) => fine.on <= on && (fine.removedOn === null || on < fine.removedOn));

const negativeSeen = new Set([
  "revoked",
  "surrendered",
  "not_licensed",
  "active_with_suspension",
  "active_market_suspended",
  "market_delisted",
]);

function codeOf(
  dossier: Dossier,
  spell: StatusSpell | null,
  restrictions: Restriction[],
  on: Day,
): Pick<Verdict, "code" | "reason"> {
  if (spell?.status === "active") return { code: restrictions.length > 0 ? "restricted" : "licensed", reason: null };
  if (spell) return { code: spell.status, reason: null };
  const official = verified(dossier.spells);
  const families = new Set(dossier.licences.map((licence) => licence.family));
  if (families.size === 1 && families.has("employment_service") && official.length === 0)
    return { code: "other_licence", reason: null };
  if (official.length > 0)
    return { code: "unknown", reason: official.every((s) => on < s.from) ? "before_first_data" : "no_status" };
  const others =
    dossier.spells.length +
    dossier.reports.length +
    unverified(dossier.restrictions).length +
    unverified(dossier.fines).length;
  if (others === 0) return { code: "unknown", reason: "no_status" };
  return {
    code: "unknown",
    reason: dossier.dataFrom !== null && on < dossier.dataFrom ? "before_first_data" : "only_unverified",
  };
}

/** Base status on the day from decision dates, plus overlays on the day (law.md §2.1). */
export function verdictOn(whole: Dossier, on: Day, knownAt: Date | null = null): Verdict {
  const dossier = dossierAt(whole, knownAt);
  const spell = statusOn(verified(dossier.spells), on);
  const held = dossier.restrictions.filter((restriction) => holdsOn(restriction, on));
  const restrictions = verified(held);
  const { code, reason } = codeOf(dossier, spell, restrictions, on);
  const reported = {
    spell: statusOn(unverified(dossier.spells), on),
    restrictions: unverified(held),
    fines: finesOn(unverified(dossier.fines), on),
    reports: dossier.reports.filter((report) => report.asOf === null || report.asOf <= on),
  };
  const asOf = knownAt && whole.dataAsOf && whole.dataAsOf > dayOf(knownAt) ? null : whole.dataAsOf;
  const fine = code === "licensed" || code === "restricted" || code === "unknown";
  const negative =
    (reported.spell !== null && reported.spell.status !== "active") ||
    reported.restrictions.length > 0 ||
    reported.reports.some((report) => negativeSeen.has(report.statusSeen));
  return {
    code,
    reason,
    on,
    knownAt,
    asOf,
    spell,
    restrictions,
    fines: finesOn(verified(dossier.fines), on),
    approvals: verified(dossier.approvals).filter((approval) => holdsOn(approval, on)),
    reported,
    flags: {
      dateUncertain: [spell, ...restrictions].some((fact) => fact !== null && insidePrecision(fact, on)),
      afterAsOf: asOf !== null && on > asOf,
      negativeReports: fine && negative,
      demo: dossier.demo,
    },
  };
}

/** What the publication conditions P1 and P3 ask of a firm: what the site knows now. */
export type Standing = { id: string; spells: StatusSpell[]; restrictions: Restriction[]; approvals: Approval[] };
/** Base status active on the day; overlays are `restrictionsCovering`. */
export const isInForceOn = (standing: Standing, on: Day): boolean => isLicensedOn(standing.spells, on);
/** Official overlays that stop this activity on the day: scope `all` always, the others for their market or for source preparation. */
export const restrictionsCovering = (
  standing: Standing,
  activity: { market: string; kind: string },
  on: Day,
): Restriction[] => restrictionsOn(standing.restrictions, on).filter((restriction) => covers(restriction, activity));
