// The engine goes away and comes back: a cable between us and it is cut and joined again.
import { type Server, type Socket, connect, createServer } from "node:net";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import type { OrderSearch } from "@/domain/search/schema";

const engine = new URL(inject("meili")?.url ?? "http://127.0.0.1:1");
const open = new Set<Socket>();
let cable: Server | null = null;
let port = 0;

function join(): Promise<void> {
  const server = createServer((near) => {
    const far = connect(Number(engine.port), engine.hostname);
    for (const end of [near, far]) {
      open.add(end);
      end.on("error", () => {}).on("close", () => (near.destroy(), far.destroy()));
    }
    near.pipe(far).pipe(near);
  });
  cable = server;
  return new Promise((resolve) =>
    server.listen(port, "127.0.0.1", () => {
      port = (server.address() as { port: number }).port;
      resolve();
    }),
  );
}
function cut(): Promise<void> {
  for (const end of open) end.destroy();
  return new Promise((resolve) => (cable ? cable.close(() => resolve()) : resolve()));
}

await join();
process.env.MEILI_URL = `http://127.0.0.1:${port}`;
const { makeDemo } = await import("@/prisma/demo/demo");
const { ensureIndexes, rebuildOrders } = await import("@/domain/search/commands");
const { searchOrders } = await import("@/domain/search/queries");
const { closeOrder } = await import("@/domain/orders/commands");
const { emptyOutbox } = await import("@/jobs/outbox");
const { systemActor } = await import("@/domain/kernel/actor");
const { db } = await import("@/platform/db");

const asked: OrderSearch = {
  text: "",
  choices: { market: ["DE"], deposit: ["none"] },
  numbers: {},
  agency: null,
  sort: "pay",
  page: 1,
};
const search = (more: Partial<OrderSearch> = {}) => searchOrders({ ...asked, ...more }, { pageSize: 50, facets: true });
const ids = (found: Awaited<ReturnType<typeof search>>) => found.cards.map((card) => card.id).sort();

beforeAll(async () => {
  await makeDemo({ orders: 500 });
  await ensureIndexes();
  await rebuildOrders();
}, 240_000);
afterAll(cut);

test("without the engine the database answers the same orders, counts and totals, and says that it does", async () => {
  const before = await search();
  expect(before.engine).toBe("meilisearch");
  await cut();
  const without = await search();
  expect(without.engine).toBe("postgres");
  expect(ids(without)).toEqual(ids(before));
  expect(without.total).toBe(before.total);
  expect(without.facets).toEqual(before.facets);
  const words = await search({ text: "dieu duong duc", choices: {}, sort: "relevance" });
  expect(words.cards.length).toBeGreaterThan(5);
  for (const card of words.cards) expect([card.market, /nurse|caregiver/.test(card.occupation)]).toEqual(["DE", true]);
  expect((await search({ text: "điều dưỡg", choices: {}, sort: "relevance" })).cards.length).toBeGreaterThan(0);
});

test("what changes meanwhile waits, and the index catches up by itself when the engine returns", async () => {
  const [closed] = (await search()).cards;
  await closeOrder(systemActor("test"), { orderId: closed?.id as string, reason: "agency" });
  expect(ids(await search())).not.toContain(closed?.id);
  expect(await emptyOutbox()).toBe("held");
  expect(await db.outboxEvent.count({ where: { doneAt: null } })).toBeGreaterThan(0);
  await join();
  await expect.poll(async () => (await emptyOutbox()) === "empty", { timeout: 20_000, interval: 300 }).toBe(true);
  await expect.poll(async () => (await search()).engine, { timeout: 10_000, interval: 300 }).toBe("meilisearch");
  const after = await search();
  expect(ids(after)).not.toContain(closed?.id);
  expect(after.total).toBe(
    await db.jobOrder.count({ where: { market: "DE", depositVnd: 0n, public: { isNot: null }, groupHead: true } }),
  );
});
