// A table as a file that office programs open: with a mark for UTF-8, and no cell that would be computed.

const computed = /^[=+\-@\t\r]/;
const cell = (value: string | number): string => {
  const text = typeof value === "string" && computed.test(value) ? `'${value}` : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text;
};

export const csvOf = (rows: readonly (readonly (string | number)[])[]): string =>
  `\ufeff${rows.map((row) => `${row.map(cell).join(",")}\r\n`).join("")}`;
