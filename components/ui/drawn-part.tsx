// A part of a page that is drawn once, on the server, and sent once.
import type { ReactNode } from "react";
import { drawn } from "./drawn";
import { Still } from "./still";

const key = Symbol.for("site.still");
/** The renderer takes each in the same breath; what an aborted request left behind goes with the next hundreds. */
const most = 2_000;
const store = ((globalThis as { [key]?: Map<string, string> })[key] ??= new Map());
let count = 0;

function left(markup: string): string {
  const id = (count++).toString(36);
  store.set(id, markup);
  if (store.size > most) store.delete(store.keys().next().value as string);
  return id;
}

/** Leaves markup for the renderer. */
export const Markup = ({ html, className }: { html: string; className?: string }) => (
  <Still id={left(html)} className={className} />
);

/** Components without client code, promises or functions (components/ui/drawn.ts). */
export const Drawn = ({ children, className }: { children: ReactNode; className?: string }) => (
  <Markup html={drawn(children).__html} className={className} />
);
