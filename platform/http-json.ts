// JSON over HTTP to a server next door. Node's own fetch sends head and body of a request apart, and on loopback each such request
// then waits 40 ms for a delayed acknowledgement; one write and a kept connection take 2 ms.
import { Agent, request } from "node:http";
import { Agent as SecureAgent, request as secureRequest } from "node:https";

const agents = {
  "http:": new Agent({ keepAlive: true, maxSockets: 64 }),
  "https:": new SecureAgent({ keepAlive: true, maxSockets: 64 }),
};

export type JsonAnswer = { status: number; body: unknown };

export function sendJson(url: URL, init: RequestInit): Promise<JsonAnswer> {
  const secure = url.protocol === "https:";
  const body = typeof init.body === "string" ? init.body : undefined;
  const headers = Object.fromEntries(new Headers(init.headers));
  if (body !== undefined) headers["content-length"] = String(Buffer.byteLength(body));
  return new Promise((resolve, reject) => {
    const options = {
      method: init.method,
      headers,
      signal: init.signal ?? undefined,
      agent: secure ? agents["https:"] : agents["http:"],
    };
    const sent = (secure ? secureRequest : request)(url, options, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("error", reject);
      response.on("end", () => {
        try {
          const text = Buffer.concat(chunks).toString("utf8");
          resolve({ status: response.statusCode ?? 0, body: text === "" ? undefined : JSON.parse(text) });
        } catch (error) {
          reject(error);
        }
      });
    });
    sent.on("error", reject);
    sent.end(body);
  });
}
