import { describe, expect, test } from "vitest";
import { cleanText } from "@/domain/kernel/text";
import { maxQueryLength, rewrite } from "./rewrite";
import { decodeTelex, decodeVni, isSyllable, soundOf } from "./syllables";

describe("keys of a typing method left over", () => {
  test.each([
    ["dduwcs", "đức"],
    ["nhaatj", "nhật"],
    ["hanf", "hàn"],
    ["thowj", "thợ"],
    ["duowngx", "dưỡng"],
    ["duwowngx", "dưỡng"],
    ["vieecj", "việc"],
    ["quoocs", "quốc"],
    ["ddieeuf", "điều"],
    ["cowm", "cơm"],
    ["thuyr", "thủy"],
    ["ddongs", "đóng"],
  ])("Telex %s → %s", (typed, word) => expect(decodeTelex(typed)).toBe(word));
  test.each([
    ["d9ie62u", "điều"],
    ["dieu62", "diều"],
    ["duong74", "dưỡng"],
    ["nha65t", "nhật"],
    ["nhat65", "nhật"],
    ["u71c", "ức"],
    ["o73", "ở"],
    ["han2", "hàn"],
  ])("VNI %s → %s", (typed, word) => expect(decodeVni(typed)).toBe(word));
  test.each(["n3", "e7", "b1", "a2", "e10", "50"])("%s is no word of this kind", (typed) =>
    expect(decodeVni(typed)).toBe(null),
  );

  test.each([
    ["dieeuf duwowngx dduwcs", "điều dưỡng đức"],
    ["d9ie62u duo74ng d9u71c", "điều dưỡng đức"],
    ["thowj hanf nhaatj", "thợ hàn nhật"],
    ["DDIEEUF DUOWNGX", "điều dưỡng"],
  ])("%s is read as %s and said so", (typed, read) => {
    const { marked, changed, hadMarks } = rewrite(typed);
    expect(marked).toBe(read);
    expect(hadMarks).toBe(true);
    expect(changed).toEqual({ from: typed, to: read });
  });
  test.each(["google visa farm", "kaigo bento", "korea e7 n3", "vinaconex", "cty tnhh sona", "mau7", "mau1"])(
    "%s stays as it is",
    (typed) => {
      expect(rewrite(typed).marked).toBe(typed);
      expect(rewrite(typed).changed).toBeUndefined();
    },
  );
});

describe("spelt by ear, or with a slip of a key", () => {
  test.each([
    ["tho hang nhat", "tho han nhat"],
    ["xua xe o to", "sua xe o to"],
    ["lau an", "nau an"],
    ["tho hsn han quoc", "tho han han quoc"],
    ["dieu duogn", "dieu duong"],
    ["nhaat ban", "nhat ban"],
  ])("%s → %s", (typed, meant) => expect(rewrite(typed).plain).toBe(meant));
  test.each(["tho may nhat", "may moc han quoc", "lam dong thung", "son nha"])("%s is left alone", (typed) =>
    expect(rewrite(typed).changed).toBeUndefined(),
  );
  test("sounds that the regions do not tell apart", () => {
    expect(soundOf("trong")).toBe(soundOf("chon"));
    expect(soundOf("sua")).toBe(soundOf("xua"));
    expect(soundOf("ly")).toBe(soundOf("ni"));
  });
  test("shapes of syllables", () => {
    expect(["nghiêng", "quyển", "hoa", "thuy", "giếng"].every(isSyllable)).toBe(true);
    expect(["korea", "israe", "bts", "farm", "week"].some(isSyllable)).toBe(false);
  });
});

describe("words that say nothing", () => {
  test.each([
    ["tìm việc điều dưỡng ở đức lương cao", "điều dưỡng đức"],
    ["tim viec dieu duong o duc luong cao", "dieu duong duc"],
    ["sửa ô tô ở nhật", "sửa ô tô nhật"],
    ["sua o to nhat", "sua o to nhat"],
    ["giúp việc đài loan", "giúp việc đài loan"],
    ["cần tìm việc làm đóng thùng tại na uy", "đóng thùng na uy"],
    ["lắp ống nước úc", "lắp ống nước úc"],
  ])("%s → %s", (typed, left) => expect(rewrite(typed).marked).toBe(left));
  test.each(["đơn hàng lương cao", "cho", "việc làm", "xuất khẩu lao động"])(
    "%s is all there is, so it stays",
    (typed) => expect(rewrite(typed).marked).toBe(typed),
  );
  test("wishes become hints", () => {
    const { marked, hints } = rewrite("giúp việc đài loan cho nữ miễn phí");
    expect(marked).toBe("giúp việc đài loan");
    expect(hints.map((h) => h.hint)).toEqual(["female", "no-fee"]);
    expect(rewrite("khong can tieng")).toMatchObject({ plain: "khong can tieng", hints: [{ hint: "no-language" }] });
  });
});

describe("while typing", () => {
  test("the last word is left alone until a space follows it", () => {
    expect(rewrite("nhaatj", { typing: true }).marked).toBe("nhaatj");
    expect(rewrite("nhaatj ", { typing: true }).marked).toBe("nhật");
    expect(rewrite("dieeuf duwowngx dduw", { typing: true }).marked).toBe("điều dưỡng dduw");
    expect(rewrite("dieu duong cho", { typing: true }).plain).toBe("dieu duong cho");
  });
});

describe("bad input", () => {
  test("control and direction signs go, length is bounded", () => {
    expect(cleanText("a\u0000b\u202ec\u200fd\ud800e", maxQueryLength)).toBe("a b c d e");
    expect(cleanText("x".repeat(10_000), maxQueryLength)).toHaveLength(maxQueryLength);
    expect(rewrite("").plain).toBe("");
    expect(rewrite("😀 🤝").plain).toBe("");
  });
  test("10,000 characters are read in little time", () => {
    const start = performance.now();
    for (const text of [
      "dieeuf ".repeat(2_000),
      "a1b2".repeat(3_000),
      "thơ ".repeat(3_000),
      "' OR 1=1 -- ".repeat(900),
    ])
      rewrite(text);
    expect(performance.now() - start).toBeLessThan(500);
  });
  test("any text is answered, and rewriting its answer changes nothing more that matters", () => {
    for (const text of ["SELECT * FROM x; --", 'market = "JP" OR 1=1', "介護 日本", "%00%0a", "🇻🇳", "ạ̀̀̀́", "ß ﬁ Ǆ"])
      expect(() => rewrite(text)).not.toThrow();
  });
});
