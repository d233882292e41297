// What a row adds to what is held: nothing, something new, a finer date, an end; or a contradiction, which is reported and not written.
import { holdsOn, type Day } from "@/domain/kernel/calendar";
import { appendTo, isFiner, mayFollow, sameDate } from "../chain";
import { displayName, type StatusSpell } from "../dossier";
import { addFact, addLicence, replaceFact, setField, withDataFrom, type AgencyField, type Draft } from "../draft";
import { nameCoreKey, nameKey } from "../identifiers";
import { Contradiction, type Dated, type Message, type RegisterEntry, type RowVerdict } from "./entry";

export type MergeContext = { now: Date; asOf: Day; externalSource: string };
type Diff = RowVerdict["diff"];
export type Merged = { draft: Draft; diff: Diff; messages: Message[] };

/** A row's work in progress: the draft so far, and what to tell about it. */
type Work = { draft: Draft; diff: Diff; messages: Message[]; entry: RegisterEntry; context: MergeContext };

export const written = ({ on, precision }: Dated): string => on.slice(0, { year: 4, month: 7, day: 10 }[precision]);
const datedOf = (fact: { from: Day; precision: Dated["precision"] }): Dated => ({
  on: fact.from,
  precision: fact.precision,
});
const told = (work: Work, field: string, before: string | null, after: string | null) =>
  work.diff.push({ field, before, after });
const contradicts = (code: string, details: Message["details"]): never => {
  throw new Contradiction({ code, details });
};
const words = (...parts: (string | null | undefined)[]) => parts.filter(Boolean).join(" ");

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
  if (!licence || work.draft.dossier.licences.some((held) => held.numberKey === licence.key)) return;
  const { printed: numberPrinted, key, family, issued } = licence;
  work.draft = addLicence(work.draft, {
    numberPrinted,
    numberKey: key,
    family,
    issuedOn: issued?.on ?? null,
    source,
    verified,
  });
  told(work, "licence", null, numberPrinted);
}

// --- Base status. The chains of official and of other sources are kept apart.

type Said = RegisterEntry["spells"][number] & { licenceNo: string | null };

function heldSpell(chain: readonly StatusSpell[], said: Said): StatusSpell | undefined {
  const same = chain.filter((spell) => spell.status === said.status);
  if (said.status === "active")
    return same.find((spell) => !spell.licenceNo || !said.licenceNo || spell.licenceNo === said.licenceNo);
  return (
    same.find((spell) => said.decisionNo && spell.decisionNo === said.decisionNo) ??
    same.find((spell) => sameDate(datedOf(spell), said.at)) ??
    same.at(-1)
  );
}

function mergeSpell(work: Work, said: Said): void {
  const { entry, context } = work;
  const chain = work.draft.dossier.spells.filter((spell) => spell.verified === entry.verified);
  const label = words(said.status, written(said.at), said.decisionNo);
  const held = heldSpell(chain, said);
  const fact = {
    status: said.status,
    licenceNo: said.licenceNo,
    from: said.at.on,
    precision: said.at.precision,
    decisionOn: null,
  };
  const whole = {
    ...fact,
    decisionNo: said.decisionNo,
    reason: said.reason,
    source: entry.source,
    verified: entry.verified,
    to: null,
  };
  if (held) {
    const dated = datedOf(held);
    if (!sameDate(dated, said.at))
      return contradicts(said.status === "active" ? "issueDayDiffers" : "decisionDayDiffers", {
        status: said.status,
        held: words(written(dated), held.decisionNo),
        said: words(written(said.at), said.decisionNo),
      });
    if (held.decisionNo && said.decisionNo && held.decisionNo !== said.decisionNo)
      return contradicts("decisionNoDiffers", { status: said.status, held: held.decisionNo, said: said.decisionNo });
    const finer = isFiner(said.at.precision, held.precision);
    const number = !held.decisionNo && said.decisionNo !== null;
    if (!finer && !number) return;
    const better = {
      ...(finer ? { from: said.at.on, precision: said.at.precision } : {}),
      decisionNo: held.decisionNo ?? said.decisionNo,
    };
    work.draft = replaceFact(work.draft, "spells", held, better, context.now);
    if (finer) closeBefore(work, chain, held, said.at.on);
    told(work, "status", words(held.status, written(dated), held.decisionNo), label);
    return;
  }
  const first = chain[0];
  if (first && said.at.on < first.from) {
    // Older history learnt later: it ends where what is held begins.
    if (!mayFollow({ status: said.status, licenceNo: said.licenceNo }, first))
      contradicts("transition", { from: said.status, to: first.status, on: first.from });
    work.draft = addFact(work.draft, "spells", { ...whole, to: first.from }, context.now);
    return void told(work, "status", null, label);
  }
  const step = appendTo(chain, { ...fact, licenceNo: said.licenceNo });
  const last = chain.at(-1);
  if (step.refusal)
    contradicts("transition", { from: words(last?.status, last?.from, last?.licenceNo), to: label, on: said.at.on });
  if (step.closes) work.draft = replaceFact(work.draft, "spells", step.closes, { to: said.at.on }, context.now);
  work.draft = addFact(work.draft, "spells", whole, context.now);
  told(work, "status", last ? words(last.status, written(datedOf(last)), last.decisionNo) : null, label);
}

/** The spell before one whose beginning is now known better ends there. */
function closeBefore(work: Work, chain: readonly StatusSpell[], moved: StatusSpell, from: Day): void {
  const before = chain.findLast((spell) => spell.to === moved.from && spell.id !== moved.id);
  if (before) work.draft = replaceFact(work.draft, "spells", before, { to: from }, work.context.now);
}

function mergeStatus(work: Work): void {
  const { entry, context } = work;
  const { licence } = entry;
  const licenceNo = licence?.printed ?? null;
  const held = work.draft.dossier.licences.find((l) => l.numberKey === licence?.key)?.numberPrinted ?? licenceNo;
  if (licence?.issued && licence.family !== "employment_service")
    mergeSpell(work, { status: "active", at: licence.issued, licenceNo: held, decisionNo: null, reason: null });
  for (const spell of entry.spells) mergeSpell(work, { ...spell, licenceNo: held });
  if (!entry.listedActive) return;
  const now = work.draft.dossier.spells.find((spell) => spell.verified && holdsOn(spell, context.asOf));
  if (now && now.status !== "active")
    contradicts("listedAfterEnd", { held: words(now.status, now.from, now.decisionNo), asOf: context.asOf });
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

/** Could these be the names of one firm? Missing names agree with everything. */
export function namesAgree(
  a: Pick<RegisterEntry, "nameVi" | "nameEn" | "abbreviation">,
  b: Pick<RegisterEntry, "nameVi" | "nameEn" | "abbreviation">,
): boolean {
  const keys = (names: typeof a) =>
    [names.nameVi, names.nameEn, names.abbreviation].flatMap((name) =>
      name ? [nameCoreKey(name) ?? nameKey(name)] : [],
    );
  const [left, right] = [keys(a), keys(b)];
  if (left.length === 0 || right.length === 0) return true;
  return left.some((x) =>
    right.some(
      (y) =>
        x === y ||
        (x.length > 3 && ` ${y} `.includes(` ${x} `)) ||
        (y.length > 3 && ` ${x} `.includes(` ${y} `)) ||
        likeness(x, y) > 0.6,
    ),
  );
}

/** Share of three-letter pieces in common, as the database's own similarity counts. */
export function likeness(a: string, b: string): number {
  const pieces = (text: string) =>
    new Set(text.split(" ").flatMap((word) => [...`  ${word} `].slice(2).map((_, i) => `  ${word} `.slice(i, i + 3))));
  const [x, y] = [pieces(a), pieces(b)];
  const common = [...x].filter((piece) => y.has(piece)).length;
  return common / (x.size + y.size - common || 1);
}
