import { describe, expect, test } from "vitest";
import { day } from "@/domain/kernel/calendar";
import type { Officer } from "@/domain/kernel/actor";
import { provinces } from "@/domain/localities/rules";
import { mayDecide, noticesWithin } from "./access";
import { announcement, mayMove, placeOf, stateOn } from "./rules";
import { type Announced, noticeInput, noticeStatuses } from "./schema";

const on = day("2026-11-20");
const told = (province: string, toOn = "2026-12-01"): Announced => ({
  ...{ reference: "TB-000001", province, communes: [], fromOn: day("2026-11-01"), toOn: day(toOn) },
});
const officer = (level: Officer["level"], province: string | null, commune: string | null = null): Officer => ({
  ...{ kind: "officer", id: "o", name: "o", officeId: "x", level, province, commune },
});

describe("a notice", () => {
  test("moves only where the table says; what ended stays ended", () => {
    const moves = noticeStatuses.flatMap((from) =>
      noticeStatuses.filter((to) => mayMove(from, to)).map((to) => `${from} → ${to}`),
    );
    expect(moves).toEqual([
      ...["submitted → accepted", "submitted → refused", "submitted → withdrawn"],
      ...["accepted → withdrawn", "accepted → revoked"],
    ]);
  });

  test.each([
    ["submitted", "2026-11-20", "2026-11-20", true, "waiting"],
    ["accepted", "2026-11-20", "2026-11-20", true, "valid"],
    ["accepted", "2026-11-21", "2026-11-30", true, "notYet"],
    ["accepted", "2026-11-01", "2026-11-19", true, "over"],
    ["accepted", "2026-11-01", "2026-11-30", false, "suspended"],
    ["accepted", "2026-11-01", "2026-11-19", false, "over"],
    ["revoked", "2026-11-01", "2026-11-30", true, "revoked"],
  ] as const)("%s from %s to %s, order public %s: %s", (status, from, to, orderPublic, state) => {
    expect(stateOn({ status, fromOn: day(from), toOn: day(to), orderPublic }, on)).toBe(state);
  });

  test("is a commune's to answer only where it names that commune alone", () => {
    const notice = (communes: string[]) => ({ agencyId: "a", branchId: null, province: "p-40", communes });
    expect(placeOf(notice(["c-1"]))).toEqual({ province: "p-40", commune: "c-1" });
    expect(placeOf(notice(["c-1", "c-2"])).commune).toBeNull();
    const may = (who: Officer, communes: string[]) => mayDecide(who, notice(communes));
    expect(may(officer("commune", "p-40", "c-1"), ["c-1"])).toBe(true);
    expect(may(officer("commune", "p-40", "c-1"), [])).toBe(false);
    expect(may(officer("commune", "p-40", "c-2"), ["c-1"])).toBe(false);
    expect(may(officer("province", "p-40"), [])).toBe(true);
    expect(may(officer("province", "p-42"), [])).toBe(false);
    expect(may(officer("ministry", null), [])).toBe(true);
    expect(noticesWithin(officer("commune", "p-40", null))).toBeNull();
    expect(noticesWithin(officer("province", null))).toBeNull();
  });

  test("is handed in with people one can call and days that exist", () => {
    const whole = {
      ...{ orderReference: "DE-000001", provinces: ["p-40"], fromOn: "2026-11-20", toOn: "2026-11-30" },
      ...{ venues: ["Nhà văn hóa"], recruiters: [{ name: "Trần Thị Mai", phone: "0912 345 678" }] },
    };
    const accepted = (more: object) => noticeInput.safeParse({ ...whole, ...more }).success;
    expect(accepted({})).toBe(true);
    for (const wrong of [
      ...[{ provinces: [] }, { provinces: ["p-999"] }, { provinces: ["Nghệ An"] }, { communes: ["'; --"] }],
      ...[{ fromOn: "2026-02-30" }, { venues: [] }, { venues: Array(11).fill("Nhà văn hóa") }, { recruiters: [] }],
      ...[
        { recruiters: [{ name: "A", phone: "0912345678" }] },
        { recruiters: [{ name: "An Bình", phone: "gọi tôi" }] },
      ],
      ...[{ recruiters: [{ name: "‮‮", phone: "0912345678" }] }],
    ])
      expect(accepted(wrong), JSON.stringify(wrong)).toBe(false);
  });
});

describe("P11", () => {
  const order = (named: string[], nationwide = false) => ({ provinces: named, nationwide });
  test.each([
    ["named and told", order(["p-40"]), [told("p-40")], true],
    ["one of two told", order(["p-40", "p-42"]), [told("p-40")], false],
    ["told, but over", order(["p-40"]), [told("p-40", "2026-11-19")], false],
    ["told elsewhere too", order(["p-40"]), [told("p-40"), told("p-42")], false],
    ["the whole country, told in one", order([], true), [told("p-40")], null],
    ["the whole country, told everywhere", order([], true), provinces.map(({ id }) => told(id)), true],
    ["not said where", order([]), [], null],
  ] as const)("%s", (_, terms, announced, met) => {
    expect(announcement({ ...terms, announced: [...announced] }, on).met).toBe(met);
  });

  test("says which provinces are missing, which were told, and which the order does not name", () => {
    const { findings } = announcement({ ...order(["p-40", "p-42"]), announced: [told("p-40"), told("p-38")] }, on);
    expect(findings.map(({ name, params }) => `${name} ${params?.provinces}`)).toEqual([
      "announcedIn Thanh Hóa, Nghệ An",
      "notAnnouncedIn Hà Tĩnh",
      "announcedElsewhere Thanh Hóa",
    ]);
  });
});
