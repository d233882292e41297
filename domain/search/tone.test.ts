import { expect, test } from "vitest";
import { canonical, hasMarks, toneField, toneToken, wordsOf } from "./tone";

test.each([
  ["hàn", "zha2n"],
  ["điều", "zd9ie62u"],
  ["Đức", "zd9u71c"],
  ["nhật", "znha65t"],
  ["hòa", "zho2a"],
  ["hoà", "zho2a"],
  ["thủy", "zthu3y"],
  ["thuỷ", "zthu3y"],
  ["quý", "zquy1"],
  ["quỳ", "zquy2"],
  ["khoẻ", "zkho3e"],
  ["dưỡng", "zdu7o74ng"],
  ["ô", "zo6"],
])("%s is written %s", (word, token) => expect(toneToken(word)).toBe(token));

test("a word without marks keeps its letters, and no plain word looks like a token", () => {
  expect(toneToken("bento")).toBe("bento");
  expect(toneToken("Tokutei")).toBe("tokutei");
});

test("marks are the same marks in either form of Unicode", () => {
  expect(toneToken("điều".normalize("NFD"))).toBe("zd9ie62u");
  expect(hasMarks("dieu duong")).toBe(false);
  expect(hasMarks("điêu")).toBe(true);
});

test("old and new places of the tone become one", () => {
  expect(canonical("hoà")).toBe("hòa");
  expect(canonical("thuỷ")).toBe("thủy");
  expect(canonical("toàn")).toBe("toàn");
  expect(canonical("quý")).toBe("quý");
  expect(canonical("đường")).toBe("đường");
});

test("the tone field holds every word once", () => {
  expect(toneField("Thợ hàn, hàn xì", null, "TIG")).toBe("ztho75 zha2n zxi2 tig");
  expect(wordsOf("Ru-ma-ni (EU)")).toEqual(["ru", "ma", "ni", "eu"]);
});
