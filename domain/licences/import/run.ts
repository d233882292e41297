import "server-only";
import { basename } from "node:path";
import { change } from "@/domain/audit/change";
import type { Actor } from "@/domain/kernel/actor";
import { requireAll } from "@/domain/kernel/refusal";
import { mayKeepRegister } from "../access";
import { columnOfDay, type Day } from "@/domain/kernel/calendar";
import { now as clock } from "@/platform/clock";
import { db } from "@/platform/db";
import { fileHashOf, openTable, TableError, type TableRow } from "@/platform/tabular";
import { newId } from "../draft";
import type { Reader } from "../read/dossiers";
import { writeDrafts } from "../write";
import { isRegisterHeader, missingColumns } from "./columns";
import { Directory } from "./directory";
import { Contradiction, RowRefusal, type Message, type RegisterEntry, type RowVerdict } from "./entry";
import { mergeRow } from "./merge";
import { rowName, understandRow } from "./row";
import type { MergeContext } from "./work";

export type ImportOptions = {
  file: string;
  /** The day the source speaks of. */
  asOf: Day;
  /** Who says so; with a row's own id it finds the row again. */
  source: string;
  /** From the authority that keeps the register: its facts decide. Anything else is kept as not checked. */
  official: boolean;
  dryRun?: boolean;
  fileName?: string;
  maxBytes?: number;
  onProgress?: (progress: ImportProgress) => void;
  onRow?: (verdict: RowVerdict) => void;
};
export type ImportCounts = Record<RowVerdict["verdict"], number> & { rows: number };
export type ImportProgress = ImportCounts & { bytes: number; totalBytes: number };
export type ImportSummary = {
  importId: string | null;
  dryRun: boolean;
  format: string;
  encoding: string | null;
  counts: ImportCounts;
  /** Verdicts in the order of the file; of a very long file the first that are not "same". onRow hears all. */
  rows: RowVerdict[];
  /** The whole file was refused, with why; nothing was read. */
  failure: Message | null;
};

const batchSize = 200;
const keptRows = 20_000;
const lockKey = 7_201_145;

type Read = { entry: RegisterEntry; verdict: null } | { entry: null; verdict: RowVerdict };

const broken = (row: number, ref: string, verdict: "refused" | "contradiction", messages: Message[]): RowVerdict => ({
  ...{ row, ref, verdict, messages, diff: [], agencyId: null },
});

function read({ row, record, problem }: TableRow, options: ImportOptions): Read {
  const ref = String(
    record.id ?? record["STT"] ?? Object.values(record).find((value) => typeof value === "string" && value) ?? row,
  ).slice(0, 80);
  if (problem) return { entry: null, verdict: broken(row, ref, "refused", [{ code: `row_${problem}` }]) };
  try {
    return { entry: understandRow(row, record, options), verdict: null };
  } catch (error) {
    if (error instanceof RowRefusal) return { entry: null, verdict: broken(row, ref, "refused", [error.why]) };
    throw error;
  }
}

/** One row against what is held and what earlier rows said. */
function place(entry: RegisterEntry, directory: Directory, context: MergeContext): RowVerdict {
  const ref = rowName(entry);
  try {
    const before = directory.resolve(entry);
    const { draft, diff, messages } = mergeRow(before, entry, context);
    const fresh = before.isNew && before.added.size === 0 && before.fields.size === 0;
    directory.set(draft);
    const verdict = fresh ? "added" : diff.length > 0 ? "changed" : "same";
    return { row: entry.row, ref, verdict, messages, diff, agencyId: draft.dossier.id };
  } catch (error) {
    if (error instanceof Contradiction) return broken(entry.row, ref, "contradiction", [error.why]);
    throw error;
  }
}

async function placeBatch(
  batch: readonly Read[],
  directory: Directory,
  context: MergeContext,
  reader: Reader,
): Promise<RowVerdict[]> {
  await directory.load(
    batch.flatMap(({ entry }) => entry ?? []),
    reader,
  );
  return batch.map(({ entry, verdict }) => verdict ?? place(entry!, directory, context));
}

/** Whole rows with their journal in one transaction; two imports at once take turns, batch by batch. */
const writeBatch = (actor: Actor, batch: readonly Read[], options: ImportOptions): Promise<RowVerdict[]> =>
  change(actor, async (tx, now, note) => {
    await tx.$queryRaw`SELECT pg_advisory_xact_lock(${lockKey})::text`;
    const directory = new Directory(options.source);
    const verdicts = await placeBatch(
      batch,
      directory,
      { now, asOf: options.asOf, externalSource: options.source },
      tx,
    );
    await writeDrafts(tx, directory.takeChanged(), now, note);
    return verdicts;
  });

/** Nothing is written: the directory remembers what earlier rows would have done. */
async function rehearseBatch(
  batch: readonly Read[],
  directory: Directory,
  options: ImportOptions,
): Promise<RowVerdict[]> {
  const verdicts = await placeBatch(
    batch,
    directory,
    { now: clock(), asOf: options.asOf, externalSource: options.source },
    db,
  );
  directory.settle();
  return verdicts;
}

async function begin(actor: Actor, options: ImportOptions): Promise<string> {
  const { source, official, asOf, file } = options;
  const fileHash = await fileHashOf(file);
  return change(actor, async (tx, now) => {
    const data = {
      id: newId(),
      source,
      official,
      asOf: columnOfDay(asOf),
      fileName: options.fileName ?? basename(file),
      fileHash,
      startedAt: now,
    };
    await tx.registerImport.create({ data });
    return data.id;
  });
}

const finish = (actor: Actor, id: string, counts: ImportCounts): Promise<void> =>
  change(actor, async (tx, now, note) => {
    const { added, changed, same, refused, contradiction } = counts;
    const data = { finishedAt: now, added, changed, same, refused: refused + contradiction };
    await tx.registerImport.update({ where: { id }, data });
    note({
      event: "register.imported",
      subjectType: "registerImport",
      subjectId: id,
      after: { added, changed, same, refused, contradiction },
    });
  });

/**
 * Reads a register file into the licences, row by row in transactions of 200: a killed run leaves whole rows only, its RegisterImport
 * without an end (so the register's as-of day does not move), and running it again finds those rows "same" and does the rest.
 */
export async function importRegister(actor: Actor, options: ImportOptions): Promise<ImportSummary> {
  requireAll("licences", { mayKeepRegister: mayKeepRegister(actor) });
  const dryRun = options.dryRun ?? false;
  const counts: ImportCounts = { rows: 0, added: 0, changed: 0, same: 0, refused: 0, contradiction: 0 };
  const summary: ImportSummary = {
    importId: null,
    dryRun,
    format: "",
    encoding: null,
    counts,
    rows: [],
    failure: null,
  };
  const place = { bytes: 0, totalBytes: 0 };
  const directory = new Directory(options.source);
  const settle = async (batch: Read[]) => {
    const verdicts = dryRun ? await rehearseBatch(batch, directory, options) : await writeBatch(actor, batch, options);
    for (const verdict of verdicts) {
      counts.rows += 1;
      counts[verdict.verdict] += 1;
      options.onRow?.(verdict);
      if (summary.rows.length < keptRows) summary.rows.push(verdict);
    }
    options.onProgress?.({ ...counts, ...place });
  };
  try {
    const onProgress = ({ bytes, totalBytes }: typeof place) => Object.assign(place, { bytes, totalBytes });
    const table = await openTable(options.file, {
      isHeader: isRegisterHeader,
      onProgress,
      ...(options.maxBytes ? { maxBytes: options.maxBytes } : {}),
    });
    Object.assign(summary, { format: table.format, encoding: table.encoding });
    const missing = table.header ? missingColumns(table.header, options.official) : [];
    if (missing.length > 0)
      throw new TableError("missingHeader", { seen: table.header?.join(" | ") ?? "", missing: missing.join(", ") });
    if (!dryRun) summary.importId = await begin(actor, options);
    let batch: Read[] = [];
    for await (const row of table.rows) {
      batch.push(read(row, options));
      if (batch.length < batchSize) continue;
      await settle(batch);
      batch = [];
    }
    await settle(batch);
    if (summary.importId) await finish(actor, summary.importId, counts);
  } catch (error) {
    if (!(error instanceof TableError)) throw error;
    // The rows before the break are kept; the run has no end, and says why.
    summary.failure = { code: error.code, details: error.details };
  }
  return summary;
}
