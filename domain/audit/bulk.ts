import "server-only";
import { randomUUID } from "node:crypto";
import { writableDb } from "@/platform/db";
import type { Tx } from "./change";

const chunk = 2_000;
const tables = [
  ...([
    "JobOrder",
    "FeeComponent",
    "SupplyContract",
    "ContractQuota",
    "Agency",
    "AgencyIdentifier",
    "Licence",
    "LicenceSpell",
  ] as const),
  ...(["LicenceRestriction", "LicenceFine", "MarketApproval", "Branch", "StatusReport"] as const),
  ...(["JournalEntry", "OutboxEvent", "ExchangeRate", "OrderStatistic"] as const),
] as const;
type Table = (typeof tables)[number];
type Column = { name: string; type: string; form: "json" | "list" | "plain" };

/** Time-ordered (RFC 9562, version 7): rows written together lie together in their index. */
export function newRowId(): string {
  const time = Date.now().toString(16).padStart(12, "0");
  return `${time.slice(0, 8)}-${time.slice(8)}-7${randomUUID().slice(15)}`;
}

const known = new Map<Table, readonly Column[]>();

async function columnsOf(tx: Tx, table: Table): Promise<readonly Column[]> {
  const held = known.get(table);
  if (held) return held;
  const found = await tx.$queryRaw<Column[]>`
    SELECT a.attname AS name, format_type(a.atttypid, a.atttypmod) AS type,
           CASE WHEN t.typname IN ('json', 'jsonb') THEN 'json' WHEN t.typcategory = 'A' THEN 'list' ELSE 'plain' END AS form
    FROM pg_attribute a JOIN pg_type t ON t.oid = a.atttypid
    WHERE a.attrelid = ${`"${table}"`}::text::regclass AND a.attnum > 0 AND NOT a.attisdropped ORDER BY a.attnum`;
  known.set(table, found);
  return found;
}

const quoted = (text: string): string => `"${/["\\]/.test(text) ? text.replace(/["\\]/g, "\\$&") : text}"`;
const whole = (_: string, value: unknown): unknown => (typeof value === "bigint" ? value.toString() : value);

/** As PostgreSQL reads it inside an array of texts; bigint with every digit. */
function cell(value: unknown, form: Column["form"]): string {
  if (value === null || value === undefined) return "NULL";
  if (form === "json") return quoted(JSON.stringify(value, whole));
  if (form === "list")
    return quoted(`{${(value as unknown[]).map((one) => (one === null ? "NULL" : quoted(String(one)))).join()}}`);
  if (typeof value === "string") return quoted(value);
  return quoted(value instanceof Date ? value.toISOString() : String(value));
}

/**
 * Inserts many rows with one statement for each two thousand, column by column: about twenty times as fast as row by row, and three times
 * as fast as reading them from JSON. A column that no row names keeps its default; one that only some name is null in the others.
 */
export async function insertRows(
  tx: Tx,
  table: Table,
  rows: readonly object[],
  onConflict: "fails" | "keeps" = "fails",
): Promise<void> {
  if (!tables.includes(table)) throw new TypeError(`not a bulk table: ${table}`);
  if (rows.length === 0) return;
  const named = new Set<string>();
  for (const row of rows) for (const name in row) named.add(name);
  const columns = (await columnsOf(tx, table)).filter(({ name }) => named.has(name));
  const names = columns.map(({ name }) => `"${name}"`);
  const statement = `INSERT INTO "${table}" (${names.join()}) SELECT ${columns.map(({ type }, i) => `c${i}::${type}`).join()}
    FROM unnest(${columns.map((_, i) => `$${i + 1}::text::text[]`).join()}) AS given(${columns.map((_, i) => `c${i}`).join()})
    ${onConflict === "keeps" ? "ON CONFLICT DO NOTHING" : ""}`;
  for (let start = 0; start < rows.length; start += chunk) {
    const part = rows.slice(start, start + chunk) as Record<string, unknown>[];
    const lists = columns.map(({ name, form }) => `{${part.map((row) => cell(row[name], form)).join()}}`);
    await tx.$executeRawUnsafe(statement, ...lists);
  }
}

/** After a table has grown many times over, queries are planned for the size it had; the server notices by itself only a minute later. */
export const refreshStatistics = async (): Promise<void> => {
  await writableDb.$executeRawUnsafe("ANALYZE");
};
