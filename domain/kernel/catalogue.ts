// Markets, programmes and occupations as the reference files know them: the words every context shares.
import marketsFile from "@/prisma/reference/markets.json";
import occupationsFile from "@/prisma/reference/occupations.json";
import feeFile from "@/prisma/reference/fee-rules.json";
import { slugOf } from "./text";

export type Market = {
  code: string;
  /** Addresses of the market's page: nhat-ban, japan. */
  slug: string;
  slugEn: string;
  nameVi: string;
  /** Short name for lists and search: "Đài Loan", where the official one is longer. */
  shortVi: string;
  nameEn: string;
  currency: string;
  /** Country groups that fee rules name. */
  groups: readonly string[];
  note: string | null;
  /** Not a market Vietnamese agencies send to; known only from foreign job notices. */
  foreignNoticesOnly: boolean;
};

export type SenderType = "service_enterprise" | "public_unit" | "ministry" | "local_authority";

export type Programme = {
  code: string;
  market: string;
  nameVi: string;
  nameEn: string;
  localName: string | null;
  /** Who alone may lawfully send (law.md §1); a study route has nobody. */
  senders: readonly SenderType[];
  /** Approvals beside licence and supply contract: JP_GENERAL, JP_CAREGIVER, TW, DOMESTIC. */
  approvals: readonly string[];
  tags: readonly string[];
  status: string;
  /** Everything else the reference file says; shown on market pages with its confidence. */
  facts: (typeof marketsFile.programmes)[number];
};

export type Occupation = {
  slug: string;
  nameVi: string;
  nameEn: string;
  isco08: string;
  industry: string;
  local: Readonly<Record<string, string>>;
  synonyms: readonly string[];
};

const shortNames: Record<string, string> = {
  TW: "Đài Loan",
  MO: "Ma Cao",
  AE: "UAE",
  CZ: "Séc",
  RU: "Nga",
  AU: "Úc",
  US: "Mỹ",
};

export const markets: readonly Market[] = marketsFile.markets.map((m) => ({
  code: m.code,
  slug: slugOf(shortNames[m.code] ?? m.name_vi),
  slugEn: slugOf(m.name_en),
  nameVi: m.name_vi,
  shortVi: shortNames[m.code] ?? m.name_vi,
  nameEn: m.name_en,
  currency: m.currency,
  groups: m.groups,
  note: m.note ?? null,
  foreignNoticesOnly: /Norway|only through EURES/.test(m.note ?? ""),
}));

const senderTypes: Record<string, SenderType[]> = {
  service_enterprise: ["service_enterprise"],
  public_unit: ["public_unit"],
  ministry: ["ministry", "public_unit"],
  local_authority: ["local_authority"],
  service_enterprise_or_public_unit: ["service_enterprise", "public_unit"],
  mixed: [],
};
const generalApprovals = new Set(["LICENCE", "SUPPLY_CONTRACT"]);

export const programmes: readonly Programme[] = marketsFile.programmes.map((p) => ({
  code: p.code,
  market: p.market,
  nameVi: p.name_vi,
  nameEn: p.name_en,
  localName: ("local_name" in p && typeof p.local_name === "string" && p.local_name) || null,
  senders: senderTypes[p.sender.type] ?? [],
  approvals: (("required_approvals" in p.sender && p.sender.required_approvals) || []).filter(
    (a) => !generalApprovals.has(a),
  ),
  tags: p.tags,
  status: p.status,
  facts: p,
}));

export const occupations: readonly Occupation[] = occupationsFile.occupations.map((o) => ({
  slug: o.slug,
  nameVi: o.name_vi,
  nameEn: o.name_en,
  isco08: o.isco08,
  industry: o.industry,
  local: o.local as Record<string, string>,
  synonyms: o.synonyms,
}));

/** What people say, and what it means: occupation slugs, programmes or filters. */
export const slang: readonly { said: string; maps_to: string }[] = occupationsFile.query_slang;
export const languageTests = marketsFile.reference.language_tests;

const groupFile: Record<string, string[]> = feeFile.meta.market_groups;
const expand = (name: string): string[] =>
  (groupFile[name] ?? []).flatMap((m) => (m.startsWith("@") ? expand(m.slice(1)) : [m]));
/** Country codes of a group that fee rules name (GROUP:SEA …); our own mapping, see fee-rules.json. */
export const marketGroups: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.keys(groupFile).map((name) => [name, new Set(expand(name))]),
);

const byCode = new Map(markets.map((m) => [m.code, m]));
const bySlug = new Map(markets.flatMap((m) => [m.slugEn, m.slug].map((slug) => [slug, m] as const)));
const programmeByCode = new Map(programmes.map((p) => [p.code, p]));
const occupationBySlug = new Map(occupations.map((o) => [o.slug, o]));
export const marketOf = (code: string): Market | undefined => byCode.get(code);
/** By its address in either language. */
export const marketBySlug = (slug: string): Market | undefined => bySlug.get(slug);
export const programmeOf = (code: string): Programme | undefined => programmeByCode.get(code);
export const occupationOf = (slug: string): Occupation | undefined => occupationBySlug.get(slug);

/** Language levels on their own scales, and the common ordinal: 0 none, 1 A1 … 6 C2 (own mapping, for comparing only). */
export const languageLevels: Readonly<Record<string, readonly { test: string; level: string; ordinal: number }[]>> = {
  ja: [
    { test: "JLPT", level: "N5", ordinal: 1 },
    { test: "JLPT", level: "N4", ordinal: 2 },
    { test: "JFT-Basic", level: "A2", ordinal: 2 },
    { test: "JLPT", level: "N3", ordinal: 3 },
    { test: "JLPT", level: "N2", ordinal: 4 },
    { test: "JLPT", level: "N1", ordinal: 5 },
  ],
  ko: [
    { test: "TOPIK", level: "1", ordinal: 1 },
    { test: "EPS-TOPIK", level: "80", ordinal: 1 },
    { test: "TOPIK", level: "2", ordinal: 2 },
    { test: "TOPIK", level: "3", ordinal: 3 },
    { test: "TOPIK", level: "4", ordinal: 4 },
    { test: "TOPIK", level: "5", ordinal: 5 },
    { test: "TOPIK", level: "6", ordinal: 6 },
  ],
  de: ["A1", "A2", "B1", "B2", "C1", "C2"].map((level, i) => ({ test: "CEFR", level, ordinal: i + 1 })),
  zh: ["A1", "A2", "B1", "B2", "C1", "C2"].map((level, i) => ({ test: "TOCFL", level, ordinal: i + 1 })),
  en: [
    { test: "IELTS", level: "4.0", ordinal: 3 },
    { test: "IELTS", level: "5.5", ordinal: 4 },
    { test: "IELTS", level: "7.0", ordinal: 5 },
    { test: "CEFR", level: "A1", ordinal: 1 },
    { test: "CEFR", level: "A2", ordinal: 2 },
    { test: "CEFR", level: "B1", ordinal: 3 },
    { test: "CEFR", level: "B2", ordinal: 4 },
  ],
};
