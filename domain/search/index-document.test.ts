import { expect, test } from "vitest";
import { keywordsOf } from "./keywords";
import { langReqOf, orderDocument, type IndexableOrder } from "./index-document";

const order: IndexableOrder = {
  id: "1",
  reference: "DH-1",
  version: 3,
  kind: "agency_order",
  senderType: "service_enterprise",
  senderName: "Công ty dữ liệu mẫu",
  market: "DE",
  programme: "DE_SKILLED",
  region: "Bayern",
  occupation: "nurse-registered",
  title: "Điều dưỡng viên tại Đức",
  description: null,
  workplace: null,
  employerName: null,
  sex: "any",
  ageMin: null,
  ageMax: 40,
  heightMinCm: null,
  health: [],
  education: null,
  experienceMonths: null,
  language: "de",
  languageLevel: "B1",
  languageOrdinal: 3,
  currency: "EUR",
  board: "unknown",
  lodging: "free",
  airfare: "unknown",
  contractMonths: 36,
  interviewForm: "online",
  deadlineOn: new Date("2026-12-01"),
  departureFrom: null,
  publishedAt: new Date("2026-11-01T00:00:00Z"),
  provinces: [],
  nationwide: false,
  basicVnd: 70_000_000n,
  netVnd: null,
  costVnd: 0n,
  depositVnd: null,
  payAfterCostVnd: null,
  breakEvenMonths: null,
  groupKey: "g",
  groupHead: true,
  agency: { id: "a", slug: "mau", nameVi: "Công ty Mẫu", nameEn: "Sample", abbreviation: "MAU" },
};

test("what the source does not say is unknown, never nothing", () => {
  expect(orderDocument(order)).toMatchObject({
    provinces: ["?"],
    ageMin: 0,
    ageMax: 40,
    heightMin: 0,
    education: -1,
    deposit: "unknown",
    keptVnd: null,
    payAfterCostVnd: null,
    costVnd: 0,
    deadline: 20261201,
    departure: null,
    langReq: "de3",
    languageOrdinal: 3,
    version: 3,
    agencySlug: "mau",
  });
  expect(orderDocument({ ...order, nationwide: true, deadlineOn: null, depositVnd: 0n })).toMatchObject({
    provinces: ["*"],
    deadline: 99991231,
    deposit: "none",
  });
  expect([langReqOf("de", 0), langReqOf(null, null), langReqOf("ja", 2)]).toEqual(["none", "unknown", "ja2"]);
});

test("keywords hold every way to write it, and no other country's", () => {
  const { keywords, tone } = keywordsOf(order);
  for (const word of [
    "y tá",
    "krankenpfleger",
    "germany",
    "đức",
    "dieuduong",
    "bayern",
    "tiếng đức b1",
    "看護師",
    "châu âu",
  ])
    expect(keywords).toContain(word);
  expect(tone.split(" ")).toContain("zd9u71c");
  expect(
    keywordsOf({ ...order, occupation: "nurse-trainee", market: "JP", programme: "JP_TTS", language: "ja" }).keywords,
  ).not.toContain("đức");
  expect(keywordsOf({ ...order, languageOrdinal: 0 }).keywords).toContain("không cần tiếng");
});
