import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import iconv from "iconv-lite";
import { beforeAll, expect, test } from "vitest";
import { saveRates } from "@/domain/fees/commands";
import { systemActor } from "@/domain/kernel/actor";
import { day } from "@/domain/kernel/calendar";
import { recordAgency } from "@/domain/licences/commands";
import { closeOrder, confirmPlaces, importOrders, recordContract } from "@/domain/orders/commands";
import { orderPage } from "@/domain/orders/queries";
import { db } from "@/platform/db";

const tester = systemActor("test");
const notices = "tests/samples/orders-notices.json";
const header =
  "Mã,Số giấy phép,Hợp đồng cung ứng,Thị trường,Chương trình,Nghề,Tên đơn hàng,Nơi làm việc,Chủ sử dụng,Số lượng,Tuổi từ,Tuổi đến,Ngoại ngữ,Trình độ ngoại ngữ,Giờ mỗi ngày,Giờ mỗi tuần,Ngày nghỉ,Tiền tệ,Lương cơ bản,Khấu trừ,Ăn,Ở,Bảo hiểm,Vé máy bay,Số lượt vé,Thời hạn hợp đồng,Cách tuyển,Phỏng vấn,Hạn nộp hồ sơ,Tỉnh tuyển,phí: service_fee,phí: passport";
const row = (ref: string, more: { fee?: string; deadline?: string; licence?: string; wage?: string } = {}) =>
  [
    ref,
    more.licence ?? "9501/LĐTBXH-GP",
    "77/QLLĐNN",
    "Đức",
    "DE_SKILLED",
    "Điều dưỡng viên",
    `Điều dưỡng ${ref}`,
    "München",
    `Klinik ${ref}`,
    "3",
    "20",
    "40",
    "de",
    "B1",
    "8",
    "40",
    "2 ngày mỗi tuần",
    "EUR",
    more.wage ?? "2800",
    "900",
    "tự lo",
    "miễn phí",
    "theo luật Đức",
    "bên nước ngoài",
    "một lượt",
    "24",
    "phỏng vấn",
    "trực tuyến",
    more.deadline ?? "31/01/2027",
    "Hà Nội; Bình Dương",
    more.fee ?? "3000 EUR",
    "200000",
  ].join(",");

async function fileOf(content: string | Buffer, name = "don-hang.csv"): Promise<string> {
  const path = join(await mkdtemp(join(tmpdir(), "orders-")), name);
  await writeFile(path, content);
  return path;
}
/** Windows-1258 has vowels with their shape but writes tones as marks of their own. */
const tones = /[\u0300\u0301\u0303\u0309\u0323]/g;
const tonesApart = (text: string): string =>
  [...text.normalize("NFC")]
    .map(
      (letter) =>
        letter.normalize("NFD").replace(tones, "").normalize("NFC") +
        (letter.normalize("NFD").match(tones)?.join("") ?? ""),
    )
    .join("");
const table = (...rows: string[]) => fileOf([header, ...rows].join("\n"));
const verdicts = async (file: string, more: { dryRun?: boolean; source?: string } = {}) =>
  (await importOrders(tester, { file, source: "kiểm thử", ...more })).rows.map(
    (r) => `${r.ref} ${r.verdict}${r.messages.map((m) => ` ${m.code}`).join("")}`,
  );

beforeAll(async () => {
  await saveRates(
    tester,
    ["EUR", "USD"].map((currency) => ({
      currency,
      on: day("2026-11-01"),
      vndPerUnit: 27_000,
      source: "kiểm thử",
      verified: false,
    })),
  );
  const { id } = await recordAgency(tester, {
    nameVi: "Công ty Kiểm Thử Nhập",
    licence: { number: "9501/LĐTBXH-GP", issuedOn: day("2015-01-05") },
    source: "kiểm thử",
    verified: true,
    asOf: day("2026-11-01"),
  });
  await recordContract(tester, {
    agencyId: id,
    market: "DE",
    partnerName: "Klinik Mẫu",
    partnerCountry: "DE",
    status: "approved",
    approvalNo: "77/QLLĐNN",
    approvedOn: day("2026-01-10"),
    quotas: [{ occupation: "nurse-registered", sex: "any", quota: 10_000 }],
  });
});

test("old notices are kept as records, never as open orders, and a second import changes nothing", async () => {
  const first = await importOrders(tester, { file: notices, source: "thông báo cũ" });
  expect(first.counts).toMatchObject({ rows: 22, added: 22, refused: 0 });
  const again = await importOrders(tester, { file: notices, source: "thông báo cũ" });
  expect(again.counts).toMatchObject({ rows: 22, same: 22, added: 0, changed: 0 });
  expect(await db.jobOrder.count({ where: { status: "recorded" } })).toBe(22);
  expect(await db.jobOrder.count({ where: { status: "recorded", public: { isNot: null } } })).toBe(0);
  const eps = first.rows.find((r) => r.ref === "R018");
  expect((await orderPage(eps?.reference ?? ""))?.notOpen).toMatchObject({ reason: "recorded" });
  // what the source did not say stays unknown
  const seasonal = await db.jobOrder.findFirst({
    where: { externalRef: "R003" },
    select: { quantity: true, contractMonths: true, payMinMinor: true, currency: true, programme: true },
  });
  expect(seasonal).toEqual({
    quantity: null,
    contractMonths: null,
    payMinMinor: 25_000_000n,
    currency: "VND",
    programme: "JP_TTS_IM",
  });
});

test("good rows are published, each bad row is reported by column, and nothing else is lost", async () => {
  const file = await table(
    row("A1"),
    row("A2", { wage: "hai nghìn" }),
    row("A3", { deadline: "31/02/2027" }),
    row("A4", { licence: "1/LĐTBXH-GP" }),
    row("A5", { fee: "9000 EUR" }),
    row("A6"),
    "A7,thiếu ô",
  );
  expect(await verdicts(file)).toEqual([
    "A1 added",
    "A2 refused number",
    "A3 refused day",
    "A4 refused unknownAgency",
    "A5 heldBack P9",
    "A6 added",
    expect.stringMatching(/^A7 refused/),
  ]);
  const kept = await db.jobOrder.findFirst({
    where: { externalRef: "A1" },
    select: { netMinor: true, provinces: true, status: true },
  });
  expect(kept).toMatchObject({ netMinor: 190_000n, status: "published" });
  expect(kept?.provinces).toHaveLength(2);
});

test("a corrected row changes its order under the same reference", async () => {
  const before = await db.jobOrder.findFirst({
    where: { externalRef: "A1" },
    select: { reference: true, version: true },
  });
  expect(await verdicts(await table(row("A1", { wage: "2900" })))).toEqual(["A1 changed"]);
  const after = await db.jobOrder.findFirst({
    where: { externalRef: "A1" },
    select: { reference: true, version: true, basicMinor: true },
  });
  expect(after).toEqual({ reference: before?.reference, version: (before?.version ?? 0) + 1, basicMinor: 290_000n });
  expect((await db.contractQuota.findFirst())?.claimed).toBe(6);
});

test("a row the database itself would refuse costs only that row", async () => {
  const crossed = row("D2").replace(",20,40,", ",41,20,");
  const immense = row("D3", { wage: "99999999999999" });
  expect(await verdicts(await table(row("D1"), crossed, immense, row("D4")))).toEqual([
    "D1 added",
    "D2 refused agesCrossed",
    expect.stringMatching(/^D3 refused/),
    "D4 added",
  ]);
});

test("what ended stays ended, and confirmed people keep their places, whatever a later file says", async () => {
  const idOf = async (externalRef: string) =>
    (await db.jobOrder.findFirstOrThrow({ where: { externalRef }, select: { id: true } })).id;
  await closeOrder(tester, { orderId: await idOf("D1"), reason: "agency" });
  await confirmPlaces(tester, { orderId: await idOf("D4"), places: 2 });
  const fewer = row("D4").replace("Klinik D4,3,", "Klinik D4,1,");
  expect(await verdicts(await table(row("D1", { wage: "2900" }), fewer))).toEqual([
    "D1 contradiction orderHasEnded",
    "D4 contradiction moreConfirmedThanPlaces",
  ]);
  expect(await db.jobOrder.findFirst({ where: { externalRef: "D1" }, select: { status: true } })).toEqual({
    status: "closed",
  });
});

test("two rows with one reference that say different things: the second is a contradiction", async () => {
  expect(await verdicts(await table(row("B1"), row("B1", { wage: "3000" }), row("B1")))).toEqual([
    "B1 added",
    "B1 contradiction otherRowSaysOtherwise",
    "B1 same",
  ]);
});

test("a rehearsal gives the same verdicts and writes nothing", async () => {
  const count = () => db.jobOrder.count();
  const before = await count();
  const file = await table(row("C1"), row("C2", { wage: "?" }));
  expect(await verdicts(file, { dryRun: true })).toEqual(["C1 added", "C2 refused number"]);
  expect(await count()).toBe(before);
});

test.each(["utf16le", "windows-1258"])("a file in %s is read with its marks", async (encoding) => {
  const text = [header, row(`E-${encoding}`)].join("\r\n");
  const content =
    encoding === "utf16le"
      ? Buffer.concat([Buffer.from([0xff, 0xfe]), iconv.encode(text, encoding)])
      : iconv.encode(tonesApart(text), encoding);
  const summary = await importOrders(tester, { file: await fileOf(content), source: `mã hóa ${encoding}` });
  expect(summary.failure).toBeNull();
  expect(summary.counts.rows).toBe(1);
});

test("a file without the needed columns, or of nothing, says so", async () => {
  expect((await importOrders(tester, { file: await fileOf("a,b,c\n1,2,3\n"), source: "x" })).failure).toMatchObject({
    code: "missingHeader",
  });
  expect((await importOrders(tester, { file: await fileOf(""), source: "x" })).failure).toMatchObject({
    code: "empty",
  });
  expect((await importOrders(tester, { file: await fileOf("{broken", "x.json"), source: "x" })).failure).toMatchObject({
    code: "badJson",
  });
});

test("5,000 rows: each gets its verdict, and again they are all the same", { timeout: 240_000 }, async () => {
  const file = await table(
    ...Array.from({ length: 5_000 }, (_, i) =>
      i % 100 === 7 ? row(`G${i}`, { wage: "x" }) : row(`G${i}`, { fee: "9000 EUR" }),
    ),
  );
  const first = await importOrders(tester, { file, source: "nghìn dòng" });
  expect(first.counts).toMatchObject({ rows: 5_000, heldBack: 4_950, refused: 50 });
  const again = await importOrders(tester, { file, source: "nghìn dòng" });
  expect(again.counts).toMatchObject({ rows: 5_000, same: 4_950, refused: 50, added: 0, changed: 0 });
});
