// Which province, district or commune a place belonged to on a given day, and what each was called then.
// The provinces themselves are here without a database: 34 since 2025-07-01, and the 63 before.
import file from "@/prisma/reference/localities-provinces.json";
import { day, type Day } from "@/domain/kernel/calendar";
import { foldName } from "@/domain/kernel/text";

/** First day of the 34 provinces and of two levels instead of three (Resolutions 202 and 203/2025/QH15). */
export const reformOn: Day = day(file.meta.reformOn);

export type Existence = { validFrom: Day | null; validTo: Day | null };
export type Named = { id: string; name: string; kind: string };

/** An open beginning means "since before our data". */
export const existedOn = (unit: Existence, on: Day): boolean =>
  (unit.validFrom === null || unit.validFrom <= on) && (unit.validTo === null || on < unit.validTo);

type Change = { on: Day; kindBefore: string; nameBefore: string | null; source: string };
const changesById = new Map<string, Change[]>();
for (const change of file.changes)
  for (const id of change.ids) {
    const { on, kindBefore, nameBefore, source } = { nameBefore: null, ...change };
    changesById.set(id, [...(changesById.get(id) ?? []), { on: day(on), kindBefore, nameBefore, source }]);
  }

/** Name and kind on a day: Đồng Nai is a city since 2026-04-30 and was a province before, without having ended. */
export function nameOn(unit: Named, on: Day): { name: string; kind: string } {
  const next = (changesById.get(unit.id) ?? []).filter((c) => on < c.on).sort((a, b) => (a.on < b.on ? -1 : 1))[0];
  return { name: next?.nameBefore ?? unit.name, kind: next?.kindBefore ?? unit.kind };
}

/** Earlier names of a unit that goes on, with the kind it then had: "xã Long Thành". */
export const earlierNames = (unit: Named): string[] =>
  (changesById.get(unit.id) ?? []).map((c) => `${c.kindBefore} ${c.nameBefore ?? unit.name}`);

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** "Tỉnh Lâm Đồng", "Thành phố Hồ Chí Minh", "Phường 12": as an address writes it. */
export function fullName(unit: Named, on?: Day): string {
  const { name, kind } = on ? nameOn(unit, on) : unit;
  return `${capital(kind)} ${name}`;
}

/** "Lâm Đồng", "TP. Hồ Chí Minh": for lists and filters. Only there is the city's name never said bare. */
export const shortName = (unit: { name: string }): string =>
  unit.name === "Hồ Chí Minh" ? "TP. Hồ Chí Minh" : unit.name;

export type Step = { beforeId: string; afterId: string; partial: boolean; on: Day };
export type Whereabouts = {
  ids: string[];
  /** One unit and no doubt. A district divided among communes, or a province that came from three, leaves a choice. */
  certain: boolean;
};

/** The units that on a day held the ground which the given unit holds or held; none when nothing is recorded. */
export function placeOn(
  id: string,
  on: Day,
  units: ReadonlyMap<string, Existence>,
  steps: readonly Step[],
): Whereabouts {
  let found = new Set([id]);
  let certain = true;
  // Each round moves every unit that is not of the day one generation towards it.
  for (let round = 0; round < 10; round++) {
    const next = new Set<string>();
    for (const at of found) {
      const unit = units.get(at);
      if (!unit || existedOn(unit, on)) {
        if (unit) next.add(at);
        continue;
      }
      const later = unit.validTo !== null && unit.validTo <= on;
      const moves = steps.filter((s) => (later ? s.beforeId === at && s.on <= on : s.afterId === at && on < s.on));
      if (moves.length !== 1 || (later && moves.some((s) => s.partial))) certain = false;
      for (const move of moves) next.add(later ? move.afterId : move.beforeId);
    }
    const settled = next.size === found.size && [...next].every((at) => found.has(at));
    found = next;
    if (settled) break;
  }
  return { ids: [...found].sort(), certain: certain && found.size === 1 };
}

// --- The provinces.

export type Province = {
  id: string;
  /** Code of the statistics office, unique among today's 34 only. */
  code: string;
  name: string;
  nameEn: string;
  /** tỉnh or thành phố, today. */
  kind: string;
  /** Folded names, its own first, then of the provinces that merged into it. */
  search: string;
};
export type FormerProvince = {
  id: string;
  code: string;
  name: string;
  kind: string;
  becameId: string;
  aliases: readonly string[];
};

const english: Record<string, string> = { "Hà Nội": "Hanoi", "Hồ Chí Minh": "Ho Chi Minh City" };
const withoutMarks = (text: string): string =>
  text
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "")
    .replace(/đ/g, "d")
    .replace(/Đ/g, "D");
const vietnamese = new Intl.Collator("vi");

export const formerProvinces: readonly FormerProvince[] = file.former.map(({ became, ...p }) => ({
  ...p,
  becameId: became,
}));

const namesOf = (p: (typeof file.provinces)[number]): string[] => [
  `${p.kind} ${p.name}`,
  ...earlierNames(p),
  ...p.aliases,
  ...formerProvinces.filter((f) => f.becameId === p.id).flatMap((f) => [f.name, ...f.aliases]),
];

/** Today's 34, in the order of the Vietnamese alphabet. */
export const provinces: readonly Province[] = file.provinces
  .map((p) => ({
    id: p.id,
    code: p.code,
    name: p.name,
    nameEn: english[p.name] ?? withoutMarks(p.name),
    kind: p.kind,
    search: [...new Set(namesOf(p).map(foldName))].join(", "),
  }))
  .sort((a, b) => vietnamese.compare(a.name, b.name));

/** Today's provinces that went through the reform as they were, and so existed before it too. */
export const unchangedProvinceIds: ReadonlySet<string> = new Set(
  file.provinces.filter((p) => !p.merged).map((p) => p.id),
);

const byId = new Map(provinces.flatMap((p) => [[p.id, p] as const, [p.code, p] as const]));
/** One of today's provinces, by id or by code. */
export const provinceOf = (idOrCode: string): Province | undefined => byId.get(idOrCode);

/** The provinces of a day: 63 through 2025-06-30, 34 since. */
export const provinceUnits: readonly (Named & Existence & { code: string })[] = [
  ...provinces.map(({ id, code, name, kind }) => ({
    id,
    code,
    name,
    kind,
    validFrom: unchangedProvinceIds.has(id) ? null : reformOn,
    validTo: null,
  })),
  ...formerProvinces.map(({ id, code, name, kind }) => ({ id, code, name, kind, validFrom: null, validTo: reformOn })),
];

const unitById = new Map(provinceUnits.map((u) => [u.id, u]));
const provinceSteps: readonly Step[] = formerProvinces.map((f) => ({
  beforeId: f.id,
  afterId: f.becameId,
  partial: false,
  on: reformOn,
}));
/** The province or provinces that a province, today's or former, was on a day. */
export const provincePlaceOn = (id: string, on: Day): Whereabouts => placeOn(id, on, unitById, provinceSteps);

const compact = (text: string): string => text.replaceAll(" ", "");
const idByName = new Map<string, string>();
for (const f of formerProvinces)
  for (const name of [f.name, ...f.aliases]) idByName.set(compact(foldName(name)), f.becameId);
for (const p of file.provinces) for (const name of [p.name, ...p.aliases]) idByName.set(compact(foldName(name)), p.id);

function provinceNamed(text: string): string | null {
  const folded = foldName(text.replace(/\([^)]*\)/g, " ")).replace(/ (cu|province|city)$/, "");
  const bare = folded.replace(/^(thanh pho|tinh|tp|t) /, "");
  for (const key of [folded, bare]) {
    const id = idByName.get(compact(key)) ?? idByName.get(compact(key).replace(/^tp/, ""));
    if (id) return id;
  }
  return null;
}

/** Today's province for any name, old, new or short ("TPHCM", "Ha Noi", "Bình Dương"), or the end of an address; else null. */
export function provinceIdOf(text: string): string | null {
  const whole = provinceNamed(text);
  if (whole) return whole;
  for (const part of text.split(/[,;]/).reverse()) {
    const id = provinceNamed(part);
    if (id) return id;
  }
  return null;
}
