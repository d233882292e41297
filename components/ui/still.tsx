"use client";
// Markup that never changes after it arrives. The server writes it once; the browser keeps what it got, so the markup need not travel a
// second time as a description of itself (docs/decisions/0010).
import { useState } from "react";

type Store = Map<string, string>;
const key = Symbol.for("site.still");

/** Server only: where components/ui/drawn-part.tsx leaves the markup for the renderer of the same process. Taken once. */
function taken(id: string): string {
  const store = (globalThis as { [key]?: Store })[key];
  const markup = store?.get(id);
  if (markup === undefined) throw new Error("still: nothing was left under this name");
  store?.delete(id);
  return markup;
}

/** What arrived; also when something else in the page makes React draw all of it once more. */
const arrived = (id: string): string => document.querySelector(`[data-still="${id}"]`)?.innerHTML ?? "";

export function Still({ id, className }: { id: string; className?: string }) {
  const [markup] = useState(() => (typeof window === "undefined" ? taken(id) : arrived(id)));
  return (
    <div data-still={id} className={className} suppressHydrationWarning dangerouslySetInnerHTML={{ __html: markup }} />
  );
}
