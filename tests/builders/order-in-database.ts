// An agency with its licence, a contract and one published order, written by the commands that write real ones.
import { systemActor } from "@/domain/kernel/actor";
import { day } from "@/domain/kernel/calendar";
import { saveRates } from "@/domain/fees/commands";
import { recordAgency } from "@/domain/licences/commands";
import { recordContract, recordOrders } from "@/domain/orders/commands";
import { orderTerms } from "./order";

const tester = systemActor("test");
let made = 0;

export async function anOrderToSell(more: Parameters<typeof orderTerms>[0] = {}) {
  made += 1;
  await saveRates(tester, [
    { currency: "EUR", on: day("2026-11-01"), vndPerUnit: 28_500, source: "kiểm thử", verified: false },
    { currency: "USD", on: day("2026-11-01"), vndPerUnit: 26_000, source: "kiểm thử", verified: false },
  ]);
  const { id: agencyId } = await recordAgency(tester, {
    ...{
      nameVi: `Công ty Sổ Tiền ${made}`,
      licence: { number: `${9500 + made}/LĐTBXH-GP`, issuedOn: day("2015-01-05") },
    },
    ...{ source: "kiểm thử", verified: true, asOf: day("2026-11-01") },
  });
  const contract = await recordContract(tester, {
    ...{
      agencyId,
      market: "DE",
      partnerName: "Klinik Mẫu",
      partnerCountry: "DE",
      status: "approved",
      approvalNo: `${made}/QLLĐNN`,
    },
    ...{ approvedOn: day("2026-01-10"), validFrom: day("2026-01-10") },
    quotas: [{ occupation: "nurse-registered", sex: "any", quota: 100 }],
  });
  const [order] = await recordOrders(tester, [{ ...orderTerms(more), agencyId, contractId: contract.id }]);
  return { ...(order as NonNullable<typeof order>), agencyId };
}
