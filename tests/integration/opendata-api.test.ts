// The open data API on a real database: each route's real answer fits its published schema, problems are problem documents, walks reach the end.
import { Validator } from "@seriousme/openapi-schema-validator";
import { beforeAll, describe, expect, test, vi } from "vitest";
import type { z } from "zod";
import feeFile from "@/prisma/reference/fee-rules.json";
import { day } from "@/domain/kernel/calendar";
import { publishHead, sealJournal } from "@/domain/audit/commands";
import { jobPosting, jobPostingFaults } from "@/domain/opendata/rules";
import { wordsOf } from "@/tests/builders/words";
import { orderPage } from "@/domain/orders/queries";
import { endpoints, problem } from "@/domain/opendata/schema";
import { recordDecision } from "@/domain/licences/commands";
import { closeOrder } from "@/domain/orders/commands";
import { ensureIndexes, rebuildOrders } from "@/domain/search/commands";
import { aContract, anAgency, operator, orderTerms, rates, record } from "./opendata-orders";

// The limits have a test of their own.
vi.hoisted(() => void (process.env.RATE_LIMIT_PER_MINUTE = "1000000"));

/** Whatever an answer holds: its shape is what these tests are about. */
type Json = ReturnType<typeof JSON.parse>;
type Route = (request: Request, context: { params: Promise<Record<string, string>> }) => Promise<Response> | Response;
const routes = {
  orders: () => import("@/app/api/v1/orders/route"),
  order: () => import("@/app/api/v1/orders/[reference]/route"),
  agencies: () => import("@/app/api/v1/agencies/route"),
  agency: () => import("@/app/api/v1/agencies/[slug]/route"),
  check: () => import("@/app/api/v1/licences/check/route"),
  contactCheck: () => import("@/app/api/v1/contacts/check/route"),
  contactCheckPosted: () => import("@/app/api/v1/contacts/check/route"),
  markets: () => import("@/app/api/v1/markets/route"),
  feeRules: () => import("@/app/api/v1/fees/rules/route"),
  feeStatistics: () => import("@/app/api/v1/fees/statistics/route"),
  ceiling: () => import("@/app/api/v1/fees/ceiling/route"),
  feesCheck: () => import("@/app/api/v1/fees/check/route"),
  quote: () => import("@/app/api/v1/fees/quote/route"),
  journalHead: () => import("@/app/api/v1/journal/head/route"),
  health: () => import("@/app/api/health/route"),
} satisfies Record<keyof typeof endpoints, () => Promise<Record<string, unknown>>>;

const site = "http://localhost:3000";
async function get(
  name: keyof typeof routes,
  query = "",
  params: Record<string, string> = {},
  headers: HeadersInit = {},
) {
  const { GET } = (await routes[name]()) as unknown as { GET: Route };
  const response = await GET(new Request(`${site}${endpoints[name].path}${query}`, { headers }), {
    params: Promise.resolve(params),
  });
  const text = await response.text();
  return {
    status: response.status,
    headers: response.headers,
    json: text ? (JSON.parse(text) as Record<string, Json>) : null,
  };
}
async function post(body: BodyInit) {
  const { POST } = (await routes.ceiling()) as unknown as { POST: Route };
  const response = await POST(new Request(`${site}/api/v1/fees/ceiling`, { method: "POST", body }), {
    params: Promise.resolve({}),
  });
  return { status: response.status, headers: response.headers, json: (await response.json()) as Record<string, Json> };
}
/** Every field, and no other: what the schema does not name would be missing from what it read. */
function fits(schema: z.ZodType, json: unknown) {
  const read = schema.safeParse(json);
  expect(read.error?.issues ?? []).toEqual([]);
  expect(read.data).toEqual(json);
}
const isProblem = (
  { status, headers, json }: { status: number; headers: Headers; json: unknown },
  expected: number,
) => {
  expect(status).toBe(expected);
  expect(headers.get("content-type")).toBe("application/problem+json");
  fits(problem, json);
  expect((json as { status: number }).status).toBe(expected);
};

let agency: { id: string; slug: string };
let references: string[] = [];
let ids: string[] = [];

beforeAll(async () => {
  await rates();
  agency = await anAgency("Công ty Mẫu Dữ Liệu Mở", "951/LĐTBXH-GP");
  const contract = await aContract(agency.id);
  const recorded = await record(Array.from({ length: 45 }, (_, i) => orderTerms(agency.id, contract.id, i)));
  expect(recorded.filter((one) => one.verdict !== "added").map((one) => one.conditions)).toEqual([]);
  references = recorded.map((one) => one.reference);
  ids = recorded.map((one) => one.id);
  await ensureIndexes();
  await rebuildOrders();
});

describe("orders", () => {
  test("a page fits its schema, with counts when asked for", async () => {
    const { status, json, headers } = await get("orders", "?market=DE&facets=1&pageSize=7");
    expect(status).toBe(200);
    fits(endpoints.orders.answer, json);
    expect(json).toMatchObject({ total: 45, pageSize: 7, page: 1, notes: [] });
    expect(json?.orders).toHaveLength(7);
    expect(json?.facets.market.DE).toBe(45);
    expect(headers.get("access-control-allow-origin")).toBe("*");
    expect(Number(headers.get("ratelimit-remaining"))).toBeLessThan(Number(headers.get("ratelimit-limit")));
  });

  test("every open order's job posting is valid in both languages, and a closed one has none", async () => {
    for (const reference of references) {
      const page = await orderPage(reference);
      for (const locale of ["vi", "en"] as const) {
        const url = `${site}/don-hang/${reference}`;
        const words = await wordsOf(locale);
        const posting = page && jobPosting(page, { locale, url, agencyUrl: null, words });
        expect(posting === null).toBe(page?.notOpen !== null);
        if (posting) expect(jobPostingFaults(posting, day("2026-11-20"))).toEqual([]);
      }
    }
  });

  test("money is in minor units of its currency", async () => {
    const { json } = await get("orders", "?pageSize=1&sort=pay");
    expect(json?.orders[0].basicPay).toEqual({ amount: 280_000 + 44 * 20_000, currency: "EUR" });
  });

  test.each([7, 20, 100])("a walk in pages of %i reaches every order once", async (pageSize) => {
    const seen: string[] = [];
    let next: string | null = `${site}/api/v1/orders?cursor=&pageSize=${pageSize}`;
    let total: number | null = null;
    while (next) {
      const page = await get("orders", new URL(next).search);
      fits(endpoints.orders.answer, page.json);
      total ??= page.json?.total;
      seen.push(...page.json?.orders.map((order: { reference: string }) => order.reference));
      next = page.json?.links.next;
    }
    expect(total).toBe(45);
    expect(seen).toHaveLength(45);
    expect(new Set(seen)).toEqual(new Set(references));
  });

  test("filters hold during a walk", async () => {
    const { json } = await get("orders", "?cursor=&pageSize=100&monthsMax=12");
    expect(json?.orders).toEqual([]);
    const named = await get("orders", "?cursor=&pageSize=100&q=dieu%20duong%20duc&occupation=nurse-registered");
    expect(named.json?.orders).toHaveLength(45);
  });

  test("what is not understood is dropped with a note; a forged cursor is refused", async () => {
    const { status, json } = await get("orders", "?market=XX&pageSize=5000&sort=best&colour=red&pay=-3");
    expect(status).toBe(200);
    expect(json?.notes.map((note: { parameter: string }) => note.parameter).sort()).toEqual([
      "colour",
      "market",
      "pageSize",
      "pay",
      "sort",
    ]);
    expect(json?.pageSize).toBe(20);
    for (const cursor of ["x", "'; DROP TABLE", "AAAA", Buffer.from("zzzzzzzzzz.not-an-id").toString("base64url")])
      isProblem(await get("orders", `?cursor=${encodeURIComponent(cursor)}`), 400);
  });

  test("one order fits its schema, and asking again with its tag answers 304", async () => {
    const first = await get("order", "", { reference: references[0] as string });
    expect(first.status).toBe(200);
    fits(endpoints.order.answer, first.json);
    expect(first.json?.order.fees).toHaveLength(4);
    const again = await get(
      "order",
      "",
      { reference: references[0] as string },
      { "If-None-Match": first.headers.get("etag") ?? "" },
    );
    expect(again.status).toBe(304);
  });

  test("an order that is not open is 410 with the reason; one that never was is 404", async () => {
    await closeOrder(operator, { orderId: ids[1] as string, reason: "withdrawn" });
    const closed = await get("order", "", { reference: references[1] as string });
    isProblem(closed, 410);
    expect(closed.json?.reason).toBe("withdrawn");
    expect(JSON.stringify(closed.json)).not.toContain("Điều dưỡng");
    for (const reference of ["JP-999999", "\0", "..%2f", "a".repeat(10_000)])
      isProblem(await get("order", "", { reference }), 404);
  });
});

describe("agencies and licences", () => {
  test("lists, profiles and checks fit their schemas", async () => {
    const list = await get("agencies", "?q=dữ liệu mở&status=licensed");
    fits(endpoints.agencies.answer, list.json);
    expect(list.json?.agencies.map((one: { slug: string }) => one.slug)).toContain(agency.slug);
    expect((await get("agencies", "?page=900")).json?.agencies).toEqual([]);
    const profile = await get("agency", "", { slug: agency.slug });
    fits(endpoints.agency.answer, profile.json);
    expect(profile.json?.agency.fines[0].amount).toEqual({ amount: 50_000_000, currency: "VND" });
    isProblem(await get("agency", "", { slug: "khong-co" }), 404);
    const check = await get("check", "?q=951/LĐTBXH-GP&on=2020-05-01");
    fits(endpoints.check.answer, check.json);
    expect(check.json).toMatchObject({ answer: "licensed", on: "2020-05-01" });
  });

  test("a day that is no day is refused: answering for today would mislead", async () => {
    const wrong = await get("check", "?q=951/LĐTBXH-GP&on=2020-02-30");
    isProblem(wrong, 400);
    expect(wrong.json?.errors).toMatchObject([{ parameter: "on" }]);
    isProblem(await get("check", ""), 400);
    isProblem(await get("agency", "?on=hôm nay", { slug: agency.slug }), 400);
  });
});

describe("markets, fees, health", () => {
  test("answers fit their schemas", async () => {
    fits(endpoints.markets.answer, (await get("markets")).json);
    const rules = await get("feeRules");
    fits(endpoints.feeRules.answer, rules.json);
    expect(rules.json?.rules).toHaveLength(feeFile.rules.length);
    await sealJournal();
    await publishHead();
    const heads = await get("journalHead");
    fits(endpoints.journalHead.answer, heads.json);
    expect(heads.json?.published).toHaveLength(1);
    const health = await get("health");
    fits(endpoints.health.answer, health.json);
    expect(health.json?.database).toBe("up");
    expect(health.headers.has("ratelimit-limit")).toBe(false);
  });

  test.each(feeFile.test_vectors)("$description", async ({ input, expected }) => {
    const { status, json } = await post(JSON.stringify(input));
    expect(status).toBe(200);
    fits(endpoints.ceiling.answer, json);
    const names = {
      ceiling_months: "ceilingMonths",
      worker_max: "workerMax",
      refund_without_interest: "refundWithoutInterest",
    } as Record<string, string>;
    for (const [name, value] of Object.entries(expected)) expect(json[names[name] ?? name], name).toEqual(value);
    expect(json.legalSource).toBeTruthy();
  });

  test("bodies that cannot be read are problems that name the field", async () => {
    isProblem(await post("{"), 400);
    isProblem(await post(new Uint8Array([0xff, 0xfe, 0x7b])), 400);
    isProblem(await post(JSON.stringify({ note: "x".repeat(20_000) })), 413);
    for (const body of ["null", "[]", '"x"', "7", "{}"]) isProblem(await post(body), 400);
    const wrong = await post(JSON.stringify({ market: "JP", programme: "TTS", contract_months: -1, wage: "a\0b" }));
    isProblem(wrong, 400);
    expect(wrong.json.errors.map((fault: { parameter: string }) => fault.parameter).sort()).toEqual([
      "contract_months",
      "wage",
    ]);
  });
});

describe("any address", () => {
  test("an unknown path, a wrong method, a browser asking first", async () => {
    const { nowhere } = await import("@/app/_http/endpoint");
    const missing = await nowhere(new Request(`${site}/api/v1/nothing`), { params: Promise.resolve({}) });
    isProblem({ status: missing.status, headers: missing.headers, json: await missing.json() }, 404);
    const { DELETE, OPTIONS } = (await routes.orders()) as unknown as Record<"DELETE" | "OPTIONS", Route>;
    const refused = await DELETE(new Request(`${site}/api/v1/orders`, { method: "DELETE" }), {
      params: Promise.resolve({}),
    });
    isProblem({ status: refused.status, headers: refused.headers, json: await refused.json() }, 405);
    const first = await OPTIONS(new Request(`${site}/api/v1/orders`, { method: "OPTIONS" }), {
      params: Promise.resolve({}),
    });
    expect(first.status).toBe(204);
    expect(first.headers.get("access-control-allow-origin")).toBe("*");
  });

  const nasty = [
    "\0",
    "a\0b",
    "x".repeat(10_000),
    "🦺👷‍♀️".repeat(50),
    "\u202e\u200f\u2066đức",
    "' OR 1=1 --",
    '\'; DROP TABLE "JobOrder"; --',
    'market = "DE" OR groupHead = false',
    "[],{}\\",
    "%",
    "_",
    "${jndi:x}",
    "../../etc/passwd",
    "\ud800",
    "NaN",
    "1e309",
    "-1",
    "{{7*7}}",
  ];
  test.each(nasty.map((value, i) => [i, value] as const))(
    "odd text %i in every parameter is answered within a second",
    async (_i, value) => {
      for (const name of ["orders", "agencies", "check", "feeRules"] as const) {
        const all = new URLSearchParams();
        for (const parameter of Object.keys(endpoints[name].query.shape)) {
          const one = `?${new URLSearchParams({ ...(name === "check" ? { q: "mẫu" } : {}), [parameter]: value })}`;
          if (parameter === "q" || parameter === "cursor" || parameter === "agency" || parameter === "on") {
            const started = performance.now();
            expect([200, 400], `${name} ${parameter}`).toContain((await get(name, one)).status);
            expect(performance.now() - started).toBeLessThan(1_000);
          } else all.append(parameter, value);
        }
        const started = performance.now();
        expect([200, 400], name).toContain((await get(name, `?${all}${name === "check" ? "&q=x" : ""}`)).status);
        expect(performance.now() - started).toBeLessThan(1_000);
      }
      for (const name of ["order", "agency"] as const)
        expect((await get(name, "", { reference: value, slug: value })).status).toBe(404);
    },
  );
});

describe("the description", () => {
  test("is valid OpenAPI 3.1 and describes every address and every field", async () => {
    const { GET } = await import("@/app/api/v1/openapi.json/route");
    const response = GET();
    const document = (await response.json()) as Record<string, Json>;
    const result = await new Validator().validate(structuredClone(document));
    expect(result.errors ?? []).toEqual([]);
    expect(result.valid).toBe(true);
    expect(Object.keys(document.paths).sort()).toEqual(
      [...new Set(Object.values(endpoints).map((endpoint) => endpoint.path))].sort(),
    );
    for (const { path, method, id } of Object.values(endpoints))
      expect(document.paths[path][method]).toMatchObject({ operationId: id });
    const bare: string[] = [];
    for (const [name, schema] of Object.entries(document.components.schemas as Record<string, Json>)) {
      if (!schema.description) bare.push(name);
      for (const [field, property] of Object.entries((schema.properties ?? {}) as Record<string, Json>))
        if (!property.description) bare.push(`${name}.${field}`);
    }
    expect(bare).toEqual([]);
    for (const operation of Object.values(document.paths) as Record<string, Json>[])
      for (const { parameters } of Object.values(operation))
        for (const parameter of parameters) expect(parameter.description, parameter.name).toBeTruthy();
  });
});

test("a suspended agency's orders leave lists, walks and addresses with the decision", async () => {
  await recordDecision(operator, {
    kind: "restriction",
    agencyId: agency.id,
    restriction: "activity_suspended",
    scope: "all",
    from: "2026-11-20",
    source: "Quyết định (mẫu)",
    verified: true,
  });
  expect((await get("orders", "?market=DE")).json?.orders).toEqual([]);
  expect((await get("orders", "?cursor=")).json).toMatchObject({ orders: [], total: 0, nextCursor: null });
  const gone = await get("order", "", { reference: references[0] as string });
  isProblem(gone, 410);
  expect(gone.json?.reason).toBe("agency");
});
