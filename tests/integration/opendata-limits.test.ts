// How often one address may ask, and who "one address" is.
import { expect, test, vi } from "vitest";

vi.hoisted(() => void (process.env.RATE_LIMIT_PER_MINUTE = "5"));

const rules = () => import("@/app/api/v1/fees/rules/route");
const ask = async () =>
  (await rules()).GET(new Request("http://localhost:3000/api/v1/fees/rules?component=x"), {
    params: Promise.resolve({}),
  });

test("the sixth question of a minute is refused with a problem and a time to wait; health is never refused", async () => {
  const left: (string | null)[] = [];
  for (let i = 0; i < 5; i += 1) {
    const answer = await ask();
    expect(answer.status).toBe(200);
    left.push(answer.headers.get("ratelimit-remaining"));
  }
  expect(left).toEqual(["4", "3", "2", "1", "0"]);
  const refused = await ask();
  expect(refused.status).toBe(429);
  expect(refused.headers.get("content-type")).toBe("application/problem+json");
  expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0);
  const health = await import("@/app/api/health/route");
  const answer = await health.GET(new Request("http://localhost:3000/api/health"), { params: Promise.resolve({}) });
  expect(answer.status).toBe(200);
});

test("only entries our own proxies wrote say who asks", async () => {
  const { clientAddress } = await import("@/app/_http/rate-limit");
  const from = (forwarded: string) => new Headers(forwarded ? { "x-forwarded-for": forwarded } : {});
  expect(clientAddress(from("1.1.1.1"), "9.9.9.9", 0)).toBe("9.9.9.9");
  expect(clientAddress(from("6.6.6.6, 1.1.1.1"), "127.0.0.1", 1)).toBe("1.1.1.1");
  expect(clientAddress(from("6.6.6.6, 1.1.1.1, 10.0.0.2"), "127.0.0.1", 2)).toBe("1.1.1.1");
  expect(clientAddress(from(""), "::ffff:9.9.9.9", 1)).toBe("9.9.9.9");
  expect(clientAddress(from(""), "2001:db8:1:2:3:4:5:6", 0)).toBe(clientAddress(from(""), "2001:db8:1:2::9", 0));
  expect(clientAddress(from(""), "2001:db8::9", 0)).not.toBe(clientAddress(from(""), "2001:db8:1:2::9", 0));
});
