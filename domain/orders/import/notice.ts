// Records of old announcements (public notices, press, company pages) to orders that are kept as records and never shown as open.
import { markets, programmes } from "@/domain/kernel/catalogue";
import { parseDatedText } from "@/domain/kernel/calendar";
import { moneyOf } from "@/domain/kernel/money";
import type { OrderInput } from "../schema";

type Notice = Readonly<Record<string, unknown>>;
type Salary = { min?: number | null; max?: number | null; currency?: string; period?: string; basis?: string };
type Fee = { item?: string; amount?: number; currency?: string; note?: string };

export const isNotice = (record: Notice): boolean =>
  typeof record.market === "string" &&
  typeof record.occupation_slug === "string" &&
  ("source_url" in record || "source_date" in record);

const text = (value: unknown): string | null =>
  typeof value === "string" && value.trim() !== "" ? value.trim() : null;
const number = (value: unknown): number | null => (typeof value === "number" && Number.isFinite(value) ? value : null);

/** Names the sources use for programmes, where they are not the catalogue's codes. */
const programmeNames: Readonly<Record<string, string>> = {
  "JP TTS_IM_JAPAN": "JP_TTS_IM",
  "JP TTS_CAREGIVER_COLAB": "JP_TTS_CAREGIVER",
  "JP EPA": "JP_EPA",
  "KR EPS_E9": "KR_EPS_E9",
  "KR EPS_E9_RETURNEE": "KR_EPS_E9",
  "KR E8_SEASONAL": "KR_E8_SEASONAL",
  "KR E7_SHIPBUILDING": "KR_E7",
  "KR E10_COASTAL_FISHING": "KR_E10",
  "TW DOMESTIC": "TW_DOMESTIC",
  "TW DISTANT_WATER_FISHING": "TW_DISTANT_WATER",
  "TW HOME_CAREGIVER": "TW_HOME_CARE",
  "DE TRIPLE_WIN_AUSBILDUNG": "DE_TRIPLE_WIN",
  "IL AGRI": "IL_AGRICULTURE",
  "MO HOSPITALITY_DOMESTIC_CONSTRUCTION": "MO_DOMESTIC",
  "DZ CONSTRUCTION": "DZ_CONSTRUCTION",
};
const programmeNamed = (market: string, said: string): string =>
  programmeNames[`${market} ${said}`] ??
  programmes.find((p) => p.market === market && (p.code === said || p.code === `${market}_${said}`))?.code ??
  "OTHER";

const basisOf: Readonly<Record<string, OrderInput["payBasis"]>> = {
  base: "basic",
  gross: "gross",
  net_excl_overtime: "net",
  typical: "typical",
};
const educationOf: Readonly<Record<string, number>> = { THCS: 2, THPT: 3 };
const exclusions: readonly [RegExp, NonNullable<OrderInput["health"]>[number]][] = [
  [/tattoo/i, "tattoo"],
  [/hepatitis b/i, "hepatitis_b"],
  [/hepatitis b\/c|hepatitis c/i, "hepatitis_c"],
  [/\bhiv\b/i, "hiv"],
  [/\btb\b|tubercul/i, "tuberculosis"],
  [/colour-blind/i, "colour_blind"],
  [/eyesight/i, "poor_eyesight"],
];
const languageSaid: readonly [RegExp, string][] = [
  [/german/i, "de"],
  [/english/i, "en"],
  [/japanese/i, "ja"],
  [/korean/i, "ko"],
];
const levelSaid = /\b([ABC][12]|N[1-5])\b/;
const ordinals: Readonly<Record<string, number>> = {
  A1: 1,
  A2: 2,
  B1: 3,
  B2: 4,
  C1: 5,
  C2: 6,
  N5: 1,
  N4: 2,
  N3: 3,
  N2: 4,
  N1: 5,
};

function payOf(salary: Salary | undefined, market: string) {
  const currency = salary?.currency ?? markets.find((m) => m.code === market)?.currency ?? "VND";
  const minor = (value: number | null | undefined) =>
    value === null || value === undefined ? null : moneyOf(value, currency).minor;
  const period = salary?.period === "hour" || salary?.period === "year" ? salary.period : "month";
  const payBasis = basisOf[salary?.basis ?? ""] ?? (salary ? "unknown" : "unknown");
  const same = payBasis === "basic" && salary?.min === salary?.max;
  return {
    currency,
    payPeriod: period as OrderInput["payPeriod"],
    payBasis,
    payMinMinor: minor(salary?.min),
    payMaxMinor: minor(salary?.max),
    basicMinor: same ? minor(salary?.min) : null,
  };
}

/** Totals and parts as the source gave them, kept as explained lines; a deposit is a deposit. */
function feesOf(notice: Notice): NonNullable<OrderInput["fees"]> {
  const codes: Readonly<Record<string, string>> = { brokerage: "brokerage_from_worker", interview: "recruiting_fee" };
  const said = [...((notice.fees as Fee[] | undefined) ?? [])];
  const deposit = notice.deposit as Fee | undefined;
  const line = (fee: Fee, position: number, code: string) => ({
    position,
    code,
    payer: "worker" as const,
    payee: "unknown" as const,
    currency: fee.currency ?? "VND",
    due: "unknown" as const,
    months: null,
    amountMinor: fee.amount === undefined ? null : moneyOf(fee.amount, fee.currency ?? "VND").minor,
    refundable: code === "worker_deposit" ? ("yes" as const) : ("unknown" as const),
    note: [fee.item, fee.note].filter(Boolean).join(" – ") || null,
  });
  return [
    ...said.map((fee, i) => line(fee, i, codes[fee.item ?? ""] ?? "other")),
    ...(deposit ? [line(deposit, said.length, "worker_deposit")] : []),
  ];
}

function senderOf(kind: string, body: string | null): Pick<OrderInput, "kind" | "senderType" | "senderName"> {
  const senderName = body ?? "Không rõ đơn vị";
  if (kind === "public_programme")
    return {
      kind: "state_programme",
      senderType: senderName.startsWith("DOLAB") ? "ministry" : "public_unit",
      senderName,
    };
  if (kind === "province_seasonal") return { kind: "state_programme", senderType: "local_authority", senderName };
  return { kind: "agency_order", senderType: "service_enterprise", senderName };
}

export function orderOfNotice(notice: Notice, source: string): OrderInput {
  const market = String(notice.market);
  const language = text(notice.language);
  const level = language ? levelSaid.exec(language)?.[1] : undefined;
  const education = text(notice.education);
  const health = text(notice.health);
  const announced = text(notice.source_date) ? parseDatedText(String(notice.source_date)) : null;
  const deadline = text(notice.application_deadline) ? parseDatedText(String(notice.application_deadline)) : null;
  const heights = notice.height_min_cm_by_sex as Record<string, number> | undefined;
  return {
    externalSource: source,
    externalRef: text(notice.id),
    status: "recorded",
    ...senderOf(String(notice.kind), text(notice.sending_body) ?? text(notice.employer_name)),
    market,
    programme: programmeNamed(market, String(notice.programme ?? "")),
    occupation: String(notice.occupation_slug),
    title: text(notice.occupation_raw) ?? text(notice.sector_raw) ?? String(notice.occupation_slug),
    description: text(notice.source_url) && `Nguồn: ${String(notice.source_url)}`,
    region: text(notice.region),
    employerName: text(notice.employer_name),
    employerKind: text(notice.employer_type),
    quantity: number(notice.quantity),
    sex: notice.sex === "male" || notice.sex === "female" ? notice.sex : "any",
    ageMin: number(notice.age_min),
    ageMax: number(notice.age_max),
    heightMinCm: heights ? Math.min(...Object.values(heights)) : null,
    health: health ? exclusions.filter(([pattern]) => pattern.test(health)).map(([, code]) => code) : [],
    healthNote: health,
    education: education ? (educationOf[education] ?? null) : null,
    educationNote: education,
    experienceMonths: number(notice.experience_years_min) === null ? null : Number(notice.experience_years_min) * 12,
    experienceNote: text(notice.experience),
    language: languageSaid.find(([pattern]) => pattern.test(language ?? ""))?.[1] ?? null,
    languageLevel: language,
    languageOrdinal: level ? (ordinals[level] ?? null) : null,
    hoursPerDay: number(notice.working_hours_per_day),
    overtimeNote: text(notice.overtime),
    ...payOf(notice.salary as Salary | undefined, market),
    contractMonths: number(notice.contract_months),
    extensionMonths: number(notice.extension_months),
    trainingMonths: number(notice.training_months),
    deadlineOn: deadline?.precision === "day" ? deadline.on : null,
    announcedOn: announced?.on ?? null,
    fees: feesOf(notice),
  };
}
