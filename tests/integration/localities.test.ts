// The reference is loaded once and searched by old and new names against a real database.
import { beforeAll, expect, test } from "vitest";
import { addDays, day } from "@/domain/kernel/calendar";
import { seedLocalities } from "@/domain/localities/seed";
import {
  becameOf,
  cameFrom,
  localitiesIn,
  localityOf,
  provincesOn,
  searchLocalities,
} from "@/domain/localities/queries";
import { reformOn } from "@/domain/localities/rules";
import { writableDb } from "@/platform/db";

const seed = () => writableDb.$transaction((tx) => seedLocalities(tx));
beforeAll(async () => {
  expect(await seed()).toEqual({
    skipped: false,
    localities: 34 + 52 + 696 + 3_321 + 10_035,
    successions: expect.any(Number),
  });
});

test("the second time there is nothing to do, and a row that differs is put right", async () => {
  expect((await seed()).skipped).toBe(true);
  await writableDb.locality.update({ where: { id: "p-75" }, data: { kind: "tỉnh" } });
  expect((await seed()).skipped).toBe(false);
  expect((await localityOf("p-75"))?.kind).toBe("thành phố");
  expect((await seed()).skipped).toBe(true);
});

test("63 provinces until the eve, 34 since, named as on the day", async () => {
  const before = await provincesOn(addDays(reformOn, -1));
  const after = await provincesOn(reformOn);
  expect([before.length, after.length]).toEqual([63, 34]);
  expect(after.find((p) => p.id === "p-75")?.fullName).toBe("Tỉnh Đồng Nai");
  expect((await provincesOn(day("2026-11-20"))).find((p) => p.id === "p-75")?.fullName).toBe("Thành phố Đồng Nai");
});

test.each(["Bình Dương", "binh duong", "BÌNH DƯƠNG", "tỉnh Bình Dương"])(
  "%s is found and says it is in Hồ Chí Minh now",
  async (said) => {
    const [first] = await searchLocalities(said, { level: "province" });
    expect(first).toMatchObject({
      fullName: "Tỉnh Bình Dương",
      validTo: "2025-07-01",
      became: [{ fullName: "Thành phố Hồ Chí Minh", partial: false }],
    });
  },
);

test("short and run-together names of provinces", async () => {
  for (const said of ["TPHCM", "hcm", "sài gòn", "hochiminh"])
    expect((await searchLocalities(said))[0]?.id, said).toBe("p-79");
  expect((await searchLocalities("Huế"))[0]?.id).toBe("p-46");
  expect((await searchLocalities("thừa thiên huế"))[0]?.id).toBe("p-46");
});

test("a district leads to the communes on its ground", async () => {
  const [first] = await searchLocalities("q. ba đình");
  expect(first).toMatchObject({ fullName: "Quận Ba Đình", within: ["Thành phố Hà Nội"] });
  expect(first?.became.map((b) => b.name)).toEqual(expect.arrayContaining(["Ba Đình", "Giảng Võ", "Ngọc Hà"]));
  expect((await searchLocalities("quận 1", { level: "district" }))[0]).toMatchObject({ name: "1", kind: "quận" });
  expect((await searchLocalities("Q1"))[0]).toMatchObject({ name: "1", kind: "quận" });
});

test("communes by old name, by province and by day", async () => {
  const old = await searchLocalities("phường Phúc Xá, Hà Nội");
  expect(old[0]).toMatchObject({ fullName: "Phường Phúc Xá", within: ["Quận Ba Đình", "Thành phố Hà Nội"] });
  expect(old[0]?.became[0]?.within).toEqual(["Thành phố Hà Nội"]);
  const inHcm = await searchLocalities("Phú Mỹ, Bình Dương", { limit: 50 });
  expect(inHcm.length).toBeGreaterThan(0);
  expect(
    inHcm.every((hit) =>
      ["Thành phố Hồ Chí Minh", "Tỉnh Bình Dương", "Tỉnh Bà Rịa - Vũng Tàu"].includes(hit.within.at(-1) ?? ""),
    ),
  ).toBe(true);
  const today = await searchLocalities("long thành", { on: day("2026-11-20") });
  expect(today[0]).toMatchObject({ fullName: "Phường Long Thành", within: ["Thành phố Đồng Nai"] });
  expect(today.every((hit) => hit.validTo === null)).toBe(true);
  expect((await searchLocalities("xã long thành", { on: day("2025-08-01") }))[0]?.fullName).toBe("Xã Long Thành");
  expect(await searchLocalities("x")).toEqual([]);
  expect(await searchLocalities("%_(")).toEqual([]);
});

test("forwards, backwards and downwards", async () => {
  expect((await becameOf("p-74-f")).map((b) => b.id)).toEqual(["p-79"]);
  expect(await becameOf("p-79")).toEqual([]);
  expect((await cameFrom("p-68")).map((b) => b.name)).toEqual(["Bình Thuận", "Đắk Nông", "Lâm Đồng"]);
  expect(await localitiesIn("p-01", reformOn)).toHaveLength(126);
  expect(await localitiesIn("p-01", addDays(reformOn, -1))).toHaveLength(30);
  expect(await localityOf("p-00")).toBeNull();
});
