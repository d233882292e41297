// Keeping the indexes: made, filled, rebuilt beside the running one and changed over. For the worker and the command line, which hold the master key.
import "server-only";
import { createHash } from "node:crypto";
import { isDeepStrictEqual } from "node:util";
import {
  Meilisearch,
  MeilisearchApiError,
  MeilisearchRequestError,
  MeilisearchRequestTimeOutError,
  type Settings,
  type Task,
} from "meilisearch";
import { env } from "@/platform/env";
import type { OrderDocument } from "./index-document";
import { ordersIndex } from "./meili";
import { orderSettings } from "./settings";

export type Indexing = "done" | "unavailable";
const waiting = { timeout: 600_000, interval: 25 };

let client: Meilisearch | null | undefined;
/** Null where no engine is configured for this process. */
export function adminClient(): Meilisearch | null {
  if (client !== undefined) return client;
  client =
    env.MEILI_URL && env.MEILI_MASTER_KEY
      ? new Meilisearch({
          host: env.MEILI_URL,
          apiKey: env.MEILI_MASTER_KEY,
          timeout: 30_000,
          defaultWaitOptions: waiting,
        })
      : null;
  return client;
}

const isNot = (error: unknown, code: string): boolean =>
  !(error instanceof MeilisearchApiError && error.cause?.code === code);

/** A task that failed is a fault of ours, not an outage: its documents would be missing for good. */
function mustSucceed(task: Task): Task {
  if (task.status !== "succeeded")
    throw new Error(`Search engine refused ${task.type}: ${task.error?.message ?? task.status}`);
  return task;
}

const ordered = new Set(["searchableAttributes", "rankingRules"]);
/** The engine keeps most lists as sets, and adds its own defaults to what it is sent. */
function holds(there: unknown, wanted: unknown, inOrder = false): boolean {
  if (Array.isArray(wanted)) {
    const texts = (list: unknown): string[] =>
      Array.isArray(list) ? list.map((item) => JSON.stringify(item, Object.keys(flat(item)).sort())) : [];
    const [a, b] = [texts(there), texts(wanted)];
    return isDeepStrictEqual(inOrder ? a : a.sort(), inOrder ? b : b.sort());
  }
  if (typeof wanted !== "object" || wanted === null) return there === wanted;
  return Object.entries(wanted).every(([key, value]) => holds((there as Record<string, unknown> | null)?.[key], value));
}
/** Every key at every depth, for writing an object out in one order. */
const flat = (value: unknown): Record<string, true> =>
  typeof value === "object" && value !== null
    ? Object.assign({}, ...Object.entries(value).map(([key, inner]) => ({ [key]: true, ...flat(inner) })))
    : {};

/** Would sending these settings change anything? Asking first saves rebuilding the index at each start. */
const differs = (wanted: Settings, actual: Settings): boolean =>
  Object.entries(wanted).some(([key, value]) => !holds(actual[key as keyof Settings], value, ordered.has(key)));

async function ensure(engine: Meilisearch, uid: string): Promise<void> {
  await engine.getRawIndex(uid).catch(async (error: unknown) => {
    if (isNot(error, "index_not_found")) throw error;
    const made = await engine.createIndex(uid, { primaryKey: "id" }).waitTask();
    if (made.error?.code !== "index_already_exists") mustSucceed(made);
  });
  if (differs(orderSettings, await engine.index(uid).getSettings()))
    mustSucceed(await engine.index(uid).updateSettings(orderSettings).waitTask());
}

/** The index there, with today's settings. */
export async function ensureIndexes(): Promise<Indexing> {
  const engine = adminClient();
  if (!engine) return "unavailable";
  await ensure(engine, ordersIndex);
  return "done";
}

/** The engine's answer, or "unavailable" when it cannot be reached; what it refuses is a fault of ours and thrown. */
async function reached(send: (engine: Meilisearch) => Promise<Task>): Promise<Indexing> {
  const engine = adminClient();
  if (!engine) return "unavailable";
  try {
    mustSucceed(await send(engine));
    return "done";
  } catch (error) {
    if (error instanceof MeilisearchRequestError || error instanceof MeilisearchRequestTimeOutError)
      return "unavailable";
    throw error;
  }
}

/** Return when the documents can be found. */
export const upsertOrders = async (documents: readonly OrderDocument[]): Promise<Indexing> =>
  documents.length === 0
    ? "done"
    : reached((engine) =>
        engine
          .index(ordersIndex)
          .addDocuments([...documents], { primaryKey: "id" })
          .waitTask(),
      );
export const deleteOrders = async (ids: readonly string[]): Promise<Indexing> =>
  ids.length === 0
    ? "done"
    : reached((engine) =>
        engine
          .index(ordersIndex)
          .deleteDocuments([...ids])
          .waitTask(),
      );

/** How many documents the engine holds; null where it is away. */
export async function indexedCount(): Promise<number | null> {
  const engine = adminClient();
  return engine ? (await engine.index(ordersIndex).getStats()).numberOfDocuments : null;
}

const tasksAhead = 4;

/**
 * Fills a new index beside the old one and changes them over in one step; searches go on throughout. Changes made meanwhile
 * reach the old index only: the caller sends what has changed since it began, again, when this returns.
 */
export async function reindexSwap(
  batches: AsyncIterable<readonly OrderDocument[]> | Iterable<readonly OrderDocument[]>,
  onProgress: (indexed: number) => void = () => {},
): Promise<{ engine: "unavailable" } | { engine: "answered"; documents: number }> {
  const engine = adminClient();
  if (!engine) return { engine: "unavailable" };
  const next = `${ordersIndex}_next`;
  await ensure(engine, ordersIndex);
  await engine.deleteIndex(next).waitTask(); // of a rebuild that was killed; that there is none is no fault
  await ensure(engine, next); // before the documents: a fifth of the time
  const ahead: { count: number; task: Promise<Task> }[] = [];
  let documents = 0;
  const settle = async (): Promise<void> => {
    const first = ahead.shift();
    if (!first) return;
    mustSucceed(await first.task);
    onProgress((documents += first.count));
  };
  for await (const batch of batches) {
    if (batch.length > 0)
      ahead.push({
        count: batch.length,
        task: engine
          .index(next)
          .addDocuments([...batch], { primaryKey: "id" })
          .waitTask(),
      });
    if (ahead.length >= tasksAhead) await settle();
  }
  while (ahead.length > 0) await settle();
  mustSucceed(await engine.swapIndexes([{ indexes: [ordersIndex, next], rename: false }]).waitTask());
  mustSucceed(await engine.deleteIndex(next).waitTask());
  return { engine: "answered", documents };
}

/** The web's key: it may search this index and nothing else. The same prefix always has the same key. */
export async function makeSearchKey(): Promise<string | null> {
  const engine = adminClient();
  if (!engine) return null;
  const hash = createHash("sha256").update(`search key of ${ordersIndex}`).digest("hex");
  const uid = `${hash.slice(0, 8)}-${hash.slice(8, 12)}-4${hash.slice(13, 16)}-8${hash.slice(17, 20)}-${hash.slice(20, 32)}`;
  const known = await engine.getKey(uid).catch((error: unknown) => {
    if (isNot(error, "api_key_not_found")) throw error;
    return null;
  });
  const made =
    known ??
    (await engine.createKey({
      uid,
      name: `search ${ordersIndex}`,
      actions: ["search"],
      indexes: [ordersIndex],
      expiresAt: null,
    }));
  return made.key;
}
