// Answers kept while the database stays as it is: the second reader is spared the work, and nobody is ever shown what a commit took away.
import { beforeAll, describe, expect, test, vi } from "vitest";
import { endpoints } from "@/domain/opendata/schema";
import { recordDecision } from "@/domain/licences/commands";
import { closeOrder } from "@/domain/orders/commands";
import { stateOfData } from "@/platform/db";
import { aContract, anAgency, operator, orderTerms, rates, record } from "./opendata-orders";

vi.hoisted(() => void (process.env.RATE_LIMIT_PER_MINUTE = "1000000"));

type Route = (request: Request, context: { params: Promise<Record<string, string>> }) => Promise<Response>;
const ask = async (route: { GET: unknown }, path: string, params: Record<string, string> = {}) =>
  (route.GET as Route)(new Request(`http://localhost:3000${path}`), { params: Promise.resolve(params) });
const order = async (reference: string) =>
  ask(await import("@/app/api/v1/orders/[reference]/route"), `/api/v1/orders/${reference}`, { reference });
/** The walk is answered by the database alone, so that what it says is known to the moment. */
const listed = async (): Promise<string[]> => {
  const answer = await ask(await import("@/app/api/v1/orders/route"), `${endpoints.orders.path}?cursor=&pageSize=100`);
  return ((await answer.json()) as { orders: { reference: string }[] }).orders.map(({ reference }) => reference);
};

let agency: { id: string };
let written: { id: string; reference: string }[];
const close = (i: number) => closeOrder(operator, { orderId: written[i]?.id ?? "", reason: "withdrawn" });
beforeAll(async () => {
  await rates();
  agency = await anAgency("Công ty Cổ phần Giữ Mẫu", "9701/LĐTBXH-GP");
  const contract = await aContract(agency.id);
  written = await record(Array.from({ length: 40 }, (_, i) => orderTerms(agency.id, contract.id, i)));
});

describe("what the database holds", () => {
  test("is told by the same words until something is committed, and by other words from then on", async () => {
    const before = await stateOfData();
    expect(await stateOfData()).toBe(before);
    await close(0);
    expect(await stateOfData()).not.toBe(before);
  });

  test("many who ask at once share a reading begun after they asked", async () => {
    const first = stateOfData();
    const before = await first;
    const reading = stateOfData();
    await close(1);
    const [late, later] = await Promise.all([stateOfData(), stateOfData()]);
    await reading;
    expect(late).not.toBe(before);
    expect(later).toBe(late);
  });
});

describe("kept answers", () => {
  test("the second reader gets the same bytes under the same tag", async () => {
    const reference = written[2]?.reference ?? "";
    const [one, two] = [await order(reference), await order(reference)];
    expect([one.status, two.status]).toEqual([200, 200]);
    expect(two.headers.get("etag")).toBe(one.headers.get("etag"));
    expect(await two.text()).toBe(await one.text());
  });

  test("while eight readers read without a pause, an order closed is in no answer asked for after its closing", async () => {
    const gone = new Map<string, number>();
    const wrong: string[] = [];
    const reading = { going: true };
    let answers = 0;
    const readers = Array.from({ length: 8 }, async (_, i) => {
      while (reading.going) {
        const asked = performance.now();
        const before = [...gone].filter(([, at]) => at < asked).map(([reference]) => reference);
        const shown = new Set(i % 2 === 0 ? await listed() : []);
        const one = before.at(-1);
        if (one && i % 2 === 1 && (await order(one)).status === 200) wrong.push(one);
        wrong.push(...before.filter((reference) => shown.has(reference)));
        answers += 1;
        await new Promise((done) => setTimeout(done, 1));
      }
    });
    for (let i = 5; i < 30; i += 1) {
      await close(i);
      gone.set(written[i]?.reference ?? "", performance.now());
      await new Promise((done) => setTimeout(done, 15));
    }
    reading.going = false;
    await Promise.all(readers);
    expect(answers).toBeGreaterThan(50);
    expect(gone.size).toBe(25);
    expect(wrong).toEqual([]);
  });

  test("an agency's suspension takes all its orders out of the very next answer", async () => {
    expect(await listed()).toContain(written[35]?.reference);
    await recordDecision(operator, {
      kind: "restriction",
      restriction: "activity_suspended",
      scope: "all",
      agencyId: agency.id,
      decisionNo: "77/QĐ-QLLĐNN",
      from: "2026-11-20",
      reason: "Thu tiền trái quy định (mẫu)",
      source: "Quyết định (dữ liệu mẫu)",
      verified: true,
    });
    expect(await listed()).toEqual([]);
    expect((await order(written[35]?.reference ?? "")).status).toBe(410);
  });
});
