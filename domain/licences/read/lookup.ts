import "server-only";
import { db } from "@/platform/db";
import type { IdentifierKind } from "../identifiers";
import type { LookupPlan } from "../lookup";

export type Hit = { agencyId: string; kind: IdentifierKind; value: string; key: string; score: number };
export type WarningRow = {
  id: string;
  name: string;
  phones: string[];
  websites: string[];
  reason: string;
  decisionNo: string | null;
  issuer: string | null;
  from: Date;
  to: Date | null;
  source: string;
  verified: boolean;
  demo: boolean;
  nameKey: string;
  score: number;
};

const nearEnough = 0.42;

/** Identifiers equal to what was asked, and names near it: one round trip over the key index and the trigram index. */
export async function hitsFor(plan: LookupPlan): Promise<{ exact: Hit[]; near: Hit[] }> {
  const names = [plan.nameKey, plan.nameCoreKey].filter((key): key is string => key !== null);
  const keys = [...new Set([...plan.keys.map(({ key }) => key), ...names])];
  const prefix = plan.licencePrefix ? `${plan.licencePrefix}/%` : null;
  const core = plan.nameCoreKey ?? "";
  const rows = await db.$queryRaw<(Hit & { exact: boolean })[]>`
    (SELECT i."agencyId", i."kind"::text AS kind, i."value", i."key", 1.0::float8 AS score, true AS exact
      FROM "AgencyIdentifier" i
      WHERE i."key" = ANY(${keys}::text[]) OR (${prefix}::text IS NOT NULL AND i."key" LIKE ${prefix}::text AND i."kind" = 'licence_no')
      LIMIT 100)
    UNION ALL
    (SELECT i."agencyId", i."kind"::text, i."value", i."key",
        GREATEST(similarity(i."key", ${core}), 0.95 * word_similarity(${core}, i."key"))::float8 AS score, false
      FROM "AgencyIdentifier" i
      WHERE ${core} <> '' AND i."kind" IN ('name', 'former_name', 'abbreviation') AND (i."key" % ${core} OR i."key" %> ${core})
      ORDER BY score DESC, i."key" LIMIT 60)`;
  const fits = new Map(plan.keys.map(({ kind, key }) => [`${kind} ${key}`, true]));
  const isName = (kind: IdentifierKind) => kind === "name" || kind === "former_name" || kind === "abbreviation";
  const exact = rows.filter(
    (row) =>
      row.exact &&
      (isName(row.kind)
        ? names.includes(row.key)
        : fits.has(`${row.kind} ${row.key}`) || (prefix !== null && row.kind === "licence_no")),
  );
  return { exact, near: rows.filter((row) => !row.exact && row.score >= nearEnough) };
}

/** The named warning list, by name, phone or website, in the same box. */
export async function warningsFor(plan: LookupPlan): Promise<WarningRow[]> {
  const keys = plan.keys.map(({ key }) => key);
  const [full, core] = [plan.nameKey ?? "", plan.nameCoreKey ?? ""];
  const rows = await db.$queryRaw<WarningRow[]>`
    SELECT w.*, CASE WHEN w."phones" && ${keys}::text[] OR w."websites" && ${keys}::text[] OR w."nameKey" IN (${full}, ${core}) THEN 1.0::float8
        ELSE GREATEST(similarity(w."nameKey", ${core}), 0.95 * word_similarity(${core}, w."nameKey"))::float8 END AS score
    FROM "Warning" w
    WHERE w."phones" && ${keys}::text[] OR w."websites" && ${keys}::text[]
      OR (${core} <> '' AND (w."nameKey" = ${full} OR w."nameKey" % ${core} OR w."nameKey" %> ${core}))
    ORDER BY score DESC, w."from" DESC LIMIT 10`;
  return rows.filter((row) => row.score >= nearEnough);
}
