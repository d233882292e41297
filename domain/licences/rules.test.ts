import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, day, type Day } from "@/domain/kernel/calendar";
import { aDossier, aRestriction, aSpell } from "@/tests/builders/agency";
import {
  appendTo,
  covers,
  endOfDay,
  historyOf,
  isLicensedOn,
  isSound,
  licenceNumber,
  lookupPlan,
  mayFollow,
  nameCoreKey,
  numberKey,
  printedLicenceNumber,
  statusOn,
  verdictOn,
  type LicenceStatus,
  type StatusSpell,
} from "./rules";

describe("licence numbers", () => {
  test.each([
    "37/LĐTBXH-GP",
    "37/LDTBXH-GP",
    "37 ldtbxh gp",
    "37/LDTBXH",
    "37/lđtbxh",
    "037/LĐTBXH-GP",
    "giấy phép số 37/LĐTBXH-GP",
    "37-LĐTBXH-GP",
  ])("%s is number 37", (text) => expect(licenceNumber(text)).toMatchObject({ key: "37/ldtbxh", family: "overseas" }));
  test.each([
    ["18/2024/SLĐTBXH-GP", "18/2024/sldtbxh", "employment_service"],
    ["31116/SLDTBXH-GPGH", "31116/sldtbxh", "employment_service"],
    ["1126/LĐTBXH-GP", "1126/ldtbxh", "overseas"],
    ["12/BNV-GP", "12/bnv", "other"],
  ])("%s", (text, key, family) => expect(licenceNumber(text)).toMatchObject({ key, family }));
  test.each(["789 group", "công ty 37", "37", "", "0107307178", "😀"])("%s is none", (text) =>
    expect(licenceNumber(text)).toBeNull(),
  );
  test("as printed", () => {
    for (const text of ["37/LĐTBXH-GP", "158/LDTBXH-GP", "18/2024/SLĐTBXH-GP"])
      expect(text).toMatch(printedLicenceNumber);
    expect(numberKey("158/LDTBXH-GP")).toBe(numberKey("158/LĐTBXH-GP"));
  });
});

describe("what the text may be", () => {
  const kinds = (text: string) => lookupPlan(text).keys.map(({ kind, key }) => `${kind}:${key}`);
  test("each identifier in its normal form", () => {
    expect(kinds("0107307178")).toContain("tax_code:0107307178");
    expect(kinds("024.3824 9517")).toContain("phone:842438249517");
    expect(kinds("+84 912 345 678")).toContain("phone:84912345678");
    expect(kinds("https://www.suleco.com.vn/tin-tuc")).toContain("website:suleco.com.vn");
    expect(kinds("37 ldtbxh gp")).toContain("licence_no:37/ldtbxh");
    expect(lookupPlan("37").licencePrefix).toBe("37");
  });
  test("company forms are not part of the name", () => {
    expect(nameCoreKey("Công ty TNHH MTV Hoàng Long")).toBe("hoang long");
    expect(nameCoreKey("Hoang Long Joint Stock Company")).toBe("hoang long");
    expect(nameCoreKey("CÔNG TY CỔ PHẦN")).toBeNull();
  });
  test("anything can be asked", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 500 }), (text) => {
        const plan = lookupPlan(text);
        expect(plan.text).not.toMatch(/\p{Cc}/u);
        expect(plan.text.length).toBeLessThanOrEqual(400);
      }),
    );
    expect(lookupPlan("x\0".repeat(10_000)).cut).toBe(true);
    expect(lookupPlan("😀").keys).toEqual([]);
    expect(lookupPlan("\u202e\u0000  ").keys).toEqual([]);
  });
});

describe("status", () => {
  const statuses: LicenceStatus[] = ["active", "surrendered", "revoked", "bankruptcy_opened", "dissolving"];
  test("only the moves of the law", () => {
    const from = (status: LicenceStatus) =>
      statuses.filter((next) => mayFollow({ status, licenceNo: "1" }, { status: next, licenceNo: "1" }));
    expect(Object.fromEntries(statuses.map((s) => [s, from(s)]))).toEqual({
      active: ["surrendered", "revoked", "bankruptcy_opened", "dissolving"],
      surrendered: [],
      revoked: [],
      bankruptcy_opened: ["active", "surrendered"],
      dissolving: ["surrendered"],
    });
    expect(statuses.filter((status) => mayFollow("none", { status, licenceNo: "1" }))).toEqual(["active"]);
  });
  test("after a revocation only a new number makes a firm active", () => {
    expect(mayFollow({ status: "revoked", licenceNo: "1" }, { status: "active", licenceNo: "1" })).toBe(false);
    expect(mayFollow({ status: "revoked", licenceNo: "1" }, { status: "active", licenceNo: "2" })).toBe(true);
    expect(mayFollow({ status: "revoked", licenceNo: "1" }, { status: "active", licenceNo: null })).toBe(false);
  });

  test("property: status on a day equals replaying the decisions day by day", () => {
    const start = day("2020-01-01");
    const decision = fc.record({
      wait: fc.integer({ min: 0, max: 40 }),
      status: fc.constantFrom(...statuses),
      licenceNo: fc.constantFrom("1", "2", "3"),
    });
    fc.assert(
      fc.property(fc.array(decision, { maxLength: 12 }), (decisions) => {
        let on: Day = start;
        const spells: StatusSpell[] = [];
        const replay = new Map<Day, { status: LicenceStatus; licenceNo: string }>();
        for (const { wait, status, licenceNo } of decisions) {
          on = addDays(on, wait);
          const step = appendTo(spells, { status, from: on, licenceNo });
          if (step.refusal) continue;
          if (step.closes) step.closes.to = on;
          spells.push(aSpell({ status, from: on, licenceNo }));
          replay.set(on, { status, licenceNo });
        }
        expect(isSound(spells)).toBe(true);
        let current: { status: LicenceStatus } | null = null;
        for (let d = addDays(start, -2); d < addDays(on, 30); d = addDays(d, 1)) {
          current = replay.get(d) ?? current;
          expect(statusOn(spells, d)?.status ?? null).toBe(current?.status ?? null);
          expect(isLicensedOn(spells, d)).toBe(current?.status === "active");
        }
      }),
    );
  });
});

describe("verdict", () => {
  const licensed = () =>
    aDossier({
      spells: [
        aSpell({ from: "2008-01-09", to: "2021-01-05" }),
        aSpell({ status: "revoked", from: "2021-01-05", decisionNo: "02/QĐ-LĐTBXH" }),
      ],
    });
  test.each([
    ["2008-01-08", "unknown", "before_first_data"],
    ["2008-01-09", "licensed", null],
    ["2021-01-04", "licensed", null],
    ["2021-01-05", "revoked", null],
  ])("on %s", (on, code, reason) => expect(verdictOn(licensed(), day(on))).toMatchObject({ code, reason }));
  test("restricted for its months only", () => {
    const dossier = aDossier({
      spells: [aSpell({ from: "2020-01-01" })],
      restrictions: [
        aRestriction({ scope: "market", kind: "market_suspended", market: "JP", from: "2021-08-18", to: "2022-02-17" }),
      ],
    });
    const codes = ["2021-08-17", "2021-08-18", "2022-02-16", "2022-02-17"].map(
      (on) => verdictOn(dossier, day(on)).code,
    );
    expect(codes).toEqual(["licensed", "restricted", "restricted", "licensed"]);
    expect(covers(dossier.restrictions[0]!, { market: "JP", kind: "agency_order" })).toBe(true);
    expect(covers(dossier.restrictions[0]!, { market: "TW", kind: "agency_order" })).toBe(false);
    expect(covers(aRestriction({ scope: "source_preparation" }), { market: "TW", kind: "source_preparation" })).toBe(
      true,
    );
    expect(covers(aRestriction({ scope: "source_preparation" }), { market: "TW", kind: "agency_order" })).toBe(false);
    expect(covers(aRestriction({ scope: "all" }), { market: "TW", kind: "agency_order" })).toBe(true);
  });
  test("unverified facts never make a firm licensed, and are reported", () => {
    const dossier = aDossier({
      spells: [
        aSpell({ from: "2020-01-01", to: "2023-07-04", verified: false }),
        aSpell({ status: "revoked", from: "2023-07-04", verified: false }),
      ],
    });
    expect(verdictOn(dossier, day("2021-01-01"))).toMatchObject({
      code: "unknown",
      reason: "only_unverified",
      reported: { spell: { status: "active" } },
      flags: { negativeReports: false },
    });
    expect(verdictOn(dossier, day("2024-01-01"))).toMatchObject({
      code: "unknown",
      reason: "only_unverified",
      flags: { negativeReports: true },
    });
  });
  test("a provincial employment-service licence is a different licence", () => {
    const licence = {
      id: "l",
      family: "employment_service" as const,
      numberPrinted: "18/2024/SLĐTBXH-GP",
      numberKey: "18/2024/sldtbxh",
      issuedOn: null,
      source: "s",
      verified: true,
    };
    expect(verdictOn(aDossier({ licences: [licence] }), day("2025-01-01")).code).toBe("other_licence");
  });
  test("what was true and what the site said are different questions", () => {
    const learnt = new Date("2023-08-01T02:00:00Z");
    const began = new Date("2023-01-01T00:00:00Z");
    const dossier = aDossier({
      spells: [
        aSpell({ from: "2010-01-01", knownFrom: began, knownTo: learnt }),
        aSpell({ from: "2010-01-01", to: "2023-07-04", knownFrom: learnt }),
        aSpell({ status: "revoked", from: "2023-07-04", knownFrom: learnt }),
      ],
    });
    const on = day("2023-07-10");
    expect(verdictOn(dossier, on).code).toBe("revoked");
    expect(verdictOn(dossier, on, endOfDay(day("2023-07-31"))).code).toBe("licensed");
    expect(verdictOn(dossier, on, endOfDay(day("2023-08-01"))).code).toBe("revoked");
    expect(verdictOn(dossier, on, endOfDay(day("2022-12-31")))).toMatchObject({ code: "unknown" });
    expect(historyOf(dossier, day("2024-01-01")).bars.map((bar) => `${bar.code} ${bar.from} ${bar.to}`)).toEqual([
      "active 2010-01-01 2023-07-04",
      "revoked 2023-07-04 null",
    ]);
  });
  test("a month is not a day", () => {
    const dossier = aDossier({ spells: [aSpell({ from: "2016-10-01", precision: "month" })] });
    expect(verdictOn(dossier, day("2016-10-15")).flags.dateUncertain).toBe(true);
    expect(verdictOn(dossier, day("2016-11-01")).flags.dateUncertain).toBe(false);
  });
});
