// Fifty cases worked out by hand: their arithmetic is checked without the engine, then the engine against them, to the đồng.
import { describe, expect, test } from "vitest";
import { supportFor } from "@/domain/support/rules";
import { germanyAndMalaysia } from "./cases/europe-malaysia";
import { homesAndFarms } from "./cases/homes-farms";
import { interns } from "./cases/japan-interns";
import { skilledInJapan } from "./cases/japan-skilled";
import { korea } from "./cases/korea";
import { questionOf, referenceOf, type HandCase } from "./cases/shape";
import { taiwan } from "./cases/taiwan";
import { valueOf } from "./cases/working";
import { cashFlow } from "./flow";

const cases: readonly HandCase[] = [
  ...interns,
  ...skilledInJapan,
  ...korea,
  ...taiwan,
  ...germanyAndMalaysia,
  ...homesAndFarms,
];

test("there are fifty, each with its own name", () => {
  expect(cases).toHaveLength(50);
  expect(new Set(cases.map(({ name }) => name)).size).toBe(50);
});

describe("the working of every case is true by itself", () => {
  test.each(cases)("$name", ({ working, gives }) => {
    for (const line of working) {
      const [left = "", right = ""] = line.split(" = ");
      expect(valueOf(left), line).toBeCloseTo(valueOf(right), 6);
    }
    // Every amount that must come out is worked out there.
    const { before, atLeast, deposit, granted, abroad, foreign, loan, kept, allowances = [] } = gives;
    const results = new Set(working.map((line) => valueOf(line.split(" = ")[1] ?? "")));
    for (const amount of [before, atLeast, deposit, granted, abroad, foreign, loan, ...kept, ...allowances])
      if (amount != null && amount !== 0) expect([...results], String(amount)).toContain(amount);
    for (const month of gives.even)
      if (month !== null && month > 0) expect([...results], `month ${month}`).toContain(month);
  });
});

describe("the engine says the same, to the đồng", () => {
  test.each(cases)("$name", (one) => {
    const question = questionOf(one);
    const { market, programme } = question.terms;
    const support = supportFor(question.situation, { market, programme, day: question.on });
    const flow = cashFlow(question, support, referenceOf(one));
    const { gives } = one;
    const number = (dong: bigint | null) => (dong === null ? null : Number(dong));
    expect({
      before: number(flow.totals.beforeLeavingDong),
      atLeast: number(flow.totals.beforeLeavingAtLeastDong),
      deposit: number(flow.totals.depositDong),
      granted: number(flow.totals.grantedDong),
      abroad: number(flow.totals.abroadDong),
      foreign: number(flow.totals.foreignSideDong),
      loan: number(flow.loan?.principalDong ?? 0n),
      allowances: [number(flow.allowancesDong.low), number(flow.allowancesDong.high)],
      kept: [number(flow.keptPerMonthDong.low), number(flow.keptPerMonthDong.high)],
      even: [flow.breakEven.earliest, flow.breakEven.latest],
      reason: flow.breakEven.reason,
      above: flow.findings.filter(({ excessMinor }) => (excessMinor ?? 0n) > 0n).map(({ code }) => code),
    }).toEqual({
      before: gives.before,
      atLeast: gives.atLeast ?? gives.before,
      deposit: one.lines.length === 0 ? null : (gives.deposit ?? 0),
      granted: gives.granted ?? 0,
      abroad: one.lines.length === 0 ? null : (gives.abroad ?? 0),
      foreign: one.lines.length === 0 ? null : (gives.foreign ?? 0),
      loan: gives.loan ?? 0,
      allowances: gives.allowances ?? [0, 0],
      kept: gives.kept,
      even: gives.even,
      reason: gives.reason ?? "known",
      above: gives.above ?? [],
    });
    const names = flow.unknown.map(({ name }) => name as string);
    for (const name of gives.unknown ?? []) expect(names).toContain(name);
  });
});
