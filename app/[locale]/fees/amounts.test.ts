import { expect, test } from "vitest";
import { plainNumber } from "./amounts";

test.each([
  ["25000000", "25000000"],
  ["25.000.000", "25000000"],
  ["25,000,000 ₫", "25000000"],
  ["25 000 000đ", "25000000"],
  ["25.000.000 đồng", "25000000"],
  ["25 triệu", "25000000"],
  ["25tr", "25000000"],
  ["25,5 trieu", "25500000"],
  ["2.5 triệu đồng", "2500000"],
  ["1,2 tỷ", "1200000000"],
  ["1 tỉ", "1000000000"],
  ["500k", "500000"],
  ["800 nghìn", "800000"],
  ["180.000 ¥", "180000"],
  ["2500,5", "2500.5"],
  ["0", "0"],
])("%s is %s", (typed, meant) => {
  expect(plainNumber(typed)).toBe(meant);
});

test.each(["", "nhiều lắm", "25 hay 30", "-5", "1e400", "💰💰", "9".repeat(40)])(
  "%s is nothing to reckon with",
  (typed) => {
    const number = Number(plainNumber(typed) || "x");
    expect(Number.isFinite(number) && number >= 0 && number <= 1e12).toBe(false);
  },
);
