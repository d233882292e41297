// A site on its first day: no orders, an index without documents.
import { expect, test } from "vitest";
import { ensureIndexes, indexIsWhole } from "@/domain/search/commands";
import { searchOrders, waysOut } from "@/domain/search/queries";
import { parseOrderSearch } from "@/domain/search/schema";

test("before the first order every question is answered with nothing, not with an error", async () => {
  await ensureIndexes();
  expect(await indexIsWhole()).toBe(true);
  for (const question of ["", "q=dieu+duong+duc", "q=han&market=JP", "q=h%C3%A0n&sort=pay", "market=DE&deposit=none"]) {
    const { search } = parseOrderSearch(new URLSearchParams(question));
    expect(await searchOrders(search, { pageSize: 20, facets: true }), question).toMatchObject({ cards: [], total: 0 });
    expect(await waysOut(search)).toEqual([]);
  }
});
