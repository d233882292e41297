// Amounts as people type them: 25.000.000, 25,000,000, 25 000 000 ₫, 25 triệu, 1,2 tỷ, 500k. Anything else stays, and is refused.
import { fold } from "@/domain/kernel/text";

const scales: readonly [RegExp, number][] = [
  [/^([\d.,]+) ?(ty|ti)$/, 1_000_000_000],
  [/^([\d.,]+) ?(trieu|tr|cu)$/, 1_000_000],
  [/^([\d.,]+) ?(nghin|ngan|k)$/, 1_000],
];

function bareNumber(text: string): string {
  if (/^\d{1,3}([.,]\d{3})+$/.test(text)) return text.replace(/[.,]/g, "");
  return /^\d+,\d{1,2}$/.test(text) ? text.replace(",", ".") : text;
}

/** Digits with at most a decimal point, for whatever was meant; unknown text comes back as it was. */
export function plainNumber(text: string): string {
  const said = fold(text).replace(/ ?(₫|¥|€|\$|d|dong|vnd)$/u, "");
  for (const [pattern, scale] of scales) {
    const number = Number(bareNumber(pattern.exec(said)?.[1] ?? "x"));
    if (Number.isFinite(number)) return String(Math.round(number * scale));
  }
  return bareNumber(said.replace(/\s/g, ""));
}
