// Searching without the engine: the same understanding of the words, then Postgres (folded text, trigrams when words miss).
import "server-only";
import { type Prisma, db } from "@/platform/db";
import { countListedBy } from "@/domain/orders/queries";
import { occupationOf } from "@/domain/kernel/catalogue";
import { databaseWhere } from "./filters/expressions";
import type { Entity } from "./entities";
import { fallbackTerms } from "./plan";
import type { Facets } from "./results";
import { type ChoiceKey, type OrderSearch, choiceFilters, choiceKeys } from "./schema";

type Where = Prisma.JobOrderWhereInput;
const readingWhere = { market: "market", programme: "programme", occupation: "occupation" } as const;

/** What the words name, as conditions: "dieu duong duc" names Germany and nursing. */
const entityWhere = ({ readings }: Entity): Where => ({
  OR: readings.map((r) => ({ [readingWhere[r.kind]]: { in: [...r.codes] } })),
});
const wordWhere = (word: string): Where => ({ search: { contains: word } });

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

const columnOf: Partial<Record<ChoiceKey, "market" | "programme" | "occupation" | "kind" | "sex" | "interviewForm">> = {
  market: "market",
  programme: "programme",
  occupation: "occupation",
  kind: "kind",
  interview: "interviewForm",
};

/** Counts beside each value, from the database: slower than the engine's, and only asked for while it is away. */
export async function databaseFacets(search: OrderSearch, text: Where): Promise<Facets> {
  const facets: Record<string, Record<string, number>> = {};
  await Promise.all(
    choiceKeys.map(async (key) => {
      const where = { AND: [databaseWhere(search, { without: key }), text] };
      const column = columnOf[key];
      if (column) facets[key] = await countListedBy(column, where);
      else if (key === "industry") facets[key] = byIndustry(await countListedBy("occupation", where));
      else facets[key] = await countEach(key, where);
    }),
  );
  return facets;
}

function byIndustry(byOccupation: Readonly<Record<string, number>>): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const [slug, count] of Object.entries(byOccupation)) {
    const industry = occupationOf(slug)?.industry ?? "other";
    counts[industry] = (counts[industry] ?? 0) + count;
  }
  return counts;
}

async function countEach(key: ChoiceKey, where: Where): Promise<Record<string, number>> {
  const filter = choiceFilters[key];
  const counted = await Promise.all(
    filter.values.map(
      async (value) =>
        [
          value,
          await db.jobOrder.count({
            where: { AND: [where, filter.where([value]), { public: { isNot: null }, groupHead: true }] },
          }),
        ] as const,
    ),
  );
  return Object.fromEntries(counted.filter(([, count]) => count > 0));
}
