// An agency with an approved contract and open orders in Germany, written through the commands as everybody writes them.
import type { Operator } from "@/domain/kernel/actor";
import { day } from "@/domain/kernel/calendar";
import { saveRates } from "@/domain/fees/commands";
import { recordAgency, recordDecision } from "@/domain/licences/commands";
import { recordContract, recordOrders } from "@/domain/orders/commands";
import { type OrderInput, orderInput } from "@/domain/orders/schema";
import { anOrderInput } from "@/tests/builders/order";

export const operator: Operator = { kind: "operator", id: "test", name: "Test" };
const official = { source: "Danh sách chính thức (dữ liệu mẫu)", verified: true } as const;

export async function anAgency(name: string, number: string) {
  const agency = await recordAgency(operator, {
    nameVi: name,
    licence: { number, issuedOn: "2015-03-02" },
    phone: "024 3824 9517",
    asOf: "2026-11-01",
    ...official,
  });
  await recordDecision(operator, {
    kind: "fine",
    agencyId: agency.id,
    amountVnd: 50_000_000,
    on: "2024-02-01",
    reason: "Không niêm yết",
    ...official,
  });
  return agency;
}

export const rates = () =>
  saveRates(operator, [
    { currency: "EUR", on: day("2026-11-19"), vndPerUnit: 30_000, source: "Ngân hàng (mẫu)", verified: true },
  ]);

export const aContract = (agencyId: string, quota = 5_000) =>
  recordContract(operator, {
    agencyId,
    market: "DE",
    partnerName: "Muster Pflege GmbH",
    partnerCountry: "DE",
    status: "approved",
    approvalNo: "12/QLLĐNN",
    approvedOn: "2025-01-10",
    validFrom: "2025-01-10",
    validTo: "2028-01-10",
    quotas: [{ occupation: "nurse-registered", sex: "any", quota }],
  });

/** Orders unlike enough not to be taken for copies of each other. */
export const orderTerms = (
  agencyId: string,
  contractId: string,
  i: number,
  more: Partial<OrderInput> = {},
): OrderInput =>
  anOrderInput({
    ...{
      agencyId,
      contractId,
      region: `Vùng ${i}`,
      title: `Điều dưỡng viên tại Đức, đợt ${i}`,
      workplace: `Bệnh viện số ${i}`,
      employerName: `Klinik ${i}`,
    },
    ...{ description: "Chăm sóc người bệnh <b>trong</b> bệnh viện.", experienceMonths: i % 3 === 0 ? 0 : 12 },
    ...{
      basicMinor: BigInt(280_000 + i * 20_000),
      netMinor: BigInt(190_000 + i * 15_000),
      allowances: [{ code: "shift", minor: 10_000n }],
    },
    ...more,
  });

export const record = (inputs: readonly OrderInput[]) =>
  recordOrders(
    operator,
    inputs.map((input) => orderInput.parse(input)),
  );
