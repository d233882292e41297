import "server-only";
import { followAgain } from "@/domain/audit/outbox";
import { countListed, idsInGroupsOf, listedCount, listedOrders } from "@/domain/orders/queries";
import { now } from "@/platform/clock";
import { indexableOrderSelect, orderDocument } from "./index-document";
import { searchIndex } from "./meili";
import { planQuery } from "./plan";
export { ensureIndexes, makeSearchKey } from "./indexing";
import { type Indexing, deleteOrders, indexedCount, reindexSwap, upsertOrders } from "./indexing";

const batch = 5_000;

/** Brings the index up to the rows as they are now: orders the public may see are sent, the others taken out. Safe to repeat. */
export async function indexOrders(ids: readonly string[]): Promise<Indexing> {
  // A copy may have become the head of its group when the other one closed.
  const all = await idsInGroupsOf(ids);
  for (let start = 0; start < all.length; start += batch) {
    const part = all.slice(start, start + batch);
    const rows = await listedOrders({ id: { in: part } }, indexableOrderSelect, batch);
    const listed = new Set(rows.map((row) => row.id));
    if ((await upsertOrders(rows.map(orderDocument))) === "unavailable") return "unavailable";
    if ((await deleteOrders(part.filter((id) => !listed.has(id)))) === "unavailable") return "unavailable";
  }
  return "done";
}

const rowsAfter = (id: string | null) => listedOrders(id ? { id: { gt: id } } : {}, indexableOrderSelect, batch);

async function* allDocuments() {
  for (let rows = await rowsAfter(null); rows.length > 0; rows = await rowsAfter(rows.at(-1)?.id ?? null))
    yield rows.map(orderDocument);
}

/** Rebuilds the index of orders beside the running one and changes over; the site serves throughout. */
export async function rebuildOrders(onProgress?: (indexed: number) => void) {
  const began = now();
  const rebuilt = await reindexSwap(allDocuments(), onProgress);
  // What changed meanwhile reached the old index only: the worker follows it once more.
  if (rebuilt.engine === "answered") await followAgain(began);
  return rebuilt;
}

/**
 * Whether the index holds what the public may see: as many orders, and a sample of them known to the database. After a lost index, another
 * database or the first minute of a day it does not.
 */
export async function indexIsWhole(): Promise<boolean> {
  const [indexed, listed, sample] = await Promise.all([indexedCount(), listedCount(), sampleOfIndex()]);
  if (indexed === null || sample === null) return true;
  return indexed === listed && (await countListed({ id: { in: sample } })) === sample.length;
}

async function sampleOfIndex(): Promise<string[] | null> {
  const found = await searchIndex(planQuery({ text: "", limit: 20 }));
  return found.engine === "answered" ? found.value.ids : null;
}
