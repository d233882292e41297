// One address of the API: parses the question, keeps the limits, answers with data or with a problem document, logs what failed. Once for all.
import { createHash, randomUUID } from "node:crypto";
import type { z } from "zod";
import { Refusal } from "@/domain/kernel/refusal";
import { readQuery } from "@/domain/opendata/rules";
import { type Endpoint, type NoteAnswer, maxBody } from "@/domain/opendata/schema";
import { Problem, type ProblemKind, problemResponse } from "./problem";
import { type KeptAnswer, keptAnswer } from "./kept";
import { type Allowance, allow } from "./rate-limit";

type QueryOf<E extends Endpoint> = E["query"] extends z.ZodObject
  ? Partial<z.output<E["query"]>>
  : Record<never, never>;
export type Call<E extends Endpoint> = {
  request: Request;
  parameters: URLSearchParams;
  params: Readonly<Record<string, string>>;
  query: QueryOf<E>;
  /** As parsed from JSON, not yet checked. */
  body: unknown;
  note: (note: NoteAnswer) => void;
  /** This answer is for this reader only: something that should have helped to make it was away. */
  passing: () => void;
};
type Answered<E extends Endpoint> = Omit<z.input<E["answer"]>, "notes">;
type Options<E extends Endpoint> = {
  /** Seconds a reader may keep the answer; 0: ask each time, with the tag. */
  keep?: number;
  status?: (answer: Answered<E>) => number;
  /** Parameters the handler reads itself, whose values need no note from here. */
  readsItself?: readonly string[];
};
type Route = (request: Request, context: { params: Promise<Record<string, string>> }) => Promise<Response>;

const open = {
  "Access-Control-Allow-Origin": "*",
  "Access-Control-Expose-Headers":
    "ETag, RateLimit-Policy, RateLimit-Limit, RateLimit-Remaining, RateLimit-Reset, Retry-After",
};

async function bodyOf(request: Request): Promise<unknown> {
  const tooLarge = () => new Problem("body-too-large", { detail: `At most ${maxBody} bytes are read.` });
  if (Number(request.headers.get("content-length") ?? 0) > maxBody) throw tooLarge();
  const chunks: Uint8Array[] = [];
  let size = 0;
  // for await over request.body is fine in Node; the length a client claims is not to be believed.
  for await (const chunk of (request.body ?? []) as AsyncIterable<Uint8Array>) {
    size += chunk.byteLength;
    if (size > maxBody) throw tooLarge();
    chunks.push(chunk);
  }
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(Buffer.concat(chunks)));
  } catch {
    throw new Problem("bad-json", { detail: "The body must be one JSON value in UTF-8." });
  }
}

const connectionFaults =
  /^(DatabaseNotReachable|DatabaseDoesNotExist|ConnectionClosed|SocketTimeout|TooManyConnections|AuthenticationFailed)$/;
/** Classes of PostgreSQL's own codes: connection lost, no such database, out of connections, shutting down. */
const absentCodes = /^(08|3D|53|57P)/;

/** The database is away, as against a mistake of ours. */
function isOutage(error: unknown): boolean {
  type Adapter = { kind?: string; originalCode?: string };
  type Fault = { code?: string; cause?: Adapter; meta?: { driverAdapterError?: { cause?: Adapter } } };
  const { code = "", cause, meta } = (error ?? {}) as Fault;
  if (/^(P1\d{3}|P2024|P2037|ECONNREFUSED|ECONNRESET)$/.test(code)) return true;
  return [cause, meta?.driverAdapterError?.cause].some(
    (adapter) => connectionFaults.test(adapter?.kind ?? "") || absentCodes.test(adapter?.originalCode ?? ""),
  );
}

function failed(error: unknown, request: Request, headers: HeadersInit): Response {
  if (error instanceof Problem) return problemResponse(error.kind, error.extra, headers);
  if (error instanceof Refusal)
    return problemResponse("conflict", { detail: `${error.context}.${error.condition}` }, headers);
  const instance = `urn:uuid:${randomUUID()}`;
  const kind: ProblemKind = isOutage(error) ? "unavailable" : "internal";
  console.error(
    JSON.stringify({
      at: new Date().toISOString(),
      kind,
      instance,
      method: request.method,
      path: new URL(request.url).pathname,
    }),
    error,
  );
  return problemResponse(kind, { instance }, kind === "unavailable" ? { ...headers, "Retry-After": "5" } : headers);
}

function written(answer: unknown, status: number): KeptAnswer {
  const text = JSON.stringify(answer);
  return { text, tag: `W/"${createHash("sha1").update(text).digest("base64url")}"`, status };
}

function answered(
  request: Request,
  { text, tag, status }: KeptAnswer,
  keep: number,
  headers: Record<string, string>,
): Response {
  const told = {
    ...headers,
    ETag: tag,
    "Cache-Control": status !== 200 ? "no-store" : keep > 0 ? `public, max-age=${keep}` : "no-cache",
  };
  const known = request.headers
    .get("if-none-match")
    ?.split(",")
    .some((given) => given.trim() === tag || given.trim() === "*");
  if (known && status === 200 && request.method === "GET") return new Response(null, { status: 304, headers: told });
  return new Response(text, { status, headers: { ...told, "Content-Type": "application/json; charset=utf-8" } });
}

function notAllowed(allowed: string): Route {
  return async () =>
    problemResponse("method-not-allowed", { detail: `Allowed: ${allowed}` }, { ...open, Allow: allowed });
}

async function ask<E extends Endpoint>(
  spec: E,
  request: Request,
  params: Record<string, string>,
  readsItself: readonly string[],
) {
  const notes: NoteAnswer[] = [];
  const parameters = new URL(request.url).searchParams;
  let query = {} as QueryOf<E>;
  if (spec.query) {
    const read = readQuery(spec.query, parameters, { strict: spec.strict, known: readsItself });
    if (read.faults.length > 0) throw new Problem("bad-request", { errors: read.faults });
    notes.push(...read.notes);
    query = read.values as QueryOf<E>;
  }
  const body = spec.body ? await bodyOf(request) : undefined;
  let once = false;
  const passing = () => void (once = true);
  const call: Call<E> = { request, parameters, params, query, body, note: (note) => void notes.push(note), passing };
  return { call, notes, once: () => once };
}

/** The route's methods: the one that answers, the ones a browser asks first, and a plain refusal for the rest. */
export function endpoint<E extends Endpoint>(
  spec: E,
  handler: (call: Call<E>) => Promise<Answered<E>> | Answered<E>,
  options: Options<E> = {},
) {
  const method = spec.method === "get" ? "GET" : "POST";
  const allowed = method === "GET" ? "GET, HEAD, OPTIONS" : "POST, OPTIONS";
  const serve: Route = async (request, context) => {
    let headers: Record<string, string> = { ...open };
    try {
      if (spec.limited) {
        const allowance: Allowance = await allow(request);
        headers = { ...headers, ...allowance.headers };
        if (!allowance.allowed)
          throw new Problem("too-many-requests", {
            detail: `Try again in ${allowance.headers["RateLimit-Reset"]} seconds.`,
          });
      }
      const params = (await context?.params) ?? {};
      const make = async () => {
        const { call, notes, once } = await ask(spec, request, params, options.readsItself ?? []);
        const answer = await handler(call);
        const status = options.status?.(answer) ?? 200;
        return { answer: written(spec.query ? { ...answer, notes } : answer, status), passing: once() };
      };
      // Whoever is not limited asks for the state of things, not for data.
      const keeps = method === "GET" && spec.limited;
      const answer = keeps ? await keptAnswer([request.url, params], make) : (await make()).answer;
      return answered(request, answer, method === "POST" ? 0 : (options.keep ?? 0), headers);
    } catch (error) {
      return failed(error, request, headers);
    }
  };
  const refuse = notAllowed(allowed);
  const preflight: Route = async () =>
    new Response(null, {
      status: 204,
      headers: {
        ...open,
        Allow: allowed,
        "Access-Control-Allow-Methods": allowed,
        "Access-Control-Allow-Headers": "Content-Type, If-None-Match",
        "Access-Control-Max-Age": "86400",
      },
    });
  return {
    GET: method === "GET" ? serve : refuse,
    HEAD: method === "GET" ? serve : refuse,
    POST: method === "POST" ? serve : refuse,
    OPTIONS: preflight,
    PUT: refuse,
    PATCH: refuse,
    DELETE: refuse,
  };
}

/** For addresses that do not exist. */
export const nowhere: Route = async (request) =>
  problemResponse(
    "not-found",
    { detail: `Nothing answers at ${new URL(request.url).pathname.slice(0, 200)}; see /api/v1/openapi.json.` },
    open,
  );
export const openHeaders = open;
