// The scale that drawings of one measure share: zero-based, in the unit a reader counts in.
import { scaleLinear } from "d3-scale";
import { formatMoney, formatMoneyRange, formatNumber, type Language } from "@/components/ui/format";
import type { Measure } from "@/domain/statistics/schema";

export const inMonths = (measure: Measure): boolean => measure === "service_fee_months";

export type Scale = {
  measure: Measure;
  /** In percent of the drawing's width. */
  percent: (value: number) => number;
  ticks: readonly { at: number; label: string; minor: boolean }[];
};

const asMoney = (dong: number) => ({ minor: BigInt(Math.round(dong)), currency: "VND" });

/** 53,4 triệu ₫, or 1,2: what stands beside a mark, with the unit where it is money. */
export const valueText = (locale: Language, measure: Measure, value: number): string =>
  inMonths(measure)
    ? formatNumber(locale, Math.round(value * 100) / 100)
    : formatMoney(locale, asMoney(value), { short: true });

export const rangeText = (locale: Language, measure: Measure, from: number, to: number): string =>
  inMonths(measure)
    ? `${valueText(locale, measure, from)}–${valueText(locale, measure, to)}`
    : formatMoneyRange(locale, asMoney(from), asMoney(to), { short: true });

/** From zero to a little beyond the largest value, so that a mark there stands free of the edge. Every second tick is left out on a phone. */
export function scaleOf(locale: Language, measure: Measure, values: readonly number[]): Scale {
  const unit = inMonths(measure) ? 1 : 1_000_000;
  const largest = Math.max(unit, ...values) / unit;
  const scale = scaleLinear()
    .domain([0, largest * 1.02])
    .nice(6);
  const end = scale.domain()[1] as number;
  const marks = scale.ticks(6);
  return {
    measure,
    percent: (value) => Math.round((value / unit / end) * 10_000) / 100,
    ticks: marks.map((at, i) => ({ at: (at / end) * 100, label: formatNumber(locale, at), minor: i % 2 === 1 })),
  };
}

export const anchorAt = (percent: number): "start" | "middle" | "end" =>
  percent < 12 ? "start" : percent > 84 ? "end" : "middle";
