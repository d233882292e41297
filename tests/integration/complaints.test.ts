// Handing in a report and following it: what is kept, who sees it, what opens a case, and what is refused.
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
  reportForOfficer,
  reportPhoto,
  reportQueue,
} from "@/domain/complaints/queries";
import { type Actor, visitor } from "@/domain/kernel/actor";
import { db } from "@/platform/db";
import {
  hanoi,
  nghean,
  ministry,
  commune,
  staff,
  person,
  clockworks,
  aPhone,
  said,
  aReport,
  versionOf,
  seen,
  refused,
  vinamex,
} from "@/tests/builders/report";

let agency: { id: string; slug: string };
beforeAll(async () => {
  agency = await vinamex();
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

test("a withdrawn report counts no more and forgets how to reach her", async () => {
  const phone = aPhone();
  const key = await aReport({ contacts: phone, reach: "chi.hoa@example.vn" });
  expect((await checkContact(phone)).first?.verdict).toBe("reported");
  await withdrawReport(visitor, key);
  expect((await checkContact(phone)).first?.verdict).toBe("unknown");
  expect((await db.fraudReport.findUniqueOrThrow({ where: { number: key.number } })).reachSealed).toBeNull();
});
