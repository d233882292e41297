import "server-only";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { newRowId } from "@/domain/audit/bulk";
import { change } from "@/domain/audit/change";
import type { Actor } from "@/domain/kernel/actor";
import { dayOf } from "@/domain/kernel/calendar";
import { requireAll } from "@/domain/kernel/refusal";
import { FeedFault, type FetchLimits, fetchFile } from "@/platform/rates-feed";
import { mayKeepRates } from "../access";
import { type RateImportSummary, finish, importRates } from "../import/run";
import { takeTurn } from "../import/write";

/**
 * Where rates come from day by day. `fetch` puts a file the importer reads into the folder and answers its path: the plain feed downloads
 * one; a bank that publishes something else gets a translator here, and nothing behind it changes.
 */
export type RatesFeed = { source: string; verified: boolean; fetch: (folder: string) => Promise<string> };

const limits: FetchLimits = { timeoutMs: 15_000, maxBytes: 2 * 1024 * 1024 };
export const feedAt = (url: string, given: Omit<RatesFeed, "fetch">, within: Partial<FetchLimits> = {}): RatesFeed => ({
  ...given,
  fetch: (folder) => fetchFile(url, folder, { ...limits, ...within }),
});

/** The first worker that asks on a day takes the day; null for the others, and until tomorrow. */
const takeDay = (actor: Actor, { source, verified }: RatesFeed): Promise<string | null> =>
  change(actor, async (tx, now) => {
    await takeTurn(tx);
    const last = await tx.rateImport.findFirst({ where: { kind: "feed" }, orderBy: { startedAt: "desc" } });
    if (last && dayOf(last.startedAt) >= dayOf(now)) return null;
    const id = newRowId();
    await tx.rateImport.create({ data: { id, kind: "feed", source, verified, fileName: "feed", startedAt: now } });
    return id;
  });

const nothing: RateImportSummary = {
  dryRun: false,
  counts: { rows: 0, added: 0, changed: 0, same: 0, refused: 0, contradiction: 0 },
  rows: [],
  failure: null,
};

/** Fetches and keeps today's rates, at most once a day whatever comes of it; null when the day's attempt was made already. */
export async function fetchRates(actor: Actor, feed: RatesFeed): Promise<RateImportSummary | null> {
  requireAll("fees", { mayKeepRates: mayKeepRates(actor) });
  const runId = await takeDay(actor, feed);
  if (!runId) return null;
  const folder = await mkdtemp(join(tmpdir(), "rates-"));
  try {
    const file = await feed.fetch(folder);
    return await importRates(actor, { file, source: feed.source, verified: feed.verified, runId });
  } catch (error) {
    if (!(error instanceof FeedFault)) throw error;
    const failed = { ...nothing, failure: { code: error.code, details: error.details } };
    await finish(actor, runId, failed);
    return failed;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
