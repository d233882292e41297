// npm run demo -- --orders 100000: invented firms and orders, any number, then the index. Nothing is removed; run it again for more.
import { parseArgs } from "node:util";
import { listedCount } from "@/domain/orders/queries";
import { ensureIndexes, rebuildOrders } from "@/domain/search/commands";
import { disconnect } from "@/platform/db";
import { makeDemo } from "@/prisma/demo/demo";
import { progress } from "./progress";

const { values } = parseArgs({
  options: {
    orders: { type: "string", default: "1500" },
    seed: { type: "string" },
    agencies: { type: "string", default: "60" },
    "no-index": { type: "boolean", default: false },
  },
});
const orders = Number(values.orders);
const agencies = Number(values.agencies);
const seed = Number(values.seed ?? 20_260_101);
if (![orders, agencies, seed].every(Number.isSafeInteger) || orders < 0 || agencies < 60) {
  console.error("npm run demo -- [--orders 1500] [--agencies 60] [--seed 20260101] [--no-index]");
  process.exit(2);
}

const bar = progress("Demo orders", orders);
const report = await makeDemo({ orders, seed, agencies, onProgress: bar.at });
bar.done(`${report.orders} orders, ${Math.round(report.orders / report.seconds)} a second in the database`);
const line = (counts: Record<string, number>) =>
  Object.entries(counts)
    .map(([code, count]) => `${code} ${count}`)
    .join(", ") || "none";
console.log(
  `Agencies: ${report.agencies}. Published: ${report.published}. Drafts that fail a condition: ${line(report.heldBack)}.`,
);
console.log(
  `Published, then hidden: ${line(report.fallen)}. Ended: ${line(report.ended)}. Copies: ${report.copies.length}. Listed now: ${await listedCount()}.`,
);

if (!values["no-index"] && (await ensureIndexes()) === "done") {
  const indexing = progress("Indexing orders", await listedCount());
  const started = performance.now();
  const rebuilt = await rebuildOrders(indexing.at);
  const seconds = (performance.now() - started) / 1_000;
  indexing.done(
    rebuilt.engine === "answered"
      ? `${rebuilt.documents} orders, ${Math.round((rebuilt.documents ?? 0) / seconds)} a second`
      : "no engine answers",
  );
}
await disconnect();
