// Which encoding a text file is in: by its mark, by its NUL bytes, by being valid UTF-8; otherwise the old Vietnamese Windows one.
import { createReadStream } from "node:fs";
import { open } from "node:fs/promises";

export type Encoding = "utf8" | "utf16le" | "utf16be" | "windows1258";

export async function headOf(path: string, bytes = 65_536): Promise<Buffer> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(bytes), 0, bytes, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

/** Text in UTF-16 without a mark has a NUL in every second byte wherever it is Latin. */
function byNulBytes(head: Buffer): Encoding | null {
  let [even, odd] = [0, 0];
  for (let i = 0; i < head.length; i += 1) if (head[i] === 0) i % 2 === 0 ? (even += 1) : (odd += 1);
  const many = head.length / 8;
  if (odd > many && even < many / 8) return "utf16le";
  return even > many && odd < many / 8 ? "utf16be" : null;
}

async function isUtf8(path: string): Promise<boolean> {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  try {
    for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 }))
      decoder.decode(chunk as Buffer, { stream: true });
    decoder.decode();
    return true;
  } catch {
    return false;
  }
}

export async function encodingOf(path: string, head: Buffer): Promise<Encoding> {
  if (head[0] === 0xff && head[1] === 0xfe) return "utf16le";
  if (head[0] === 0xfe && head[1] === 0xff) return "utf16be";
  return byNulBytes(head) ?? ((await isUtf8(path)) ? "utf8" : "windows1258");
}
