// What must hold of every situation and every day, and of what a browser or a form hands in.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, day } from "@/domain/kernel/calendar";
import {
  allowanceRange,
  dongTyped,
  noSituation,
  saidNothing,
  situationFrom,
  situationRead,
  situationText,
  situationTyped,
  supportFor,
} from "./rules";
import { alreadyHeld, policyGroups, type Situation } from "./schema";

const maybe = <T>(some: fc.Arbitrary<T>) => fc.option(some, { nil: null });
const situations: fc.Arbitrary<Situation> = fc.record({
  groups: maybe(fc.subarray([...policyGroups])),
  commune: maybe(fc.constantFrom("c-17827", "c-4")),
  hardCommune: maybe(fc.boolean()),
  helpedBefore: maybe(fc.boolean()),
  has: fc.subarray([...alreadyHeld]),
  completedTts: maybe(fc.constantFrom("none" as const, "1" as const, "2" as const, "3" as const)),
  sameEnterprise: maybe(fc.boolean()),
  borrow: fc.oneof(fc.constant(null), fc.constant("most" as const), fc.bigInt({ min: 1n, max: 2_000_000_000n })),
  studyMonths: maybe(fc.integer({ min: 0, max: 72 }).map((half) => half / 2)),
});
const days = fc.integer({ min: 0, max: 4_000 }).map((n) => addDays(day("2018-01-01"), n));
const anywhere = { market: null, programme: null };
const rank = { no: 0, unknown: 1, yes: 2 } as const;

describe("of any situation", () => {
  test("whoever was helped before gets no grant and no loan of the decree", () => {
    fc.assert(
      fc.property(situations, days, (she, on) => {
        const { grants, loans } = supportFor({ ...she, helpedBefore: true }, { day: on, ...anywhere });
        expect(grants.every(({ applies }) => applies === "no")).toBe(true);
        expect(loans.filter(({ purpose }) => purpose === "cost").some(({ applies }) => applies === "yes")).toBe(false);
      }),
    );
  });

  test("a question not answered never makes a no out of what the answer could make a yes", () => {
    fc.assert(
      fc.property(situations, days, (she, on) => {
        const answered = supportFor(she, { day: on, ...anywhere });
        for (const silent of [{ groups: null }, { helpedBefore: null }]) {
          const said = supportFor({ ...she, ...silent }, { day: on, ...anywhere });
          said.grants.forEach((grant, i) => {
            const was = answered.grants[i]?.applies ?? "no";
            if (was === "yes") expect(grant.applies).toBe("unknown");
            expect(grant.applies === "no" && was !== "no").toBe(false);
          });
        }
      }),
    );
  });

  test("one more group never takes a grant or a loan away", () => {
    fc.assert(
      fc.property(situations, days, fc.constantFrom(...policyGroups), (she, on, group) => {
        const groups = she.groups ?? [];
        const before = supportFor({ ...she, groups }, { day: on, ...anywhere });
        const after = supportFor({ ...she, groups: [...new Set([...groups, group])] }, { day: on, ...anywhere });
        before.grants.forEach((grant, i) =>
          expect(rank[after.grants[i]?.applies ?? "no"]).toBeGreaterThanOrEqual(rank[grant.applies]),
        );
        before.loans.forEach((loan, i) =>
          expect(rank[after.loans[i]?.applies ?? "no"]).toBeGreaterThanOrEqual(rank[loan.applies]),
        );
      }),
    );
  });

  test("every answer says which conditions decided it", () => {
    fc.assert(
      fc.property(situations, days, (she, on) => {
        const { grants, loans } = supportFor(she, { day: on, ...anywhere });
        for (const { applies, because, conditions } of [...grants, ...loans]) {
          expect(because.length).toBeGreaterThan(0);
          expect(conditions.filter(({ name }) => because.includes(name)).every(({ met }) => met === applies)).toBe(
            true,
          );
        }
      }),
    );
  });

  test("grants begin with the decree, and each rule holds from the day it says", () => {
    fc.assert(
      fc.property(situations, days, (she, on) => {
        const { grants, loans, unknown } = supportFor(she, { day: on, ...anywhere });
        expect(grants.length).toBe(on >= "2026-01-01" ? 10 : 0);
        expect(unknown.includes("grants_before_2026")).toBe(on < "2026-01-01");
        expect([...grants, ...loans].every(({ effectiveFrom }) => effectiveFrom <= on)).toBe(true);
        expect(loans.filter(({ purpose }) => purpose === "cost").length).toBeLessThanOrEqual(1);
      }),
    );
  });
});

describe("allowances", () => {
  const { grants } = supportFor(noSituation, { day: day("2026-11-23"), ...anywhere });
  const range = (id: string, months: number | null) => {
    const grant = grants.find(({ rule }) => rule === id);
    if (!grant) throw new Error(id);
    const { low, high } = allowanceRange(grant, months);
    return [low, high];
  };
  test("six months of food are 120 to 180 days of 50,000; a bed six times 400,000; the way 200,000 to 300,000", () => {
    expect(range("SUP-MEAL", 6)).toEqual([6_000_000n, 9_000_000n]);
    expect(range("SUP-LODGE", 6)).toEqual([2_400_000n, 2_400_000n]);
    expect(range("SUP-TRAVEL", 6)).toEqual([200_000n, 300_000n]);
  });
  test("half a month counts half; months not known are not nought", () => {
    expect(range("SUP-LODGE", 4.5)).toEqual([1_800_000n, 1_800_000n]);
    expect(range("SUP-MEAL", null)).toEqual([null, null]);
  });
});

describe("a situation in a cookie and in a form", () => {
  test("comes back from the cookie as it went in", () => {
    fc.assert(
      fc.property(situations, (she) => {
        expect(situationFrom(situationText(she))).toEqual(she);
      }),
    );
  });

  test("comes back from the form as it went in", () => {
    fc.assert(
      fc.property(situations, (she) => {
        const typed = situationTyped(she, "Xã Nghi Lộc, Tỉnh Nghệ An");
        expect(situationRead(typed, she.commune)).toEqual({ situation: she, errors: {} });
      }),
    );
  });

  test("whatever a browser sends is read or dropped, never thrown at", () => {
    fc.assert(fc.property(fc.oneof(fc.string(), fc.json()), (text) => void situationFrom(text)));
    expect(situationFrom(undefined)).toEqual(noSituation);
    expect(saidNothing(situationFrom("[]"))).toBe(true);
  });

  test("one value that is no longer known does not cost the others", () => {
    const text = JSON.stringify({ g: ["poor", "landlords"], h: 7, s: ["passport"], l: "lots", m: 6 });
    expect(situationFrom(text)).toEqual({ ...noSituation, groups: ["poor"], has: ["passport"], studyMonths: 6 });
  });

  test("a group and none of them at once is a fault of the question, and what was typed is kept by its name", () => {
    const typed = { ...situationTyped(noSituation, ""), group: ["poor", "none"] };
    expect(situationRead(typed, null).errors).toEqual({ group: "groupNone" });
  });

  test("a study of six words, a loan of nothing and one of three billion are refused", () => {
    const typed = situationTyped(noSituation, "");
    expect(situationRead({ ...typed, study: "sáu" }, null).errors).toEqual({ study: "study" });
    expect(situationRead({ ...typed, study: "37" }, null).errors).toEqual({ study: "study" });
    for (const amount of ["", "0", "abc", "3.000.000.000"])
      expect(situationRead({ ...typed, loan: "amount", amount }, null).errors, amount).toEqual({ amount: "amount" });
  });

  test.each([
    ["80.000.000", 80_000_000n],
    ["80,000,000", 80_000_000n],
    ["80 000 000 ₫", 80_000_000n],
    ["80 triệu", 80_000_000n],
    ["80tr", 80_000_000n],
    ["80,5 triệu đồng", 80_500_000n],
    ["1.234 triệu", null],
    ["80", 80n],
    ["-5", null],
    ["8e7", null],
  ])("%s is read as %s", (text, dong) => expect(dongTyped(text)).toBe(dong));
});
