// Exchange rates of the demo: round figures near the truth, marked as not checked by anybody.
import { saveRates } from "@/domain/fees/commands";
import type { Actor } from "@/domain/kernel/actor";
import type { Day } from "@/domain/kernel/calendar";

const dongPerUnit: Readonly<Record<string, number>> = {
  JPY: 168,
  KRW: 18.2,
  TWD: 815,
  EUR: 30_300,
  USD: 26_300,
  CNY: 3_690,
  MOP: 3_270,
  SGD: 20_400,
  MYR: 6_250,
  THB: 812,
  HUF: 78.5,
  RON: 5_960,
  PLN: 7_120,
  CZK: 1_245,
  RUB: 325,
  SAR: 7_010,
  AED: 7_160,
  QAR: 7_220,
  KWD: 85_700,
  ILS: 7_900,
  DZD: 202,
  AUD: 17_200,
  NZD: 15_100,
  CAD: 18_800,
  NOK: 2_610,
  SEK: 2_780,
  DKK: 4_060,
};

export const saveDemoRates = (actor: Actor, on: Day): Promise<number> =>
  saveRates(
    actor,
    Object.entries(dongPerUnit).map(([currency, vndPerUnit]) => ({
      currency,
      on,
      vndPerUnit,
      source: "tỷ giá mẫu (dữ liệu mẫu)",
      verified: false,
    })),
  );

/** As the rules want them, before they are stored. */
export const demoRates = (on: Day) =>
  new Map(
    Object.entries(dongPerUnit).map(([currency, vndPerUnit]) => [
      currency,
      { currency, on, vndPerUnit, source: "tỷ giá mẫu (dữ liệu mẫu)" },
    ]),
  );
