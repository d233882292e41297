import "server-only";
import { dayOf, dayOfColumn, type Day } from "@/domain/kernel/calendar";
import { now } from "@/platform/clock";
import { db } from "@/platform/db";
import { displayName, type Dossier, type LicenceFamily } from "./dossier";
import { historyOf, type History } from "./history";
import { isEmptyPlan, lookupPlan, type LookupPlan } from "./lookup";
import { dossiersOf, standingsOf } from "./read/dossiers";
import { countAgencies, pageOfAgencies, type AgencyFilter } from "./read/list";
import { hitsFor, warningsFor, type Hit, type WarningRow } from "./read/lookup";
import { verdictOn, type Verdict, type VerdictCode } from "./verdict";

export { standingsOf };
export { agencyIdsByLicence } from "./read/by-licence";
import type { ListedWarning } from "./read/warnings";
export { type ListedWarning, type WarningList, listWarnings } from "./read/warnings";
export { type RegisteredWebsite, websitesNear } from "./read/websites";

export type RegisterAsOf = { asOf: Day; source: string; official: boolean; finishedAt: Date };
export type Match = {
  dossier: Dossier;
  verdict: Verdict;
  name: string;
  matchedBy: { kind: Hit["kind"]; value: string }[];
};
export type NearName = { dossier: Dossier; verdict: Verdict; name: string; matchedName: string; similarity: number };
export type WarningMatch = ListedWarning & {
  /** The name, phone or website is the one asked for, not only like it. */
  exact: boolean;
  similarity: number;
};
export type CheckAnswer = {
  question: LookupPlan;
  on: Day;
  knownAt: Date | null;
  /** "several": more than one firm answers to this, with different answers. "empty": nothing was asked. */
  answer: VerdictCode | "several" | "empty";
  /** The licence number asked about is of this family, whether or not we hold it. */
  numberFamily: LicenceFamily | null;
  matches: Match[];
  /** Firms whose names are near: shown side by side, since swindlers borrow names. */
  near: NearName[];
  /** A near name is so like what was asked, or like the firm found, that people must be warned. */
  lookAlikes: boolean;
  warnings: WarningMatch[];
  register: RegisterAsOf | null;
};

const most = { matches: 12, near: 8 } as const;
const lookAlikeFrom = 0.6;
const names: ReadonlySet<string> = new Set(["name", "former_name", "abbreviation"]);

/** The day the register is from: the newest official import that ended, else the newest of any source. */
export async function registerAsOf(): Promise<RegisterAsOf | null> {
  const row = await db.registerImport.findFirst({
    where: { finishedAt: { not: null } },
    orderBy: [{ official: "desc" }, { asOf: "desc" }, { finishedAt: "desc" }],
    select: { asOf: true, source: true, official: true, finishedAt: true },
  });
  return row?.finishedAt ? { ...row, asOf: dayOfColumn(row.asOf), finishedAt: row.finishedAt } : null;
}

/** Whole dossiers by id, as known now or at an instant. */
export const agencyDossiers = (ids: readonly string[], knownAt: Date | null = null): Promise<Map<string, Dossier>> =>
  dossiersOf(ids, knownAt);

/** A hit on the whole name outranks hits on the name without its company form: those are look-alikes. */
function splitHits(
  exact: readonly Hit[],
  near: readonly Hit[],
  fullName: string | null,
): { matched: Map<string, Hit[]>; near: Map<string, Hit> } {
  const whole = exact.filter((hit) => !names.has(hit.kind) || hit.key === fullName);
  const strong = whole.length > 0 ? whole : exact;
  const matched = new Map<string, Hit[]>();
  for (const hit of strong) matched.set(hit.agencyId, [...(matched.get(hit.agencyId) ?? []), hit]);
  const likely = new Map<string, Hit>();
  for (const hit of [...exact, ...near])
    if (!matched.has(hit.agencyId) && (likely.get(hit.agencyId)?.score ?? 0) < hit.score) likely.set(hit.agencyId, hit);
  return { matched, near: new Map([...likely].sort(([, a], [, b]) => b.score - a.score).slice(0, most.near)) };
}

const warningOf = ({ from, to, score, nameKey: _key, ...row }: WarningRow): WarningMatch => ({
  ...{
    id: row.id,
    name: row.name,
    phones: row.phones,
    websites: row.websites,
    reason: row.reason,
    decisionNo: row.decisionNo,
  },
  ...{ issuer: row.issuer, source: row.source, verified: row.verified, demo: row.demo },
  from: dayOfColumn(from),
  to: to && dayOfColumn(to),
  exact: score >= 0.999,
  similarity: score,
});

function answerOf(
  plan: LookupPlan,
  matches: readonly Match[],
  warnings: readonly WarningMatch[],
): CheckAnswer["answer"] {
  if (isEmptyPlan(plan)) return "empty";
  const codes = new Set(matches.map(({ verdict }) => verdict.code));
  if (codes.size > 1) return "several";
  const [only] = codes;
  const mayAct = only === "licensed" || only === "restricted";
  if (!mayAct && warnings.some((warning) => warning.exact && warning.to === null)) return "warned";
  return only ?? (plan.licence?.family === "employment_service" ? "other_licence" : "unknown");
}

/** "Is this company licensed, today or on a past day?", for whatever was typed; two round trips. */
export async function checkAgency(
  text: string,
  options: { on?: Day | null; knownAt?: Date | null } = {},
): Promise<CheckAnswer> {
  const plan = lookupPlan(text);
  const on = options.on ?? dayOf(now());
  const knownAt = options.knownAt ?? null;
  const empty = isEmptyPlan(plan);
  const [hits, warned, register] = await Promise.all([
    empty ? { exact: [], near: [] } : hitsFor(plan),
    empty ? [] : warningsFor(plan),
    registerAsOf(),
  ]);
  const { matched, near } = splitHits(hits.exact, hits.near, plan.nameKey);
  const dossiers = await dossiersOf([...[...matched.keys()].slice(0, most.matches), ...near.keys()], knownAt);
  const withVerdict = (id: string) => {
    const dossier = dossiers.get(id);
    return dossier ? { dossier, verdict: verdictOn(dossier, on, knownAt), name: displayName(dossier) } : null;
  };
  const matches = [...matched].flatMap(([id, found]) => {
    const match = withVerdict(id);
    return match ? [{ ...match, matchedBy: found.map(({ kind, value }) => ({ kind, value })) }] : [];
  });
  const nearNames = [...near].flatMap(([id, hit]) => {
    const match = withVerdict(id);
    return match ? [{ ...match, matchedName: hit.value, similarity: hit.score }] : [];
  });
  const warnings = warned.map(warningOf);
  return {
    question: plan,
    on,
    knownAt,
    answer: answerOf(plan, matches, warnings),
    numberFamily: plan.licence?.family ?? null,
    matches,
    near: nearNames,
    lookAlikes:
      nearNames.some(({ similarity }) => similarity >= lookAlikeFrom) || (warnings.length > 0 && matches.length > 0),
    warnings,
    register,
  };
}

export type AgencyProfile = {
  dossier: Dossier;
  name: string;
  verdict: Verdict;
  history: History;
  register: RegisterAsOf | null;
};

/** One agency's page: its answer on a day, and its history. Null where there is none at this address. */
export async function agencyProfile(
  slug: string,
  on?: Day | null,
  knownAt: Date | null = null,
): Promise<AgencyProfile | null> {
  const today = dayOf(now());
  const [row, register] = await Promise.all([
    db.agency.findUnique({ where: { slug: slug.replaceAll("\0", "") }, select: { id: true } }),
    registerAsOf(),
  ]);
  const dossier = row && (await dossiersOf([row.id], knownAt)).get(row.id);
  if (!dossier) return null;
  const verdict = verdictOn(dossier, on ?? today, knownAt);
  return { dossier, name: displayName(dossier), verdict, history: historyOf(dossier, today, knownAt), register };
}

export type ListedAgency = { dossier: Dossier; name: string; verdict: Verdict };
export type AgencyList = {
  agencies: ListedAgency[];
  total: number;
  page: number;
  pages: number;
  pageSize: number;
  /** Without the status filter, and without the province filter: what choosing another would give. */
  counts: { status: Partial<Record<VerdictCode, number>>; province: Record<string, number> };
  register: RegisterAsOf | null;
};

/** Agencies by words, status on the day, market they may serve and province of head office. */
export async function listAgencies(
  filter: AgencyFilter & { page?: number; pageSize?: number; on?: Day | null } = {},
): Promise<AgencyList> {
  const on = filter.on ?? dayOf(now());
  const pageSize = Math.min(100, Math.max(1, Math.trunc(filter.pageSize ?? 20)));
  const [counted, register] = await Promise.all([countAgencies(filter, on), registerAsOf()]);
  const counts: AgencyList["counts"] = { status: {}, province: {} };
  let total = 0;
  for (const { code, provinceId, count } of counted) {
    const [fitsStatus, fitsProvince] = [
      !filter.status || filter.status === code,
      !filter.province || filter.province === provinceId,
    ];
    if (fitsProvince) counts.status[code] = (counts.status[code] ?? 0) + count;
    if (fitsStatus && provinceId) counts.province[provinceId] = (counts.province[provinceId] ?? 0) + count;
    if (fitsStatus && fitsProvince) total += count;
  }
  const pages = Math.max(1, Math.ceil(total / pageSize));
  const page = Math.min(pages, Math.max(1, Math.trunc(filter.page ?? 1)));
  const ids = total > 0 ? await pageOfAgencies(filter, on, (page - 1) * pageSize, pageSize) : [];
  const dossiers = await dossiersOf(ids);
  const agencies = ids.flatMap((id) => {
    const dossier = dossiers.get(id);
    return dossier ? [{ dossier, name: displayName(dossier), verdict: verdictOn(dossier, on) }] : [];
  });
  return { agencies, total, page, pages, pageSize, counts, register };
}

/** The addresses of all agency pages, for the sitemap. */
export const agencySlugs = async (): Promise<{ slug: string; updatedAt: Date }[]> =>
  db.agency.findMany({ select: { slug: true, updatedAt: true }, orderBy: { slug: "asc" } });
export {
  type RequestPage,
  type RequestView,
  agencyIdOf,
  requestFile,
  requestFor,
  requestsOf,
  requestsWaitingFor,
} from "./requests/queries";
