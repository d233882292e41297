import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { contactsIn, imitates, slipsBetween } from "./rules";

const read = (text: string) => contactsIn(text).contacts.map(({ kind, key }) => `${kind} ${key}`);

describe("one contact, however it is written", () => {
  test.each([
    "0912345678",
    "0912 345 678",
    "+84 912.345.678",
    "(+84) 912-345-678",
    "84912345678".replace(/^/, "+"),
    "O912345678",
    "０９１２３４５６７８",
    "0912\u200b345\u200b678",
  ])("telephone %j", (text) => expect(read(text)).toEqual(["phone tel:84912345678"]));

  test("a Zalo link with a number is that number", () => {
    expect(read("https://zalo.me/0912345678")).toEqual(["zalo tel:84912345678"]);
    expect(read("zalo.me/g/abCd12")).toEqual(["zalo zalo:g/abcd12"]);
    expect(read("zalo.me/1234567890123456789")).toEqual(["zalo zalo:1234567890123456789"]);
  });

  test.each([
    ["facebook.com/Cong.Ty.ABC/", "fb:congtyabc"],
    ["https://m.facebook.com/congtyabc?mibextid=x", "fb:congtyabc"],
    ["fb.com/cong.ty.abc", "fb:congtyabc"],
    ["https://www.facebook.com/profile.php?id=100012345678901&mibextid=LQQJ4d", "fb:100012345678901"],
    ["facebook.com/people/Hoa-Nguyen/100012345678901/", "fb:100012345678901"],
    ["https://www.facebook.com/groups/XKLDNhat", "fb:groups/xkldnhat"],
    ["m.me/congtyabc", "fb:congtyabc"],
  ])("Facebook %s", (text, key) => expect(read(text)).toEqual([`facebook ${key}`]));

  test.each([
    "vinamex.com.vn",
    "https://www.vinamex.com.vn/tuyen-dung?x=1",
    "VINAMEX.com.vn.",
    "vinamex[.]com[.]vn",
    "vina\u200bmex.com.vn",
  ])("website %j", (text) => expect(read(text)).toEqual(["website web:vinamex.com.vn"]));

  test("a mailbox of Gmail is the same with points and marks", () => {
    expect(read("Tu.Van+1@gmail.com")).toEqual(["email mail:tuvan@gmail.com"]);
    expect(read("mailto:info@vinamex.com.vn")).toEqual(["email mail:info@vinamex.com.vn"]);
  });

  test("an account is known by the word or the bank beside it, or by being no telephone number", () => {
    expect(read("STK 0123456789 VCB")).toEqual(["bank bank:0123456789"]);
    expect(read("Số tài khoản: 19 0345 6789 0123 Techcombank")).toEqual(["bank bank:19034567890123"]);
    expect(read("9704 1234 5678 9012")).toEqual(["bank bank:9704123456789012"]);
    expect(contactsIn("0912345678").contacts[0]?.also).toEqual(["bank:0912345678"]);
  });

  test("from a whole advert all contacts are taken, and no name", () => {
    expect(
      read("Đơn hàng Nhật LIÊN HỆ chị Hoa 0912.345.678 hoặc fb.com/hoa.xkld, STK 19034567890123 Techcombank"),
    ).toEqual(["facebook fb:hoaxkld", "bank bank:19034567890123", "phone tel:84912345678"]);
    expect(read("Số tài khoản: 19 0345 6789 0123 Techcombank, Zalo 0987654321")).toEqual([
      "bank bank:19034567890123",
      "phone tel:84987654321",
    ]);
  });

  test("a text without contacts is a name, with or without marks; signs and nothing are nothing", () => {
    expect(read("Nguyễn Thị Hoa")).toEqual(["name name:nguyen thi hoa"]);
    expect(read("nguyen  thi hoa")).toEqual(["name name:nguyen thi hoa"]);
    for (const nothing of ["", "   ", "\u0000", "١٢٣", "!!!", "12"]) expect(read(nothing)).toEqual([]);
  });
});

describe("tricks", () => {
  test("a letter of another alphabet makes another site, and is told", () => {
    const [site] = contactsIn("vіnamex.com.vn").contacts; // і is Cyrillic
    expect(site).toMatchObject({
      kind: "website",
      key: "web:xn--vnamex-pvf.com.vn",
      disguised: true,
      also: ["like:vinamex.com.vn"],
    });
    expect(contactsIn("vinamex.com.vn").disguised).toBe(false);
    expect(contactsIn("công-ty.vn").disguised).toBe(false);
  });

  test("what stands before an @ in an address is not the site", () =>
    expect(read("https://dolab.gov.vn@evil-site.com/x")).toEqual(["website web:evil-site.com"]));

  test.each([
    ["vinarnex.com.vn", "vinamex.com.vn"],
    ["v1namex.vn", "vinamex.com.vn"],
    ["vinamex-jobs.com", "vinamex.com.vn"],
    ["vinanex.com", "vinamex.com.vn"],
    ["vinamex.top", "vinamex.com.vn"],
    ["bachdang-tuyendung-vn.com", "bachdang-vn.com"],
  ])("%s is made to be taken for %s", (site, genuine) => expect(imitates(site, genuine)).toBe(true));
  test.each([
    ["vinamex.com.vn", "vinamex.com.vn"],
    ["xkldnhat.com", "vinamex.com.vn"],
    ["abc.vn", "abd.vn"],
    ["tuyendung.vn", "vieclam.vn"],
    ["viethan.vn", "vietnhat.vn"],
  ])("%s is not made to be taken for %s", (site, genuine) => expect(imitates(site, genuine)).toBe(false));

  test("whatever is pasted is answered, bounded, and read the same a second time", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 3000 }), (text) => {
        const found = contactsIn(text);
        expect(found.contacts.length).toBeLessThanOrEqual(10);
        for (const { value, key } of found.contacts) {
          expect(value.length).toBeLessThanOrEqual(200);
          expect(key.length).toBeLessThanOrEqual(200);
        }
        expect(contactsIn(text)).toEqual(found);
      }),
      { numRuns: 500 },
    );
  });

  test("a hundred thousand signs do not hold anybody up", () => {
    const started = performance.now();
    for (const text of [
      "1".repeat(100_000),
      "a.".repeat(50_000),
      "stk ".repeat(25_000),
      "@".repeat(100_000),
      "0912 ".repeat(20_000),
    ])
      contactsIn(text);
    expect(performance.now() - started).toBeLessThan(2_000);
  });

  test("slips count letters more, less, other and exchanged", () => {
    expect([
      slipsBetween("abcd", "abcd"),
      slipsBetween("abcd", "abdc"),
      slipsBetween("abcd", "abc"),
      slipsBetween("abcd", "xyz"),
    ]).toEqual([0, 1, 1, 4]);
  });
});
