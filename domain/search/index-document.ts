// What an order looks like to the index. Where the source is silent: ranges that exclude nobody hold their widest
// value, codes say "unknown", and amounts are null, which comparisons pass over and sorting puts last in both directions.
import { marketOf, occupationOf, programmeOf } from "@/domain/kernel/catalogue";
import { keywordsOf } from "./keywords";
import { toneField } from "./tone";

/** The fields of an order that the index knows; select exactly these. */
export type IndexableOrder = {
  id: string;
  reference: string;
  version: number;
  kind: string;
  senderType: string;
  senderName: string;
  market: string;
  programme: string;
  region: string | null;
  occupation: string;
  title: string;
  description: string | null;
  workplace: string | null;
  employerName: string | null;
  sex: string;
  ageMin: number | null;
  ageMax: number | null;
  heightMinCm: number | null;
  health: readonly string[];
  education: number | null;
  experienceMonths: number | null;
  language: string | null;
  languageLevel: string | null;
  languageOrdinal: number | null;
  currency: string;
  board: string;
  lodging: string;
  airfare: string;
  contractMonths: number | null;
  interviewForm: string;
  deadlineOn: Date | null;
  departureFrom: Date | null;
  publishedAt: Date | null;
  provinces: readonly string[];
  nationwide: boolean;
  basicVnd: bigint | null;
  netVnd: bigint | null;
  costVnd: bigint | null;
  depositVnd: bigint | null;
  payAfterCostVnd: bigint | null;
  breakEvenMonths: number | null;
  groupKey: string;
  groupHead: boolean;
  agency: {
    id: string;
    slug: string;
    nameVi: string | null;
    nameEn: string | null;
    abbreviation: string | null;
  } | null;
};

/** For the select of the query that feeds the index. */
export const indexableOrderSelect = {
  id: true,
  reference: true,
  version: true,
  kind: true,
  senderType: true,
  senderName: true,
  market: true,
  programme: true,
  region: true,
  occupation: true,
  title: true,
  description: true,
  workplace: true,
  employerName: true,
  sex: true,
  ageMin: true,
  ageMax: true,
  heightMinCm: true,
  health: true,
  education: true,
  experienceMonths: true,
  language: true,
  languageLevel: true,
  languageOrdinal: true,
  currency: true,
  board: true,
  lodging: true,
  airfare: true,
  contractMonths: true,
  interviewForm: true,
  deadlineOn: true,
  departureFrom: true,
  publishedAt: true,
  provinces: true,
  nationwide: true,
  basicVnd: true,
  netVnd: true,
  costVnd: true,
  depositVnd: true,
  payAfterCostVnd: true,
  breakEvenMonths: true,
  groupKey: true,
  groupHead: true,
  agency: { select: { id: true, slug: true, nameVi: true, nameEn: true, abbreviation: true } },
} as const satisfies Record<keyof IndexableOrder, unknown>;

/** No limit stated: everybody passes. */
export const noLimit = { ageMin: 0, ageMax: 200, heightMin: 0 } as const;
/** Levels the source does not state; below every real one, so that "at most" must say whether it wants them. */
export const unknownLevel = -1;
export const noDeadline = 99991231;

const dayNumber = (date: Date | null): number | null =>
  date ? Number(date.toISOString().slice(0, 10).replaceAll("-", "")) : null;
const amount = (value: bigint | null): number | null => (value === null ? null : Number(value));
const depositOf = (deposit: bigint | null): "unknown" | "none" | "some" =>
  deposit === null ? "unknown" : deposit > 0n ? "some" : "none";

/** One equality answers "what may I apply for with B1": de0 is never made, no language is `none`. */
export function langReqOf(language: string | null, ordinal: number | null): string {
  if (ordinal === 0) return "none";
  return ordinal === null ? "unknown" : `${language ?? "any"}${ordinal}`;
}

function provincesOf({ nationwide, provinces }: IndexableOrder): readonly string[] {
  if (nationwide) return ["*"];
  return provinces.length > 0 ? provinces : ["?"];
}

/** Words of an order, in the order in which they count. */
function wordsOfOrder(order: IndexableOrder) {
  const { keywords, tone } = keywordsOf(order);
  const occupation = occupationOf(order.occupation)?.nameVi ?? order.occupation;
  return {
    tone: `${tone} ${toneField(order.title, occupation, order.agency?.nameVi ?? order.senderName)}`,
    title: order.title,
    occupation,
    keywords,
    marketName: marketOf(order.market)?.shortVi ?? order.market,
    regionName: [order.region, order.workplace].filter((w) => w !== null).join(", "),
    programmeName: programmeOf(order.programme)?.nameVi ?? order.programme,
    reference: order.reference,
    agencyShort: order.agency?.abbreviation ?? "",
    agencyName: [...new Set([order.agency?.nameVi, order.agency?.nameEn, order.senderName].filter((n) => n))].join(
      ", ",
    ),
    description: [order.description, order.employerName].filter((d) => d !== null).join(" "),
  };
}

export type OrderDocument = ReturnType<typeof orderDocument>;

export function orderDocument(order: IndexableOrder) {
  return {
    id: order.id,
    version: order.version,
    ...wordsOfOrder(order),
    market: order.market,
    programme: order.programme,
    occupationSlug: order.occupation,
    industry: occupationOf(order.occupation)?.industry ?? "other",
    region: order.region ?? "?",
    provinces: provincesOf(order),
    sex: order.sex,
    language: order.languageOrdinal === 0 ? "none" : (order.language ?? "unknown"),
    langReq: langReqOf(order.language, order.languageOrdinal),
    languageOrdinal: order.languageOrdinal ?? unknownLevel,
    education: order.education ?? unknownLevel,
    experienceMonths: order.experienceMonths ?? unknownLevel,
    ageMin: order.ageMin ?? noLimit.ageMin,
    ageMax: order.ageMax ?? noLimit.ageMax,
    heightMin: order.heightMinCm ?? noLimit.heightMin,
    health: order.health,
    contractMonths: order.contractMonths,
    kind: order.kind,
    senderType: order.senderType,
    agencyId: order.agency?.id ?? "none",
    agencySlug: order.agency?.slug ?? "none",
    currency: order.currency,
    board: order.board,
    lodging: order.lodging,
    airfare: order.airfare,
    deposit: depositOf(order.depositVnd),
    costVnd: amount(order.costVnd),
    keptVnd: amount(order.netVnd),
    basicVnd: amount(order.basicVnd),
    payAfterCostVnd: amount(order.payAfterCostVnd),
    breakEvenMonths: order.breakEvenMonths,
    deadline: dayNumber(order.deadlineOn) ?? noDeadline,
    departure: dayNumber(order.departureFrom),
    publishedAt: order.publishedAt ? order.publishedAt.getTime() : 0,
    interviewForm: order.interviewForm,
    groupKey: order.groupKey,
    groupHead: order.groupHead,
  };
}
