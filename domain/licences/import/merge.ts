// What a row adds to what is held: nothing, something new, a finer date, an end; or a contradiction, which is reported and not written.
import type { Day } from "@/domain/kernel/calendar";
import { isFiner, sameDate } from "../chain";
import { displayName } from "../dossier";
import {
  addFact,
  addLicence,
  confirmLicence,
  replaceFact,
  setField,
  withDataFrom,
  type AgencyField,
  type Draft,
} from "../draft";
import { nameKey } from "../identifiers";
import type { RegisterEntry } from "./entry";
import { mergeStatus } from "./status";
import { contradicts, datedOf, told, words, written, type MergeContext, type Merged, type Work } from "./work";

// --- Who it is.

const ownFields: readonly Exclude<AgencyField, "provinceId" | "note">[] = [
  ...([
    "nameVi",
    "nameEn",
    "abbreviation",
    "headOffice",
    "phone",
    "website",
    "email",
    "representative",
    "establishedOn",
  ] as const),
];

function mergeField<F extends AgencyField>(work: Work, field: F): void {
  const { entry, context } = work;
  const { dossier } = work.draft;
  const [held, said] = [dossier[field], entry[field as keyof RegisterEntry] as (typeof dossier)[F]];
  if (said === null || said === held) return;
  // The newest official list is right about a firm; any other source only fills gaps and corrects what it said itself.
  const own = dossier.externalSource === context.externalSource;
  const newer = dossier.dataAsOf === null || context.asOf >= dossier.dataAsOf;
  if (held !== null && !(newer && (entry.verified || own))) {
    work.messages.push({ code: "fieldKept", details: { field, held: String(held), said: String(said) } });
    return;
  }
  if (field === "nameVi" && typeof held === "string")
    work.draft = { ...work.draft, formerNames: [...work.draft.formerNames, held] };
  work.draft = setField(work.draft, field, said);
  told(work, field, held === null ? null : String(held), String(said));
}

function mergeCode(work: Work): void {
  const { entry, draft } = work;
  const held = draft.dossier.enterpriseCode;
  if (!entry.enterpriseCode || held === entry.enterpriseCode) return;
  if (held)
    contradicts("enterpriseCodeDiffers", { held, said: entry.enterpriseCode, agency: displayName(draft.dossier) });
  work.draft = setField(draft, "enterpriseCode", entry.enterpriseCode);
  told(work, "enterpriseCode", null, entry.enterpriseCode);
}

function mergeLicence(work: Work): void {
  const { licence, source, verified } = work.entry;
  if (!licence) return;
  const held = work.draft.dossier.licences.find(({ numberKey }) => numberKey === licence.key);
  if (held && (held.verified || !verified)) return;
  const { printed: numberPrinted, key: numberKey, family, issued } = licence;
  const said = { numberPrinted, numberKey, family, issuedOn: issued?.on ?? null, source, verified };
  work.draft = held ? confirmLicence(work.draft, held, said) : addLicence(work.draft, said);
  told(work, "licence", held?.numberPrinted ?? null, numberPrinted);
}

// --- Everything else that is dated.

function mergeRestrictions(work: Work): void {
  for (const said of work.entry.restrictions) {
    const { at, to, kind, scope, market, issuer, decisionNo, reason } = said;
    const label = (end: Day | null) =>
      words(kind, scope === "market" ? market : scope, `${written(at)} → ${end ?? "…"}`, decisionNo);
    const same = work.draft.dossier.restrictions.filter(
      (r) => r.verified === work.entry.verified && r.kind === kind && r.scope === scope && r.market === market,
    );
    const held = same.find((r) => (decisionNo !== null && r.decisionNo === decisionNo) || sameDate(datedOf(r), at));
    if (!held) {
      const fact = {
        kind,
        scope,
        market,
        from: at.on,
        precision: at.precision,
        to,
        issuer,
        decisionNo,
        reason,
        decisionOn: null,
      };
      work.draft = addFact(
        work.draft,
        "restrictions",
        { ...fact, source: work.entry.source, verified: work.entry.verified },
        work.context.now,
      );
      told(work, "restriction", null, label(to));
    } else if (!sameDate(datedOf(held), at))
      contradicts("decisionDayDiffers", { status: kind, held: written(datedOf(held)), said: written(at) });
    else if (held.to !== null && to !== null && held.to !== to)
      contradicts("restrictionEndDiffers", { kind, held: held.to, said: to });
    else if (held.to === null && to !== null) {
      work.draft = replaceFact(work.draft, "restrictions", held, { to }, work.context.now);
      told(work, "restriction", label(null), label(to));
    }
  }
}

function mergeFines(work: Work): void {
  for (const { amountVnd, at, decisionNo, reason } of work.entry.fines) {
    const label = words(amountVnd?.toString() ?? "?", "VND", written(at), decisionNo);
    const fines = work.draft.dossier.fines.filter((f) => f.verified === work.entry.verified);
    const byNumber = decisionNo ? fines.find((f) => f.decisionNo === decisionNo) : undefined;
    if (
      byNumber &&
      (!sameDate(byNumber, at) ||
        (byNumber.amountVnd !== null && amountVnd !== null && byNumber.amountVnd !== amountVnd))
    )
      contradicts("fineDiffers", {
        held: words(byNumber.amountVnd?.toString(), byNumber.on, byNumber.decisionNo),
        said: label,
      });
    if (byNumber ?? fines.find((f) => f.amountVnd === amountVnd && sameDate(f, at) && (!f.decisionNo || !decisionNo)))
      continue;
    const fact = { amountVnd, reason, on: at.on, precision: at.precision, decisionNo, appeal: null, removedOn: null };
    work.draft = addFact(
      work.draft,
      "fines",
      { ...fact, source: work.entry.source, verified: work.entry.verified },
      work.context.now,
    );
    told(work, "fine", null, label);
  }
}

function mergeApprovals(work: Work): void {
  for (const { code, at, seen } of work.entry.approvals) {
    // "Seen on a list in April 2020" is no decision: never verified, whoever says it.
    const verified = work.entry.verified && !seen;
    const held = work.draft.dossier.approvals.find(
      (a) => a.code === code && a.verified === verified && (a.to === null || at.on < a.to),
    );
    if (held && (sameDate(datedOf(held), at) ? !isFiner(at.precision, held.precision) : seen && at.on > held.from))
      continue;
    if (held && !sameDate(datedOf(held), at) && at.on > held.from) {
      contradicts("approvalDayDiffers", { code, held: written(datedOf(held)), said: written(at) });
    }
    const fact = {
      code,
      from: at.on,
      precision: at.precision,
      to: null,
      decisionNo: null,
      source: work.entry.source,
      verified,
    };
    work.draft = held
      ? replaceFact(work.draft, "approvals", held, { from: at.on, precision: at.precision }, work.context.now)
      : addFact(work.draft, "approvals", fact, work.context.now);
    told(work, "approval", held ? words(code, written(datedOf(held))) : null, words(code, written(at)));
  }
}

function mergeBranches(work: Work): void {
  for (const branch of work.entry.branches) {
    if (work.draft.dossier.branches.some((held) => nameKey(held.name) === nameKey(branch.name))) continue;
    const unsaid = { phone: null, decisionNo: null, from: null, to: null };
    const fact = { ...branch, ...unsaid, source: work.entry.source, verified: work.entry.verified };
    work.draft = addFact(work.draft, "branches", fact, work.context.now);
    told(work, "branch", null, branch.name);
  }
}

function mergeReport(work: Work): void {
  const { report, source } = work.entry;
  if (!report) return;
  const asOf = report.at?.on ?? null;
  if (
    work.draft.dossier.reports.some((r) => r.source === source && r.statusSeen === report.statusSeen && r.asOf === asOf)
  )
    return;
  const { statusSeen, confidence, note } = report;
  const fact = { statusSeen, asOf, precision: report.at?.precision ?? ("day" as const), confidence, note, source };
  work.draft = addFact(work.draft, "reports", fact, work.context.now);
  told(work, "report", null, words(statusSeen, report.at && written(report.at)));
}

/** Throws Contradiction; the draft handed in stays as it was. */
export function mergeRow(draft: Draft, entry: RegisterEntry, context: MergeContext): Merged {
  const work: Work = { draft, diff: [], messages: [...entry.messages], entry, context };
  mergeCode(work);
  for (const field of ownFields) mergeField(work, field);
  mergeField(work, "provinceId");
  mergeField(work, "note");
  mergeLicence(work);
  mergeStatus(work);
  mergeRestrictions(work);
  mergeFines(work);
  mergeApprovals(work);
  mergeBranches(work);
  mergeReport(work);
  const spoken = entry.verified ? context.asOf : (entry.report?.at?.on ?? null);
  const { dataAsOf } = work.draft.dossier;
  if (spoken && (dataAsOf === null || dataAsOf < spoken)) work.draft = setField(work.draft, "dataAsOf", spoken);
  work.draft = withDataFrom(work.draft);
  return { draft: work.draft, diff: work.diff, messages: work.messages };
}
