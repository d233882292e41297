// The engine: asking it, and doing without it. Whoever calls gets an answer or "unavailable", never an exception about a connection.
import "server-only";
import {
  Meilisearch,
  MeilisearchRequestError,
  type FederatedMultiSearchParams,
  type SearchResponse,
} from "meilisearch";
import { env } from "@/platform/env";
import { sendJson } from "@/platform/http-json";
import type { QueryPlan } from "./plan";

export type Answer<T> = { engine: "answered"; value: T } | { engine: "unavailable" };
const unavailable = { engine: "unavailable" } as const;

export const ordersIndex = `${env.MEILI_PREFIX}orders`;

const patience = 1_000;
const restAfterFailure = 2_000;
let closedUntil = 0;

/** The engine's own word that it will not, as against silence. */
class EngineRefusal extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
  ) {
    super(`search engine: ${status} ${code}`);
  }
}

const notYet = new Set(["index_not_found", "invalid_search_attributes_to_search_on"]);

async function httpClient(...[address, init]: Parameters<typeof fetch>): Promise<unknown> {
  const { status, body } = await sendJson(new URL(String(address)), init ?? {});
  if (status >= 400) throw new EngineRefusal(status, (body as { code?: string } | undefined)?.code ?? "");
  return body;
}

let client: Meilisearch | null | undefined;
/** The web's client; its key may search and nothing else. */
export function searchClient(): Meilisearch | null {
  if (client !== undefined) return client;
  const apiKey = env.MEILI_SEARCH_KEY ?? env.MEILI_MASTER_KEY;
  client =
    env.MEILI_URL && apiKey ? new Meilisearch({ host: env.MEILI_URL, apiKey, timeout: patience, httpClient }) : null;
  return client;
}

/** Asks; after a failure nobody waits for the engine again for two seconds. A query it refuses is a bug of ours and is thrown. */
export async function ask<T>(question: (engine: Meilisearch) => Promise<T>): Promise<Answer<T>> {
  const engine = searchClient();
  if (!engine || performance.now() < closedUntil) return unavailable;
  try {
    const value = await question(engine);
    closedUntil = 0;
    return { engine: "answered", value };
  } catch (error) {
    const refusal =
      error instanceof MeilisearchRequestError && error.cause instanceof EngineRefusal ? error.cause : null;
    // An index that is not there yet, or holds nothing yet, is an engine that cannot answer yet; both are told with a 400.
    if (refusal?.status === 400 && !notYet.has(refusal.code)) throw refusal;
    closedUntil = performance.now() + restAfterFailure;
    return unavailable;
  }
}

export type Found = {
  ids: string[];
  /** At most 1,000: exact totals of plain filters come from the database. */
  total: number;
  facets: Readonly<Record<string, Readonly<Record<string, number>>>>;
  stats: Readonly<Record<string, { min: number; max: number }>>;
  /** Some words were not asked for. */
  loose: boolean;
  /** Which step of the plan found it: counts that belong beside it are asked for at the same step (`atStep`). */
  at: number;
  ms: number;
};

type Step = QueryPlan["steps"][number];

async function askStep(engine: Meilisearch, step: Step, at: number): Promise<Found> {
  const indexUid = ordersIndex;
  const { queries, facets, limit, offset, loose } = step;
  const [only] = queries;
  const paged = { limit, offset };
  if (queries.length === 1 && only) {
    const { q, federationOptions: _, ...options } = only;
    const answer: SearchResponse<{ id: string }> = await engine
      .index<{ id: string }>(indexUid)
      .search(q, { ...options, ...paged, facets: [...facets] });
    return foundIn(answer, answer.facetDistribution, answer.facetStats, loose, at);
  }
  const answer = await engine.multiSearch<FederatedMultiSearchParams, { id: string }>({
    federation: { ...paged, ...(facets.length > 0 && { facetsByIndex: { [indexUid]: [...facets] } }) },
    queries: queries.map((query) => ({ ...query, indexUid })),
  });
  // counted over the union of the joined queries, each order once
  const counted = answer.facetsByIndex?.[indexUid];
  return foundIn(answer, counted?.distribution, counted?.stats, loose, at);
}

const foundIn = (
  answer: SearchResponse<{ id: string }>,
  facets: Found["facets"] = {},
  stats: Found["stats"] = {},
  loose: boolean,
  at: number,
): Found => ({
  ids: answer.hits.map((hit) => hit.id),
  total: answer.estimatedTotalHits ?? answer.hits.length,
  facets,
  stats,
  loose,
  at,
  ms: answer.processingTimeMs,
});

/** Carries out a plan: the first step that finds enough, else the last that finds anything. */
export const searchIndex = (plan: QueryPlan): Promise<Answer<Found>> =>
  ask(async (engine) => {
    let best: Found | null = null;
    for (const [at, step] of plan.steps.entries()) {
      const found = await askStep(engine, step, at);
      if (!best || found.total > best.total) best = found;
      if (best.total >= plan.enough) break;
    }
    return best as Found;
  });
