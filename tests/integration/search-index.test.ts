// The engine as we use it: settings, unknown amounts, honest counts, the rebuild beside the running index, keys, and doing without it.
import { Meilisearch } from "meilisearch";
import { beforeAll, describe, expect, test } from "vitest";
import { orderDocument, type IndexableOrder } from "@/domain/search/index-document";
import {
  adminClient,
  deleteOrders,
  ensureIndexes,
  indexedCount,
  makeSearchKey,
  reindexSwap,
  upsertOrders,
} from "@/domain/search/indexing";
import { ask, ordersIndex, searchIndex, type Found } from "@/domain/search/meili";
import { planQuery, type Asked } from "@/domain/search/plan";
import { env } from "@/platform/env";

const plain: IndexableOrder = {
  id: "0",
  reference: "DH-0",
  version: 1,
  kind: "agency_order",
  senderType: "service_enterprise",
  senderName: "Công ty dữ liệu mẫu",
  market: "JP",
  programme: "JP_TTS",
  region: null,
  occupation: "welder",
  title: "Thợ hàn",
  description: null,
  workplace: null,
  employerName: null,
  sex: "any",
  ageMin: null,
  ageMax: null,
  heightMinCm: null,
  health: [],
  education: null,
  experienceMonths: null,
  language: null,
  languageLevel: null,
  languageOrdinal: null,
  currency: "JPY",
  board: "unknown",
  lodging: "unknown",
  airfare: "unknown",
  contractMonths: null,
  interviewForm: "unknown",
  deadlineOn: null,
  departureFrom: null,
  publishedAt: null,
  provinces: [],
  nationwide: false,
  basicVnd: null,
  netVnd: null,
  costVnd: null,
  depositVnd: null,
  payAfterCostVnd: null,
  breakEvenMonths: null,
  groupKey: "g",
  groupHead: true,
  agency: null,
};
const orders = (count: number, over: (i: number) => Partial<IndexableOrder>) =>
  Array.from({ length: count }, (_, i) => orderDocument({ ...plain, id: String(i), reference: `DH-${i}`, ...over(i) }));

async function found(asked: Partial<Asked> & { text: string }): Promise<Found> {
  const answer = await searchIndex(planQuery({ limit: 50, ...asked }));
  if (answer.engine !== "answered") throw new Error("the engine is away");
  return answer.value;
}

describe.skipIf(!env.MEILI_URL)("the index", () => {
  beforeAll(async () => {
    await ensureIndexes();
    await upsertOrders(
      orders(30, (i) => ({
        market: i % 3 === 0 ? "KR" : "JP",
        occupation: i % 2 === 0 ? "welder" : "garment-worker",
        title: i % 2 === 0 ? "Thợ hàn" : "May công nghiệp",
        costVnd: i % 5 === 0 ? null : BigInt(i) * 1_000_000n,
        languageOrdinal: i % 4 === 0 ? 0 : null,
      })),
    );
  });

  test("settings sent once are not sent again", async () => {
    const before = (await adminClient()?.tasks.getTasks({ indexUids: [ordersIndex], types: ["settingsUpdate"] }))
      ?.total;
    await ensureIndexes();
    expect((await adminClient()?.tasks.getTasks({ indexUids: [ordersIndex], types: ["settingsUpdate"] }))?.total).toBe(
      before,
    );
  });

  test("unknown amounts come last in either direction, and no comparison finds them", async () => {
    for (const sort of ["costVnd:asc", "costVnd:desc"]) {
      const { ids, total } = await found({ text: "", sort: [sort] });
      expect(total).toBe(30);
      expect(ids.slice(-6).every((id) => Number(id) % 5 === 0)).toBe(true);
    }
    expect((await found({ text: "", filter: ["costVnd <= 5000000"] })).ids.map(Number).sort((a, b) => a - b)).toEqual([
      1, 2, 3, 4,
    ]);
  });

  test("joined queries count each order once, and their facets count the same orders", async () => {
    const { total, facets, ids } = await found({ text: "thợ hàn hàn quốc", facets: ["market", "occupationSlug"] });
    expect(new Set(ids).size).toBe(ids.length);
    expect(total).toBe(5);
    expect(facets).toMatchObject({ market: { KR: 5 }, occupationSlug: { welder: 5 } });
  });

  test("a wish is found in the words of the orders that grant it", async () => {
    const { ids } = await found({ text: "khong can tieng" });
    expect(ids.length).toBeGreaterThan(0);
    expect(ids.every((id) => Number(id) % 4 === 0)).toBe(true);
  });

  test("fragments of filters and SQL in a query are only words", async () => {
    for (const text of ['" OR market = "JP', "'; DROP TABLE x", "\u0000\u202e", "(((", "x".repeat(10_000), "😀"])
      expect((await found({ text, limit: 3 })).total).toBeGreaterThanOrEqual(0);
  });

  test("a rebuild replaces the index in one step; what a killed one left does not matter", async () => {
    await adminClient()?.createIndex(`${ordersIndex}_next`).waitTask();
    const seen: number[] = [];
    const batches = (async function* () {
      for (const part of [orders(20, () => ({})), orders(40, () => ({ title: "Hộ lý" })).slice(20)]) yield part;
    })();
    expect(await reindexSwap(batches, (n) => seen.push(n))).toEqual({ engine: "answered", documents: 40 });
    expect(seen).toEqual([20, 40]);
    expect(await indexedCount()).toBe(40);
    await deleteOrders(["1", "2"]);
    expect(await indexedCount()).toBe(38);
  });

  test("the web's key may search this index and do nothing else", async () => {
    const key = await makeSearchKey();
    expect(await makeSearchKey()).toBe(key);
    const web = new Meilisearch({ host: env.MEILI_URL ?? "", apiKey: key ?? "" });
    expect((await web.index(ordersIndex).search("")).hits).not.toHaveLength(0);
    await expect(web.index(ordersIndex).deleteAllDocuments()).rejects.toThrow();
    await expect(web.getKeys()).rejects.toThrow();
  });

  test("an engine that does not answer is left alone for a while", async () => {
    let asked = 0;
    const question = () => ((asked += 1), Promise.reject(new Error("connect ECONNREFUSED")));
    expect(await ask(question)).toEqual({ engine: "unavailable" });
    expect(await ask(question)).toEqual({ engine: "unavailable" });
    expect(asked).toBe(1);
  });
});
