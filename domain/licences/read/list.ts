import "server-only";
import { marketOf, programmes } from "@/domain/kernel/catalogue";
import type { Day } from "@/domain/kernel/calendar";
import { db } from "@/platform/db";
import { empty, sql, type Sql } from "@/platform/sql";
import { lookupPlan } from "../lookup";
import type { VerdictCode } from "../verdict";

export type AgencyFilter = {
  q?: string;
  status?: VerdictCode | null;
  market?: string | null;
  province?: string | null;
};
type Counted = { code: VerdictCode; provinceId: string | null; count: number };

/** Approvals one of which a firm must hold to send to a market at all; none where some programme needs only licence and contract. */
function approvalsFor(market: string): string[] {
  const open = programmes.filter((p) => p.market === market && p.senders.includes("service_enterprise"));
  return open.some((p) => p.approvals.length === 0) ? [] : [...new Set(open.flatMap((p) => p.approvals))];
}

/** One row for each firm that fits the words and the market: its status on the day, its province and its name. */
function fitting(filter: AgencyFilter, on: Day): Sql {
  const plan = lookupPlan(filter.q ?? "");
  const keys = plan.keys.map(({ key }) => key);
  const core = plan.nameCoreKey;
  const words = plan.text
    ? sql`AND EXISTS (SELECT 1 FROM "AgencyIdentifier" i WHERE i."agencyId" = a.id
        AND (i."key" = ANY(${keys}::text[]) OR (${core}::text IS NOT NULL AND (i."key" LIKE ${`%${core}%`} OR i."key" %> ${core}))))`
    : empty;
  const market = filter.market && marketOf(filter.market) ? filter.market : null;
  const needed = market ? approvalsFor(market) : [];
  const held = sql`"knownTo" IS NULL AND "verified" AND "from" <= ${on}::date AND ("to" IS NULL OR "to" > ${on}::date)`;
  const mayServe = market
    ? sql`AND s."status" = 'active'
        AND NOT EXISTS (SELECT 1 FROM "LicenceRestriction" WHERE "agencyId" = a.id AND ${held} AND ("scope" = 'all' OR "market" = ${market}))
        ${needed.length > 0 ? sql`AND EXISTS (SELECT 1 FROM "MarketApproval" WHERE "agencyId" = a.id AND ${held} AND "code" = ANY(${needed}::text[]))` : empty}`
    : empty;
  return sql`
    SELECT a.id, a."provinceId", coalesce(a."nameVi", a."nameEn", a."abbreviation", '') AS name,
      CASE
        WHEN s."status" = 'active' THEN
          CASE WHEN EXISTS (SELECT 1 FROM "LicenceRestriction" WHERE "agencyId" = a.id AND ${held}) THEN 'restricted' ELSE 'licensed' END
        WHEN s."status" IS NOT NULL THEN s."status"::text
        WHEN EXISTS (SELECT 1 FROM "Licence" l WHERE l."agencyId" = a.id AND l."family" = 'employment_service')
          AND NOT EXISTS (SELECT 1 FROM "Licence" l WHERE l."agencyId" = a.id AND l."family" <> 'employment_service')
          AND NOT EXISTS (SELECT 1 FROM "LicenceSpell" x WHERE x."agencyId" = a.id AND x."verified" AND x."knownTo" IS NULL) THEN 'other_licence'
        ELSE 'unknown' END AS code
    FROM "Agency" a
    LEFT JOIN LATERAL (SELECT "status" FROM "LicenceSpell" WHERE "agencyId" = a.id AND ${held} ORDER BY "from" DESC LIMIT 1) s ON true
    WHERE true ${words} ${mayServe}`;
}

export const countAgencies = (filter: AgencyFilter, on: Day): Promise<Counted[]> =>
  db.$queryRaw<Counted[]>`
    SELECT t.code, t."provinceId", count(*)::int AS count FROM (${fitting(filter, on)}) t GROUP BY t.code, t."provinceId"`;

/** Ids of one page, in the order of the Vietnamese alphabet. */
export async function pageOfAgencies(filter: AgencyFilter, on: Day, offset: number, limit: number): Promise<string[]> {
  const status = filter.status ? sql`AND t.code = ${filter.status}` : empty;
  const province = filter.province ? sql`AND t."provinceId" = ${filter.province}` : empty;
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT t.id FROM (${fitting(filter, on)}) t WHERE true ${status} ${province}
    ORDER BY t.name COLLATE "vi-x-icu", t.id OFFSET ${offset} LIMIT ${limit}`;
  return rows.map(({ id }) => id);
}
