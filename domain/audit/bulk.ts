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

/** As PostgreSQL reads a value of its own; bigint with every digit. */
function textOf(value: unknown, form: Column["form"]): string {
  if (form === "json") return JSON.stringify(value, whole);
  if (form === "list")
    return `{${(value as unknown[]).map((one) => (one === null ? "NULL" : quoted(String(one)))).join()}}`;
  return value instanceof Date ? value.toISOString() : String(value);
}

/** The same inside an array. */
const cell = (value: unknown, form: Column["form"]): string =>
  value === null || value === undefined
    ? "NULL"
    : quoted(typeof value === "string" && form !== "json" ? value : textOf(value, form));

type Rows = readonly Record<string, unknown>[];
/** From so many rows on, a value that all of them share is sent once; for fewer the statement stays the same and is prepared once. */
const sharing = 100;

/** One statement for a part of the rows: a list for each column, or a single value where all rows agree. */
function statementFor(table: Table, columns: readonly Column[], rows: Rows): { sql: string; values: string[] } {
  const [values, lists, picked]: [string[], string[], string[]] = [[], [], []];
  for (const { name, type, form } of columns) {
    const first = rows[0]?.[name] ?? null;
    if (rows.length >= sharing && rows.every((row) => (row[name] ?? null) === first)) {
      if (first !== null) values.push(textOf(first, form));
      picked.push(first === null ? `NULL::${type}` : `$${values.length}::text::${type}`);
      continue;
    }
    values.push(`{${rows.map((row) => cell(row[name], form)).join()}}`);
    // An array of lists would be one list of two dimensions: those come as texts.
    lists.push(`$${values.length}::text::${form === "list" ? "text" : type}[]`);
    picked.push(form === "list" ? `c${lists.length}::${type}` : `c${lists.length}`);
  }
  const from =
    lists.length > 0
      ? `unnest(${lists.join()}) AS given(${lists.map((_, i) => `c${i + 1}`).join()})`
      : `generate_series(1, ${rows.length})`;
  const names = columns.map(({ name }) => `"${name}"`).join();
  return { sql: `INSERT INTO "${table}" (${names}) SELECT ${picked.join()} FROM ${from}`, values };
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
  const columns = (await columnsOf(tx, table)).filter(({ name }) => rows.some((row) => name in row));
  for (let start = 0; start < rows.length; start += chunk) {
    const { sql, values } = statementFor(table, columns, rows.slice(start, start + chunk) as unknown as Rows);
    await tx.$executeRawUnsafe(onConflict === "keeps" ? `${sql} ON CONFLICT DO NOTHING` : sql, ...values);
  }
}

/** After a table has grown many times over, queries are planned for the size it had; the server notices by itself only a minute later. */
export const refreshStatistics = async (): Promise<void> => {
  await writableDb.$executeRawUnsafe("ANALYZE");
};
