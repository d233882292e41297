// The journal cannot be altered; and whoever takes the guards away and alters it all the same is found, with the entry named.
import { spawn } from "node:child_process";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import pg from "pg";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { insertRows } from "@/domain/audit/bulk";
import { change } from "@/domain/audit/change";
import { publishHead, sealJournal } from "@/domain/audit/commands";
import { journalHeads, verifyJournal } from "@/domain/audit/queries";
import { systemActor } from "@/domain/kernel/actor";
import { db, writableDb } from "@/platform/db";

const tester = systemActor("test");
/** The owner of the tables, a superuser, with no program of ours between. */
const owner = new pg.Client({ connectionString: process.env.DATABASE_URL });
await owner.connect();
afterAll(() => owner.end());

const guarded = ["JournalEntry", "JournalSeal", "JournalHead"] as const;
async function withoutGuards(...statements: string[]): Promise<void> {
  for (const table of guarded) await owner.query(`ALTER TABLE "${table}" DISABLE TRIGGER ALL`);
  for (const statement of statements) await owner.query(statement);
  for (const table of guarded)
    await owner.query(
      `ALTER TABLE "${table}" ENABLE TRIGGER ALL; ALTER TABLE "${table}" ENABLE ALWAYS TRIGGER journal_is_final`,
    );
}

const write = (count: number, more: { before?: object; after?: object; personal?: string[] } = {}) =>
  change(tester, async (_tx, _now, note) => {
    for (let i = 0; i < count; i += 1)
      note({ event: "order.changed", subjectType: "order", subjectId: `order-${i}`, quiet: true, ...more });
  });
const entryIds = async () =>
  (await db.journalEntry.findMany({ orderBy: { id: "asc" }, select: { id: true } })).map(({ id }) => id);

beforeEach(async () => {
  await withoutGuards(`TRUNCATE "JournalEntry", "JournalSeal", "JournalHead", "JournalWaiting"`);
});

describe("what is written stays", () => {
  test("neither the site nor the owner of the tables alters, removes or empties journal, chain or heads", async () => {
    await write(2);
    await sealJournal();
    await publishHead();
    await expect(writableDb.journalEntry.updateMany({ data: { actorName: "x" } })).rejects.toThrow(/never altered/);
    const attempts = guarded.flatMap((table) => [
      `DELETE FROM "${table}"`,
      `TRUNCATE "${table}"`,
      `TRUNCATE "${table}" CASCADE`,
      `SET session_replication_role = replica; DELETE FROM "${table}"`,
    ]);
    attempts.push(
      `UPDATE "JournalEntry" SET "at" = now()`,
      `UPDATE "JournalSeal" SET "hash" = "hash"`,
      `UPDATE "JournalHead" SET "at" = now()`,
    );
    attempts.push(
      `INSERT INTO "JournalSeal" SELECT * FROM "JournalSeal" ON CONFLICT ("position") DO UPDATE SET "hash" = ''`,
    );
    for (const attempt of attempts) await expect(owner.query(attempt), attempt).rejects.toThrow(/never altered/);
    await owner.query("SET session_replication_role = DEFAULT");
    expect(await db.journalEntry.count()).toBe(2);
    expect((await verifyJournal()).faults).toEqual([]);
  });
});

describe("the chain", () => {
  test("takes in every entry, of one change or of a file of thousands, with all kinds of values", async () => {
    await write(1, {
      before: { a: null, b: 'quo"te\\ \n', c: 1.1 },
      after: { tên: "Đặng Thị Hồng", list: [1, "2", []] },
      personal: ["phone", 'na"me'],
    });
    await write(5_000);
    await writableDb.$executeRaw`INSERT INTO "JournalEntry" ("at", "actorKind", "actorId", "actorName", "event", "subjectType", "subjectId", "after")
      VALUES ('1969-12-31T23:59:59.999Z', 'system', '', '', 'x', '', '', 'null')`;
    expect((await journalHeads()).waiting).toBe(5_002);
    expect(await sealJournal()).toBe(5_002);
    expect(await verifyJournal()).toMatchObject({ entries: 5_002, waiting: 0, faults: [] });
    expect((await journalHeads()).head).toMatchObject({ position: 5_002n });
    expect(await sealJournal()).toBe(0);
  });

  test("misses nothing that commits late, under whatever number", async () => {
    let goOn = () => {};
    const held = new Promise<void>((resolve) => (goOn = resolve));
    let begun = () => {};
    const started = new Promise<void>((resolve) => (begun = resolve));
    const late = writableDb.$transaction(async (tx) => {
      const who = {
        at: new Date(),
        actorKind: "system",
        actorId: "a",
        actorName: "a",
        subjectType: "x",
        subjectId: "late",
      };
      await insertRows(tx, "JournalEntry", [{ ...who, event: "order.changed", personalFields: [] }]);
      begun();
      await held;
    });
    await started;
    await write(3);
    expect(await sealJournal()).toBe(3);
    goOn();
    await late;
    expect(await sealJournal()).toBe(1);
    const seals = await db.journalSeal.findMany({ orderBy: { position: "asc" } });
    expect(seals[3]?.entryId).toBeLessThan(seals[0]?.entryId as bigint);
    expect((await verifyJournal()).faults).toEqual([]);
  });

  test("a change that fails leaves no gap in it; eight sealers and eight writers at once leave it whole", async () => {
    const failing = change(tester, async (_tx, _now, note) => {
      note({ event: "order.changed", subjectType: "order", subjectId: "x", quiet: true });
      throw new Error("no");
    });
    await expect(failing).rejects.toThrow("no");
    const work = Array.from({ length: 8 }, () => [write(50), sealJournal(), write(7), sealJournal()]).flat();
    await Promise.all(work);
    await sealJournal();
    expect(await verifyJournal()).toMatchObject({ entries: 8 * 57, waiting: 0, faults: [] });
  });
});

describe("an alteration is found and named", () => {
  /** Five sealed entries with a head after the third; answers the number of the third. */
  async function five(): Promise<bigint> {
    await write(3, { after: { fee: 1200 } });
    await publishHead();
    await write(2);
    await sealJournal();
    expect((await verifyJournal()).faults).toEqual([]);
    return (await entryIds())[2] as bigint;
  }
  const faults = async () => (await verifyJournal()).faults;

  test.each([
    [`"after" = '{"fee": 1201}'`],
    [`"after" = NULL`],
    [`"after" = 'null'`],
    [`"before" = '{}'`],
    [`"actorName" = 'tesu'`],
    [`"actorId" = "actorId" || ' '`],
    [`"actorKind" = 'operator'`],
    [`"event" = 'order.Changed'`],
    [`"subjectType" = ''`],
    [`"subjectId" = 'order-3'`],
    [`"at" = "at" + interval '1 millisecond'`],
    [`"personalFields" = '{phone}'`],
  ])("one byte of it: %s", async (set) => {
    const id = await five();
    await withoutGuards(`UPDATE "JournalEntry" SET ${set} WHERE "id" = ${id}`);
    expect(await faults()).toEqual([{ fault: "entryAltered", entryId: id, position: 3n }]);
  });

  test("the last and the first entry, and two that follow each other", async () => {
    await five();
    const ids = await entryIds();
    await withoutGuards(
      `UPDATE "JournalEntry" SET "actorName" = 'x' WHERE "id" IN (${[0, 1, 4].map((i) => ids[i]).join()})`,
    );
    expect(await faults()).toEqual(
      [1, 2, 5].map((n) => ({ fault: "entryAltered", entryId: ids[n - 1], position: BigInt(n) })),
    );
  });

  test("an entry removed, its seal with it, or brought in from behind", async () => {
    const id = await five();
    await withoutGuards(`DELETE FROM "JournalEntry" WHERE "id" = ${id}`);
    expect(await faults()).toEqual([{ fault: "entryRemoved", entryId: id, position: 3n }]);
    await withoutGuards(`DELETE FROM "JournalSeal" WHERE "entryId" = ${id}`);
    expect(await faults()).toMatchObject([
      { fault: "sealRemoved", position: 3n },
      { fault: "headDiffers", position: 3n },
    ]);
    await withoutGuards(
      `INSERT INTO "JournalEntry" ("at", "actorKind", "actorId", "actorName", "event", "subjectType", "subjectId") VALUES (now(), '', '', '', '', '', '')`,
    );
    expect((await faults()).at(-1)).toMatchObject({ fault: "neverSealed" });
  });

  test("a seal altered is told apart from its entry altered", async () => {
    const id = await five();
    await withoutGuards(`UPDATE "JournalSeal" SET "hash" = reverse("hash") WHERE "position" = 4`);
    expect(await faults()).toEqual([{ fault: "sealAltered", entryId: id + 1n, position: 4n }]);
  });

  test("an entry removed before it was sealed", async () => {
    await five();
    await write(1);
    const id = (await entryIds()).at(-1) as bigint;
    await withoutGuards(`DELETE FROM "JournalEntry" WHERE "id" = ${id}`);
    expect(await faults()).toEqual([{ fault: "vanishedBeforeSeal", entryId: id }]);
    await write(1);
    expect(await sealJournal()).toBe(1);
    expect(await faults()).toEqual([{ fault: "vanishedBeforeSeal", entryId: id }]);
  });

  test("the whole chain written anew behind an alteration agrees with itself and not with the published head", async () => {
    const id = await five();
    const { published } = await journalHeads();
    await withoutGuards(
      `UPDATE "JournalEntry" SET "actorName" = 'x' WHERE "id" = ${id}`,
      `INSERT INTO "JournalWaiting" SELECT "entryId" FROM "JournalSeal" ORDER BY "position"`,
      `TRUNCATE "JournalSeal"`,
      `SELECT seal_journal(100)`,
    );
    expect(await faults()).toMatchObject([{ fault: "headDiffers", position: 3n, day: "2026-11-20", after: 0n }]);
    // The published heads altered too: then the copy somebody kept is what tells.
    await withoutGuards(
      `UPDATE "JournalHead" h SET "hash" = s."hash" FROM "JournalSeal" s WHERE s."position" = h."position"`,
    );
    expect(await faults()).toEqual([]);
    expect((await verifyJournal(published)).faults).toMatchObject([{ fault: "headDiffers", position: 3n }]);
  });

  test("a chain cut short of a published head", async () => {
    await write(3);
    await publishHead();
    const ids = await entryIds();
    await withoutGuards(
      `DELETE FROM "JournalSeal" WHERE "position" = 3`,
      `DELETE FROM "JournalEntry" WHERE "id" = ${ids[2]}`,
    );
    expect(await faults()).toEqual([{ fault: "chainCut", position: 3n, day: "2026-11-20", after: 2n }]);
  });

  test("a database taught to lie about the text of entries does not deceive the verification", async () => {
    const id = await five();
    await withoutGuards(`UPDATE "JournalEntry" SET "actorName" = 'x' WHERE "id" = ${id}`);
    const { rows } = await owner.query<{ was: string }>(`SELECT pg_get_functiondef('journal_text'::regproc) AS was`);
    await owner.query(
      `CREATE OR REPLACE FUNCTION journal_text(e "JournalEntry") RETURNS text LANGUAGE sql AS 'SELECT ''''::text'`,
    );
    expect(await faults()).toMatchObject([{ fault: "entryAltered", entryId: id }]);
    await owner.query(rows[0]?.was as string);
  });
});

test("the command says whole or names the entry, and takes the copy of heads somebody kept", async () => {
  const run = (...args: string[]) =>
    new Promise<{ code: number | null; said: string }>((resolve) => {
      const program = ["--conditions=react-server", "--import", "tsx", "scripts/journal.ts", ...args];
      const child = spawn(process.execPath, program, { env: process.env });
      let said = "";
      for (const stream of [child.stdout, child.stderr]) stream.on("data", (part: Buffer) => (said += part.toString()));
      child.once("close", (code) => resolve({ code, said }));
    });
  await write(3);
  await publishHead();
  const { GET } = await import("@/app/api/v1/journal/head/route");
  const answer = await GET(new Request("http://localhost/api/v1/journal/head"), { params: Promise.resolve({}) });
  const copy = join(process.env.FILES_FOLDER as string, "..", `${process.pid}-heads.json`);
  mkdirSync(dirname(copy), { recursive: true });
  writeFileSync(copy, await answer.text());
  expect(await run("verify", "--heads", copy)).toMatchObject({
    code: 0,
    said: expect.stringContaining("nguyên vẹn: 3 mục, 3 "),
  });
  const id = (await entryIds())[1] as bigint;
  await withoutGuards(`UPDATE "JournalEntry" SET "actorName" = 'kẻ lạ' WHERE "id" = ${id}`);
  const broken = await run("verify", "--heads", copy);
  expect(broken.code).toBe(1);
  expect(broken.said).toContain(`Mục ${id} đã bị sửa`);
  expect(broken.said).toContain("order order-1 · system kẻ lạ");
  expect((await run("verify", "--heads", "/nowhere")).code).toBe(2);
  rmSync(copy);
});

describe("the open address", () => {
  test("one head a day, and what was published stays", async () => {
    expect(await publishHead()).toBeNull();
    await write(2);
    expect(await publishHead()).toMatchObject({ position: 2n, day: "2026-11-20" });
    await write(2);
    expect(await publishHead()).toBeNull();
    await sealJournal();
    const heads = await journalHeads();
    expect(heads).toMatchObject({
      head: { position: 4n },
      waiting: 0,
      published: [{ position: 2n, day: "2026-11-20" }],
    });
  });
});
