import { expect, test } from "vitest";
import { entityFilters, fallbackTerms, hintFilter, planQuery, quoted } from "./plan";
import { countriesIn, findEntities } from "./entities";
import { rewrite } from "./rewrite";

/** "market:JP occupation:welder", sorted codes, at most three shown. */
const named = (text: string): string[] =>
  rewrite(text).entities.map((e) =>
    e.readings
      .map((r) => `${r.kind}:${r.codes.length > 3 ? `${r.codes.slice(0, 3).join(",")}…` : r.codes.join(",")}`)
      .join("|"),
  );

test.each([
  ["dieu duong duc", ["occupation:nurse-registered,nurse-trainee,nurse-caregiver-candidate…", "market:DE"]],
  ["điều dưỡng Đức", ["occupation:nurse-registered,nurse-trainee,nurse-caregiver-candidate…", "market:DE"]],
  ["dieeuf duwowngx dduwcs", ["occupation:nurse-registered,nurse-trainee,nurse-caregiver-candidate…", "market:DE"]],
  ["hàn xì nhật", ["occupation:welder", "market:JP"]],
  ["tho han korea", ["occupation:welder", "market:KR"]],
  [
    "tts thực phẩm osaka",
    ["programme:JP_TTS,JP_TTS_3,JP_TTS_CAREGIVER…", "occupation:food-processing-worker,bento-worker,baker…"],
  ],
  ["tokutei nông nghiệp", ["programme:JP_SSW1,JP_SSW2", "occupation:crop-farm-worker,fruit-picker,livestock-worker…"]],
  ["ô sin đài loan", ["occupation:domestic-helper", "market:TW"]],
  ["kỹ sư cơ khí N3", ["occupation:engineer-mechanical"]],
  ["khong can tieng", []],
  ["lai xe nhat", ["occupation:truck-driver,bus-driver,taxi-driver…", "market:JP"]],
  ["che bien thuy san", ["occupation:fish-processing-worker"]],
  ["E7 đóng tàu", ["programme:KR_E7", "occupation:shipbuilding-worker"]],
  ["ausbildung", ["occupation:nurse-trainee|programme:DE_AUSBILDUNG"]],
  ["công ty SAMPLECO", []],
])("%s names %j", (text, expected) => expect(named(text)).toEqual(expected));

test("one marked word must agree in its marks", () => {
  expect(named("đức")).toEqual(["market:DE"]);
  expect(named("đúc")).toEqual(["occupation:foundry-worker"]);
  expect(named("đục")).toEqual([]);
});

test("bare words under four letters name nothing, unless listed or after a trade", () => {
  expect(named("duc")).toEqual([]);
  expect(named("han")).toEqual([]);
  expect(named("my")).toEqual([]);
  expect(named("eps")).toEqual(["programme:KR_EPS_E9"]);
  expect(named("cnc")).toEqual(["occupation:machinist-cnc"]);
  expect(named("nong nghiep uc")).toEqual(["occupation:crop-farm-worker,fruit-picker,livestock-worker…", "market:AU"]);
});

test("a word for a trade and a country keeps both readings", () => {
  expect(named("hàn")).toEqual(["market:KR|occupation:welder"]);
  const [hàn] = findEntities(["hàn"]);
  expect(entityFilters(hàn ? [hàn] : [])).toEqual(['(market IN ["KR"] OR occupationSlug IN ["welder"])']);
});

test("two trades are a choice, a trade and a country a condition each", () => {
  const { entities } = rewrite("giàn giáo cốp pha nhật");
  expect(entityFilters(entities)).toEqual([
    '(occupationSlug IN ["scaffolder", "formwork-carpenter"])',
    '(market IN ["JP"])',
  ]);
});

test("phrases that end in a country say so", () => {
  expect(countriesIn("điều dưỡng đức")).toEqual(["DE"]);
  expect(countriesIn("giúp việc saudi")).toEqual(["SA"]);
  expect(countriesIn("thợ hàn")).toEqual([]);
});

test("labels are names a reader can remove", () => {
  expect(rewrite("dieu duong duc").entities.map((e) => e.label)).toEqual(["Điều dưỡng", "Đức"]);
  expect(rewrite("tts hàn xì nhật").entities.map((e) => e.label)).toEqual(["TTS", "Thợ hàn", "Nhật Bản"]);
});

test("what is asked of the engine: one query while typing, no tone query without marks, no third without names", () => {
  const queries = (text: string, typing = false): number[] =>
    planQuery({ text, typing, limit: 10 }).steps.map((s) => s.queries.length);
  expect(queries("")).toEqual([1]);
  expect(queries("dieu duong d", true)).toEqual([1]);
  expect(queries("abc xyz")).toEqual([1, 1]);
  expect(queries("dieu duong duc")).toEqual([1, 2, 2]);
  expect(queries("điều dưỡng đức")).toEqual([2, 3, 3]);
  expect(planQuery({ text: "hàn xì nhật", limit: 5 }).steps[1]?.queries.map((q) => q.q)).toEqual([
    "han xi nhat",
    "zha2n zxi2 znha65t",
    "han xi nhat",
  ]);
});

test("filters, facets, order and page reach every query", () => {
  const [first] = planQuery({
    text: "hàn xì nhật",
    filter: ["groupHead = true"],
    facets: ["market"],
    sort: ["costVnd:asc"],
    limit: 20,
    offset: 40,
  }).steps;
  expect(first).toMatchObject({ facets: ["market"], limit: 20, offset: 40, loose: false });
  for (const query of first?.queries ?? [])
    expect(query).toMatchObject({ filter: expect.arrayContaining(["groupHead = true"]), sort: ["costVnd:asc"] });
});

test("values in filters cannot end the filter", () => {
  expect(quoted('x" OR market = "JP')).toBe('"x\\" OR market = \\"JP"');
  expect(quoted("a\\")).toBe('"a\\\\"');
  expect(hintFilter({ hint: "no-language" })).toBe("langReq = none");
});

test("without the engine the same words go to Postgres", () => {
  expect(fallbackTerms("tìm việc điều dưỡng ở Đức")).toMatchObject({ terms: ["dieu", "duong", "duc"] });
  expect(fallbackTerms("\u0000").terms).toEqual([]);
});
