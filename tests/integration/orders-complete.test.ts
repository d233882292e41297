// Features A5 and A6: whatever is handed in, what the public sees states pay, hours, deductions, đồng with the day of the rate, and a sheet that adds up.
import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { change } from "@/domain/audit/change";
import { saveRates } from "@/domain/fees/commands";
import { feeLinesOf } from "@/domain/fees/queries";
import { feeComponents } from "@/domain/fees/rules";
import { payers } from "@/domain/fees/schema";
import { systemActor } from "@/domain/kernel/actor";
import { day } from "@/domain/kernel/calendar";
import { Refusal } from "@/domain/kernel/refusal";
import { recordAgency } from "@/domain/licences/commands";
import { judgeOrders, publishOrder, recordContract, recordOrders } from "@/domain/orders/commands";
import { columnOf, readCells } from "@/domain/orders/import/columns";
import { isPublic, orderPage } from "@/domain/orders/queries";
import { blocking, publicationConditions } from "@/domain/orders/rules";
import type { OrderTerms } from "@/domain/orders/schema";
import { db } from "@/platform/db";
import { readTable } from "@/platform/tabular";
import { makeDemo } from "@/prisma/demo/demo";
import { anOrder, line, orderTerms } from "../builders/order";

const tester = systemActor("test");
const rate = (currency: string, vndPerUnit: number, on = "2026-11-01") => ({
  ...{ currency, on: day(on), vndPerUnit, source: "kiểm thử", verified: false },
});
let sender: { agencyId: string; contractId: string };

beforeAll(async () => {
  await saveRates(tester, [rate("EUR", 28_500), rate("USD", 26_000)]);
  const { id: agencyId } = await recordAgency(tester, {
    nameVi: "Công ty Đủ Thông Tin",
    licence: { number: "9777/LĐTBXH-GP", issuedOn: day("2015-01-05") },
    source: "kiểm thử",
    verified: true,
  });
  const contract = await recordContract(tester, {
    ...{ agencyId, market: "DE", partnerName: "Đối tác", partnerCountry: "Đức", status: "approved" },
    ...{ approvalNo: "12/QLLĐNN", approvedOn: "2026-01-10", validFrom: "2026-01-10" },
    quotas: [{ occupation: "nurse-registered", sex: "any", quota: 100_000 }],
  });
  sender = { agencyId, contractId: contract.id };
});

/** What an order cannot do without, each left out in its own way. */
const holes: Readonly<Record<string, (order: OrderTerms) => Partial<OrderTerms>>> = {
  basicPay: () => ({ basicMinor: null }),
  hoursPerDay: () => ({ hoursPerDay: null }),
  hoursPerWeek: () => ({ hoursPerWeek: null }),
  deductions: () => ({ deductions: null }),
  deductionsThoughNetIsStated: () => ({ deductions: null, netMinor: 180_000n }),
  deductionWithoutAmount: () => ({ deductions: [{ code: "tax" }], netMinor: null }),
  lodgingWithoutAmount: () => ({ lodging: "deducted", lodgingMinor: null }),
  currencyWithoutRate: () => ({ currency: "CHF" }),
  noSheet: () => ({ fees: [] }),
  unknownAmount: ({ fees }) => ({ fees: [...fees, line(fees.length, "visa", null, { payee: "embassy" })] }),
  lineWithoutRate: ({ fees }) => ({
    fees: [...fees, line(fees.length, "visa", 9_000n, { payee: "embassy", currency: "CHF" })],
  }),
  monthlyWithoutMonths: ({ fees }) => ({
    fees: [
      ...fees,
      line(fees.length, "host_agent_fee", 1_000n, { currency: "EUR", due: "monthly_abroad", payee: "host_agent" }),
    ],
  }),
};
const named = Object.keys(holes);
function broken(names: readonly string[]): OrderTerms {
  let order: OrderTerms = { ...orderTerms(), ...sender };
  for (const name of names) order = { ...order, ...holes[name]?.(order) };
  return order;
}

describe("no incomplete order can be published", () => {
  test("the rules name what is missing, and a complete order lacks nothing", () => {
    expect(blocking(publicationConditions(anOrder(), day("2026-11-20")))).toEqual([]);
    for (const name of named) {
      const order = anOrder();
      const failing = blocking(
        publicationConditions(
          {
            ...order,
            ...holes[name]?.(order as unknown as OrderTerms),
            ...(name === "currencyWithoutRate" && { rateOn: null }),
          },
          day("2026-11-20"),
        ),
      );
      expect(
        failing.filter((code) => code === "P9" || code === "P10"),
        name,
      ).not.toEqual([]);
    }
  });

  test("three hundred orders with any holes: each stays a draft, and asking again is refused", async () => {
    const cases = fc.sample(fc.subarray(named, { minLength: 1 }), { numRuns: 300, seed: 20_261_120 });
    const recorded = await recordOrders(
      tester,
      cases.map((names, i) => ({ ...broken(names), employerName: `Klinik ${i}` })),
      { quiet: true },
    );
    expect(recorded.filter(({ verdict }) => verdict !== "heldBack")).toEqual([]);
    expect(
      await db.jobOrder.count({ where: { id: { in: recorded.map(({ id }) => id) }, status: { not: "draft" } } }),
    ).toBe(0);
    for (const { id } of recorded.slice(0, 40))
      await expect(publishOrder(tester, { orderId: id })).rejects.toBeInstanceOf(Refusal);
  });

  test("the database itself refuses a public order with a hole", async () => {
    const [whole] = await recordOrders(tester, [{ ...orderTerms({ employerName: "Klinik Trọn" }), ...sender }], {
      quiet: true,
    });
    expect(whole?.verdict).toBe("added");
    const where = { id: whole?.id ?? "" };
    for (const data of [
      { basicMinor: null },
      { netVnd: null },
      { costVnd: null },
      { hoursPerWeek: null },
      { rateOn: null },
    ])
      await expect(change(tester, (tx) => tx.jobOrder.update({ where, data }))).rejects.toThrow();
    await expect(
      change(tester, (tx) =>
        tx.feeComponent.updateMany({ where: { orderId: where.id, currency: "EUR" }, data: { rateOn: null } }),
      ),
    ).rejects.toThrow();
  });

  test("what is announced elsewhere may lack anything: it is a record, never an open order", async () => {
    const [record] = await recordOrders(
      tester,
      [{ ...broken(named.slice(0, 8)), status: "recorded", agencyId: null, contractId: null }],
      { quiet: true },
    );
    expect(record?.verdict).toBe("added");
    expect(await db.jobOrder.count({ where: { id: record?.id, ...isPublic } })).toBe(0);
  });

  test("an order judged again on another day is hidden when it is no longer complete", async () => {
    const [one] = await recordOrders(tester, [{ ...orderTerms({ employerName: "Klinik Sau" }), ...sender }], {
      quiet: true,
    });
    const where = { id: one?.id ?? "" };
    await change(tester, (tx) => tx.jobOrder.update({ where, data: { insurance: null } }));
    expect(await judgeOrders(tester, where)).toBe(1);
    expect(await db.jobOrder.count({ where: { ...where, ...isPublic } })).toBe(0);
    const [row] = await db.jobOrder.findMany({ where, select: { reference: true } });
    expect((await orderPage(row?.reference ?? ""))?.notOpen?.reason).toBe("rules");
  });
});

describe("the whole demo", () => {
  beforeAll(async () => {
    await makeDemo({ orders: 300, seed: 11 });
  });

  /** Public orders for which a condition in SQL does not hold. */
  const without = async (condition: string): Promise<string[]> => {
    const { Client } = (await import("pg")).default;
    const client = new Client({ connectionString: process.env.DATABASE_URL });
    await client.connect();
    const found = await client
      .query<{ reference: string }>(
        `SELECT o."reference" FROM "JobOrder" o JOIN "PublicOrder" p ON p."id" = o."id" WHERE NOT coalesce((${condition}), false)`,
      )
      .finally(() => client.end());
    return found.rows.map(({ reference }) => reference);
  };

  test("A5: every public order states pay, hours, currency, deductions, and đồng with the day of its rate", async () => {
    expect(await db.jobOrder.count({ where: isPublic })).toBeGreaterThan(200);
    const offer = `o."kind" = 'source_preparation' OR`;
    expect(await without(`${offer} (o."basicMinor" > 0 AND o."payPeriod" IN ('month', 'hour', 'year'))`)).toEqual([]);
    expect(await without(`${offer} (o."hoursPerDay" > 0 AND o."hoursPerWeek" > 0)`)).toEqual([]);
    expect(await without(`length(o."currency") = 3`)).toEqual([]);
    expect(await without(`${offer} (jsonb_typeof(o."deductions") = 'array' AND o."netMinor" IS NOT NULL)`)).toEqual([]);
    expect(await without(`${offer} (o."basicVnd" > 0 AND o."netVnd" >= 0)`)).toEqual([]);
    expect(
      await without(
        `o."currency" = 'VND' OR (o."rateOn" <= site_today() AND o."rateVndPerUnit" > 0 AND o."rateSource" <> '')`,
      ),
    ).toEqual([]);
    expect(
      await without(
        `${offer} o."currency" = 'VND' OR abs(o."netVnd" - o."netMinor" / (CASE WHEN o."currency" IN ('JPY', 'KRW') THEN 1 WHEN o."currency" = 'KWD' THEN 1000 ELSE 100 END) * o."rateVndPerUnit") <= o."rateVndPerUnit"`,
      ),
    ).toEqual([]);
  });

  test("A6: every public order has a sheet, each line a known component and payer, and the sum equals the lines", async () => {
    const lines = `SELECT 1 FROM "FeeComponent" f WHERE f."orderId" = o."id"`;
    const known = feeComponents.map(({ code }) => `'${code}'`).join();
    const who = payers.map((payer) => `'${payer}'`).join();
    expect(await without(`EXISTS (${lines})`)).toEqual([]);
    expect(
      await without(`NOT EXISTS (${lines} AND (f."code" NOT IN (${known}) OR f."payer"::text NOT IN (${who})))`),
    ).toEqual([]);
    expect(
      await without(
        `NOT EXISTS (${lines} AND f."payer" = 'worker' AND (f."amountMinor" IS NULL OR f."amountVnd" IS NULL))`,
      ),
    ).toEqual([]);
    const before = `f."payer" = 'worker' AND f."code" NOT IN ('worker_deposit', 'guarantee') AND f."due" NOT IN ('monthly_abroad', 'at_return')`;
    const sum = (where: string) =>
      `(SELECT coalesce(sum(f."amountVnd"), 0) FROM "FeeComponent" f WHERE f."orderId" = o."id" AND ${where})`;
    const deducted = feeComponents
      .filter(({ legalClass }) => legalClass === "deduction")
      .map(({ code }) => `'${code}'`);
    const apart = deducted.length > 0 ? ` AND f."code" NOT IN (${deducted.join()})` : "";
    expect(await without(`o."costVnd" = ${sum(before + apart)}`)).toEqual([]);
    expect(await without(`o."depositVnd" = ${sum(`f."payer" = 'worker' AND f."code" = 'worker_deposit'`)}`)).toEqual(
      [],
    );
  });

  test("every line in another currency keeps the rate it was converted at, and comes to that", async () => {
    const orders = await db.jobOrder.findMany({ where: isPublic, select: { id: true } });
    const sheets = await feeLinesOf(orders.map(({ id }) => id));
    const foreign = [...sheets.values()]
      .flat()
      .filter(({ currency, amountVnd }) => currency !== "VND" && amountVnd !== null);
    expect(foreign.length).toBeGreaterThan(50);
    expect(foreign.filter(({ rateOn, rateVndPerUnit }) => !rateOn || !rateVndPerUnit)).toEqual([]);
  });

  test("where the decree names no amount, the sender states a ticket, and no deposit is above it", async () => {
    const stated = await db.jobOrder.findMany({
      where: { ...isPublic, ticketMinor: { not: null } },
      select: { depositVnd: true, ticketMinor: true },
    });
    expect(stated.length).toBeGreaterThan(5);
    expect(stated.filter(({ depositVnd, ticketMinor }) => (depositVnd ?? 0n) > (ticketMinor ?? 0n))).toEqual([]);
  });
});

test("a deposit is measured by the stated ticket; without one it cannot be published", async () => {
  const deposit = line(9, "worker_deposit", 12_000_000n, { payee: "bank", due: "after_visa", refundable: "yes" });
  const asking = (ticket: bigint | null, i: number): OrderTerms => ({
    ...orderTerms({ employerName: `Klinik Vé ${i}` }),
    ...sender,
    fees: [...orderTerms().fees, deposit],
    ticketMinor: ticket,
    ticketCurrency: ticket === null ? null : "VND",
  });
  const recorded = await recordOrders(tester, [asking(null, 1), asking(11_000_000n, 2), asking(14_000_000n, 3)]);
  expect(recorded.map(({ conditions }) => conditions)).toEqual([["P9"], ["P9"], []]);
});

test("the template for files of orders states a ticket, in its own currency or in đồng", async () => {
  const rows: Record<string, unknown>[] = [];
  for await (const { record } of readTable("public/files/mau-don-hang.csv")) rows.push(record);
  const cells = Object.fromEntries(
    Object.entries(rows[0] ?? {}).flatMap(([name, value]) =>
      columnOf(name) ? [[columnOf(name) as string, String(value)]] : [],
    ),
  );
  expect(readCells(cells)).toMatchObject({ problems: [], order: { ticketMinor: 14_000_000n, ticketCurrency: "VND" } });
  expect(readCells({ ...cells, ticket: "520 USD" }).order).toMatchObject({
    ticketMinor: 52_000n,
    ticketCurrency: "USD",
  });
  expect(readCells({ ...cells, ticket: "liên hệ" }).problems).toMatchObject([{ column: "ticket", code: "amount" }]);
  expect(readCells({ ...cells, ticket: "" }).order).toMatchObject({ ticketMinor: null, ticketCurrency: null });
});
