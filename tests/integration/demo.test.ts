// The demo is what people see first: its promises (A5, A6, A8, S2) are checked on a small one, made the same way as a large one.
import { beforeAll, describe, expect, test } from "vitest";
import { feeLinesOf, latestRates } from "@/domain/fees/queries";
import { sheetTotals } from "@/domain/fees/rules";
import { dayOf } from "@/domain/kernel/calendar";
import { registerAsOf } from "@/domain/licences/queries";
import { isListed, isPublic } from "@/domain/orders/queries";
import { loadPublishable } from "@/domain/orders/publishable";
import { blocking, publicationConditions } from "@/domain/orders/rules";
import { marketStatistics, statisticsOf } from "@/domain/statistics/queries";
import { overdueRefundsOf } from "@/domain/payments/queries";
import { now } from "@/platform/clock";
import { db } from "@/platform/db";
import { type DemoReport, makeDemo } from "@/prisma/demo/demo";

let report: DemoReport;
beforeAll(async () => {
  report = await makeDemo({ orders: 400, seed: 7 });
});

describe("demo data", () => {
  test("has as many orders as asked for, most of them public, a tenth failing a condition", async () => {
    expect(report.orders).toBe(400);
    const failing =
      Object.values(report.heldBack).reduce((a, b) => a + b, 0) +
      Object.values(report.fallen).reduce((a, b) => a + b, 0);
    expect(failing).toBeGreaterThan(20);
    expect(failing).toBeLessThan(80);
    expect(await db.jobOrder.count({ where: isPublic })).toBeGreaterThan(280);
    expect(await db.jobOrder.count({ where: { demo: false } })).toBe(0);
  });

  test("every condition that an order can fail is failed by some order", () => {
    expect(Object.keys({ ...report.heldBack, ...report.fallen }).toSorted()).toEqual([
      "P1",
      "P10",
      "P12",
      "P2",
      "P3",
      "P4",
      "P5",
      "P6",
      "P7",
      "P8",
      "P9",
    ]);
  });

  test("no public order fails a condition, and an ordinary order is never held back", async () => {
    const day = dayOf(now());
    const open = await loadPublishable(isPublic);
    const wrong = open.flatMap(({ row, order }) => {
      const failing = blocking(publicationConditions(order, day));
      return failing.length > 0 ? [`${row.reference} ${failing.join()}`] : [];
    });
    expect(wrong).toEqual([]);
    expect(report.published + report.faultyAtOnce).toBe(report.orders);
  });

  test("what happened later hides orders at once: none of them is public", async () => {
    expect(await db.jobOrder.count({ where: { id: { in: report.fallenIds }, ...isPublic } })).toBe(0);
    expect(await db.jobOrder.count({ where: { id: { in: report.fallenIds }, status: "published" } })).toBe(
      report.fallenIds.length,
    );
  });

  test("A5: public orders state basic pay, hours, currency, deductions and đồng at a dated rate", async () => {
    const orders = await db.jobOrder.findMany({ where: { ...isPublic, kind: { not: "source_preparation" } } });
    expect(orders.length).toBeGreaterThan(250);
    for (const order of orders) {
      expect(order.basicMinor, order.reference).not.toBeNull();
      expect(order.basicVnd, order.reference).not.toBeNull();
      expect(order.hoursPerWeek, order.reference).not.toBeNull();
      expect(order.deductions, order.reference).not.toBeNull();
      expect(order.rateOn, order.reference).not.toBeNull();
      expect(order.netVnd, order.reference).not.toBeNull();
    }
  });

  test("A6: public orders carry a cost sheet whose totals equal its lines", async () => {
    const orders = await db.jobOrder.findMany({ where: isPublic });
    const sheets = await feeLinesOf(orders.map(({ id }) => id));
    const rates = await latestRates();
    for (const order of orders) {
      const lines = sheets.get(order.id) ?? [];
      expect(lines.length, order.reference).toBeGreaterThan(0);
      const totals = sheetTotals(lines, rates);
      const paid = lines.filter(
        (line) =>
          line.payer === "worker" &&
          line.code !== "worker_deposit" &&
          !["monthly_abroad", "at_return"].includes(line.due),
      );
      expect(order.costVnd, order.reference).toBe(paid.reduce((sum, line) => sum + (line.amountVnd ?? 0n), 0n));
      expect(order.costVnd).toBe(totals.workerBeforeLeavingVnd);
      expect(order.depositVnd).toBe(totals.depositVnd);
    }
  });

  test("A8: near-copies stand behind one entry, and no two are listed", async () => {
    expect(report.copies.length).toBeGreaterThan(8);
    const ids = report.copies.flatMap(({ id, copyOf }) => [id, copyOf]);
    const rows = new Map(
      (await db.jobOrder.findMany({ where: { id: { in: ids } }, select: { id: true, groupKey: true } })).map((row) => [
        row.id,
        row.groupKey,
      ]),
    );
    const grouped = report.copies.filter(({ id, copyOf }) => rows.get(id) === rows.get(copyOf));
    expect(grouped.length / report.copies.length).toBeGreaterThanOrEqual(0.95);
    const listed = await db.jobOrder.findMany({ where: isListed, select: { groupKey: true } });
    expect(new Set(listed.map(({ groupKey }) => groupKey)).size).toBe(listed.length);
  });

  test("S2: programmes of the state are there, without an agency and without a service fee", async () => {
    const orders = await db.jobOrder.findMany({
      where: { ...isPublic, kind: "state_programme" },
      select: { id: true, agencyId: true },
    });
    expect(orders.length).toBeGreaterThan(10);
    expect(orders.every(({ agencyId }) => agencyId === null)).toBe(true);
    const sheets = await feeLinesOf(orders.map(({ id }) => id));
    expect([...sheets.values()].flat().filter(({ code }) => code === "service_fee")).toEqual([]);
  });

  test("nursing in Germany with B1 and no deposit is there to be compared", async () => {
    const where = {
      ...isPublic,
      market: "DE",
      languageOrdinal: { lte: 3 },
      depositVnd: 0,
      occupation: { in: ["nurse-registered", "nurse-trainee", "caregiver-facility"] },
    };
    expect(await db.jobOrder.count({ where })).toBeGreaterThanOrEqual(4);
  });

  test("agencies say of themselves that they are invented, and the register has a day", async () => {
    const agencies = await db.agency.findMany({ select: { nameVi: true, demo: true } });
    expect(agencies).toHaveLength(60);
    expect(agencies.every(({ nameVi, demo }) => demo && nameVi?.includes("(dữ liệu mẫu)"))).toBe(true);
    expect((await registerAsOf())?.asOf).toBe(dayOf(now()));
    expect(await db.warning.count()).toBe(6);
  });

  test("orders were published over the last twelve months, those of long ago are over, and none was published before its contract", async () => {
    const orders = await db.jobOrder.findMany({
      where: { publishedAt: { not: null } },
      select: { id: true, publishedAt: true, status: true, public: true, contract: true, reference: true },
    });
    const months = new Set(orders.map(({ publishedAt }) => dayOf(publishedAt!).slice(0, 7)));
    expect(months.size).toBeGreaterThanOrEqual(11);
    const eightyDaysAgo = new Date(now().getTime() - 80 * 24 * 3_600_000);
    const old = orders.filter(({ publishedAt }) => publishedAt! < eightyDaysAgo);
    expect(old.length).toBeGreaterThan(25);
    expect(old.filter((order) => order.public)).toEqual([]);
    expect(new Set(old.map(({ status }) => status))).toContain("filled");
    expect(orders.filter(({ contract, publishedAt }) => contract && contract.approvedOn! > publishedAt!)).toEqual([]);
    const entries = await db.journalEntry.findMany({ where: { subjectId: { in: old.map(({ id }) => id) } } });
    expect(entries.every(({ at }) => at <= now())).toBe(true);
    expect(entries.filter(({ at }) => at < eightyDaysAgo).length).toBeGreaterThanOrEqual(old.length);
  });

  test("the figures are made, and the year can be drawn", async () => {
    const statistics = await marketStatistics("JP");
    expect(statistics.open("cost")?.count).toBeGreaterThan(50);
    const year = await statisticsOf({}, { period: "months", measure: "cost" });
    expect(year.length).toBeGreaterThanOrEqual(3);
    expect(year.every(({ count }) => count >= 5)).toBe(true);
  });

  test("books of payments: each story with what follows from it, all of it marked", async () => {
    const books = await db.paymentBook.findMany({ select: { demo: true, agencyId: true } });
    expect(books).toHaveLength(6);
    expect(books.every(({ demo }) => demo)).toBe(true);
    const open = await db.paymentFlag.findMany({ where: { state: "open" }, select: { condition: true } });
    expect(open.map(({ condition }) => condition)).toEqual(
      expect.arrayContaining(["prohibited", "sidesDiffer", "refundOverdue"]),
    );
    const overdue = await Promise.all(books.map(({ agencyId }) => overdueRefundsOf(agencyId ?? "")));
    expect(overdue.reduce((sum, one) => sum + one.overdue, 0)).toBe(1);
  });

  test("made twice: firms are kept, orders are added", async () => {
    const again = await makeDemo({ orders: 60, seed: 8 });
    expect(again.orders).toBe(60);
    expect(await db.agency.count()).toBe(60);
    expect(await db.jobOrder.count()).toBe(460);
  });
});
