// npm run reindex: rebuilds the search index beside the running one and changes over; the site serves throughout.
import { listedCount } from "@/domain/orders/queries";
import { rebuildOrders } from "@/domain/search/commands";
import { disconnect } from "@/platform/db";
import { progress } from "./progress";

const bar = progress("Indexing orders", await listedCount());
const rebuilt = await rebuildOrders(bar.at);
bar.done(rebuilt.engine === "answered" ? `${rebuilt.documents} orders` : "no search engine answers (MEILI_URL)");
await disconnect();
process.exit(rebuilt.engine === "answered" ? 0 : 1);
