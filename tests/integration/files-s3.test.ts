// The same files in a bucket: a real server that speaks S3, over HTTP. (It knows keys by name and does not compute signatures.)
import { readFileSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, expect, test, vi } from "vitest";
import { ticketFor } from "@/domain/files/access";
import { forgetFile, keepFile, prepareFile, sweepFiles } from "@/domain/files/commands";
import { readFile } from "@/domain/files/queries";
import { systemActor } from "@/domain/kernel/actor";
import { newStorageName, storage } from "@/platform/storage";
import { s3Storage } from "@/platform/storage-s3";

type Server = { run(): Promise<{ port: number }>; close(): Promise<void> };
type Maker = new (options: object) => Server;

const bucket = await vi.hoisted(async () => {
  const { createRequire } = await import("node:module");
  const { mkdtempSync } = await import("node:fs");
  const { tmpdir } = await import("node:os");
  const { join } = await import("node:path");
  const S3rver = createRequire(import.meta.url)("s3rver") as Maker;
  const directory = mkdtempSync(join(tmpdir(), "bucket-"));
  const address = { port: 0, address: "127.0.0.1", silent: true };
  const server = new S3rver({ ...address, directory, configureBuckets: [{ name: "giay-to", configs: [] }] });
  const { port } = await server.run();
  Object.assign(process.env, {
    FILES_S3_ENDPOINT: `http://127.0.0.1:${port}`,
    FILES_S3_BUCKET: "giay-to",
    FILES_S3_REGION: "us-east-1",
    FILES_S3_KEY_ID: "S3RVER",
    FILES_S3_SECRET: "S3RVER",
    FILES_KEY: `TEST:${Buffer.alloc(32, 7).toString("base64url")}:2026-01-01`,
  });
  return { server, directory, endpoint: `http://127.0.0.1:${port}` };
});
afterAll(async () => {
  await bucket.server.close();
  rmSync(bucket.directory, { recursive: true, force: true });
});

const tester = systemActor("test");
const pdf = Buffer.from("%PDF-1.7\n(SO TIEN 45.000.000 DONG)\n%%EOF\n");
const aPdf = { content: pdf, saidName: "a.pdf", purpose: "contract" as const };
const names = async (): Promise<string[]> => {
  const found: string[] = [];
  for await (const { name } of storage().list()) found.push(name);
  return found;
};

test("a file is kept, read, forgotten, and nothing of it can be read in the bucket", async () => {
  const owner = ticketFor("test", "one");
  const { id } = await keepFile(tester, owner, aPdf);
  expect((await readFile(owner, id))?.content.equals(pdf)).toBe(true);
  expect(await names()).toHaveLength(1);
  const lying = readdirSync(bucket.directory, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  expect(lying.length).toBeGreaterThan(0);
  for (const entry of lying) expect(readFileSync(join(entry.parentPath, entry.name)).includes("SO TIEN")).toBe(false);
  expect(await forgetFile(tester, owner, id)).toBe(true);
  expect(await names()).toEqual([]);
});

test("what no row knows is swept from the bucket, and a lost file is noticed", async () => {
  const owner = ticketFor("test", "two");
  const { id } = await keepFile(tester, owner, aPdf);
  const [kept] = await names();
  const { storageName } = await prepareFile(aPdf);
  expect(await sweepFiles(tester, 0)).toEqual({ removed: 1, missing: 0 });
  expect(await names()).toEqual([kept]);
  expect(await storage().get(storageName)).toBeNull();
  await storage().remove(kept as string);
  expect(await sweepFiles(tester, 0)).toEqual({ removed: 0, missing: 1 });
  expect(await readFile(owner, id)).toBeNull();
});

test("a list longer than one answer is read to its end", async () => {
  const put = Array.from({ length: 1_020 }, newStorageName);
  for (let i = 0; i < put.length; i += 50)
    await Promise.all(put.slice(i, i + 50).map((name) => storage().put(name, Buffer.from("x"))));
  expect((await names()).sort()).toEqual([...put].sort());
});

test("a stranger is refused by the server, and the refusal is an error, never an empty file", async () => {
  const stranger = s3Storage({
    endpoint: bucket.endpoint,
    bucket: "giay-to",
    region: "us-east-1",
    keyId: "STRANGER",
    secret: "wrong",
  });
  const [name] = await names();
  await expect(stranger.get(name as string)).rejects.toThrow("403");
  await expect(stranger.put("aa/bb", Buffer.from("x"))).rejects.toThrow("403");
});

test("files in a bucket need a key that outlives the machine", async () => {
  vi.resetModules();
  const key = process.env.FILES_KEY;
  delete process.env.FILES_KEY;
  const { secretsOf } = await import("@/platform/keys");
  expect(() => secretsOf("files")).toThrow("FILES_KEY is missing");
  process.env.FILES_KEY = key;
});
