// Excel workbooks, read as a stream: the first sheet that holds anything.
import { createReadStream } from "node:fs";
import ExcelJS from "exceljs";

/** What a cell shows, as text; days as YYYY-MM-DD whatever the file's format. */
export function textOfCell(value: unknown): string {
  if (value === null || value === undefined) return "";
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? "" : value.toISOString().slice(0, 10);
  if (typeof value !== "object") return String(value);
  const cell = value as { richText?: { text: string }[]; text?: unknown; result?: unknown };
  if (cell.richText) return cell.richText.map(({ text }) => text).join("");
  if (cell.text !== undefined) return textOfCell(cell.text);
  if (cell.result !== undefined) return textOfCell(cell.result);
  return "";
}

export async function* readXlsx(
  path: string,
  onBytes: (bytes: number) => void,
): AsyncGenerator<{ row: number; cells: string[] }> {
  const source = createReadStream(path);
  source.on("data", (chunk) => onBytes(chunk.length));
  const book = new ExcelJS.stream.xlsx.WorkbookReader(source, {
    sharedStrings: "cache",
    styles: "cache",
    hyperlinks: "ignore",
    worksheets: "emit",
    entries: "emit",
  });
  let read = false;
  for await (const sheet of book) {
    let any = false;
    for await (const row of sheet) {
      // The sheets after the first full one are passed over: the reader must reach the end of the file.
      if (read) continue;
      const values = Array.isArray(row.values) ? row.values.slice(1) : [];
      const cells = Array.from(values, (value) => textOfCell(value).trim());
      if (cells.every((text) => text === "")) continue;
      any = true;
      yield { row: row.number, cells };
    }
    read ||= any;
  }
}
