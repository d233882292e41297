// Fills the tables of localities from the reference files; does nothing when they already say the same.
import { createHash } from "node:crypto";
import type { Prisma } from "@/platform/db";
import { columnOfDay, type Day } from "@/domain/kernel/calendar";
import { localityReference, type LocalityRow, type SuccessionRow } from "./reference";

const chunk = 2_000;
const column = (day: Day | null): Date | null => day && columnOfDay(day);
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

  const stored = new Map((await tx.locality.findMany()).map((row) => [row.id, row]));
  const data = localities.map((row) => ({ ...row, validFrom: column(row.validFrom), validTo: column(row.validTo) }));
  const missing = data.filter((row) => !stored.has(row.id));
  for (let start = 0; start < missing.length; start += chunk)
    await tx.locality.createMany({ data: missing.slice(start, start + chunk) });
  for (const row of data) {
    const before = stored.get(row.id);
    if (
      before &&
      Object.entries(row).some(([key, value]) => String(before[key as keyof typeof before]) !== String(value))
    )
      await tx.locality.update({ where: { id: row.id }, data: row });
  }

  await tx.localitySuccession.deleteMany();
  const steps = successions.map((row) => ({ ...row, on: columnOfDay(row.on) }));
  for (let start = 0; start < steps.length; start += chunk)
    await tx.localitySuccession.createMany({ data: steps.slice(start, start + chunk) });
  const wanted = new Set(localities.map((row) => row.id));
  const gone = [...stored.keys()].filter((id) => !wanted.has(id));
  if (gone.length > 0) await tx.locality.deleteMany({ where: { id: { in: gone } } });
  return { skipped: false, ...counts };
}
