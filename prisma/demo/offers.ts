// What each market's orders look like: pay and terms in the ranges of the reference files, within the minimums of Circular 02/2024.
import type { SenderType } from "@/domain/kernel/catalogue";

type Span = readonly [from: number, to: number];
export type LanguageNeed = readonly [language: string, test: string, level: string, ordinal: number];
/** One kind of work in one programme. Amounts are units of the currency per month. */
export type Offer = {
  market: string;
  programme: string;
  /** How common, against the others. */
  weight: number;
  currency: string;
  senderType: SenderType;
  senderName: string | null;
  occupations: readonly string[];
  months: readonly number[];
  extensionMonths: number | null;
  pay: readonly [from: number, to: number, step: number];
  hours: readonly [perDay: number, perWeek: number];
  ages: readonly [from: Span, to: Span];
  sex: "any" | "mostly_male" | "mostly_female" | "male" | "female";
  /** Empty: none is asked for. */
  languages: readonly LanguageNeed[];
  education: Span;
  board: "free" | "own_cost";
  /** Units a month taken from the wage, or free. */
  rent: Span | "free" | "own_cost";
  legs: "one_way" | "round_trip";
  /** Per cent of the basic wage. */
  insurance: number;
  tax: number;
  quantity: Span;
  training: Span;
  /** Deposit in đồng, where the decree names an amount. */
  deposit: Span | null;
  /** Words after the job's name: "tàu biển", "cơm hộp". */
  flavours: readonly string[];
};

const ja = (level: string, ordinal: number): LanguageNeed => ["ja", "JLPT", level, ordinal];
const de = (level: string, ordinal: number): LanguageNeed => ["de", "CEFR", level, ordinal];
const en = (level: string, ordinal: number): LanguageNeed => ["en", "IELTS", level, ordinal];

const usual: Offer = {
  ...{ market: "JP", programme: "JP_TTS", weight: 1, currency: "JPY", senderType: "service_enterprise", senderName: null, occupations: [], months: [36] },
  ...{ extensionMonths: null, pay: [0, 0, 1], hours: [8, 40], ages: [[18, 20], [30, 40]], sex: "any", languages: [], education: [2, 3], board: "own_cost" },
  ...{ rent: "free", legs: "one_way", insurance: 5, tax: 3, quantity: [6, 40], training: [2, 5], deposit: null, flavours: [] },
};
const offer = (given: Partial<Offer>): Offer => ({ ...usual, ...given });

const japan = { market: "JP", currency: "JPY", insurance: 14, tax: 2 } as const;
const intern = { ...japan, programme: "JP_TTS", rent: [12_000, 22_000] as Span, legs: "round_trip", extensionMonths: 24, languages: [ja("N5", 1)], training: [4, 7] as Span } as const;
const taiwan = { market: "TW", currency: "TWD", insurance: 4, tax: 5, hours: [8, 40] as const, deposit: [0, 12_000_000] as Span, training: [1, 3] as Span } as const;
const korea = { market: "KR", currency: "KRW", insurance: 8, tax: 2 } as const;
const germany = { market: "DE", currency: "EUR", hours: [8, 39] as const, insurance: 20, tax: 12, education: [5, 6] as Span, ages: [[20, 22], [35, 45]] as const, quantity: [4, 20] as Span, training: [8, 12] as Span } as const;
const colab = { senderType: "public_unit", senderName: "Trung tâm Lao động ngoài nước (dữ liệu mẫu)" } as const;
const gulf = { board: "free", rent: "free", legs: "round_trip", hours: [8, 48] as const, months: [24], insurance: 0, tax: 0, languages: [] } as const;
const europe = { hours: [8, 40] as const, months: [24], insurance: 12, tax: 10, rent: "free", education: [2, 4] as Span, quantity: [8, 60] as Span, ages: [[18, 21], [40, 48]] as const } as const;
const welding = ["welder", "structural-steel-worker", "machinist-cnc", "spray-painter"];

export const offers: readonly Offer[] = [
  offer({ ...intern, weight: 130, pay: [165_000, 190_000, 1_000], months: [12, 36, 36, 36], occupations: ["bento-worker", "fish-processing-worker", "meat-processing-worker", "food-processing-worker", "packing-worker", "electronics-assembler"], sex: "mostly_female", flavours: ["ca ngày", "xưởng mới"] }),
  offer({ ...intern, weight: 90, pay: [168_000, 195_000, 1_000], occupations: ["scaffolder", "formwork-carpenter", "rebar-worker", "plasterer", "interior-finisher", "excavator-operator", "welder", "machinist-cnc"], sex: "male" }),
  offer({ ...intern, weight: 45, pay: [165_000, 182_000, 1_000], occupations: ["crop-farm-worker", "horticulture-greenhouse", "livestock-worker", "garment-worker", "furniture-woodworker"] }),
  offer({ ...intern, programme: "JP_TTS_3", weight: 12, pay: [185_000, 205_000, 1_000], months: [24], extensionMonths: null, occupations: ["welder", "machinist-cnc", "food-processing-worker"], languages: [ja("N4", 2)], training: [0, 1] }),
  offer({ ...intern, programme: "JP_TTS_CAREGIVER", weight: 40, pay: [185_000, 205_000, 1_000], occupations: ["caregiver-facility"], languages: [ja("N4", 2)], sex: "mostly_female", ages: [[19, 20], [30, 35]], education: [3, 5], training: [8, 12] }),
  offer({ ...japan, programme: "JP_SSW1", weight: 110, pay: [190_000, 250_000, 1_000], rent: [20_000, 35_000], months: [12, 36, 60], occupations: ["restaurant-server", "hotel-worker", "food-processing-worker", "building-cleaner", "crop-farm-worker", "construction-worker", "shipbuilding-worker", "auto-mechanic"], languages: [ja("N4", 2), ["ja", "JFT-Basic", "A2", 2], ja("N3", 3)], education: [3, 3] }),
  offer({ ...japan, programme: "JP_SSW1", weight: 40, pay: [200_000, 250_000, 1_000], rent: [20_000, 32_000], months: [36, 60], occupations: ["caregiver-facility"], languages: [ja("N4", 2), ja("N3", 3)], sex: "mostly_female", education: [3, 5] }),
  offer({ ...japan, programme: "JP_SSW2", weight: 6, pay: [250_000, 320_000, 2_000], rent: [25_000, 40_000], months: [36, 60], occupations: ["construction-worker", "machinist-cnc"], languages: [ja("N3", 3)], education: [3, 4], training: [0, 1] }),
  offer({ ...japan, programme: "JP_ENGINEER", weight: 60, pay: [195_000, 270_000, 1_000], rent: [20_000, 40_000], months: [12, 36, 60], occupations: ["engineer-mechanical", "engineer-electrical", "engineer-civil", "software-developer", "cad-draughtsperson", "interpreter"], languages: [ja("N4", 2), ja("N3", 3), ja("N2", 4)], education: [5, 6], quantity: [1, 8], ages: [[21, 23], [32, 45]] }),
  offer({ ...intern, ...colab, programme: "JP_TTS_IM", weight: 24, pay: [170_000, 200_000, 1_000], occupations: ["manufacturing-worker", "construction-worker", "food-processing-worker"], sex: "mostly_male", ages: [[18, 20], [28, 30]], education: [3, 3], quantity: [30, 150] }),
  offer({ ...japan, programme: "JP_EPA", senderType: "ministry", senderName: "Cục Quản lý lao động ngoài nước (dữ liệu mẫu)", weight: 10, pay: [165_000, 190_000, 1_000], rent: "free", legs: "round_trip", months: [36, 48], occupations: ["nurse-caregiver-candidate"], languages: [ja("N3", 3)], education: [5, 6], ages: [[20, 21], [35, 35]], quantity: [60, 200], training: [12, 12] }),
  offer({ ...korea, ...colab, programme: "KR_EPS_E9", weight: 34, pay: [2_156_880, 2_400_000, 10_000], rent: [150_000, 250_000], months: [36], extensionMonths: 22, occupations: ["manufacturing-worker", "crop-farm-worker", "aquaculture-worker", "construction-worker", "shipbuilding-worker"], sex: "mostly_male", languages: [["ko", "EPS-TOPIK", "80", 1]], education: [0, 2], ages: [[18, 18], [39, 39]], quantity: [80, 400], deposit: [100_000_000, 100_000_000] }),
  offer({ ...korea, programme: "KR_E8_SEASONAL", senderType: "local_authority", weight: 22, pay: [2_156_880, 2_300_000, 10_000], rent: [150_000, 200_000], months: [5, 8], occupations: ["crop-farm-worker", "fruit-picker", "aquaculture-worker"], ages: [[25, 30], [45, 50]], education: [0, 1], quantity: [20, 120], training: [0, 1], legs: "round_trip" }),
  offer({ ...korea, programme: "KR_E7", weight: 55, pay: [2_600_000, 3_300_000, 50_000], rent: [150_000, 300_000], months: [12, 24, 36], occupations: ["welder", "spray-painter", "shipbuilding-worker", "industrial-electrician"], sex: "male", languages: [["ko", "TOPIK", "1", 1], ["ko", "TOPIK", "2", 2]], education: [3, 4], deposit: [0, 36_000_000], flavours: ["nhà máy đóng tàu", "visa E-7"] }),
  offer({ ...korea, programme: "KR_E10", weight: 18, pay: [2_156_880, 2_500_000, 10_000], board: "free", months: [36], extensionMonths: 22, occupations: ["coastal-fishing-worker"], sex: "male", ages: [[20, 21], [35, 40]], education: [1, 2] }),
  offer({ ...taiwan, programme: "TW_FACTORY", weight: 130, pay: [29_500, 31_500, 100], rent: [1_000, 2_000], occupations: ["electronics-assembler", "machinist-cnc", "textile-worker", "food-processing-worker", "plastic-moulding-worker", "packing-worker", "foundry-worker"], flavours: ["tăng ca nhiều", "nhà máy lớn", "ca ngày"] }),
  offer({ ...taiwan, programme: "TW_CONSTRUCTION", weight: 25, pay: [29_500, 33_000, 100], rent: [1_000, 2_000], occupations: ["construction-worker", "scaffolder", "rebar-worker"], sex: "male" }),
  offer({ ...taiwan, programme: "TW_NURSING_HOME", weight: 45, pay: [29_500, 32_000, 100], rent: [1_000, 2_000], occupations: ["caregiver-facility", "nurse-registered"], sex: "mostly_female", ages: [[20, 22], [40, 48]], languages: [["zh", "TOCFL", "A1", 1], ["zh", "TOCFL", "A2", 2]] }),
  offer({ ...taiwan, programme: "TW_HOME_CARE", weight: 50, pay: [20_000, 22_000, 100], hours: [8, 48], board: "free", occupations: ["home-caregiver"], sex: "female", ages: [[20, 23], [45, 50]], languages: [["zh", "TOCFL", "A1", 1]], quantity: [3, 15] }),
  offer({ ...taiwan, programme: "TW_DOMESTIC", weight: 10, pay: [20_000, 21_500, 100], hours: [8, 48], board: "free", occupations: ["domestic-helper"], sex: "female", ages: [[20, 23], [45, 50]], languages: [["zh", "TOCFL", "A1", 1]], quantity: [3, 12] }),
  offer({ ...taiwan, programme: "TW_AGRICULTURE", weight: 20, pay: [29_500, 30_500, 100], board: "free", occupations: ["crop-farm-worker", "livestock-worker"] }),
  offer({ ...taiwan, programme: "TW_COASTAL_FISHING", weight: 12, pay: [29_500, 31_000, 100], board: "free", occupations: ["coastal-fishing-worker"], sex: "male", deposit: [0, 0] }),
  offer({ ...taiwan, programme: "TW_MIDSKILLED", weight: 14, pay: [33_000, 39_000, 500], rent: [1_000, 2_000], occupations: ["machinist-cnc", "welder", "construction-worker"], languages: [["zh", "TOCFL", "A2", 2]], education: [3, 4] }),
  offer({ ...taiwan, programme: "TW_DISTANT_WATER", weight: 8, currency: "USD", pay: [550, 750, 10], hours: [8, 48], board: "free", legs: "round_trip", months: [24, 36], occupations: ["deep-sea-fishing-worker"], sex: "male", insurance: 0, tax: 0, deposit: null, education: [0, 2] }),
  offer({ ...germany, programme: "DE_SKILLED", weight: 70, pay: [2_600, 3_200, 10], rent: [300, 450], months: [24, 36], occupations: ["nurse-registered", "nurse-registered", "caregiver-facility"], languages: [de("B1", 3), de("B1", 3), de("B2", 4)], sex: "any", flavours: ["viện dưỡng lão", "bệnh viện", "chăm sóc người cao tuổi"] }),
  offer({ ...germany, ...colab, programme: "DE_TRIPLE_WIN", weight: 22, pay: [1_150, 1_400, 10], rent: "free", legs: "one_way", tax: 2, months: [36], occupations: ["nurse-trainee"], languages: [de("B1", 3), de("B2", 4)], ages: [[20, 20], [28, 30]], quantity: [20, 120], education: [3, 5] }),
  offer({ ...germany, programme: "DE_SKILLED", weight: 24, pay: [2_300, 2_900, 10], rent: [250, 400], months: [24, 36], occupations: ["cook", "industrial-electrician", "welder", "truck-driver", "hotel-worker"], languages: [de("A2", 2), de("B1", 3)], education: [4, 5] }),
  offer({ ...europe, market: "HU", programme: "HU_GENERAL", currency: "HUF", weight: 35, pay: [350_000, 450_000, 5_000], occupations: ["electronics-assembler", "auto-parts-worker", "manufacturing-worker", "meat-processing-worker"] }),
  offer({ ...europe, market: "RO", programme: "RO_GENERAL", currency: "RON", weight: 30, pay: [3_700, 5_200, 100], board: "free", occupations: ["construction-worker", "welder", "garment-worker", "restaurant-server"] }),
  offer({ ...europe, market: "PL", programme: "PL_GENERAL", currency: "PLN", weight: 25, pay: [4_700, 6_200, 100], rent: [400, 700], occupations: ["welder", "warehouse-worker", "meat-processing-worker", "truck-driver"] }),
  offer({ ...europe, market: "BG", programme: "BG_GENERAL", currency: "EUR", weight: 10, pay: [700, 1_000, 10], board: "free", occupations: ["garment-worker", "hotel-worker", "construction-worker"] }),
  offer({ ...europe, market: "GR", programme: "GR_GENERAL", currency: "EUR", weight: 14, pay: [900, 1_200, 10], board: "free", occupations: ["crop-farm-worker", "hotel-worker", "fruit-picker"] }),
  offer({ ...europe, market: "SK", programme: "SK_GENERAL", currency: "EUR", weight: 14, pay: [900, 1_250, 10], occupations: ["auto-parts-worker", "electronics-assembler", "welder"] }),
  offer({ ...europe, market: "CZ", programme: "CZ_GENERAL", currency: "CZK", weight: 14, pay: [24_000, 34_000, 500], rent: [2_500, 4_500], occupations: ["auto-parts-worker", "machinist-cnc", "meat-processing-worker"] }),
  offer({ ...europe, market: "RU", programme: "RU_GENERAL", currency: "RUB", weight: 10, pay: [62_000, 95_000, 1_000], board: "free", occupations: ["garment-worker", "construction-worker", "horticulture-greenhouse"] }),
  offer({ ...gulf, market: "SA", programme: "SA_DOMESTIC", currency: "SAR", weight: 12, pay: [1_500, 1_750, 50], occupations: ["domestic-helper"], sex: "female", ages: [[21, 23], [42, 48]], quantity: [5, 20] }),
  offer({ ...gulf, market: "SA", programme: "SA_GENERAL", currency: "SAR", weight: 10, pay: [1_700, 2_600, 50], occupations: ["welder", "construction-worker", "family-driver"], sex: "male" }),
  offer({ ...gulf, market: "AE", programme: "AE_GENERAL", currency: "AED", weight: 12, pay: [1_700, 3_000, 50], occupations: ["hotel-worker", "welder", "construction-worker", "restaurant-server"], languages: [en("4.0", 3)] }),
  offer({ ...gulf, market: "QA", programme: "QA_GENERAL", currency: "QAR", weight: 8, pay: [1_800, 2_800, 50], occupations: ["construction-worker", "hvac-technician"], sex: "male" }),
  offer({ ...gulf, market: "KW", programme: "KW_GENERAL", currency: "KWD", weight: 6, pay: [150, 230, 5], occupations: ["welder", "plumber"], sex: "male" }),
  offer({ ...gulf, market: "DZ", programme: "DZ_CONSTRUCTION", currency: "USD", weight: 12, pay: [600, 1_000, 10], months: [12, 24], occupations: ["construction-worker", "tiler", "plasterer", "bricklayer-mason"], sex: "male" }),
  offer({ market: "CN", programme: "CN_GENERAL", currency: "CNY", weight: 10, pay: [5_500, 8_000, 100], months: [12, 24], board: "free", insurance: 10, occupations: ["electronics-assembler", "shoe-worker", "interpreter"] }),
  offer({ market: "MO", programme: "MO_DOMESTIC", currency: "MOP", weight: 6, pay: [4_800, 5_600, 100], months: [24], hours: [8, 48], board: "free", insurance: 0, tax: 0, occupations: ["domestic-helper"], sex: "female", ages: [[20, 23], [35, 45]] }),
  offer({ market: "MO", programme: "MO_HOSPITALITY", currency: "MOP", weight: 8, pay: [8_500, 11_000, 100], months: [12, 24], hours: [8, 48], board: "free", insurance: 1, tax: 0, occupations: ["hotel-worker", "restaurant-server", "cook"] }),
  offer({ market: "SG", programme: "SG_GENERAL", currency: "SGD", weight: 16, pay: [1_700, 2_600, 50], months: [24], hours: [8, 44], rent: [150, 300], insurance: 0, tax: 2, occupations: ["restaurant-server", "welder", "airport-ground-handler", "building-cleaner"], languages: [en("4.0", 3), en("5.5", 4)] }),
  offer({ market: "MY", programme: "MY_GENERAL", currency: "MYR", weight: 24, pay: [1_700, 2_400, 20], months: [24, 36], hours: [8, 48], legs: "round_trip", insurance: 2, tax: 0, occupations: ["electronics-assembler", "furniture-woodworker", "plastic-moulding-worker"], training: [0, 1] }),
  offer({ market: "TH", programme: "TH_GENERAL", currency: "THB", weight: 6, pay: [14_000, 21_000, 500], months: [12, 24], hours: [8, 48], insurance: 5, tax: 0, occupations: ["construction-worker", "fish-processing-worker"], training: [0, 1] }),
  offer({ market: "AU", programme: "AU_AGRICULTURE", currency: "AUD", weight: 22, pay: [3_200, 4_000, 20], months: [9, 12, 24, 36], hours: [7.6, 38], rent: [400, 640], insurance: 0, tax: 15, occupations: ["fruit-picker", "crop-farm-worker", "livestock-worker", "meat-processing-worker"], languages: [en("4.0", 3)], ages: [[20, 22], [40, 45]] }),
  offer({ market: "CA", programme: "US_CA_GENERAL", currency: "CAD", weight: 12, pay: [2_700, 3_600, 20], months: [12, 24], rent: [350, 500], insurance: 7, tax: 12, occupations: ["meat-processing-worker", "crop-farm-worker", "truck-driver"], languages: [en("4.0", 3)] }),
  offer({ market: "XS", programme: "XS_TRANSPORT_CREW", currency: "USD", weight: 20, pay: [700, 2_400, 20], months: [9, 10, 12], hours: [8, 48], board: "free", legs: "round_trip", insurance: 0, tax: 0, occupations: ["deck-crew", "ship-engine-crew", "ship-officer"], sex: "mostly_male", languages: [en("4.0", 3)], education: [4, 6], quantity: [2, 12], training: [0, 1] }),
];
