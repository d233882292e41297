// Reports of fraud from handing in to the decision: who sees what, who may do what, what the clocks do by themselves.
import { randomUUID } from "node:crypto";
import sharp from "sharp";
import { beforeAll, expect, test } from "vitest";
import {
  addInformation,
  decideReport,
  escalateOverdue,
  handInReport,
  linkReport,
  mergeReports,
  noteOnReport,
  takeUpReport,
  warnOfReport,
  withdrawReport,
} from "@/domain/complaints/commands";
import {
  caseFor,
  casePhoto,
  checkContact,
  quarterTotals,
  reportForOfficer,
  reportPhoto,
  reportQueue,
} from "@/domain/complaints/queries";
import { countedStates, quarterOf } from "@/domain/complaints/rules";
import type { ReportInput } from "@/domain/complaints/schema";
import { type Actor, type AgencyStaff, type Officer, type Person, systemActor, visitor } from "@/domain/kernel/actor";
import { day } from "@/domain/kernel/calendar";
import { recordAgency } from "@/domain/licences/commands";
import { db, writableDb } from "@/platform/db";

const officer = (given: Partial<Officer> = {}): Officer => ({
  ...{ kind: "officer", id: randomUUID(), name: "Cán bộ Mẫu", officeId: randomUUID() },
  ...{ level: "province", province: "P01", commune: null, ...given },
});
const hanoi = officer();
const otherHanoi = officer({ name: "Cán bộ Hai" });
const nghean = officer({ province: "P40" });
const ministry = officer({ level: "ministry", province: null });
const commune = officer({ level: "commune", commune: "00004" });
const staff: AgencyStaff = {
  kind: "agency_staff",
  id: randomUUID(),
  name: "Giám đốc",
  agencyId: randomUUID(),
  role: "owner",
  branchId: null,
};
const person: Person = { kind: "person", id: randomUUID(), name: "Chị Hoa" };
const clockworks = systemActor("test");
const now = () => new Date(process.env.CLOCK ?? "");
let agency: { id: string; slug: string };
let phones = 0;
/** A number nobody else in this file names. */
const aPhone = () => `0912${String((phones += 1)).padStart(6, "0")}`;

const said = (given: Partial<ReportInput> = {}): ReportInput => ({
  ...{
    submission: randomUUID(),
    about: "recruiter",
    contacts: aPhone(),
    happened: "Bảo nộp 20 triệu giữ chỗ rồi khoá máy.",
  },
  province: hanoi.province ?? undefined,
  ...given,
});
const aReport = (given: Partial<ReportInput> = {}) => handInReport(visitor, said(given));
const versionOf = async (number: string) => (await db.fraudReport.findUniqueOrThrow({ where: { number } })).version;
const seen = async (number: string) => ({ number, version: await versionOf(number) });
const refused = (condition: string) => ({ condition });
const decide = async (by: Actor, number: string, outcome = "confirmed_fake" as const) =>
  decideReport(by, { ...(await seen(number)), outcome, reason: "Đã gọi và đối chiếu với doanh nghiệp." });

beforeAll(async () => {
  const { provinces } = await import("@/domain/localities/rules");
  const id = (name: string) => provinces.find((province) => province.name === name)?.id ?? "";
  Object.assign(hanoi, { province: id("Hà Nội") });
  Object.assign(otherHanoi, { province: id("Hà Nội") });
  Object.assign(nghean, { province: id("Nghệ An") });
  Object.assign(commune, { province: id("Hà Nội") });
  agency = await recordAgency(clockworks, {
    ...{
      nameVi: "Công ty Cổ phần Vinamex Kiểm Thử",
      phone: "024 3999 8888",
      website: "https://vinamex-thu.com.vn",
      email: "tuyendung@vinamex-thu.com.vn",
    },
    ...{
      licence: { number: "9811/LĐTBXH-GP", issuedOn: day("2015-01-05") },
      source: "kiểm thử",
      verified: true,
      asOf: day("2026-11-01"),
    },
  });
});

test("a report is a case at once: number, code, stage, office, clocks; the code is nowhere in the database", async () => {
  const key = await aReport({ reach: "0987 000 111", amount: "20 triệu", person: "Trần Văn Lừa" });
  expect(key.number).toMatch(/^PA-2026-/);
  const view = await caseFor({
    number: key.number.toLowerCase().replace(/-/g, " "),
    code: key.code.toLowerCase().replace(/-/g, ""),
  });
  expect(view).toMatchObject({
    stage: "received",
    owner: "province",
    amountVnd: 20_000_000n,
    reachable: true,
    mayAdd: true,
    mayWithdraw: true,
  });
  expect(view?.clocks.map(({ clock, hoursLeft, daysLeft, missed }) => [clock, hoursLeft, daysLeft, missed])).toEqual([
    ["first_look", 24, 1, false],
    ["decision", expect.any(Number), 30, false],
  ]);
  const everything = JSON.stringify(
    [await db.fraudReport.findMany(), await db.reportStep.findMany(), await db.journalEntry.findMany()],
    (_, value: unknown) =>
      typeof value === "bigint"
        ? String(value)
        : value instanceof Uint8Array
          ? Buffer.from(value).toString("latin1")
          : value,
  );
  expect(everything).not.toContain(key.code);
  expect(everything).not.toContain(key.code.replace(/-/g, ""));
  expect(everything).not.toContain("0987 000 111");
});

test("the journal tells of a report without anybody's words", async () => {
  const { number } = await aReport({ happened: "Anh Nguyễn Riêng Tư đòi tiền của tôi.", person: "Nguyễn Riêng Tư" });
  const row = await db.fraudReport.findUniqueOrThrow({ where: { number } });
  const entries = await db.journalEntry.findMany({ where: { subjectId: row.id } });
  expect(entries).toHaveLength(1);
  expect(JSON.stringify(entries.map(({ before, after, ...entry }) => [before, after, entry.actorName]))).not.toContain(
    "Riêng Tư",
  );
});

test("the same form sent three times at once is one report with one code", async () => {
  const form = said();
  const keys = await Promise.all([1, 2, 3].map(() => handInReport(visitor, form)));
  expect(new Set(keys.map(({ number, code }) => `${number} ${code}`)).size).toBe(1);
  expect(await db.fraudReport.count({ where: { submission: form.submission } })).toBe(1);
});

test("a wrong code, another case's code and a number that does not exist open nothing", async () => {
  const [one, other] = [await aReport(), await aReport()];
  for (const key of [
    { number: one.number, code: other.code },
    { number: one.number, code: "" },
    { number: "PA-2026-AAAAAA00", code: one.code },
    { number: "' OR 1=1 --", code: one.code },
  ]) {
    expect(await caseFor(key)).toBeNull();
    await expect(addInformation(visitor, key, { text: "thêm" })).rejects.toMatchObject(refused("caseOpens"));
    await expect(withdrawReport(visitor, key)).rejects.toMatchObject(refused("caseOpens"));
  }
});

test("photographs come with it, are drawn anew, and are seen by the reporter and her office only", async () => {
  const photo = await sharp({ create: { width: 40, height: 30, channels: 3, background: "red" } })
    .jpeg()
    .toBuffer();
  const handedIn = { content: photo, saidName: "tin nhắn.jpg", purpose: "evidence" as const };
  const key = await handInReport(visitor, said(), [handedIn, handedIn]);
  const view = await caseFor(key);
  expect(view?.files).toHaveLength(2);
  const fileId = view?.files[0]?.id ?? "";
  expect((await casePhoto(key, fileId))?.type).toBe("image/jpeg");
  expect(await reportPhoto(hanoi, key.number, fileId)).not.toBeNull();
  const other = await aReport();
  expect(await casePhoto(other, fileId)).toBeNull();
  for (const actor of [nghean, commune, staff, person, visitor])
    expect(await reportPhoto(actor, key.number, fileId)).toBeNull();
  await expect(
    handInReport(
      visitor,
      said(),
      Array.from({ length: 5 }, () => handedIn),
    ),
  ).rejects.toMatchObject({ context: "files", condition: "tooMany" });
});

test("a picture of a thousand million points, a script called a photograph and an empty file are refused, and nothing is written", async () => {
  const before = await db.fraudReport.count();
  const bomb = Buffer.from("89504e470d0a1a0a0000000d494844520000c3500000c3500802000000", "hex");
  for (const [content, saidName] of [
    [bomb, "anh.png"],
    [Buffer.from("<script>alert(1)</script>"), "anh.jpg"],
    [Buffer.alloc(0), "anh.jpg"],
  ] as const)
    await expect(handInReport(visitor, said(), [{ content, saidName, purpose: "evidence" }])).rejects.toMatchObject({
      context: "files",
    });
  expect(await db.fraudReport.count()).toBe(before);
});

test("an officer sees her own province's reports, the ministry all; nobody else sees any, by list or by number", async () => {
  const [own, foreign, nowhere] = [
    await aReport(),
    await aReport({ province: nghean.province ?? "" }),
    await aReport({ province: undefined }),
  ];
  const numbers = async (actor: Actor) => {
    const found: string[] = [];
    for (let page = 1; ; page += 1) {
      const queue = await reportQueue(actor, "open", page);
      if (!queue) return null;
      found.push(...queue.reports.map(({ number }) => number));
      if (page >= queue.pages) return found;
    }
  };
  expect(await numbers(hanoi)).toContain(own.number);
  expect(await numbers(hanoi)).not.toContain(foreign.number);
  expect(await numbers(nghean)).toEqual([foreign.number]);
  expect(await numbers(ministry)).toEqual(expect.arrayContaining([own.number, foreign.number, nowhere.number]));
  for (const actor of [commune, staff, person, visitor, clockworks]) {
    expect(await numbers(actor)).toBeNull();
    expect(await reportForOfficer(actor, own.number)).toBeNull();
  }
  expect(await reportForOfficer(hanoi, foreign.number)).toBeNull();
  expect(await reportForOfficer(hanoi, nowhere.number)).toBeNull();
});

test("every command refuses whoever is not the report's officer, with the same words as for a report that does not exist", async () => {
  const { number } = await aReport();
  const { number: head } = await aReport();
  const given = await seen(number);
  const all = (actor: Actor): Promise<unknown>[] => [
    takeUpReport(actor, given),
    linkReport(actor, { ...given, agency: agency.slug }),
    mergeReports(actor, { ...given, into: head }),
    decideReport(actor, { ...given, outcome: "not_confirmed", reason: "Không đủ căn cứ." }),
    noteOnReport(actor, { number, text: "Xin chào" }),
  ];
  for (const actor of [nghean, commune, staff, person, visitor, clockworks])
    for (const result of await Promise.allSettled(all(actor)))
      expect(result).toMatchObject({
        status: "rejected",
        reason: { condition: actor === nghean ? "reportKnown" : "mayTriage" },
      });
  await expect(
    decideReport(nghean, { number: "PA-2026-AAAAAA00", version: 1, outcome: "not_confirmed", reason: "Không có." }),
  ).rejects.toMatchObject(refused("reportKnown"));
  await expect(warnOfReport(hanoi, { ...given, name: "Ông Mẫu", reason: "Giả mạo" })).rejects.toMatchObject(
    refused("mayPublishWarning"),
  );
  for (const actor of [hanoi, ministry, visitor, person]) expect(() => escalateOverdue(actor)).toThrow("mayRunClocks");
  expect(await versionOf(number)).toBe(1);
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

test("a withdrawn report counts no more and forgets how to reach her", async () => {
  const phone = aPhone();
  const key = await aReport({ contacts: phone, reach: "chi.hoa@example.vn" });
  expect((await checkContact(phone)).first?.verdict).toBe("reported");
  await withdrawReport(visitor, key);
  expect((await checkContact(phone)).first?.verdict).toBe("unknown");
  expect((await db.fraudReport.findUniqueOrThrow({ where: { number: key.number } })).reachSealed).toBeNull();
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
