// How the engine reads the documents. Changing anything here rebuilds the index: `npm run reindex` does it beside the running one.
import type { Settings } from "meilisearch";

type Use = "facet" | "equal" | "compare" | "number";
const features: Readonly<Record<Use, { facetSearch: boolean; filter: { equality: boolean; comparison: boolean } }>> = {
  facet: { facetSearch: true, filter: { equality: true, comparison: false } },
  equal: { facetSearch: false, filter: { equality: true, comparison: false } },
  number: { facetSearch: false, filter: { equality: true, comparison: true } },
  compare: { facetSearch: false, filter: { equality: false, comparison: true } },
};
const used = (use: Use, attributePatterns: string[]) => ({ attributePatterns, features: features[use] });

/** Words are sought in these; `tone` only by queries whose marks count. First is best. */
export const orderWords = [
  "tone",
  "title",
  "occupation",
  "keywords",
  "marketName",
  "regionName",
  "programmeName",
  "reference",
  "agencyShort",
  "agencyName",
  "description",
] as const;
export const plainOrderWords: readonly string[] = orderWords.filter((w) => w !== "tone");

export const orderSettings: Settings = {
  searchableAttributes: [...orderWords],
  displayedAttributes: ["id", "reference", "version"],
  rankingRules: ["sort", "words", "typo", "attribute", "proximity", "exactness", "publishedAt:desc"],
  // 5 and 9 rather than 4 and 8, and none in descriptions: looser settings double the result set and make its counts a lie.
  typoTolerance: {
    minWordSizeForTypos: { oneTypo: 5, twoTypos: 9 },
    disableOnAttributes: ["tone", "reference", "description"],
    disableOnNumbers: true,
  },
  proximityPrecision: "byAttribute",
  pagination: { maxTotalHits: 1000 },
  faceting: { maxValuesPerFacet: 200, sortFacetValuesBy: { "*": "count" } },
  searchCutoffMs: 500,
  filterableAttributes: [
    used("facet", ["market", "programme", "occupationSlug", "region", "agencySlug"]),
    used("equal", [
      "industry",
      "provinces",
      "sex",
      "language",
      "langReq",
      "health",
      "kind",
      "senderType",
      "currency",
      "board",
      "lodging",
      "airfare",
      "deposit",
      "interviewForm",
      "groupHead",
      "groupKey",
    ]),
    used("number", [
      "id",
      "agencyId",
      "version",
      "languageOrdinal",
      "education",
      "experienceMonths",
      "contractMonths",
      "breakEvenMonths",
      "costVnd",
    ]),
    used("compare", [
      "ageMin",
      "ageMax",
      "heightMin",
      "keptVnd",
      "basicVnd",
      "payAfterCostVnd",
      "deadline",
      "departure",
      "publishedAt",
    ]),
  ],
  sortableAttributes: [
    "publishedAt",
    "payAfterCostVnd",
    "keptVnd",
    "basicVnd",
    "costVnd",
    "breakEvenMonths",
    "deadline",
    "departure",
  ],
};
