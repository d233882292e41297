import { describe, expect, test } from "vitest";
import type { Officer } from "@/domain/kernel/actor";
import { mayInviteStaff, mayInviteTo, maySignForAgency } from "./access";
import { actorOf, deviceWords, localPath, passwordFault, readIdentifier } from "./rules";

describe("addresses", () => {
  test.each([
    ["  Lan.Nguyen@Vi-Du.VN ", { kind: "email", value: "lan.nguyen@vi-du.vn" }],
    ["0912 345 678", { kind: "phone", value: "+84912345678" }],
    ["+84 (912) 345-678", { kind: "phone", value: "+84912345678" }],
    ["+81 90-1234-5678", { kind: "phone", value: "+819012345678" }],
    ["lan@vi-du.vn\r\nBcc: x@y.vn", null],
    ["lan@vi-du.vn\n", { kind: "email", value: "lan@vi-du.vn" }],
    ["lan..an@vi-du.vn", null],
    ["lan@localhost", null],
    ["0912", null],
    ["12345678901234567890123456789012345678901234567890", null],
    ["", null],
  ])("%j", (said, read) => expect(readIdentifier(said)).toEqual(read));
});

describe("where a sign-in leads", () => {
  test.each(["/tai-khoan", "/don-hang/DE-1?x=1#y", "/", "/en/account?next=https://elsewhere.example"])("%s", (path) =>
    expect(localPath(path)).toBe(path),
  );
  test.each([
    ...[
      "https://elsewhere.example",
      "//elsewhere.example",
      "/\\elsewhere.example",
      "\\\\elsewhere.example",
      "/.//x.example",
    ],
    ...[
      "javascript:alert(1)",
      "/\t/elsewhere.example",
      "/\n/elsewhere.example",
      " //elsewhere.example",
      "",
      "tai-khoan",
    ],
    `/${"a".repeat(3_000)}`,
  ])("never to %j", (path) => expect(localPath(path)).toBeNull());
});

describe("passwords", () => {
  const about = { name: "Nguyễn Thị Lan Hương", email: "huonglan88@vi-du.vn", phone: "+84912345678" };
  test.each([
    ...[
      "mua gat nam ay",
      "Trời hôm nay xanh quá",
      "correct horse battery",
      "8 con vịt bơi dưới ao",
      "zzkx-vbq-wert-91",
    ],
  ])("%s is good", (password) => expect(passwordFault(password, about)).toBeNull());
  test.each([
    ["aaaaaaaaaa", "passwordCommon"],
    ["abcabcabcabc", "passwordCommon"],
    ["12121212121", "passwordCommon"],
    ["MẬT KHẨU 123", "passwordCommon"],
    ["123456matkhau", "passwordCommon"],
    ["19/05/1990 1990", "passwordCommon"],
    ["poiuytrewq", "passwordCommon"],
    ["em yêu anh nhiều", "passwordCommon"],
    ["huonglan88 rất vui", "passwordPersonal"],
    ["số 912345678 của tôi", "passwordPersonal"],
    ["nguyen thi lan huong", "passwordPersonal"],
  ])("%s: %s", (password, fault) => expect(passwordFault(password, about)).toBe(fault));
});

describe("who may", () => {
  const user = { id: "u", name: "n" };
  const membership = { id: "m", branchId: null, agencyId: "A", office: null } as const;
  test("a branch recruits and never signs; an owner invites at home only", () => {
    const branch = actorOf(user, { ...membership, role: "branch_recruiter", branchId: "b" });
    const owner = actorOf(user, { ...membership, role: "agency_owner" });
    expect([maySignForAgency(branch, "A"), maySignForAgency(owner, "A"), maySignForAgency(owner, "B")]).toEqual([
      false,
      true,
      false,
    ]);
    expect([mayInviteStaff(branch, "A"), mayInviteStaff(owner, "A"), mayInviteStaff(owner, "B")]).toEqual([
      false,
      true,
      false,
    ]);
  });
  test("a membership without its body is no right", () => {
    expect(actorOf(user, { ...membership, agencyId: null, role: "agency_owner" })).toMatchObject({ kind: "person" });
    expect(actorOf(user, { ...membership, agencyId: null, role: "officer" })).toMatchObject({ kind: "person" });
  });
  test("a province invites to its own communes, not to another's, not to its own rank", () => {
    const officer: Officer = {
      ...user,
      kind: "officer",
      officeId: "o",
      level: "province",
      province: "40",
      commune: null,
    };
    const at = (level: string, province: string) =>
      mayInviteTo(officer, { level, province, commune: level === "commune" ? "1" : null });
    expect([at("commune", "40"), at("commune", "01"), at("province", "40"), at("ministry", "40")]).toEqual([
      true,
      false,
      false,
      false,
    ]);
  });
});

test("a device is two words", () => {
  const agent =
    "Mozilla/5.0 (Linux; Android 13; SM-A136B) AppleWebKit/537.36 Chrome/120.0 Mobile Safari/537.36 Zalo android/12";
  expect(deviceWords(agent)).toBe("Zalo, Android");
  expect(deviceWords("<script>")).toBe("");
});
