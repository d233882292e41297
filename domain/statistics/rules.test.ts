import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { day } from "@/domain/kernel/calendar";
import { coarser, dotStep, fewest, isKept, monthsUntil, quantile, restAfter, summaryOf } from "./rules";
import type { Dot } from "./schema";

const values = fc.array(fc.integer({ min: 0, max: 300_000_000 }), { minLength: 5, maxLength: 60 });
const ascending = (given: readonly number[]) => given.toSorted((a, b) => a - b);

describe("what may be said of many orders", () => {
  test("the middle of an odd number is its middle one, of an even number halfway between the two in the middle", () => {
    expect(summaryOf([30, 10, 50, 20, 40])?.median).toBe(30);
    expect(summaryOf([60, 30, 10, 50, 20, 40])?.median).toBe(35);
    expect(summaryOf([1, 2, 3, 4, 5, 6])).toMatchObject({
      lowerQuartile: 2.25,
      upperQuartile: 4.75,
      least: 1,
      most: 6,
    });
  });

  test("four orders give no statistic, five do", () => {
    expect(fewest).toBe(5);
    expect(summaryOf([1, 2, 3, 4])).toBeNull();
    expect(summaryOf([1, 2, 3, 4, 5])?.count).toBe(5);
  });

  test("median and quartiles are what counting by hand gives, for any orders", () => {
    fc.assert(
      fc.property(values, (given) => {
        const sorted = ascending(given);
        const n = sorted.length;
        const naive = (share: number) => {
          // Walks the line from the first to the last order, a step for each gap.
          let rest = (n - 1) * share;
          let i = 0;
          while (rest >= 1) {
            rest -= 1;
            i += 1;
          }
          return rest === 0 ? sorted[i]! : sorted[i]! * (1 - rest) + sorted[i + 1]! * rest;
        };
        const summary = summaryOf(given)!;
        expect(summary.median).toBeCloseTo(n % 2 ? sorted[(n - 1) / 2]! : (sorted[n / 2 - 1]! + sorted[n / 2]!) / 2, 3);
        expect(summary.lowerQuartile).toBeCloseTo(naive(0.25), 3);
        expect(summary.upperQuartile).toBeCloseTo(naive(0.75), 3);
      }),
    );
  });

  test("half of the orders lie in the box (of an even number one may stand just outside), and never is a quartile outside of the orders", () => {
    fc.assert(
      fc.property(values, (given) => {
        const { least, lowerQuartile, median, upperQuartile, most, count } = summaryOf(given)!;
        expect([least, lowerQuartile, median, upperQuartile, most]).toEqual(
          ascending([least, lowerQuartile, median, upperQuartile, most]),
        );
        const inside = given.filter(
          (one) => one >= Math.floor(lowerQuartile) && one <= Math.ceil(upperQuartile),
        ).length;
        expect(inside).toBeGreaterThanOrEqual(Math.floor((count - 1) / 2));
      }),
    );
  });

  test("no values have no middle", () => expect(() => quantile([], 0.5)).toThrow(RangeError));
});

describe("dots", () => {
  test("putting them together loses no order and keeps within the places there are", () => {
    const dots = fc.array(fc.tuple(fc.integer({ min: 0, max: 400 }), fc.integer({ min: 1, max: 90 })), {
      maxLength: 80,
    });
    fc.assert(
      fc.property(dots, fc.integer({ min: 10, max: 80 }), (given, places) => {
        const fine = given.map(([place, orders]): Dot => [place * dotStep.cost, orders]);
        const { dots: merged, step } = coarser(fine, "cost", places);
        const count = (list: readonly Dot[]) => list.reduce((sum, [, orders]) => sum + orders, 0);
        expect(count(merged)).toBe(count(fine));
        expect(merged.length).toBeLessThanOrEqual(places + 1);
        expect(merged.every(([value]) => value % step === 0)).toBe(true);
      }),
    );
  });
});

test("twelve months end with the one that is running", () => {
  const months = monthsUntil(day("2026-01-31"));
  expect(months).toHaveLength(12);
  expect([months[0], months[11]]).toEqual(["2025-02-01", "2026-01-01"]);
});

test("figures are kept of a market with one of the others, and of nothing narrower", () => {
  expect(isKept({})).toBe(true);
  expect(isKept({ market: "JP", programme: "JP_TTS" })).toBe(true);
  expect(isKept({ programme: "JP_TTS", market: "JP", occupation: "welder" })).toBe(false);
  expect(isKept({ occupation: "welder", agencyId: "x" })).toBe(false);
});

test("a refresh of three seconds is not repeated within a minute", () => expect(restAfter(3_000)).toBe(60_000));
