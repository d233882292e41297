// The check answers on real Postgres: by every identifier, today and on a past day, with look-alikes and warnings beside.
import { beforeAll, expect, test } from "vitest";
import { day, dayOf } from "@/domain/kernel/calendar";
import type { Operator } from "@/domain/kernel/actor";
import { correctFact, recordAgency, recordDecision, recordWarning } from "@/domain/licences/commands";
import { agencyProfile, checkAgency, listAgencies, standingsOf } from "@/domain/licences/queries";
import { isInForceOn, restrictionsCovering, verdictOn } from "@/domain/licences/rules";
import { now } from "@/platform/clock";
import { db } from "@/platform/db";

const operator: Operator = { kind: "operator", id: "test", name: "Test" };
const official = { source: "Danh sách chính thức (dữ liệu mẫu)", verified: true } as const;
let hoangLong: { id: string; slug: string };
let revoked: { id: string; slug: string };

beforeAll(async () => {
  hoangLong = await recordAgency(operator, {
    nameVi: "Công ty Cổ phần Cung ứng Nhân lực Hoàng Long Mẫu",
    abbreviation: "HLM CORP",
    enterpriseCode: "0101234567",
    licence: { number: "901/LĐTBXH-GP", issuedOn: "2015-03-02" },
    phone: "024.3824 9517; 0912 345 678",
    website: "https://www.hoanglongmau.com.vn",
    provinceId: null,
    asOf: "2026-11-01",
    ...official,
  });
  const approval = { kind: "approval", code: "JP_GENERAL", from: "2016-01-01", ...official } as const;
  await recordDecision(operator, { agencyId: hoangLong.id, ...approval });
  await recordAgency(operator, {
    nameVi: "Công ty TNHH Hoàng Long Mẫu",
    licence: { number: "902/LĐTBXH-GP", issuedOn: "2019-01-01" },
    ...official,
  });
  revoked = await recordAgency(operator, {
    nameVi: "Công ty TNHH Sao Biển Mẫu",
    licence: { number: "903/LĐTBXH-GP", issuedOn: "2010-05-05" },
    ...official,
  });
  await recordDecision(operator, {
    kind: "status",
    agencyId: revoked.id,
    status: "revoked",
    from: "2021-01-05",
    decisionNo: "02/QĐ-MẪU",
    ...official,
  });
  await recordWarning(operator, {
    name: "Trung tâm Sao Biển Mẫu Xanh",
    phones: ["0987 654 321"],
    reason: "thu tiền khi không có giấy phép",
    from: "2025-09-26",
    ...official,
  });
});

test.each([
  "901/LĐTBXH-GP",
  "901 ldtbxh gp",
  "901/LDTBXH",
  "0101234567",
  "024 38249517",
  "+84912345678",
  "hoanglongmau.com.vn/gioi-thieu",
  "hlm corp",
])("found by %s", async (text) => {
  const answer = await checkAgency(text);
  expect(answer.answer).toBe("licensed");
  expect(answer.matches.map(({ dossier }) => dossier.id)).toEqual([hoangLong.id]);
});

test("the whole name finds the firm and shows its namesake beside it", async () => {
  const answer = await checkAgency("cong ty tnhh hoang long mau");
  expect(answer.matches.map(({ name }) => name)).toEqual(["Công ty TNHH Hoàng Long Mẫu"]);
  expect(answer.near.map(({ dossier }) => dossier.id)).toContain(hoangLong.id);
  expect(answer.lookAlikes).toBe(true);
});

test("a slip of the finger is a near name, never a match", async () => {
  const answer = await checkAgency("sao bien mua");
  expect(answer).toMatchObject({ answer: "unknown", matches: [] });
  expect(answer.near[0]?.dossier.id).toBe(revoked.id);
});

test("a past day has its own answer, with the decision", async () => {
  const before = await checkAgency("903/LĐTBXH-GP", { on: day("2021-01-04") });
  const after = await checkAgency("903/LĐTBXH-GP", { on: day("2021-01-05") });
  const early = await checkAgency("903/LĐTBXH-GP", { on: day("2009-01-01") });
  expect([before.answer, after.answer, early.answer]).toEqual(["licensed", "revoked", "unknown"]);
  expect(early.matches[0]?.verdict.reason).toBe("before_first_data");
  expect(after.matches[0]?.verdict.spell?.decisionNo).toBe("02/QĐ-MẪU");
});

test("a warning is found by name and phone, and a name resembling a licensed one shows both", async () => {
  expect(await checkAgency("0987654321")).toMatchObject({ answer: "warned", warnings: [{ exact: true }] });
  expect((await checkAgency("trung tam sao bien mau xanh")).answer).toBe("warned");
  const both = await checkAgency("Công ty TNHH Sao Biển Mẫu");
  expect(both.answer).toBe("revoked");
  expect(both.warnings).toHaveLength(1);
});

test("numbers of employment services are explained whether we hold them or not", async () => {
  expect(await checkAgency("18/2024/SLĐTBXH-GP")).toMatchObject({
    answer: "other_licence",
    numberFamily: "employment_service",
    matches: [],
  });
  expect((await checkAgency("9999/LĐTBXH-GP")).answer).toBe("unknown");
});

test.each([
  "\0\0",
  "😀🧑‍🌾",
  '\'; DROP TABLE "Agency"; --',
  "%_%",
  "x".repeat(10_000),
  "\u202eabc",
  "",
  "\ud800",
  "a\0b",
  "37/",
  "\\",
  "((((",
  "công ty ".repeat(2000),
])("bad input %# is answered in time", async (text) => {
  const start = performance.now();
  const { answer } = await checkAgency(text);
  expect(["unknown", "empty"]).toContain(answer);
  expect(performance.now() - start).toBeLessThan(1000);
});

test("what was true and what the site said are two questions", async () => {
  const firm = await recordAgency(operator, {
    nameVi: "Công ty Trăng Non Mẫu",
    licence: { number: "904/LĐTBXH-GP", issuedOn: "2012-01-01" },
    ...official,
  });
  const believed = now();
  const on = day("2024-06-01");
  await new Promise((resolve) => setTimeout(resolve, 5));
  const { factId } = await recordDecision(operator, {
    kind: "status",
    agencyId: firm.id,
    status: "surrendered",
    from: "2024-05-01",
    ...official,
  });
  const corrected = now();
  await new Promise((resolve) => setTimeout(resolve, 5));
  await correctFact(operator, { fact: "spells", id: factId, set: { decisionNo: "11/QĐ-MẪU" } });
  const said = async (knownAt?: Date) =>
    (await checkAgency("904/LĐTBXH-GP", { on, knownAt: knownAt ?? null })).matches[0]?.verdict;
  expect((await said())?.spell).toMatchObject({ status: "surrendered", decisionNo: "11/QĐ-MẪU" });
  expect((await said(corrected))?.spell).toMatchObject({ status: "surrendered", decisionNo: null });
  expect((await said(believed))?.code).toBe("licensed");
});

test("the table of moves and the order of days are kept", async () => {
  const status = { kind: "status", agencyId: revoked.id, ...official } as const;
  await expect(
    recordDecision(operator, { ...status, status: "surrendered", from: "2022-01-01" }),
  ).rejects.toMatchObject({ condition: "transitionAllowed" });
  await expect(
    recordDecision(operator, { ...status, status: "active", from: "2022-01-01", licenceNo: "903/LĐTBXH-GP" }),
  ).rejects.toMatchObject({ condition: "transitionAllowed" });
  await expect(
    recordDecision(operator, { ...status, status: "active", from: "2020-01-01", licenceNo: "950/LĐTBXH-GP" }),
  ).rejects.toMatchObject({ condition: "inOrder" });
});

test("standing, restrictions, list and profile agree; every change is in the journal and the outbox", async () => {
  const today = dayOf(now());
  const stop = {
    kind: "restriction",
    agencyId: hoangLong.id,
    restriction: "market_suspended",
    scope: "market",
    market: "JP",
    ...official,
  } as const;
  await recordDecision(operator, { ...stop, from: "2026-10-01", to: "2027-01-01", decisionNo: "77/QĐ-MẪU" });
  const standing = (await standingsOf([hoangLong.id])).get(hoangLong.id)!;
  expect(isInForceOn(standing, today)).toBe(true);
  expect(restrictionsCovering(standing, { market: "JP", kind: "agency_order" }, today)).toHaveLength(1);
  expect(restrictionsCovering(standing, { market: "TW", kind: "agency_order" }, today)).toHaveLength(0);
  const profile = await agencyProfile(hoangLong.slug);
  expect(profile?.verdict).toMatchObject({ code: "restricted", approvals: [{ code: "JP_GENERAL" }] });
  expect(profile?.history.bars.map(({ lane }) => lane)).toEqual(["status", "approval", "restriction"]);
  const all = await listAgencies({ pageSize: 100 });
  expect(all.total).toBe(all.agencies.length);
  for (const { dossier, verdict } of all.agencies) expect(verdictOn(dossier, today).code).toBe(verdict.code);
  for (const [status, count] of Object.entries(all.counts.status))
    expect((await listAgencies({ status: status as never })).total).toBe(count);
  expect((await listAgencies({ market: "JP", q: "hoang long" })).total).toBe(0);
  expect((await listAgencies({ q: "901/LĐTBXH-GP" })).agencies.map(({ dossier }) => dossier.id)).toEqual([
    hoangLong.id,
  ]);
  expect((await listAgencies({ q: "x\0y%'", page: 99 })).page).toBe(1);
  const events = await db.outboxEvent.findMany({ where: { subjectId: hoangLong.id }, select: { name: true } });
  expect(events.map(({ name }) => name)).toEqual([
    "agency.changed",
    "licence.changed",
    "licence.changed",
    "licence.changed",
  ]);
  expect(await db.journalEntry.count({ where: { subjectId: hoangLong.id } })).toBe(4);
});
