import { type RequestListener, createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { gzipSync } from "node:zlib";
import { afterEach, beforeEach, expect, test } from "vitest";
import { change } from "@/domain/audit/change";
import { feedAt, fetchRates, saveRates } from "@/domain/fees/commands";
import { lastRateImport, latestRates } from "@/domain/fees/queries";
import { systemActor } from "@/domain/kernel/actor";
import { day } from "@/domain/kernel/calendar";
import { schedule } from "@/jobs/schedule";
import { db } from "@/platform/db";

const tester = systemActor("test");
const right = JSON.stringify({
  rows: [
    { currency: "USD", date: "2026-11-20", rate: 26_310.5 },
    { currency: "JPY", date: "2026-11-20", rate: 16_900, per: 100 },
  ],
});
const given = { source: "Nguồn kiểm thử", verified: false };

let asked = 0;
let stop: () => void = () => {};
function serve(answer: RequestListener): Promise<string> {
  asked = 0;
  const server = createServer((request, response) => {
    asked += 1;
    answer(request, response);
  });
  stop = () => (server.closeAllConnections(), void server.close());
  return new Promise((resolve) =>
    server.listen(0, "127.0.0.1", () => resolve(`http://127.0.0.1:${(server.address() as AddressInfo).port}/rates`)),
  );
}
const json: RequestListener = (_, response) =>
  response.writeHead(200, { "Content-Type": "application/json; charset=utf-8" }).end(right);

beforeEach(async () => {
  await change(tester, (tx) => tx.exchangeRate.deleteMany({}));
  await change(tester, (tx) => tx.rateImport.deleteMany({}));
});
afterEach(() => stop());

test("the right answer is kept with its source, and not as checked unless somebody said so", async () => {
  const url = await serve(json);
  const fetched = await fetchRates(tester, feedAt(url, given));
  expect(fetched).toMatchObject({ failure: null, counts: { rows: 2, added: 2 } });
  expect((await latestRates()).get("JPY")).toMatchObject({ vndPerUnit: 169, source: given.source, verified: false });
  expect(await lastRateImport("feed")).toMatchObject({ source: given.source, failure: null });
});

test("a checked feed keeps checked rates; the market's own ten-fold jump is still refused", async () => {
  await saveRates(tester, [
    { currency: "USD", on: day("2026-11-01"), vndPerUnit: 2_000, source: "trước", verified: false },
  ]);
  const url = await serve(json);
  const fetched = await fetchRates(tester, feedAt(url, { ...given, verified: true }));
  expect(fetched?.counts).toMatchObject({ added: 1, refused: 1 });
  expect((await latestRates()).get("JPY")).toMatchObject({ verified: true });
  expect((await latestRates()).get("USD")).toMatchObject({ vndPerUnit: 2_000 });
});

test("at most once a day: two workers at once ask once, and a failure is not asked again before tomorrow", async () => {
  const url = await serve((_, response) => response.writeHead(500).end());
  const feed = feedAt(url, given);
  const both = await Promise.all([fetchRates(tester, feed), fetchRates(tester, feed)]);
  expect(both.filter(Boolean)).toHaveLength(1);
  expect(await fetchRates(tester, feed)).toBeNull();
  expect(asked).toBe(1);
  await change(tester, (tx) => tx.rateImport.updateMany({ data: { startedAt: new Date("2026-11-18T10:00:00Z") } }));
  expect(await fetchRates(tester, feed)).toMatchObject({ failure: { code: "status" } });
  expect(asked).toBe(2);
});

test.each<[string, string, RequestListener]>([
  ["a broken server", "status", (_, response) => response.writeHead(503).end("sorry")],
  ["a server that hangs up", "unreachable", (request) => request.socket.destroy()],
  ["a server that never answers", "tooSlow", () => {}],
  [
    "a server that never ends",
    "tooSlow",
    (_, response) => {
      response.writeHead(200, { "Content-Type": "text/csv" });
      const dripping = setInterval(() => response.write("currency,date,rate\n"), 20);
      response.on("close", () => clearInterval(dripping));
    },
  ],
  [
    "a huge answer",
    "tooLarge",
    (_, response) => response.writeHead(200, { "Content-Type": "text/csv" }).end("currency,date,rate\n".repeat(20_000)),
  ],
  [
    "a small answer that unpacks to a huge one",
    "tooLarge",
    (_, response) =>
      response
        .writeHead(200, { "Content-Type": "text/csv", "Content-Encoding": "gzip" })
        .end(gzipSync(Buffer.alloc(20_000_000, "currency,date,rate\n"))),
  ],
  [
    "a page for people",
    "wrongContent",
    (_, response) =>
      response.writeHead(200, { "Content-Type": "text/html" }).end("<table><tr><td>26.310</td></tr></table>"),
  ],
  [
    "a page for people that says it is a table",
    "missingHeader",
    (_, response) => response.writeHead(200, { "Content-Type": "text/csv" }).end("<html><body>bảo trì</body></html>"),
  ],
  [
    "half a list",
    "badJson",
    (_, response) => response.writeHead(200, { "Content-Type": "application/json" }).end(right.slice(0, 60)),
  ],
  [
    "an address that sends elsewhere",
    "moved",
    (_, response) => response.writeHead(302, { Location: "http://127.0.0.1:1/" }).end(),
  ],
])("%s costs nothing but the day: %s", async (_, code, answer) => {
  await saveRates(tester, [
    { currency: "USD", on: day("2026-11-01"), vndPerUnit: 26_000, source: "trước", verified: true },
  ]);
  const url = await serve(answer);
  const began = performance.now();
  const fetched = await fetchRates(tester, feedAt(url, given, { timeoutMs: 500, maxBytes: 100_000 }));
  expect(fetched?.failure?.code).toBe(code);
  expect(performance.now() - began).toBeLessThan(5_000);
  expect(await lastRateImport("feed")).toMatchObject({ failure: code });
  expect(await db.exchangeRate.count()).toBe(1);
});

test("a translator for another format is one function", async () => {
  const { writeFile } = await import("node:fs/promises");
  const { join } = await import("node:path");
  const other = '<rates day="2026-11-20"><rate code="EUR" vnd="30310.5"/></rates>';
  const url = await serve((_, response) => response.writeHead(200, { "Content-Type": "application/xml" }).end(other));
  const feed = {
    ...given,
    fetch: async (folder: string) => {
      const text = await (await fetch(url)).text();
      const on = /day="([^"]+)"/.exec(text)?.[1];
      const rows = [...text.matchAll(/code="(\w+)" vnd="([\d.]+)"/g)].map(([, code, vnd]) => `${code},${on},${vnd}`);
      const path = join(folder, "rates.csv");
      await writeFile(path, ["currency,date,rate", ...rows].join("\n"));
      return path;
    },
  };
  expect((await fetchRates(tester, feed))?.counts.added).toBe(1);
  expect((await latestRates()).get("EUR")).toMatchObject({ vndPerUnit: 30_310.5 });
});

test("without an address nothing is ever fetched", async () => {
  const url = await serve(json);
  expect(url).toContain("127.0.0.1");
  await schedule.find(({ name }) => name === "keepRates")?.run();
  expect(asked).toBe(0);
  expect(await lastRateImport("feed")).toBeNull();
});
