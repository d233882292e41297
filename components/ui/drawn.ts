// Draws server components that need no client code straight to markup. React would send such a part twice, as markup and as a description
// of it for a client that never changes it, and building both takes most of a page's time (docs/decisions/0010).
import type { ReactElement, ReactNode } from "react";

const nothing = new Set([
  "area",
  "br",
  "col",
  "hr",
  "img",
  "input",
  "link",
  "meta",
  "path",
  "rect",
  "line",
  "circle",
  "source",
  "wbr",
]);
/** Attributes whose markup name is not the property in lower case. */
const renamed: Readonly<Record<string, string>> = {
  className: "class",
  htmlFor: "for",
  defaultValue: "value",
  defaultChecked: "checked",
  acceptCharset: "accept-charset",
  viewBox: "viewBox",
  preserveAspectRatio: "preserveAspectRatio",
  patternUnits: "patternUnits",
  gradientUnits: "gradientUnits",
};
/** SVG properties written with a hyphen in markup. */
const hyphened = /^(stroke|fill|text|dominant|alignment|font|stop|clip|marker|paint|shape|vector|letter|word)([A-Z])/;
const silent = new Set(["children", "key", "ref", "dangerouslySetInnerHTML", "suppressHydrationWarning"]);
const special = /[&<>"']/g;
const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#x27;",
};

export const escaped = (text: string): string =>
  special.test(text) ? text.replace(special, (c) => entities[c] ?? c) : text;

const nameOf = (property: string): string =>
  renamed[property] ??
  (hyphened.test(property) ? property.replace(/[A-Z]/g, (c) => `-${c.toLowerCase()}`) : property.toLowerCase());

function attribute(property: string, value: unknown): string {
  if (silent.has(property) || value === null || value === undefined) return "";
  const name = nameOf(property);
  if (/^(aria|data)-/.test(name)) return ` ${name}="${escaped(String(value))}"`;
  if (value === false) return "";
  if (value === true) return ` ${name}=""`;
  if (typeof value === "string" || typeof value === "number" || typeof value === "bigint")
    return ` ${name}="${escaped(String(value))}"`;
  // A style object breaks the content security policy, a function needs a client.
  throw new TypeError(`cannot draw ${property}: ${typeof value}`);
}

type Props = Readonly<Record<string, unknown>> & { children?: ReactNode };

/** What a <select> has chosen is said on its options in markup. */
function children(tag: string, props: Props, chosen: unknown): string {
  const raw = props.dangerouslySetInnerHTML as { __html: string } | undefined;
  if (raw) return raw.__html;
  if (tag === "textarea") return escaped(String(props.defaultValue ?? props.value ?? ""));
  return draw(props.children, tag === "select" ? (props.defaultValue ?? props.value ?? null) : chosen);
}

/** A form that calls a server action, as the framework writes it for browsers without scripts: it is sent whole, and answered by a page. */
function actionForm(props: Props): string {
  const id = (props.action as { $$id?: string; $$bound?: unknown }).$$id;
  if (!id || (props.action as { $$bound?: unknown }).$$bound)
    throw new TypeError("cannot draw a form: not a plain server action");
  let attributes = "";
  for (const property in props) if (property !== "action") attributes += attribute(property, props[property]);
  return `<form${attributes} action="" method="post" enctype="multipart/form-data"><input type="hidden" name="$ACTION_ID_${escaped(id)}"/>${children("form", props, null)}</form>`;
}

function host(tag: string, props: Props, chosen: unknown): string {
  if (tag === "form" && typeof props.action === "function") return actionForm(props);
  let attributes = "";
  for (const property in props) {
    if ((tag === "select" || tag === "textarea") && (property === "defaultValue" || property === "value")) continue;
    attributes += attribute(property, props[property]);
  }
  if (tag === "option" && chosen !== null && chosen !== undefined) {
    const own = String(props.value ?? draw(props.children, null));
    if (Array.isArray(chosen) ? chosen.map(String).includes(own) : String(chosen) === own) attributes += ' selected=""';
  }
  if (nothing.has(tag) && props.children === undefined)
    return tag === "path" || tag === "rect" || tag === "line" || tag === "circle"
      ? `<${tag}${attributes}></${tag}>`
      : `<${tag}${attributes}/>`;
  return `<${tag}${attributes}>${children(tag, props, chosen)}</${tag}>`;
}

function draw(node: ReactNode, chosen: unknown): string {
  if (node === null || node === undefined || typeof node === "boolean") return "";
  if (typeof node === "string") return escaped(node);
  if (typeof node === "number" || typeof node === "bigint") return String(node);
  if (Array.isArray(node)) return node.map((child: ReactNode) => draw(child, chosen)).join("");
  const { type, props } = node as ReactElement<Props>;
  if (typeof type === "string") return host(type, props, chosen);
  if (typeof type === "function" && !("$$typeof" in type))
    return draw((type as (props: Props) => ReactNode)(props), chosen);
  if (typeof type === "symbol" && props) return draw(props.children, chosen); // a fragment
  throw new TypeError("cannot draw what needs a client or a promise; give it a place outside the drawn part");
}

/** Markup of a node: the same that React writes for it. Refuses client components, promises, style objects and functions. */
export const drawn = (node: ReactNode): { __html: string } => ({ __html: draw(node, null) });
