import { describe, expect, test } from "vitest";
import { day } from "@/domain/kernel/calendar";
import { aRestriction } from "@/tests/builders/agency";
import { anOrder, line } from "@/tests/builders/order";
import { figuresOf, netPerMonth } from "./figures";
import { assignGroups } from "./grouping";
import { type ConditionCode, type Publishable, blocking, publicationConditions } from "./rules";

const today = day("2026-11-20");
const failing = (order: Publishable, on = today) => blocking(publicationConditions(order, on));
const standing = (change: Partial<NonNullable<Publishable["standing"]>>): Partial<Publishable> => ({
  standing: { ...anOrder().standing, ...change } as Publishable["standing"],
});
const contract = (change: Partial<NonNullable<Publishable["contract"]>>): Partial<Publishable> => ({
  contract: { ...(anOrder().contract as NonNullable<Publishable["contract"]>), ...change },
});
const restriction = (change: Parameters<typeof aRestriction>[0]) =>
  standing({ restrictions: [aRestriction({ from: "2026-03-01", ...change })] });

test("a complete, lawful order may be published", () => {
  expect(failing(anOrder())).toEqual([]);
});

test("an order is held back from the very day its agency is suspended, and until the day the suspension ends", () => {
  const order = anOrder(restriction({ to: day("2026-06-01") }));
  expect(failing(order, day("2026-02-28"))).toEqual([]);
  expect(failing(order, day("2026-03-01"))).toEqual(["P1"]);
  expect(failing(order, day("2026-05-31"))).toEqual(["P1"]);
  expect(failing(order, day("2026-06-01"))).toEqual([]);
});

test("a stop of one market holds back that market only", () => {
  expect(failing(anOrder(restriction({ scope: "market", market: "JP", kind: "market_suspended" })))).toEqual([]);
  expect(failing(anOrder(restriction({ scope: "market", market: "DE", kind: "market_suspended" })))).toEqual(["P1"]);
});

test("what nobody has checked stops nobody", () => {
  expect(failing(anOrder(restriction({ verified: false })))).toEqual([]);
});

const refused: [string, Partial<Publishable>, ConditionCode][] = [
  [
    "a licence that was revoked",
    standing({ spells: [{ ...(anOrder().standing?.spells[0] as object), status: "revoked" }] as never }),
    "P1",
  ],
  [
    "a licence known only from the press",
    standing({ spells: [{ ...(anOrder().standing?.spells[0] as object), verified: false }] as never }),
    "P1",
  ],
  ["an agency that is not in the register", { standing: null }, "P1"],
  ["a programme only the state may send for", { programme: "DE_TRIPLE_WIN" }, "P2"],
  ["a study route sold as work", { programme: "DE_AUSBILDUNG" }, "P2"],
  ["Japan without its approval", { market: "JP", programme: "JP_TTS", currency: "JPY" }, "P3"],
  ["no supply contract", { contract: null }, "P4"],
  ["a contract that waits for approval", contract({ status: "submitted" }), "P4"],
  ["an approval without a number", contract({ approvalNo: null }), "P4"],
  ["a contract that ended", contract({ validTo: day("2026-11-20") }), "P4"],
  ["another firm's contract", contract({ agencyId: "00000000-0000-4000-8000-000000000002" }), "P4"],
  [
    "more people than the contract has left",
    contract({ quotas: [{ occupation: "nurse-registered", sex: "any", quota: 50, claimed: 41 }] }),
    "P5",
  ],
  ["a trade the contract does not name", { occupation: "welder" }, "P5"],
  ["work underground", { occupation: "mining-worker" }, "P6"],
  ["a market under review for war", { market: "IL", programme: "IL_AGRICULTURE" }, "P6"],
  ["people under eighteen", { ageMin: 17 }, "P7"],
  ["a wage below what Europe's contracts must give", { basicMinor: 50_000n }, "P8"],
  ["a contract of five months in Europe", { contractMonths: 5 }, "P8"],
  ["no cost sheet", { fees: [] }, "P9"],
  [
    "a service fee above its ceiling",
    { fees: [line(0, "service_fee", 560_001n, { currency: "EUR", due: "after_contract" })] },
    "P9",
  ],
  [
    "a service fee before any contract",
    { fees: [line(0, "service_fee", 100n, { currency: "EUR", due: "on_application" })] },
    "P9",
  ],
  [
    "a service fee paid to a person",
    { fees: [line(0, "service_fee", 100n, { currency: "EUR", due: "after_contract", payee: "person" })] },
    "P9",
  ],
  ["a fee for being recruited", { fees: [line(0, "recruiting_fee", 1n)] }, "P9"],
  ["a price on request", { fees: [line(0, "visa", null, { payee: "embassy" })] }, "P9"],
  ["nothing said of the hours", { hoursPerWeek: null }, "P10"],
  ["deductions left open", { deductions: null }, "P10"],
  ["a deadline gone by", { deadlineOn: day("2026-11-19") }, "P12"],
];
test.each(refused)("%s: not published", (_, change, code) => {
  expect(failing(anOrder(change))).toContain(code);
});

describe("figures", () => {
  const pay = {
    currency: "EUR",
    payPeriod: "month",
    hoursPerWeek: 40,
    basicMinor: 280_000n,
    grossMinor: null,
    netMinor: null,
    board: "own_cost",
    boardMinor: null,
    lodging: "deducted",
    lodgingMinor: 35_000n,
  };

  test("kept per month is the wage less every deduction, to the cent", () => {
    expect(
      netPerMonth({
        ...pay,
        deductions: [
          { code: "tax", minor: 40_000n },
          { code: "social", percent: 20 },
        ],
      }),
    ).toBe(149_000n);
  });

  test("one deduction without an amount leaves what is kept unknown", () => {
    expect(netPerMonth({ ...pay, deductions: [{ code: "tax" }] })).toBeNull();
    expect(netPerMonth({ ...pay, deductions: null })).toBeNull();
  });

  test("break-even is the first month in which what was kept reaches what was paid", () => {
    const rate = { currency: "EUR", on: "2026-11-01", vndPerUnit: 28_000, source: "kiểm thử" };
    const terms = { ...pay, deductions: [], lodging: "free", netMinor: 100_000n };
    expect(figuresOf(terms, 56_000_000n, 24, rate)).toMatchObject({
      netVnd: 28_000_000n,
      breakEvenMonths: 2,
      payAfterCostVnd: 25_666_667n,
    });
    expect(figuresOf(terms, 56_000_001n, 24, rate).breakEvenMonths).toBe(3);
    expect(figuresOf(terms, 0n, 24, rate).breakEvenMonths).toBe(0);
    expect(figuresOf(terms, null, 24, rate)).toMatchObject({ breakEvenMonths: null, payAfterCostVnd: null });
  });
});

describe("near-copies", () => {
  const offer = {
    agencyId: "a",
    senderName: "A",
    market: "DE",
    programme: "DE_SKILLED",
    occupation: "welder",
    sex: "any",
    region: "Bayern",
    contractMonths: 24,
    employerName: "Werk Mẫu",
    language: "de",
    languageOrdinal: 3,
    currency: "EUR",
    basicMinor: 280_000n,
    payMinMinor: null,
  };
  const together = (a: object, b: object) =>
    new Set(
      assignGroups(
        [
          { ...offer, id: "1", ...a },
          { ...offer, id: "2", ...b },
        ],
        [],
      ).values(),
    ).size === 1;

  test("the same offer with a slightly other wage is one", () =>
    expect(together({}, { basicMinor: 284_000n })).toBe(true));
  test("a wage 5 % apart makes two", () => expect(together({}, { basicMinor: 295_000n })).toBe(false));
  test("another employer makes two", () => expect(together({}, { employerName: "Werk Hai" })).toBe(false));
  test("another agency makes two", () => expect(together({}, { agencyId: "b" })).toBe(false));
});
