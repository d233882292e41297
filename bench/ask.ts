// Asks every search of the bench once, each announced to whoever stands between us and the engine (bench/record.mjs).
import { searchOrders } from "@/domain/search/queries";
import { parseOrderSearch } from "@/domain/search/schema";
import { disconnect } from "@/platform/db";
import { env } from "@/platform/env";
import { searches } from "./questions.mjs";

for (const parameters of searches) {
  await fetch(`${env.MEILI_URL}/next-question`, { method: "POST" });
  const { engine } = await searchOrders(parseOrderSearch(parameters).search, { pageSize: 20, facets: false });
  if (engine !== "meilisearch") throw new Error(`answered by ${engine}`);
}
await disconnect();
