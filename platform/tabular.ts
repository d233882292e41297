// Tables in files, whatever wrote them: CSV, XLSX or JSON, in any encoding seen in Việt Nam, row by row, with broken rows marked.
import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { readFile, stat } from "node:fs/promises";
import iconv from "iconv-lite";
import { readCsv, type Cells } from "./tabular/csv";
import { encodingOf, headOf, type Encoding } from "./tabular/encoding";
import { readXlsx } from "./tabular/xlsx";

export type TableFormat = "csv" | "xlsx" | "json";
export type RowProblem = "quote" | "tooLong" | "notAnObject" | "tooManyCells";
/** `row`: the line of the file (CSV), the row of the sheet (XLSX), the place in the list from 1 (JSON). */
export type TableRow = { row: number; record: Record<string, unknown>; problem?: RowProblem };
export type Progress = { bytes: number; totalBytes: number; rows: number };

export type TableErrorCode =
  "missing" | "empty" | "tooLarge" | "oldExcel" | "unreadable" | "badJson" | "noRows" | "missingHeader";
/** The file as a whole cannot be read; worded by the caller. */
export class TableError extends Error {
  constructor(
    readonly code: TableErrorCode,
    readonly details: Record<string, string | number> = {},
  ) {
    super(`table: ${code} ${JSON.stringify(details)}`);
    this.name = "TableError";
  }
}

export type TableOptions = {
  /** Lists often begin with a title: the first row for which this is true names the columns. Without it, the first row does. */
  isHeader?: (cells: readonly string[]) => boolean;
  maxBytes?: number;
  onProgress?: (progress: Progress) => void;
};
export type Table = {
  format: TableFormat;
  encoding: Encoding | null;
  bytes: number;
  header: readonly string[] | null;
  meta: unknown;
  rows: AsyncIterable<TableRow>;
};

const largest = 200 * 1024 * 1024;
const headerWithin = 25;

/** NFC (old encodings give letters and marks apart), no control characters (the database keeps no NUL). */
export const cleanCell = (text: string): string =>
  text
    .normalize("NFC")
    .replace(/[\p{Cc}\p{Cs}]+/gu, (run) => (/[\n\t]/.test(run) ? "\n" : ""))
    .trim();

const clean = (value: unknown): unknown => {
  if (typeof value === "string") return cleanCell(value);
  if (Array.isArray(value)) return value.map(clean);
  if (value && typeof value === "object")
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [cleanCell(key), clean(inner)]));
  return value;
};

function formatOf(head: Buffer): TableFormat {
  if (head.subarray(0, 4).toString("latin1") === "PK\u0003\u0004") return "xlsx";
  if (head.subarray(0, 4).toString("hex") === "d0cf11e0") throw new TableError("oldExcel");
  return /^[\ufeff\ufffe\0\s]*[[{]/.test(
    head
      .subarray(0, 200)
      .toString("utf8")
      .replace(/\ufffd/g, ""),
  )
    ? "json"
    : "csv";
}

async function parseJson(path: string, encoding: Encoding): Promise<{ meta: unknown; rows: unknown[] }> {
  const text = iconv.decode(await readFile(path), encoding, { stripBOM: true });
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch (error) {
    throw new TableError("badJson", { where: error instanceof Error ? error.message.slice(0, 200) : "" });
  }
  const lists = parsed as { rows?: unknown; orders?: unknown } | null;
  const rows = Array.isArray(parsed) ? parsed : (lists?.rows ?? lists?.orders);
  if (!Array.isArray(rows)) throw new TableError("noRows");
  return { meta: Array.isArray(parsed) ? null : ((parsed as { meta?: unknown }).meta ?? null), rows };
}

function* jsonRows(rows: readonly unknown[], report: (row: number) => void): Generator<TableRow> {
  for (const [index, value] of rows.entries()) {
    report(index + 1);
    const isRecord = value !== null && typeof value === "object" && !Array.isArray(value);
    if (isRecord) yield { row: index + 1, record: clean(value) as Record<string, unknown> };
    else yield { row: index + 1, record: {}, problem: "notAnObject" };
  }
}

/** Columns with the same name, or none, stay apart. */
function namesOf(cells: readonly string[]): string[] {
  const seen = new Map<string, number>();
  return cells.map((cell, index) => {
    const name = cleanCell(cell).replace(/\s+/g, " ") || `#${index + 1}`;
    const times = (seen.get(name) ?? 0) + 1;
    seen.set(name, times);
    return times === 1 ? name : `${name} (${times})`;
  });
}

async function findHeader(source: AsyncIterator<Cells>, isHeader: TableOptions["isHeader"]): Promise<string[]> {
  const passed: string[] = [];
  for (let tried = 0; tried < headerWithin; tried += 1) {
    const next = await source.next();
    if (next.done) break;
    if (next.value.problem) continue;
    if (!isHeader || isHeader(next.value.cells.map(cleanCell))) return namesOf(next.value.cells);
    if (passed.length < 3) passed.push(next.value.cells.join(" | ").slice(0, 200));
  }
  throw new TableError(passed.length > 0 ? "missingHeader" : "empty", { seen: passed.join(" ⏎ ") });
}

async function* recordsOf(
  source: AsyncIterator<Cells>,
  header: readonly string[],
  report: (row: number) => void,
): AsyncGenerator<TableRow> {
  for (let next = await source.next(); !next.done; next = await source.next()) {
    const { row, cells, problem } = next.value;
    report(row);
    const record = Object.fromEntries(header.map((name, index) => [name, cleanCell(cells[index] ?? "")]));
    const overflow = cells.slice(header.length).some((cell) => cell.trim() !== "");
    const wrong = problem ?? (overflow ? ("tooManyCells" as const) : undefined);
    if (!wrong && Object.values(record).every((text) => text === "")) continue;
    yield wrong ? { row, record, problem: wrong } : { row, record };
  }
}

/** Any fault of the reader itself (a cut archive, bad XML) as a fault of the file. */
async function* guarded<T>(source: AsyncIterable<T>): AsyncGenerator<T> {
  try {
    yield* source;
  } catch (error) {
    if (error instanceof TableError) throw error;
    throw new TableError("unreadable", { where: error instanceof Error ? error.message.slice(0, 200) : "" });
  }
}

export async function openTable(path: string, options: TableOptions = {}): Promise<Table> {
  const size = await stat(path).catch(() => null);
  if (!size?.isFile()) throw new TableError("missing", { file: path });
  const totalBytes = size.size;
  const limit = options.maxBytes ?? largest;
  if (totalBytes === 0) throw new TableError("empty", { seen: "" });
  if (totalBytes > limit)
    throw new TableError("tooLarge", {
      megabytes: Math.ceil(totalBytes / 1_048_576),
      limit: Math.floor(limit / 1_048_576),
    });
  const head = await headOf(path);
  const format = formatOf(head);
  const progress = { bytes: 0, totalBytes, rows: 0 };
  const report = () => {
    progress.rows += 1;
    options.onProgress?.({ ...progress });
  };
  const onBytes = (bytes: number) => (progress.bytes += bytes);
  if (format === "json") {
    const encoding = await encodingOf(path, head);
    const { meta, rows } = await parseJson(path, encoding);
    const count = (row: number) => {
      progress.bytes = Math.round((totalBytes * row) / rows.length);
      report();
    };
    return {
      format,
      encoding,
      bytes: totalBytes,
      header: null,
      meta,
      rows: { [Symbol.asyncIterator]: () => asyncOf(jsonRows(rows, count)) },
    };
  }
  const encoding = format === "csv" ? await encodingOf(path, head) : null;
  const cells: AsyncIterable<Cells> = encoding ? readCsv(path, encoding, head, onBytes) : readXlsx(path, onBytes);
  const source = guarded(cells)[Symbol.asyncIterator]();
  const header = await findHeader(source, options.isHeader);
  return { format, encoding, bytes: totalBytes, header, meta: null, rows: recordsOf(source, header, report) };
}

async function* asyncOf<T>(rows: Iterable<T>): AsyncGenerator<T> {
  yield* rows;
}

/** The rows alone, with columns named as the file names them; mapping names to meanings is the caller's. */
export async function* readTable(path: string, options: TableOptions = {}): AsyncGenerator<TableRow> {
  yield* (await openTable(path, options)).rows;
}

/** What the file holds, as one hash: the same file twice is the same. */
export async function fileHashOf(path: string): Promise<string> {
  const hash = createHash("sha256");
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
  return hash.digest("hex");
}
