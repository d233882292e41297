// Fetches one small file over HTTP into a folder: within a time, within a size, of a kind we can read, from exactly the address asked.
import { createWriteStream } from "node:fs";
import { join } from "node:path";
import { Readable, Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { ReadableStream } from "node:stream/web";

export type FeedFaultCode = "unreachable" | "tooSlow" | "status" | "moved" | "tooLarge" | "wrongContent";
/** Why nothing was fetched; worded by the caller. */
export class FeedFault extends Error {
  constructor(
    readonly code: FeedFaultCode,
    readonly details: Record<string, string | number> = {},
  ) {
    super(`feed: ${code} ${JSON.stringify(details)}`);
    this.name = "FeedFault";
  }
}

const readable =
  /^(?:text\/(?:csv|plain)|application\/(?:json|csv|vnd\.openxmlformats-officedocument\.spreadsheetml\.sheet))$/;

export type FetchLimits = { timeoutMs: number; maxBytes: number };
/** The path of what arrived. What is larger once unpacked counts at its unpacked size. */
export async function fetchFile(url: string, folder: string, { timeoutMs, maxBytes }: FetchLimits): Promise<string> {
  const signal = AbortSignal.timeout(timeoutMs);
  try {
    const answer = await fetch(url, { signal, redirect: "manual", headers: { Accept: "text/csv, application/json" } });
    if (answer.status >= 300 && answer.status < 400) throw new FeedFault("moved", { status: answer.status });
    if (!answer.ok || !answer.body) throw new FeedFault("status", { status: answer.status });
    const type = (answer.headers.get("content-type") ?? "").split(";")[0]?.trim().toLowerCase() ?? "";
    if (!readable.test(type)) throw new FeedFault("wrongContent", { type: type.slice(0, 80) || "?" });
    let bytes = 0;
    const counted = new Transform({
      transform(chunk: Buffer, _encoding, done) {
        bytes += chunk.length;
        done(bytes > maxBytes ? new FeedFault("tooLarge", { limit: maxBytes }) : null, chunk);
      },
    });
    const path = join(folder, "rates");
    await pipeline(Readable.fromWeb(answer.body as ReadableStream), counted, createWriteStream(path), { signal });
    return path;
  } catch (error) {
    if (error instanceof FeedFault) throw error;
    if (signal.aborted) throw new FeedFault("tooSlow", { seconds: Math.round(timeoutMs / 1000) });
    throw new FeedFault("unreachable");
  }
}
