// The sentences of messages/ outside a request: one namespace in a language, and a sentence with its values put in.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import compile from "icu-minify/compile";
import format from "icu-minify/format";

type Compiled = Parameters<typeof format>[0];
type Node = { readonly [key: string]: Node | string };
export type Values = Readonly<Record<string, string | number>>;

const namespaces = new Map<string, Node>();
const compiled = new Map<string, Compiled>();
const formatters = {
  getDateTimeFormat: (...asked: ConstructorParameters<typeof Intl.DateTimeFormat>) => new Intl.DateTimeFormat(...asked),
  getNumberFormat: (...asked: ConstructorParameters<typeof Intl.NumberFormat>) => new Intl.NumberFormat(...asked),
  getPluralRules: (...asked: ConstructorParameters<typeof Intl.PluralRules>) => new Intl.PluralRules(...asked),
};

function namespaceOf(locale: string, namespace: string): Node {
  const path = join(process.cwd(), "messages", locale, `${namespace}.json`);
  const known = namespaces.get(path);
  if (known && process.env.NODE_ENV === "production") return known;
  const read = JSON.parse(readFileSync(/* turbopackIgnore: true */ path, "utf8")) as Node;
  namespaces.set(path, read);
  return read;
}

/** A sentence by its dotted name. One that is not there is a fault of ours and stops whoever asked. */
export function sentence(locale: string, namespace: string, name: string, values: Values = {}): string {
  const found = name
    .split(".")
    .reduce<Node | string | undefined>(
      (node, key) => (typeof node === "object" ? node[key] : undefined),
      namespaceOf(locale, namespace),
    );
  if (typeof found !== "string") throw new Error(`no sentence ${locale} ${namespace}.${name}`);
  const ready = compiled.get(found) ?? compile(found);
  compiled.set(found, ready);
  const said = format(ready, locale, values, { formatters, timeZone: "Asia/Ho_Chi_Minh" });
  return typeof said === "string" ? said : String(said);
}
