import { describe, expect, test } from "vitest";
import { addDays, day } from "@/domain/kernel/calendar";
import { foldName } from "@/domain/kernel/text";
import { localityReference } from "./reference";
import {
  existedOn,
  formerProvinces,
  fullName,
  nameOn,
  placeOn,
  provinceIdOf,
  provinceOf,
  provincePlaceOn,
  provinceUnits,
  provinces,
  reformOn,
  shortName,
} from "./rules";

const eve = addDays(reformOn, -1);
const { localities, successions } = localityReference();
const byId = new Map(localities.map((l) => [l.id, l]));
const countOn = (level: string, on: typeof eve) =>
  localities.filter((l) => l.level === level && existedOn(l, on)).length;
const nameOf = (id: string | null) => id && provinceOf(id)?.name;

describe("how many there are", () => {
  test("63 provinces, 696 districts and 10,035 communes until 2025-06-30", () => {
    expect([countOn("province", eve), countOn("district", eve), countOn("commune", eve)]).toEqual([63, 696, 10_035]);
  });
  test("34 provinces, no districts and 3,321 communes from 2025-07-01", () => {
    expect([countOn("province", reformOn), countOn("district", reformOn), countOn("commune", reformOn)]).toEqual([
      34, 0, 3_321,
    ]);
    expect(provinces).toHaveLength(34);
  });
  test("2,599 xã, 709 phường and 13 đặc khu after the changes of 2026", () => {
    const kinds = localities.filter((l) => l.level === "commune" && l.validTo === null).map((l) => l.kind);
    expect(["xã", "phường", "đặc khu"].map((kind) => kinds.filter((k) => k === kind).length)).toEqual([2_599, 709, 13]);
  });
});

describe("the reference holds together", () => {
  test("identifiers are unique and every parent exists, on the same days", () => {
    expect(byId.size).toBe(localities.length);
    for (const l of localities) if (l.parentId) expect(byId.has(l.parentId), l.id).toBe(true);
    for (const l of localities)
      if (l.parentId && l.validTo) expect(existedOn(byId.get(l.parentId)!, eve), l.id).toBe(true);
    for (const l of localities)
      if (l.parentId && !l.validTo) expect(existedOn(byId.get(l.parentId)!, reformOn), l.id).toBe(true);
  });
  test("all that ended became something that exists, and in the province its own became", () => {
    const provinceAfter = (id: string): string => {
      const unit = byId.get(id)!;
      return unit.parentId ? provinceAfter(unit.parentId) : (provincePlaceOn(unit.id, reformOn).ids[0] ?? "");
    };
    const after = new Map<string, string[]>();
    for (const s of successions) after.set(s.beforeId, [...(after.get(s.beforeId) ?? []), s.afterId]);
    for (const l of localities.filter((l) => l.validTo !== null)) {
      const steps = after.get(l.id) ?? [];
      expect(steps.length, l.id).toBeGreaterThan(0);
      for (const id of steps) {
        expect(byId.get(id)?.validTo, id).toBeNull();
        expect(provinceAfter(id), l.id).toBe(provinceAfter(l.id));
      }
    }
  });
  test("every commune of today came from somewhere", () => {
    const reached = new Set(successions.map((s) => s.afterId));
    for (const l of localities.filter((l) => l.level === "commune" && l.validTo === null))
      expect(reached.has(l.id), l.name).toBe(true);
  });
});

describe("what became of the 63", () => {
  test("each has exactly one successor or went on", () => {
    const before = provinceUnits.filter((p) => existedOn(p, eve));
    expect(before).toHaveLength(63);
    for (const p of before)
      expect(provincePlaceOn(p.id, reformOn), p.name).toMatchObject({
        ids: [expect.stringMatching(/^p-\d\d$/)],
        certain: true,
      });
  });
  test.each([
    ["Hà Giang", "Tuyên Quang"],
    ["Yên Bái", "Lào Cai"],
    ["Bắc Kạn", "Thái Nguyên"],
    ["Vĩnh Phúc", "Phú Thọ"],
    ["Hòa Bình", "Phú Thọ"],
    ["Bắc Giang", "Bắc Ninh"],
    ["Thái Bình", "Hưng Yên"],
    ["Hải Dương", "Hải Phòng"],
    ["Hà Nam", "Ninh Bình"],
    ["Nam Định", "Ninh Bình"],
    ["Quảng Bình", "Quảng Trị"],
    ["Quảng Nam", "Đà Nẵng"],
    ["Kon Tum", "Quảng Ngãi"],
    ["Bình Định", "Gia Lai"],
    ["Ninh Thuận", "Khánh Hòa"],
    ["Đắk Nông", "Lâm Đồng"],
    ["Bình Thuận", "Lâm Đồng"],
    ["Phú Yên", "Đắk Lắk"],
    ["Bà Rịa - Vũng Tàu", "Hồ Chí Minh"],
    ["Bình Dương", "Hồ Chí Minh"],
    ["Bình Phước", "Đồng Nai"],
    ["Long An", "Tây Ninh"],
    ["Sóc Trăng", "Cần Thơ"],
    ["Hậu Giang", "Cần Thơ"],
    ["Bến Tre", "Vĩnh Long"],
    ["Trà Vinh", "Vĩnh Long"],
    ["Tiền Giang", "Đồng Tháp"],
    ["Bạc Liêu", "Cà Mau"],
    ["Kiên Giang", "An Giang"],
  ])("%s is %s now", (former, now) => expect(nameOf(provinceIdOf(former))).toBe(now));
  test("looking back, a merged province was several and an unchanged one itself", () => {
    const lamDong = provincePlaceOn("p-68", eve);
    expect(lamDong).toEqual({ ids: ["p-60-f", "p-67-f", "p-68-f"], certain: false });
    expect(provincePlaceOn("p-01", eve)).toEqual({ ids: ["p-01"], certain: true });
    expect(provincePlaceOn("p-68", reformOn)).toEqual({ ids: ["p-68"], certain: true });
  });
  test("a district leads to its communes, none of them for certain", () => {
    const baDinh = localities.find((l) => l.level === "district" && l.name === "Ba Đình")!;
    const now = placeOn(
      baDinh.id,
      reformOn,
      byId,
      successions.filter((s) => s.beforeId === baDinh.id),
    );
    expect(now.ids.map((id) => byId.get(id)?.name)).toEqual(expect.arrayContaining(["Ba Đình", "Ngọc Hà", "Giảng Võ"]));
    expect(now.certain).toBe(false);
    expect(placeOn(baDinh.id, eve, byId, successions).ids).toEqual([baDinh.id]);
  });
  test("an unknown place is nowhere", () =>
    expect(provincePlaceOn("p-99", reformOn)).toEqual({ ids: [], certain: false }));
});

describe("names", () => {
  test.each(provinceUnits.map((p) => [fullName(p), p.id]))(
    "%s is understood with, without marks, in capitals and run together",
    (name, id) => {
      const now = provincePlaceOn(id, reformOn).ids[0];
      const bare = name.replace(/^(Tỉnh|Thành phố) /, "");
      for (const said of [
        name,
        bare,
        name.normalize("NFD"),
        bare.toUpperCase(),
        foldName(name),
        foldName(bare),
        foldName(bare).replaceAll(" ", ""),
      ])
        expect(provinceIdOf(said), said).toBe(now);
    },
  );
  test.each([
    ["TPHCM", "Hồ Chí Minh"],
    ["TP.HCM", "Hồ Chí Minh"],
    ["Tp. Hồ Chí Minh", "Hồ Chí Minh"],
    ["Sài Gòn", "Hồ Chí Minh"],
    ["HCMC", "Hồ Chí Minh"],
    ["Ho Chi Minh City", "Hồ Chí Minh"],
    ["Ha Noi", "Hà Nội"],
    ["Hanoi", "Hà Nội"],
    ["TP Hà Nội", "Hà Nội"],
    ["Hà Tây", "Hà Nội"],
    ["Thừa Thiên - Huế", "Huế"],
    ["TT. Huế", "Huế"],
    ["BR-VT", "Hồ Chí Minh"],
    ["Vũng Tàu", "Hồ Chí Minh"],
    ["Đắc Lắc", "Đắk Lắk"],
    ["Dak Lak", "Đắk Lắk"],
    ["Bình Dương (cũ)", "Hồ Chí Minh"],
    ["Bình Dương cũ", "Hồ Chí Minh"],
    ["Nghe An province", "Nghệ An"],
    ["Số 5 đường Láng, quận Đống Đa, Hà Nội", "Hà Nội"],
    ["Thuận An, Bình Dương, Việt Nam", "Hồ Chí Minh"],
  ])("%s is in %s", (said, name) => expect(nameOf(provinceIdOf(said))).toBe(name));
  test.each(["", "  ", "Tokyo", "Nhật Bản", "Huyện", "toàn quốc", "Quận 1"])("%j is no province", (said) =>
    expect(provinceIdOf(said)).toBeNull(),
  );

  test("a city is called so from the day it became one", () => {
    const dongNai = provinceOf("75")!;
    expect(fullName(dongNai, day("2026-04-29"))).toBe("Tỉnh Đồng Nai");
    expect(fullName(dongNai, day("2026-04-30"))).toBe("Thành phố Đồng Nai");
    expect(fullName(provinceOf("p-22")!, day("2026-08-31"))).toBe("Tỉnh Quảng Ninh");
    expect(fullName(provinceOf("p-24")!, day("2026-09-20"))).toBe("Thành phố Bắc Ninh");
    expect(nameOn(provinceOf("p-46")!, day("2024-12-31"))).toEqual({ name: "Thừa Thiên Huế", kind: "tỉnh" });
    expect(nameOn(provinceOf("p-46")!, day("2025-01-01"))).toEqual({ name: "Huế", kind: "thành phố" });
  });
  test("28 provinces and 6 cities at the reform, 25 and 9 since September 2026", () => {
    const cities = (on: string) => provinces.filter((p) => nameOn(p, day(on)).kind === "thành phố").length;
    expect([cities("2025-07-01"), cities("2026-09-20")]).toEqual([6, 9]);
  });
  test("short names for lists", () => {
    expect(provinces.map(shortName)).toContain("TP. Hồ Chí Minh");
    expect(provinceOf("p-79")?.nameEn).toBe("Ho Chi Minh City");
    expect(provinceOf("p-66")?.nameEn).toBe("Dak Lak");
    expect(formerProvinces).toHaveLength(52);
  });
});
