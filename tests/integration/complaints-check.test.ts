// The check at the moment of contact: whose a number, page or account is, by the register, the warnings and the reports together.
import { randomUUID } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import { decideReport, handInReport, writeCounts } from "@/domain/complaints/commands";
import { askedToday, checkContact } from "@/domain/complaints/queries";
import { type Officer, systemActor, visitor } from "@/domain/kernel/actor";
import { day } from "@/domain/kernel/calendar";
import { recordAgency, recordDecision, recordWarning } from "@/domain/licences/commands";
import { endpoints } from "@/domain/opendata/schema";
import { db, writableDb } from "@/platform/db";

const tester = systemActor("test");
const ministry: Officer = {
  kind: "officer",
  id: randomUUID(),
  name: "Cán bộ",
  officeId: randomUUID(),
  level: "ministry",
  province: null,
  commune: null,
};
const first = async (text: string) => (await checkContact(text)).first;
const report = (contacts: string, person?: string) =>
  handInReport(visitor, {
    submission: randomUUID(),
    about: "recruiter",
    contacts,
    person,
    happened: "Đòi tiền giữ chỗ qua điện thoại.",
  });

beforeAll(async () => {
  const own = { source: "kiểm thử", verified: true, asOf: day("2026-11-01") };
  await recordAgency(tester, {
    ...{
      ...own,
      nameVi: "Công ty Cổ phần Vinamex Kiểm Thử",
      phone: "024 3999 8888; 0903 111 222",
      website: "https://vinamex-thu.com.vn",
    },
    ...{ email: "tuyendung@vinamex-thu.com.vn", licence: { number: "9811/LĐTBXH-GP", issuedOn: day("2015-01-05") } },
  });
  const gone = await recordAgency(tester, {
    ...{
      ...own,
      nameVi: "Công ty Đã Thu Hồi Kiểm Thử",
      phone: "0903 333 444",
      licence: { number: "9812/LĐTBXH-GP", issuedOn: day("2015-01-05") },
    },
  });
  await recordDecision(tester, { kind: "status", agencyId: gone.id, status: "revoked", from: "2024-05-01", ...own });
  const warning = { reason: "Không có giấy phép (kiểm thử)", from: "2026-10-01", source: "kiểm thử", verified: true };
  await recordWarning(tester, {
    ...warning,
    name: "Trung tâm Lối Tắt Kiểm Thử",
    phones: ["0900 000 992"],
    websites: ["loi-tat-thu.vn"],
  });
});

test.each([
  ["0903 111 222", "phone"],
  ["https://zalo.me/0903111222", "zalo"],
  ["Zalo: 0903.111.222 gặp Hoa", "phone"],
  ["www.vinamex-thu.com.vn/tuyen-dung", "website"],
  ["tuyendung@vinamex-thu.com.vn", "email"],
  ["hoa@vinamex-thu.com.vn", "email"],
])("%s is the agency's own", async (text, kind) => {
  expect(await first(text)).toMatchObject({
    verdict: "belongs",
    contact: { kind },
    owners: [{ name: "Công ty Cổ phần Vinamex Kiểm Thử", status: "licensed" }],
  });
});

test("an agency whose licence was revoked is named with that", async () => {
  expect(await first("0903333444")).toMatchObject({ verdict: "belongs_unlicensed", owners: [{ status: "revoked" }] });
});

test("a declared recruiter counts for the provinces of the notice", async () => {
  const declaredFor = async () =>
    new Map([["tel:84911222333", [{ slug: "x", agency: "X", provinces: ["a"], until: null }]]]);
  expect((await checkContact("0911222333", { province: "a", declaredFor })).first?.verdict).toBe("belongs_declared");
  expect((await checkContact("0911222333", { province: "b", declaredFor })).first?.verdict).toBe("belongs_elsewhere");
});

test.each(["0900000992", "loi-tat-thu.vn", "zalo.me/0900000992"])("%s stands on the list of warnings", async (text) => {
  expect(await first(text)).toMatchObject({ verdict: "warned", warnings: [{ name: "Trung tâm Lối Tắt Kiểm Thử" }] });
});

test.each(["vinarnex-thu.com.vn", "vіnamex-thu.com.vn", "vinamexthu-tuyendung.com", "hoa@vinamex-thu-jobs.com"])(
  "%s is made to be taken for the agency's site",
  async (text) =>
    expect(await first(text)).toMatchObject({ verdict: "imitation", imitated: [{ website: "vinamex-thu.com.vn" }] }),
);

test("a tax code or an account that happens to look like somebody's number belongs to nobody", async () => {
  expect(await first("STK 0903111222 VCB")).toMatchObject({
    contact: { kind: "bank" },
    verdict: "unknown",
    owners: [],
  });
});

test("reports are counted as unverified until decided, then as fake, by telephone and by Zalo alike", async () => {
  await report("0911000001");
  const { number } = await report("zalo.me/0911000001");
  expect(await first("0911 000 001")).toMatchObject({
    verdict: "reported",
    reports: { unverified: { count: 2 }, confirmed: null },
  });
  await decideReport(ministry, { number, version: 1, outcome: "confirmed_fake", reason: "Đã xác minh là giả." });
  expect(await first("+84911000001")).toMatchObject({
    verdict: "fake",
    reports: { unverified: { count: 1 }, confirmed: { count: 1 } },
  });
});

test("a report that was not confirmed is not held against anybody", async () => {
  const { number } = await report("0911000002");
  await decideReport(ministry, { number, version: 1, outcome: "not_confirmed", reason: "Không đủ căn cứ." });
  expect((await first("0911000002"))?.verdict).toBe("unknown");
});

test("nobody is named on the strength of reports, confirmed or not", async () => {
  const { number } = await report("0911000003", "Trần Văn Kiểm Thử");
  expect(await first("Trần Văn Kiểm Thử")).toMatchObject({
    verdict: "unknown",
    reports: { unverified: null, confirmed: null },
  });
  expect(JSON.stringify(await checkContact("0911000003"))).not.toContain("Trần Văn");
  await decideReport(ministry, { number, version: 1, outcome: "confirmed_fake", reason: "Đã xác minh là giả." });
  expect((await first("tran van kiem thu"))?.verdict).toBe("unknown");
});

test("of several contacts in one advert the gravest is spoken of first", async () => {
  const answer = await checkContact("Liên hệ 0903 111 222 hoặc 0900 000 992, STK 19034567890123 Techcombank");
  expect(answer.first?.verdict).toBe("warned");
  expect(answer.contacts.map(({ verdict }) => verdict).sort()).toEqual(["belongs", "unknown", "warned"]);
});

test("nothing asked, and nothing that could be read, are answered as such", async () => {
  expect(await checkContact("  ")).toMatchObject({ state: "empty", first: null });
  expect(await checkContact("!!! ???")).toMatchObject({ state: "not_understood", first: null });
});

test("over the API: the schema is kept, by address and by body, and nothing of the question is repeated", async () => {
  const { GET, POST } = await import("@/app/api/v1/contacts/check/route");
  const at = "http://localhost:3000/api/v1/contacts/check";
  const none = { params: Promise.resolve({}) };
  const question = "Liên hệ chị Bí Mật 0900 000 992, vinarnex-thu.com.vn";
  const asked = await GET(new Request(`${at}?q=${encodeURIComponent(question)}`), none);
  const posted = await POST(new Request(at, { method: "POST", body: JSON.stringify({ q: question }) }), none);
  for (const response of [asked, posted]) {
    const json: unknown = await response.json();
    expect([response.status, json]).toEqual([200, endpoints.contactCheck.answer.parse(json)]);
    expect(json).toMatchObject({ verdict: "warned", contacts: [{ verdict: "imitation" }, { verdict: "warned" }] });
    expect(JSON.stringify(json)).not.toContain("Bí Mật");
  }
  expect((await POST(new Request(at, { method: "POST", body: "{" }), none)).status).toBe(400);
  expect((await POST(new Request(at, { method: "POST", body: JSON.stringify({ q: 5 }) }), none)).status).toBe(400);
  expect(
    (await POST(new Request(at, { method: "POST", body: JSON.stringify({ q: "x".repeat(20_000) }) }), none)).status,
  ).toBe(413);
  expect((await GET(new Request(at), none)).status).toBe(400);
});

test("an answer takes less than a second with fifty thousand reports about", async () => {
  await writableDb.$executeRawUnsafe(`
    INSERT INTO "FraudReport" ("id", "number", "codeHash", "submission", "about", "happened", "receivedAt", "owner", "firstLookDue", "decisionDue")
    SELECT gen_random_uuid(), 'PA-T-' || n, 'x', gen_random_uuid(), 'advert', 'x', now(), 'ministry', now(), now() FROM generate_series(1, 50000) n`);
  await writableDb.$executeRawUnsafe(`
    INSERT INTO "ReportContact" ("id", "reportId", "kind", "value", "key")
    SELECT gen_random_uuid(), "id", 'phone', 'x', 'tel:8491' || (random() * 9999999)::int FROM "FraudReport" WHERE "number" LIKE 'PA-T-%'`);
  const started = performance.now();
  await checkContact("0903 111 222, vinamex-thu.com.vn, 0911000001, 19034567890123, fb.com/abc");
  expect(performance.now() - started).toBeLessThan(1_000);
});

test("nothing that was typed is kept: only counts under the day's salt, which goes with the day", async () => {
  await checkContact("0911 999 777");
  await checkContact("zalo.me/0911999777");
  await writeCounts();
  expect(await askedToday(["tel:84911999777"])).toBe(2);
  expect(JSON.stringify(await db.contactCheck.findMany())).not.toContain("911999777");
  await writableDb.contactCheckDay.updateMany({ data: { day: new Date("2026-11-19") } });
  await writableDb.contactCheck.updateMany({ data: { day: new Date("2026-11-19") } });
  await checkContact("0911 999 776");
  await writeCounts();
  expect(await askedToday(["tel:84911999777"])).toBe(0);
  expect(await db.contactCheckDay.findMany({ orderBy: { day: "asc" } })).toMatchObject([
    { salt: null },
    { salt: expect.anything() },
  ]);
});
