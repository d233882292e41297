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
const taken: number[] = [];
let lost = 0;
for (let i = 0; i < Number(timesText); i += 1) {
  const word = `zq${letters(100_000 + chance.whole(0, 899_999))}`;
  const sender = { agencyId: null, senderName: "Ủy ban nhân dân tỉnh (dữ liệu mẫu)" };
  const order = orderFor(seasonal, sender, 900_000 + i, { today, rates: demoRates(today) }, chance);
  const [recorded] = await recordOrders(actor, [{ ...order, title: `${word} ${order.title}` }]);
  const from = performance.now();
  if (recorded?.verdict !== "added") throw new Error(`not published: ${recorded?.conditions.join()}`);
  while (!(await found(word)) && performance.now() - from < 20_000) await sleep(5);
  const ms = performance.now() - from;
  if (ms >= 20_000) lost += 1;
  else taken.push(ms);
  await sleep(chance.whole(20, 200));
}
writeFileSync(answerFile, JSON.stringify({ taken, lost }));
await disconnect();
