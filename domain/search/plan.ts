// From what was typed to what the engine is asked: one query while typing, up to three joined ones when the reader has finished.
import type { MultiSearchQueryWithFederation } from "meilisearch";
import { restOf, type Entity, type HintFound } from "./entities";
import { rewrite, type Rewritten } from "./rewrite";
import { plainOrderWords } from "./settings";
import { toneToken } from "./tone";
import type { Hint } from "./words";

export type Asked = {
  text: string;
  typing?: boolean;
  /** Conditions of the filters, joined by AND. */
  filter?: readonly string[];
  facets?: readonly string[];
  /** "payAfterCostVnd:desc"; absent: by relevance. */
  sort?: readonly string[];
  limit: number;
  offset?: number;
};

type Step = {
  queries: Omit<MultiSearchQueryWithFederation, "indexUid">[];
  facets: readonly string[];
  limit: number;
  offset: number;
  loose: boolean;
};
/** Steps are tried in turn until one finds enough: every word first, then without the words nobody's order has. */
export type QueryPlan = { rewritten: Rewritten; steps: readonly Step[]; enough: number };

/** Hits that make a looser reading unnecessary. */
const enoughHits = 3;
const toneWeight = 1.1;
const entityWeight = 1.6;

/** A value in a filter expression, safe whatever it holds. */
export const quoted = (value: string): string => `"${value.replace(/[\\"]/g, "\\$&")}"`;
const attributeOf = { market: "market", programme: "programme", occupation: "occupationSlug" } as const;

/** "market IN [\"DE\"]"; several readings of one phrase are an OR. */
export const entityFilter = ({ readings }: Pick<Entity, "readings">): string =>
  `(${readings.map((r) => `${attributeOf[r.kind]} IN [${r.codes.map(quoted).join(", ")}]`).join(" OR ")})`;

/** Two trades or two countries in one query are a choice, for no order has both; different kinds must all hold. */
export function entityFilters(entities: readonly Entity[]): string[] {
  const clear = entities.filter((e) => e.readings.length === 1);
  const kinds = [...new Set(clear.flatMap((e) => e.readings.map((r) => r.kind)))];
  const merged = kinds.map((kind) =>
    entityFilter({
      readings: [
        {
          kind,
          codes: [...new Set(clear.flatMap((e) => e.readings.flatMap((r) => (r.kind === kind ? r.codes : []))))],
        },
      ],
    }),
  );
  return [...merged, ...entities.filter((e) => e.readings.length > 1).map(entityFilter)];
}

const hintFilters: Readonly<Record<Hint, string>> = {
  "no-language": "langReq = none",
  "no-fee": "costVnd = 0",
  "no-deposit": "deposit = none",
  "no-education": "education <= 1",
  female: "sex IN [female, any]",
  male: "sex IN [male, any]",
};
/** The condition a stated wish stands for. */
export const hintFilter = ({ hint }: Pick<HintFound, "hint">): string => hintFilters[hint];

type Common = Pick<MultiSearchQueryWithFederation, "filter" | "sort" | "attributesToRetrieve">;
type Strategy = "all" | "last";

/** Loosely: without the words that say nothing to us, and with the last ones given up if need be. */
const wordsFor = (r: Rewritten, strategy: Strategy): string => (strategy === "all" ? r.plain : r.core);

const plainQuery = (r: Rewritten, common: Common, matchingStrategy: Strategy) => ({
  ...common,
  q: wordsFor(r, matchingStrategy),
  attributesToSearchOn: [...plainOrderWords],
  matchingStrategy,
  federationOptions: { weight: 1 },
});

/** For words nobody of the trade knows, such as names of companies: the commonest words are given up first. */
const rareQuery = (r: Rewritten, common: Common) => ({
  ...common,
  q: r.plain,
  attributesToSearchOn: [...plainOrderWords],
  matchingStrategy: "frequency" as const,
  federationOptions: { weight: 1 },
});

/** Marks that were typed must be met; words without marks are sought as they are. */
const toneQuery = (r: Rewritten, common: Common, weight: number) => ({
  ...common,
  q: r.marked.split(" ").map(toneToken).join(" "),
  matchingStrategy: "all" as const,
  federationOptions: { weight },
});

/** The conditions that the names and wishes of a query stand for. */
function withNames(r: Rewritten, common: Common): Common {
  const filter = [
    ...((common.filter as string[] | undefined) ?? []),
    ...entityFilters(r.entities),
    ...r.hints.map(hintFilter),
  ];
  return { ...common, filter };
}

const entityQuery = (r: Rewritten, common: Common, matchingStrategy: Strategy) => ({
  ...withNames(r, common),
  q: wordsFor(r, matchingStrategy),
  attributesToSearchOn: [...plainOrderWords],
  matchingStrategy,
  federationOptions: { weight: entityWeight },
});

export function planQuery(asked: Asked): QueryPlan {
  const { typing = false, filter = [], facets = [], sort = [], limit, offset = 0 } = asked;
  const r = rewrite(asked.text, { typing });
  const common: Common = {
    attributesToRetrieve: ["id"],
    ...(filter.length > 0 && { filter: [...filter] }),
    ...(sort.length > 0 && { sort: [...sort] }),
  };
  const step = (queries: Step["queries"], loose = false): Step => ({ queries, facets, limit, offset, loose });
  if (!r.plain) return { rewritten: r, steps: [step([{ ...common, q: "" }])], enough: 0 };
  if (typing) return { rewritten: r, steps: [step([{ ...plainQuery(r, common, "last"), q: r.plain }])], enough: 0 };

  const named = r.entities.length > 0 || r.hints.length > 0;
  const rest = restOf(r.marked.split(" "), r.entities);
  const tone = r.hadMarks ? [toneQuery(r, common, toneWeight)] : [];
  const exact = plainQuery(r, common, "all");
  const rare = r.core.length === r.plain.length ? [] : [rareQuery(r, common)];
  // when the names are all that was said, whatever bears them is meant, in whichever words it was written
  const byNames = () => [
    entityQuery(r, common, rest.length > 0 ? "all" : "last"),
    ...(r.hadMarks ? [toneQuery(r, withNames(r, common), entityWeight * toneWeight)] : []),
  ];
  const loosely = named ? [entityQuery(r, common, "last")] : [];
  const steps = [
    ...(named ? [step(byNames())] : []),
    step([exact, ...tone, ...loosely], named && rest.length > 0),
    step([plainQuery(r, common, "last"), ...rare, ...tone, ...loosely], true),
  ];
  // sorted by pay, loose hits would stand before exact ones
  return { rewritten: r, steps, enough: sort.length > 0 ? 1 : enoughHits };
}

/** The same question with other filters, counted the way the first answer was found, so that the counts belong together. */
export const atStep = (plan: QueryPlan, at: number): QueryPlan => ({ ...plan, steps: plan.steps.slice(at, at + 1) });

/** What Postgres needs to answer in the engine's place: the words (all, then any) and what they name. */
export function fallbackTerms(text: string): {
  terms: string[];
  entities: readonly Entity[];
  hints: readonly HintFound[];
  rewritten: Rewritten;
} {
  const r = rewrite(text);
  return {
    terms: [...new Set(r.plain.split(" ").filter(Boolean))],
    entities: r.entities,
    hints: r.hints,
    rewritten: r,
  };
}
