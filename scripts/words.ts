// What the command line says, in Vietnamese, from the same message files as the pages.
import { readFileSync } from "node:fs";
import { join } from "node:path";
// The part of next-intl that knows no React: under the react-server condition the package itself asks for hooks.
import { createTranslator } from "use-intl/core";
import type { FeeWords } from "@/components/fees/finding-text";
import { findingSentence } from "@/components/orders/finding-text";

const read = (name: string) =>
  JSON.parse(readFileSync(join(process.cwd(), "messages", "vi", `${name}.json`), "utf8")) as Record<string, never>;
const messages = {
  ...{ import: read("import"), licences: read("licences"), orders: read("orders"), fees: read("fees") },
  operator: read("operator"),
};
const translate = createTranslator({ locale: "vi", messages, onError: () => {} });
const within = (namespace: string) =>
  createTranslator({ locale: "vi", messages, namespace: namespace as never, onError: () => {} }) as unknown as FeeWords;
const [orderFindings, feeWords] = [within("orders.findings"), within("fees")];

type Details = Readonly<Record<string, string | number>>;
/** A sentence of the importers; a code without words is shown as it is. */
export const sentence = (key: string, details: Details = {}): string => {
  const said = translate.has(`import.${key}` as never) ? translate(`import.${key}` as never, details as never) : "";
  return said || key.replace(/^.*\./, "");
};

/** A sentence of the operator's other commands. */
export const command = (key: string, details: Details = {}): string =>
  translate(`operator.${key}` as never, details as never);

export function fail(key: string, details: Details = {}): never {
  console.error(sentence(key, details));
  process.exit(1);
}

type Message = { code: string; column?: string; value?: string; details?: Details };
type Diff = { field: string; before: unknown; after: unknown };

const said = (key: string, details: Details): string | null =>
  translate.has(key as never) ? translate(key as never, details as never) : null;

/** A condition that fails, as exactly as the page of the order says it. */
function why({ code, details = {} }: Message): string | null {
  const { finding, ...params } = details;
  const name = finding === undefined || finding === code ? null : String(finding);
  return name
    ? findingSentence(orderFindings, feeWords, "vi", code, { name, params })
    : said(`orders.conditions.${code}.unmet`, {});
}

function worded(kind: "register" | "orders" | "rates", message: Message): string {
  const details = { ...message.details, column: message.column ?? "", value: message.value ?? "" };
  const condition = said(`orders.conditions.${message.code}.label`, {});
  const own = kind === "register" ? `licences.import.${message.code}` : `import.${kind}.${message.code}`;
  return (
    said(own, details) ??
    (condition && `${message.code} ${condition}: ${why(message)}`) ??
    [message.code, message.column, message.value].filter(Boolean).join(" ")
  );
}

/** Why a file as a whole could not be read. */
export const fileFault = (failure: Message): string =>
  said(`licences.import.file.${failure.code}`, { ...failure.details, value: failure.value ?? "" }) ??
  sentence(`file.${failure.code}`);

const shown = (value: unknown): string =>
  value === null || value === undefined ? "–" : typeof value === "object" ? JSON.stringify(value) : String(value);

/** One row's verdict, with why, and what would change. */
export function say(
  kind: "register" | "orders" | "rates",
  row: { row: number; ref: string; verdict: string; messages: readonly Message[]; diff?: readonly unknown[] },
): void {
  const why = row.messages.map((message) => worded(kind, message)).join("; ");
  console.log(
    `${String(row.row).padStart(5)}  ${sentence(`verdict.${row.verdict}`).padEnd(12)} ${row.ref}${why ? ` – ${why}` : ""}`,
  );
  for (const change of (row.diff ?? []) as Diff[])
    console.log(
      `         ${said(`licences.fields.${change.field}`, {}) ?? change.field}: ${shown(change.before)} → ${shown(change.after)}`,
    );
}
