// npm run import -- register FILE --as-of DAY --source NAME [--official] [--dry-run]
// npm run import -- orders FILE --source NAME [--dry-run]
// npm run import -- rates FILE --source NAME [--as-of DAY] [--verified] [--dry-run]
import { basename } from "node:path";
import { parseArgs } from "node:util";
import { operatorNamed } from "@/domain/accounts/commands";
import { importRates } from "@/domain/fees/commands";
import { dayOf, parseDay } from "@/domain/kernel/calendar";
import { importRegister } from "@/domain/licences/commands";
import { importOrders } from "@/domain/orders/commands";
import { now } from "@/platform/clock";
import { disconnect } from "@/platform/db";
import { fail, fileFault, say, sentence } from "./words";
import { progress } from "./progress";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    "as-of": { type: "string" },
    source: { type: "string" },
    verified: { type: "boolean", default: false },
    official: { type: "boolean", default: false },
    "dry-run": { type: "boolean", default: false },
    quiet: { type: "boolean", default: false },
    operator: { type: "string", default: process.env.OPERATOR ?? "operator" },
  },
});
const [kind, file] = positionals;
if (!file || !["register", "orders", "rates"].includes(kind ?? "")) fail("usage");
const path = file as string;
const dryRun = values["dry-run"] ?? false;
const source = values.source ?? basename(path);
const asOf = values["as-of"] === undefined ? dayOf(now()) : parseDay(values["as-of"]);
if (!asOf) fail("asOf", { value: values["as-of"] ?? "" });

const operator = await operatorNamed(values.operator as string);
const bar = progress(sentence(`title.${kind}`));
const onProgress = (at: { bytes: number; totalBytes: number }) => {
  bar.total(Math.max(1, at.totalBytes));
  bar.at(at.bytes);
};
type Verdict = {
  row: number;
  ref: string;
  verdict: string;
  messages: readonly { code: string }[];
  diff?: readonly unknown[];
};
const onRow = (row: Verdict) => {
  if (values.quiet && row.verdict !== "refused" && row.verdict !== "contradiction") return;
  say(kind as "register" | "orders" | "rates", row);
};

const common = { file: path, source, dryRun, onProgress, onRow };
const summary =
  kind === "register"
    ? await importRegister(operator, {
        ...common,
        asOf: asOf as NonNullable<typeof asOf>,
        official: values.official ?? false,
        fileName: basename(path),
      })
    : kind === "rates"
      ? await importRates(operator, {
          ...common,
          verified: values.verified ?? false,
          // A file without days is of the day that was named, and of no other.
          asOf: values["as-of"] === undefined ? null : asOf,
        })
      : await importOrders(operator, common);
const { rows, ...counts } = summary.counts;
bar.done(
  sentence("summary", {
    rows,
    counts: Object.entries(counts)
      .filter(([, n]) => n > 0)
      .map(([verdict, n]) => `${sentence(`verdict.${verdict}`)} ${n}`)
      .join(", "),
  }),
);
if (dryRun) console.log(sentence("dryRun"));
if (summary.failure) console.error(sentence("failure", { why: fileFault(summary.failure) }));
await disconnect();
process.exit(summary.failure && rows === 0 ? 1 : 0);
