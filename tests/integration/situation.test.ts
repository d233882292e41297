// Where she lives, as she types it: the commune of today, whatever it was called before.
import { beforeAll, describe, expect, test } from "vitest";
import { communeFor } from "@/app/_http/situation";
import { localityOf } from "@/domain/localities/queries";
import { seedLocalities } from "@/domain/localities/seed";
import { noSituation, situationTyped } from "@/domain/support/rules";
import { writableDb } from "@/platform/db";

beforeAll(() => writableDb.$transaction((tx) => seedLocalities(tx)));

const typed = (commune: string, more: { communeId?: string; communeAsked?: string } = {}) => ({
  ...situationTyped(noSituation, ""),
  commune,
  ...more,
});
const nameOf = async (id: string | null) => (id ? (await localityOf(id))?.fullName : null);

describe("a commune", () => {
  test("is found with marks, without them, and with its province", async () => {
    for (const text of ["Xã Nghi Lộc, Nghệ An", "nghi loc, nghe an", "phường Ba Đình, Hà Nội"]) {
      const { id, error } = await communeFor(typed(text));
      expect(error, text).toBeUndefined();
      expect(await nameOf(id), text).toMatch(/^(Xã Nghi Lộc|Phường Ba Đình)$/);
    }
  });

  test("nothing typed is nothing said", async () => {
    expect(await communeFor(typed(""))).toEqual({ id: null, choices: [] });
  });

  test("a name that many bear comes back with all of them to choose from, and the choice is taken", async () => {
    const many = await communeFor(typed("phu my"));
    expect(many).toMatchObject({ id: null, error: "communeMany" });
    expect(many.choices.length).toBeGreaterThan(1);
    const chosen = many.choices[0]?.id ?? "";
    expect((await communeFor(typed("phu my", { communeId: chosen, communeAsked: "phu my" }))).id).toBe(chosen);
  });

  test("a choice made for another name is worthless", async () => {
    const chosen = (await communeFor(typed("phu my"))).choices[0]?.id ?? "";
    const { id } = await communeFor(typed("Nghi Lộc, Nghệ An", { communeId: chosen, communeAsked: "phu my" }));
    expect(id).not.toBe(chosen);
  });

  test("a province or a district is no commune, and neither is an id of anything else", async () => {
    expect((await communeFor(typed("zzzz qqqq"))).error).toBe("communeNone");
    const forged = await communeFor(typed("zzzz", { communeId: "no-such-id", communeAsked: "zzzz" }));
    expect(forged).toMatchObject({ id: null, error: "communeNone" });
  });

  test("a commune that ended in 2025 leads to what it became", async () => {
    const { id, choices } = await communeFor(typed("Trúc Bạch, Hà Nội"));
    const names = id ? [await nameOf(id)] : choices.map(({ name }) => name);
    expect(names.join("; ")).toContain("Ba Đình");
  });
});
