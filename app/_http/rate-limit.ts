// How often one address may ask. Counted in this process: enough to keep one reader from crowding out the others.
import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";
import { env } from "@/platform/env";
import { currentAnswer } from "./answer";

const perMinute = env.RATE_LIMIT_PER_MINUTE;
const limiter = new RateLimiterMemory({ points: perMinute, duration: 60 });

/** One subscriber of IPv6 holds a whole /64. */
function subscriber(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address);
  if (mapped?.[1]) return mapped[1];
  if (!address.includes(":")) return address;
  const [head = "", tail] = address.split("::", 2);
  const left = head.split(":").filter(Boolean);
  const right = tail?.split(":").filter(Boolean) ?? [];
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - left.length - right.length);
  return [...left, ...Array.from({ length: zeros }, () => "0"), ...right].slice(0, 4).join(":");
}

/**
 * Who asks. X-Forwarded-For is written by anybody; only the entries our own proxies added count, from the right. Without proxies it is the
 * connection itself.
 */
export function clientAddress(headers: Headers, connection: string | undefined, proxies = env.TRUSTED_PROXIES): string {
  if (proxies === 0) return subscriber(connection ?? "unknown");
  const hops = (headers.get("x-forwarded-for") ?? "")
    .split(",")
    .map((hop) => hop.trim())
    .filter(Boolean);
  const hop = hops[Math.max(0, hops.length - proxies)] ?? connection ?? "unknown";
  return subscriber(hop.slice(0, 64));
}

export type Allowance = { allowed: boolean; headers: Record<string, string> };

/** Takes from this minute's allowance; `cost` for answers that are dear to make. */
export async function allow(request: Pick<Request, "headers">, cost = 1): Promise<Allowance> {
  const key = clientAddress(request.headers, currentAnswer()?.req?.socket?.remoteAddress);
  const result = await limiter.consume(key, cost).catch((refused: unknown) => {
    if (refused instanceof RateLimiterRes) return refused;
    throw refused;
  });
  const allowed = result.consumedPoints <= perMinute;
  const seconds = String(Math.max(1, Math.ceil(result.msBeforeNext / 1000)));
  return {
    allowed,
    headers: {
      "RateLimit-Policy": `${perMinute};w=60`,
      "RateLimit-Limit": String(perMinute),
      "RateLimit-Remaining": String(Math.max(0, result.remainingPoints)),
      "RateLimit-Reset": seconds,
      ...(!allowed && { "Retry-After": seconds }),
    },
  };
}
