import { readFileSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { cleanName, fileRefusals, refusalOf } from "./rules";

describe("what a file is decides, not what it is called", () => {
  test.each([
    ["image/jpeg", "bien-nhan.jpg", null],
    ["image/png", "Ảnh chụp.PNG", null],
    ["image/webp", "zalo.jpg", null],
    ["image/jpeg", "blob", null],
    ["application/pdf", "hop-dong.pdf", null],
    ["application/pdf", "bien-nhan.jpg", "liesAboutType"],
    ["image/jpeg", "hop-dong.pdf", "liesAboutType"],
    ["application/x-msdownload", "hop-dong.pdf", "liesAboutType"],
    [null, "trang.jpg", "liesAboutType"],
    [null, "trang.html", "typeNotAllowed"],
    ["application/zip", "tat-ca.zip", "typeNotAllowed"],
    ["image/gif", "a.gif", "typeNotAllowed"],
    ["image/heic", "IMG_0001.HEIC", "heic"],
    ["image/heic", "IMG_0001.jpg", "heic"],
  ] as const)("%s called %s: %s", (found, said, expected) => {
    expect(refusalOf(found, said, "receipt")).toBe(expected);
  });
});

test("a name keeps its words and loses folders, lines, turned text and length", () => {
  expect(cleanName("C:\\Users\\me\\Biên nhận số 1.jpg")).toBe("Biên nhận số 1.jpg");
  expect(cleanName("../../etc/passwd")).toBe("passwd");
  expect(cleanName('a"\r\nSet-Cookie: x.pdf')).toBe("aSet-Cookie x.pdf");
  expect(cleanName("hop\u202Efdp.exe.pdf")).toBe("hopfdp.exe.pdf");
  expect(cleanName(`${"dài ".repeat(100)}.pdf`).length).toBeLessThanOrEqual(104);
  expect(cleanName("...")).toBe("");
});

const root = fileURLToPath(new URL("../../", import.meta.url));

test.each(["vi", "en"])("every refusal is worded (%s)", (language) => {
  const said = JSON.parse(readFileSync(`${root}messages/${language}/files.json`, "utf8")) as {
    refusals: Record<string, string>;
  };
  expect([...fileRefusals, "tooMany"].filter((name) => !said.refusals[name])).toEqual([]);
});

test("only contexts write tickets: no page, route or component lets itself in", () => {
  const outside = ["app", "components"].flatMap((folder) =>
    readdirSync(root + folder, { recursive: true, encoding: "utf8" })
      .filter((name) => /\.tsx?$/.test(name))
      .map((name) => `${folder}/${name}`),
  );
  expect(outside.filter((file) => /ticketFor/.test(readFileSync(root + file, "utf8")))).toEqual([]);
});
