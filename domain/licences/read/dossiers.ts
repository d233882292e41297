import "server-only";
import { dayOfColumn, type Day } from "@/domain/kernel/calendar";
import { db, type Prisma } from "@/platform/db";
import type { Approval, Dossier, Restriction, StatusSpell } from "../dossier";
import type { Standing } from "../verdict";

/** The pool, or a transaction that wants to see its own writes. */
export type Reader = Pick<Prisma.TransactionClient, "$queryRaw">;

type Json = Record<string, unknown>;
const listOf = (value: unknown): Json[] => (Array.isArray(value) ? (value as Json[]) : []);
/** Json from the database to facts: instants become dates; days already are text. */
const known = <T>(row: Json): T =>
  ({
    ...row,
    knownFrom: new Date(row.knownFrom as string),
    knownTo: row.knownTo === null ? null : new Date(row.knownTo as string),
  }) as T;
const facts = <T>(value: unknown): T[] => listOf(value).map(known<T>);
const dayOrNull = (value: unknown): Day | null => (value instanceof Date ? dayOfColumn(value) : null);

function dossierOf(row: Json): Dossier {
  const fines = listOf(row.fines).map((fine) => ({
    ...fine,
    amountVnd: fine.amountVnd === null ? null : BigInt(fine.amountVnd as string),
  }));
  const { id, slug, nameVi, nameEn, abbreviation, enterpriseCode, headOffice, provinceId, phone, website, email } =
    row as unknown as Dossier;
  const { representative, establishedOn, demo, externalSource, externalRef, note } = row as unknown as Dossier;
  return {
    ...{ id, slug, nameVi, nameEn, abbreviation, enterpriseCode, headOffice, provinceId, phone, website, email },
    ...{ representative, establishedOn, demo, externalSource, externalRef, note },
    dataFrom: dayOrNull(row.dataFrom),
    dataAsOf: dayOrNull(row.dataAsOf),
    licences: listOf(row.licences) as Dossier["licences"],
    spells: facts(row.spells),
    restrictions: facts(row.restrictions),
    fines: facts(fines),
    approvals: facts(row.approvals),
    branches: facts(row.branches),
    reports: facts(row.reports),
  };
}

/** Whole dossiers in one round trip, as the site knows them now, or knew them at an instant. */
export async function dossiersOf(
  ids: readonly string[],
  knownAt: Date | null = null,
  reader: Reader = db,
): Promise<Map<string, Dossier>> {
  if (ids.length === 0) return new Map();
  // What is known now is what is known at the end of time.
  const at = knownAt ?? new Date("9999-01-01T00:00:00Z");
  const rows = await reader.$queryRaw<Json[]>`
    SELECT a.*,
      (SELECT jsonb_agg(to_jsonb(x) ORDER BY x."issuedOn" NULLS LAST, x.id) FROM "Licence" x WHERE x."agencyId" = a.id) AS licences,
      (SELECT jsonb_agg(to_jsonb(x) ORDER BY x."from", x."knownFrom", x.id) FROM "LicenceSpell" x
        WHERE x."agencyId" = a.id AND x."knownFrom" <= ${at} AND (x."knownTo" IS NULL OR x."knownTo" > ${at})) AS spells,
      (SELECT jsonb_agg(to_jsonb(x) ORDER BY x."from", x.id) FROM "LicenceRestriction" x
        WHERE x."agencyId" = a.id AND x."knownFrom" <= ${at} AND (x."knownTo" IS NULL OR x."knownTo" > ${at})) AS restrictions,
      (SELECT jsonb_agg(to_jsonb(x) || jsonb_build_object('amountVnd', x."amountVnd"::text) ORDER BY x."on", x.id) FROM "LicenceFine" x
        WHERE x."agencyId" = a.id AND x."knownFrom" <= ${at} AND (x."knownTo" IS NULL OR x."knownTo" > ${at})) AS fines,
      (SELECT jsonb_agg(to_jsonb(x) ORDER BY x."from", x.id) FROM "MarketApproval" x
        WHERE x."agencyId" = a.id AND x."knownFrom" <= ${at} AND (x."knownTo" IS NULL OR x."knownTo" > ${at})) AS approvals,
      (SELECT jsonb_agg(to_jsonb(x) ORDER BY x.name, x.id) FROM "Branch" x
        WHERE x."agencyId" = a.id AND x."knownFrom" <= ${at} AND (x."knownTo" IS NULL OR x."knownTo" > ${at})) AS branches,
      (SELECT jsonb_agg(to_jsonb(x) ORDER BY x."asOf" NULLS FIRST, x.id) FROM "StatusReport" x
        WHERE x."agencyId" = a.id AND x."knownFrom" <= ${at} AND (x."knownTo" IS NULL OR x."knownTo" > ${at})) AS reports
    FROM "Agency" a WHERE a.id = ANY(${[...ids]}::uuid[])`;
  return new Map(rows.map((row) => [row.id as string, dossierOf(row)]));
}

/** What publication conditions P1 and P3 need, read inside the caller's transaction if there is one. */
export async function standingsOf(ids: readonly string[], reader: Reader = db): Promise<Map<string, Standing>> {
  if (ids.length === 0) return new Map();
  const rows = await reader.$queryRaw<{ id: string; spells: unknown; restrictions: unknown; approvals: unknown }[]>`
    SELECT a.id,
      (SELECT jsonb_agg(to_jsonb(x) ORDER BY x."from") FROM "LicenceSpell" x WHERE x."agencyId" = a.id AND x."knownTo" IS NULL) AS spells,
      (SELECT jsonb_agg(to_jsonb(x) ORDER BY x."from") FROM "LicenceRestriction" x WHERE x."agencyId" = a.id AND x."knownTo" IS NULL) AS restrictions,
      (SELECT jsonb_agg(to_jsonb(x) ORDER BY x."from") FROM "MarketApproval" x WHERE x."agencyId" = a.id AND x."knownTo" IS NULL) AS approvals
    FROM "Agency" a WHERE a.id = ANY(${[...ids]}::uuid[])`;
  return new Map(
    rows.map((row) => [
      row.id,
      {
        id: row.id,
        spells: facts<StatusSpell>(row.spells),
        restrictions: facts<Restriction>(row.restrictions),
        approvals: facts<Approval>(row.approvals),
      },
    ]),
  );
}
