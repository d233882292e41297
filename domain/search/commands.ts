import "server-only";
import { indexableOrders, listedCount, idsInGroupsOf } from "@/domain/orders/queries";
import type { Prisma } from "@/platform/db";
import { orderDocument } from "./index-document";
export { ensureIndexes, makeSearchKey } from "./indexing";
import { type Indexing, deleteOrders, indexedCount, reindexSwap, upsertOrders } from "./indexing";

const batch = 5_000;

/** Brings the index up to the rows as they are now: orders the public may see are sent, the others taken out. Safe to repeat. */
export async function indexOrders(ids: readonly string[]): Promise<Indexing> {
  // A copy may have become the head of its group when the other one closed.
  const all = await idsInGroupsOf(ids);
  for (let start = 0; start < all.length; start += batch) {
    const part = all.slice(start, start + batch);
    const rows = await indexableOrders({ id: { in: part } }, batch);
    const listed = new Set(rows.map((row) => row.id));
    if ((await upsertOrders(rows.map(orderDocument))) === "unavailable") return "unavailable";
    if ((await deleteOrders(part.filter((id) => !listed.has(id)))) === "unavailable") return "unavailable";
  }
  return "done";
}

async function* allDocuments(where: Prisma.JobOrderWhereInput = {}) {
  for (let after: string | null = null; ;) {
    const rows: Awaited<ReturnType<typeof indexableOrders>> = await indexableOrders(
      { AND: [where, after ? { id: { gt: after } } : {}] },
      batch,
    );
    if (rows.length === 0) return;
    after = rows.at(-1)?.id ?? null;
    yield rows.map(orderDocument);
  }
}

/** Rebuilds the index of orders beside the running one and changes over; the site serves throughout. */
export const rebuildOrders = (onProgress?: (indexed: number) => void) =>
  reindexSwap("orders", allDocuments(), onProgress);

/** Whether the index holds as many orders as the public may see: after a lost index, or a day's change, it does not. */
export async function indexIsWhole(): Promise<boolean> {
  const [indexed, listed] = await Promise.all([indexedCount("orders"), listedCount()]);
  return indexed === null || indexed === listed;
}
