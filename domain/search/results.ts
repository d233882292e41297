// What a search answers, whichever engine found it.
import type { OrderCard } from "@/domain/orders/queries";
import type { ChoiceKey } from "./schema";

export type Facets = Partial<Record<ChoiceKey | "level" | "education", Readonly<Record<string, number>>>>;

/** Something the text named, shown as a chip that can be turned into a filter or taken away. */
export type Understood = { kind: string; codes: readonly string[]; label: string; text: string };

export type SearchResult = {
  cards: OrderCard[];
  total: number;
  /** Counts beside each value, the group's own choice left out; empty when not asked for. */
  facets: Facets;
  engine: "meilisearch" | "postgres";
  understood: readonly Understood[];
  /** The text that was searched, where it is not the text that was typed ("did you mean"). */
  searchedFor: string | null;
  /** Not every word of the text is in these orders: nothing, or too little, has them all. */
  loose: boolean;
};

/** For an empty result: a filter that could go, and how many orders that would give. */
export type WayOut = { key: string; total: number };
