import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { systemActor } from "@/domain/kernel/actor";
import { day } from "@/domain/kernel/calendar";
import { recordDecision } from "@/domain/licences/commands";
import { isListed, listedCount } from "@/domain/orders/queries";
import { ensureIndexes, rebuildOrders } from "@/domain/search/commands";
import { databaseWhere } from "@/domain/search/filters/expressions";
import { searchOrders, waysOut } from "@/domain/search/queries";
import {
  type OrderSearch,
  choiceFilters,
  choiceKeys,
  numberKeys,
  parseOrderSearch,
  searchParameters,
} from "@/domain/search/schema";
import { emptyOutbox } from "@/jobs/outbox";
import { db } from "@/platform/db";
import { makeDemo } from "@/prisma/demo/demo";

const everything: OrderSearch = { text: "", choices: {}, numbers: {}, agency: null, sort: "newest", page: 1 };
let values: Record<string, string[]> = {};

beforeAll(async () => {
  await makeDemo({ orders: 700 });
  await ensureIndexes();
  await rebuildOrders();
  const { facets } = await searchOrders(everything, { pageSize: 1, facets: true });
  values = Object.fromEntries(
    choiceKeys.map((key) => [key, [...choiceFilters[key].values].filter((v) => facets[key]?.[v] !== undefined)]),
  );
}, 240_000);

/** A few values of a few filters, most of them such as occur. */
const searches = (): fc.Arbitrary<OrderSearch> => {
  const choices = fc.record(
    Object.fromEntries(
      choiceKeys.map((key) => [
        key,
        fc.subarray(values[key] ?? [], {
          minLength: 1,
          maxLength: Math.min(values[key]?.length ?? 0, choiceFilters[key].many ? 4 : 1),
        }),
      ]),
    ),
    { requiredKeys: [] },
  );
  const sizes: Record<string, fc.Arbitrary<number>> = {
    pay: fc.integer({ min: 10, max: 60 }).map((m) => m * 1_000_000),
    payMax: fc.integer({ min: 10, max: 80 }).map((m) => m * 1_000_000),
    cost: fc.integer({ min: 0, max: 150 }).map((m) => m * 1_000_000),
    costMin: fc.integer({ min: 0, max: 150 }).map((m) => m * 1_000_000),
    breakEven: fc.integer({ min: 0, max: 12 }),
    age: fc.integer({ min: 18, max: 55 }),
    height: fc.integer({ min: 145, max: 175 }),
    level: fc.integer({ min: 0, max: 6 }),
    levelMin: fc.integer({ min: 0, max: 6 }),
    education: fc.integer({ min: 0, max: 6 }),
    monthsMin: fc.integer({ min: 6, max: 60 }),
    monthsMax: fc.integer({ min: 6, max: 60 }),
    experience: fc.integer({ min: 0, max: 48 }),
  };
  const numbers = fc.record(sizes, { requiredKeys: [] });
  const few = <T extends object>(record: T, keep: number): T =>
    Object.fromEntries(Object.entries(record).slice(0, keep)) as T;
  return fc.tuple(choices, numbers, fc.nat(3), fc.nat(3), fc.boolean()).map(([c, n, most, numbersMost, flip]) => ({
    ...everything,
    choices: few(Object.fromEntries(Object.entries(c).sort(() => (flip ? 1 : -1))), most),
    numbers: few(n, numbersMost),
  }));
};

const idsFromDatabase = async (search: OrderSearch): Promise<string[]> =>
  (await db.jobOrder.findMany({ where: { AND: [databaseWhere(search), isListed] }, select: { id: true } }))
    .map((row) => row.id)
    .sort();

async function idsFromSearch(search: OrderSearch): Promise<{ ids: string[]; total: number }> {
  const first = await searchOrders(search, { pageSize: 900, facets: false });
  expect(first.engine).toBe("meilisearch");
  return { ids: first.cards.map((card) => card.id).sort(), total: first.total };
}

describe("filters", () => {
  test("200 random combinations give exactly the rows a database query gives", { timeout: 240_000 }, async () => {
    const asked = fc.sample(searches(), { numRuns: 200, seed: 42 });
    let found = 0;
    for (const search of asked) {
      const expected = await idsFromDatabase(search);
      const answer = await idsFromSearch(search);
      expect(answer.ids, JSON.stringify(search)).toEqual(expected);
      expect(answer.total).toBe(expected.length);
      if (expected.length > 0) found += 1;
    }
    // a test that only compares nothing with nothing would prove nothing
    expect(found).toBeGreaterThan(80);
  });

  test("each count beside a value is what choosing it gives", { timeout: 240_000 }, async () => {
    for (const search of fc.sample(searches(), { numRuns: 12, seed: 7 })) {
      const { facets } = await searchOrders(search, { pageSize: 1, facets: true });
      for (const key of ["market", "kind", "deposit", "language", "industry"] as const)
        for (const [value, count] of Object.entries(facets[key] ?? {}).slice(0, 4)) {
          const chosen = { ...search, choices: { ...search.choices, [key]: [value] } };
          expect(count, `${key} ${value} in ${JSON.stringify(search)}`).toBe((await idsFromDatabase(chosen)).length);
        }
    }
  });

  test("a search survives its address", () => {
    fc.assert(
      fc.property(searches(), (search) => {
        const { search: read, dropped } = parseOrderSearch(searchParameters(search));
        expect(dropped).toEqual([]);
        expect({ ...read, choices: sorted(read.choices) }).toEqual({ ...search, choices: sorted(search.choices) });
      }),
    );
  });

  test("by market and by province, the totals are those of the list", async () => {
    const { total, facets } = await searchOrders(everything, { pageSize: 1, facets: true });
    expect(total).toBe(await listedCount());
    expect(Object.values(facets.market ?? {}).reduce((sum, n) => sum + n, 0)).toBe(total);
  });
});

const sorted = (choices: OrderSearch["choices"]) =>
  Object.fromEntries(Object.entries(choices).map(([key, list]) => [key, [...(list ?? [])].sort()]));

describe("sorting", () => {
  const orders = {
    pay: "payAfterCostVnd",
    cost: "costVnd",
    breakEven: "breakEvenMonths",
    deadline: "deadlineOn",
  } as const;
  test.each(Object.entries(orders))("by %s, unknown last", async (sort, field) => {
    const { cards } = await searchOrders(
      { ...everything, sort: sort as keyof typeof orders },
      { pageSize: 100, facets: false },
    );
    const figures = cards.map((card) => card[field]);
    const known = figures.filter((figure) => figure !== null);
    expect(figures.slice(0, known.length)).toEqual(known);
    const inOrder = [...known].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
    expect(known).toEqual(sort === "pay" ? inOrder.reverse() : inOrder);
  });
});

test("no two copies of one offer stand on one page", async () => {
  for (const page of [1, 2, 3]) {
    const { cards } = await searchOrders({ ...everything, page }, { pageSize: 100, facets: false });
    expect(new Set(cards.map((card) => card.groupKey)).size).toBe(cards.length);
  }
});

test("dieu duong duc finds nursing in Germany, and names what it understood", async () => {
  const { cards, understood } = await searchOrders(
    { ...everything, text: "dieu duong duc", sort: "relevance" },
    { pageSize: 5, facets: false },
  );
  expect(cards.length).toBe(5);
  for (const card of cards) expect([card.market, /nurse|caregiver/.test(card.occupation)]).toEqual(["DE", true]);
  expect(understood.map((u) => u.kind).sort()).toEqual(["market", "occupation"]);
});

test("an empty result says which filter to drop, with the count that gives", async () => {
  const search: OrderSearch = { ...everything, choices: { market: ["DE"] }, numbers: { pay: 900_000_000 } };
  expect((await searchOrders(search, { pageSize: 20, facets: false })).total).toBe(0);
  const ways = await waysOut(search);
  expect(ways.map((way) => way.key)).toEqual(["pay"]);
  expect(ways[0]?.total).toBe((await idsFromDatabase({ ...everything, choices: { market: ["DE"] } })).length);
});

test("orders of a suspended agency are never returned, before the index has heard of it and after", async () => {
  const { cards } = await searchOrders({ ...everything, choices: { market: ["DE"] } }, { pageSize: 50, facets: false });
  const card = cards.find((c) => c.agency !== null);
  const slug = card?.agency?.slug as string;
  const agency = await db.agency.findUnique({ where: { slug }, select: { id: true } });
  const mine = { ...everything, agency: slug };
  expect((await searchOrders(mine, { pageSize: 20, facets: false })).cards.length).toBeGreaterThan(0);
  await recordDecision(systemActor("test"), {
    kind: "restriction",
    agencyId: agency?.id as string,
    restriction: "activity_suspended",
    scope: "all",
    from: day("2026-11-20"),
    decisionNo: "9/QĐ",
    source: "kiểm thử",
    verified: true,
  });
  expect((await searchOrders(mine, { pageSize: 20, facets: false })).cards).toEqual([]);
  while ((await emptyOutbox()) === "more");
  expect(await searchOrders(mine, { pageSize: 20, facets: false })).toMatchObject({
    cards: [],
    total: 0,
    engine: "meilisearch",
  });
});

describe("bad input", () => {
  const nasty = [
    "\u0000",
    "😀🇻🇳",
    "‮abc",
    "' OR 1=1 --",
    'market = "DE"',
    "%00%ff",
    "a".repeat(10_000),
    "\ud800",
    "AND OR NOT (",
    "điều".repeat(3_000),
  ];
  test.each(nasty)("%# in every parameter is dropped or searched, never an error", async (value) => {
    const parameters = new URLSearchParams([
      ...["q", "agency", "sort", "page", ...choiceKeys, ...numberKeys].map((key): [string, string] => [key, value]),
    ]);
    const { search, dropped } = parseOrderSearch(parameters);
    expect(dropped.length).toBeGreaterThan(10);
    await expect(searchOrders(search, { pageSize: 5, facets: true })).resolves.toBeDefined();
  });
});
