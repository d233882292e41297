import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { day } from "@/domain/kernel/calendar";
import {
  clockOn,
  countedAs,
  countedStates,
  daysLeft,
  dueAt,
  hoursLeft,
  mayMove,
  outcomeFits,
  quarterOf,
  quarterOn,
  standingOf,
  verdictOf,
} from "./rules";
import { outcomes, readDong, reportInput, stages } from "./schema";
import type { ContactFacts } from "./verdict";

const at = (text: string) => new Date(text);

describe("clocks", () => {
  test("the first look is due 24 hours after, to the minute", () =>
    expect(dueAt("first_look", at("2026-11-20T20:15:00Z"))).toEqual(at("2026-11-21T20:15:00Z")));
  test("the decision is due at the end of the thirtieth day in Hà Nội", () => {
    expect(dueAt("decision", at("2026-11-20T03:00:00Z"))).toEqual(at("2026-12-20T16:59:59.999Z"));
    // 23:30 in Hà Nội is still the 20th, an hour later it is the 21st.
    expect(dueAt("decision", at("2026-11-20T16:30:00Z"))).toEqual(at("2026-12-20T16:59:59.999Z"));
    expect(dueAt("decision", at("2026-11-20T17:30:00Z"))).toEqual(at("2026-12-21T16:59:59.999Z"));
  });
  test("on the last day nothing is left, and a minute after it is past", () => {
    const due = at("2026-12-20T16:59:59.999Z");
    expect([daysLeft(due, at("2026-12-18T03:00:00Z")), daysLeft(due, at("2026-12-20T16:00:00Z"))]).toEqual([2, 0]);
    expect(daysLeft(due, at("2026-12-20T17:00:00Z"))).toBe(-1);
    expect([hoursLeft(due, at("2026-12-20T16:30:00Z")), hoursLeft(due, at("2026-12-20T18:30:00Z"))]).toEqual([1, -1]);
  });
  test("our own aim names no article, a legal one does and says whether it was read", () => {
    expect(clockOn("first_look", day("2026-11-20"))).toMatchObject({ basis: "target", source: null });
    expect(clockOn("decision", day("2026-11-20"))).toMatchObject({
      basis: "law",
      verified: false,
      source: expect.stringContaining("Điều 30"),
    });
  });
});

describe("stages", () => {
  test("what is decided or withdrawn stays so", () => {
    for (const to of stages) expect([mayMove("decided", to), mayMove("withdrawn", to)]).toEqual([false, false]);
  });
  test("a fault needs an agency; a fake that imitates an agency is not that agency's doing", () => {
    expect(outcomeFits("agency_fault", null)).toBe(false);
    expect(outcomeFits("agency_fault", "imitated")).toBe(false);
    expect(outcomeFits("confirmed_fake", "reported")).toBe(false);
    expect(outcomeFits("confirmed_fake", "imitated")).toBe(true);
  });
  test("only a decision confirms, and passing it on confirms nothing", () => {
    expect(standingOf({ stage: "received", outcome: null })).toBe("unverified");
    expect(standingOf({ stage: "decided", outcome: "passed_to_police" })).toBe("unverified");
    expect(standingOf({ stage: "decided", outcome: "confirmed_fake" })).toBe("confirmed");
    expect(standingOf({ stage: "decided", outcome: "not_confirmed" })).toBe("none");
    expect(standingOf({ stage: "withdrawn", outcome: null })).toBe("none");
  });
  test("every state a report can be in is counted in exactly one column", () => {
    const states = stages.flatMap((stage) =>
      (stage === "decided" ? outcomes : [null]).map((outcome) => ({ stage, outcome })),
    );
    for (const state of states) expect(countedStates).toContain(countedAs(state));
  });
  test("each day lies in the quarter named after it", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 20_000 }), (days) => {
        const on = day(new Date(Date.UTC(2000, 0, 1) + days * 86_400_000).toISOString().slice(0, 10));
        const quarter = quarterOf(quarterOn(on));
        expect(quarter && quarter.from <= on && on < quarter.to).toBe(true);
      }),
    );
    expect([quarterOf("2026-Q5"), quarterOf("x"), quarterOf("2026-Q1; DROP")]).toEqual([null, null, null]);
  });
});

describe("what is said of a contact first", () => {
  const facts = (given: Partial<ContactFacts> = {}): ContactFacts => ({
    contact: { kind: "phone", value: "0912 345 678", key: "tel:84912345678", also: [], disguised: false },
    ...{ owners: [], declared: [], warnings: [], imitated: [] },
    reports: { confirmed: null, fault: null, unverified: null },
    ...given,
  });
  const counted = { count: 3, since: at("2026-11-01T00:00:00Z"), demo: false };
  const owner = { slug: "a", name: "A", status: "licensed" as const };
  const unverified = { confirmed: null, fault: null, unverified: counted };

  test("a rival's number is not darkened by reports nobody checked", () =>
    expect(verdictOf(facts({ owners: [owner], reports: unverified }), null)).toBe("belongs"));
  test("what an authority confirmed comes before what a firm registered", () =>
    expect(verdictOf(facts({ owners: [owner], reports: { ...unverified, confirmed: counted } }), null)).toBe("fake"));
  test("declared for her province, or for another one", () => {
    const declared = [{ slug: "a", agency: "A", provinces: ["01"], until: null }];
    expect([
      verdictOf(facts({ declared }), "01"),
      verdictOf(facts({ declared }), "40"),
      verdictOf(facts({ declared }), null),
    ]).toEqual(["belongs_declared", "belongs_elsewhere", "belongs_declared"]);
  });
  test("an agency whose licence is gone does not vouch for its number", () =>
    expect(verdictOf(facts({ owners: [{ ...owner, status: "revoked" }] }), null)).toBe("belongs_unlicensed"));
  test("nothing known is unknown", () => expect(verdictOf(facts(), null)).toBe("unknown"));
});

describe("what is handed in", () => {
  const form = {
    submission: "0192f0c1-0000-7000-8000-000000000001",
    about: "fee",
    happened: "Bị đòi năm triệu tiền giữ chỗ",
    contacts: "0912345678",
  };
  const faults = (given: object) =>
    reportInput
      .safeParse({ ...form, ...given })
      .error?.issues.map(({ path, message }) => `${path.join(".")} ${message}`);

  test.each([
    ["5.000.000 đ", 5_000_000n],
    ["5tr", 5_000_000n],
    ["5,5 triệu", 5_500_000n],
    ["1 tỷ", 1_000_000_000n],
    ["5000000", 5_000_000n],
  ])("%s is read", (text, dong) => expect(readDong(text)).toBe(dong));
  test.each(["-5", "0", "5.00.000", "1e9", "năm triệu", "=1+1", "99999999999999999"])("%s is not an amount", (text) =>
    expect(readDong(text)).toBeNull(),
  );

  test("somebody must be meant", () => expect(faults({ contacts: "" })).toEqual(["contacts whoIsMissing"]));
  test("ten thousand signs are taken, one more is told at the field", () => {
    expect(faults({ happened: "ă".repeat(10_000) })).toBeUndefined();
    expect(faults({ happened: "ă".repeat(10_001) })).toEqual(["happened tooLong"]);
  });
  test("lines stay lines; control and direction signs are gone", () =>
    expect(reportInput.parse({ ...form, happened: "Dòng một\r\nSubject: x\u0000\u202e\nDòng ba" }).happened).toBe(
      "Dòng một\nSubject: x\nDòng ba",
    ));
  test("one line is one line, so that nothing becomes a header", () =>
    expect(reportInput.parse({ ...form, reach: "a@b.vn\r\nBcc: c@d.vn" }).reach).toBe("a@b.vn Bcc: c@d.vn"));
  test("a province that does not exist is a fault", () =>
    expect(faults({ province: "99999" })).toEqual(["province notUnderstood"]));
});
