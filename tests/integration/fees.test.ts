import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { change } from "@/domain/audit/change";
import { line } from "@/domain/fees/builders";
import { saveRates, writeFeeSheet, writeFeeSheets } from "@/domain/fees/commands";
import { feeLinesOf, latestRates, rateOf } from "@/domain/fees/queries";
import { day } from "@/domain/kernel/calendar";
import { systemActor } from "@/domain/kernel/actor";
import { db } from "@/platform/db";

const actor = systemActor("tests");
const rate = (on: string, vndPerUnit: number, currency = "JPY") => ({
  currency,
  on: day(on),
  vndPerUnit,
  source: "test",
  verified: true,
});

test("a sheet is read as it was written, to the unit, and replaced as a whole", async () => {
  const [first, second] = [randomUUID(), randomUUID()];
  const dated = { rateVndPerUnit: 165, rateOn: day("2026-11-20") };
  const huge = line({
    position: 2,
    code: "visa",
    payee: "embassy",
    amountMinor: 9_007_199_254_740_993n,
    amountVnd: null,
    note: "gồm thuế",
  });
  await change(actor, (tx) =>
    writeFeeSheets(
      tx,
      new Map([
        [first, [line({ amountVnd: 59_400_000n, ...dated }), huge]],
        [second, [line()]],
      ]),
    ),
  );
  const sheets = await feeLinesOf([first, second, randomUUID()]);
  expect([...sheets.keys()].sort()).toEqual([first, second].sort());
  expect(sheets.get(first)).toEqual([
    { ...line(), amountVnd: 59_400_000n, ...dated, note: null },
    { ...huge, amountVnd: null, rateVndPerUnit: null, rateOn: null },
  ]);
  await change(actor, (tx) => writeFeeSheet(tx, first, [line({ amountMinor: null })]));
  expect((await feeLinesOf([first])).get(first)).toMatchObject([{ position: 1, amountMinor: null, amountVnd: null }]);
  await change(actor, (tx) => writeFeeSheet(tx, first, []));
  expect((await feeLinesOf([first])).has(first)).toBe(false);
});

test("rates are dated; the same again changes nothing", async () => {
  const rates = [rate("2026-11-01", 164.5), rate("2026-11-20", 165.25), rate("2026-11-10", 26_000, "USD")];
  expect(await saveRates(actor, rates)).toBe(3);
  const before = await db.outboxEvent.count();
  expect(await saveRates(actor, rates)).toBe(0);
  expect(await db.outboxEvent.count()).toBe(before);
  expect((await latestRates()).get("JPY")).toMatchObject({ on: "2026-11-20", vndPerUnit: 165.25, verified: true });
  expect(await rateOf("JPY", day("2026-11-19"))).toMatchObject({ on: "2026-11-01", vndPerUnit: 164.5 });
  expect(await rateOf("JPY", day("2026-10-31"))).toBeNull();
  expect(await saveRates(actor, [rate("2026-11-20", 166)])).toBe(1);
  expect((await latestRates()).get("JPY")?.vndPerUnit).toBe(166);
});
