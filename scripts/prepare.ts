// Makes a migrated database and an engine ready to serve: localities, rates, indexes, demo data. Safe to repeat; prints the search key.
import { writeFileSync } from "node:fs";
import { seedLocalities } from "@/domain/localities/seed";
import { ensureIndexes, indexIsWhole, makeSearchKey, rebuildOrders } from "@/domain/search/commands";
import { disconnect, writableDb } from "@/platform/db";
import { env } from "@/platform/env";
import { progress } from "./progress";

const [, , answerFile] = process.argv;

const localities = await writableDb.$transaction((tx) => seedLocalities(tx));
if (!localities.skipped) console.log(`Localities: ${localities.localities}`);

if (env.DEMO) {
  const { ensureDemo } = await import("@/prisma/demo/demo");
  await ensureDemo();
}

let searchKey: string | null = null;
if ((await ensureIndexes()) === "done") {
  searchKey = await makeSearchKey();
  if (!(await indexIsWhole())) {
    const bar = progress("Indexing orders");
    const rebuilt = await rebuildOrders(bar.at);
    bar.done(rebuilt.engine === "answered" ? `${rebuilt.documents} orders` : "no engine");
  }
}
if (answerFile)
  writeFileSync(answerFile, JSON.stringify({ MEILI_SEARCH_KEY: searchKey ?? undefined }), { mode: 0o600 });
await disconnect();
