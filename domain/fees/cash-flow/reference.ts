// Figures of ours for what an order does not say: each with its source and day; a place without one stays unknown.
import deductions from "@/prisma/reference/host-deductions.json";
import living from "@/prisma/reference/living-costs.json";
import { day } from "@/domain/kernel/calendar";
import { moneyOf } from "@/domain/kernel/money";
import type { CashFlowReference, LivingCost } from "./shape";

const keepings = new Set(["board", "lodging", "commuting"]);

export const cashFlowReference: CashFlowReference = {
  livingCosts: living.figures.map((figure) => ({
    id: figure.id,
    market: figure.market,
    regions: figure.regions,
    covers: figure.covers.filter((what): what is LivingCost["covers"][number] => keepings.has(what)),
    low: moneyOf(figure.low, figure.currency),
    high: moneyOf(figure.high, figure.currency),
    on: figure.on === null ? null : day(figure.on),
    source: figure.source,
    url: figure.url,
    verified: figure.confidence === "sourced",
  })),
  usualDeductions: deductions.figures.map((figure) => ({
    id: figure.id,
    market: figure.market,
    code: figure.code,
    lowPercent: figure.low_percent,
    highPercent: figure.high_percent,
    on: figure.on === null ? null : day(figure.on),
    source: figure.source,
    url: figure.url,
    verified: figure.confidence === "sourced",
  })),
};
