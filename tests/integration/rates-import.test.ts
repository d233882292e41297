import { spawn } from "node:child_process";
import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import ExcelJS from "exceljs";
import iconv from "iconv-lite";
import { beforeEach, expect, test } from "vitest";
import { change } from "@/domain/audit/change";
import { importRates, saveRates } from "@/domain/fees/commands";
import { lastRateImport, latestRates, rateOf } from "@/domain/fees/queries";
import { systemActor } from "@/domain/kernel/actor";
import { day } from "@/domain/kernel/calendar";
import { db } from "@/platform/db";

const tester = systemActor("test");
const sample = "tests/samples/rates.csv";

async function fileOf(content: string | Buffer, name = "ty-gia.csv"): Promise<string> {
  const path = join(await mkdtemp(join(tmpdir(), "rates-")), name);
  await writeFile(path, content);
  return path;
}
const table = (header: string, ...rows: string[]) => fileOf([header, ...rows].join("\n"));
const given = { source: "Bảng kiểm thử", verified: false };
const verdicts = async (file: string, more: Partial<Parameters<typeof importRates>[1]> = {}) =>
  (await importRates(tester, { file, ...given, ...more })).rows.map(
    (row) => `${row.ref} ${row.verdict}${row.messages.map(({ code }) => ` ${code}`).join("")}`,
  );
const held = async (currency: string, on: string) => (await rateOf(currency, day(on)))?.vndPerUnit ?? null;

beforeEach(async () => {
  await change(tester, (tx) => tx.exchangeRate.deleteMany({}));
  await change(tester, (tx) => tx.rateImport.deleteMany({}));
});

test("the sample: good rows are kept in đồng for one unit, bad rows cost only themselves", async () => {
  expect(await verdicts(sample)).toEqual([
    "USD 2026-11-20 added firstOfCurrency",
    "EUR 2026-11-20 added firstOfCurrency",
    "JPY 2026-11-20 added firstOfCurrency",
    "KRW 2026-11-20 added firstOfCurrency",
    "TWD 2026-11-20 added firstOfCurrency",
    "USD 2026-11-21 refused future",
    "JPY 2026-11-21 refused future",
    "10 refused unknownCurrency",
    "11 refused day",
  ]);
  expect(await held("USD", "2026-11-20")).toBe(26_300);
  expect(await held("JPY", "2026-11-20")).toBe(168.5025);
  expect(await held("KRW", "2026-11-20")).toBe(18.215);
  expect((await latestRates()).get("TWD")).toMatchObject({ vndPerUnit: 815.4, source: "Bảng mẫu", verified: false });
  expect(await lastRateImport("file")).toMatchObject({ source: given.source, failure: null });
});

test("the same file twice changes nothing and tells nobody; a rehearsal writes nothing", async () => {
  expect((await verdicts(sample, { dryRun: true })).filter((said) => said.includes("added"))).toHaveLength(5);
  expect(await db.exchangeRate.count()).toBe(0);
  expect(await lastRateImport("file")).toBeNull();
  await verdicts(sample);
  const before = [await db.exchangeRate.count(), await db.outboxEvent.count()];
  const again = await verdicts(sample);
  expect(again.filter((said) => said.endsWith("same"))).toHaveLength(5);
  expect([await db.exchangeRate.count(), await db.outboxEvent.count()]).toEqual(before);
});

test("every new rate stands in the journal; the followers hear once", async () => {
  const before = await db.outboxEvent.count({ where: { name: "rates.changed" } });
  const journal = await db.journalEntry.count({ where: { event: "rates.changed" } });
  await verdicts(sample);
  expect(await db.journalEntry.count({ where: { event: "rates.changed" } })).toBe(journal + 5);
  expect(await db.outboxEvent.count({ where: { name: "rates.changed" } })).toBe(before + 1);
});

test("ten times the last rate is refused, in either direction, until the row says it is right", async () => {
  await saveRates(tester, [
    { currency: "JPY", on: day("2026-11-01"), vndPerUnit: 168, source: "trước", verified: true },
  ]);
  const file = await table(
    "currency,date,rate,confirmed",
    "JPY,2026-11-02,16850,",
    "JPY,2026-11-03,1.68,",
    "JPY,2026-11-04,1679.9,",
    "JPY,2026-11-05,16.9,",
    "JPY,2026-11-06,1680,yes",
  );
  expect(await verdicts(file)).toEqual([
    "JPY 2026-11-02 refused implausible",
    "JPY 2026-11-03 refused implausible",
    "JPY 2026-11-04 added",
    "JPY 2026-11-05 refused implausible",
    "JPY 2026-11-06 added",
  ]);
});

test("a number that can be read in two ways is read by the last rate, and without one not at all", async () => {
  expect(await verdicts(await table("loại tiền;ngày;tỷ giá", "USD;01/11/2026;26.300"))).toEqual([
    "USD 2026-11-01 refused twoReadings",
  ]);
  await saveRates(tester, [
    { currency: "USD", on: day("2026-10-01"), vndPerUnit: 26_000, source: "trước", verified: true },
  ]);
  expect(
    await verdicts(await table("loại tiền;ngày;tỷ giá", "USD;01/11/2026;26.300", "USD;02/11/2026;26,310")),
  ).toEqual(["USD 2026-11-01 added", "USD 2026-11-02 added"]);
  expect([await held("USD", "2026-11-01"), await held("USD", "2026-11-02")]).toEqual([26_300, 26_310]);
});

test("two rows of one day, a checked rate and another checked source are not overruled", async () => {
  await saveRates(tester, [
    { currency: "EUR", on: day("2026-11-01"), vndPerUnit: 30_000, source: "Ngân hàng A", verified: true },
  ]);
  const file = await table(
    "currency,date,rate",
    "EUR,2026-11-01,30100.5",
    "USD,2026-11-01,26000.5",
    "USD,2026-11-01,26001.5",
  );
  expect(await verdicts(file)).toEqual([
    "EUR 2026-11-01 contradiction verifiedSaysOtherwise",
    "USD 2026-11-01 added firstOfCurrency",
    "USD 2026-11-01 contradiction otherRowSaysOtherwise",
  ]);
  const better = await table("currency,date,rate", "EUR,2026-11-01,30100.5", "USD,2026-11-01,26002.5");
  expect(await verdicts(better, { verified: true })).toEqual([
    "EUR 2026-11-01 contradiction otherSourceSaysOtherwise",
    "USD 2026-11-01 changed replaces",
  ]);
  expect(await verdicts(better, { verified: true, source: "Ngân hàng A" })).toEqual([
    "EUR 2026-11-01 changed replaces",
    "USD 2026-11-01 same",
  ]);
});

test("a checked file makes the same figures checked; an unchecked one never takes that back", async () => {
  const file = await table("currency,date,rate", "USD,2026-11-01,26000");
  await verdicts(file);
  expect(await verdicts(file, { verified: true })).toEqual(["USD 2026-11-01 changed"]);
  expect(await verdicts(file, { source: "khác" })).toEqual(["USD 2026-11-01 same"]);
  expect((await latestRates()).get("USD")).toMatchObject({ verified: true, source: given.source });
});

test("a file without days is of the day that was named; without one its rows are refused", async () => {
  const file = await table("mã ngoại tệ,tỷ giá", "USD,26000");
  expect(await verdicts(file)).toEqual(["2 refused required"]);
  expect(await verdicts(file, { asOf: day("2026-11-19") })).toEqual(["USD 2026-11-19 added firstOfCurrency"]);
});

test("what is not a rate is refused with its column", async () => {
  const file = await table(
    "currency,date,rate,per",
    "USD,2026-11-01,liên hệ,",
    "USD,2026-11-01,0,",
    "USD,2026-11-01,-5,",
    "VND,2026-11-01,1,",
    "USD,2026-11-01,26000,7",
    ",2026-11-01,26000,",
    "USD,2026-11-01,1.2.3,",
  );
  expect(await verdicts(file)).toEqual([
    "2 refused number",
    "3 refused number",
    "4 refused number",
    "5 refused unknownCurrency",
    "6 refused per",
    "7 refused required",
    "8 refused number",
  ]);
  expect(await db.exchangeRate.count()).toBe(0);
});

test("old encodings, workbooks and JSON say the same", async () => {
  const text = "Ngày,Mã ngoại tệ,Tỷ giá,Cho\n20/11/2026,JPY,16850.5,100\n";
  expect(await verdicts(await fileOf(iconv.encode(text, "utf16le", { addBOM: true })))).toHaveLength(1);
  expect(await held("JPY", "2026-11-20")).toBe(168.505);
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet("Tỷ giá");
  sheet.addRow(["Ngày", "Mã ngoại tệ", "Tỷ giá", "Cho"]);
  sheet.addRow([new Date("2026-11-20T00:00:00Z"), "JPY", 16_850.5, 100]);
  expect(await verdicts(await fileOf(Buffer.from(await book.xlsx.writeBuffer()), "ty-gia.xlsx"))).toEqual([
    "JPY 2026-11-20 same",
  ]);
  const json = JSON.stringify({ rows: [{ currency: "JPY", date: "2026-11-20", rate: 16_850.5, per: 100 }, 7] });
  expect(await verdicts(await fileOf(json, "ty-gia.json"))).toEqual([
    "JPY 2026-11-20 same",
    "2 refused row_notAnObject",
  ]);
});

test("a file that is no table is refused as a whole, with why", async () => {
  const summary = await importRates(tester, { file: await fileOf("<html>không phải tỷ giá</html>"), ...given });
  expect(summary).toMatchObject({ failure: { code: "missingHeader" }, counts: { rows: 0 } });
  const large = await importRates(tester, { file: sample, ...given, maxBytes: 100 });
  expect(large.failure?.code).toBe("tooLarge");
});

test("twenty thousand rates: killed midway it leaves whole rates, and running it again finishes", async () => {
  const currencies = "JPY KRW TWD EUR USD CNY MOP SGD MYR THB HUF RON PLN CZK RUB SAR AED QAR KWD ILS".split(" ");
  const rows = currencies.flatMap((currency, i) =>
    Array.from({ length: 1_000 }, (_, n) => {
      const on = new Date(Date.UTC(2023, 0, 1 + n)).toISOString().slice(0, 10);
      return `${currency},${on},${1_000 + i * 10 + (n % 7)}`;
    }),
  );
  const file = await table("currency,date,rate", ...rows);
  const program = `const { importRates } = await import("@/domain/fees/commands");
    const { systemActor } = await import("@/domain/kernel/actor");
    await importRates(systemActor("test"), { file: ${JSON.stringify(file)}, source: "kiểm thử", verified: false,
      onRow: ({ row }) => { if (row === 5000) { console.log("kill me"); } } });`;
  const script = join(process.cwd(), "tests", "integration", `.rates-killed-${process.pid}.ts`);
  await writeFile(script, `export {};\n${program}`);
  const child = spawn(process.execPath, ["--conditions=react-server", "--import", "tsx", script], {
    stdio: ["ignore", "pipe", "ignore"],
    env: process.env,
  });
  child.stdout.on("data", () => child.kill("SIGKILL"));
  await new Promise((resolve) => child.on("exit", resolve));
  await (await import("node:fs/promises")).rm(script);
  const left = await db.exchangeRate.count();
  expect(left).toBeGreaterThanOrEqual(5_000);
  expect(left).toBeLessThan(20_000);
  const summary = await importRates(tester, { file, ...given });
  expect(summary.counts).toMatchObject({ rows: 20_000, same: left, added: 20_000 - left, refused: 0 });
});
