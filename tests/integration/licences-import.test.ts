// The register importer on real Postgres: real sample, every format and encoding, broken rows, contradictions, twice the same.
import { spawn } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import ExcelJS from "exceljs";
import fc from "fast-check";
import iconv from "iconv-lite";
import { expect, test } from "vitest";
import { day } from "@/domain/kernel/calendar";
import { importRegister } from "@/domain/licences/commands";
import type { Operator } from "@/domain/kernel/actor";
import { agencyDossiers, checkAgency, registerAsOf } from "@/domain/licences/queries";
import { db } from "@/platform/db";

const operator: Operator = { kind: "operator", id: "test", name: "Test" };
const folder = mkdtempSync(join(tmpdir(), "register-"));
const sample = join(process.cwd(), "tests/integration/licences-sample.json");
let files = 0;
function file(content: string | Buffer, extension = "csv"): string {
  const path = join(folder, `register-${(files += 1)}.${extension}`);
  writeFileSync(path, content);
  return path;
}
const asOf = day("2026-11-01");
type Options = { official?: boolean; dryRun?: boolean; source?: string; asOf?: string; maxBytes?: number };
const run = (path: string, { asOf: on, ...options }: Options = {}) =>
  importRegister(operator, {
    file: path,
    asOf: on ? day(on) : asOf,
    source: "danh sách thử",
    official: true,
    ...options,
  });

const header =
  "STT,Tên doanh nghiệp,Tên viết tắt / tên giao dịch tiếng Anh,Số giấy phép,Ngày cấp,Mã số doanh nghiệp,Địa chỉ trụ sở,Điện thoại,Người đại diện,Website,Thị trường,Chi nhánh,Ghi chú";
const line = (n: number, name: string, number: string, issued: string, note = "", code = "") =>
  `${n},${name},VT${n},${number},${issued},${code},"Số ${n} phố Thử, Hà Nội",0243824${String(n).padStart(4, "0")},Nguyễn Văn ${n},https://mau${n}.vn,Nhật Bản,"Chi nhánh Đà Nẵng: 1 Bạch Đằng, Đà Nẵng","${note}"`;
const verdicts = (summary: Awaited<ReturnType<typeof run>>) => summary.rows.map(({ verdict }) => verdict);
const state = async () => ({
  agencies: await db.agency.count(),
  spells: await db.licenceSpell.findMany({ orderBy: { id: "asc" } }),
  journal: await db.journalEntry.count(),
  identifiers: await db.agencyIdentifier.count(),
});

test("the real sample: facts of the press stay unverified, and a second run is all the same", async () => {
  const options = { official: false, source: "mẫu công khai" };
  const before = await state();
  const rehearsal = await run(sample, { ...options, dryRun: true });
  expect(rehearsal.counts).toMatchObject({ rows: 42, refused: 0, contradiction: 0 });
  expect(await state()).toEqual(before);
  const first = await run(sample, options);
  expect(first.counts).toEqual(rehearsal.counts);
  expect(first.rows.map(({ diff }) => diff)).toEqual(rehearsal.rows.map(({ diff }) => diff));
  expect(first.counts.added).toBe(42);
  expect(await db.licenceSpell.count({ where: { verified: true } })).toBe(0);
  expect(await db.marketApproval.count({ where: { verified: true } })).toBe(0);
  const after = await state();
  const second = await run(sample, options);
  expect(second.counts).toMatchObject({ rows: 42, same: 42 });
  expect({ ...(await state()), journal: after.journal }).toEqual(after);
  const transmeco = await checkAgency("37 ldtbxh gp");
  expect(transmeco).toMatchObject({ answer: "unknown" });
  expect(transmeco.matches[0]?.verdict).toMatchObject({
    reason: "only_unverified",
    reported: { spell: { status: "revoked", decisionNo: "02/QĐ-LĐTBXH" } },
  });
  const haiphong = await checkAgency("Hai Phong Petro Tourism & Services JSC", { on: day("2015-06-01") });
  expect(haiphong.matches[0]?.verdict.reported).toMatchObject({
    restrictions: [{ scope: "all", precision: "year" }],
    fines: [{ amountVnd: 175_000_000n }],
  });
  expect(
    (await checkAgency("BATIMEX", { on: day("2021-12-01") })).matches[0]?.verdict.reported.restrictions,
  ).toMatchObject([{ market: "JP", to: "2022-02-17" }]);
  expect(await registerAsOf()).toMatchObject({ official: false, asOf: "2026-11-01" });
});

const rows = [
  line(1, "Công ty CP Sơn Ca Thử", "501/LĐTBXH-GP", "09/01/2008", "", "0107307178"),
  line(
    2,
    "Công ty TNHH Họa Mi Thử",
    "502/LĐTBXH-GP",
    "15/03/2012",
    "Thu hồi theo QĐ số 12/QĐ-LĐTBXH ngày 05/01/2021 do không đưa lao động đi trong 24 tháng",
  ),
  line(
    3,
    "Công ty CP Chào Mào Thử",
    "503/LĐTBXH-GP",
    "2014-05-06",
    "Xử phạt 75.000.000 đồng theo QĐ 7/QĐ-XPHC ngày 02/02/2024; Đình chỉ chuẩn bị nguồn 18 tháng từ ngày 01/08/2026",
  ),
];
const text = `DANH SÁCH DOANH NGHIỆP (dữ liệu thử)\n\n${[header, ...rows].join("\n")}\n`;

/** Windows-1258 has letters with their shape marks and the five tones apart. */
const asWindowsWrites = (given: string): string =>
  Array.from(given.normalize("NFC"), (letter) => {
    const parts = letter.normalize("NFD");
    const tone = /[\u0300\u0301\u0303\u0309\u0323]/.exec(parts)?.[0] ?? "";
    return parts.replace(tone, "").normalize("NFC") + tone;
  }).join("");

async function workbook(): Promise<Buffer> {
  const book = new ExcelJS.Workbook();
  book.addWorksheet("Trống");
  const sheet = book.addWorksheet("Danh sách");
  sheet.addRow(["DANH SÁCH DOANH NGHIỆP"]);
  sheet.addRow(header.split(","));
  for (const row of rows) {
    const cells = [...row.matchAll(/"([^"]*)"|([^,]+|(?<=,)(?=,|$))/g)].map((m) => m[1] ?? m[2] ?? "");
    sheet.addRow(
      cells.map((cell, i) =>
        i === 4 ? new Date(Date.parse(cell.includes("/") ? cell.split("/").reverse().join("-") : cell)) : cell,
      ),
    );
  }
  return Buffer.from(await book.xlsx.writeBuffer());
}

test("CSV in every encoding and XLSX say the same", async () => {
  const first = await run(file(text));
  expect(first.failure).toBeNull();
  expect(verdicts(first)).toEqual(["added", "added", "added"]);
  expect(first.rows[2]?.row).toBe(6);
  const windows = iconv.encode(asWindowsWrites(text), "windows1258");
  const encodings: [string, string | Buffer][] = [
    ["utf8", `\ufeff${text}`],
    ["utf16le", Buffer.concat([Buffer.from([0xff, 0xfe]), iconv.encode(text, "utf16le")])],
    ["utf16be", Buffer.concat([Buffer.from([0xfe, 0xff]), iconv.encode(text, "utf16be")])],
    ["utf16le", iconv.encode(text, "utf16le")],
    ["windows1258", windows],
    ["utf8", text.replaceAll("\n", "\r\n")],
    ["utf8", text.normalize("NFD")],
  ];
  for (const [encoding, content] of encodings) {
    const summary = await run(file(content));
    expect([summary.encoding, summary.failure]).toEqual([encoding, null]);
    expect(
      summary.rows.map(({ verdict, diff, messages }) => ({
        verdict,
        diff,
        messages: messages.filter(({ code }) => code === "fieldKept"),
      })),
    ).toEqual(Array.from({ length: 3 }, () => ({ verdict: "same", diff: [], messages: [] })));
  }
  const xlsx = await run(file(await workbook(), "xlsx"));
  expect([xlsx.format, xlsx.failure, verdicts(xlsx)]).toEqual(["xlsx", null, ["same", "same", "same"]]);
});

test("official rows decide: licensed, revoked with its decision, restricted for source preparation", async () => {
  const answers = await Promise.all(["Sơn Ca Thử", "502/LĐTBXH-GP", "503/LĐTBXH-GP"].map((q) => checkAgency(q)));
  expect(answers.map(({ answer }) => answer)).toEqual(["licensed", "revoked", "restricted"]);
  expect(answers[1]?.matches[0]?.verdict.spell).toMatchObject({
    decisionNo: "12/QĐ-LĐTBXH",
    from: "2021-01-05",
    verified: true,
  });
  expect(answers[2]?.matches[0]?.verdict).toMatchObject({
    restrictions: [{ scope: "source_preparation", to: "2028-02-01" }],
    fines: [{ amountVnd: 75_000_000n, on: "2024-02-02" }],
  });
  expect(answers[0]?.matches[0]?.dossier).toMatchObject({
    abbreviation: "VT1",
    enterpriseCode: "0107307178",
    branches: [{ name: "Chi nhánh Đà Nẵng" }],
    dataFrom: "2008-01-09",
  });
  expect(answers[0]?.matches[0]?.dossier.provinceId).not.toBeNull();
});

test("contradictions are reported and nothing is overwritten", async () => {
  const before = await state();
  const summary = await run(
    file(
      [
        header,
        line(11, "Công ty CP Hoàn Toàn Khác", "501/LĐTBXH-GP", "09/01/2008"),
        line(
          12,
          "Công ty TNHH Họa Mi Thử",
          "502/LĐTBXH-GP",
          "15/03/2012",
          "Thu hồi theo QĐ số 12/QĐ-LĐTBXH ngày 06/01/2021",
        ),
        line(13, "Công ty CP Sơn Ca Thử", "501/LĐTBXH-GP", "10/01/2008", "", "0107307178"),
        line(14, "Công ty TNHH Họa Mi Thử", "502/LĐTBXH-GP", "15/03/2012"),
        line(15, "Công ty TNHH Họa Mi Thử", "502/LĐTBXH-GP", "15/03/2012", "Nộp lại giấy phép ngày 01/01/2022"),
        line(16, "Công ty CP Sơn Ca Thử", "501/LĐTBXH-GP", "09/01/2008", "", "0100109106"),
      ].join("\n"),
    ),
  );
  expect(summary.rows.map(({ verdict, messages }) => [verdict, messages[0]?.code])).toEqual([
    ["contradiction", "numberOfAnother"],
    ["contradiction", "decisionDayDiffers"],
    ["contradiction", "issueDayDiffers"],
    ["contradiction", "listedAfterEnd"],
    ["contradiction", "transition"],
    ["contradiction", "numberOfAnother"],
  ]);
  const after = await state();
  expect({ ...after, journal: 0 }).toEqual({ ...before, journal: 0 });
});

test("broken rows are told one by one and the good ones kept", async () => {
  const summary = await run(
    file(
      [
        header,
        line(21, "Công ty CP Vành Khuyên Thử", "521/LĐTBXH-GP", "31/02/2008"),
        line(22, "Công ty CP Bồ Câu Thử", "giấy phép gì đó", "01/02/2008"),
        `23,"Công ty CP Chim Sẻ Thử,x,523/LĐTBXH-GP`,
        line(24, "Công ty CP Cu Gáy Thử", "524/LĐTBXH-GP", "01/02/2008", "Thu hồi ngày 01/01/2007"),
        line(25, "Công ty CP Én Thử", "525/LĐTBXH-GP", "01/02/2008", "Đã bị thu hồi giấy phép"),
        line(26, "", "", ""),
        `${line(27, "Công ty CP Sáo Thử", "527/LĐTBXH-GP", "01/02/2008")},thừa`,
        line(28, "Công ty CP Yến \u0000Thử", "528/LĐTBXH-GP", "01/02/2008"),
      ].join("\n"),
    ),
  );
  expect(summary.rows.map(({ verdict, messages }) => [verdict, messages[0]?.code])).toEqual([
    ["refused", "badDate"],
    ["refused", "badLicenceNumber"],
    ["refused", "row_quote"],
    ["refused", "endedBeforeIssued"],
    ["refused", "statusWithoutDate"],
    ["refused", "nobodyNamed"],
    ["refused", "row_tooManyCells"],
    ["added", undefined],
  ]);
  expect(summary.counts).toMatchObject({ refused: 7, added: 1 });
});

test.each([
  ["csv", "chỉ,là,chữ\n1,2,3\n", "missingHeader"],
  ["csv", "Tên doanh nghiệp,Điện thoại\nA,1\n", "missingHeader"],
  ["csv", "", "empty"],
  ["json", '{ "rows": [', "badJson"],
  ["json", '{"a": 1}', "noRows"],
  ["xlsx", "PK\u0003\u0004 không phải Excel", "unreadable"],
  ["xls", Buffer.from("d0cf11e0a1b11ae1", "hex"), "oldExcel"],
])("a file that cannot be read says why: %s %#", async (extension, content, code) => {
  const summary = await run(file(content, extension));
  expect(summary.failure?.code).toBe(code);
  expect(summary.counts.rows).toBe(0);
});

test("too large, or not there", async () => {
  expect((await run(sample, { maxBytes: 1000 })).failure).toMatchObject({ code: "tooLarge" });
  expect((await run(join(folder, "none.csv"))).failure).toMatchObject({ code: "missing" });
});

test("a newer list changes what it says, keeps the old name findable and the old belief answerable", async () => {
  const summary = await run(
    file(
      [
        header,
        line(
          1,
          "Công ty CP Sơn Ca Đổi Tên",
          "501/LĐTBXH-GP",
          "09/01/2008",
          "Nộp lại theo QĐ 99/QĐ-BNV ngày 10/11/2026",
          "0107307178",
        ),
      ].join("\n"),
    ),
    { asOf: "2026-11-15" },
  );
  expect(summary.rows[0]).toMatchObject({ verdict: "changed" });
  expect(summary.rows[0]?.diff).toContainEqual({
    field: "nameVi",
    before: "Công ty CP Sơn Ca Thử",
    after: "Công ty CP Sơn Ca Đổi Tên",
  });
  const answer = await checkAgency("công ty cp sơn ca thử");
  expect(answer).toMatchObject({
    answer: "surrendered",
    matches: [{ name: "Công ty CP Sơn Ca Đổi Tên", matchedBy: [{ kind: "former_name" }] }],
  });
  const { dossier } = answer.matches[0]!;
  expect(dossier.dataAsOf).toBe("2026-11-15");
  const learnt = dossier.spells.at(-1)!.knownFrom;
  const then = (await agencyDossiers([dossier.id], new Date(learnt.getTime() - 1))).get(dossier.id);
  expect(then?.spells.map(({ status, to }) => [status, to])).toEqual([["active", null]]);
});

test("property: any list imported twice adds nothing the second time", async () => {
  const dayText = fc
    .integer({ min: 0, max: 6000 })
    .map((n) => new Date(Date.UTC(2005, 0, 1 + n)).toISOString().slice(0, 10));
  const firm = fc.record({
    number: fc.integer({ min: 20_000, max: 20_020 }),
    issued: dayText,
    name: fc.constantFrom("Bình Minh", "Hoàng Hôn", "Trăng Rằm", "Sao Mai"),
    note: fc.constantFrom(
      "",
      "Thu hồi ngày 01/02/2022",
      "Nộp lại ngày 03/2023",
      "Xử phạt 12.500.000 đồng ngày 05/06/2020",
      "Đình chỉ hoạt động 3 tháng từ ngày 01/01/2024",
      "nói chuyện phiếm",
    ),
  });
  let times = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(firm, { minLength: 1, maxLength: 12 }), async (firms) => {
      times += 1;
      const list = file(
        [
          header,
          ...firms.map((f, i) =>
            line(i, `Công ty ${f.name} ${times} thử`, `${f.number}/${2000 + times}/LĐTBXH-GP`, f.issued, f.note),
          ),
        ].join("\n"),
      );
      const rehearsal = await run(list, { dryRun: true });
      const first = await run(list);
      expect(verdicts(first)).toEqual(verdicts(rehearsal));
      const held = await state();
      const second = await run(list);
      expect(second.counts).toMatchObject({ added: 0, changed: 0, refused: first.counts.refused });
      const after = await state();
      expect({ ...after, journal: 0 }).toEqual({ ...held, journal: 0 });
    }),
    { numRuns: 25 },
  );
});

test("5,000 rows in under a minute", async () => {
  const many = Array.from({ length: 5000 }, (_, i) =>
    line(i, `Công ty Nhiều ${i} thử`, `${i + 1}/2019/LĐTBXH-GP`, "01/02/2019"),
  );
  const start = performance.now();
  const summary = await run(file([header, ...many].join("\n")));
  expect(summary.counts).toMatchObject({ rows: 5000, added: 5000 });
  expect(performance.now() - start).toBeLessThan(60_000);
  expect((await run(file([header, ...many.slice(0, 300)].join("\n")))).counts).toMatchObject({ same: 300 });
});

test("a killed import leaves whole rows only, and running it again does the rest", async () => {
  const rows = 3000;
  const path = file(
    [
      header,
      ...Array.from({ length: rows }, (_, i) =>
        line(i, `Công ty Đứt ${i} thử`, `${i + 1}/2021/LĐTBXH-GP`, "01/02/2021"),
      ),
    ].join("\n"),
  );
  const held = () => db.agency.findMany({ where: { nameVi: { startsWith: "Công ty Đứt" } }, select: { id: true } });
  const { typescript } = await import("../../scripts/setup/site.mjs");
  const child = spawn(process.execPath, [...typescript("tests/builders/register-import.ts"), path, "2026-11-16"], {
    stdio: "inherit",
  });
  const ended = new Promise((resolve) => child.once("exit", resolve));
  while ((await held()).length === 0 && child.exitCode === null)
    await new Promise((resolve) => setTimeout(resolve, 20));
  child.kill("SIGKILL");
  await ended;
  // The database notices a broken connection at its next word; the lock tells when it has.
  await expect
    .poll(
      () =>
        db.$queryRaw`SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND granted AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`,
      { timeout: 10_000 },
    )
    .toEqual([]);
  const before = (await held()).map(({ id }) => id);
  expect(before.length).toBeGreaterThan(0);
  expect(before.length).toBeLessThan(rows);
  expect(await db.licenceSpell.count({ where: { agencyId: { in: before }, verified: true } })).toBe(before.length);
  expect(await db.licence.count({ where: { agencyId: { in: before } } })).toBe(before.length);
  expect(await db.journalEntry.count({ where: { subjectId: { in: before }, event: "agency.changed" } })).toBe(
    before.length,
  );
  expect((await registerAsOf())?.asOf).not.toBe("2026-11-16");
  const again = await run(path, { asOf: "2026-11-16" });
  expect(again.counts).toMatchObject({
    rows,
    same: before.length,
    added: rows - before.length,
    changed: 0,
    contradiction: 0,
  });
  expect((await registerAsOf())?.asOf).toBe("2026-11-16");
});
