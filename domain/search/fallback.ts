// Searching without the engine: the same understanding of the words, then Postgres (folded text, trigrams when words miss).
import "server-only";
import { type Prisma, db } from "@/platform/db";
import { listedOrders } from "@/domain/orders/queries";
import { databaseWhere } from "./filters/expressions";
import type { Entity } from "./entities";
import { fallbackTerms } from "./plan";
import type { Facets } from "./results";
import { type ChoiceFilter, type Counted, countedColumns, fitsChoice } from "./filters/filters";
import { unknownLevel } from "./index-document";
import { type ChoiceKey, type OrderSearch, choiceFilters, choiceKeys } from "./schema";

type Group = ChoiceKey | "level" | "education";

type Where = Prisma.JobOrderWhereInput;
const readingWhere = { market: "market", programme: "programme", occupation: "occupation" } as const;

/** What the words name, as conditions: "dieu duong duc" names Germany and nursing. */
const entityWhere = ({ readings }: Entity): Where => ({
  OR: readings.map((r) => ({ [readingWhere[r.kind]]: { in: [...r.codes] } })),
});
/** Words begin where a space is; short ones end there too ("han" is not "nhan", nor "hang"). */
const wordWhere = (word: string): Where => ({ search: { contains: word.length <= 3 ? ` ${word} ` : ` ${word}` } });

export type DatabaseText = { where: Where; ranked: readonly string[] | null; rewritten: string | null };

/** Words as a condition: all that they name, else all words, else what looks alike; a reference finds its order. */
export async function databaseText(text: string): Promise<DatabaseText> {
  const { terms, entities, rewritten } = fallbackTerms(text);
  const changed = rewritten.changed?.to ?? null;
  if (terms.length === 0) return { where: {}, ranked: null, rewritten: null };
  const all: Where = { AND: terms.map(wordWhere) };
  const named: Where = { AND: entities.map(entityWhere) };
  const reference: Where = { reference: { equals: text.trim().toUpperCase() } };
  const exact: Where = { OR: [reference, all, ...(entities.length > 0 ? [named] : [])] };
  if ((await db.jobOrder.count({ where: { AND: [exact, { public: { isNot: null } }] }, take: 1 })) > 0)
    return { where: exact, ranked: null, rewritten: changed };
  const near = await db.$queryRaw<{ id: string }[]>`
    SELECT o."id" FROM "JobOrder" o JOIN "PublicOrder" p ON p."id" = o."id"
    WHERE ${terms.join(" ")} <% o."search" AND o."groupHead"
    ORDER BY word_similarity(${terms.join(" ")}, o."search") DESC, o."publishedAt" DESC LIMIT 500`;
  const ids = near.map((row) => row.id);
  return { where: { id: { in: ids } }, ranked: ids, rewritten: changed };
}

/**
 * Counts beside each value while the engine is away: the orders that fit everything but the choices are read once, with few columns, and
 * counted here, each group without its own choice.
 */
export async function databaseFacets(search: OrderSearch, text: Where): Promise<Facets> {
  const { level, ...numbers } = search.numbers;
  const where = databaseWhere({ ...search, choices: {}, numbers });
  const orders = await listedOrders({ AND: [where, text] }, countedColumns);
  const chosen = choiceKeys.flatMap((key) => {
    const values = search.choices[key];
    return values?.length
      ? [{ key: key as Group, fits: (order: Counted) => fitsChoice(choiceFilters[key], values, order) }]
      : [];
  });
  if (level !== undefined)
    chosen.push({ key: "level", fits: ({ languageOrdinal }) => languageOrdinal !== null && languageOrdinal <= level });
  const groups: [Group, (order: Counted) => readonly string[]][] = [
    ...choiceKeys.map((key): [Group, ChoiceFilter["carried"]] => [key, choiceFilters[key].carried]),
    ["level", ({ languageOrdinal }) => [String(languageOrdinal ?? unknownLevel)]],
    ["education", ({ education }) => [String(education ?? unknownLevel)]],
  ];
  const facets: Partial<Record<Group, Record<string, number>>> = {};
  for (const [group, carried] of groups) {
    const others = chosen.filter(({ key }) => key !== group);
    const counts: Record<string, number> = {};
    for (const order of orders)
      if (others.every(({ fits }) => fits(order)))
        for (const value of carried(order)) counts[value] = (counts[value] ?? 0) + 1;
    facets[group] = counts;
  }
  return facets;
}
