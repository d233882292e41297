// Markets by part of the world, for the region view.
import { markets, type Market } from "@/domain/kernel/catalogue";

export const groups = ["NE_ASIA", "SEA", "EUROPE", "WEST_ASIA", "OCEANIA", "AMERICAS", "SHIPS"] as const;
export type Group = (typeof groups)[number];

const of: Readonly<Record<string, Group>> = {
  NE_ASIA: "NE_ASIA",
  SEA: "SEA",
  CHINA_MACAU_SEA: "SEA",
  EUROPE: "EUROPE",
  WEST_ASIA: "WEST_ASIA",
  AFRICA: "WEST_ASIA",
  OCEANIA: "OCEANIA",
  AMERICAS: "AMERICAS",
  SEA_SHIPS: "SHIPS",
};
export const groupOf = (market: Market): Group => of[market.groups[0] ?? ""] ?? "EUROPE";

export type Counts = { orders: number; places: number };
export const none: Counts = { orders: 0, places: 0 };
export const add = (a: Counts, b: Counts): Counts => ({ orders: a.orders + b.orders, places: a.places + b.places });

/** Every market one can go to, and any other that has an order after all: no order may be missing from the totals. */
export const shownMarkets = (counts: ReadonlyMap<string, Counts>): Market[] =>
  markets.filter((market) => !market.foreignNoticesOnly || counts.has(market.code));
