// Pages and answers made once for as long as they would come out the same. They depend on their address, the day, and what the database
// holds; PostgreSQL says of that, in one small question, whether anything at all was committed since (platform/db.ts stateOfData). A
// decision that hides an order is such a commit, so nothing can be shown a moment longer than a page made anew would show it. What the
// search engine proposes may lag a commit, but its catching up is recorded by a commit too (jobs/outbox.ts).
import "server-only";
import { LRUCache } from "lru-cache";
import type { Metadata } from "next";
import { Fragment, type ReactElement } from "react";
import { type FinishedPage, Finished, Page } from "@/components/ui/page";
import { stateOfData } from "@/platform/db";
import { env } from "@/platform/env";
import { today } from "./today";

/** Not longer than this whatever the database says: words like "in three hours", an engine that came back. */
const ttl = 60_000;
const bytes = env.KEPT_MEGABYTES * 1_048_576;
/** Questions longer than this are nobody's second time. */
const longest = 1_000;
const held = <V extends object>(share: number, size: (value: V) => number) =>
  bytes === 0
    ? null
    : new LRUCache<string, V>({
        maxSize: Math.floor(bytes * share),
        sizeCalculation: (value) => size(value) + 500,
        ttl,
      });

const pages = held<FinishedPage>(0.6, ({ head, body }) => 2 * (head.length + body.length));
const heads = held<Metadata>(0.1, (head) => 2 * JSON.stringify(head).length);
const answers = held<KeptAnswer>(0.3, ({ text }) => 2 * text.length);
export type KeptAnswer = { text: string; tag: string; status: number };

async function keyOf(name: string, asked: unknown): Promise<string | null> {
  const question = JSON.stringify([name, asked]);
  return question.length > longest ? null : `${question} ${today()} ${await stateOfData()}`;
}

/** A page for everybody, drawn unless it was drawn before; wrap it in `passing` where it must be made anew each time. */
export async function kept(name: string, asked: unknown, make: () => Promise<ReactElement>): Promise<ReactElement> {
  const key = pages && (await keyOf(name, asked));
  const found = key && pages.get(key);
  if (found) return <Finished page={found} />;
  const made = await make();
  if (!key || made.type !== Page) return made;
  const keep = (finished: FinishedPage) => void pages.set(key, finished);
  return <Page {...(made.props as Parameters<typeof Page>[0])} keep={keep} />;
}

/** Under another status than 200, or made without the search engine: not for the next reader. */
export const passing = (page: ReactElement): ReactElement => <Fragment>{page}</Fragment>;

export async function keptHead(name: string, asked: unknown, make: () => Promise<Metadata>): Promise<Metadata> {
  const key = heads && (await keyOf(name, asked));
  const found = key && heads.get(key);
  if (found) return found;
  const made = await make();
  if (key) heads.set(key, made);
  return made;
}

/** An answer of the open data; null from `make`'s second part means: not for the next reader. */
export async function keptAnswer(
  asked: string,
  make: () => Promise<{ answer: KeptAnswer; passing: boolean }>,
): Promise<KeptAnswer> {
  const key = answers && (await keyOf("answer", asked));
  const found = key && answers.get(key);
  if (found) return found;
  const { answer, passing: once } = await make();
  if (key && !once && answer.status === 200) answers.set(key, answer);
  return answer;
}
