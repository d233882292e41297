import "server-only";
import { dayOf } from "@/domain/kernel/calendar";
import { type OrderCard, countListed, listCards, orderCards } from "@/domain/orders/queries";
import { now } from "@/platform/clock";
import { databaseFacets, databaseText } from "./fallback";
import { databaseSort, databaseWhere, indexFilter, indexSort } from "./filters/expressions";
import { ask, ordersIndex, searchIndex } from "./meili";
import { atStep, planQuery } from "./plan";
import type { Facets, SearchResult, Understood, WayOut } from "./results";
import { type ChoiceKey, type OrderSearch, choiceFilters, choiceKeys, numberKeys } from "./schema";

type Options = { pageSize: number; facets: boolean };

/** The engine answers this many results of one search and no more; what lies beyond comes from the database. */
const reach = 1_000;
/** Attribute of the index → name of the group of counts. */
const facetOf = new Map<string, keyof Facets>([
  ...choiceKeys.map((key) => [choiceFilters[key].facet, key] as const),
  ["languageOrdinal", "level"],
  ["education", "education"],
]);
const countedAttributes = [...facetOf.keys()];

/**
 * Finds orders. The index proposes ids and counts; the database disposes: cards come from rows that carry the public condition at this
 * moment. Without the engine the database answers alone.
 */
export async function searchOrders(search: OrderSearch, options: Options): Promise<SearchResult> {
  const offset = (search.page - 1) * options.pageSize;
  if (offset + options.pageSize <= reach) {
    const found = await fromIndex(search, options, offset);
    if (found) return found;
  }
  return fromDatabase(search, options, offset);
}

async function fromIndex(
  search: OrderSearch,
  { pageSize, facets }: Options,
  offset: number,
): Promise<SearchResult | null> {
  const day = dayOf(now());
  const sort = search.sort === "relevance" && !search.text ? indexSort.newest : indexSort[search.sort];
  // Some more than a page: room for orders that the database refuses because the index has not yet heard.
  const spare = 8;
  const plan = planQuery({
    text: search.text,
    filter: indexFilter(search, day),
    facets: facets ? countedAttributes : ["groupHead"],
    sort,
    limit: pageSize + spare,
    offset,
  });
  const answer = await searchIndex(plan);
  if (answer.engine === "unavailable") return null;
  const found = answer.value;
  const [proposed, others] = await Promise.all([
    orderCards(found.ids),
    facets ? countsWithoutOwn(search, found.at) : {},
  ]);
  const cards = proposed.slice(0, pageSize);
  const total = Math.max(totalOf(found.facets, found.total), offset + cards.length);
  const rewritten = plan.rewritten;
  return {
    cards,
    total,
    facets: { ...groupsOf(found.facets), ...others },
    engine: "meilisearch",
    understood: rewritten.entities.map(understoodOf),
    searchedFor: rewritten.changed ? rewritten.changed.to : null,
    loose: found.loose,
  };
}

type Distribution = Readonly<Record<string, Readonly<Record<string, number>>>>;
/** Every document has exactly one value of these, so their counts add up to the true total, however many there are. */
const totalOf = (counted: Distribution, estimate: number): number => {
  const heads = counted.groupHead ?? counted.market;
  return heads ? Object.values(heads).reduce((sum, count) => sum + count, 0) : estimate;
};
const groupsOf = (counted: Distribution): Facets =>
  Object.fromEntries(
    Object.entries(counted).flatMap(([attribute, counts]) =>
      facetOf.has(attribute) ? [[facetOf.get(attribute), counts]] : [],
    ),
  );

/** For a group in which something is chosen: the counts of its values as if nothing were. */
async function countsWithoutOwn(search: OrderSearch, step: number): Promise<Facets> {
  const day = dayOf(now());
  const chosen: (ChoiceKey | "level")[] = choiceKeys.filter((key) => search.choices[key]?.length);
  if (search.numbers.level !== undefined) chosen.push("level");
  const counted = await Promise.all(
    chosen.map(async (key): Promise<Facets> => {
      const attribute = key === "level" ? "languageOrdinal" : choiceFilters[key].facet;
      const plan = planQuery({
        text: search.text,
        filter: indexFilter(search, day, { without: key }),
        facets: [attribute],
        limit: 0,
      });
      const answer = await searchIndex(atStep(plan, step));
      return answer.engine === "answered" ? { [key]: answer.value.facets[attribute] ?? {} } : {};
    }),
  );
  return Object.assign({}, ...counted) as Facets;
}

const understoodOf = (entity: {
  readings: readonly { kind: string; codes: readonly string[] }[];
  text: string;
  label: string;
}): Understood => ({
  kind: entity.readings[0]?.kind ?? "",
  codes: entity.readings.flatMap((reading) => reading.codes),
  label: entity.label,
  text: entity.text,
});

async function fromDatabase(search: OrderSearch, { pageSize, facets }: Options, offset: number): Promise<SearchResult> {
  const { where: text, ranked, rewritten } = await databaseText(search.text);
  const where = { AND: [databaseWhere(search), text] };
  const byRelevance = search.sort === "relevance" && ranked !== null;
  const [cards, total, counts] = await Promise.all([
    byRelevance
      ? rankedCards(ranked, where, pageSize, offset)
      : listCards(where, databaseSort[search.sort], pageSize, offset),
    countListed(where),
    facets ? databaseFacets(search, text) : {},
  ]);
  return {
    cards,
    total,
    facets: counts,
    engine: "postgres",
    understood: [],
    searchedFor: rewritten,
    loose: ranked !== null,
  };
}

async function rankedCards(
  ranked: readonly string[],
  where: object,
  pageSize: number,
  offset: number,
): Promise<OrderCard[]> {
  const place = new Map(ranked.map((id, i) => [id, i]));
  const cards = await listCards({ AND: [where, { id: { in: [...ranked] } }] }, databaseSort.newest, ranked.length);
  return cards.sort((a, b) => (place.get(a.id) ?? 0) - (place.get(b.id) ?? 0)).slice(offset, offset + pageSize);
}

/** A search as a condition for the database: for walks that must reach the last record. */
export async function searchCondition(search: OrderSearch) {
  return { AND: [databaseWhere(search), (await databaseText(search.text)).where] };
}

/** For an empty result: what each filter hides, so that the page can say which one to drop. */
export async function waysOut(search: OrderSearch): Promise<WayOut[]> {
  const lighter: { key: string; search: OrderSearch }[] = [
    ...choiceKeys
      .filter((key) => search.choices[key]?.length)
      .map((key) => ({ key, search: { ...search, choices: { ...search.choices, [key]: undefined } } })),
    ...numberKeys
      .filter((key) => search.numbers[key] !== undefined)
      .map((key) => ({ key, search: { ...search, numbers: { ...search.numbers, [key]: undefined } } })),
    ...(search.text ? [{ key: "q", search: { ...search, text: "" } }] : []),
  ];
  const found = await Promise.all(
    lighter.slice(0, 8).map(async ({ key, search: without }) => ({
      key,
      total: (await searchOrders({ ...without, page: 1 }, { pageSize: 1, facets: false })).total,
    })),
  );
  return found.filter((way) => way.total > 0).sort((a, b) => b.total - a.total);
}

/** Whether the engine answers, for the health page. */
export async function engineAnswers(): Promise<boolean> {
  return (await ask((engine) => engine.index(ordersIndex).search("", { limit: 0 }))).engine === "answered";
}
