// The HTTP status of a page that is drawn in full. Next offers only notFound(), whose answer is an empty document until
// scripts run; a reader without scripts, and a withdrawn order (410), need the real page under the real status.
import { AsyncLocalStorage } from "node:async_hooks";
import { Server, type ServerResponse } from "node:http";

const key = Symbol.for("site.answer");
type Shared = { [key]?: AsyncLocalStorage<ServerResponse> };
/** One store per process: pages and instrumentation are separate bundles. */
const store = ((globalThis as Shared)[key] ??= new AsyncLocalStorage<ServerResponse>());

/** Called once by instrumentation: from then on every request knows its own response. */
export function watchAnswers(): void {
  const emit = Server.prototype.emit as (this: Server, ...event: unknown[]) => boolean;
  Server.prototype.emit = function (this: Server, ...event: unknown[]) {
    if (event[0] !== "request") return emit.apply(this, event);
    return store.run(event[2] as ServerResponse, () => emit.apply(this, event));
  };
}

/** Sets the status of the page being drawn; must be awaited data's last word, before anything is sent. */
export function answerWith(status: 404 | 410 | 429): void {
  const response = store.getStore();
  if (response && !response.headersSent) response.statusCode = status;
}

/** The response of this request, for the error page without scripts. */
export const currentAnswer = (): ServerResponse | undefined => store.getStore();
