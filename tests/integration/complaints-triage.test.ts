// Officers and reports: one decision, duplicates, clocks that escalate by themselves, warnings, and totals that reconcile.
import { beforeAll, expect, test } from "vitest";
import {
  addInformation,
  decideReport,
  escalateOverdue,
  linkReport,
  mergeReports,
  noteOnReport,
  takeUpReport,
  warnOfReport,
  withdrawReport,
} from "@/domain/complaints/commands";
import { caseFor, checkContact, quarterTotals, reportForOfficer, reportQueue } from "@/domain/complaints/queries";
import { countedStates, quarterOf } from "@/domain/complaints/rules";
import { visitor } from "@/domain/kernel/actor";
import { db, writableDb } from "@/platform/db";
import {
  hanoi,
  otherHanoi,
  nghean,
  ministry,
  commune,
  staff,
  clockworks,
  now,
  aPhone,
  aReport,
  seen,
  refused,
  decide,
  vinamex,
} from "@/tests/builders/report";

let agency: { id: string; slug: string };
beforeAll(async () => {
  agency = await vinamex();
});

test("two officers decide at once: one decision stands, the other is told; ten times", async () => {
  for (let i = 0; i < 10; i += 1) {
    const { number } = await aReport();
    const given = await seen(number);
    const results = await Promise.allSettled([
      decideReport(hanoi, { ...given, outcome: "confirmed_fake", reason: "Đã xác minh là giả." }),
      decideReport(otherHanoi, { ...given, outcome: "not_confirmed", reason: "Không đủ căn cứ." }),
    ]);
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(results.find(({ status }) => status === "rejected")).toMatchObject({ reason: { condition: "notDecided" } });
    const row = await db.fraudReport.findUniqueOrThrow({ where: { number }, include: { steps: true } });
    expect(row.steps.filter(({ kind }) => kind === "decided")).toHaveLength(1);
    expect(row.decidedBy).toBe(results[0]?.status === "fulfilled" ? hanoi.name : otherHanoi.name);
  }
});

test("an officer who has not seen what was added since is told before she decides", async () => {
  const key = await aReport();
  const given = await seen(key.number);
  await addInformation(visitor, key, { text: "Tôi có thêm số tài khoản." });
  await expect(
    decideReport(hanoi, { ...given, outcome: "not_confirmed", reason: "Không đủ căn cứ." }),
  ).rejects.toMatchObject(refused("notChangedMeanwhile"));
  await decide(hanoi, key.number);
  const view = await caseFor(key);
  expect(view).toMatchObject({ stage: "decided", outcome: "confirmed_fake", mayAdd: false, mayWithdraw: false });
  await expect(addInformation(visitor, key, { text: "Muộn rồi" })).rejects.toMatchObject(refused("stillOpen"));
});

test("a note of the office stays there; a word to the reporter reaches her", async () => {
  const key = await aReport();
  await noteOnReport(hanoi, { number: key.number, text: "Ghi chú nội bộ", internal: true });
  await noteOnReport(hanoi, { number: key.number, text: "Chị gửi thêm ảnh giúp." });
  const told = (await caseFor(key))?.steps.map(({ kind, text }) => [kind, text]);
  expect(told).toEqual([
    ["handed_in", null],
    ["said", "Chị gửi thêm ảnh giúp."],
  ]);
});

test("a clock that ran out hands the case to the ministry by itself, once, and both sides see it", async () => {
  const key = await aReport();
  const { id } = await db.fraudReport.findUniqueOrThrow({ where: { number: key.number } });
  await escalateOverdue(clockworks);
  expect((await caseFor(key))?.escalated).toBeNull();
  await writableDb.fraudReport.update({ where: { id }, data: { firstLookDue: new Date(now().getTime() - 60_000) } });
  expect(await escalateOverdue(clockworks)).toBe(1);
  expect(await escalateOverdue(clockworks)).toBe(0);
  expect(await caseFor(key)).toMatchObject({ owner: "ministry", escalated: { clock: "first_look" } });
  expect((await caseFor(key))?.steps.at(-1)).toMatchObject({ kind: "escalated", by: "system" });
  await takeUpReport(ministry, await seen(key.number));
  await writableDb.fraudReport.update({ where: { id }, data: { decisionDue: new Date(now().getTime() - 60_000) } });
  expect(await escalateOverdue(clockworks)).toBe(1);
  expect((await caseFor(key))?.escalated?.clock).toBe("decision");
  expect((await reportQueue(ministry, "late", 1))?.reports.map(({ number }) => number)).toContain(key.number);
  await decide(hanoi, key.number);
});

test("an officer who began in time leaves nothing to escalate", async () => {
  const key = await aReport();
  await takeUpReport(hanoi, await seen(key.number));
  await writableDb.fraudReport.updateMany({
    where: { number: key.number },
    data: { firstLookDue: new Date(now().getTime() - 60_000) },
  });
  expect(await escalateOverdue(clockworks)).toBe(0);
});

test("duplicates go on as one, count as many, and follow the head's outcome; a withdrawn head hands on to the oldest", async () => {
  const phone = aPhone();
  const [first, second, third] = [
    await aReport({ contacts: phone }),
    await aReport({ contacts: `zalo.me/${phone}` }),
    await aReport({ contacts: `Zalo ${phone}` }),
  ];
  expect((await reportForOfficer(hanoi, third.number))?.same.map(({ number }) => number)).toEqual([
    first.number,
    second.number,
  ]);
  for (const { number } of [second, third]) await mergeReports(hanoi, { ...(await seen(number)), into: first.number });
  await expect(mergeReports(hanoi, { ...(await seen(first.number)), into: second.number })).rejects.toMatchObject(
    refused("headStands"),
  );
  await expect(mergeReports(hanoi, { ...(await seen(first.number)), into: first.number })).rejects.toMatchObject(
    refused("notItself"),
  );
  expect(await caseFor(second)).toMatchObject({ merged: true, stage: "looking", mayAdd: true });
  await withdrawReport(visitor, first);
  expect(await caseFor(second)).toMatchObject({ merged: false, stage: "looking" });
  expect(
    (await db.fraudReport.findUniqueOrThrow({ where: { number: third.number }, include: { mergedInto: true } }))
      .mergedInto?.number,
  ).toBe(second.number);
  await decide(hanoi, second.number);
  expect(await caseFor(third)).toMatchObject({ merged: true, stage: "decided", outcome: "confirmed_fake" });
  expect((await checkContact(phone)).first).toMatchObject({ verdict: "fake", reports: { confirmed: { count: 2 } } });
});

test("the ministry warns of a confirmed fake, once, with its numbers and pages; the check says so at once", async () => {
  const phone = aPhone();
  const { number } = await aReport({ contacts: `${phone} fb.com/nhanlucsaomaugia` });
  const input = { name: "Nhóm Nhân Lực Sao Giả (kiểm thử)", reason: "Mạo tên doanh nghiệp" };
  await expect(warnOfReport(ministry, { ...(await seen(number)), ...input })).rejects.toMatchObject(
    refused("confirmedFake"),
  );
  await decide(hanoi, number);
  const given = await seen(number);
  const results = await Promise.allSettled([1, 2].map(() => warnOfReport(ministry, { ...given, ...input })));
  expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  expect((await checkContact(phone)).first).toMatchObject({ verdict: "warned", warnings: [{ name: input.name }] });
  expect((await checkContact("facebook.com/nhanlucsaomaugia")).first?.verdict).toBe("warned");
});

test("steps of a report cannot be altered, even by hand", async () => {
  const { number } = await aReport();
  const report = await db.fraudReport.findUniqueOrThrow({ where: { number } });
  await expect(
    writableDb.reportStep.updateMany({ where: { reportId: report.id }, data: { text: "khác" } }),
  ).rejects.toThrow("never altered");
  await expect(writableDb.reportStep.deleteMany({ where: { reportId: report.id } })).rejects.toThrow("never altered");
});

test("quarterly totals: every report of the quarter once, lines adding up to the case table, each officer her own", async () => {
  const { number } = await aReport({ agency: "vinamex kiem thu" });
  expect((await reportForOfficer(hanoi, number))?.suggestions.map(({ slug }) => slug)).toContain(agency.slug);
  await linkReport(hanoi, { ...(await seen(number)), agency: agency.slug });
  await expect(decide(hanoi, number)).rejects.toMatchObject(refused("outcomeFits"));
  await decideReport(hanoi, {
    ...(await seen(number)),
    outcome: "agency_fault",
    reason: "Thu tiền trước khi ký hợp đồng.",
  });
  const quarter = quarterOf("2026-Q4")!;
  for (const [actor, where] of [
    [ministry, {}],
    [hanoi, { province: hanoi.province }],
    [nghean, { province: nghean.province }],
  ] as const) {
    const totals = (await quarterTotals(actor, quarter))!;
    expect(totals.sum.received).toBe(await db.fraudReport.count({ where }));
    expect(totals.reports).toHaveLength(totals.sum.received);
    for (const line of [...totals.lines, totals.sum])
      expect(countedStates.reduce((sum, state) => sum + line[state], 0)).toBe(line.received);
    for (const state of ["received", ...countedStates] as const)
      expect(totals.lines.reduce((sum, line) => sum + line[state], 0)).toBe(totals.sum[state]);
  }
  const line = (await quarterTotals(hanoi, quarter))?.lines.find(({ slug }) => slug === agency.slug);
  expect(line).toMatchObject({ role: "reported", received: 1, agency_fault: 1 });
  expect((await quarterTotals(ministry, quarterOf("2026-Q3")!))?.sum.received).toBe(0);
  for (const actor of [commune, staff, visitor]) expect(await quarterTotals(actor, quarter)).toBeNull();
});
