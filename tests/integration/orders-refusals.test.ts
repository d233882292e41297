// P8 and P9 told exactly: an agency learns which line, which rule, by how much, in the words the public reads.
import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createTranslator } from "use-intl/core";
import { beforeAll, describe, expect, test, vi } from "vitest";
import type { FeeWords } from "@/components/fees/finding-text";
import { findingSentence } from "@/components/orders/finding-text";
import { saveRates } from "@/domain/fees/commands";
import { systemActor } from "@/domain/kernel/actor";
import { day } from "@/domain/kernel/calendar";
import { Refusal } from "@/domain/kernel/refusal";
import { recordAgency } from "@/domain/licences/commands";
import { importOrders, publishOrder, recordContract, recordOrders } from "@/domain/orders/commands";
import type { OrderTerms } from "@/domain/orders/schema";
import fees from "@/messages/vi/fees.json";
import orders from "@/messages/vi/orders.json";
import { db } from "@/platform/db";
import { say } from "@/scripts/words";
import { line, orderTerms } from "@/tests/builders/order";

const tester = systemActor("test");
let agencyId = "";
let contractId = "";

beforeAll(async () => {
  const source = { source: "kiểm thử", verified: true };
  await saveRates(tester, [
    { currency: "EUR", on: day("2026-11-01"), vndPerUnit: 28_500, ...source },
    { currency: "USD", on: day("2026-11-01"), vndPerUnit: 26_000, ...source },
    { currency: "JPY", on: day("2026-11-01"), vndPerUnit: 165, ...source },
  ]);
  const licence = { number: "9601/LĐTBXH-GP", issuedOn: day("2015-01-05") };
  ({ id: agencyId } = await recordAgency(tester, {
    nameVi: "Công ty Từ Chối",
    licence,
    asOf: day("2026-11-01"),
    ...source,
  }));
  ({ id: contractId } = await recordContract(tester, {
    agencyId,
    market: "DE",
    partnerName: "Klinik Mẫu",
    partnerCountry: "DE",
    status: "approved",
    approvalNo: "78/QLLĐNN",
    approvedOn: day("2026-01-10"),
    validFrom: day("2026-01-10"),
    quotas: [{ occupation: "nurse-registered", sex: "any", quota: 1_000 }],
  }));
});

/** What publishing says of a draft with these terms. */
async function refusalOf(more: Partial<OrderTerms>): Promise<Refusal> {
  const [draft] = await recordOrders(tester, [
    { ...orderTerms(), agencyId, contractId, ...more, status: "draft" as const },
  ]);
  const refusal: unknown = await publishOrder(tester, { orderId: draft?.id ?? "" }).catch((error: unknown) => error);
  expect(refusal).toBeInstanceOf(Refusal);
  const kept = await db.jobOrder.findUnique({ where: { id: draft?.id ?? "" }, select: { status: true } });
  expect(kept).toEqual({ status: "draft" });
  return refusal as Refusal;
}
const words = (namespace: string) =>
  createTranslator({
    locale: "vi",
    messages: { orders, fees } as never,
    namespace: namespace as never,
  }) as unknown as FeeWords;
const said = ({ findings }: Refusal): string[] =>
  findings.map((one) =>
    findingSentence(words("orders.findings"), words("fees"), "vi", one.code, one).replace(/\u00a0/g, " "),
  );

const fee = (amount: bigint, more = {}) =>
  line(0, "service_fee", amount, { currency: "EUR", due: "after_contract", ...more });

describe("publishing is refused with line, rule and figures", () => {
  test("a service fee above its ceiling, in euro", async () => {
    const refusal = await refusalOf({
      fees: [line(0, "passport", 200_000n, { payee: "state" }), { ...fee(600_000n), position: 1 }],
    });
    expect(refusal.condition).toBe("P9");
    expect(refusal.details).toMatchObject({
      ...{ finding: "withinCeiling", line: 2, code: "service_fee", rule: "SF-GEN" },
      ...{ asked: 6_000, limit: 5_600, limitCurrency: "EUR", excess: 400, excessCurrency: "EUR" },
    });
    expect(said(refusal)).toEqual([
      "Dòng 2, Tiền dịch vụ 6.000 €: Vượt mức trần 5.600 €: thừa 400 €. (Luật 69/2020/QH14 Điều 23 khoản 4 điểm a)",
    ]);
  });

  test("the same collected in đồng: the excess is said in đồng", async () => {
    const refusal = await refusalOf({ fees: [fee(160_000_000n, { currency: "VND" })] });
    // two months of 2,800 euro at 28,500 đồng
    expect(refusal.details).toMatchObject({ limit: 159_600_000, excess: 400_000, excessCurrency: "VND" });
    expect(said(refusal)[0]).toContain("Vượt mức trần 159.600.000 ₫: thừa 400.000 ₫.");
  });

  test("pay below the market's minimum: what is asked, what the order says, what is lacking", async () => {
    const refusal = await refusalOf({
      basicMinor: 50_000n,
      grossMinor: 50_000n,
      deductions: [],
      lodging: "free",
      lodgingMinor: null,
      fees: [fee(50_000n)],
    });
    expect(refusal.condition).toBe("P8");
    // 500 euro at 28,500 are 548.07 dollars at 26,000
    expect(refusal.details).toMatchObject({
      finding: "wage",
      rule: "CM-EU",
      amount: 600,
      said: 500,
      gap: 51.93,
      gapCurrency: "USD",
    });
    expect(said(refusal)).toEqual([
      "Lương cơ bản ít nhất 600 $ một tháng; đơn hàng ghi 500 €; thiếu 51,93 $ (Thông tư 02/2024/TT-BLĐTBXH Phụ lục VI)",
    ]);
  });

  test("a contract too short", async () => {
    const refusal = await refusalOf({ contractMonths: 5, fees: [fee(100_000n)] });
    expect(refusal.details).toMatchObject({ finding: "contractLength", months: 6, saidMonths: 5, gapMonths: 1 });
    expect(said(refusal)[0]).toContain("Hợp đồng ít nhất 6 tháng; đơn hàng ghi 5 tháng; thiếu 1 tháng");
  });

  test("rent above 15 % of an intern's basic wage", async () => {
    const refusal = await refusalOf({
      ...{ market: "JP", programme: "JP_TTS", occupation: "welder", currency: "JPY", contractMonths: 36 },
      ...{ basicMinor: 180_000n, grossMinor: 180_000n, lodging: "deducted", lodgingMinor: 30_000n, deductions: [] },
      ...{ commuting: "free", airfareLegs: "round_trip", fees: [line(0, "passport", 200_000n, { payee: "state" })] },
    } as Partial<OrderTerms>);
    const rent = refusal.findings.find(({ name }) => name === "rent");
    expect(rent?.params).toMatchObject({
      rule: "CM-JP-TTS-RENT",
      percent: 15,
      limit: 27_000,
      said: 30_000,
      gap: 3_000,
    });
    expect(said(refusal)).toContain(
      "Tiền nhà không quá 15 % lương cơ bản (27.000 ¥); đơn hàng ghi 30.000 ¥; thừa 3.000 ¥ (Thông tư 02/2024/TT-BLĐTBXH Phụ lục II)",
    );
  });

  test("a service fee collected before the contract, and to a person: both are said", async () => {
    const refusal = await refusalOf({ fees: [fee(100_000n, { due: "on_application", payee: "person" })] });
    expect(refusal.findings.map(({ code, name }) => `${code}.${name}`)).toEqual([
      "P9.payeeIsEnterprise",
      "P9.afterContract",
    ]);
    expect(said(refusal)[1]).toBe(
      "Dòng 1, Tiền dịch vụ 1.000 €: Thu quá sớm: chỉ được thu sau khi ký hợp đồng. (Luật 69/2020/QH14 Điều 23 khoản 2 điểm c)",
    );
  });
});

test("a row of a file is held back with the same words", async () => {
  const cells: Record<string, string> = {
    ...{ Mã: "VƯỢT-1", "Số giấy phép": "9601/LĐTBXH-GP", "Hợp đồng cung ứng": "78/QLLĐNN", "Thị trường": "Đức" },
    ...{
      "Chương trình": "DE_SKILLED",
      Nghề: "Điều dưỡng viên",
      "Tên đơn hàng": "Điều dưỡng",
      "Nơi làm việc": "München",
    },
    ...{ "Số lượng": "3", "Tuổi từ": "20", "Giờ mỗi ngày": "8", "Giờ mỗi tuần": "40", "Ngày nghỉ": "2 ngày" },
    ...{ "Tiền tệ": "EUR", "Lương cơ bản": "2800", "Khấu trừ": "900", Ăn: "tự lo", Ở: "miễn phí", "Bảo hiểm": "có" },
    ...{
      "Vé máy bay": "bên nước ngoài",
      "Số lượt vé": "một lượt",
      "Thời hạn hợp đồng": "24",
      "Cách tuyển": "phỏng vấn",
    },
    ...{ "Phỏng vấn": "trực tuyến", "Hạn nộp hồ sơ": "31/01/2027", "phí: service_fee": "6000 EUR" },
  };
  const file = join(await mkdtemp(join(tmpdir(), "refusals-")), "don-hang.csv");
  await writeFile(file, `${Object.keys(cells).join(",")}\n${Object.values(cells).join(",")}\n`);
  const { rows } = await importOrders(tester, { file, source: "kiểm thử" });
  expect(rows.map(({ verdict }) => verdict)).toEqual(["heldBack"]);
  const fault = rows[0]?.messages.find(({ details }) => details?.finding === "withinCeiling");
  expect(fault).toMatchObject({
    code: "P9",
    details: { rule: "SF-GEN", limit: 5_600, excess: 400, excessCurrency: "EUR" },
  });
  const print = vi.spyOn(console, "log").mockImplementation(() => {});
  say("orders", rows[0] as (typeof rows)[number]);
  const printed = String(print.mock.calls[0]?.[0]).replace(/\u00a0/g, " ");
  print.mockRestore();
  expect(printed).toContain("P9 Các khoản phí: Dòng 1, Tiền dịch vụ 6.000 €: Vượt mức trần 5.600 €: thừa 400 €.");
});
