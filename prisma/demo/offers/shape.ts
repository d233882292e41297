// The form in which the demo describes a kind of work, and what is usual where an offer says nothing else.
import type { SenderType } from "@/domain/kernel/catalogue";

export type Span = readonly [from: number, to: number];
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

export const ja = (level: string, ordinal: number): LanguageNeed => ["ja", "JLPT", level, ordinal];
export const de = (level: string, ordinal: number): LanguageNeed => ["de", "CEFR", level, ordinal];
export const en = (level: string, ordinal: number): LanguageNeed => ["en", "IELTS", level, ordinal];

const usual: Offer = {
  ...{
    market: "JP",
    programme: "JP_TTS",
    weight: 1,
    currency: "JPY",
    senderType: "service_enterprise",
    senderName: null,
    occupations: [],
    months: [36],
  },
  ...{
    extensionMonths: null,
    pay: [0, 0, 1],
    hours: [8, 40],
    ages: [
      [18, 20],
      [30, 40],
    ],
    sex: "any",
    languages: [],
    education: [2, 3],
    board: "own_cost",
  },
  ...{
    rent: "free",
    legs: "one_way",
    insurance: 5,
    tax: 3,
    quantity: [6, 40],
    training: [2, 5],
    deposit: null,
    flavours: [],
  },
};
export const offer = (given: Partial<Offer>): Offer => ({ ...usual, ...given });

/** The public unit that sends for the state's programmes. */
export const colab = { senderType: "public_unit", senderName: "Trung tâm Lao động ngoài nước (dữ liệu mẫu)" } as const;
