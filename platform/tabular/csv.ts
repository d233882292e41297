// Delimited text, read as a stream. One bad quote costs one row, not the rest of the file.
import { createReadStream } from "node:fs";
import { parse } from "csv-parse/sync";
import iconv from "iconv-lite";
import type { Encoding } from "./encoding";

/** A record that could not be read, with why, instead of its cells. */
export type Cells = { row: number; cells: string[]; problem?: "quote" | "tooLong" };
type Record_ = { row: number; text: string };

const longestRecord = 256 * 1024;
const mostLinesInRecord = 60;
const blockSize = 400;

async function* linesOf(path: string, encoding: Encoding, onBytes: (bytes: number) => void): AsyncGenerator<string> {
  const decoder = iconv.getDecoder(encoding, { stripBOM: true });
  let rest = "";
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 18 })) {
    onBytes((chunk as Buffer).length);
    const text = rest + decoder.write(chunk as Buffer);
    const lines = text.split(/\r\n|\n|\r(?!$)/);
    rest = lines.pop() ?? "";
    // A file without a single line break must not fill the memory.
    if (rest.length > longestRecord * 4) rest = rest.slice(0, longestRecord * 4);
    yield* lines;
  }
  const last = rest + (decoder.end() ?? "");
  if (last) yield* last.split(/\r/);
}

/**
 * Where the quotes leave a text: "open" inside a quoted field, "torn" when a field closes in the middle of words, which means that an
 * earlier quote was never closed. A quote opens only at the start of a field.
 */
function quotesIn(text: string, delimiter: string): "closed" | "open" | "torn" {
  let [inside, fieldStart, torn] = [false, true, false];
  for (let i = 0; i < text.length; i += 1) {
    const c = text[i];
    if (inside) {
      if (c !== '"') continue;
      const next = text[i + 1];
      if (next === '"') i += 1;
      else {
        inside = false;
        torn ||= next !== undefined && next !== delimiter && next !== "\n" && next !== " ";
      }
    } else if (c === '"' && fieldStart) inside = true;
    fieldStart = !inside && (c === delimiter || c === "\n" || (fieldStart && c === " "));
  }
  if (inside) return "open";
  return torn ? "torn" : "closed";
}

/** Joins the lines of records that contain line breaks; gives up on a quote that is never closed and starts again after its line. */
async function* recordsOf(lines: AsyncIterable<string>, delimiter: string): AsyncGenerator<Record_ | Cells> {
  let held: string[] = [];
  let row = 0;
  const settle = function* (final: boolean): Generator<Record_ | Cells> {
    while (held.length > 0) {
      const first = row - held.length + 1;
      let count = 1;
      let quotes = quotesIn(held[0] ?? "", delimiter);
      while (quotes === "open" && count < held.length)
        quotes = quotesIn(held.slice(0, (count += 1)).join("\n"), delimiter);
      // Over several lines, torn means that these are several records; one line may hold a quote by itself.
      if (quotes === "closed" || (quotes === "torn" && count === 1)) {
        yield { row: first, text: held.slice(0, count).join("\n") };
        held = held.slice(count);
        continue;
      }
      if (quotes === "open" && !final && held.length < mostLinesInRecord && held.join("").length < longestRecord)
        return;
      yield { row: first, cells: [held[0] ?? ""], problem: "quote" };
      held = held.slice(1);
    }
  };
  for await (const line of lines) {
    row += 1;
    if (held.length === 0 && !line.includes('"')) {
      if (line.length > longestRecord) yield { row, cells: [], problem: "tooLong" };
      else yield { row, text: line };
      continue;
    }
    held.push(line);
    yield* settle(false);
  }
  yield* settle(true);
}

const options = (delimiter: string) => ({
  delimiter,
  relax_column_count: true,
  relax_quotes: true,
  skip_empty_lines: false,
  trim: true,
});

function parseBlock(block: Record_[], delimiter: string): Cells[] {
  try {
    const parsed = parse(block.map(({ text }) => text).join("\n"), options(delimiter)) as string[][];
    if (parsed.length === block.length) return parsed.map((cells, i) => ({ row: block[i]?.row ?? 0, cells }));
  } catch {
    // One of them is broken: find it below.
  }
  return block.map(({ row, text }) => {
    try {
      const parsed = parse(text, options(delimiter)) as string[][];
      return { row, cells: parsed[0] ?? [] };
    } catch {
      return { row, cells: [text], problem: "quote" as const };
    }
  });
}

/** The mark that separates most cells in the first lines. */
export function delimiterOf(head: string): string {
  const lines = head.split(/\r\n|\n|\r/).slice(0, 30);
  const scored = [",", ";", "\t", "|"].map((mark) => ({
    mark,
    most: Math.max(...lines.map((line) => line.replace(/"[^"]*"/g, "").split(mark).length)),
  }));
  return scored.sort((a, b) => b.most - a.most)[0]?.mark ?? ",";
}

export async function* readCsv(
  path: string,
  encoding: Encoding,
  head: Buffer,
  onBytes: (bytes: number) => void,
): AsyncGenerator<Cells> {
  const delimiter = delimiterOf(iconv.decode(head, encoding));
  let block: Record_[] = [];
  for await (const record of recordsOf(linesOf(path, encoding, onBytes), delimiter)) {
    const broken = "cells" in record;
    if (!broken && record.text.trim() !== "") block.push(record);
    if (block.length >= blockSize || (broken && block.length > 0)) {
      yield* parseBlock(block, delimiter);
      block = [];
    }
    if (broken) yield record;
  }
  yield* parseBlock(block, delimiter);
}
