// Codes on posters: the same verdict with the site and without it, whatever somebody types; and since when a closed order is closed.
import { webcrypto } from "node:crypto";
import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { createContext, runInContext } from "node:vm";
import { beforeAll, describe, expect, test } from "vitest";
import { codeIn, inGroups, isReference } from "@/components/codes/read";
import { systemActor } from "@/domain/kernel/actor";
import { addDays, day } from "@/domain/kernel/calendar";
import { recordDecision } from "@/domain/licences/commands";
import { closeOrder } from "@/domain/orders/commands";
import { notOpenSince, orderPage } from "@/domain/orders/queries";
import { asIfAt } from "@/platform/clock";
import { rotate } from "@/platform/keys";
import { publicKeys, signCode, signedPrefix, verifyCode } from "@/platform/signing";
import { anOrderToSell } from "@/tests/builders/order-in-database";

const tester = systemActor("test");
const today = day("2026-11-20");
const poster = { kind: "P", id: "DE-000123", day: "2026-11-20" };
const file = join(process.cwd(), "public/sw.js");

type KeyList = { prefix: string; keys: ReturnType<typeof publicKeys> };
type Worker = {
  verdictOf: (code: string, list: KeyList) => Promise<Record<string, string>>;
  codeIn: (text: string) => string;
};
/** The worker as a browser runs it, without its caches. */
function workerWith(crypto: unknown): Worker {
  const self = { addEventListener: () => {} };
  const globals = createContext({ self, crypto, URL, Uint8Array, BigInt, Number, Date, atob, decodeURIComponent });
  runInContext(readFileSync(file, "utf8"), globals);
  return globals as unknown as Worker;
}
const worker = workerWith(webcrypto);
const list = (): KeyList => ({
  prefix: signedPrefix,
  keys: JSON.parse(JSON.stringify(publicKeys())) as KeyList["keys"],
});
const offline = async (code: string) => ({ ...(await worker.verdictOf(code, list())) });

describe("with the list of keys alone", () => {
  let code = "";
  beforeAll(() => {
    code = signCode(poster);
  });

  test("a genuine code is told with what it is for and its day", async () => {
    expect(await offline(code)).toEqual({ verdict: "genuine", ...poster });
  });

  test("one altered character anywhere is refused, as the site refuses it", async () => {
    for (let at = 0; at < code.length; at += 1) {
      const altered = code.slice(0, at) + (code[at] === "K" ? "L" : "K") + code.slice(at + 1);
      const { verdict } = await offline(altered);
      expect(verdict).not.toBe("genuine");
      expect(verdict).toBe(verifyCode(altered).verdict);
    }
  });

  test("what is not a code at all is forged in both places: too long, other scripts, nothing", async () => {
    const twin = code.slice(0, 20) + "Z".repeat(100);
    for (const other of [
      "",
      "A".repeat(10_000),
      "コード",
      "１２３",
      code.toLowerCase(),
      `${code}0`,
      code.slice(1),
      twin,
      "‮" + code,
    ])
      expect((await offline(other)).verdict).toBe(verifyCode(other).verdict);
  });

  test("after a rotation an old code stays good, and the old key writes nothing of later days", async () => {
    const later = signCode({ ...poster, day: "2026-12-24" });
    expect((await offline(later)).verdict).toBe("genuine");
    rotate("signing");
    expect((await offline(code)).verdict).toBe("genuine");
    expect((await offline(later)).verdict).toBe("forged");
    expect((await offline(signCode(poster))).verdict).toBe("genuine");
  });

  test("a key that is not on the list cannot be confirmed, which is not called forged", async () => {
    expect((await offline(`P00${code.slice(3)}`)).verdict).toBe("unknownKey");
    expect((await worker.verdictOf(code, { ...list(), keys: [] })).verdict).toBe("unknownKey");
  });

  test("a browser without Ed25519 says that it cannot tell", async () => {
    const subtle = { importKey: () => Promise.reject(new Error("NotSupportedError")) };
    expect((await workerWith({ subtle }).verdictOf(code, list())).verdict).toBe("unable");
  });

  test("the worker is small", () => {
    expect(statSync(file).size).toBeLessThan(6_000);
  });
});

describe("what people type", () => {
  test("spaces, small letters, groups and whole links are read; nothing else is mended", () => {
    const code = signCode(poster);
    for (const typed of [
      ...[code, ` ${code}\n`, code.toLowerCase(), inGroups(code), `https://viec.example/ma/${code}?x=1`],
      ...[`xem http://localhost:3000/en/codes/${code.toLowerCase()} nhé`, encodeURIComponent(inGroups(code))],
    ]) {
      expect(codeIn(typed)).toBe(code);
      expect(worker.codeIn(typed)).toBe(code);
    }
    // A dotless i is not an I, a wide digit no digit: capitals are made of Latin letters alone.
    for (const typed of ["ı", "ß", "１", "%E0%A4%A", "a".repeat(10_000), "<script>", "‮", "/ma/"])
      expect(worker.codeIn(typed)).toBe(codeIn(typed));
    expect(codeIn("ı")).toBe("ı");
    expect(codeIn("a".repeat(10_000)).length).toBeLessThanOrEqual(200);
    expect(isReference("DE-000123")).toBe(true);
    expect(isReference(code)).toBe(false);
  });
});

describe("since when", () => {
  const since = async (reference: string, on = today) => {
    const page = await orderPage(reference, on);
    return page && notOpenSince(page, on);
  };

  test("an open order has no such day; a closed one has the day it was closed on", async () => {
    const order = await anOrderToSell();
    expect(await since(order.reference)).toBeNull();
    await asIfAt(new Date("2026-11-18T03:00:00Z"), () => closeOrder(tester, { orderId: order.id, reason: "agency" }));
    expect(await since(order.reference)).toBe("2026-11-18");
  });

  test("an order whose agency was stopped has the decision's own day, the latest where there are several", async () => {
    const order = await anOrderToSell();
    const stop = (from: string, decisionNo: string) =>
      recordDecision(tester, {
        ...{ agencyId: order.agencyId, kind: "restriction", restriction: "activity_suspended", scope: "all" },
        ...{ from: day(from), decisionNo, decisionOn: day(from), source: "kiểm thử", verified: true },
      });
    await stop("2026-11-05", "1/QĐ");
    expect(await since(order.reference)).toBe("2026-11-05");
    await stop("2026-11-12", "2/QĐ");
    expect(await since(order.reference)).toBe("2026-11-12");
    expect((await orderPage(order.reference))?.notOpen?.reason).toBe("agency");
  });

  test("an order past its deadline is closed from the day after", async () => {
    const order = await anOrderToSell({ deadlineOn: today });
    const page = await orderPage(order.reference, addDays(today, 5));
    const past = page && { ...page, notOpen: { reason: "deadline" as const, conditions: [] } };
    expect(past && (await notOpenSince(past, addDays(today, 5)))).toBe("2026-11-21");
  });
});
