// POST /api/v1/fees/check: the verdicts of the page for machines, fitting their own published shape.
import { beforeAll, expect, test, vi } from "vitest";
import { saveRates } from "@/domain/fees/commands";
import { systemActor } from "@/domain/kernel/actor";
import { day } from "@/domain/kernel/calendar";
import { openApi } from "@/domain/opendata/rules";
import { endpoints, problem } from "@/domain/opendata/schema";

vi.hoisted(() => void (process.env.RATE_LIMIT_PER_MINUTE = "1000000"));

type Json = ReturnType<typeof JSON.parse>;
async function check(body: unknown): Promise<{ status: number; json: Json }> {
  const { POST } = await import("@/app/api/v1/fees/check/route");
  const text = typeof body === "string" ? body : JSON.stringify(body);
  const request = new Request("http://localhost:3000/api/v1/fees/check", { method: "POST", body: text });
  const response = await POST(request, { params: Promise.resolve({}) });
  return { status: response.status, json: await response.json() };
}
const japan = { market: "JP", programme: "JP_TTS", contract_months: 36, wage: 180_000, currency: "JPY" };
const fee = { called: "service", amount: 120_000_000, when: "after_contract", to: "company" };

beforeAll(() =>
  saveRates(systemActor("test"), [
    { currency: "JPY", on: day("2026-11-01"), vndPerUnit: 165, source: "kiểm thử", verified: false },
  ]),
);

test("each line has its verdict, the article, the most and the excess", async () => {
  const { status, json } = await check({
    ...japan,
    lines: [
      fee,
      { called: "anti_escape" },
      { called: "health", amount: 800_000, to: "provider", when: "before_contract" },
    ],
  });
  expect(status).toBe(200);
  const read = endpoints.feesCheck.answer.safeParse(json);
  expect(read.error?.issues ?? []).toEqual([]);
  expect(read.data).toEqual(json);
  expect(json.lines[0]).toMatchObject({
    ...{ line: 1, component: "service_fee", verdict: "above_ceiling", rule: "SF-GEN", verified: true },
    most: { amount: 89_100_000, currency: "VND" },
    excess: { amount: 30_900_000, currency: "VND" },
    legalSource: "Law 69/2020/QH14 Art. 23(4)(a)",
  });
  expect(json.lines.map((line: Json) => line.verdict)).toEqual(["above_ceiling", "never_allowed", "at_cost"]);
  expect(json.sums).toMatchObject({
    asked: { dong: 120_800_000, complete: false },
    notOwed: { dong: 30_900_000, complete: false },
    cappedMost: 89_100_000,
  });
  expect(json.rates).toEqual([{ currency: "JPY", on: "2026-11-01", vndPerUnit: 165, source: "kiểm thử" }]);
});

test("a past day is judged by the rules of that day", async () => {
  const { json } = await check({ ...japan, on: "2023-06-01", lines: [fee] });
  expect(json.on).toBe("2023-06-01");
  expect(json.lines[0].verified).toBe(false);
});

test.each<[string, unknown, string]>([
  ["no lines", { ...japan, lines: [] }, "lines"],
  ["too many lines", { ...japan, lines: Array.from({ length: 13 }, () => fee) }, "lines"],
  ["a market nobody knows", { ...japan, market: "XX", lines: [fee] }, "market"],
  ["another market's programme", { ...japan, programme: "KR_E7", lines: [fee] }, "programme"],
  ["an occupation nobody knows", { ...japan, occupation: "wizard", lines: [fee] }, "occupation"],
  ["a name nobody knows", { ...japan, lines: [{ called: "bribe" }] }, "lines.0.called"],
  ["a negative amount", { ...japan, lines: [{ ...fee, amount: -1 }] }, "lines.0.amount"],
  ["no such day", { ...japan, on: "2026-02-30", lines: [fee] }, "on"],
])("%s is refused with the field", async (_, body, field) => {
  const { status, json } = await check(body);
  expect(status).toBe(400);
  expect(problem.safeParse(json).success).toBe(true);
  expect(json.errors.map((error: Json) => error.parameter)).toContain(field);
});

test.each(["", "null", "[]", '"\u0000"', "{", "💰"])("%j is no question, and no failure of ours", async (body) => {
  expect((await check(body)).status).toBe(400);
});

test("the API's description names it with its body and its answer", () => {
  const document = openApi({ server: "http://localhost:3000", version: "test" }) as Json;
  const { post } = document.paths["/api/v1/fees/check"];
  expect(Object.keys(post.requestBody.content["application/json"].schema.properties)).toContain("lines");
  expect(post.responses["200"].content["application/json"].schema).toEqual({ $ref: "#/components/schemas/FeesCheck" });
});
