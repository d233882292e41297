import fc from "fast-check";
import { expect, test } from "vitest";
import { alphabet, numberOf, readCode, readReceiptNumber, verificationCode } from "./numbers";
import { readAmount } from "./schema";

const drawn = fc.array(fc.nat(31), { minLength: 8, maxLength: 8 });
const drawing = (values: readonly number[]) => {
  let i = 0;
  return () => values[i++ % values.length] ?? 0;
};

test("a number is read as printed, without dashes, in small letters and with O for 0", () => {
  fc.assert(
    fc.property(drawn, (values) => {
      const number = numberOf("BN", "2026", drawing(values));
      const carelessly = number
        .toLowerCase()
        .replace(/-/g, " ")
        .replace("bn", "bn ")
        .replace(/0/g, "o")
        .replace(/1/g, "l");
      expect(readReceiptNumber(number)).toBe(number);
      expect(readReceiptNumber(carelessly)).toBe(number);
      expect(readReceiptNumber(number.slice(3))).toBe(number);
    }),
  );
});

test("one wrong sign, or two neighbours exchanged, is caught before anybody is asked", () => {
  fc.assert(
    fc.property(drawn, fc.integer({ min: 8, max: 15 }), fc.nat(31), (values, at, other) => {
      const number = numberOf("BN", "2026", drawing(values));
      // The check itself is two digits.
      const sign = at < 14 ? (alphabet[other] ?? "0") : String(other % 10);
      const slipped = number.slice(0, at) + sign + number.slice(at + 1);
      if (slipped !== number) expect(readReceiptNumber(slipped)).toBeNull();
      const exchanged = number.slice(0, at - 1) + (number[at] ?? "") + (number[at - 1] ?? "") + number.slice(at + 1);
      if (exchanged !== number && at > 8 && at < 14) expect(readReceiptNumber(exchanged)).toBeNull();
    }),
    { numRuns: 2_000 },
  );
});

test("a code is read as typed", () => {
  const code = verificationCode(drawing([0, 1, 10, 31, 30, 29, 28, 27]));
  expect(readCode(code)).toBe(code);
  expect(readCode(code.toLowerCase().replace("-", ""))).toBe(code);
  expect(readCode("ngắn")).toBeNull();
});

test.each([
  ["25.000.000", "VND", 25_000_000n],
  ["25,000,000 đ", "VND", 25_000_000n],
  ["25 000 000 ₫", "VND", 25_000_000n],
  ["25 triệu", "VND", 25_000_000n],
  ["2,5tr", "VND", 2_500_000n],
  ["500k", "VND", 500_000n],
  ["500 nghìn", "VND", 500_000n],
  ["1250,50", "EUR", 125_050n],
  ["1.250", "EUR", 125_000n],
  ["180000", "JPY", 180_000n],
  ["1,5", "VND", null],
  ["1,250 triệu", "VND", null],
  ["hai mươi triệu", "VND", null],
  ["-5", "VND", null],
  ["", "VND", null],
])("%s (%s) as people type it", (said, currency, minor) => {
  expect(readAmount(said, currency)).toBe(minor);
});
