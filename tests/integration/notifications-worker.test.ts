// The worker itself, as a process: a message leaves within seconds of being queued, and a mail server that thinks long holds up nothing else.
import { spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { change } from "@/domain/audit/change";
import { systemActor } from "@/domain/kernel/actor";
import { queueMessages } from "@/domain/notifications/commands";
import { db } from "@/platform/db";
import { aPerson } from "@/tests/builders/account";
import { aMailServer } from "@/tests/builders/mail-server";

vi.hoisted(() => Object.assign(process.env, { DEMO: "0", SMTP_URL: "smtp://127.0.0.1:1" }));

const site = systemActor("test");
let server: Awaited<ReturnType<typeof aMailServer>>;
let worker: ReturnType<typeof spawn>;
const slowMs = 15_000;
let slow = false;

beforeAll(async () => {
  // Slow by its answer to the addressee, so that one test can switch it on.
  server = await aMailServer({ recipientWait: () => (slow ? slowMs : 0) });
  worker = spawn(process.execPath, ["--conditions=react-server", "--import", "tsx", "jobs/worker.ts"], {
    env: { ...process.env, SMTP_URL: server.url },
    stdio: "ignore",
  });
});
afterAll(async () => {
  worker.kill("SIGKILL");
  await server.close();
});

const tell = async (userId: string): Promise<string> => {
  const key = `worker:${randomUUID()}`;
  await queueMessages(site, [{ key, to: [userId], template: "membershipEnded", params: { body: "Sở" } }]);
  return `${key}:${userId}`;
};

test("what is queued leaves by itself, and within seconds once the worker runs", async () => {
  const { userId } = await aPerson();
  await tell(userId);
  await vi.waitFor(() => expect(server.received).toHaveLength(1), { timeout: 60_000, interval: 100 });
  const queued = performance.now();
  await tell(userId);
  await vi.waitFor(() => expect(server.received).toHaveLength(2), { timeout: 10_000, interval: 20 });
  expect(performance.now() - queued).toBeLessThan(4_000);
});

test("while a mail server thinks, changes are followed as ever", async () => {
  const { userId } = await aPerson();
  slow = true;
  const key = await tell(userId);
  await vi.waitFor(
    async () => expect((await db.message.findUniqueOrThrow({ where: { key } })).claimedBy).not.toBeNull(),
    {
      ...{ timeout: 10_000, interval: 50 },
    },
  );
  const id = randomUUID();
  await change(site, async (_, __, note) => note({ event: "office.changed", subjectType: "office", subjectId: id }));
  await vi.waitFor(
    async () => expect((await db.outboxEvent.findFirstOrThrow({ where: { subjectId: id } })).doneAt).not.toBeNull(),
    { timeout: 10_000, interval: 50 },
  );
  expect((await db.message.findUniqueOrThrow({ where: { key } })).state).toBe("waiting");
});
