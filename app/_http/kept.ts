// Answers made once for as long as they would come out the same. They depend on their address, the day, and what the database holds;
// PostgreSQL says of that, in one small question, whether anything at all was committed since (platform/db.ts stateOfData). A decision
// that hides an order is such a commit, so nothing can be shown a moment longer than an answer made anew would show it. What the search
// engine proposes may lag a commit, but its catching up is recorded by a commit too (jobs/outbox.ts).
import "server-only";
import { LRUCache } from "lru-cache";
import { stateOfData } from "@/platform/db";
import { env } from "@/platform/env";
import { today } from "./today";

/** Not longer than this whatever the database says: words like "in three hours", an engine that came back. */
const ttl = 60_000;
const bytes = env.KEPT_MEGABYTES * 1_048_576;
/** Questions longer than this are nobody's second time. */
const longest = 1_000;

/** A share of the memory for kept things; null where nothing is kept (KEPT_MEGABYTES=0). */
export const keeper = <V extends object>(share: number, size: (value: V) => number) =>
  bytes === 0
    ? null
    : new LRUCache<string, V>({
        maxSize: Math.floor(bytes * share),
        sizeCalculation: (value) => size(value) + 500,
        ttl,
      });

/** What an answer hangs on; null for what is not worth keeping, or while the database is away: some answers need none. */
export async function keyOf(name: string, asked: unknown): Promise<string | null> {
  const question = JSON.stringify([name, asked]);
  const state = question.length > longest ? null : await stateOfData().catch(() => null);
  return state === null ? null : `${question} ${today()} ${state}`;
}

export type KeptAnswer = { text: string; tag: string; status: number };
const answers = keeper<KeptAnswer>(0.3, ({ text }) => 2 * text.length);

/** An answer of the open data; `passing`: not for the next reader. */
export async function keptAnswer(
  asked: unknown,
  make: () => Promise<{ answer: KeptAnswer; passing: boolean }>,
): Promise<KeptAnswer> {
  const key = answers && (await keyOf("answer", asked));
  const found = key && answers.get(key);
  if (found) return found;
  const { answer, passing } = await make();
  if (key && !passing && answer.status === 200) answers.set(key, answer);
  return answer;
}
