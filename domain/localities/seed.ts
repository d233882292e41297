// Fills the tables of localities from the reference files; does nothing when they already say the same.
import { createHash } from "node:crypto";
import type { Prisma } from "@/platform/db";
import { localityReference, type LocalityRow, type SuccessionRow } from "./reference";

const digest = (lines: readonly string[]): string =>
  createHash("md5").update(lines.toSorted().join("\n")).digest("hex");
const lineOf = (row: LocalityRow): string =>
  [row.id, row.level, row.code, row.name, row.kind, row.parentId, row.validFrom, row.validTo, row.search, row.source]
    .filter((cell) => cell !== null)
    .join("|");
const stepLineOf = (row: SuccessionRow): string =>
  [row.beforeId, row.afterId, row.partial, row.on, row.source].join("|");

async function unchanged(tx: Prisma.TransactionClient): Promise<boolean> {
  const { localities, successions } = localityReference();
  const [stored] = await tx.$queryRaw<{ localities: string | null; successions: string | null }[]>`
    SELECT (SELECT md5(string_agg(line, E'\n' ORDER BY line COLLATE "C")) FROM (
              SELECT concat_ws('|', id, level::text, code, name, kind, "parentId", "validFrom"::text, "validTo"::text, search, source) AS line
              FROM "Locality") AS a) AS localities,
           (SELECT md5(string_agg(line, E'\n' ORDER BY line COLLATE "C")) FROM (
              SELECT concat_ws('|', "beforeId", "afterId", partial::text, "on"::text, source) AS line
              FROM "LocalitySuccession") AS b) AS successions`;
  return (
    stored?.localities === digest(localities.map(lineOf)) && stored.successions === digest(successions.map(stepLineOf))
  );
}

export type SeededLocalities = { skipped: boolean; localities: number; successions: number };

/** Run inside one transaction. Rows that other tables point at are changed in place; one that vanished from the files must be unused. */
export async function seedLocalities(tx: Prisma.TransactionClient): Promise<SeededLocalities> {
  const { localities, successions } = localityReference();
  const counts = { localities: localities.length, successions: successions.length };
  if (await unchanged(tx)) return { skipped: true, ...counts };

  // One statement each, from JSON: row by row through the client took fifteen times as long.
  await tx.$executeRaw`
    INSERT INTO "Locality" (id, level, code, name, kind, "parentId", "validFrom", "validTo", search, source)
    SELECT id, level::"LocalityLevel", code, name, kind, "parentId", "validFrom", "validTo", search, source
    FROM jsonb_to_recordset(${JSON.stringify(localities)}::jsonb) AS r(id text, level text, code text, name text, kind text,
      "parentId" text, "validFrom" date, "validTo" date, search text, source text)
    ON CONFLICT (id) DO UPDATE SET level = EXCLUDED.level, code = EXCLUDED.code, name = EXCLUDED.name, kind = EXCLUDED.kind,
      "parentId" = EXCLUDED."parentId", "validFrom" = EXCLUDED."validFrom", "validTo" = EXCLUDED."validTo",
      search = EXCLUDED.search, source = EXCLUDED.source
    WHERE "Locality" IS DISTINCT FROM EXCLUDED`;
  await tx.localitySuccession.deleteMany();
  await tx.$executeRaw`
    INSERT INTO "LocalitySuccession" ("beforeId", "afterId", partial, "on", source)
    SELECT "beforeId", "afterId", partial, "on", source
    FROM jsonb_to_recordset(${JSON.stringify(successions)}::jsonb) AS r("beforeId" text, "afterId" text, partial boolean, "on" date, source text)`;
  const wanted = new Set(localities.map((row) => row.id));
  const stored = await tx.locality.findMany({ select: { id: true } });
  const gone = stored.map((row) => row.id).filter((id) => !wanted.has(id));
  if (gone.length > 0) await tx.locality.deleteMany({ where: { id: { in: gone } } });
  return { skipped: false, ...counts };
}
