// The worker: follows changes as they happen and keeps the schedule. Several may run; each reaction can run twice safely.
import { outboxChannel } from "@/domain/audit/change";
import { ensureIndexes } from "@/domain/search/commands";
import { disconnect } from "@/platform/db";
import { listen } from "@/platform/listen";
import { log } from "@/platform/log";
import { emptyOutbox } from "./outbox";
import { schedule } from "./schedule";
import { keepSending } from "./sender";

const pollMs = 5_000;
const retryMs = 1_000;
const stop = new AbortController();
let wake: () => void = () => {};
let heard = true;

let sender: ReturnType<typeof keepSending> | null = null;

const nudge = (): void => {
  heard = true;
  wake();
  sender?.nudge();
};

const rest = (ms: number) =>
  new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, ms);
    wake = () => (clearTimeout(timer), resolve());
  });

async function ready(): Promise<boolean> {
  try {
    return (await ensureIndexes()) === "done";
  } catch {
    return false;
  }
}

async function main(): Promise<void> {
  const ear = listen(outboxChannel, nudge);
  sender = keepSending();
  let indexReady = await ready();
  const due = new Map(schedule.map((job) => [job.name, 0]));
  while (!stop.signal.aborted) {
    heard = false;
    let outcome: Awaited<ReturnType<typeof emptyOutbox>> = "empty";
    try {
      if (!indexReady) indexReady = await ready();
      outcome = await emptyOutbox();
      for (const job of schedule) {
        if ((due.get(job.name) ?? 0) > performance.now()) continue;
        await job.run();
        due.set(job.name, performance.now() + job.everySeconds * 1000);
      }
    } catch (error) {
      log.error("worker.failed", error);
      indexReady = false;
      outcome = "held";
    }
    if (outcome === "held") await rest(retryMs);
    else if (outcome === "empty" && !heard) await rest(pollMs);
  }
  await ear.stop();
  await sender.stop();
  await disconnect();
}

for (const signal of ["SIGINT", "SIGTERM"] as const)
  process.on(signal, () => {
    stop.abort();
    wake();
  });
log.info("worker.started");
await main();
process.exit(0);
