// What goes wrong in the API, as problem documents (RFC 9457). No text of an exception reaches a reader.
import type { ProblemAnswer } from "@/domain/opendata/schema";

const kinds = {
  "bad-request": [400, "The question was not understood"],
  "bad-json": [400, "The body is not JSON"],
  "not-found": [404, "Not found"],
  "method-not-allowed": [405, "This address does not answer that method"],
  conflict: [409, "A condition is not met"],
  "not-open": [410, "This order is not open"],
  "body-too-large": [413, "The body is too large"],
  "too-many-requests": [429, "Too many requests"],
  internal: [500, "A fault of ours"],
  unavailable: [503, "The site cannot read its data at the moment"],
} as const satisfies Record<string, readonly [number, string]>;
export type ProblemKind = keyof typeof kinds;
type Extra = Pick<ProblemAnswer, "detail" | "instance" | "reason" | "errors">;

/** Thrown by a handler, answered by `endpoint`. */
export class Problem extends Error {
  constructor(
    readonly kind: ProblemKind,
    readonly extra: Extra = {},
  ) {
    super(kind);
  }
}

export function problemResponse(kind: ProblemKind, extra: Extra = {}, headers: HeadersInit = {}): Response {
  const [status, title] = kinds[kind];
  const document: ProblemAnswer = { type: `/en/data#${kind}`, title, status, ...extra };
  const answer = new Response(JSON.stringify(document), { status, headers });
  answer.headers.set("Content-Type", "application/problem+json");
  answer.headers.set("Cache-Control", "no-store");
  return answer;
}
