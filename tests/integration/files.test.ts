// Files people hand in: looked at, drawn anew, kept where nobody can read them, given only to whom their owner's context lets in.
import { readFileSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { crc32, deflateSync } from "node:zlib";
import sharp from "sharp";
import { describe, expect, test } from "vitest";
import { change } from "@/domain/audit/change";
import { ticketFor } from "@/domain/files/access";
import {
  dropFiles,
  enterFile,
  forgetFile,
  keepFile,
  prepareFile,
  rewrapFiles,
  sweepFiles,
} from "@/domain/files/commands";
import { filesOf, readFile } from "@/domain/files/queries";
import { systemActor } from "@/domain/kernel/actor";
import { fileAnswer } from "@/app/_http/file-answer";
import { upload, uploads } from "@/app/_http/upload";
import { db } from "@/platform/db";

const tester = systemActor("test");
const folder = process.env.FILES_FOLDER as string;
let made = 0;
const anOwner = () => ticketFor("test", `owner-${(made += 1)}`);
const secretWords = "SO TIEN 45.000.000 DONG";
const pdf = Buffer.from(`%PDF-1.7\n1 0 obj (${secretWords}) endobj\n%%EOF\n`);
const aPdf = { content: pdf, saidName: "Hợp đồng.pdf", purpose: "contract" as const };
const onDisk = (): string[] =>
  (
    readdirSync(folder, { recursive: true, withFileTypes: true }) as unknown as {
      isFile(): boolean;
      parentPath: string;
      name: string;
    }[]
  )
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));

/** Noise, as a photograph is: it cannot be pressed small. */
const photo = (width: number, height: number) =>
  sharp({
    create: { width, height, channels: 3, background: "#888", noise: { type: "gaussian", mean: 128, sigma: 30 } },
  });

/** A square of one colour: fifty kilobytes that open to 400 million points. */
function whitePng(side: number): Buffer {
  const chunk = (name: string, data: Buffer): Buffer => {
    const body = Buffer.concat([Buffer.from(name), data]);
    const frame = Buffer.alloc(8);
    frame.writeUInt32BE(data.length, 0);
    frame.writeUInt32BE(crc32(body), 4);
    return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
  };
  const header = Buffer.from([0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0]);
  header.writeUInt32BE(side, 0);
  header.writeUInt32BE(side, 4);
  const rows = deflateSync(Buffer.alloc((side / 8 + 1) * side));
  const signature = Buffer.from("89504e470d0a1a0a", "hex");
  return Buffer.concat([signature, chunk("IHDR", header), chunk("IDAT", rows), chunk("IEND", Buffer.alloc(0))]);
}

describe("what is kept", () => {
  test("comes back as it was, and nothing of it can be read where it lies", async () => {
    const owner = anOwner();
    const kept = await keepFile(tester, owner, aPdf);
    expect(kept).toMatchObject({ saidName: "Hợp đồng.pdf", type: "application/pdf", bytes: pdf.length, width: null });
    expect((await readFile(owner, kept.id))?.content.equals(pdf)).toBe(true);
    expect(await filesOf(owner)).toEqual([kept]);
    const paths = onDisk();
    expect(paths.length).toBeGreaterThan(0);
    for (const path of paths) {
      const bytes = readFileSync(path);
      for (const word of ["%PDF", "SO TIEN", "Hợp", kept.id]) expect(bytes.includes(word)).toBe(false);
      expect(statSync(path).mode & 0o077).toBe(0);
    }
    const keys = readFileSync(join(process.env.KEYS_FOLDER as string, "files"));
    expect(statSync(join(process.env.KEYS_FOLDER as string, "files")).mode & 0o077).toBe(0);
    const master = keys.toString().split(":")[1] as string;
    expect(JSON.stringify(await db.storedFile.findMany())).not.toContain(master);
  });

  test("is written in the journal without its name", async () => {
    const kept = await keepFile(tester, anOwner(), aPdf);
    const entry = await db.journalEntry.findFirst({ where: { subjectType: "file", subjectId: kept.id } });
    expect(entry).toMatchObject({ event: "file.kept", personalFields: ["saidName"], actorName: "test" });
    expect(JSON.stringify(entry?.after)).not.toContain("Hợp");
  });

  test("a photograph is upright, at most 2,000 across, and has lost camera and place", async () => {
    const taken = await photo(3000, 1500)
      .withExif({ IFD0: { Make: "MayAnhBiMat" }, IFD3: { GPSLatitudeRef: "N", GPSLatitude: "21/1 1/1 0/1" } })
      .jpeg()
      .withMetadata({ orientation: 6 })
      .toBuffer();
    const withExif = await sharp(taken)
      .withExifMerge({ IFD0: { Make: "MayAnhBiMat" } })
      .keepMetadata()
      .jpeg()
      .toBuffer();
    expect(withExif.includes("MayAnhBiMat")).toBe(true);
    const owner = anOwner();
    const kept = await keepFile(tester, owner, { content: withExif, saidName: "IMG.jpg", purpose: "receipt" });
    expect(kept).toMatchObject({ type: "image/jpeg", width: 1000, height: 2000 });
    const content = (await readFile(owner, kept.id))!.content;
    expect(content.includes("MayAnhBiMat")).toBe(false);
    const { exif, xmp, orientation, width } = await sharp(content).metadata();
    expect({ exif, xmp, orientation, width }).toEqual({
      exif: undefined,
      xmp: undefined,
      orientation: undefined,
      width: 1000,
    });
  });

  test.each(["png", "webp"] as const)(
    "a %s is drawn anew as a photograph; what hid behind it is gone",
    async (format) => {
      const drawn = await photo(300, 200).toFormat(format).toBuffer();
      const content = Buffer.concat([drawn, Buffer.from("<script>alert(1)</script>")]);
      const owner = anOwner();
      const kept = await keepFile(tester, owner, { content, saidName: `a.${format}`, purpose: "evidence" });
      expect(kept).toMatchObject({ type: "image/jpeg", width: 300, height: 200 });
      expect((await readFile(owner, kept.id))!.content.includes("<script>")).toBe(false);
    },
  );
});

describe("what is refused, by name", () => {
  const refused = (content: Uint8Array | AsyncIterable<Uint8Array>, saidName: string) =>
    expect(keepFile(tester, anOwner(), { content, saidName, purpose: "receipt" })).rejects;

  test("a file that lies about its type, a page, a program, a drawing with scripts, nothing at all", async () => {
    const before = onDisk().length;
    await refused(pdf, "bien-nhan.jpg").toMatchObject({ context: "files", condition: "liesAboutType" });
    await refused(Buffer.from("<html><script>alert(1)</script></html>"), "anh.png").toMatchObject({
      condition: "liesAboutType",
    });
    await refused(Buffer.from("MZ\x90\0\x03\0\0\0"), "hop-dong.pdf").toMatchObject({ condition: "liesAboutType" });
    await refused(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'), "a.svg").toMatchObject({
      condition: "typeNotAllowed",
    });
    await refused(Buffer.alloc(0), "a.jpg").toMatchObject({ condition: "empty" });
    expect(onDisk().length).toBe(before);
  });

  test("an image of 50 MB, and a stream is read no further than its limit", async () => {
    await refused(Buffer.alloc(50 * 1024 * 1024, 1), "a.jpg").toMatchObject({
      condition: "tooLarge",
      details: { limit: 10 },
    });
    let sent = 0;
    async function* endless() {
      for (;;) {
        sent += 1024 * 1024;
        yield new Uint8Array(1024 * 1024);
      }
    }
    await refused(endless(), "a.jpg").toMatchObject({ condition: "tooLarge" });
    expect(sent).toBeLessThanOrEqual(12 * 1024 * 1024);
  });

  test("a picture of some kilobytes that would open to a gigabyte", async () => {
    const bomb = whitePng(20_000);
    expect(bomb.length).toBeLessThan(100_000);
    const started = performance.now();
    await refused(bomb, "bom.png").toMatchObject({ condition: "tooManyPixels" });
    expect(performance.now() - started).toBeLessThan(1_000);
  });

  test("a picture cut in half", async () => {
    const whole = await photo(800, 800).jpeg().toBuffer();
    await refused(whole.subarray(0, whole.length / 2), "a.jpg").toMatchObject({ condition: "unreadable" });
  });
});

describe("who may read", () => {
  test("the id of a file opens nothing with a ticket for something else", async () => {
    const [owner, stranger] = [anOwner(), anOwner()];
    const { id } = await keepFile(tester, owner, aPdf);
    expect(await readFile(stranger, id)).toBeNull();
    expect(await readFile(ticketFor("other", owner.ownerId), id)).toBeNull();
    expect(await forgetFile(tester, stranger, id)).toBe(false);
    expect(await readFile(owner, "../../etc/passwd")).toBeNull();
    expect(await readFile(owner, id)).not.toBeNull();
  });

  test("bytes put in another file's place, or changed by one bit, are not given out", async () => {
    const owner = anOwner();
    const [one, other] = [await keepFile(tester, owner, aPdf), await keepFile(tester, owner, aPdf)];
    const rows = await db.storedFile.findMany({ where: { id: { in: [one.id, other.id] } }, orderBy: { id: "asc" } });
    const [a, b] = rows.map((row) => join(folder, row.storageName)) as [string, string];
    const original = readFileSync(a);
    writeFileSync(a, readFileSync(b));
    await expect(readFile(owner, one.id)).rejects.toThrow();
    const bent = Buffer.from(original);
    bent[20] = (bent[20] as number) ^ 1;
    writeFileSync(a, bent);
    await expect(readFile(owner, one.id)).rejects.toThrow();
    writeFileSync(a, original);
    expect(await readFile(owner, one.id)).not.toBeNull();
  });
});

describe("in the owner's own change", () => {
  test("a change that fails keeps nothing; the bytes are swept away once they are a day old", async () => {
    const owner = anOwner();
    const prepared = await prepareFile(aPdf);
    const failing = change(tester, async (tx, now, note) => {
      await enterFile(tx, now, note, prepared, owner);
      throw new Error("no");
    });
    await expect(failing).rejects.toThrow("no");
    expect(await filesOf(owner)).toEqual([]);
    const path = join(folder, prepared.storageName);
    expect(onDisk()).toContain(path);
    expect((await sweepFiles(tester)).removed).toBe(0);
    expect(onDisk()).toContain(path);
    const kept = await keepFile(tester, owner, aPdf);
    expect((await sweepFiles(tester, 0)).removed).toBe(1);
    expect(onDisk()).not.toContain(path);
    expect(await readFile(owner, kept.id)).not.toBeNull();
  });

  test("forgotten files are gone at once, one by one and all of an owner", async () => {
    const owner = anOwner();
    const [first] = [await keepFile(tester, owner, aPdf), await keepFile(tester, owner, aPdf)];
    const row = await db.storedFile.findUniqueOrThrow({ where: { id: first.id } });
    expect(await forgetFile(tester, owner, first.id)).toBe(true);
    expect(onDisk()).not.toContain(join(folder, row.storageName));
    await change(tester, (tx, _now, note) => dropFiles(tx, note, owner));
    expect(await filesOf(owner)).toEqual([]);
    expect((await sweepFiles(tester, 0)).removed).toBe(1);
    const events = await db.journalEntry.findMany({ where: { subjectId: first.id }, orderBy: { id: "asc" } });
    expect(events.map(({ event }) => event)).toEqual(["file.kept", "file.forgotten"]);
  });

  test("a file the storage has lost is found, said once, and cleared when it comes back", async () => {
    const owner = anOwner();
    const kept = await keepFile(tester, owner, aPdf);
    const row = await db.storedFile.findUniqueOrThrow({ where: { id: kept.id } });
    const path = join(folder, row.storageName);
    const bytes = readFileSync(path);
    rmSync(path);
    expect((await sweepFiles(tester)).missing).toBe(1);
    expect((await sweepFiles(tester)).missing).toBe(0);
    expect((await db.storedFile.findUniqueOrThrow({ where: { id: kept.id } })).missingSince).not.toBeNull();
    expect(await readFile(owner, kept.id)).toBeNull();
    writeFileSync(path, bytes);
    await sweepFiles(tester);
    expect((await db.storedFile.findUniqueOrThrow({ where: { id: kept.id } })).missingSince).toBeNull();
  });
});

test("after a new master key all files are under it, and the old one is needed no more", async () => {
  const { rotate, secretsOf } = await import("@/platform/keys");
  const owner = anOwner();
  const kept = await keepFile(tester, owner, aPdf);
  const before = await db.storedFile.findUniqueOrThrow({ where: { id: kept.id } });
  const fresh = rotate("files");
  expect(secretsOf("files").find(({ id }) => id === before.keyId)?.to).not.toBeNull();
  expect((await readFile(owner, kept.id))?.content.equals(pdf)).toBe(true);
  expect(await rewrapFiles(tester)).toBe(await db.storedFile.count());
  expect(await rewrapFiles(tester)).toBe(0);
  expect((await db.storedFile.findUniqueOrThrow({ where: { id: kept.id } })).keyId).toBe(fresh.id);
  expect((await readFile(owner, kept.id))?.content.equals(pdf)).toBe(true);
});

describe("on the web", () => {
  test("a form's files are read with their limits; a field left empty is none", async () => {
    const form = new FormData();
    form.append("empty", new File([], ""));
    form.append("one", new File([pdf], "a.pdf"));
    for (let i = 0; i < 4; i += 1) form.append("many", new File([pdf], `${i}.pdf`));
    form.append("large", new File([Buffer.alloc(11 * 1024 * 1024)], "a.jpg"));
    form.append("text", "not a file");
    expect(upload(form, "empty", "receipt")).toBeNull();
    expect(upload(form, "text", "receipt")).toBeNull();
    expect(upload(form, "absent", "receipt")).toBeNull();
    expect(() => uploads(form, "many", "receipt", 3)).toThrow("files.tooMany");
    expect(() => upload(form, "large", "receipt")).toThrow("files.tooLarge");
    const owner = anOwner();
    const kept = await keepFile(tester, owner, upload(form, "one", "receipt")!);
    expect((await readFile(owner, kept.id))?.content.equals(pdf)).toBe(true);
  });

  test("an answer cannot become a page of the site: sandboxed, never sniffed, a PDF only saved", async () => {
    const owner = anOwner();
    const { id } = await keepFile(tester, owner, { ...aPdf, saidName: 'Hợp "đồng".pdf' });
    const answer = fileAnswer((await readFile(owner, id))!);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      "content-type": "application/pdf",
      "content-disposition": `attachment; filename="Hop dong.pdf"; filename*=UTF-8''H%E1%BB%A3p%20%C4%91%E1%BB%93ng.pdf`,
      "content-security-policy": "sandbox; default-src 'none'",
      "x-content-type-options": "nosniff",
      "cache-control": "private, no-store",
    });
    expect(Buffer.from(await answer.arrayBuffer()).equals(pdf)).toBe(true);
    const picture = await keepFile(tester, owner, {
      content: await photo(20, 20).png().toBuffer(),
      saidName: "a.png",
      purpose: "receipt",
    });
    expect(fileAnswer((await readFile(owner, picture.id))!).headers.get("content-disposition")).toContain(
      'inline; filename="a.jpg"',
    );
  });
});
