// What the reference file says of a programme, as figures with basis, source and day; its English notes never reach a page:
// sentences stand in messages/<language>/programmes.json under the programme's code.
import type { Programme } from "@/domain/kernel/catalogue";
import type { Day } from "@/domain/kernel/calendar";

export type Figure = {
  key: string;
  min: number;
  max: number;
  currency: string;
  source: string;
  /** Day, month or year of the source, when it says one. */
  on: string | null;
  /** Printed in a law or circular. */
  law: boolean;
};
export type Minimum = {
  amount: number;
  currency: string;
  period: string;
  year: number | null;
  law: boolean;
  verified: boolean;
  note: string | null;
};

type Raw = {
  min?: number | null;
  max?: number | null;
  currency?: string;
  basis?: string;
  source?: string;
  confidence?: string;
};
type RawMinimum = {
  amount: number;
  currency: string;
  period: string;
  year?: number;
  confidence?: string;
  source?: string;
  note?: string;
};
type Facts = {
  contract_months?: {
    options?: number[];
    min?: number;
    max?: number;
    extension?: number;
    extension_to?: number;
    renewable?: boolean;
  };
  age?: { min?: number; max?: number; confidence?: string; source?: string };
  effective_from?: string;
  steps?: string[];
  cost?: { observations?: Raw[]; typical?: Raw | null; deposit?: Raw };
  salary?: {
    observations?: Raw[];
    typical?: Raw | null;
    after?: Raw;
    legal_minimum?: RawMinimum[];
    contract_minimum?: RawMinimum[] | string;
  };
};

export const factsOf = (programme: Programme): Facts => programme.facts as unknown as Facts;

const unsourced = (text: string | undefined): boolean => !text || /unsourced/.test(text);
const isLaw = (source: string): boolean => /\b(Circular|Decree|Law|Decision)\b/.test(source);

const plausible = (year: number, month: number, date: number): boolean =>
  year >= 2000 && year <= 2040 && month >= 1 && month <= 12 && date >= 1 && date <= 31;

/** Newspapers put the day into an article's number: 196251119135038186 and 20150610221900443. */
export function dayInSource(source: string, basis = ""): string | null {
  for (const [, text = ""] of source.matchAll(/(?<!\d)(\d{14,18})(?!\d)/g)) {
    const digits = /^(?:18|19)\d(?=\d{15}$)/.test(text) ? `20${text.slice(3)}` : text;
    const [year, month, date] = [digits.slice(0, 4), digits.slice(4, 6), digits.slice(6, 8)];
    if (plausible(Number(year), Number(month), Number(date))) return `${year}-${month}-${date}`;
  }
  return /(?<!\d)(20[0-3]\d)(?!\d)/.exec(`${source} ${basis}`)?.[1] ?? null;
}

/** Null where the file has no figure, or one from memory only: that is said in words instead. */
function figureOf(raw: Raw | null | undefined, key: string): Figure | null {
  if (!raw || raw.min == null || raw.max == null || !raw.currency || !raw.source) return null;
  if (raw.confidence !== "sourced" || unsourced(raw.source)) return null;
  return {
    ...{ key, min: raw.min, max: raw.max, currency: raw.currency, source: raw.source },
    on: dayInSource(raw.source, raw.basis),
    law: isLaw(raw.source),
  };
}

const present = <T>(value: T | null): value is T => value !== null;

export function figuresOf(
  programme: Programme,
  what: "cost" | "salary",
): { figures: Figure[]; typicalUnsourced: boolean } {
  const raw = factsOf(programme)[what];
  const stated = figureOf(raw?.typical, "typical");
  // A typical figure is shown with the day of its source or not at all (display rule of the reference file).
  const typical = stated?.on || stated?.law ? stated : null;
  const after = what === "salary" ? figureOf(factsOf(programme).salary?.after, "after") : null;
  const observed = (raw?.observations ?? []).map((one, i) => figureOf(one, String(i)));
  return { figures: [typical, ...observed, after].filter(present), typicalUnsourced: typical === null };
}

const minimumOf = (raw: RawMinimum, law: boolean): Minimum => ({
  ...{ amount: raw.amount, currency: raw.currency, year: raw.year ?? null, law },
  period: raw.period.startsWith("month") ? "month" : "hour",
  verified: law || raw.confidence !== "unsourced",
  note: raw.note ?? null,
});

/** The host country's minimum of the newest year, and the one our circular sets for contracts. */
export function minimumsOf(programme: Programme): Minimum[] {
  const salary = factsOf(programme).salary;
  const host = salary?.legal_minimum ?? [];
  const newest = Math.max(0, ...host.map((one) => one.year ?? 0));
  const contract = Array.isArray(salary?.contract_minimum) ? salary.contract_minimum : [];
  return [
    ...host.filter((one) => (one.year ?? 0) === newest).map((one) => minimumOf(one, false)),
    ...contract.map((one) => minimumOf(one, true)),
  ];
}

const stepKeys: Readonly<Record<string, string>> = {
  "orientation talk and counselling": "counselling",
  "source preparation or test of language and skill (only if approved)": "sourcePreparation",
  "selection by interview or test": "selection",
  "worker contract signed": "signed",
  "service fee may be collected": "serviceFee",
  "language and orientation course (certificate valid 24 months)": "course",
  "health check, passport, judicial record, visa": "papers",
  "list of workers confirmed by the ministry where required": "listConfirmed",
  "deposit if the market has one": "deposit",
  departure: "departure",
  "database updated within 5 days": "database",
  "work, extension, return": "work",
  "contract liquidated within 180 days, deposit back": "liquidated",
  "application at the province labour department or COLAB": "applyProvince",
  "written and fitness tests": "imTests",
  "4 months of Japanese at COLAB": "imJapanese",
  interview: "interview",
  "language and skill test or TTS certificate": "sswTest",
  contract: "contract",
  "supply-contract approval shown": "approvalShown",
  "certificate of eligibility": "coe",
  visa: "visa",
  "application (course opens yearly)": "applyYearly",
  "12 months free Japanese, allowance": "epaJapanese",
  "N3 exam": "n3",
  "matching with hospitals": "matching",
  "registration with commune or province labour office in a short window (3 days in 2018)": "epsRegister",
  "EPS-TOPIK round 1 and colour vision": "epsRound1",
  "skill test round 2": "epsRound2",
  "job-seeker file at COLAB, valid 2 years": "epsFile",
  "chosen by a Korean employer (no guarantee)": "epsChosen",
  "contract, CCVI visa": "epsContract",
  "deposit of 100 m VND within 35 days": "epsDeposit",
  "pre-departure course": "preDeparture",
  "happy-return follow-up": "epsReturn",
  "province signs with the Korean municipality": "e8Agreement",
  "commune announces": "e8Announce",
  "registration free of charge": "e8Register",
  "interview or fitness check by the municipality": "e8Interview",
  "short course": "shortCourse",
  "visa C-4/E-8": "e8Visa",
  "return on time, may be called again": "e8Return",
  application: "apply",
  "12-18 months of German with allowance": "twGerman",
  "B1/B2 exam": "germanExam",
  "3-year training or recognition": "twTraining",
  "German A1-B1 (8-12 months)": "ausGerman",
  "contract with employer and school": "ausContract",
  "3 years dual training": "ausTraining",
};

/** Steps we have words for, in order; a new line of the file is left out until somebody words it. */
export const stepsOf = (programme: Programme): string[] =>
  (factsOf(programme).steps ?? []).flatMap((step) =>
    step.startsWith("DOLAB confirmation of the worker list") ? ["listConfirmed"] : (stepKeys[step] ?? []),
  );

/** Programmes that share their sentences. */
const shared: Readonly<Record<string, string>> = {
  ...Object.fromEntries(["HU", "PL", "BG", "RO", "GR", "SK", "CZ", "RU"].map((code) => [`${code}_GENERAL`, "EU"])),
  ...Object.fromEntries(
    ["FACTORY", "CONSTRUCTION", "AGRICULTURE", "COASTAL_FISHING"].map((code) => [`TW_${code}`, "TW_STAY"]),
  ),
};
export const wordsKeysOf = (code: string): string[] => (shared[code] ? [code, shared[code]] : [code]);

/** Programmes of the state first, then those of enterprises, study routes last. */
export function byState(a: Programme, b: Programme): number {
  const rank = ({ senders }: Programme) => (senders.length === 0 ? 2 : isState(senders) ? 0 : 1);
  return rank(a) - rank(b);
}
export const isState = (senders: Programme["senders"]): boolean =>
  senders.length > 0 && !senders.includes("service_enterprise");

export type AgeFact = { min: number | null; max: number | null; verified: boolean; on: Day | string | null };
export function ageOf(programme: Programme): AgeFact | null {
  const age = factsOf(programme).age;
  if (!age || (age.min === undefined && age.max === undefined)) return null;
  return {
    ...{ min: age.min ?? null, max: age.max ?? null },
    verified: age.source !== undefined && isLaw(age.source),
    on: age.source ? dayInSource(age.source) : null,
  };
}

const papers: readonly (readonly [RegExp, string])[] = [
  [/^nld\b/, "Báo Người Lao Động"],
  [/^dantri\b/, "Báo Dân trí"],
  [/^dansinh/, "Báo Dân sinh"],
  [/^tuoitre\b/, "Báo Tuổi Trẻ"],
  [/^thanhnien\b/, "Báo Thanh Niên"],
  [/^baogialai\b/, "Báo Gia Lai"],
  [/^baothuathienhue\b/, "Báo Thừa Thiên Huế"],
  [/^laodongcongdoan\b/, "Lao động và Công đoàn"],
  [/^cand\.com\.vn/, "Báo Công an nhân dân"],
  [/^nghenghiepcuocsong/, "nghenghiepcuocsong.vn"],
  [/^VNS/, "Thông tấn xã Việt Nam (napi.hu)"],
  [/^nhipcaudautu/, "Nhịp cầu Đầu tư"],
];
/** A source as its readers know it; "article 20150610…" says nothing to anybody. */
export function sourceKey(source: string): { name: string } | { key: string } {
  if (isLaw(source)) return { key: "law" };
  if (/Immigration Services Agency/.test(source)) return { key: "isa" };
  if (/contract template/.test(source)) return { key: "contract" };
  if (/^agency pages|^growupwork|^hisoka|eximco|lotusocean/.test(source)) return { key: "agencyPage" };
  if (source.startsWith("notices of")) return { key: "notices" };
  const names = [
    ...new Set(
      source.split(/;| and /).flatMap((part) => papers.find(([pattern]) => pattern.test(part.trim()))?.[1] ?? []),
    ),
  ];
  return {
    name:
      names.length > 0
        ? names.join(", ")
        : (/^[\w.-]+\.\w{2,}/.exec(source)?.[0] ?? source.split(/[ ;(]/)[0] ?? source),
  };
}
