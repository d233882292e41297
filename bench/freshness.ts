// How long after a change its order can be found: the clock runs from the commit to the first search that answers with it.
import { writeFileSync } from "node:fs";
import { systemActor } from "@/domain/kernel/actor";
import { dayOf } from "@/domain/kernel/calendar";
import { recordOrders } from "@/domain/orders/commands";
import { now } from "@/platform/clock";
import { disconnect } from "@/platform/db";
import { env } from "@/platform/env";
import { offers } from "@/prisma/demo/offers/all";
import { orderFor } from "@/prisma/demo/order";
import { chanceFrom } from "@/prisma/demo/random";
import { demoRates } from "@/prisma/demo/rates";

const [, , timesText = "50", answerFile = ""] = process.argv;
const actor = systemActor("bench");
const today = dayOf(now());
const chance = chanceFrom(Date.now());
const seasonal = offers.find(({ programme }) => programme === "KR_E8_SEASONAL")!;
const letters = (n: number): string => [...String(n)].map((digit) => "bcdghklmnp"[Number(digit)]).join("");

async function found(word: string): Promise<boolean> {
  const answer = await fetch(`${env.MEILI_URL}/indexes/${env.MEILI_PREFIX}orders/search`, {
    method: "POST",
    headers: { "content-type": "application/json", authorization: `Bearer ${env.MEILI_MASTER_KEY}` },
    body: JSON.stringify({ q: word, limit: 1, attributesToRetrieve: ["id"], matchingStrategy: "all" }),
  });
  const { hits = [] } = (await answer.json()) as { hits?: unknown[] };
  return hits.length > 0;
}

const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
/** Publishes one order and waits until it is found; null when it was not within `patience` milliseconds. */
async function once(serial: number, patience: number): Promise<number | null> {
  const word = `zq${letters(100_000 + chance.whole(0, 899_999))}`;
  const sender = { agencyId: null, senderName: "Ủy ban nhân dân tỉnh (dữ liệu mẫu)" };
  const order = orderFor(seasonal, sender, 900_000 + serial, { today, ago: 0, rates: demoRates(today) }, chance);
  const [recorded] = await recordOrders(actor, [{ ...order, title: `${word} ${order.title}` }]);
  const from = performance.now();
  if (recorded?.verdict !== "added") throw new Error(`not published: ${recorded?.conditions.join()}`);
  while (performance.now() - from < patience) {
    if (await found(word)) return performance.now() - from;
    await sleep(5);
  }
  return null;
}

// A worker that has just begun judges the day's orders first: measured is a worker at rest.
const times = Number(timesText);
for (let rested = 0, tried = 0; rested < 3 && tried < 120; tried += 1) {
  const ms = await once(times + tried, 2_000);
  rested = ms !== null && ms < 1_000 ? rested + 1 : 0;
}
const taken: number[] = [];
let lost = 0;
for (let i = 0; i < times; i += 1) {
  const ms = await once(i, 20_000);
  if (ms === null) lost += 1;
  else taken.push(ms);
  await sleep(chance.whole(20, 200));
}
writeFileSync(answerFile, JSON.stringify({ taken, lost }));
await disconnect();
