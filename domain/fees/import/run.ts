import "server-only";
import { basename } from "node:path";
import { newRowId } from "@/domain/audit/bulk";
import { type Tx, change } from "@/domain/audit/change";
import type { Actor } from "@/domain/kernel/actor";
import { type Day, columnOfDay, dayOf, dayOfColumn } from "@/domain/kernel/calendar";
import { requireAll } from "@/domain/kernel/refusal";
import { TableError, type TableRow, fileHashOf, openTable } from "@/platform/tabular";
import { mayKeepRates } from "../access";
import { type RateMessage, type SaidRate, isRatesHeader, readRate } from "./columns";
import { Known, placeRate } from "./place";
import { takeTurn, writeRates } from "./write";

export type RateVerdict = {
  row: number;
  ref: string;
  verdict: "added" | "changed" | "same" | "refused" | "contradiction";
  messages: RateMessage[];
};
export type RateImportOptions = {
  file: string;
  source: string;
  /** Somebody has compared these with what the bank published. */
  verified: boolean;
  /** For files without a column of days. */
  asOf?: Day | null;
  dryRun?: boolean;
  maxBytes?: number;
  /** A run that the feed has begun already. */
  runId?: string;
  fileName?: string;
  onProgress?: (progress: { bytes: number; totalBytes: number; rows: number }) => void;
  onRow?: (verdict: RateVerdict) => void;
};
export type RateImportSummary = {
  dryRun: boolean;
  counts: Record<RateVerdict["verdict"], number> & { rows: number };
  rows: RateVerdict[];
  failure: RateMessage | null;
};

const batchSize = 1_000;
const keptVerdicts = 20_000;
const largest = 100 * 1024 * 1024;
type Read = { row: number; ref: string; said: SaidRate | null; messages: RateMessage[] };

function readRow({ row, record, problem }: TableRow, options: RateImportOptions): Read {
  const read = problem ? [{ code: `row_${problem}` }] : readRate(record, options);
  if (Array.isArray(read)) return { row, ref: String(row), said: null, messages: read };
  return { row, ref: `${read.currency} ${read.on}`, said: read, messages: [] };
}

/** Rates of the batch's currencies on its days, and the nearest before and after: what new ones are measured by. */
async function heldFor(tx: Tx, batch: readonly Read[]): Promise<Known> {
  const said = batch.flatMap((read) => read.said ?? []);
  if (said.length === 0) return new Known();
  const currencies = [...new Set(said.map(({ currency }) => currency))];
  const days = said.map(({ on }) => on).toSorted();
  const [first, last] = [columnOfDay(days[0] as Day), columnOfDay(days.at(-1) as Day)];
  const of = { currency: { in: currencies } };
  const [within, before, after] = await Promise.all([
    tx.exchangeRate.findMany({ where: { ...of, on: { gte: first, lte: last } } }),
    tx.exchangeRate.findMany({
      where: { ...of, on: { lt: first } },
      distinct: ["currency"],
      orderBy: [{ currency: "asc" }, { on: "desc" }],
    }),
    tx.exchangeRate.findMany({
      where: { ...of, on: { gt: last } },
      distinct: ["currency"],
      orderBy: [{ currency: "asc" }, { on: "asc" }],
    }),
  ]);
  return new Known(
    [...within, ...before, ...after].map((row) => ({
      ...row,
      on: dayOfColumn(row.on),
      vndPerUnit: row.vndPerUnit.toNumber(),
    })),
  );
}

/** Undoes a rehearsal: thrown inside the transaction, so that nothing of it stays. */
class Rehearsed extends Error {
  constructor(readonly verdicts: RateVerdict[]) {
    super("rehearsed");
  }
}

async function runBatch(
  actor: Actor,
  batch: readonly Read[],
  options: RateImportOptions,
  seen: Known,
): Promise<RateVerdict[]> {
  try {
    return await change(actor, async (tx, now, note) => {
      await takeTurn(tx);
      const held = await heldFor(tx, batch);
      const today = dayOf(now);
      const rates: Parameters<typeof writeRates>[1][number][] = [];
      const verdicts = batch.map(({ row, ref, said, messages }): RateVerdict => {
        if (!said) return { row, ref, verdict: "refused", messages };
        const placed = placeRate(said, held, seen, options.verified, today);
        if (placed.rate) {
          rates.push(placed.rate);
          seen.add(placed.rate);
        }
        return { row, ref, verdict: placed.verdict, messages: placed.messages };
      });
      if (options.dryRun) throw new Rehearsed(verdicts);
      await writeRates(tx, rates, note);
      return verdicts;
    });
  } catch (error) {
    if (error instanceof Rehearsed) return error.verdicts;
    throw error;
  }
}

const begin = async (actor: Actor, options: RateImportOptions): Promise<string> => {
  const { source, verified, file } = options;
  const fileHash = await fileHashOf(file);
  return change(actor, async (tx, now) => {
    const id = newRowId();
    const data = { id, kind: "file", source, verified, fileHash, startedAt: now };
    await tx.rateImport.create({ data: { ...data, fileName: options.fileName ?? basename(file) } });
    return id;
  });
};

export const finish = (
  actor: Actor,
  id: string,
  { counts, failure }: Pick<RateImportSummary, "counts" | "failure">,
): Promise<void> =>
  change(actor, async (tx, now) => {
    const { added, changed, same, refused, contradiction } = counts;
    const data = {
      finishedAt: now,
      added,
      changed,
      same,
      refused: refused + contradiction,
      failure: failure?.code ?? null,
    };
    await tx.rateImport.update({ where: { id }, data });
  });

/**
 * Reads a file of rates (CSV, XLSX, JSON): each row gets a verdict, good rows are kept whatever the others are. Batches are whole
 * transactions, so that a run that was killed is finished by running it again; the same file twice changes nothing.
 */
export async function importRates(actor: Actor, options: RateImportOptions): Promise<RateImportSummary> {
  requireAll("fees", { mayKeepRates: mayKeepRates(actor) });
  const counts = { rows: 0, added: 0, changed: 0, same: 0, refused: 0, contradiction: 0 };
  const summary: RateImportSummary = { dryRun: options.dryRun ?? false, counts, rows: [], failure: null };
  const seen = new Known();
  let id = options.runId ?? null;
  let batch: Read[] = [];
  const settle = async (): Promise<void> => {
    const verdicts = await runBatch(actor, batch, options, seen);
    batch = [];
    for (const verdict of verdicts) {
      counts.rows += 1;
      counts[verdict.verdict] += 1;
      if (summary.rows.length < keptVerdicts) summary.rows.push(verdict);
      options.onRow?.(verdict);
    }
  };
  try {
    const table = await openTable(options.file, {
      isHeader: isRatesHeader,
      maxBytes: options.maxBytes ?? largest,
      ...(options.onProgress && { onProgress: options.onProgress }),
    });
    if (!options.dryRun && !id) id = await begin(actor, options);
    for await (const row of table.rows) {
      batch.push(readRow(row, options));
      if (batch.length >= batchSize) await settle();
    }
    await settle();
  } catch (error) {
    if (!(error instanceof TableError)) throw error;
    // The rows before the break are kept, and the run says why it stopped.
    await settle();
    summary.failure = { code: error.code, details: error.details };
  }
  if (id) await finish(actor, id, { ...summary, failure: summary.failure });
  return summary;
}
