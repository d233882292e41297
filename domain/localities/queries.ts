import "server-only";
import { columnOfDay, dayOfColumn, type Day } from "@/domain/kernel/calendar";
import { foldName } from "@/domain/kernel/text";
import { db } from "@/platform/db";
import { fullName, nameOn, provinceIdOf } from "./rules";
import type { LocalityLevel } from "./schema";

export type LocalityView = {
  id: string;
  level: LocalityLevel;
  code: string;
  name: string;
  kind: string;
  /** With its kind: "Phường Ba Đình". */
  fullName: string;
  /** What it lies or lay in, from the nearest: ["Quận Ba Đình", "Thành phố Hà Nội"]. */
  within: string[];
  parentId: string | null;
  validFrom: Day | null;
  /** First day on which it no longer existed; null while it does. */
  validTo: Day | null;
};
export type Successor = LocalityView & { partial: boolean; changedOn: Day; source: string };
export type LocalityHit = LocalityView & {
  /** What became of a former locality; empty for today's. */
  became: Successor[];
};

const columns = {
  id: true,
  level: true,
  code: true,
  name: true,
  kind: true,
  parentId: true,
  validFrom: true,
  validTo: true,
} as const;
const withParents = { ...columns, parent: { select: { ...columns, parent: { select: columns } } } } as const;
type Row = {
  id: string;
  level: LocalityLevel;
  code: string;
  name: string;
  kind: string;
  parentId: string | null;
  validFrom: Date | null;
  validTo: Date | null;
};
type RowWithParents = Row & { parent: (Row & { parent: Row | null }) | null };

const dayOrNull = (column: Date | null): Day | null => column && dayOfColumn(column);
const lastDayOf = (row: Row): Day | undefined =>
  row.validTo ? dayOfColumn(new Date(row.validTo.getTime() - 86_400_000)) : undefined;

/** Named as on the day asked for; a former locality otherwise as on its last day. */
function viewOf(row: RowWithParents, asked?: Day): LocalityView {
  const on = asked ?? lastDayOf(row);
  const { name, kind } = on ? nameOn(row, on) : row;
  const parents = [row.parent, row.parent?.parent].filter((p) => p != null);
  return {
    id: row.id,
    level: row.level,
    code: row.code,
    name,
    kind,
    fullName: fullName(row, on),
    within: parents.map((p) => fullName(p, on)),
    parentId: row.parentId,
    validFrom: dayOrNull(row.validFrom),
    validTo: dayOrNull(row.validTo),
  };
}

const existing = (on: Day) => ({
  AND: [
    { OR: [{ validFrom: null }, { validFrom: { lte: columnOfDay(on) } }] },
    { OR: [{ validTo: null }, { validTo: { gt: columnOfDay(on) } }] },
  ],
});
const vietnamese = new Intl.Collator("vi", { numeric: true });
const byName = (a: LocalityView, b: LocalityView): number => vietnamese.compare(a.name, b.name);

/** The provinces of a day: 63 before 2025-07-01, 34 since. */
export async function provincesOn(on: Day): Promise<LocalityView[]> {
  const rows = await db.locality.findMany({ where: { level: "province", ...existing(on) }, select: withParents });
  return rows.map((row) => viewOf(row, on)).sort(byName);
}

/** What lay directly in a locality on a day: communes of a province today, districts before. */
export async function localitiesIn(parentId: string, on: Day): Promise<LocalityView[]> {
  const rows = await db.locality.findMany({ where: { parentId, ...existing(on) }, select: withParents });
  return rows.map((row) => viewOf(row, on)).sort(byName);
}

export async function localityOf(id: string, on?: Day): Promise<LocalityView | null> {
  const row = await db.locality.findUnique({ where: { id }, select: withParents });
  return row && viewOf(row, on);
}

async function successorsOf(ids: string[]): Promise<Map<string, Successor[]>> {
  const steps = await db.localitySuccession.findMany({
    where: { beforeId: { in: ids } },
    select: { beforeId: true, partial: true, on: true, source: true, after: { select: withParents } },
  });
  const found = new Map<string, Successor[]>(ids.map((id) => [id, []]));
  for (const { beforeId, after, partial, on, source } of steps)
    found.get(beforeId)?.push({ ...viewOf(after), partial, changedOn: dayOfColumn(on), source });
  for (const list of found.values()) list.sort(byName);
  return found;
}

/** What became of a former locality, part by part; empty for one that still exists. */
export async function becameOf(id: string): Promise<Successor[]> {
  return (await successorsOf([id])).get(id) ?? [];
}

/** The former localities whose ground is today in this one. */
export async function cameFrom(id: string): Promise<LocalityView[]> {
  const steps = await db.localitySuccession.findMany({
    where: { afterId: id },
    select: { before: { select: withParents } },
  });
  return steps.map((step) => viewOf(step.before)).sort(byName);
}

const kinds = "(tinh|thanh pho|quan|huyen|thi xa|phuong|xa|thi tran|dac khu) ";
/** People go on saying "xã" where there is a phường now. */
const writtenKind =
  /^\s*(tỉnh|thành phố|quận|huyện|thị xã|phường|xã|thị trấn|đặc khu|thanh pho|quan|huyen|thi xa|phuong|xa|thi tran)\s+/i;
const abbreviations: Record<string, string> = {
  t: "tinh",
  tp: "thanh pho",
  q: "quan",
  h: "huyen",
  tx: "thi xa",
  p: "phuong",
  x: "xa",
  tt: "thi tran",
};

/** "q1" and "p. 12" as the register writes them; everything else as typed. */
function expanded(folded: string): string {
  const [, head = "", tail = ""] = /^(\p{L}+) ?(.+)$/u.exec(folded.replace(/^([pq])(\d+)$/, "$1 $2")) ?? [];
  const [first = "", ...rest] = folded.split(" ");
  if (rest.length === 0) return abbreviations[head] && /^\d+$/.test(tail) ? `${abbreviations[head]} ${tail}` : folded;
  return abbreviations[first] ? [abbreviations[first], ...rest].join(" ") : folded;
}

export type LocalitySearchOptions = { level?: LocalityLevel; on?: Day | null; limit?: number };

/**
 * Localities by old or new name, with or without marks, provinces and whole names first, then today's; a former one says what became of it.
 * With a day, only those that existed on it. "Phú Mỹ, Bình Dương" keeps what lies in the province that Bình Dương is today.
 */
export async function searchLocalities(text: string, options: LocalitySearchOptions = {}): Promise<LocalityHit[]> {
  const { level = null, on = null, limit = 20 } = options;
  const parts = text.split(",");
  const insideId = parts.length > 1 ? provinceIdOf(parts.at(-1) ?? "") : null;
  const typed = foldName((insideId && parts[0]) || text);
  if (typed.length < 2) return [];
  const asked = expanded(typed);
  // A province under a spelling the register lacks ("binhduong") is still found.
  const provinceId = level === null || level === "province" ? provinceIdOf(typed) : null;
  const ownName = `^(${kinds})?(${typed}|${asked})(,|$)`;
  const otherName = `, (${typed}|${asked})(,|$)`;
  const wordStart = `(^|\\s)(${typed}|${asked})`;
  const found = await db.$queryRaw<{ id: string }[]>`
    SELECT l.id FROM "Locality" l
    LEFT JOIN "Locality" p ON p.id = l."parentId"
    LEFT JOIN "Locality" g ON g.id = p."parentId"
    LEFT JOIN "LocalitySuccession" s ON s."beforeId" = COALESCE(g.id, p.id, l.id)
    WHERE (l.search LIKE ${`%${typed}%`} OR l.search LIKE ${`%${asked}%`} OR l.id = ${provinceId})
      AND (${level}::text IS NULL OR l.level::text = ${level})
      AND (${on}::date IS NULL OR ((l."validFrom" IS NULL OR l."validFrom" <= ${on}::date) AND (l."validTo" IS NULL OR l."validTo" > ${on}::date)))
      AND (${insideId}::text IS NULL OR ${insideId} IN (l.id, p.id, g.id, s."afterId"))
    ORDER BY CASE WHEN l.level = 'province' AND l.search ~ ${ownName} THEN 0 WHEN l.id = ${provinceId} THEN 1
                  WHEN l.search ~ ${ownName} THEN 2 WHEN l.search ~ ${otherName} THEN 3 WHEN l.search ~ ${wordStart} THEN 4 ELSE 5 END,
      l."validTo" NULLS FIRST, l.level, l.search, l.id
    LIMIT ${limit}`;
  const withoutKind = text.replace(writtenKind, "");
  if (found.length === 0 && withoutKind !== text) return searchLocalities(withoutKind, options);
  return hitsOf(
    found.map((row) => row.id),
    on,
  );
}

async function hitsOf(ids: string[], on: Day | null): Promise<LocalityHit[]> {
  const [rows, became] = await Promise.all([
    db.locality.findMany({ where: { id: { in: ids } }, select: withParents }),
    successorsOf(ids),
  ]);
  const rowOf = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => {
    const row = rowOf.get(id);
    return row ? [{ ...viewOf(row, on ?? undefined), became: became.get(id) ?? [] }] : [];
  });
}
