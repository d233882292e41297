// With the database away, readers get a problem that says so, and health tells the same.
import { expect, test, vi } from "vitest";

// Nothing listens there.
vi.hoisted(() => void (process.env.DATABASE_URL = "postgresql://nobody:x@127.0.0.1:9/none"));

const get = async (
  route: Promise<{
    GET: (request: Request, context: { params: Promise<Record<string, string>> }) => Promise<Response>;
  }>,
  path: string,
) =>
  (await route).GET(new Request(`http://localhost:3000${path}`), {
    params: Promise.resolve({ reference: "DE-000001" }),
  });

test("the database away: 503 from data, 503 from health, rules on fees still answer", async () => {
  vi.spyOn(console, "error").mockImplementation(() => {});
  for (const [route, path] of [
    [import("@/app/api/v1/orders/[reference]/route"), "/api/v1/orders/DE-000001"],
    [import("@/app/api/v1/licences/check/route"), "/api/v1/licences/check?q=abc"],
    [import("@/app/api/v1/orders/route"), "/api/v1/orders?cursor="],
  ] as const) {
    const answer = await get(route as never, path);
    expect(answer.status, path).toBe(503);
    expect(answer.headers.get("retry-after")).toBe("5");
    const text = await answer.text();
    expect(JSON.parse(text)).toMatchObject({ status: 503, instance: expect.stringMatching(/^urn:uuid:/) });
    expect(text).not.toMatch(/prisma|127\.0\.0\.1|select/i);
  }
  const health = await get(import("@/app/api/health/route") as never, "/api/health");
  expect(health.status).toBe(503);
  expect(await health.json()).toMatchObject({ status: "down", database: "down" });
  expect((await get(import("@/app/api/v1/fees/rules/route") as never, "/api/v1/fees/rules")).status).toBe(200);
});
