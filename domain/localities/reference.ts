// The reference files as rows of the tables: read once, and only by those who fill or check the tables.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Day } from "@/domain/kernel/calendar";
import { foldName } from "@/domain/kernel/text";
import { earlierNames, formerProvinces, provinceUnits, provinces, reformOn } from "./rules";
import type { LocalityLevel } from "./schema";

export type LocalityRow = {
  id: string;
  level: LocalityLevel;
  code: string;
  name: string;
  kind: string;
  parentId: string | null;
  validFrom: Day | null;
  validTo: Day | null;
  search: string;
  source: string;
};
export type SuccessionRow = { beforeId: string; afterId: string; partial: boolean; on: Day; source: string };
export type LocalityReference = { localities: readonly LocalityRow[]; successions: readonly SuccessionRow[] };

type UnitsFile = {
  districts: [code: string, province: string, kind: string, name: string, becameZone?: string][];
  communes: [code: string, province: string, kind: string, name: string, olderNames?: string][];
  former: [code: string, district: string, kind: string, name: string, into: string][];
};

const provinceLaw = "Nghị quyết 202/2025/QH15";
const districtLaw = "Nghị quyết 203/2025/QH15";
const communeLaw = "Quyết định 19/2025/QĐ-TTg";

function provinceRows(): LocalityRow[] {
  const searchOf = new Map(provinces.map((p) => [p.id, p.search]));
  const formerSearch = new Map(
    formerProvinces.map((f) => [f.id, [`${f.kind} ${f.name}`, ...f.aliases].map(foldName).join(", ")]),
  );
  return provinceUnits.map((unit) => ({
    ...unit,
    level: "province",
    parentId: null,
    search: searchOf.get(unit.id) ?? formerSearch.get(unit.id) ?? "",
    source: provinceLaw,
  }));
}

/** Provinces first, then districts, then communes: each row's parent stands before it. */
function build(): LocalityReference {
  // Not an import: 0.7 MB that the type checker and the pages need not read.
  const units = JSON.parse(
    readFileSync(join(process.cwd(), "prisma/reference/localities-units.json"), "utf8"),
  ) as UnitsFile;
  const formerIdOf = new Map(formerProvinces.map((f) => [f.code, f.id]));
  const ended = { validFrom: null, validTo: reformOn };
  const search = (id: string, kind: string, name: string, more = "") =>
    [...[`${kind} ${name}`, ...earlierNames({ id, kind, name })].map(foldName), more].filter(Boolean).join(", ");

  const districts = units.districts.map(([code, province, kind, name]): LocalityRow => ({
    id: `d-${code}`,
    level: "district",
    code,
    name,
    kind,
    parentId: formerIdOf.get(province) ?? `p-${province}`,
    ...ended,
    search: search(`d-${code}`, kind, name),
    source: districtLaw,
  }));
  const communes = units.communes.map(([code, province, kind, name, older]): LocalityRow => ({
    id: `c-${code}`,
    level: "commune",
    code,
    name,
    kind,
    parentId: `p-${province}`,
    validFrom: reformOn,
    validTo: null,
    search: search(`c-${code}`, kind, name, older),
    source: communeLaw,
  }));
  const former = units.former.map(([code, district, kind, name]): LocalityRow => ({
    id: `c-${code}-f`,
    level: "commune",
    code,
    name,
    kind,
    parentId: `d-${district}`,
    ...ended,
    search: search(`c-${code}-f`, kind, name),
    source: communeLaw,
  }));
  return { localities: [...provinceRows(), ...districts, ...communes, ...former], successions: successionsOf(units) };
}

function successionsOf(units: UnitsFile): SuccessionRow[] {
  const intoOfDistrict = new Map<string, Set<string>>();
  for (const [, district, , , into] of units.former) {
    const codes = intoOfDistrict.get(district) ?? new Set();
    for (const code of into.split(" ")) codes.add(code);
    intoOfDistrict.set(district, codes);
  }
  for (const [code, , , , zone] of units.districts) if (zone) intoOfDistrict.set(code, new Set([zone]));

  const provinceSteps = formerProvinces.map((f) => ({
    beforeId: f.id,
    afterId: f.becameId,
    partial: false,
    on: reformOn,
    source: provinceLaw,
  }));
  const steps = (beforeId: string, into: readonly string[], source: string) =>
    into.map((code) => ({ beforeId, afterId: `c-${code}`, partial: into.length > 1, on: reformOn, source }));
  return [
    ...provinceSteps,
    ...[...intoOfDistrict].flatMap(([code, into]) => steps(`d-${code}`, [...into], districtLaw)),
    ...units.former.flatMap(([code, , , , into]) => steps(`c-${code}-f`, into.split(" "), communeLaw)),
  ];
}

let built: LocalityReference | undefined;
export const localityReference = (): LocalityReference => (built ??= build());
