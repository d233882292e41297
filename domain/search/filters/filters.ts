// Every filter of the order search, defined once: what it accepts, what it says to the index, what it says to the database.
import {
  languageLevels,
  marketOf,
  markets,
  occupationOf,
  occupations,
  programmeOf,
  programmes,
} from "@/domain/kernel/catalogue";
import { provinces } from "@/domain/localities/rules";
import type { Prisma } from "@/platform/db";

type Where = Prisma.JobOrderWhereInput;
/** What counting needs of an order; select exactly these. */
export const countedColumns = {
  market: true,
  programme: true,
  occupation: true,
  kind: true,
  depositVnd: true,
  language: true,
  languageOrdinal: true,
  sex: true,
  interviewForm: true,
  provinces: true,
  nationwide: true,
  education: true,
} as const satisfies Prisma.JobOrderSelect;
export type Counted = Prisma.JobOrderGetPayload<{ select: typeof countedColumns }>;
/** A filter with a closed list of values, several of which may be chosen (any of them fits). */
export type ChoiceFilter = {
  kind: "choice";
  many: boolean;
  values: readonly string[];
  /** Attribute of the index whose distribution gives the counts. */
  facet: string;
  /** A value that fits whoever asks: an order for anybody, recruiting everywhere. */
  forAll: string | null;
  /** The values an order carries, as the index holds them. */
  carried: (order: Counted) => readonly string[];
  where: (values: readonly string[]) => Where;
};
/** A number the worker states about herself or wants. */
export type NumberFilter = {
  kind: "number";
  min: number;
  max: number;
  index: (value: number) => string;
  where: (value: number) => Where;
};

const quoted = (value: string) => JSON.stringify(value);
const anyOf = (attribute: string, values: readonly string[]) => `${attribute} IN [${values.map(quoted).join(", ")}]`;

type Column = "market" | "programme" | "occupation" | "kind" | "sex" | "interviewForm";
const choice = (facet: string, values: readonly string[], column: Column): ChoiceFilter => ({
  kind: "choice",
  many: true,
  facet,
  values,
  forAll: null,
  carried: (order) => [order[column]],
  where: (chosen) => ({ [column]: { in: [...chosen] } }),
});
const accepted = ({ forAll }: ChoiceFilter, chosen: readonly string[]) =>
  forAll === null ? chosen : [...chosen, forAll];
/** The condition for the index. */
export const choiceIndex = (filter: ChoiceFilter, chosen: readonly string[]): string =>
  anyOf(filter.facet, accepted(filter, chosen));
/** The same question to a row already read. */
export const fitsChoice = (filter: ChoiceFilter, chosen: readonly string[], order: Counted): boolean => {
  const wanted = accepted(filter, chosen);
  return filter.carried(order).some((value) => wanted.includes(value));
};

const industries = [...new Set(occupations.map((o) => o.industry))];
const depositWhere: Record<string, Where> = {
  none: { depositVnd: 0n },
  some: { depositVnd: { gt: 0n } },
  unknown: { depositVnd: null },
};
const languages = [...Object.keys(languageLevels)];

/** Order of the keys is the order in which the page shows them. */
export const choiceFilters = {
  market: choice(
    "market",
    markets.map((m) => m.code),
    "market",
  ),
  programme: choice(
    "programme",
    programmes.map((p) => p.code),
    "programme",
  ),
  industry: {
    ...choice("industry", industries, "occupation"),
    carried: ({ occupation }) => [occupationOf(occupation)?.industry ?? "other"],
    where: (chosen) => ({
      occupation: { in: occupations.filter((o) => chosen.includes(o.industry)).map((o) => o.slug) },
    }),
  },
  occupation: choice(
    "occupationSlug",
    occupations.map((o) => o.slug),
    "occupation",
  ),
  kind: choice("kind", ["agency_order", "source_preparation", "state_programme"], "kind"),
  deposit: {
    ...choice("deposit", ["none", "some", "unknown"], "kind"),
    carried: ({ depositVnd }) => [depositVnd === null ? "unknown" : depositVnd > 0n ? "some" : "none"],
    where: (chosen) => ({ OR: chosen.map((value) => depositWhere[value] ?? {}) }),
  },
  /** none: the order asks for no language; unknown: it does not say. */
  language: {
    ...choice("language", [...languages, "none", "unknown"], "kind"),
    carried: ({ language, languageOrdinal }) => [languageOrdinal === 0 ? "none" : (language ?? "unknown")],
    where: (chosen) => ({
      OR: chosen.map((value) =>
        value === "none"
          ? { languageOrdinal: 0 }
          : {
              language: value === "unknown" ? null : value,
              OR: [{ languageOrdinal: null }, { languageOrdinal: { gt: 0 } }],
            },
      ),
    }),
  },
  /** Who is asking: an order for anybody fits too. */
  sex: {
    ...choice("sex", ["male", "female"], "sex"),
    many: false,
    forAll: "any",
    where: ([mine]) => ({ sex: { in: ["any", mine as "male"] } }),
  },
  interview: choice("interviewForm", ["online", "in_person", "both", "unknown"], "interviewForm"),
  /** Provinces recruited in; an order recruiting everywhere fits each. */
  province: {
    ...choice(
      "provinces",
      provinces.map((p) => p.id),
      "kind",
    ),
    forAll: "*",
    carried: ({ nationwide, provinces: named }) => (nationwide ? ["*"] : named.length > 0 ? named : ["?"]),
    where: (chosen) => ({ OR: [{ nationwide: true }, { provinces: { hasSome: [...chosen] } }] }),
  },
} satisfies Record<string, ChoiceFilter>;

/** `orNone`: the order may leave the limit open; the index then holds its widest value (index-document.ts), the database null. */
const atMost = (attribute: string, column: keyof Where, min: number, max: number, orNone = false): NumberFilter => ({
  kind: "number",
  min,
  max,
  index: (value) => `${attribute} <= ${value}`,
  where: (value) =>
    orNone ? { OR: [{ [column]: { lte: value } }, { [column]: null }] } : { [column]: { lte: value } },
});
const atLeast = (attribute: string, column: keyof Where, min: number, max: number, orNone = false): NumberFilter => ({
  kind: "number",
  min,
  max,
  index: (value) => `${attribute} >= ${value}`,
  where: (value) =>
    orNone ? { OR: [{ [column]: { gte: value } }, { [column]: null }] } : { [column]: { gte: value } },
});
const both = (a: NumberFilter, b: NumberFilter): NumberFilter => ({
  ...a,
  index: (value) => `${a.index(value)} AND ${b.index(value)}`,
  where: (value) => ({ AND: [a.where(value), b.where(value)] }),
});

const dong = 10 ** 12;
/**
 * Facts an order leaves open (no age limit, no height) fit everybody; figures it leaves unknown (pay, cost) fit no limit, because a worker
 * who asks for at most 50 million must not be shown an order whose cost nobody knows.
 */
export const numberFilters = {
  /** Kept per month after deductions, at least, in đồng */
  pay: atLeast("keptVnd", "netVnd", 0, dong),
  payMax: atMost("keptVnd", "netVnd", 0, dong),
  /** Paid before leaving, at most, in đồng */
  cost: atMost("costVnd", "costVnd", 0, dong),
  costMin: atLeast("costVnd", "costVnd", 0, dong),
  breakEven: atMost("breakEvenMonths", "breakEvenMonths", 0, 999),
  /** Years of age of the person asking */
  age: both(atMost("ageMin", "ageMin", 15, 80, true), atLeast("ageMax", "ageMax", 15, 80, true)),
  height: atMost("heightMin", "heightMinCm", 100, 220, true),
  /** Level on the common ordinal that the person has: orders asking for that much or less */
  level: { ...atMost("languageOrdinal", "languageOrdinal", 0, 6), index: (value) => `languageOrdinal 0 TO ${value}` },
  /** Orders asking for that level or more */
  levelMin: atLeast("languageOrdinal", "languageOrdinal", 0, 6),
  education: atMost("education", "education", 0, 6, true),
  monthsMin: atLeast("contractMonths", "contractMonths", 1, 120),
  monthsMax: atMost("contractMonths", "contractMonths", 1, 120),
  experience: atMost("experienceMonths", "experienceMonths", 0, 600, true),
} satisfies Record<string, NumberFilter>;

export type ChoiceKey = keyof typeof choiceFilters;
export type NumberKey = keyof typeof numberFilters;
export const choiceKeys = Object.keys(choiceFilters) as ChoiceKey[];
export const numberKeys = Object.keys(numberFilters) as NumberKey[];

/** The name a chip or a message shows for a value from the catalogue; null for codes that messages word. */
export function catalogueName(key: ChoiceKey, value: string, locale: string): string | null {
  const vi = locale === "vi";
  if (key === "market") return (vi ? marketOf(value)?.shortVi : marketOf(value)?.nameEn) ?? null;
  if (key === "programme") return (vi ? programmeOf(value)?.nameVi : programmeOf(value)?.nameEn) ?? null;
  if (key === "occupation") return (vi ? occupationOf(value)?.nameVi : occupationOf(value)?.nameEn) ?? null;
  if (key === "province") return provinces.find((p) => p.id === value)?.name ?? null;
  return null;
}
