import "server-only";
import { createHash, randomUUID } from "node:crypto";
import { basename } from "node:path";
import { type Tx, change } from "@/domain/audit/change";
import type { Actor } from "@/domain/kernel/actor";
import { dayOf } from "@/domain/kernel/calendar";
import { requireAll } from "@/domain/kernel/refusal";
import { agencyIdsByLicence } from "@/domain/licences/queries";
import { now as clock } from "@/platform/clock";
import { TableError, type TableRow, fileHashOf, openTable } from "@/platform/tabular";
import { mayManageOrders } from "../access";
import { type Kept, insertOrders, takeOut } from "../record";
import { type OrderInput, type OrderTerms, orderInput } from "../schema";
import { columnOf, isOrderHeader, readCells } from "./columns";
import { isNotice, orderOfNotice } from "./notice";

export type OrderMessage = {
  code: string;
  column?: string;
  value?: string;
  details?: Readonly<Record<string, string | number>>;
};
export type OrderVerdict = {
  row: number;
  ref: string;
  /** heldBack: kept as a draft, because the named conditions do not hold. */
  verdict: "added" | "changed" | "same" | "heldBack" | "refused" | "contradiction";
  messages: OrderMessage[];
  reference: string | null;
};
export type OrderImportOptions = {
  file: string;
  source: string;
  dryRun?: boolean;
  onProgress?: (progress: { bytes: number; totalBytes: number; rows: number }) => void;
  onRow?: (verdict: OrderVerdict) => void;
};
export type OrderImportSummary = {
  dryRun: boolean;
  counts: Record<OrderVerdict["verdict"], number> & { rows: number };
  rows: OrderVerdict[];
  failure: OrderMessage | null;
};

const batchSize = 500;
const keptVerdicts = 20_000;
type Read = {
  row: number;
  ref: string;
  terms: OrderTerms | null;
  links: { licenceNo: string; contractNo: string };
  messages: OrderMessage[];
};

const refused = ({ row, ref, messages }: Pick<Read, "row" | "ref" | "messages">): OrderVerdict => ({
  row,
  ref,
  verdict: "refused",
  messages,
  reference: null,
});

/** What a row hands in: an old notice, or a row of the order table. */
function inputOf(
  record: Record<string, unknown>,
  source: string,
): { input: OrderInput; links: Read["links"]; messages: OrderMessage[] } {
  if (isNotice(record))
    return { input: orderOfNotice(record, source), links: { licenceNo: "", contractNo: "" }, messages: [] };
  const cells = Object.fromEntries(
    Object.entries(record).flatMap(([name, value]) =>
      columnOf(name) ? [[columnOf(name) as string, String(value ?? "")]] : [],
    ),
  );
  const { order, problems } = readCells(cells);
  const input: OrderInput = {
    ...order,
    externalSource: source,
    kind: "agency_order",
    status: "published",
    senderType: "service_enterprise",
    senderName: cells.licenceNo?.trim() || "?",
  };
  const links = { licenceNo: (cells.licenceNo ?? "").trim(), contractNo: (cells.contractNo ?? "").trim() };
  return {
    input,
    links,
    messages: links.licenceNo ? problems : [{ code: "required", column: "licenceNo" }, ...problems],
  };
}

function readRow({ row, record, problem }: TableRow, source: string): Read {
  const nothing = {
    row,
    ref: String(record.id ?? record.ref ?? row).slice(0, 80),
    terms: null,
    links: { licenceNo: "", contractNo: "" },
  };
  if (problem) return { ...nothing, messages: [{ code: `row_${problem}` }] };
  const { input, links, messages } = inputOf(record, source);
  const externalRef = input.externalRef ?? null;
  const ref = externalRef ?? nothing.ref;
  if (messages.length > 0) return { ...nothing, ref, messages };
  const hash = createHash("sha256")
    .update(JSON.stringify([input, links], (_, v: unknown) => (typeof v === "bigint" ? String(v) : v)))
    .digest("base64url");
  const parsed = orderInput.safeParse({
    ...input,
    externalRef: externalRef ?? `#${hash.slice(0, 20)}`,
    externalHash: hash,
  });
  if (parsed.success) return { row, ref, terms: parsed.data, links, messages: [] };
  return {
    ...nothing,
    ref,
    messages: parsed.error.issues.slice(0, 10).map((issue) => ({ code: issue.message, column: issue.path.join(".") })),
  };
}

/** Names of agencies and contracts become the rows they mean; what is not found refuses the order. */
async function link(tx: Tx, batch: Read[]): Promise<void> {
  const agencies = await agencyIdsByLicence(batch.map((read) => read.links.licenceNo).filter(Boolean), tx);
  const numbers = [...new Set(batch.map((read) => read.links.contractNo).filter(Boolean))];
  const contracts = await tx.supplyContract.findMany({
    where: { OR: [{ approvalNo: { in: numbers } }, { reference: { in: numbers } }] },
    select: { id: true, agencyId: true, approvalNo: true, reference: true },
  });
  for (const read of batch) {
    if (!read.terms || !read.links.licenceNo) continue;
    const agency = agencies.get(read.links.licenceNo);
    if (!agency) {
      read.terms = null;
      read.messages.push({ code: "unknownAgency", column: "licenceNo", value: read.links.licenceNo });
      continue;
    }
    const contract = contracts.find(
      (c) => c.agencyId === agency.id && [c.approvalNo, c.reference].includes(read.links.contractNo),
    );
    read.terms = { ...read.terms, agencyId: agency.id, senderName: agency.name, contractId: contract?.id ?? null };
  }
}

/** What ended stays ended, and people already confirmed keep their places: a file cannot say otherwise. */
function cannotChange(before: { status: string; placesConfirmed: number }, terms: OrderTerms): string | null {
  if (["filled", "closed", "withdrawn"].includes(before.status)) return "orderHasEnded";
  return terms.quantity !== null && terms.quantity < before.placesConfirmed ? "moreConfirmedThanPlaces" : null;
}

async function placeBatch(
  tx: Tx,
  now: Date,
  batch: Read[],
  options: OrderImportOptions,
  note: Parameters<typeof insertOrders>[4],
  seen: Map<string, string>,
): Promise<OrderVerdict[]> {
  await link(tx, batch);
  const refs = batch.flatMap((read) => read.terms?.externalRef ?? []);
  const held = new Map(
    (await tx.jobOrder.findMany({ where: { externalSource: options.source, externalRef: { in: refs } } })).map(
      (row) => [row.externalRef, row],
    ),
  );
  const verdicts = new Map<number, OrderVerdict>();
  const fresh: { read: Read; terms: OrderTerms; kept: Kept | null }[] = [];
  for (const read of batch) {
    const terms = read.terms;
    if (!terms?.externalRef) {
      verdicts.set(read.row, refused(read));
      continue;
    }
    const before = held.get(terms.externalRef) ?? null;
    const earlier = seen.get(terms.externalRef);
    const hash = terms.externalHash as string;
    const fault = before && before.externalHash !== hash ? cannotChange(before, terms) : null;
    if (fault)
      verdicts.set(read.row, { ...refused({ ...read, messages: [{ code: fault }] }), verdict: "contradiction" });
    else if (earlier !== undefined && earlier !== hash)
      verdicts.set(read.row, {
        ...refused({ ...read, messages: [{ code: "otherRowSaysOtherwise" }] }),
        verdict: "contradiction",
      });
    else if (earlier !== undefined || before?.externalHash === hash)
      verdicts.set(read.row, {
        row: read.row,
        ref: read.ref,
        verdict: "same",
        messages: [],
        reference: before?.reference ?? null,
      });
    else
      fresh.push({
        read,
        terms,
        kept: before && {
          id: before.id,
          reference: before.reference,
          version: before.version,
          publishedAt: before.publishedAt,
          placesConfirmed: before.placesConfirmed,
        },
      });
    if (earlier === undefined) seen.set(terms.externalRef, hash);
  }
  await takeOut(
    tx,
    fresh.flatMap(({ kept }) => kept?.id ?? []),
  );
  const recorded =
    fresh.length > 0
      ? await insertOrders(
          tx,
          now,
          dayOf(now),
          fresh.map(({ terms }) => terms),
          note,
          fresh.map(({ kept }) => kept),
        )
      : [];
  for (const [i, { read, terms, kept }] of fresh.entries()) {
    const done = recorded[i];
    const verdict = done?.verdict === "heldBack" ? "heldBack" : kept ? "changed" : "added";
    verdicts.set(read.row, {
      row: read.row,
      ref: read.ref,
      verdict,
      messages:
        terms.status === "recorded"
          ? [{ code: "keptAsRecord" }]
          : (done?.findings ?? []).map(({ code, name, params }) => ({ code, details: { ...params, finding: name } })),
      reference: done?.reference ?? null,
    });
  }
  return batch.map((read) => verdicts.get(read.row) as OrderVerdict);
}

/** Undoes a rehearsal: thrown inside the transaction, so that nothing of it stays. */
class Rehearsed extends Error {
  constructor(readonly verdicts: OrderVerdict[]) {
    super("rehearsed");
  }
}

async function runBatch(
  actor: Actor,
  batch: Read[],
  options: OrderImportOptions,
  seen: Map<string, string>,
): Promise<OrderVerdict[]> {
  try {
    return await change(actor, async (tx, now, note) => {
      const verdicts = await placeBatch(tx, now, batch, options, note, seen);
      if (options.dryRun) throw new Rehearsed(verdicts);
      return verdicts;
    });
  } catch (error) {
    if (error instanceof Rehearsed) return error.verdicts;
    throw error;
  }
}

/**
 * Reads a file of orders (CSV, XLSX, JSON): each row gets a verdict, good rows are kept whatever the others are. Batches are whole
 * transactions, so that an import that was killed is finished by running it again; the same file twice changes nothing.
 */
export async function importOrders(actor: Actor, options: OrderImportOptions): Promise<OrderImportSummary> {
  requireAll("orders", { mayManageOrders: mayManageOrders(actor) });
  const counts = { rows: 0, added: 0, changed: 0, same: 0, heldBack: 0, refused: 0, contradiction: 0 };
  const summary: OrderImportSummary = { dryRun: options.dryRun ?? false, counts, rows: [], failure: null };
  const startedAt = clock();
  const seen = new Map<string, string>();
  let batch: Read[] = [];
  const flush = async (): Promise<void> => {
    if (batch.length === 0) return;
    for (const verdict of await runBatch(actor, batch, options, seen)) {
      counts.rows += 1;
      counts[verdict.verdict] += 1;
      if (summary.rows.length < keptVerdicts) summary.rows.push(verdict);
      options.onRow?.(verdict);
    }
    batch = [];
  };
  try {
    const table = await openTable(options.file, { isHeader: isOrderHeader, onProgress: options.onProgress });
    for await (const row of table.rows) {
      batch.push(readRow(row, options.source));
      if (batch.length >= batchSize) await flush();
    }
    await flush();
  } catch (error) {
    if (!(error instanceof TableError)) throw error;
    await flush();
    summary.failure = { code: error.code, details: error.details };
  }
  if (!options.dryRun && counts.rows > 0) await recordRun(actor, options, startedAt, counts);
  return summary;
}

const recordRun = async (
  actor: Actor,
  options: OrderImportOptions,
  startedAt: Date,
  counts: OrderImportSummary["counts"],
): Promise<void> => {
  const fileHash = await fileHashOf(options.file);
  await change(actor, async (tx, now, note) => {
    const { added, changed, same, refused: no, contradiction, heldBack } = counts;
    const id = randomUUID();
    const data = {
      id,
      source: options.source,
      fileName: basename(options.file),
      fileHash,
      startedAt,
      finishedAt: now,
      added: added + heldBack,
      changed,
      same,
      refused: no + contradiction,
    };
    await tx.orderImport.create({ data });
    note({
      event: "orders.imported",
      subjectType: "import",
      subjectId: id,
      after: { source: options.source, added, changed, heldBack },
    });
  });
};
